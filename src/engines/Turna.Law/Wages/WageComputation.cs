using Turna.Law.Packs;

namespace Turna.Law.Wages;

/// <summary>
/// Computes wages due from an agreement and a diary of work. Law: Russia, Labour Code art. 91, 96, 133, 136, 140, 152–154;
/// where a country's pack holds no rule for overtime, rest days or night, those hours are paid at the plain rate and the result says so.
/// Not promised: averaged working time, holiday pay, sick pay, regional coefficients, moved days off.
/// </summary>
public static class WageComputation
{
    /// <summary>Computes wages. Refuses, with all problems at once, an input that makes no sense.</summary>
    public static Outcome<WageResult> Compute(WageQuestion question, Lawbook law)
    {
        var problems = WageChecks.Problems(question);
        if (law.Of(question.Jurisdiction) is null) problems.Add(Notice.Of("input.jurisdiction", "jurisdiction", ("value", question.Jurisdiction)));
        var asOf = question.Diary.Count == 0 ? DateOnly.MinValue : question.Diary.Max(entry => entry.Day);
        var reliance = new Reliance(asOf);
        var pay = new PayCalendar(question, law, reliance);
        if (problems.Count == 0 && pay.IsUnknown) problems.Add(Notice.Of("input.pay-days-needed", "agreement.payDays", ("value", question.Jurisdiction)));
        if (problems.Count > 0) return Outcome<WageResult>.Refused(problems);

        var terms = new PayTerms(question, law, reliance);
        var days = Days(question, terms);
        var lines = new List<PayLine>();
        var dues = new List<WageDue>();
        var checks = new List<MinimumWageCheck>();
        foreach (var month in days.GroupBy(day => new DateOnly(day.Day.Year, day.Day.Month, 1)))
        {
            var worked = 0m;
            var regular = 0m;
            foreach (var period in month.GroupBy(day => pay.PeriodOf(day.Day)))
            {
                List<PayLine> found = [.. period.SelectMany(terms.Lines)];
                if (question.Agreement.Unit == PayUnit.Month)
                    found.Insert(0, terms.MonthlyLine(month.Key, period.Key.To, worked, period.Sum(terms.OrdinaryHours)));
                worked += period.Sum(terms.OrdinaryHours);
                regular += found.Where(line => line.Kind == PayKind.Regular).Sum(line => line.Amount);
                lines.AddRange(found);
                dues.Add(pay.Due(period.Key.From, period.Key.To, found.Sum(line => line.Amount)));
            }

            if (terms.MinimumWage(month.Key, worked, regular) is { } check) checks.Add(check);
        }

        var warnings = terms.Warnings.Distinct()
            .Concat(checks.Where(check => check.Shortfall > 0m).Select(check => Notice.Of("wages.below-minimum", check.Rule.Id, ("month", FormattableString.Invariant($"{check.Month:yyyy-MM}")), ("shortfall", Money.Text(check.Shortfall)))))
            .Concat(reliance.Warnings());
        return Outcome<WageResult>.Of(new WageResult(question, dues, lines, checks, reliance.References(), [.. warnings]));
    }

    private static List<WorkedDay> Days(WageQuestion question, PayTerms terms) =>
    [
        .. question.Diary
            .GroupBy(entry => entry.Day)
            .OrderBy(day => day.Key)
            .Select(day => WorkedDay.Of(day.Key, day.OrderBy(entry => entry.Start), terms.IsRestDay(day.Key), terms.IsHoliday(day.Key), terms.NightHours(day.Key))),
    ];
}
