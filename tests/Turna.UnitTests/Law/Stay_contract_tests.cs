using Turna.Law.Stays;

namespace Turna.UnitTests.Law;

/// <summary>
/// Stays in Russia under a contract (EAEU Treaty, art. 97): before it begins and after it ended the visa-free 90 days of a calendar year hold,
/// and a contract that ended after more than 90 days of stay leaves 15 days for a new one.
/// </summary>
public sealed class Stay_contract_tests
{
    private static readonly DateOnly Entry = new(2025, 1, 10);
    private static readonly WorkContract Half = new(new(2025, 1, 20), new(2025, 6, 30), null);

    /// <summary>Ten days before the contract and ten since 1 August count, the 162 under it do not: 70 of the 90 are left, the last of them 19 October.</summary>
    [Fact]
    public void After_a_contract_only_the_days_outside_it_count()
    {
        var reading = Answer(new(2025, 8, 10), Half, new Stay(Entry, new(2025, 6, 30)), new Stay(new(2025, 8, 1), null)).Cautious;

        (reading.DaysUsed, reading.DaysLeft, reading.LastLawfulDay, reading.FirstBreach).ShouldBe((20, 70, new DateOnly(2025, 10, 19), null));
    }

    /// <summary>Ended on 31 May, 141 days after the entry, so fifteen days more; the later entry in July changes nothing in that, and counts ten days and ten.</summary>
    [Fact]
    public void A_later_entry_does_not_move_the_deadline_of_the_contract_that_ended()
    {
        var answer = Answer(new(2025, 7, 10), Half with { To = new(2025, 12, 31), EndedEarly = new(2025, 5, 31) }, new Stay(Entry, new(2025, 6, 5)), new Stay(new(2025, 7, 1), null));

        answer.Deadlines.Single(deadline => deadline.What == "new-contract").Day.ShouldBe(new DateOnly(2025, 6, 15));
        (answer.Cautious.DaysUsed, answer.Cautious.Breach).ShouldBe((20, false));
    }

    /// <summary>Entry on 10 January; 90 days later is 10 April. Only after more than 90 days are there fifteen days for a new contract.</summary>
    [Theory]
    [InlineData("2025-04-09", false, true, false)]
    [InlineData("2025-04-10", true, true, false)]
    [InlineData("2025-04-11", false, false, true)]
    public void The_ninetieth_day_divides(string ended, bool doubtful, bool within, bool deadline)
    {
        var answer = Answer(new(2025, 4, 12), Half with { EndedEarly = DateOnly.Parse(ended, null) }, new Stay(Entry, null));

        Codes(answer).Contains("stay.ninetieth-day EAEU-97-9").ShouldBe(doubtful);
        Codes(answer).Contains("stay.ended-within-visa-free EAEU-97-9").ShouldBe(within);
        answer.Deadlines.Any(one => one.What == "new-contract").ShouldBe(deadline);
        answer.Rules.Any(rule => rule.Id == "EAEU-97-9").ShouldBe(deadline);
    }

    [Fact]
    public void A_contract_that_runs_warns_of_nothing() =>
        Codes(Answer(new(2025, 4, 10), Half, new Stay(Entry, null))).ShouldNotContain(code => code.EndsWith("EAEU-97-9", StringComparison.Ordinal));

    [Theory]
    [InlineData("2025-06-30", false)]
    [InlineData("2025-07-01", true)]
    public void The_end_of_a_contract_passes_the_day_after(string asOf, bool passed) =>
        Answer(DateOnly.Parse(asOf, null), Half, new Stay(Entry, null)).Deadlines.Single(deadline => deadline.What == "contract-end").Passed.ShouldBe(passed);

    [Theory]
    [InlineData("2025-06-15", false)]
    [InlineData("2025-06-16", true)]
    public void The_time_for_a_new_contract_passes_the_day_after_its_last(string asOf, bool passed) =>
        Answer(DateOnly.Parse(asOf, null), Half with { EndedEarly = new(2025, 5, 31) }, new Stay(Entry, null))
            .Deadlines.Single(deadline => deadline.What == "new-contract").Passed.ShouldBe(passed);

    /// <summary>90 days from 10 January end on 9 April. A contract from the 10th takes over; one from the 11th comes a day too late.</summary>
    [Theory]
    [InlineData("2025-04-10", "2025-12-31")]
    [InlineData("2025-04-11", "2025-04-09")]
    public void Days_before_the_contract_must_reach_it(string from, string last)
    {
        var reading = Answer(new(2025, 1, 20), new WorkContract(DateOnly.Parse(from, null), new(2025, 12, 31), null), new Stay(Entry, null)).Cautious;

        reading.LastLawfulDay.ShouldBe(DateOnly.Parse(last, null));
        reading.DaysLeft.ShouldBe(DateOnly.Parse(last, null).DayNumber - new DateOnly(2025, 1, 20).DayNumber);
    }

    [Theory]
    [InlineData("2025-04-10", null)]
    [InlineData("2025-04-12", "2025-04-10")]
    public void A_contract_that_began_too_late_did_not_mend_the_breach(string from, string? breach) =>
        Answer(new(2025, 5, 1), new WorkContract(DateOnly.Parse(from, null), new(2025, 12, 31), null), new Stay(Entry, null))
            .Cautious.FirstBreach.ShouldBe(breach is null ? null : DateOnly.Parse(breach, null));

