using System.Globalization;
using Turna.Cases.Contracts;

namespace Turna.UnitTests.Importing;

/// <summary>
/// Three registers (invented people) with what a person reads in each row. Expectations were written from the sheets, not from
/// the reader's output; rows that share a number are one person, rows with different numbers are not.
/// </summary>
public sealed class Sample_register_tests
{
    public static TheoryData<string> Samples => ["register-2023-a.xlsx", "register-2023-b.csv", "register-2023-c.xlsx"];

    [Theory, MemberData(nameof(Samples))]
    public void Every_row_is_read_as_a_person_reads_it(string sample)
    {
        var register = Read(sample);
        var expected = Expected(sample);
        register.Rows.Count.ShouldBe(expected.Count);
        foreach (var (row, wanted) in register.Rows.Zip(expected))
        {
            row.Number.ShouldBe(int.Parse(wanted["row"], CultureInfo.InvariantCulture));
            Values(row).ShouldBe($"{wanted["kind"]}|{wanted["date"]}|{wanted["country"]}|{wanted["topics"]}|{wanted["sex"]}|{wanted["birthYear"]}|{wanted["claimed"]}|{wanted["recovered"]}", $"row {row.Number}");
        }
    }

    [Theory, MemberData(nameof(Samples))]
    public void What_a_person_would_doubt_is_doubtful(string sample)
    {
        foreach (var (row, wanted) in Read(sample).Rows.Zip(Expected(sample)))
        {
            if (wanted["kind"] == "skipped") continue;
            var doubted = row.Problems.Select(problem => problem.Split(':')[0]).Where(field => field != "topics").Distinct().Order();
            string.Join(' ', doubted).ShouldBe(string.Join(' ', wanted["doubts"].Split(' ').Order()), $"row {row.Number}");
            row.Status.ShouldBe(row.Problems.Count > 0 ? RegisterRowStatus.Doubtful : RegisterRowStatus.Ok);
        }
    }

    [Theory, MemberData(nameof(Samples))]
    public void Rows_are_joined_exactly_where_numbers_say_so(string sample)
    {
        var register = Read(sample);
        var groups = RegisterGrouping.Of(register, TestContext.Current.CancellationToken);
        var rows = Expected(sample).Select((wanted, i) => (Phone: wanted["phone"], Person: groups.People[i])).Where(row => row.Phone.Length > 0).ToArray();

        rows.GroupBy(row => row.Phone).Where(group => group.Select(row => row.Person).Distinct().Count() > 1).ShouldBeEmpty();
        rows.GroupBy(row => row.Person).Where(group => group.Select(row => row.Phone).Distinct().Count() > 1).ShouldBeEmpty();
    }

    [Fact]
    public void Anonymous_rows_have_no_person()
    {
        var register = Read("register-2023-a.xlsx");
        var groups = RegisterGrouping.Of(register, TestContext.Current.CancellationToken);
        for (var i = 0; i < register.Rows.Count; i++)
            (groups.People[i] is null).ShouldBe(register.Rows[i].Name is null);
    }

    [Fact]
    public void The_sheet_of_codes_is_left_out_and_said_so() =>
        Read("register-2023-a.xlsx").Notices.ShouldContain(notice => notice.Contains("Справочник"));

    private static string Values(RegisterRow row) => row.Status == RegisterRowStatus.Skipped
        ? "skipped|||||||"
        : string.Create(CultureInfo.InvariantCulture, $"entry|{row.Date}|{row.Country}|{string.Join(' ', row.Topics)}|{row.Sex}|{row.BirthYear}|{row.Claimed:0.##}|{row.Recovered:0.##}");

    internal static Register Read(string sample) => Readings.Read(File.ReadAllBytes(Sample(sample)), sample);

    private static List<Dictionary<string, string>> Expected(string sample)
    {
        var lines = File.ReadAllLines(Sample(Path.GetFileNameWithoutExtension(sample) + ".expected.csv"));
        var headings = lines[0].Split(',');
        return lines.Skip(1).Select(line => headings.Zip(line.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second)).ToList();
    }

    private static string Sample(string name) => Path.Combine(AppContext.BaseDirectory, "Importing", "Samples", name);
}
