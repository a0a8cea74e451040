using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Turna.Web.CommandLine;

/// <summary><c>./turna names bench</c>: builds the sealed register and blind index of a population and answers queries through it.</summary>
internal static class NamesBench
{
    public static Command Verb()
    {
        var people = new Option<string>("--people") { Description = "CSV: id,family,given,patronymic,sex,birth_date,phone,passport,oblast", Required = true };
        var queries = new Option<string>("--queries") { Description = "CSV: query_id,text and, if known, birth_year", Required = true };
        var top = new Option<int>("--top") { Description = "answers for each query", DefaultValueFactory = _ => 10 };
        var output = new Option<string>("--output") { Description = "CSV: query_id,rank,id,score; - for standard output", Required = true };
        var verb = new Command("bench", "Finds people in a sealed register; prints figures as JSON.") { people, queries, top, output };
        verb.SetAction(parsed => Run(parsed.GetRequiredValue(people), parsed.GetRequiredValue(queries), parsed.GetValue(top), parsed.GetRequiredValue(output)));
        return verb;
    }

    private static void Run(string people, string queries, int top, string output)
    {
        if (top < 1) throw new UsageException("--top must be at least 1");
        var folder = Directory.CreateTempSubdirectory("turna-names-");
        try
        {
            var asked = NamesTable.Rows(queries, "query_id", "text").ToList();
            var expected = Math.Max(1, NamesTable.CountLines(people) - 1);
            var watch = Stopwatch.StartNew();
            using var register = new NamesRegister(folder.FullName, expected);
            register.Write(NamesTable.Rows(people, "id", "family", "given").Select(PersonOf));
            register.WriteIndex();
            var buildSeconds = watch.Elapsed.TotalSeconds;
            Print(register, buildSeconds, Answer(register, asked, top, output));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static List<(double Milliseconds, int Candidates)> Answer(NamesRegister register, List<NamesRow> asked, int top, string output)
    {
        var search = new NamesSearch(register);
        var measured = new List<(double, int)>(asked.Count);
        // The first queries pay for the compiler; the office's ten-thousandth does not.
        foreach (var query in asked.Take(200)) search.Answer(query["text"], null, top);

        NamesTable.Write(output, ["query_id", "rank", "id", "score"], asked.SelectMany(query =>
        {
            var started = Stopwatch.GetTimestamp();
            var answer = search.Answer(query["text"], NamesVerbs.YearOf(query["birth_year"]), top);
            measured.Add((Stopwatch.GetElapsedTime(started).TotalMilliseconds, answer.Candidates));
            return answer.Hits.Select((hit, rank) => new[]
            {
                query["query_id"], (rank + 1).ToString(CultureInfo.InvariantCulture), hit.Id, hit.Match.Score.ToString("0.000000", CultureInfo.InvariantCulture),
            });
        }));
        return measured;
    }

    private static void Print(NamesRegister register, double buildSeconds, List<(double Milliseconds, int Candidates)> measured)
    {
        var times = measured.Select(m => m.Milliseconds).Order().ToArray();
        var candidates = measured.Select(m => (double)m.Candidates).Order().ToArray();
        Console.Out.WriteLine(JsonSerializer.Serialize(new
        {
            people = register.Count,
            buildSeconds = Math.Round(buildSeconds, 3),
            bytesPerPerson = Math.Round(register.BytesPerPerson, 1),
            p50 = Percentile(times, 0.50),
            p95 = Percentile(times, 0.95),
            p99 = Percentile(times, 0.99),
            candidatesP50 = Percentile(candidates, 0.50),
            candidatesP95 = Percentile(candidates, 0.95),
        }));
    }

    private static double Percentile(double[] ordered, double share) =>
        ordered.Length == 0 ? 0 : Math.Round(ordered[Math.Min(ordered.Length - 1, (int)Math.Ceiling(share * ordered.Length) - 1)], 3);

    private static NamesPerson PersonOf(NamesRow row) => new(
        row["id"], row["family"], row["given"], row["patronymic"], row["sex"], row["birth_date"], row["phone"], row["passport"], row["oblast"]);
}
