using Turna.Law.Packs;

namespace Turna.Law.Wages;

/// <summary>What an hour is worth on a day: the agreement where it is better than the law, else the law in force on that day.</summary>
internal sealed class PayTerms(WageQuestion question, Lawbook law, Reliance reliance)
{
    private const decimal UsualHours = 8m;
    private readonly Agreement _agreement = question.Agreement;
    private readonly WorkCalendar? _calendar = law.Of(question.Jurisdiction)?.Calendar;

    public List<Notice> Warnings { get; } = [];

    public bool IsRestDay(DateOnly day) =>
        _agreement.RestDays.Count > 0 ? _agreement.RestDays.Contains(day.DayOfWeek) : _calendar is not null && _calendar.Weekend.Contains(day.DayOfWeek);

    public bool IsHoliday(DateOnly day) => _calendar is not null && _calendar.IsHoliday(day);

    public (int From, int To)? NightHours(DateOnly day) =>
        Find("night-work", day) is { } rule ? (rule.Whole("from-hour"), rule.Whole("to-hour")) : _agreement.NightPercent is null ? null : (22, 6);

    /// <summary>Hours of a day that are neither overtime nor on a rest day.</summary>
    public decimal OrdinaryHours(WorkedDay day) => day.OnRestDay ? 0m : Math.Min(day.Hours ?? Norm(day.Day), Norm(day.Day));

    /// <summary>The lines of a day; ordinary pay by the month is one line a pay period, see <see cref="MonthlyLine"/>.</summary>
    public IEnumerable<PayLine> Lines(WorkedDay day)
    {
        var norm = Norm(day.Day);
        var hours = day.Hours ?? norm;
        var hourly = Hourly(day, norm, hours);
        if (day.OnRestDay) return [RestDay(day, hours, hourly), .. Night(day, hourly)];
        return [.. Regular(day, hours, norm), .. Overtime(day, hours - norm, hourly), .. Night(day, hourly)];
    }

    /// <summary>Monthly pay for a pay period, so that the periods of a full month add up to the month's pay exactly.</summary>
    public PayLine MonthlyLine(DateOnly month, DateOnly periodEnd, decimal hoursBefore, decimal hours)
    {
        var norm = MonthlyNorm(month);
        var amount = Earned(hoursBefore + hours) - Earned(hoursBefore);
        return new PayLine(periodEnd, PayKind.Regular, hours, Math.Round(_agreement.Rate / norm, 4, MidpointRounding.AwayFromZero), 1m, amount, null);

        decimal Earned(decimal worked) => Round(_agreement.Rate * Math.Min(worked, norm) / norm);
    }

    public MinimumWageCheck? MinimumWage(DateOnly month, decimal hours, decimal pay)
    {
        if (hours == 0m || Find("minimum-wage", month) is not { } rule || law.Series(rule.Word("series")) is not { } series) return null;
        var index = series.IndexOn(month);
        if (index < 0 || series.Unit != question.Currency) return null;
        reliance.On(rule, month, month);
        reliance.On(series, index, month);
        var share = Math.Min(1m, hours / MonthlyNorm(month));
        return new MinimumWageCheck(month, Round(series.Values[index].Value * share), pay, rule);
    }

    private IEnumerable<PayLine> Regular(WorkedDay day, decimal hours, decimal norm) => _agreement.Unit switch
    {
        PayUnit.Month => [],
        PayUnit.Hour => [Line(day, PayKind.Regular, Math.Min(hours, norm), _agreement.Rate, 1m, null)],
        PayUnit.Piece => [Line(day, PayKind.Regular, day.Pieces, _agreement.Rate, 1m, null)],
        _ => [Line(day, PayKind.Regular, 1m, _agreement.Rate, 1m, null)],
    };

    /// <summary>Piece work has its overtime hours paid already; only the supplement is added.</summary>
    private IEnumerable<PayLine> Overtime(WorkedDay day, decimal hours, decimal hourly)
    {
        if (hours <= 0m) yield break;
        var rule = Find("overtime", day.Day);
        if (rule is null && _agreement.OvertimeFactor is null) Warnings.Add(Notice.Of("wages.no-overtime-rule", question.Jurisdiction));
        if (rule is not null) reliance.On(rule, day.Day, day.Day);
        var first = Math.Min(hours, rule?.Number("first-hours") ?? hours);
        var paid = _agreement.Unit == PayUnit.Piece ? 1m : 0m;
        yield return Line(day, PayKind.OvertimeFirst, first, hourly, Better(rule?.Number("first-factor")) - paid, rule);
        if (hours > first) yield return Line(day, PayKind.OvertimeThen, hours - first, hourly, Better(rule?.Number("then-factor")) - paid, rule);

        decimal Better(decimal? lawful) => Math.Max(lawful ?? 1m, _agreement.OvertimeFactor ?? 1m);
    }

    private PayLine RestDay(WorkedDay day, decimal hours, decimal hourly)
    {
        var rule = Find("rest-day", day.Day);
        if (rule is null && _agreement.RestDayFactor is null) Warnings.Add(Notice.Of("wages.no-rest-day-rule", question.Jurisdiction));
        if (rule is not null) reliance.On(rule, day.Day, day.Day);
        var factor = Math.Max(rule?.Number("factor") ?? 1m, _agreement.RestDayFactor ?? 1m);
        return _agreement.Unit == PayUnit.Piece
            ? Line(day, PayKind.RestDay, day.Pieces, _agreement.Rate, factor, rule)
            : Line(day, PayKind.RestDay, hours, hourly, factor, rule);
    }

    private IEnumerable<PayLine> Night(WorkedDay day, decimal hourly)
    {
        if (day.NightHours == 0m) yield break;
        var rule = Find("night-work", day.Day);
        if (rule is not null) reliance.On(rule, day.Day, day.Day);
        var percent = Math.Max(rule?.Number("supplement-percent") ?? 0m, _agreement.NightPercent ?? 0m);
        yield return Line(day, PayKind.Night, day.NightHours, hourly, percent / 100m, rule);
    }

    private decimal Hourly(WorkedDay day, decimal norm, decimal hours) => _agreement.Unit switch
    {
        PayUnit.Hour => _agreement.Rate,
        PayUnit.Month => _agreement.Rate / MonthlyNorm(new DateOnly(day.Day.Year, day.Day.Month, 1)),
        PayUnit.Piece => day.Pieces * _agreement.Rate / hours,
        _ => _agreement.Rate / norm,
    };

    private decimal Norm(DateOnly day)
    {
        if (_agreement.HoursPerDay is { } agreed) return agreed;
        if (Find("working-time", day) is not { } rule) return UsualHours;
        reliance.On(rule, day, day);
        return rule.Number("hours-per-day");
    }

    /// <summary>Ordinary hours of a month: its working days times the ordinary hours of a day.</summary>
    private decimal MonthlyNorm(DateOnly month)
    {
        var days = 0;
        for (var day = month; day.Month == month.Month; day = day.AddDays(1))
            if (!IsRestDay(day) && !IsHoliday(day)) days++;
        return Math.Max(1, days) * Norm(month);
    }

    private Rule? Find(string subject, DateOnly day) =>
        law.Rules(question.Jurisdiction, subject) is { Count: > 0 } versions ? Versions.Governing(versions, day) : null;

    private static PayLine Line(WorkedDay day, PayKind kind, decimal quantity, decimal rate, decimal factor, Rule? rule) =>
        new(day.Day, kind, quantity, Math.Round(rate, 4, MidpointRounding.AwayFromZero), factor, Round(quantity * rate * factor), rule);

    private static decimal Round(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);
}
