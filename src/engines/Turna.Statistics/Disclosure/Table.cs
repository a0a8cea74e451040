namespace Turna.Statistics.Disclosure;

/// <summary>One cell of a table.</summary>
/// <param name="Codes">Its codes, in the order of the table's <see cref="Table.By"/>; the total's code for a margin.</param>
/// <param name="Value">
/// A count, or a sum of what people contributed; never negative. Null where it is not known (a cell that an earlier release
/// suppressed, or a release that is being attacked).
/// </param>
/// <param name="Shown">
/// False for a cell that the table does not display. It is protected like a suppressed one: what is not shown must not follow
/// from what is.
/// </param>
public sealed record Cell(IReadOnlyList<string> Codes, decimal? Value, bool Shown = true)
{
    /// <summary>For a sum of contributions: who contributed. Null for a count of people.</summary>
    public Contributions? From { get; init; }
}

/// <summary>
/// A table of a release. List its margins too: a margin that is not listed is not displayed. A combination of listed codes
/// that is not listed itself is an empty cell, and readers see that it is empty.
/// </summary>
/// <param name="Name">What messages and results call it.</param>
/// <param name="By">The names of its dimensions. Dimensions it does not name stand at their total.</param>
/// <param name="Cells">Its cells, each combination of codes once.</param>
/// <param name="Earlier">
/// True for a table that has been published before, of the same population. It cannot be changed any more; its shown cells are
/// known to everybody.
/// </param>
public sealed record Table(string Name, IReadOnlyList<string> By, IReadOnlyList<Cell> Cells, bool Earlier = false);
