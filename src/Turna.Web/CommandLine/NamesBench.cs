using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Turna.Kernel;
using Turna.People.Contracts;

namespace Turna.Web.CommandLine;

/// <summary><c>./turna names bench</c>: builds the sealed register and blind index of a population and answers queries as the search page does.</summary>
internal static class NamesBench
{
    public static Command Verb()
    {
        var people = new Option<string>("--people") { Description = "CSV: id,family,given,patronymic,sex,birth_date,phone,passport,oblast", Required = true };
        var queries = new Option<string>("--queries") { Description = "CSV: query_id,text and, if known, birth_year", Required = true };
        var top = new Option<int>("--top") { Description = "answers for each query", DefaultValueFactory = _ => 10 };
        var output = new Option<string>("--output") { Description = "CSV: query_id,rank,id,score; - for standard output", Required = true };
        var verb = new Command("bench", "Finds people in a sealed register; prints figures as JSON.") { people, queries, top, output };
        verb.SetAction(async (parsed, cancel) =>
            await RunAsync(parsed.GetRequiredValue(people), parsed.GetRequiredValue(queries), parsed.GetValue(top), parsed.GetRequiredValue(output), cancel));
        return verb;
    }

    private static async Task RunAsync(string people, string queries, int top, string output, CancellationToken cancel)
    {
        if (top < 1) throw new UsageException("--top must be at least 1");
        var asked = NamesTable.Rows(queries, "query_id", "text").ToList();
        await using var office = await ScratchOffice.OpenAsync(cancel);
        var trial = office.Services.GetRequiredService<RegisterTrial>();

        var names = new Dictionary<PersonId, string>();
        var expected = Math.Max(1, NamesTable.CountLines(people) - 1);
        var watch = Stopwatch.StartNew();
        var spent = Environment.CpuUsage.TotalTime;
        var (count, indexBytes) = await trial.FillAsync(NamesTable.Rows(people, "id", "family", "given").Select(r => PersonOf(r, names)), expected, office.Actor, cancel);
        var buildSeconds = watch.Elapsed.TotalSeconds;
        var buildSpent = Environment.CpuUsage.TotalTime - spent;

        var answers = await AnswerAsync(trial, asked, top, office.Actor, cancel);
        NamesTable.Write(output, ["query_id", "rank", "id", "score"], asked.Zip(answers).SelectMany(a => Rows(a.First, a.Second.Answer, names)));
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"processor seconds: build {buildSpent.TotalSeconds:0.0}, queries {(Environment.CpuUsage.TotalTime - spent - buildSpent).TotalSeconds:0.0}"));
        Print(count, buildSeconds, count == 0 ? 0 : (double)indexBytes / count, answers);
    }

    private static async Task<List<(double Milliseconds, TrialAnswer Answer)>> AnswerAsync(RegisterTrial trial, List<NamesRow> asked, int top, Actor actor, CancellationToken cancel)
    {
        // The first queries pay for the compiler; the office's ten-thousandth does not.
        foreach (var query in asked.Take(200)) await trial.SearchAsync(query["text"], top, actor, cancel);
        var answers = new List<(double, TrialAnswer)>(asked.Count);
        foreach (var query in asked)
        {
            var started = Stopwatch.GetTimestamp();
            var answer = await trial.SearchAsync(Typed(query), top, actor, cancel);
            answers.Add((Stopwatch.GetElapsedTime(started).TotalMilliseconds, answer));
        }

        return answers;
    }

    private static string Typed(NamesRow query) =>
        NamesVerbs.YearOf(query["birth_year"]) is { } year ? string.Create(CultureInfo.InvariantCulture, $"{query["text"]} {year}") : query["text"];

    private static IEnumerable<string[]> Rows(NamesRow query, TrialAnswer answer, Dictionary<PersonId, string> names) => answer.Hits.Select((hit, rank) => new[]
    {
        query["query_id"], (rank + 1).ToString(CultureInfo.InvariantCulture), names[hit.Id], hit.Score.ToString("0.000000", CultureInfo.InvariantCulture),
    });

    private static void Print(int people, double buildSeconds, double bytesPerPerson, List<(double Milliseconds, TrialAnswer Answer)> answers)
    {
        var times = answers.Select(m => m.Milliseconds).Order().ToArray();
        var candidates = answers.Select(m => (double)m.Answer.Opened).Order().ToArray();
        Console.Out.WriteLine(JsonSerializer.Serialize(new
        {
            people,
            buildSeconds = Math.Round(buildSeconds, 3),
            bytesPerPerson = Math.Round(bytesPerPerson, 1),
            p50 = Percentile(times, 0.50),
            p95 = Percentile(times, 0.95),
            p99 = Percentile(times, 0.99),
            candidatesP50 = Percentile(candidates, 0.50),
            candidatesP95 = Percentile(candidates, 0.95),
        }));
    }

    private static double Percentile(double[] ordered, double share) =>
        ordered.Length == 0 ? 0 : Math.Round(ordered[Math.Min(ordered.Length - 1, (int)Math.Ceiling(share * ordered.Length) - 1)], 3);

    private static NewPerson PersonOf(NamesRow row, Dictionary<PersonId, string> names)
    {
        var id = PersonId.New();
        names.Add(id, row["id"]);
        return new NewPerson
        {
            Id = id, Family = row["family"], Given = row["given"], Patronymic = row["patronymic"],
            Sex = NamesVerbs.SexOf(row["sex"]) switch { Names.Sex.Female => Evidence.Contracts.Sex.Female, Names.Sex.Male => Evidence.Contracts.Sex.Male, _ => Evidence.Contracts.Sex.NotStated },
            Born = BornOf(row["birth_date"]),
            Phones = row["phone"].Length > 0 ? [new NewPhone(row["phone"], PhoneOwner.Herself)] : [],
            Documents = row["passport"].Length > 0 ? [new NewDocument(DocumentKind.Passport, row["passport"])] : [],
        };
    }

    private static PartialDate? BornOf(string cell) =>
        PartialDate.TryParse(cell, out var date) ? date : NamesVerbs.YearOf(cell) is { } year ? PartialDate.Of(year) : null;
}
