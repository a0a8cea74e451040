using Turna.Law.Stays;

namespace Turna.UnitTests.Law;

/// <summary>Readings, warnings and refusals of a stay; the figures are in the shared cases.</summary>
public sealed class Stay_tests
{
    [Fact]
    public void Over_a_change_of_rule_both_readings_are_shown_the_cautious_first()
    {
        var answer = Answer("RU", new(2025, 2, 10), new Stay(new(2024, 11, 1), null));

        answer.Readings.Select(reading => (reading.Name, reading.FirstBreach, reading.LastLawfulDay)).ShouldBe([
            ("cautious", new DateOnly(2025, 1, 30), new DateOnly(2025, 1, 29)),
            ("anew-with-the-new-rule", null, new DateOnly(2025, 3, 31)),
        ]);
    }

    [Theory]
    [InlineData("2024-12-31", "2025-01-10", 2)]
    [InlineData("2025-01-01", "2025-01-10", 1)]
    [InlineData("2024-12-01", "2024-12-31", 1)]
    public void Only_a_stay_on_both_sides_of_the_change_has_two_readings(string entry, string exit, int readings) =>
        Answer("RU", new(2025, 2, 10), new Stay(DateOnly.Parse(entry, null), DateOnly.Parse(exit, null))).Readings.Count.ShouldBe(readings);

    [Fact]
    public void Kazakhstan_shows_what_registration_would_give()
    {
        Answer("KZ", new(2025, 5, 20), new Stay(new(2025, 5, 1), null)).Readings[1].LastLawfulDay.ShouldBe(new DateOnly(2025, 7, 29));
        var registered = Question("KZ", new(2025, 5, 20), new Stay(new(2025, 5, 1), null)) with { Registered = true };
        StayCheck.Answer(registered, Content.Law).Value!.Readings.ShouldHaveSingleItem().LastLawfulDay.ShouldBe(new DateOnly(2025, 7, 29));
    }

    [Theory]
    [InlineData(1, "RU-114-27-12")]
    [InlineData(180, "RU-114-27-12")]
    [InlineData(181, "RU-114-27-13")]
    [InlineData(270, "RU-114-27-13")]
    [InlineData(271, "RU-114-27-14")]
    public void Consequences_follow_the_length_of_the_overstay(int days, string rule)
    {
        var entry = new DateOnly(2025, 1, 1);
        var exit = entry.AddDays(89 + days);

        Answer("RU", exit, new Stay(entry, exit)).Consequences.ShouldHaveSingleItem().Id.ShouldBe(rule);
    }

    [Fact]
    public void A_lawful_stay_has_no_consequences() => Answer("RU", new(2025, 2, 1), new Stay(new(2025, 1, 1), null)).Consequences.ShouldBeEmpty();

    [Fact]
    public void Kyrgyzstan_closes_the_border_for_ninety_days_after_an_overstay()
    {
        var question = Question("KG", new(2025, 12, 1), new Stay(new(2025, 9, 1), new(2025, 12, 1))) with { Citizenship = "KZ", ReenterFor = [1] };

        // 92 days; out on 1 December; the ninety days after it end on 1 March.
        StayCheck.Answer(question, Content.Law).Value!.Reentries[0].Day.ShouldBe(new DateOnly(2026, 3, 2));
    }

    [Fact]
    public void No_re_entry_is_in_sight_for_longer_than_the_rule_allows() =>
        StayCheck.Answer(Question("TR", new(2025, 12, 1)) with { ReenterFor = [91] }, Content.Law).Value!.Reentries[0].Day.ShouldBeNull();

    [Fact]
    public void Planned_days_count_for_the_breach_but_not_for_the_days_used()
    {
        var answer = Answer("TR", new(2025, 1, 10), new Stay(new(2025, 1, 1), new(2025, 4, 30)));

        answer.Cautious.DaysUsed.ShouldBe(10);
        answer.Cautious.FirstBreach.ShouldBe(new DateOnly(2025, 4, 1));
        answer.Steps.Select(step => (step.Counted, step.Days)).ShouldBe([(true, 10), (false, 110)]);
        Codes(answer).ShouldContain("stay.planned stays");
    }

