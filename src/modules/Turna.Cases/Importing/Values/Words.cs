using System.Collections.Frozen;
using System.Globalization;
using Turna.Kernel.Codes;

namespace Turna.Cases.Importing.Values;

/// <summary>The word lists of <c>content/codes</c> that readers of registers share.</summary>
internal sealed class Words
{
    private static readonly Lazy<Words> Loaded = new(() => new Words());
    private readonly FrozenDictionary<string, PhrasePatterns> byKind = CodeTable.Shipped("register.words").Rows
        .GroupBy(row => row["kind"], StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => PhrasePatterns.From(group, "kind"), StringComparer.Ordinal);

    private Words()
    {
    }

    public static Words Shipped => Loaded.Value;

    public CodeLists Lists { get; } = CodeLists.Shipped;

    public PhrasePatterns Topics { get; } = PhrasePatterns.From(CodeTable.Shipped("topics.phrases").Rows, sets: CodeTable.Shipped("topics.sets").Rows);

    public PhrasePatterns Headings { get; } = PhrasePatterns.From(CodeTable.Shipped("register.headings").Rows, "field");

    public PhrasePatterns Months { get; } = PhrasePatterns.From(CodeTable.Shipped("months").Rows, "month");

    public PhrasePatterns SafeContact { get; } = PhrasePatterns.From(CodeTable.Shipped("register.safety").Rows, "kind");

    public FrozenDictionary<string, (string Country, string City)> Cities { get; } = ReadCities();

    public FrozenDictionary<string, (string Country, string Reason)> UnsureCountries { get; } = CodeTable.Shipped("countries.unsure").Rows
        .SelectMany(row => row["spellings"].Split('|'), (row, spelling) => (Spelling.Fold(spelling), (row["code"], row["reason"])))
        .DistinctBy(pair => pair.Item1, StringComparer.Ordinal)
        .ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal);

    /// <summary>Spellings of cities that standing alone do not tell the country, and why.</summary>
    public FrozenDictionary<string, string> UnsureCities { get; } = CodeTable.Shipped("cities.unsure").Rows
        .SelectMany(row => row["spellings"].Split('|'), (row, spelling) => (Spelling.Fold(spelling), row["reason"]))
        .DistinctBy(pair => pair.Item1, StringComparer.Ordinal)
        .ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal);

    /// <summary>True when a pattern of the kind fits anywhere in the folded text.</summary>
    public bool Mentions(string kind, string folded) => byKind[kind].Best(folded) is not null;

    /// <summary>True when a pattern of the kind explains the whole folded text.</summary>
    public bool Says(string kind, string folded) =>
        byKind[kind].Best(folded) is { } match && match.Words == folded.Count(letter => letter == ' ') + 1;

    public int? Month(string folded) =>
        Months.Best(folded) is { } match ? int.Parse(match.Meaning, CultureInfo.InvariantCulture) : null;

    private static FrozenDictionary<string, (string Country, string City)> ReadCities()
    {
        var cities = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        foreach (var row in CodeTable.Shipped("cities").Rows)
        {
            cities.TryAdd(Spelling.Fold(row["city"]), (row["country"], row["city"]));
            foreach (var spelling in row["spellings"].Split('|', StringSplitOptions.RemoveEmptyEntries))
                cities.TryAdd(Spelling.Fold(spelling), (row["country"], row["city"]));
        }

        return cities.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
