using System.Collections.Frozen;

namespace Turna.Law.Packs;

/// <summary>Several packs together: what every computation of the engine takes as the law.</summary>
public sealed class Lawbook
{
    private readonly FrozenDictionary<(string Country, string Subject), Rule[]> _rules;
    private readonly FrozenDictionary<(string Country, string Branch), Rule[]> _branches;
    private readonly FrozenDictionary<string, Series> _series;

    /// <summary>Binds packs together. Names of packs are unique; the last one of a name wins, so that a new version replaces the old.</summary>
    public Lawbook(IEnumerable<RulePack> packs)
    {
        Packs = [.. packs.GroupBy(pack => pack.Name, StringComparer.Ordinal).Select(group => group.Last())];
        _rules = Packs.SelectMany(pack => pack.Rules)
            .GroupBy(rule => (rule.Country, rule.Subject))
            .ToFrozenDictionary(group => group.Key, group => group.OrderBy(rule => rule.From ?? DateOnly.MinValue).ToArray());
        _branches = Packs.SelectMany(pack => pack.Rules)
            .Where(rule => rule.Subject.Contains('/', StringComparison.Ordinal))
            .GroupBy(rule => (rule.Country, rule.Subject[..rule.Subject.IndexOf('/', StringComparison.Ordinal)]))
            .ToFrozenDictionary(group => group.Key, group => group.ToArray());
        _series = Packs.SelectMany(pack => pack.Series).ToFrozenDictionary(series => series.Id, StringComparer.Ordinal);
    }

    /// <summary>The packs in the book.</summary>
    public IReadOnlyList<RulePack> Packs { get; }

    /// <summary>The pack of a country; null when the book has none.</summary>
    public RulePack? Of(string country) => Packs.FirstOrDefault(pack => pack.Country == country);

    /// <summary>Rules of a country on a subject, oldest first, whatever the citizenship; empty when none is known.</summary>
    public IReadOnlyList<Rule> Rules(string country, string subject) => _rules.GetValueOrDefault((country, subject)) ?? [];

    /// <summary>
    /// Rules of a country on a subject for a citizenship, oldest first: those made for it, else those for everybody,
    /// else those made for others (the caller must then say that they are not verified for it).
    /// </summary>
    public IReadOnlyList<Rule> Rules(string country, string subject, string citizenship)
    {
        var all = Rules(country, subject);
        Rule[] own = [.. all.Where(rule => rule.Citizens.Contains(citizenship, StringComparer.Ordinal))];
        if (own.Length > 0) return own;
        Rule[] everybody = [.. all.Where(rule => rule.Citizens.Count == 0)];
        if (everybody.Length > 0 || all.Count == 0) return everybody;
        var others = all[0].Citizens;
        return [.. all.Where(rule => rule.Citizens.SequenceEqual(others, StringComparer.Ordinal))];
    }

    /// <summary>All rules whose subject begins with a word and a slash, for instance every <c>deadline/…</c>.</summary>
    public IReadOnlyList<Rule> RulesBelow(string country, string branch) => _branches.GetValueOrDefault((country, branch)) ?? [];

    /// <summary>A series by id; null when the book has none.</summary>
    public Series? Series(string id) => _series.GetValueOrDefault(id);
}

/// <summary>Picks the version of a rule that governs a day.</summary>
public static class Versions
{
    /// <summary>
    /// The version in force on a day. A day before every known version is governed by the earliest one, a day after the last
    /// by the last: <see cref="Rule.Covers"/> tells the caller that she must say so. Null only when there is no version at all.
    /// </summary>
    public static Rule? Governing(IReadOnlyList<Rule> versions, DateOnly day)
    {
        if (versions.Count == 0) return null;
        foreach (var version in versions)
            if (version.To is not { } last || day <= last) return version;
        return versions[^1];
    }
}