    /// <summary>The overstay of April comes before that of October, when 10 and 80 days of July to September have used the 90.</summary>
    [Fact]
    public void The_first_breach_is_the_earliest() =>
        Answer(new(2025, 10, 15), Half with { To = new(2025, 3, 31) }, new Stay(Entry, new(2025, 4, 10)), new Stay(new(2025, 7, 1), null))
            .Cautious.FirstBreach.ShouldBe(new DateOnly(2025, 4, 1));

    [Fact]
    public void Who_enters_on_the_last_day_of_the_contract_is_under_it()
    {
        Answer(new(2025, 7, 10), Half, new Stay(new(2025, 6, 30), null)).Cautious.FirstBreach.ShouldBe(new DateOnly(2025, 7, 1));
        Answer(new(2025, 7, 10), Half, new Stay(new(2025, 7, 1), null)).Cautious.FirstBreach.ShouldBeNull();
    }

    [Fact]
    public void A_contract_without_an_end_has_no_last_day()
    {
        var answer = Answer(new(2025, 12, 1), Half with { To = null }, new Stay(Entry, null));

        (answer.Cautious.LastLawfulDay, answer.Cautious.DaysLeft, answer.Cautious.FirstBreach).ShouldBe((null, null, null));
        answer.Deadlines.ShouldNotContain(deadline => deadline.What == "contract-end");
    }

    [Fact]
    public void The_rule_of_the_contract_is_named() =>
        Answer(new(2025, 3, 1), Half, new Stay(Entry, null)).Rules.ShouldContain(rule => rule.Id == "EAEU-97-5");

    /// <summary>The visa-free rule is named only where days lie outside the contract.</summary>
    [Theory]
    [InlineData("2025-01-10", "2025-06-30", null, "2025-06-30", false)]
    [InlineData("2025-01-11", "2025-06-30", null, "2025-06-30", true)]
    [InlineData("2025-01-10", "2025-06-30", null, "2025-07-01", true)]
    [InlineData("2025-01-10", null, null, "2025-07-01", false)]
    [InlineData("2025-01-10", "2025-06-30", "2025-05-31", "2025-05-31", false)]
    [InlineData("2025-01-10", "2025-06-30", "2025-05-31", "2025-06-01", true)]
    public void The_visa_free_rule_is_relied_on_only_outside_the_contract(string from, string? to, string? ended, string asOf, bool relied)
    {
        var contract = new WorkContract(DateOnly.Parse(from, null), to is null ? null : DateOnly.Parse(to, null), ended is null ? null : DateOnly.Parse(ended, null));

        Answer(DateOnly.Parse(asOf, null), contract, new Stay(Entry, null)).Rules.Any(rule => rule.Id == "RU-115-5").ShouldBe(relied);
    }

    [Fact]
    public void Days_after_a_contract_that_ended_early_are_after_it() =>
        Answer(new(2025, 6, 5), Half with { EndedEarly = new(2025, 5, 31) }, new Stay(Entry, null)).Steps.Select(step => (step.Days, step.Counted, step.Reason.Code)).ShouldBe([
            (10, true, "step.before-contract"), (132, false, "step.in-contract"), (5, true, "step.after-contract"),
        ]);

    [Fact]
    public void A_contract_may_last_one_day_and_end_on_its_last()
    {
        Refused(new WorkContract(Entry, Entry, Entry)).ShouldBeEmpty();
        Refused(new WorkContract(Entry, Entry.AddDays(-1), null)).ShouldBe(["contract.to input.ends-before"]);
        Refused(new WorkContract(Entry, null, Entry.AddDays(-1))).ShouldBe(["contract.endedEarly input.ends-before"]);
        Refused(new WorkContract(Entry, Entry, Entry.AddDays(1))).ShouldBe(["contract.endedEarly input.ended-late"]);
        Refused(null).ShouldBe(["contract input.missing"]);
    }

    [Fact]
    public void The_days_of_a_contract_must_be_of_our_time() =>
        Refused(new WorkContract(new(1989, 12, 31), new(2200, 1, 1), new(2200, 1, 1)))
            .ShouldBe(["contract.from input.day-range", "contract.to input.day-range", "contract.endedEarly input.day-range"]);

    private static StayQuestion Question(DateOnly asOf, WorkContract? contract, params Stay[] stays) =>
        new("RU", "KG", StayBasis.EaeuContract, asOf, stays, contract, false, null, []);

    private static StayAnswer Answer(DateOnly asOf, WorkContract contract, params Stay[] stays) => StayCheck.Answer(Question(asOf, contract, stays), Content.Law).Value!;

    private static IEnumerable<string> Refused(WorkContract? contract) =>
        StayCheck.Answer(Question(Entry, contract), Content.Law).Problems.Select(problem => $"{problem.Subject} {problem.Code}");

    private static IEnumerable<string> Codes(StayAnswer answer) => answer.Warnings.Select(notice => $"{notice.Code} {notice.Subject}");
}