    [Fact]
    public void An_open_stay_before_a_later_entry_lacks_its_exit_stamp()
    {
        Codes(Answer("TR", new(2025, 3, 1), new Stay(new(2025, 1, 1), null), new Stay(new(2025, 2, 1), null))).Count(code => code == "stay.exit-missing stays").ShouldBe(1);
        Codes(Answer("TR", new(2025, 3, 1), new Stay(new(2025, 1, 1), new(2025, 1, 5)), new Stay(new(2025, 2, 1), null))).ShouldNotContain("stay.exit-missing stays");
    }

    [Fact]
    public void A_rule_made_for_other_citizens_is_applied_with_a_warning()
    {
        Codes(Answer("TR", new(2025, 3, 1))).ShouldNotContain("stay.other-citizenship TR-90");
        Codes(StayCheck.Answer(Question("TR", new(2025, 3, 1)) with { Citizenship = "UZ" }, Content.Law).Value!).ShouldContain("stay.other-citizenship TR-90");
    }

    [Fact]
    public void A_rule_without_a_maximum_in_reach_gives_no_last_day()
    {
        var question = Question("TR", new(2025, 3, 1), new Stay(new(2025, 1, 1), null)) with { Area = null, BareRule = new RollingLimit(180, 180) };

        var reading = StayCheck.Answer(question, Content.Law).Value!.Cautious;

        (reading.LastLawfulDay, reading.DaysLeft, reading.Breach).ShouldBe((null, null, false));
    }

    [Fact]
    public void The_steps_say_why_each_day_counts()
    {
        var answer = Answer("TR", new(2025, 7, 9), new Stay(new(2025, 1, 1), new(2025, 1, 20)), new Stay(new(2025, 7, 1), null));

        answer.Steps.Select(step => (step.From, step.To, step.Counted, step.Reason.Code)).ShouldBe([
            (new DateOnly(2025, 1, 1), new DateOnly(2025, 1, 10), false, "step.before-window"),
            (new DateOnly(2025, 1, 11), new DateOnly(2025, 1, 20), true, "step.in-window"),
            (new DateOnly(2025, 7, 1), new DateOnly(2025, 7, 9), true, "step.in-window"),
        ]);
    }

    [Fact]
    public void The_contract_divides_the_days()
    {
        var question = Question("RU", new(2025, 7, 5), new Stay(new(2025, 1, 10), null)) with
        {
            Basis = StayBasis.EaeuContract, Contract = new WorkContract(new(2025, 1, 20), new(2025, 6, 30), null),
        };

        StayCheck.Answer(question, Content.Law).Value!.Steps.Select(step => (step.Days, step.Counted, step.Reason.Code)).ShouldBe([
            (10, true, "step.before-contract"), (162, false, "step.in-contract"), (5, true, "step.after-contract"),
        ]);
    }

    [Fact]
    public void A_new_entry_after_the_contract_is_visa_free()
    {
        var question = Question("RU", new(2025, 8, 10), new Stay(new(2025, 1, 10), new(2025, 6, 30)), new Stay(new(2025, 8, 1), null)) with
        {
            Basis = StayBasis.EaeuContract, Contract = new WorkContract(new(2025, 1, 20), new(2025, 6, 30), null),
        };

        StayCheck.Answer(question, Content.Law).Value!.Cautious.Breach.ShouldBeFalse();
    }

    [Fact]
    public void All_problems_are_told_at_once()
    {
        var question = new StayQuestion("XX", "KG", StayBasis.EaeuContract, new(1980, 1, 1), [new Stay(new(2025, 2, 1), new(2025, 1, 1))],
            new WorkContract(new(2025, 5, 1), new(2025, 4, 1), new(2025, 4, 15)), false, null, [0]);

        StayCheck.Answer(question, Content.Law).Problems.Select(problem => $"{problem.Subject} {problem.Code}").ShouldBe([
            "asOf input.day-range", "stays[0].exit input.exit-before-entry", "reenterFor input.day-count", "area input.area", "basis input.no-contract-stay",
            "contract.to input.ends-before", "contract.endedEarly input.ends-before", "contract.endedEarly input.ended-late",
        ]);
    }

    private static StayQuestion Question(string area, DateOnly asOf, params Stay[] stays) =>
        new(area, "KG", StayBasis.VisaFree, asOf, stays, null, false, null, []);

    private static StayAnswer Answer(string area, DateOnly asOf, params Stay[] stays) => StayCheck.Answer(Question(area, asOf, stays), Content.Law).Value!;

    private static IEnumerable<string> Codes(StayAnswer answer) => answer.Warnings.Select(notice => $"{notice.Code} {notice.Subject}");
}
