using Turna.Law.Packs;
using Turna.Law.Stays;

namespace Turna.UnitTests.Law;

/// <summary>Deadlines, warnings, closed borders and refusals of a stay, each from both sides of its day.</summary>
public sealed class Stay_boundary_tests
{
    /// <summary>Fingerprints within 30 days of the entry (10 January + 30 = 9 February); counted with the day of entry the last is 8 February.</summary>
    [Theory]
    [InlineData("2025-02-08", false)]
    [InlineData("2025-02-09", true)]
    public void A_deadline_passes_the_day_after_its_last_by_the_stricter_reading(string asOf, bool passed)
    {
        var deadline = Answer("RU", DateOnly.Parse(asOf, null), new Stay(new(2025, 1, 10), null)).Deadlines.Single(one => one.What == "fingerprints-and-medical");

        (deadline.Day, deadline.OtherReading, deadline.Passed).ShouldBe((new DateOnly(2025, 2, 8), new DateOnly(2025, 2, 9), passed));
    }

    [Theory]
    [InlineData("2021-12-28", false)]
    [InlineData("2021-12-29", true)]
    public void A_deadline_holds_for_entries_from_its_first_day(string entry, bool holds)
    {
        var answer = Answer("RU", new(2022, 1, 5), new Stay(DateOnly.Parse(entry, null), null));

        answer.Deadlines.Any(deadline => deadline.What == "fingerprints-and-medical").ShouldBe(holds);
        answer.Rules.Any(rule => rule.Id == "RU-274").ShouldBe(holds);
    }

    [Fact]
    public void Who_is_not_there_has_no_deadlines() => Answer("RU", new(2025, 3, 1), new Stay(new(2025, 1, 10), new(2025, 1, 20))).Deadlines.ShouldBeEmpty();

    /// <summary>For Russia the pack holds no term of registration without a contract; that is said to who is there, and only there.</summary>
    [Fact]
    public void An_unknown_term_of_registration_is_said_where_it_matters()
    {
        const string Unknown = "stay.registration-unknown RU";
        var there = Question("RU", new(2025, 1, 20), new Stay(new(2025, 1, 10), null));
        var known = new Lawbook(Content.Law.Packs.Select(pack => pack with
        {
            Rules = [.. pack.Rules, .. pack.Rules.Where(rule => rule is { Country: "KZ", Subject: "deadline/registration" }).Select(rule => rule with { Country = "RU" })],
        }));

        Codes(Answer("RU", new(2025, 1, 20), new Stay(new(2025, 1, 10), null))).ShouldContain(Unknown);
        Codes(Answer("RU", new(2025, 1, 20), new Stay(new(2025, 1, 10), new(2025, 1, 15)))).ShouldNotContain(Unknown);
        Codes(Answer("TR", new(2025, 1, 20), new Stay(new(2025, 1, 10), null))).ShouldNotContain(code => code.StartsWith("stay.registration-unknown", StringComparison.Ordinal));
        Codes(StayCheck.Answer(there, known).Value!).ShouldNotContain(Unknown);
        Codes(StayCheck.Answer(there with { Basis = StayBasis.EaeuContract, Contract = new(new(2025, 1, 10), null, null) }, Content.Law).Value!).ShouldNotContain(Unknown);
    }

