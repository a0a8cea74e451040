using System.Text.RegularExpressions;
using Turna.Cases.Importing.Reading;
using Turna.Cases.Importing.Values;
using Turna.Kernel.Codes;

namespace Turna.Cases.Importing;

/// <summary>Marks that mean "as above": ", -"-, -//-, 〃, то же, ошол эле.</summary>
internal static partial class Ditto
{
    public static bool Is(SourceCell cell) =>
        cell.Kind == CellKind.Text && (Mark().IsMatch(cell.Words!) || Words.Shipped.Says("ditto", Spelling.Fold(cell.Words!)));

    [GeneratedRegex("""^[\s\-–—=]*("|″|〃|''|´´|‘‘|’’|“|”|//|\\\\|,,|״)[\s\-–—="]*$""")]
    private static partial Regex Mark();
}
