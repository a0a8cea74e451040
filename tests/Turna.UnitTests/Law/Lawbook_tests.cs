using Turna.Law;
using Turna.Law.Lists;
using Turna.Law.Packs;

namespace Turna.UnitTests.Law;

/// <summary>Which rule governs whom and when, and what a list and a notice say of themselves.</summary>
public sealed class Lawbook_tests
{
    private const string Words = "{en: a, ru: b, ky: c, uz: d}";

    [Fact]
    public void A_later_pack_of_the_same_name_takes_the_place_of_the_earlier()
    {
        var law = new Lawbook([Pack("xx", Rule("OLD")), Pack("yy", Rule("OTHER", subject: "more")), Pack("xx", Rule("NEW"))]);

        law.Packs.Count.ShouldBe(2);
        law.Rules("XX", "stay").ShouldHaveSingleItem().Id.ShouldBe("NEW");
    }

    [Fact]
    public void An_unknown_country_subject_or_series_is_no_error()
    {
        var law = new Lawbook([Pack("xx", Rule("A"))]);

        law.Of("XX").ShouldNotBeNull();
        law.Of("YY").ShouldBeNull();
        law.Rules("YY", "stay").ShouldBeEmpty();
        law.Rules("XX", "more", "KG").ShouldBeEmpty();
        law.RulesBelow("XX", "stay").ShouldBeEmpty();
        law.Series("S").ShouldBeNull();
    }

    [Fact]
    public void Versions_stand_in_order_of_their_first_day_the_undated_first()
    {
        var law = new Lawbook([Pack("xx", Rule("LATE", from: "2020-01-01") + Rule("UNDATED", to: "2009-12-31") + Rule("EARLY", from: "2010-01-01", to: "2019-12-31"))]);
        var versions = law.Rules("XX", "stay");

        versions.Select(rule => rule.Id).ShouldBe(["UNDATED", "EARLY", "LATE"]);
        Versions.Governing(versions, new(2009, 12, 31))!.Id.ShouldBe("UNDATED");
        Versions.Governing(versions, new(2010, 1, 1))!.Id.ShouldBe("EARLY");
        Versions.Governing(versions, new(2019, 12, 31))!.Id.ShouldBe("EARLY");
        Versions.Governing(versions, new(2020, 1, 1))!.Id.ShouldBe("LATE");
        Versions.Governing([], new(2020, 1, 1)).ShouldBeNull();
    }

    [Fact]
    public void After_the_last_known_version_the_last_is_the_best_there_is() =>
        Versions.Governing(new Lawbook([Pack("xx", Rule("A", to: "2019-12-31"))]).Rules("XX", "stay"), new(2030, 1, 1))!.Id.ShouldBe("A");

    [Fact]
    public void A_rule_covers_its_first_and_its_last_day()
    {
        var rule = new Lawbook([Pack("xx", Rule("A", from: "2010-01-01", to: "2019-12-31"))]).Rules("XX", "stay")[0];
        var open = new Lawbook([Pack("xx", Rule("A"))]).Rules("XX", "stay")[0];

        new[] { new DateOnly(2009, 12, 31), new(2010, 1, 1), new(2019, 12, 31), new(2020, 1, 1) }.Select(rule.Covers).ShouldBe([false, true, true, false]);
        open.Covers(DateOnly.MinValue).ShouldBeTrue();
        (rule.Version, open.Version).ShouldBe(("2010-01-01", "undated"));
    }

    [Fact]
    public void Her_own_citizenship_comes_before_everybodys_and_that_before_others()
    {
        var all = new Lawbook([Pack("xx", Rule("KG", citizens: "KG") + Rule("UZ-1", citizens: "UZ, TJ", to: "2019-12-31") + Rule("ALL") + Rule("UZ-2", citizens: "UZ, TJ", from: "2020-01-01"))]);
        var others = new Lawbook([Pack("xx", Rule("UZ-1", citizens: "UZ, TJ", to: "2019-12-31") + Rule("KG", citizens: "KG", from: "2010-01-01") + Rule("UZ-2", citizens: "UZ, TJ", from: "2020-01-01"))]);

        Ids(all.Rules("XX", "stay", "KG")).ShouldBe(["KG"]);
        Ids(all.Rules("XX", "stay", "TJ")).ShouldBe(["UZ-1", "UZ-2"]);
        Ids(all.Rules("XX", "stay", "DE")).ShouldBe(["ALL"]);
        Ids(others.Rules("XX", "stay", "DE")).ShouldBe(["UZ-1", "UZ-2"]);
    }

