using System.Globalization;
using Turna.Testing.Names;

namespace Turna.Names.Bench;

/// <summary>Writes a population with queries for <c>turna names bench</c>, and judges its answers against the ceiling that namesakes set.</summary>
internal static class Searching
{
    public static void Write(int people, int queries, string folder)
    {
        var population = Population.Draw(seed: 21, people);
        Directory.CreateDirectory(folder);
        using var register = new StreamWriter(Path.Combine(folder, "people.csv"));
        register.WriteLine("id,family,given,patronymic,sex,birth_date,phone,passport,oblast");
        foreach (var p in population)
        {
            register.WriteLine($"{p.Id},{p.Family},{p.Given},{p.Patronymic},{(p.Person.Female ? "F" : "M")},{p.Person.BirthYear}-05-14,+996555{p.Id[^6..]},AC{p.Id[1..]},KG-O");
        }

        using var asked = new StreamWriter(Path.Combine(folder, "queries.csv"));
        using var truth = new StreamWriter(Path.Combine(folder, "truth.csv"));
        asked.WriteLine("query_id,text,birth_year");
        truth.WriteLine("query_id,id,namesakes,slipped");
        foreach (var q in Population.Ask(seed: 22, population, queries))
        {
            asked.WriteLine($"{q.Id},\"{q.Text.Replace("\"", "\"\"", StringComparison.Ordinal)}\",{q.BirthYear}");
            truth.WriteLine($"{q.Id},{q.Meant},{q.Namesakes},{q.Slipped}");
        }
    }

    private static string Why(string query, string[] meant, string[]? found, string slipped)
    {
        var text = query.Split('"')[1];
        var asked = NameKeys.ForQuery(text);
        var record = new NameRecord(PersonName.Of(meant[1], meant[2], meant[3]), Sex.Unknown, int.Parse(meant[5][..4], CultureInfo.InvariantCulture));
        var match = NameComparison.Compare(asked.Name, record);
        var keys = NameKeys.For(record).ToHashSet();
        var met = asked.Keys.Concat(NameKeys.ForSlips(asked)).Where(keys.Contains).Select(k => $"{k.Kind}:{k.Text}");
        var better = found is null ? "nobody" : $"{found[1]} {found[2]} {found[3]} {NameComparison.Compare(asked.Name, new NameRecord(PersonName.Of(found[1], found[2], found[3]))).Evidence:0.0}";
        return $"{query} | {meant[1]} {meant[2]} {meant[3]} {(slipped == "True" ? "slip" : string.Empty)} evidence {match.Evidence:0.0} {match.Seen.Given}/{match.Seen.Family}/{match.Seen.Father}/{match.Seen.Cross} met by [{string.Join("; ", met)}] first was {better}";
    }

    public static void Judge(string folder, string hits)
    {
        var answers = File.ReadLines(hits).Skip(1).Select(l => l.Split(',')).GroupBy(c => c[0]).ToDictionary(g => g.Key, g => g.Select(c => c[2]).ToArray());
        var truths = File.ReadLines(Path.Combine(folder, "truth.csv")).Skip(1).Select(l => l.Split(',')).ToArray();
        var asked = File.ReadLines(Path.Combine(folder, "queries.csv")).Skip(1).ToDictionary(l => l[..7]);
        var people = File.ReadLines(Path.Combine(folder, "people.csv")).Skip(1).Select(l => l.Split(',')).ToDictionary(c => c[0]);
        double first = 0, ten = 0, ceilingFirst = 0, ceilingTen = 0;
        var missed = new List<string>();
        foreach (var t in truths)
        {
            var namesakes = int.Parse(t[2], CultureInfo.InvariantCulture);
            ceilingFirst += 1.0 / namesakes;
            ceilingTen += Math.Min(1, 10.0 / namesakes);
            var found = answers.GetValueOrDefault(t[0]) ?? [];
            if (found.Length > 0 && found[0] == t[1]) first++;
            if (found.Take(10).Contains(t[1])) ten++;
            else if (namesakes <= 5) missed.Add(Why(asked[t[0]], people[t[1]], found.Length > 0 ? people[found[0]] : null, t[3]));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"recall@1 {first / truths.Length:0.0000} of ceiling {ceilingFirst / truths.Length:0.0000} = {first / ceilingFirst:0.0000}   recall@10 {ten / truths.Length:0.0000} of ceiling {ceilingTen / truths.Length:0.0000} = {ten / ceilingTen:0.0000}"));
        foreach (var m in missed.Take(25)) Console.WriteLine("  missed " + m);
    }
}
