using System.Collections.Frozen;

namespace Turna.Law.Packs;

/// <summary>One rule of law in one period of validity.</summary>
/// <param name="Country">ISO 3166 alpha-2 code, or EAEU, SCHENGEN, ILO.</param>
/// <param name="Subject">What it governs. Within a country, rules of one subject for the same citizens follow each other without gap or overlap.</param>
/// <param name="Id">Stable id, the same in every version.</param>
/// <param name="Kind">Which computation its parameters feed; one of <see cref="RuleKinds"/>.</param>
/// <param name="From">First day in force; null when it is not known since when.</param>
/// <param name="To">Last day in force; null while it is in force.</param>
/// <param name="Citizens">ISO codes of the citizenships it is made for; empty when it is for everybody.</param>
/// <param name="Article">Where it stands.</param>
/// <param name="Text">What it says, in our words.</param>
/// <param name="Parameters">Numbers and words, by name, of the types that <see cref="RuleKinds"/> declares.</param>
/// <param name="Origin">Where we have it from.</param>
public sealed record Rule(
    string Country,
    string Subject,
    string Id,
    string Kind,
    DateOnly? From,
    DateOnly? To,
    IReadOnlyList<string> Citizens,
    string Article,
    LegalText Text,
    FrozenDictionary<string, object> Parameters,
    Origin Origin)
{
    /// <summary>The version of the rule: its first day in force, or <c>undated</c>.</summary>
    public string Version => From is { } day ? day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : "undated";

    /// <summary>Whether it is in force on a day.</summary>
    public bool Covers(DateOnly day) => (From is not { } from || day >= from) && (To is not { } to || day <= to);

    /// <summary>A number among the parameters. The loader has checked that required ones are there.</summary>
    public decimal Number(string name) => (decimal)Parameters[name];

    /// <summary>A whole number among the parameters.</summary>
    public int Whole(string name) => (int)(decimal)Parameters[name];

    /// <summary>A word among the parameters.</summary>
    public string Word(string name) => (string)Parameters[name];

    /// <summary>Whether an optional parameter is there.</summary>
    public bool Has(string name) => Parameters.ContainsKey(name);
}

/// <summary>Where a fact comes from and how far it may be trusted.</summary>
/// <param name="Source">The document or site.</param>
/// <param name="Checked">The day on which it was last compared with its source.</param>
/// <param name="Trust">How far it may be trusted.</param>
public sealed record Origin(string Source, DateOnly Checked, TrustMark Trust);
