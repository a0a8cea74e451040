using Turna.Law.Packs;

namespace Turna.UnitTests.Law;

/// <summary>What a pack may say and may not, one detail at a time; every refusal names its line, and nothing else is refused with it.</summary>
public sealed class Pack_detail_tests
{
    private const string Words = "{en: a, ru: b, ky: c, uz: d}";
    private const string Rest = $"    article: art. 1\n    text: {Words}\n    source: s\n    checked: 2025-01-01\n    confidence: V\n";

    [Theory]
    [InlineData("currency: XXX\n")]
    [InlineData("")]
    public void A_currency_may_be_given_or_left_out(string currency) =>
        Problems($"pack: xx\ncountry: XX\n{currency}").ShouldBeEmpty();

    [Theory]
    [InlineData("Xxx")]
    [InlineData("XX")]
    [InlineData("XXXX")]
    public void A_currency_is_three_capital_letters(string currency) =>
        Problems($"pack: xx\ncountry: XX\ncurrency: {currency}\n").ShouldHaveSingleItem().ShouldContain("ISO 4217");

    [Fact]
    public void A_missing_kind_is_one_problem() =>
        Problems($"pack: xx\ncountry: XX\nrules:\n  - id: A\n    subject: s\n{Rest}").ShouldBe(["4 'kind' is missing"]);

    [Fact]
    public void Rules_of_an_unknown_kind_are_refused_for_that_alone()
    {
        const string Rule = $"  - id: A\n    subject: s\n    kind: what\n    parameters: {{a: 1}}\n{Rest}";

        Problems("pack: xx\ncountry: XX\nrules:\n" + Rule + Rule).ShouldBe(["6 unknown kind 'what'", "15 unknown kind 'what'"]);
    }

    [Fact]
    public void A_rule_may_hold_for_one_day_only() => Problems(Ruled("    from: 2025-01-01\n    to: 2025-01-01\n")).ShouldBeEmpty();

    [Fact]
    public void Versions_may_stand_in_any_order() =>
        Problems(Ruled("    from: 2025-01-01\n") + Ruled("    to: 2024-12-31\n")["pack: xx\ncountry: XX\nrules:\n".Length..]).ShouldBeEmpty();

    [Fact]
    public void Versions_for_other_citizens_do_not_overlap() =>
        Problems(Ruled("    citizens: [KG]\n") + Ruled("    citizens: [UZ]\n")["pack: xx\ncountry: XX\nrules:\n".Length..]).ShouldBeEmpty();

    [Fact]
    public void A_kind_without_parameters_needs_none_and_takes_none()
    {
        Problems(Ruled("")).ShouldBeEmpty();
        Problems(Ruled("    parameters: {a: 1}\n")).ShouldBe(["7 unknown key 'a'"]);
        Problems(Ruled("    parameters: 5\n")).ShouldBe(["7 'parameters' must be a mapping"]);
    }

    [Fact]
    public void Required_parameters_are_required_and_others_are_not()
    {
        Problems(Ruled("", "stay-since-entry")).ShouldBe(["4 'parameters' is missing"]);
        Problems(Ruled("    parameters: {max: 30}\n", "stay-since-entry")).ShouldBeEmpty();
        Problems(Ruled("    parameters: {registered: 90}\n", "stay-since-entry")).ShouldBe(["7 'max' is missing"]);
        Problems(Ruled("    parameters: {max: 30, registered: ninety}\n", "stay-since-entry")).ShouldBe(["7 'registered' must be a whole number, not 'ninety'"]);
    }

    [Fact]
    public void A_number_is_read_as_written()
    {
        var pack = Read(Ruled("    parameters: {percent: 0.25}\n", "interest-fixed-daily")).Pack!;

        pack.Rules[0].Number("percent").ShouldBe(0.25m);
        Problems(Ruled("    parameters: {percent: a quarter}\n", "interest-fixed-daily")).ShouldBe(["7 'percent' must be a number, not 'a quarter'"]);
    }

    [Theory]
    [InlineData("[[2025-01-01, 5], [2025-01-02, 6, M-lo]]")]
    [InlineData("[[2025-01-01, 5]]")]
    public void A_series_may_end_on_the_day_its_last_value_begins(string values) =>
        Problems(Series($"    to: 2025-01-0{(values.Contains("02", StringComparison.Ordinal) ? 2 : 1)}\n", values)).ShouldBeEmpty();

    [Fact]
    public void Each_value_has_the_mark_of_its_series_or_its_own()
    {
        var series = Read(Series("", "[[2025-01-01, 5], [2025-01-02, 6.5, M-lo]]")).Pack!.Series[0];

        series.Values.ShouldBe([new(new(2025, 1, 1), 5m, Turna.Law.TrustMark.Seen), new(new(2025, 1, 2), 6.5m, Turna.Law.TrustMark.LowTrust)]);
    }

