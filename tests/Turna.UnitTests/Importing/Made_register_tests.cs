using Turna.Cases.Contracts;

namespace Turna.UnitTests.Importing;

/// <summary>Registers made with known truth: what is read wrongly must never look certain.</summary>
public sealed class Made_register_tests(ITestOutputHelper output)
{
    private const int Entries = 300;
    private const int Registers = 12;

    [Fact]
    public void No_wrong_value_looks_certain_and_nearly_all_rows_are_right()
    {
        int rows = 0, right = 0;
        var silent = new List<string>();
        var wrong = new List<string>();
        for (var seed = 1; seed <= Registers; seed++)
        {
            var (csv, truth) = new RegisterMaker(seed).Make(Entries);
            var register = Readings.Read(csv);
            register.Rows.Count.ShouldBe(truth.Count);
            foreach (var (row, made) in register.Rows.Zip(truth))
            {
                rows++;
                var faults = Faults(row, made).ToArray();
                if (faults.Length == 0) right++;
                else (row.Status == RegisterRowStatus.Ok ? silent : wrong).Add($"seed {seed} row {row.Number}: {string.Join(", ", faults)} | {string.Join("; ", row.Problems)}");
            }
        }

        output.WriteLine($"{right} of {rows} rows right ({100.0 * right / rows:0.00} %), {silent.Count} silent errors");
        foreach (var line in silent.Concat(wrong).Take(40)) output.WriteLine(line);
        silent.ShouldBeEmpty();
        ((double)right / rows).ShouldBeGreaterThan(0.99);
    }

    [Fact]
    public void Rows_of_one_person_find_each_other_and_no_others()
    {
        long both = 0, mine = 0, theirs = 0;
        for (var seed = 1; seed <= Registers; seed++)
        {
            var (csv, truth) = new RegisterMaker(seed).Make(Entries);
            var groups = RegisterGrouping.Of(Readings.Read(csv));
            for (var i = 0; i < truth.Count; i++)
                for (var j = 0; j < i; j++)
                {
                    var same = truth[i]?.Person is { } person && person == truth[j]?.Person;
                    var joined = groups.People[i] is { } id && id == groups.People[j];
                    if (same) mine++;
                    if (joined) theirs++;
                    if (same && joined) both++;
                }
        }

        output.WriteLine($"of {mine} pairs of rows of one person {both} joined ({100.0 * both / mine:0.0} %); of {theirs} joined {both} right ({100.0 * both / theirs:0.0} %)");
        ((double)both / theirs).ShouldBeGreaterThan(0.99);
        ((double)both / mine).ShouldBeGreaterThan(0.85);
    }

    private static IEnumerable<string> Faults(RegisterRow row, MadeRow? made)
    {
        if (made is null)
        {
            if (row.Status != RegisterRowStatus.Skipped) yield return $"{row.Status} instead of skipped";
            yield break;
        }

        if (row.Status == RegisterRowStatus.Skipped) yield return "skipped";
        if (row.Date?.ToString() != made.Date.ToString("yyyy-MM-dd")) yield return $"date {row.Date} for {made.Date:yyyy-MM-dd}";
        if (row.Country != made.Country) yield return $"country {row.Country} for {made.Country}";
        if (!row.Topics.SequenceEqual(made.Topics)) yield return $"topics {string.Join(' ', row.Topics)} for {string.Join(' ', made.Topics)}";
        if (row.Sex != made.Sex) yield return $"sex {row.Sex} for {made.Sex}";
        if (row.BirthYear != made.BirthYear) yield return $"birthYear {row.BirthYear} for {made.BirthYear}";
        if (row.Claimed != made.Claimed) yield return $"claimed {row.Claimed} for {made.Claimed}";
        if (row.Recovered != made.Recovered) yield return $"recovered {row.Recovered} for {made.Recovered}";
    }
}
