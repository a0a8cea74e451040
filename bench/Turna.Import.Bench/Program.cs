using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Turna.Cases.Contracts;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Members.Contracts;
using Turna.Testing;

// Turna.Import.Bench ROWS [postgres]   brings a made register in and prints rows a second, what others waited, and memory.
var rows = int.Parse(args[0], CultureInfo.InvariantCulture);
await using TestOffice office = args.Contains("postgres") ? new PostgresOffice() : new TestOffice();
await office.InitializeAsync();
var file = MadeRegister.Of(rows, seed: 20_231_231);

await using (var scope = office.Services.CreateAsyncScope())
{
    var signedIn = await scope.ServiceProvider.GetRequiredService<DeskSignIn>().SignInAsync(
        office.Supervisor.SignInName, office.Supervisor.Password, office.NextCode(office.Supervisor), CancellationToken.None);
    var cookie = signedIn.Value;
    Guid id = default;
    var staging = await TimeAsync(async import => id = (await import.StageAsync(office.LegalTeam.Value, "register.csv", file, office.Supervisor.Actor, CancellationToken.None)).Value);
    var reading = await TimeAsync(async import =>
    {
        Expect(await import.ReadAsync(id, cookie, office.Supervisor.Actor, CancellationToken.None));
        await import.FinishedAsync(id);
    });
    await TimeAsync(async import => Expect(await import.DecideAsync(id, new ImportChoices(Join: true, LinkSure: true, Dayless: null), office.Supervisor.Actor, CancellationToken.None)));

    using var over = new CancellationTokenSource();
    var others = Task.Run(() => OthersAsync(over.Token));
    var cpu = Process.GetCurrentProcess().TotalProcessorTime;
    var publishing = await TimeAsync(async import =>
    {
        Expect(await import.BringInAsync(id, cookie, office.Supervisor.Actor, CancellationToken.None));
        await import.FinishedAsync(id);
    });
    cpu = Process.GetCurrentProcess().TotalProcessorTime - cpu;
    await over.CancelAsync();
    var (count, longest) = await others;

    await using var look = await office.AsAsync(office.Supervisor);
    var state = (await look.Get<RegisterImport>().SeeAsync(id, office.Supervisor.Actor, CancellationToken.None))!;
    Say($"{(args.Contains("postgres") ? "PostgreSQL" : "SQLite")}: {state.Rows} rows, {state.Published} consultations, {state.Registered} people, step {state.Step}");
    Say($"sealing the file       {staging.TotalSeconds,8:0.00} s");
    Say($"reading and suggesting {reading.TotalSeconds,8:0.00} s   {rows / reading.TotalSeconds,8:0} rows/s");
    Say($"publishing             {publishing.TotalSeconds,8:0.00} s   {rows / publishing.TotalSeconds,8:0} rows/s   {cpu.TotalSeconds:0.00} s of processor time");
    Say($"others meanwhile       {count} writes, the longest waited {longest.TotalMilliseconds:0} ms");
    Say($"peak memory            {Process.GetCurrentProcess().PeakWorkingSet64 / (1024 * 1024)} MiB");
    return state.Published == 0 ? 1 : 0;
}

// Somebody else's small writes, one after another, as if she logged consultations.
async Task<(int Count, TimeSpan Longest)> OthersAsync(CancellationToken until)
{
    var (count, longest) = (0, TimeSpan.Zero);
    while (!until.IsCancellationRequested)
    {
        var watch = Stopwatch.StartNew();
        await using (var scope = office.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<AuditLedger>().RecordNowAsync(
                office.Organisation, office.Caseworker.Id, new Act("bench.written", "A write of the bench"), string.Empty, [], CancellationToken.None);
        }

        if (watch.Elapsed > longest) longest = watch.Elapsed;
        count++;
    }

    return (count, longest);
}

async Task<TimeSpan> TimeAsync(Func<RegisterImport, Task> work)
{
    await using var hers = await office.AsAsync(office.Supervisor);
    var watch = Stopwatch.StartNew();
    await work(hers.Get<RegisterImport>());
    return watch.Elapsed;
}

static void Expect(Result<Done> result)
{
    if (!result.Succeeded) throw new InvalidOperationException($"Refused: {result.Error}");
}

static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

/// <summary>A register of two rows for each person, in the words of an office.</summary>
internal static class MadeRegister
{
    private static readonly string[] Given = ["Айгуль", "Нургүл", "Бермет", "Жаркынай", "Гүлмира", "Айпери", "Назира", "Динара", "Салтанат", "Мээрим"];
    private static readonly string[] Questions = ["не выплатили зарплату", "забрали паспорт", "запрет въезда", "постановка на учет", "избил муж", "травма на стройке", "пенсия", "гражданство"];
    private static readonly string[] Countries = ["Россия", "РФ", "Казахстан", "Турция", "Южная Корея"];
    private static readonly string[] Remarks = ["", "", "", "повторно", "звонить только после 18:00", "не хочет чтобы муж знал"];

    public static byte[] Of(int rows, int seed)
    {
        var random = new Random(seed);
        var csv = new StringBuilder("№;Дата обращения;ФИО;Телефон;Пол;Год рождения;Откуда;Страна;Вопрос;Сумма долга;Примечание\n");
        for (var i = 0; i < rows; i++)
        {
            var who = random.Next(Math.Max(1, rows / 2));
            csv.Append(CultureInfo.InvariantCulture, $"{i + 1};{random.Next(1, 29):00}.{random.Next(1, 13):00}.2023;{Family(who)}ова {Given[who % Given.Length]};0{700 + (who % 90)}{who % 1_000_000:000000};ж;");
            csv.Append(CultureInfo.InvariantCulture, $"{1965 + (who % 38)};Ош;{One(Countries)};{One(Questions)};{random.Next(10, 200) * 1000} руб;{One(Remarks)}\n");
        }

        return Encoding.UTF8.GetBytes(csv.ToString());

        string One(string[] of) => of[random.Next(of.Length)];
    }

    private static string Family(int number)
    {
        const string Consonants = "бгджзклмнпрстфхцчш";
        const string Vowels = "аоуиэ";
        var name = new StringBuilder();
        for (var rest = number + 90; rest > 0; rest /= Consonants.Length * Vowels.Length)
            name.Append(Consonants[rest % Consonants.Length]).Append(Vowels[rest / Consonants.Length % Vowels.Length]);
        name[0] = char.ToUpperInvariant(name[0]);
        return name.Append('л').ToString();
    }
}
