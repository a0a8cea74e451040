using System.Globalization;
using Turna.Cases.Contracts;

namespace Turna.UnitTests.Importing;

/// <summary>Whole registers made out of the tables of habits: no value that is wrong may go unnamed, and few may be missed.</summary>
public sealed class Office_register_tests(ITestOutputHelper output)
{
    private const int Registers = 24;
    private const int Entries = 150;

    [Fact]
    public void No_wrong_value_goes_unnamed()
    {
        var silent = new List<string>();
        var tally = new SortedDictionary<string, (int Right, int All)>(StringComparer.Ordinal);
        int right = 0, rows = 0;
        for (var seed = 1; seed <= Registers; seed++)
        {
            var made = new OfficeRegister(seed).Make(Entries);
            var register = Readings.Read(made.File);
            var read = register.Rows.ToDictionary(row => (row.Sheet, row.Number));
            for (var i = 0; i < made.Truth.Count; i++)
            {
                if (!read.TryGetValue((0, i + 1), out var row)) continue;
                rows++;
                if (Faults(row, made.Truth[i], tally, fault => silent.Add($"seed {seed} row {row.Number} {row.Status}: {fault}"))) right++;
            }
        }

        foreach (var (kind, (good, all)) in tally) output.WriteLine($"{kind,-12} {good,6} of {all,6}  {100.0 * good / all:0.0} %");
        output.WriteLine($"rows right {right} of {rows} ({100.0 * right / rows:0.0} %), silent errors {silent.Count}");
        foreach (var line in silent.Take(60)) output.WriteLine(line);
        silent.ShouldBeEmpty();
        ((double)right / rows).ShouldBeGreaterThan(0.85);
    }

    [Fact]
    public void People_find_themselves_and_nobody_else()
    {
        long both = 0, mine = 0, theirs = 0;
        var wrong = new List<string>();
        for (var seed = 1; seed <= Registers; seed++)
        {
            var made = new OfficeRegister(seed).Make(Entries);
            var register = Readings.Read(made.File);
            var people = RegisterGrouping.Of(register, TestContext.Current.CancellationToken).People;
            var rows = register.Rows.Select((row, i) => (Row: row, Person: people[i])).Where(pair => pair.Row.Sheet == 0 && pair.Row.Number <= made.Truth.Count)
                .Select(pair => (pair.Row, pair.Person, Truth: made.Truth[pair.Row.Number - 1]?.Person)).Where(row => row.Truth is not null || row.Person is not null).ToArray();
            for (var i = 0; i < rows.Length; i++)
                for (var j = 0; j < i; j++)
                {
                    var same = rows[i].Truth is { } person && person == rows[j].Truth;
                    var joined = rows[i].Person is { } id && id == rows[j].Person;
                    if (same) mine++;
                    if (joined) theirs++;
                    if (same && joined) both++;
                    else if (joined) wrong.Add($"seed {seed}: {Said(rows[i].Row)} = {Said(rows[j].Row)}");
                }
        }

        output.WriteLine($"of {mine} pairs of one person {both} joined ({100.0 * both / mine:0.0} %); of {theirs} joined {both} right ({100.0 * both / theirs:0.0} %)");
        foreach (var line in wrong.Take(30)) output.WriteLine(line);
        ((double)both / theirs).ShouldBeGreaterThan(0.98);
        ((double)both / mine).ShouldBeGreaterThan(0.75);
    }

    private static string Said(RegisterRow row) => $"{row.Name} {row.BirthYear} {row.Place} {string.Join('/', row.Phones.Select(phone => phone.Number))}";

    private static bool Faults(RegisterRow row, MadeEntry? made, SortedDictionary<string, (int Right, int All)> tally, Action<string> silent)
    {
        if (made is null)
        {
            var skipped = row.Status == RegisterRowStatus.Skipped;
            Count(tally, "between", skipped);
            if (row.Status == RegisterRowStatus.Ok) silent($"not skipped: {string.Join(' ', row.Text.Values)}");
            return skipped;
        }

        if (row.Status == RegisterRowStatus.Skipped) silent("skipped: " + string.Join(' ', row.Text.Values));
        var all = true;
        foreach (var (field, habit) in made.Written)
        {
            var name = field switch { "birth" => "birthYear", "topic" => "topics", _ => field };
            var value = Value(field, row);
            var open = habit.Value == "null" && habit.Doubt == "yes" || habit.Value.Contains('?');
            var good = open || value == habit.Value || (habit.Value == "null" && value.StartsWith("null", StringComparison.Ordinal));
            var named = row.Problems.Any(problem => problem.StartsWith(name + ":", StringComparison.Ordinal));
            // A row has one currency; where the two sums differ in it, that is said.
            named |= field is "claimed" or "recovered" && row.Problems.Any(problem => problem.StartsWith("currency:", StringComparison.Ordinal));
            if ((!good || (open && habit.Doubt == "yes")) && !named) silent($"{name} '{habit.Written}' is {habit.Value}, read {value}");
            if (habit.Written.Length > 0) Count(tally, name, good);
            all &= good;
        }

        return all;
    }

    private static void Count(SortedDictionary<string, (int Right, int All)> tally, string kind, bool right)
    {
        var (good, all) = tally.GetValueOrDefault(kind);
        tally[kind] = (good + (right ? 1 : 0), all + 1);
    }

    private static string Value(string field, RegisterRow row) => field switch
    {
        "date" => row.Date?.ToString() ?? "null",
        "country" => row.Country ?? "null",
        "sex" => row.Sex?.ToString() ?? "null",
        "birth" => row.BirthYear?.ToString(CultureInfo.InvariantCulture) ?? "null",
        "topic" => row.Topics.Count == 0 ? "null" : string.Join(' ', row.Topics.Order(StringComparer.Ordinal)),
        _ => (field == "claimed" ? row.Claimed : row.Recovered) is { } sum ? $"{sum.ToString("0.##", CultureInfo.InvariantCulture)} {row.Currency}" : "null",
    };
}
