using System.Diagnostics;
using System.Globalization;
using Turna.Server.Bench;

// PROGRAM FOLDER NAMES.CSV [--people N] [--seconds S] [--port P] [--postgres CONNECTION] [--loads a,b,…] [--clients C]
string Option(string name, string otherwise) => Array.IndexOf(args, name) is >= 0 and var at ? args[at + 1] : otherwise;
int Number(string name, int otherwise) => int.Parse(Option(name, otherwise.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture);
var (program, folder, namesFile) = (args[0], args[1], args[2]);
var (people, seconds, port) = (Number("--people", 100_000), Number("--seconds", 20), Number("--port", 5140));
var postgres = Option("--postgres", string.Empty) is { Length: > 0 } connection ? connection : null;
var wanted = Option("--loads", "person,case,work,form,list,search,report,saves,anonymous").Split(',');

var before = Stopwatch.GetTimestamp();
await using (var filling = await ServerProcess.StartAsync(program, folder, people, port, postgres))
{
    var took = Stopwatch.GetElapsedTime(before).TotalSeconds;
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first start with filling, if it was not filled yet: {took:0.0} s, server CPU {filling.ProcessorTime().TotalSeconds:0.0} s"));
}

await using var server = await ServerProcess.StartAsync(program, folder, people, port, postgres);
Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture, $"start to first answer: {server.StartedIn.TotalSeconds:0.00} s, server CPU {server.ProcessorTime().TotalSeconds:0.00} s, memory {server.Memory():0} MiB"));
var clients = await Staff.SignInAsync(port, Number("--clients", 32));
var loads = new Loads(namesFile);
var year = DateTime.UtcNow.Year;
(string Key, string Name, int Clients, Func<Client, Task<bool>> Act)[] all =
[
    ("person", "person page", 16, Loads.PersonAsync),
    ("case", "case page", 16, Loads.CaseAsync),
    ("work", "my work", 16, Loads.WorkAsync),
    ("form", "form of a consultation", 16, Loads.FormAsync),
    ("list", "list of consultations", 16, Loads.ListAsync),
    ("search", "search", 16, loads.SearchAsync),
    ("report", "year report", 1, client => Loads.ReportAsync(client, year)),
    ("saves", "consultation, returning caller", 32, Loads.SaveReturningAsync),
    ("anonymous", "consultation, anonymous caller", 32, Loads.SaveAnonymousAsync),
];
// Pages that people wait for: also as an office of sixteen opens them, each one a page, a look, the next.
string[] paced = ["person", "case", "work", "form", "list", "search"];
Console.WriteLine();
Console.WriteLine(Measured.Head);
foreach (var load in all.Where(l => wanted.Contains(l.Key)))
{
    var measured = await Meter.RunAsync(load.Name, [.. clients.Take(load.Clients)], seconds, server, load.Act);
    Console.WriteLine(measured.Line);
    if (!paced.Contains(load.Key)) continue;
    measured = await Meter.RunAsync($"{load.Name}, a rest of 1 s", [.. clients.Take(load.Clients)], seconds, server, load.Act, TimeSpan.FromSeconds(1));
    Console.WriteLine(measured.Line);
}

Console.WriteLine();
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"server memory after the run: {server.Memory():0} MiB, highest {server.HighestMemory():0} MiB"));
foreach (var client in clients) client.Dispose();
