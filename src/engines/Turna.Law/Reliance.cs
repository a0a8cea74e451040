using System.Globalization;
using Turna.Law.Packs;

namespace Turna.Law;

/// <summary>A rule or series a result rests on.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">First day in force of the version used; for a series the first day of the last value used.</param>
/// <param name="Article">Where it stands, or the name of the series.</param>
/// <param name="Source">Where we have it from.</param>
/// <param name="Trust">How far it may be trusted.</param>
public sealed record Reference(string Id, string Version, string Article, string Source, TrustMark Trust);

/// <summary>
/// Writes down every rule and figure a computation uses, and from that says what is unverified, out of date,
/// or applied outside the days it is known for.
/// </summary>
internal sealed class Reliance(DateOnly asOf)
{
    /// <summary>A rule compared with its source longer ago than this, in months, is called out of date.</summary>
    private const int FreshMonths = 12;

    private readonly List<Rule> _rules = [];
    private readonly HashSet<Rule> _seen = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, Use> _series = new(StringComparer.Ordinal);
    private readonly HashSet<Rule> _before = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Rule> _after = new(ReferenceEqualityComparer.Instance);

    /// <summary>The rule was applied to a span of days.</summary>
    public void On(Rule rule, DateOnly from, DateOnly to)
    {
        if (_seen.Add(rule)) _rules.Add(rule);
        if (rule.From is { } first && from < first) _before.Add(rule);
        if (rule.To is { } last && to > last) _after.Add(rule);
    }

    /// <summary>A value of a series was applied through a day.</summary>
    public void On(Series series, int index, DateOnly through)
    {
        if (!_series.TryGetValue(series.Id, out var use)) _series.Add(series.Id, use = new Use(series));
        use.Used.Add(index);
        use.PastKnown |= through > series.KnownThrough;
    }

    /// <summary>Rules first, then series, each in order of first use.</summary>
    public IReadOnlyList<Reference> References() =>
    [
        .. _rules.Select(rule => new Reference(rule.Id, rule.Version, rule.Article, rule.Origin.Source, rule.Origin.Trust)),
        .. _series.Values.Select(use => new Reference(
            use.Series.Id, Iso(use.Series.Values[use.Used.Max].From), use.Series.Text.English, use.Series.Origin.Source, Worst(use.Series, use.Used))),
    ];

    /// <summary>Everything the reader must know about what the result rests on.</summary>
    public IEnumerable<Notice> Warnings()
    {
        foreach (var rule in _rules)
        {
            if (!rule.Origin.Trust.IsVerified())
                yield return Notice.Of("law.rule-unverified", rule.Id, ("article", rule.Article), ("mark", rule.Origin.Trust.Code()));
            if (rule.Origin.Checked.AddMonths(FreshMonths) < asOf)
                yield return Notice.Of("law.rule-out-of-date", rule.Id, ("checked", rule.Origin.Checked));
            if (_before.Contains(rule))
                yield return Notice.Of("law.rule-before-known", rule.Id, ("from", rule.From!.Value));
            if (_after.Contains(rule))
                yield return Notice.Of("law.rule-after-known", rule.Id, ("to", rule.To!.Value));
        }

        foreach (var use in _series.Values)
        {
            var (series, used) = (use.Series, use.Used);
            var doubtful = used.Select(index => series.Values[index]).Where(value => !value.Trust.IsVerified()).ToList();
            if (doubtful.Count > 0)
                yield return Notice.Of("law.values-unverified", series.Id, ("values", string.Join("; ", doubtful.Select(Describe))));
            if (use.PastKnown)
                yield return Notice.Of("law.series-past-known", series.Id, ("known", series.KnownThrough), ("value", Figure(series.Values[used.Max].Value)));
        }
    }

    private sealed class Use(Series series)
    {
        public Series Series => series;

        public SortedSet<int> Used { get; } = [];

        public bool PastKnown { get; set; }
    }

    private static string Describe(SeriesValue value) => $"{Iso(value.From)}: {Figure(value.Value)} ({value.Trust.Code()})";

    private static TrustMark Worst(Series series, SortedSet<int> used) => used.Select(index => series.Values[index].Trust).Max();

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Figure(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
