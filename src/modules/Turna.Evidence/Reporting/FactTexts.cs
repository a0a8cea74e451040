using System.Globalization;

namespace Turna.Evidence.Reporting;

/// <summary>The texts that facts are coded by.</summary>
internal sealed class FactTexts
{
    public Interned AgeBand { get; } = new();

    public Interned Oblast { get; } = new();

    public Interned Destination { get; } = new();

    /// <summary>Sets of topics, each one text.</summary>
    public Interned Topics { get; } = new();

    public Interned Subtype { get; } = new();

    public Interned Team { get; } = new(id => Guid.Parse(id, CultureInfo.InvariantCulture).ToString());

    /// <summary>Months as <c>yyyy-MM</c>.</summary>
    public Interned Month { get; } = new();

    private Interned[] All => [AgeBand, Oblast, Destination, Topics, Subtype, Team, Month];

    /// <summary>All texts of several readers.</summary>
    public static FactTexts Of(IReadOnlyList<FactTexts> parts)
    {
        var texts = new FactTexts();
        for (var column = 0; column < texts.All.Length; column++) texts.All[column].Take(parts.Select(part => part.All[column]));
        return texts;
    }
}