    [Theory]
    [InlineData("[[2025-01-01, 5, V, 6]]")]
    [InlineData("[[[], 5]]")]
    [InlineData("[[2025-01-01, []]]")]
    [InlineData("[[2025-01-01, 5, []]]")]
    [InlineData("[5]")]
    public void What_is_no_value_is_refused(string values) =>
        Problems(Series("", values)).ShouldContain("12 a value is [first day in force, number] or [first day in force, number, confidence]");

    [Fact]
    public void Series_refuse_unknown_keys_and_one_name_twice()
    {
        Problems(Series("    colour: red\n", "[[2025-01-01, 5]]")).ShouldBe(["8 unknown key 'colour'"]);
        var twice = Series("", "[[2025-01-01, 5]]");
        Problems(twice + twice["pack: xx\ncountry: XX\nseries:\n".Length..]).ShouldBe(["1 overlap: series 'S' appears twice"]);
    }

    [Fact]
    public void A_rule_finds_the_series_of_its_pack() =>
        Problems(Ruled("    parameters: {series: S}\n", "minimum-wage") + Series("", "[[2025-01-01, 5]]")["pack: xx\ncountry: XX\n".Length..]).ShouldBeEmpty();

    [Fact]
    public void A_calendar_is_read_with_its_days()
    {
        var calendar = Read(Calendar("saturday, Sunday", $"    - {{day: 02-29, name: {Words}}}\n")).Pack!.Calendar!;

        calendar.Weekend.ShouldBe([DayOfWeek.Saturday, DayOfWeek.Sunday]);
        calendar.Holidays.Select(holiday => (holiday.Month, holiday.Day, holiday.Name.Uzbek)).ShouldBe([(2, 29, "d")]);
        calendar.Id.ShouldBe("C");
    }

    [Fact]
    public void A_calendar_refuses_unknown_keys_in_itself_and_in_its_holidays()
    {
        Problems(Calendar("sunday", "", "  colour: red\n")).ShouldBe(["9 unknown key 'colour'"]);
        Problems(Calendar("sunday", $"    - {{day: 03-08, name: {Words}, colour: red}}\n")).ShouldBe(["10 unknown key 'colour'"]);
        Problems(Calendar("sunday", "    - 5\n")).ShouldBe(["10 each of 'holidays' must be a mapping"]);
    }

    [Fact]
    public void Words_and_texts_must_be_such()
    {
        Problems(Ruled("    citizens: [[KG]]\n")).ShouldBe(["7 'citizens' must hold words"]);
        Problems(Ruled("    citizens: KG\n")).ShouldBe(["7 'citizens' must be a list"]);
        Problems(Ruled("").Replace("source: s", "source: ''", StringComparison.Ordinal)).ShouldContain("9 'source' must be a text");
        Problems(Ruled("").Replace("checked: 2025-01-01", "colour: red", StringComparison.Ordinal)).ShouldBe(["4 'checked' is missing", "10 unknown key 'colour'"], ignoreOrder: true);
        Problems(Ruled("").Replace("    confidence: V\n", "", StringComparison.Ordinal)).ShouldBe(["4 'confidence' is missing"]);
        Problems(Ruled("").Replace($"text: {Words}", "text: a", StringComparison.Ordinal)).ShouldBe(["8 'text' must be a mapping"]);
        Problems(Ruled("").Replace($"    text: {Words}\n", "", StringComparison.Ordinal)).ShouldBe(["4 'text' is missing"]);
    }

    [Fact]
    public void A_key_that_is_no_text_is_refused() => Problems("pack: xx\ncountry: XX\n? [a]\n: b\n").ShouldNotBeEmpty();

    [Fact]
    public void Two_documents_are_no_pack() => Problems("pack: xx\ncountry: XX\n---\npack: yy\ncountry: YY\n").ShouldBe(["1 a content file is one mapping"]);

    private static string Ruled(string more, string kind = "information") =>
        $"pack: xx\ncountry: XX\nrules:\n  - id: A\n    subject: s\n    kind: {kind}\n{more}{Rest}";

    private static string Series(string more, string values) =>
        $"pack: xx\ncountry: XX\nseries:\n  - id: S\n    unit: percent\n    text: {Words}\n    known-through: 2025-01-01\n{more}    source: s\n    checked: 2025-01-01\n    confidence: V\n    values:\n      {values}\n".Replace("    values:\n      ", more.Length == 0 ? "    # the values\n    values: " : "    values: ", StringComparison.Ordinal);

    private static string Calendar(string weekend, string holidays, string more = "") =>
        $"pack: xx\ncountry: XX\ncalendar:\n  id: C\n  weekend: [{weekend}]\n  source: s\n  checked: 2025-01-01\n  confidence: V\n{more}{(holidays.Length > 0 ? "  holidays:\n" : "")}{holidays}";

    private static PackReading Read(string text) => PackReader.Read("x.yaml", text);

    private static IEnumerable<string> Problems(string text) => Read(text).Problems.Select(problem => FormattableString.Invariant($"{problem.Line} {problem.Message}"));
}