    [Fact]
    public void Rules_below_a_branch_are_those_whose_subject_begins_with_it()
    {
        var law = new Lawbook([Pack("xx", Rule("A", subject: "deadline/one") + Rule("B", subject: "deadline/two") + Rule("C", subject: "deadline") + Rule("D", subject: "dead/line"))]);

        Ids(law.RulesBelow("XX", "deadline")).ShouldBe(["A", "B"]);
        Ids(law.RulesBelow("XX", "dead")).ShouldBe(["D"]);
    }

    /// <summary>5 % from 1 January, 6 % from 1 February, ended on 10 February.</summary>
    [Theory]
    [InlineData("2024-12-31", null, 0)]
    [InlineData("2025-01-01", "5", 31)]
    [InlineData("2025-01-31", "5", 31)]
    [InlineData("2025-02-01", "6", 10)]
    [InlineData("2025-02-10", "6", 10)]
    [InlineData("2025-02-11", null, 0)]
    public void A_series_holds_from_each_first_day_to_the_day_before_the_next(string day, string? value, int last)
    {
        var series = new Series("S", "percent", new LegalText("", "", "", ""), [new(new(2025, 1, 1), 5m, TrustMark.Seen), new(new(2025, 2, 1), 6m, TrustMark.Seen)],
            new(2025, 2, 10), new(2025, 2, 10), new Origin("s", new(2025, 1, 1), TrustMark.Seen));
        var on = DateOnly.Parse(day, null);

        series.On(on)?.Value.ShouldBe(decimal.Parse(value!, System.Globalization.CultureInfo.InvariantCulture));
        (series.On(on) is null).ShouldBe(value is null);
        if (value is not null) series.LastDay(series.IndexOn(on)).Day.ShouldBe(last);
        (series with { To = null }).LastDay(1).ShouldBe(DateOnly.MaxValue);
    }

    /// <summary>Weekend Saturday and Sunday, holiday on 8 March: in 2024 a Friday, so 8 to 10 March are off; in 2025 a Saturday.</summary>
    [Theory]
    [InlineData("2024-03-07", "2024-03-07", "2024-03-07")]
    [InlineData("2024-03-08", "2024-03-11", "2024-03-07")]
    [InlineData("2024-03-10", "2024-03-11", "2024-03-07")]
    [InlineData("2024-03-11", "2024-03-11", "2024-03-11")]
    [InlineData("2025-03-08", "2025-03-10", "2025-03-07")]
    public void Days_off_are_left_forwards_or_backwards(string day, string after, string before)
    {
        var calendar = Calendar();

        calendar.OnOrAfter(DateOnly.Parse(day, null)).ShouldBe(DateOnly.Parse(after, null));
        calendar.OnOrBefore(DateOnly.Parse(day, null)).ShouldBe(DateOnly.Parse(before, null));
    }

    [Theory]
    [InlineData("2024-02-29", false)]
    [InlineData("2024-03-01", true)]
    [InlineData("2024-03-15", true)]
    [InlineData("2024-03-16", false)]
    public void Near_a_holiday_means_within_a_week(string day, bool near) => Calendar().IsNearHoliday(DateOnly.Parse(day, null)).ShouldBe(near);

    [Fact]
    public void A_list_doubts_only_what_is_not_verified_and_gives_the_worst_mark()
    {
        var list = List("  - {code: A, name: WORDS}\n  - {code: B, confidence: M-hi, name: WORDS}\n  - {code: C, confidence: M-lo, name: WORDS}\n").List!;

        list.Doubt([list.Find("A")!]).ShouldBeNull();
        list.Doubt(list.Entries)!.Values.ShouldBe([new("codes", "B, C"), new("mark", "M-lo")]);
        list.Find("D").ShouldBeNull();
    }

    [Fact]
    public void A_list_keeps_group_and_grade_and_refuses_what_it_does_not_know()
    {
        var (list, problems) = List("  - {code: A, group: g, grade: counts, name: WORDS}\n  - {code: B, name: WORDS}\n");

        problems.ShouldBeEmpty();
        list!.Entries.Select(entry => (entry.Group, entry.Grade)).ShouldBe([("g", "counts"), ("", "")]);
        (list.Name, list.Title.English, list.Origin.Source).ShouldBe(("l", "a", "s"));
        Refused("  - {code: A, name: WORDS, colour: red}\n").ShouldBe(["l.yaml:7: unknown key 'colour'"]);
        Refused("  - A\n").ShouldBe(["l.yaml:7: each of 'entries' must be a mapping"]);
        Refused("  - {code: A, name: WORDS}\ncolour: red\n").ShouldBe(["l.yaml:8: unknown key 'colour'"]);
        List("  - {code: A, name: WORDS}\ncolour: red\n").List.ShouldBeNull();
    }