    /// <summary>Ninety days from 1 January 2025 end on 31 March; 114-FZ art. 27(1)(12) to (14): three years to 180 days over, five to 270, ten beyond.</summary>
    [Theory]
    [InlineData("2025-03-31", null)]
    [InlineData("2025-04-01", "stay.entry-may-be-closed RU-114-27-12")]
    [InlineData("2025-09-27", "stay.entry-may-be-closed RU-114-27-12")]
    [InlineData("2025-09-28", "stay.entry-may-be-closed RU-114-27-13")]
    [InlineData("2025-12-27", "stay.entry-may-be-closed RU-114-27-14")]
    public void Who_asks_when_to_come_back_after_overstaying_hears_of_a_ban(string exit, string? warning)
    {
        var left = DateOnly.Parse(exit, null);
        var question = Question("RU", left, new Stay(new(2025, 1, 1), left)) with { ReenterFor = [10] };

        Codes(StayCheck.Answer(question, Content.Law).Value!).Where(code => code.StartsWith("stay.entry-may-be-closed", StringComparison.Ordinal)).ShouldBe(warning is null ? [] : [warning]);
        Codes(StayCheck.Answer(question with { ReenterFor = [] }, Content.Law).Value!).ShouldNotContain(code => code.StartsWith("stay.entry-may-be-closed", StringComparison.Ordinal));
    }

    [Fact]
    public void The_answer_names_the_rules_of_all_its_days_and_of_the_day_itself()
    {
        Rules(Answer("RU", new(2025, 2, 1), new Stay(new(2024, 12, 20), new(2025, 1, 10)))).ShouldBe(["RU-115-5-old", "RU-115-5"]);
        Rules(Answer("RU", new(2025, 2, 1), new Stay(new(2024, 12, 20), new(2024, 12, 31)))).ShouldBe(["RU-115-5-old", "RU-115-5"]);
        Rules(Answer("RU", new(2025, 2, 1), new Stay(new(2024, 12, 31), new(2024, 12, 31)))).ShouldBe(["RU-115-5-old", "RU-115-5"]);
        Rules(Answer("RU", new(2025, 2, 1))).ShouldBe(["RU-115-5"]);
        Rules(Answer("RU", new(2025, 4, 10), new Stay(new(2025, 1, 1), new(2025, 4, 10)))).ShouldContain("RU-114-27-12");
    }

    /// <summary>Kyrgyzstan: in from 1 September, the 90 days of the 180 end on 29 November; out on the 30th, one day late, closed for 90 days through 28 February.</summary>
    [Theory]
    [InlineData("2025-11-29", "2026-02-28")]
    [InlineData("2025-11-30", "2026-03-01")]
    public void The_border_is_closed_after_a_breach_only(string exit, string earliest)
    {
        var question = Question("KG", DateOnly.Parse(exit, null), new Stay(new(2025, 9, 1), DateOnly.Parse(exit, null))) with { Citizenship = "KZ", ReenterFor = [1] };

        StayCheck.Answer(question, Content.Law).Value!.Reentries.ShouldHaveSingleItem().Day.ShouldBe(DateOnly.Parse(earliest, null));
    }

    /// <summary>59 days to the end of February, 31 of May make 90; from 1 June it is a breach. Out on 5 June, closed for 90 days through 3 September, when the 180 days would long allow a day again.</summary>
    [Fact]
    public void The_closed_days_hold_where_the_limit_alone_would_let_her_in()
    {
        var question = Question("KG", new(2025, 6, 5), new Stay(new(2025, 1, 1), new(2025, 2, 28)), new Stay(new(2025, 5, 1), new(2025, 6, 5))) with { Citizenship = "KZ", ReenterFor = [1] };

        var answer = StayCheck.Answer(question, Content.Law).Value!;

        answer.Cautious.FirstBreach.ShouldBe(new DateOnly(2025, 6, 1));
        answer.Reentries.ShouldHaveSingleItem().Day.ShouldBe(new DateOnly(2025, 9, 4));
    }

    /// <summary>The 90 days of 2025 are used up, so not before the next year; for how long a court may close the border stands among the consequences.</summary>
    [Fact]
    public void A_breach_without_fixed_closed_days_leaves_the_limit_to_decide() =>
        StayCheck.Answer(Question("RU", new(2025, 4, 5), new Stay(new(2025, 1, 1), new(2025, 4, 5))) with { ReenterFor = [1] }, Content.Law).Value!
            .Reentries.ShouldHaveSingleItem().Day.ShouldBe(new DateOnly(2026, 1, 1));

