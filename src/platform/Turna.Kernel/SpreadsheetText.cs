namespace Turna.Kernel;

/// <summary>Texts for cells of files that are opened in a spreadsheet.</summary>
public static class SpreadsheetText
{
    // The wide forms are taken for the narrow ones by programs set to East Asian languages.
    private const string BeginsFormula = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    /// <summary>A text that no spreadsheet runs: a sign of a formula at its start is led by an apostrophe.</summary>
    public static string Harmless(string text) => text.Length > 0 && BeginsFormula.Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
}
