using Turna.Law.Packs;

namespace Turna.Law.Claims;

/// <summary>Computes the lines of interest of one due under the rules of one country.</summary>
/// <param name="law">Where the series are.</param>
/// <param name="versions">The rule, oldest version first; at least one.</param>
/// <param name="share">The part of what is unpaid on which interest runs: 1, or less where it runs on the net sum.</param>
/// <param name="reliance">Writes down what was used.</param>
/// <param name="warnings">Takes what the reader must know.</param>
internal sealed class InterestForDelay(Lawbook law, IReadOnlyList<Rule> versions, decimal share, Reliance reliance, List<Notice> warnings)
{
    private RateTerms? terms;

    /// <summary>The lines of a due from the day after it was due through the day of the claim.</summary>
    /// <param name="due">The due.</param>
    /// <param name="paid">Its payments, in order of day.</param>
    /// <param name="asOf">Last day of interest.</param>
    public List<InterestLine> Lines(Due due, IReadOnlyList<Allocation> paid, DateOnly asOf)
    {
        var lines = new List<InterestLine>();
        var first = due.Day.AddDays(1);
        if (first > asOf) return lines;
        if (Versions.Governing(versions, asOf)!.Kind == RuleKinds.InterestAtRateOfPaymentDay)
            AtPaymentDay(lines, due, paid, first, asOf);
        else
            DayByDay(lines, due, paid, first, asOf);
        return lines;
    }

    /// <summary>Each paid portion at the rate of its own payment day, the unpaid rest at that of the day of the claim.</summary>
    private void AtPaymentDay(List<InterestLine> lines, Due due, IReadOnlyList<Allocation> paid, DateOnly first, DateOnly asOf)
    {
        foreach (var sameDay in paid.GroupBy(part => part.Day))
            Add(lines, due, sameDay.Sum(part => part.Amount), first, sameDay.Key, rateDay: sameDay.Key);
        Add(lines, due, due.Amount - paid.Sum(part => part.Amount), first, asOf, rateDay: asOf);
    }

    /// <summary>What is unpaid on each day at the rate of that day: cut at every payment, change of rate and change of rule.</summary>
    private void DayByDay(List<InterestLine> lines, Due due, IReadOnlyList<Allocation> paid, DateOnly first, DateOnly asOf)
    {
        var (unpaid, from) = (due.Amount, first);
        foreach (var sameDay in paid.GroupBy(part => part.Day))
        {
            if (sameDay.Key >= from)
            {
                CutAtRules(lines, due, unpaid, from, sameDay.Key);
                from = sameDay.Key.AddDays(1);
            }

            unpaid -= sameDay.Sum(part => part.Amount);
        }

        CutAtRules(lines, due, unpaid, from, asOf);
    }

    private void CutAtRules(List<InterestLine> lines, Due due, decimal unpaid, DateOnly from, DateOnly to)
    {
        while (from <= to && unpaid > 0m)
        {
            var rule = Versions.Governing(versions, from)!;
            var end = rule.To is { } last && last >= from && last < to ? last : to;
            if (rule.Kind == RuleKinds.InterestFixedDaily) Add(lines, due, unpaid, from, end, rateDay: from);
            else CutAtRates(lines, due, unpaid, from, end, rule);
            from = end.AddDays(1);
        }
    }

    private void CutAtRates(List<InterestLine> lines, Due due, decimal unpaid, DateOnly from, DateOnly to, Rule rule)
    {
        var series = TermsOf(rule).Series;
        while (from <= to)
        {
            var index = series.IndexOn(from);
            var end = index >= 0 ? series.LastDay(index) : series.Values[0].From > from ? series.Values[0].From.AddDays(-1) : to;
            if (end > to) end = to;
            Add(lines, due, unpaid, from, end, rateDay: from);
            from = end.AddDays(1);
        }
    }

    private void Add(List<InterestLine> lines, Due due, decimal sum, DateOnly from, DateOnly to, DateOnly rateDay)
    {
        if (sum <= 0m || to < from) return;
        var rule = Versions.Governing(versions, rateDay)!;
        if (rule.Kind == RuleKinds.InterestFixedDaily)
        {
            Write(rule.Number("percent"), times: 1m, over: 1m);
            return;
        }

        var (_, series, factor, divisor) = TermsOf(rule);
        var index = series.IndexOn(rateDay);
        if (index < 0)
        {
            warnings.Add(Notice.Of("claim.no-rate", series.Id, ("due", due.Id), ("from", from), ("to", to)));
            return;
        }

        reliance.On(series, index, to);
        Write(series.Values[index].Value, factor, divisor);

        void Write(decimal rate, decimal times, decimal over)
        {
            var days = to.DayNumber - from.DayNumber + 1;
            // By days the rate's day is the first; by payment days it is the last, and only there the rule is asked.
            reliance.On(rule, rateDay, to);
            lines.Add(new InterestLine(due.Id, from, to, sum * share, rate, rule, new Ratio(sum * share * times * rate * days, 100m * over)));
        }
    }

    // Looked up by name once for a run of lines: a claim of two years has hundreds of them.
    private RateTerms TermsOf(Rule rule) => terms is { } known && ReferenceEquals(known.Rule, rule)
        ? known
        : terms = new RateTerms(rule, law.Series(rule.Word("series"))!, rule.Number("factor"), rule.Number("divisor"));

    private sealed record RateTerms(Rule Rule, Series Series, decimal Factor, decimal Divisor);
}