    [Fact]
    public void A_rule_for_everybody_is_for_her_too() =>
        Codes(Answer("SCHENGEN", new(2025, 1, 10))).ShouldNotContain(code => code.StartsWith("stay.other-citizenship", StringComparison.Ordinal));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(3660, 0)]
    [InlineData(3661, 1)]
    public void A_re_entry_is_asked_for_a_day_to_ten_years(int days, int problems) =>
        Refused(Question("TR", new(2025, 1, 1)) with { ReenterFor = [days] }).Count().ShouldBe(problems);

    [Fact]
    public void Stays_must_be_of_our_time()
    {
        Refused(Question("TR", new(2199, 12, 31), new Stay(new(1990, 1, 1), new(2199, 12, 31)))).ShouldBeEmpty();
        Refused(Question("TR", new(1990, 1, 1), new Stay(new(2199, 12, 31), null))).ShouldBeEmpty();
        Refused(Question("TR", new(2200, 1, 1), new Stay(new(1989, 12, 31), new(2200, 1, 1)))).ShouldBe(["asOf input.day-range", "stays[0].entry input.day-range", "stays[0].exit input.day-range"]);
        Refused(Question("TR", new(2025, 1, 1), new Stay(new(2200, 1, 1), null), new Stay(new(1989, 12, 31), new(1989, 12, 31)))).ShouldBe([
            "stays[0].entry input.day-range", "stays[1].entry input.day-range", "stays[1].exit input.day-range",
        ]);
    }

    [Fact]
    public void A_stay_may_end_on_the_day_it_begins()
    {
        Refused(Question("TR", new(2025, 1, 2), new Stay(new(2025, 1, 1), new(2025, 1, 1)))).ShouldBeEmpty();
        Refused(Question("TR", new(2025, 1, 2), new Stay(new(2025, 1, 1), new(2024, 12, 31)))).ShouldBe(["stays[0].exit input.exit-before-entry"]);
    }

    [Fact]
    public void An_area_without_a_rule_is_named() =>
        StayCheck.Answer(Question("XX", new(2025, 1, 1)), Content.Law).Problems.ShouldHaveSingleItem().Values.ShouldBe([new("value", "XX")]);

    [Fact]
    public void What_is_planned_is_said_for_entries_and_exits_after_the_day()
    {
        const string Planned = "stay.planned stays";

        Codes(Answer("TR", new(2025, 1, 10), new Stay(new(2025, 1, 1), new(2025, 1, 10)))).ShouldNotContain(Planned);
        Codes(Answer("TR", new(2025, 1, 10), new Stay(new(2025, 1, 1), new(2025, 1, 11)))).ShouldContain(Planned);
        Codes(Answer("TR", new(2025, 1, 10), new Stay(new(2025, 1, 10), null))).ShouldNotContain(Planned);
        Codes(Answer("TR", new(2025, 1, 10), new Stay(new(2025, 1, 11), null))).ShouldContain(Planned);
    }

    private static StayQuestion Question(string area, DateOnly asOf, params Stay[] stays) => new(area, "KG", StayBasis.VisaFree, asOf, stays, null, false, null, []);

    private static StayAnswer Answer(string area, DateOnly asOf, params Stay[] stays) => StayCheck.Answer(Question(area, asOf, stays), Content.Law).Value!;

    private static IEnumerable<string> Rules(StayAnswer answer) => answer.Rules.Select(rule => rule.Id).Where(id => id.StartsWith("RU-11", StringComparison.Ordinal));

    private static IEnumerable<string> Refused(StayQuestion question) => StayCheck.Answer(question, Content.Law).Problems.Select(problem => $"{problem.Subject} {problem.Code}");

    private static IEnumerable<string> Codes(StayAnswer answer) => answer.Warnings.Select(notice => $"{notice.Code} {notice.Subject}");
}
