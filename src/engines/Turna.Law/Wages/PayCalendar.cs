using Turna.Law.Packs;

namespace Turna.Law.Wages;

/// <summary>Pay periods and the days on which they are due: by the agreement, at the latest by the law.</summary>
internal sealed class PayCalendar
{
    private readonly IReadOnlyList<Rule> _rules;
    private readonly IReadOnlyList<Rule> _finalPay;
    private readonly WorkCalendar? _calendar;
    private readonly Agreement _agreement;
    private readonly Reliance _reliance;
    private readonly List<int> _payDays;

    public PayCalendar(WageQuestion question, Lawbook law, Reliance reliance)
    {
        _rules = law.Rules(question.Jurisdiction, "pay-day");
        _finalPay = law.Rules(question.Jurisdiction, "final-pay");
        _calendar = law.Of(question.Jurisdiction)?.Calendar;
        (_agreement, _reliance) = (question.Agreement, reliance);
        _payDays = [.. question.Agreement.PayDays.Distinct().Order()];
    }

    /// <summary>Whether neither the agreement nor the law says when wages are due.</summary>
    public bool IsUnknown => _payDays.Count == 0 && _rules.Count == 0;

    /// <summary>First and last day of the pay period of a day: the half-month or the month.</summary>
    public (DateOnly From, DateOnly To) PeriodOf(DateOnly day)
    {
        var first = new DateOnly(day.Year, day.Month, 1);
        var last = first.AddMonths(1).AddDays(-1);
        if (!InHalves(day)) return (first, last);
        return day.Day <= 15 ? (first, first.AddDays(14)) : (first.AddDays(15), last);
    }

    public WageDue Due(DateOnly from, DateOnly to, decimal amount)
    {
        var rule = Versions.Governing(_rules, to);
        var latest = rule is null ? (DateOnly?)null : to.AddDays(rule.Whole("days-after-period"));
        var agreed = _payDays.Count > 0 ? AgreedDay(from, to) : (DateOnly?)null;
        var byLaw = latest is { } limit && (agreed is null || agreed > limit);
        var day = byLaw ? latest!.Value : agreed!.Value;
        if (rule is not null && rule.Word("if-day-off") == "eve" && _calendar is not null) day = _calendar.OnOrBefore(day);
        if (byLaw) _reliance.On(rule!, to, to);
        var source = byLaw ? rule : null;
        if (_agreement.Ended is { } ended && _finalPay.Count > 0 && day > ended)
        {
            source = Versions.Governing(_finalPay, ended)!;
            day = ended.AddDays(source.Whole("days"));
            _reliance.On(source, ended, ended);
        }

        var half = InHalves(from) ? from.Day == 1 ? "-1" : "-2" : "";
        return new WageDue(FormattableString.Invariant($"{from:yyyy-MM}{half}"), from, to, amount, day, source);
    }

    private bool InHalves(DateOnly day) =>
        _payDays.Count > 1 || (_payDays.Count == 0 && Versions.Governing(_rules, day) is { } rule && rule.Whole("periods-per-month") > 1);

    /// <summary>The first agreed pay day after the period.</summary>
    private DateOnly AgreedDay(DateOnly from, DateOnly to)
    {
        foreach (var payDay in _payDays)
            if (InMonth(from, payDay) is var day && day > to) return day;
        return InMonth(from.AddMonths(1), _payDays[0]);
    }

    private static DateOnly InMonth(DateOnly month, int day) =>
        new(month.Year, month.Month, Math.Min(day, DateTime.DaysInMonth(month.Year, month.Month)));
}
