using System.Text.RegularExpressions;
using Turna.Cases.Contracts;
using Turna.Cases.Importing.Reading;
using Turna.Cases.Importing.Values;
using Turna.Kernel.Codes;

namespace Turna.Cases.Importing.Layout;

/// <summary>Where the sums of a row are written: each in its column, or both side by side in one ("Долг / возвращено" over "56 000 / 20 000 руб").</summary>
/// <param name="Claimed">The part that tells what is owed.</param>
/// <param name="Recovered">The part that tells what came back.</param>
/// <param name="Divided">Both stood in one cell, side by side.</param>
/// <param name="Undivided">The column that holds both, where the cell holds one thing; null otherwise.</param>
internal readonly partial record struct SumCells(SourceCell Claimed, SourceCell Recovered, bool Divided, RegisterColumn? Undivided)
{
    private static readonly string[] InsteadOfSum = ["nothing", "empty", "no", "all", "part"];

    public IEnumerable<SourceCell> Both => [Claimed, Recovered];

    public static SumCells Of(SourceRow row, ColumnMapping columns)
    {
        if (columns.BothSums is not { } both) return new SumCells(columns.Cell(row, RegisterField.Claimed), columns.Cell(row, RegisterField.Recovered), false, null);
        return Apart(row[both.Index]) is var (first, second)
            ? InOrder(first, second, columns.OwedFirst) with { Divided = true }
            : InOrder(row[both.Index], SourceCell.Blank, columns.OwedFirst) with { Undivided = both };
    }

    /// <summary>The two parts of such a cell; null when it is none.</summary>
    public static (SourceCell First, SourceCell Second)? Apart(SourceCell cell) =>
        cell.Kind == CellKind.Text && SideBySide().Match(cell.Words!) is { Success: true } match && TellsSum(match.Groups["first"].Value) && TellsSum(match.Groups["second"].Value)
            ? (SourceCell.Of(match.Groups["first"].Value, cell.Computed), SourceCell.Of(match.Groups["second"].Value, cell.Computed))
            : null;

    private static SumCells InOrder(SourceCell first, SourceCell second, bool owedFirst) =>
        owedFirst ? new SumCells(first, second, false, null) : new SumCells(second, first, false, null);

    private static bool TellsSum(string part) => part.Any(char.IsAsciiDigit) || SourceCell.IsDash(part)
        || Spelling.Fold(part) is var folded && InsteadOfSum.Any(kind => Words.Shipped.Says(kind, folded));

    [GeneratedRegex(@"^(?<first>[^/|\\;()\n]*?)\s*[/|\\;\n]\s*(?<second>[^/|\\;()\n]*)$|^(?<first>[^/|\\;()\n]+?)\s*\((?<second>[^/|\\;()\n]+)\)$", RegexOptions.ExplicitCapture)]
    private static partial Regex SideBySide();
}
