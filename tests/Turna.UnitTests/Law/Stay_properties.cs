using FsCheck;
using FsCheck.Fluent;
using Turna.Law.Stays;

namespace Turna.UnitTests.Law;

/// <summary>What must hold for every stay.</summary>
public sealed class Stay_properties
{
    private static readonly Config Rounds = Config.QuickThrowOnFailure.WithMaxTest(500);

    public static TheoryData<string> Areas => ["RU", "SCHENGEN", "TR", "KZ", "KG"];

    [Theory]
    [MemberData(nameof(Areas))]
    public void A_day_more_never_shortens_the_days_used(string area) => ForAll(area, (question, random) =>
    {
        var day = question.AsOf.AddDays(-random.Next(0, 300));
        var more = question with { Stays = [.. question.Stays, new Stay(day, day)] };
        return Answer(more).DaysUsed >= Answer(question).DaysUsed;
    });

    [Theory]
    [MemberData(nameof(Areas))]
    public void Merging_touching_stays_changes_nothing(string area) => ForAll(area, (question, random) =>
    {
        var cut = question.Stays.SelectMany<Stay, Stay>(stay =>
        {
            var last = stay.Exit ?? question.AsOf;
            var middle = stay.Entry.AddDays(random.Next(0, last.DayNumber - stay.Entry.DayNumber + 1));
            var next = random.Next(2) == 0 ? middle : middle.AddDays(1);
            return next > last ? [stay] : [new Stay(stay.Entry, middle), new Stay(next, stay.Exit)];
        }).ToArray();
        random.Shuffle(cut);
        var whole = StayCheck.Answer(question, Content.Law).Value!;
        var parts = StayCheck.Answer(question with { Stays = cut }, Content.Law).Value!;
        return whole.Readings.SequenceEqual(parts.Readings) && whole.Deadlines.SequenceEqual(parts.Deadlines) && whole.Steps.SequenceEqual(parts.Steps);
    });

    [Theory]
    [MemberData(nameof(Areas))]
    public void The_last_lawful_day_is_lawful_and_the_next_is_not(string area) => ForAll(area, (question, _) =>
    {
        var reading = Answer(question);
        if (reading.LastLawfulDay is not { } last || last < question.AsOf) return true;
        var staying = question with { Stays = [.. question.Stays, new Stay(question.AsOf, last)] };
        var longer = question with { Stays = [.. question.Stays, new Stay(question.AsOf, last.AddDays(1))] };
        var before = Answer(question).FirstBreach;
        return Answer(staying).FirstBreach == before && (before is not null || Answer(longer).FirstBreach == last.AddDays(1));
    });

    [Theory]
    [MemberData(nameof(Areas))]
    public void Days_counted_in_the_steps_are_the_days_used(string area) => ForAll(area, (question, _) =>
    {
        var answer = StayCheck.Answer(question, Content.Law).Value!;
        return answer.Steps.Where(step => step.Counted).Sum(step => step.Days) == answer.Cautious.DaysUsed;
    });

    [Theory]
    [MemberData(nameof(Areas))]
    public void The_earliest_re_entry_is_lawful_and_a_day_before_is_not(string area) => ForAll(area, (question, random) =>
    {
        var days = random.Next(1, 31);
        var asked = question with { ReenterFor = [days] };
        var answer = StayCheck.Answer(asked, Content.Law).Value!;
        // A breach of today's stay would hide that of the imagined one; and the law of Kyrgyzstan then closes the border.
        if (answer.Cautious.Breach || answer.Reentries[0].Day is not { } entry) return true;
        var from = question.Stays.Any(stay => stay.Entry <= question.AsOf && (stay.Exit ?? question.AsOf) >= question.AsOf) ? question.AsOf.AddDays(1) : question.AsOf;
        bool Lawful(DateOnly day) => Answer(question with { Stays = [.. Closed(question), new Stay(day, day.AddDays(days - 1))] }).FirstBreach is null;
        return Lawful(entry) && (entry == from || !Lawful(entry.AddDays(-1)));
    });

    private static IEnumerable<Stay> Closed(StayQuestion question) => question.Stays.Select(stay => stay with { Exit = stay.Exit ?? question.AsOf });

    private static StayReading Answer(StayQuestion question) => StayCheck.Answer(question, Content.Law).Value!.Cautious;

    private static void ForAll(string area, Func<StayQuestion, Random, bool> holds) => Check.One(
        Rounds,
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var (stays, asOf) = RandomSituations.Stays(random);
            return holds(new StayQuestion(area, area == "KG" ? "KZ" : "KG", StayBasis.VisaFree, asOf, stays, null, false, null, []), random);
        }));
}
