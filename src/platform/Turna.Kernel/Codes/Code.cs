namespace Turna.Kernel.Codes;

/// <summary>One entry of a reference list, such as a country or a topic of consultations.</summary>
/// <param name="Value">The code itself. It is text ("01" is not "1") and never changes its meaning.</param>
/// <param name="Parent">The code one step up the tree, or null at the top.</param>
/// <param name="Columns">Every column of the source row by its heading; an empty cell is an empty text.</param>
public sealed record Code(string Value, string? Parent, IReadOnlyDictionary<string, string> Columns)
{
    /// <summary>The languages every list names its codes in, in the order a missing name falls back.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "ru", "ky", "uz"];

    /// <summary>The name in a language (<c>en</c>, <c>ru</c>, <c>ky</c>, <c>uz</c>), in English where that is missing, else the code.</summary>
    public string Name(string language)
    {
        if (Columns.TryGetValue(language, out var name) && name.Length > 0) return name;
        return Columns.TryGetValue("en", out var english) && english.Length > 0 ? english : Value;
    }

    /// <summary>A further column, such as <c>alpha3</c> of a country; empty when the list has none of that heading.</summary>
    public string Column(string heading) => Columns.GetValueOrDefault(heading, string.Empty);

    public bool Equals(Code? other) => other is not null && Value == other.Value && Parent == other.Parent;

    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Value;
}
