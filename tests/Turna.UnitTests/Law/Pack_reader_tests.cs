using Turna.Law;
using Turna.Law.Lists;
using Turna.Law.Packs;

namespace Turna.UnitTests.Law;

public sealed class Pack_reader_tests
{
    private const string Words = "{en: a, ru: b, ky: c, uz: d}";

    private static string Series(string values, string more = "known-through: 2025-01-01") =>
        $"pack: xx\ncountry: XX\nseries:\n  - id: S\n    unit: percent\n    text: {Words}\n    {more}\n    source: s\n    checked: 2025-01-01\n    confidence: V\n    values: [{values}]\n";

    [Fact]
    public void Every_pack_and_list_of_the_content_is_sound()
    {
        Content.Law.Packs.Count.ShouldBeGreaterThanOrEqualTo(7);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Content.Folder, "lists"), "*.yaml"))
            CodeList.Read(file, File.ReadAllText(file)).Problems.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("[2025-01-01, 5], [2025-01-01, 6]", 11, "overlap")]
    [InlineData("[2025-02-01, 5], [2025-01-01, 6]", 11, "overlap")]
    [InlineData("[2025-02-30, 5]", 11, "first day in force")]
    [InlineData("[2025-01-01, five]", 11, "first day in force")]
    [InlineData("[2025-01-01, -5]", 11, "first day in force")]
    [InlineData("[2025-01-01, 5, sure]", 11, "first day in force")]
    [InlineData("[2025-01-01]", 11, "first day in force")]
    [InlineData("", 4, "no values")]
    public void Bad_values_of_a_series_are_refused_with_their_line(string values, int line, string message) =>
        ShouldRefuse(Series(values), line, message);

    [Fact]
    public void A_series_that_ends_before_its_last_value_is_refused() =>
        ShouldRefuse(Series("[2025-01-01, 5]", "known-through: 2025-01-01\n    to: 2024-12-31"), 4, "ends before");

    [Theory]
    [InlineData("2020-01-01", "2020-12-31", "2020-12-31", "overlap")]
    [InlineData("2020-01-01", "2020-12-31", "2021-01-02", "gap")]
    [InlineData("2020-01-01", "", "2021-01-01", "overlap")]
    [InlineData("2020-01-01", "2019-01-01", "2021-01-01", "'to' is before 'from'")]
    public void Overlaps_and_gaps_are_refused(string from, string to, string next, string message)
    {
        var problems = PackReader.Read("x.yaml", Dated(from, to, next)).Problems;

        problems.ShouldContain(problem => problem.Message.Contains(message, StringComparison.Ordinal));
        problems.ShouldAllBe(problem => problem.File == "x.yaml" && problem.Line > 3);
    }

    [Fact]
    public void Two_versions_without_gap_or_overlap_are_sound() =>
        PackReader.Read("x.yaml", Dated("2020-01-01", "2020-12-31", "2021-01-01")).Problems.ShouldBeEmpty();

    [Theory]
    [InlineData("kind: limitation", "kind: limits", 6, "unknown kind 'limits'")]
    [InlineData("years: 1", "years: one", 11, "'years' must be a whole number")]
    [InlineData("years: 1", "years: 1.5", 11, "'years' must be a whole number")]
    [InlineData("years: 1, ", "", 11, "'years' is missing")]
    [InlineData("years: 1", "years: 1, weeks: 2", 11, "unknown key 'weeks'")]
    [InlineData("article:", "artikel:", 4, "'article' is missing")]
    [InlineData("article:", "artikel:", 9, "unknown key 'artikel'")]
    [InlineData("confidence: V", "confidence: sure", 13, "'confidence' must be one of")]
    [InlineData("from: 2020-01-01", "from: 01.01.2020", 7, "'from' must be a day")]
    [InlineData("uz: d", "de: d", 10, "'uz' is missing")]
    [InlineData("uz: d", "uz: d, de: e", 10, "unknown key 'de'")]
    [InlineData("checked: 2025-01-01", "checked: []", 8, "'checked' must be a text")]
    [InlineData("country: XX", "country: XX\ncolour: red", 3, "unknown key 'colour'")]
    [InlineData("country: XX", "country: XX\ncurrency: Rubles", 1, "ISO 4217")]
    public void Unknown_keys_and_wrong_types_are_refused_with_their_line(string old, string now, int line, string message) =>
        ShouldRefuse(Sound.Replace(old, now, StringComparison.Ordinal), line, message);

    [Theory]
    [InlineData("", 1, "one mapping")]
    [InlineData("[]", 1, "one mapping")]
    [InlineData("a: [", 1, "not YAML")]
    [InlineData("pack: xx\ncountry: XX\nrules: 5", 3, "'rules' must be a list")]
    [InlineData("pack: xx\ncountry: XX\nrules: [5]", 3, "must be a mapping")]
    public void What_is_no_pack_is_refused(string text, int line, string message)
    {
        var problems = PackReader.Read("x.yaml", text).Problems;

        problems.ShouldContain(problem => problem.Line >= line && problem.Message.Contains(message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("monday, funday", "'funday' is not a day of the week")]
    [InlineData("1", "'1' is not a day of the week")]
    [InlineData("monday, tuesday, wednesday, thursday, friday, saturday, sunday", "a week needs a working day")]
    public void A_calendar_needs_known_days_and_a_working_day(string weekend, string message) =>
        ShouldRefuse($"pack: xx\ncountry: XX\ncalendar:\n  id: C\n  weekend: [{weekend}]\n  source: s\n  checked: 2025-01-01\n  confidence: V\n", 4, message);

    [Theory]
    [InlineData("13-01")]
    [InlineData("02-30")]
    [InlineData("1 May")]
    public void A_holiday_needs_a_month_and_a_day(string day) =>
        ShouldRefuse($"pack: xx\ncountry: XX\ncalendar:\n  id: C\n  weekend: [sunday]\n  source: s\n  checked: 2025-01-01\n  confidence: V\n  holidays:\n    - {{day: {day}, name: {Words}}}\n", 10, "month and day");

    [Fact]
    public void A_rule_may_refer_only_to_a_series_of_its_pack() =>
        ShouldRefuse(Sound.Replace("kind: limitation", "kind: minimum-wage", StringComparison.Ordinal).Replace("years: 1, if-day-off: stays", "series: NOWHERE", StringComparison.Ordinal), 4, "NOWHERE");

    [Fact]
    public void A_list_refuses_a_code_twice_and_unknown_keys()
    {
        const string List = "list: l\ntitle: {en: a, ru: b, ky: c, uz: d}\nsource: s\nchecked: 2025-01-01\nconfidence: V\nentries:\n";
        const string Entry = "  - {code: A, name: {en: a, ru: b, ky: c, uz: d}}\n";

        CodeList.Read("l.yaml", List + Entry).List!.Find("A")!.Trust.ShouldBe(TrustMark.Seen);
        CodeList.Read("l.yaml", List + Entry + Entry).Problems.ShouldHaveSingleItem().ToString().ShouldBe("l.yaml:8: code 'A' appears twice");
        CodeList.Read("l.yaml", List + Entry.Replace("code", "kode", StringComparison.Ordinal)).Problems.Count.ShouldBe(2);
        CodeList.Read("l.yaml", "entries: [").List.ShouldBeNull();
        CodeList.Read("l.yaml", "- a").List.ShouldBeNull();
    }

    private static string Sound { get; } = $$"""
        pack: xx
        country: XX
        rules:
          - id: A
            subject: limitation
            kind: limitation
            from: 2020-01-01
            checked: 2025-01-01
            article: art. 1
            text: {{Words}}
            parameters: {years: 1, if-day-off: stays}
            source: s
            confidence: V
        """;

    private static string Dated(string from, string to, string next)
    {
        var second = Sound[Sound.IndexOf("  - id", StringComparison.Ordinal)..].Replace("from: 2020-01-01", $"from: {next}", StringComparison.Ordinal);
        var first = Sound.Replace("from: 2020-01-01", to.Length > 0 ? $"from: {from}\n    to: {to}" : $"from: {from}", StringComparison.Ordinal);
        return first + "\n" + second;
    }

    private static void ShouldRefuse(string text, int line, string message)
    {
        var reading = PackReader.Read("x.yaml", text);

        reading.Pack.ShouldBeNull();
        reading.Problems.ShouldContain(problem => problem.Line == line && problem.Message.Contains(message, StringComparison.Ordinal), string.Join("\n", reading.Problems) + "\n" + text);
    }
}
