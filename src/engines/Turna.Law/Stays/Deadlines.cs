using Turna.Law.Packs;

namespace Turna.Law.Stays;

/// <summary>What must be done by when in the present stay.</summary>
internal static class Deadlines
{
    private const string AnyBasis = "any";

    public static List<Deadline> Of(StayRecord stay, ContractStay? contract, Lawbook law, Reliance reliance)
    {
        var deadlines = new List<Deadline>();
        if (stay.RunNow is { } run)
        {
            var entry = DateOnly.FromDayNumber(run.From);
            foreach (var rule in Applicable(stay.Question, law).Where(rule => rule.From is not { } from || entry >= from))
            {
                reliance.On(rule, entry, entry);
                deadlines.Add(SinceEntry(rule, entry, stay.Question.AsOf));
            }
        }

        if (contract is not null) deadlines.AddRange(contract.Deadlines(reliance));
        return [.. deadlines.OrderBy(deadline => deadline.Day)];
    }

    private static IEnumerable<Rule> Applicable(StayQuestion question, Lawbook law)
    {
        var basis = question.Basis == StayBasis.EaeuContract ? "eaeu-contract" : "visa-free";
        return law.RulesBelow(question.Area!, "deadline")
            .Concat(question.Basis == StayBasis.EaeuContract ? law.RulesBelow(StayRules.Union, "deadline") : [])
            .Where(rule => rule.Word("basis") == basis || rule.Word("basis") == AnyBasis);
    }

    /// <summary>The day of entry is day 1 by the cautious reading; by the other one the count begins the day after.</summary>
    private static Deadline SinceEntry(Rule rule, DateOnly entry, DateOnly asOf)
    {
        var last = entry.AddDays(rule.Whole("days"));
        return new Deadline(rule.Word("what"), last.AddDays(-1), last, rule, asOf > last.AddDays(-1));
    }
}
