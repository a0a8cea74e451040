using Turna.Cases.Importing.Reading;
using Turna.Kernel.Codes;

namespace Turna.Cases.Importing.Values;

/// <summary>What is put into a column whose heading says it all.</summary>
internal static class Mark
{
    private static readonly HashSet<string> Signs = new(StringComparer.OrdinalIgnoreCase) { "+", "++", "v", "x", "х", "✓", "✔", "√", "*", "☑", "☒", "●", "•", "■" };

    private static readonly HashSet<string> Answers = new(StringComparer.OrdinalIgnoreCase) { "да", "ооба", "1", "ha", "yes", "TRUE" };

    public static bool IsSign(SourceCell cell) => Signs.Contains(cell.Written);

    /// <summary>A word for yes, or a one.</summary>
    public static bool IsAnswer(SourceCell cell) => Answers.Contains(cell.Written);

    public static bool IsAny(SourceCell cell) => IsSign(cell) || IsAnswer(cell);

    /// <summary>Empty, or a word for no.</summary>
    public static bool IsNone(SourceCell cell) => cell.IsBlank || SourceCell.IsDash(cell.Written) || cell.Written is "0" or "FALSE"
        || Spelling.Fold(cell.Written) is var folded && (Words.Shipped.Says("no", folded) || Words.Shipped.Says("empty", folded));
}