    [Fact]
    public void Notices_are_the_same_if_code_subject_and_values_are()
    {
        var notice = Notice.Of("c", "s", ("a", 1m));

        notice.ShouldBe(Notice.Of("c", "s", ("a", 1m)));
        notice.GetHashCode().ShouldBe(Notice.Of("c", "s", ("a", 1m)).GetHashCode());
        notice.Equals(null).ShouldBeFalse();
        foreach (var other in new[] { Notice.Of("d", "s", ("a", 1m)), Notice.Of("c", "t", ("a", 1m)), Notice.Of("c", "s", ("a", 2m)), Notice.Of("c", "s", ("b", 1m)), Notice.Of("c", "s") })
            notice.ShouldNotBe(other);
    }

    [Theory]
    [InlineData("1/3", "1/6", "1/2")]
    [InlineData("1/6", "1/3", "1/2")]
    [InlineData("1/4", "1/4", "1/2")]
    [InlineData("1/4", "1/10", "7/20")]
    public void Ratios_add_as_fractions_do(string left, string right, string sum)
    {
        var total = Fraction(left) + Fraction(right);

        (total.Numerator * Fraction(sum).Denominator).ShouldBe(total.Denominator * Fraction(sum).Numerator);
    }

    [Theory]
    [InlineData(1, 200, "0.01")]
    [InlineData(-1, 200, "-0.01")]
    [InlineData(1, 201, "0.00")]
    [InlineData(5, 4, "1.25")]
    public void Half_a_kopeck_is_rounded_away_from_nothing(int numerator, int denominator, string rounded) =>
        new Ratio(numerator, denominator).Rounded().ShouldBe(decimal.Parse(rounded, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void A_change_of_law_lists_only_the_situations_it_changes() =>
        LawChange.Between([1, 2, 3, 4], number => number / 2, number => number / 3, (before, after) => before == after)
            .Select(change => (change.Index, change.Situation, change.Before, change.After)).ShouldBe([(1, 2, 1, 0), (3, 4, 2, 1)]);

    private static Ratio Fraction(string text) => new(text[0] - '0', decimal.Parse(text[2..], System.Globalization.CultureInfo.InvariantCulture));

    private static IEnumerable<string> Ids(IEnumerable<Rule> rules) => rules.Select(rule => rule.Id);

    private static IEnumerable<string> Refused(string entries) => List(entries).Problems.Select(problem => problem.ToString());

    private static (CodeList? List, IReadOnlyList<PackProblem> Problems) List(string entries) =>
        CodeList.Read("l.yaml", $"list: l\ntitle: {Words}\nsource: s\nchecked: 2025-01-01\nconfidence: V\nentries:\n" + entries.Replace("WORDS", Words, StringComparison.Ordinal));

    private static WorkCalendar Calendar() => new("C", [DayOfWeek.Saturday, DayOfWeek.Sunday], [new Holiday(3, 8, new LegalText("", "", "", ""))], new Origin("s", new(2025, 1, 1), TrustMark.Seen));

    private static string Rule(string id, string subject = "stay", string? from = null, string? to = null, string? citizens = null) =>
        $"  - id: {id}\n    subject: {subject}\n    kind: information\n{Line("from", from)}{Line("to", to)}{Line("citizens", citizens is null ? null : $"[{citizens}]")}    article: art. 1\n    text: {Words}\n    source: s\n    checked: 2025-01-01\n    confidence: V\n";

    private static string Line(string key, string? value) => value is null ? "" : $"    {key}: {value}\n";

    /// <summary>The rules only, as the reader gives them; that versions do not overlap is the reader's care, not the book's.</summary>
    private static RulePack Pack(string name, string rules)
    {
        var read = rules.Split("  - id:", StringSplitOptions.RemoveEmptyEntries).Select(rule => PackReader.Read("x.yaml", $"pack: {name}\ncountry: XX\nrules:\n  - id:{rule}").Pack!);
        return new RulePack(name, "XX", null, [.. read.SelectMany(pack => pack.Rules)], [], null);
    }
}
