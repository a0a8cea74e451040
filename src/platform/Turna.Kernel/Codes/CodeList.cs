using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Turna.Kernel.Codes;

/// <summary>A reference list in the order of its file, found by code or by any spelling people use for its entries.</summary>
public sealed class CodeList
{
    private readonly FrozenDictionary<string, Code> byValue;
    private readonly FrozenDictionary<string, Code> bySpelling;

    private CodeList(IReadOnlyList<Code> codes, FrozenDictionary<string, Code> byValue, FrozenDictionary<string, Code> bySpelling) =>
        (Codes, this.byValue, this.bySpelling) = (codes, byValue, bySpelling);

    public IReadOnlyList<Code> Codes { get; }

    /// <summary>Every way of writing that <see cref="Recognise"/> knows, folded by <see cref="Spelling.Fold"/>.</summary>
    public IEnumerable<KeyValuePair<string, Code>> Spellings => bySpelling;

    /// <summary>The entry of a code, exactly as written.</summary>
    public bool TryFind(string? value, [NotNullWhen(true)] out Code? code)
    {
        code = null;
        return value is not null && byValue.TryGetValue(value, out code);
    }

    /// <summary>
    /// The entry that a text names in any of the four languages, by a spelling of the list, or by the code itself; null when
    /// none does. Case, accents, dots and hyphens do not matter. Not promised: correction of unknown misspellings.
    /// </summary>
    public Code? Recognise(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : bySpelling.GetValueOrDefault(Spelling.Fold(text));

    /// <summary>Builds a list from a table with the column <c>code</c>, optionally <c>parent</c>, and a table <c>code, spellings</c>.</summary>
    /// <exception cref="FormatException">A code stands twice, or a spelling is given for a code the list does not have.</exception>
    public static CodeList From(CodeTable table, CodeTable? spellings = null)
    {
        var codes = new List<Code>(table.Rows.Count);
        var known = new Dictionary<string, Code>(StringComparer.Ordinal);
        foreach (var row in table.Rows)
        {
            var parent = row.GetValueOrDefault("parent");
            var code = new Code(row["code"], string.IsNullOrEmpty(parent) ? null : parent, row);
            if (!known.TryAdd(code.Value, code)) throw new FormatException($"{code.Value}: listed twice");
            codes.Add(code);
        }

        return new CodeList(codes, known.ToFrozenDictionary(StringComparer.Ordinal), Index(codes, known, spellings));
    }

    /// <summary>What the list writes itself comes first, so that a name is never taken by another entry's nickname.</summary>
    private static FrozenDictionary<string, Code> Index(List<Code> codes, Dictionary<string, Code> known, CodeTable? spellings)
    {
        var index = new Dictionary<string, Code>(StringComparer.Ordinal);
        void Add(string text, Code code)
        {
            if (text.Length > 0) index.TryAdd(Spelling.Fold(text), code);
        }

        foreach (var code in codes)
        {
            Add(code.Value, code);
            Add(code.Column("alpha3"), code);
            foreach (var language in Code.Languages) Add(code.Column(language), code);
        }

        foreach (var row in spellings?.Rows ?? [])
        {
            if (!known.TryGetValue(row["code"], out var code)) throw new FormatException($"{row["code"]}: spelling of an unknown code");
            foreach (var spelling in row["spellings"].Split('|')) Add(spelling, code);
        }

        return index.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
