using System.Text.RegularExpressions;

namespace Turna.Cases.Importing.Values;

/// <summary>
/// Takes a remark apart into what is said one after the other. A dot inside a time or after an abbreviation ends nothing, nor does the comma of
/// "не хочет, чтобы" and "звонить, только когда", or one in brackets.
/// </summary>
internal static partial class Clauses
{
    public static string[] Of(string text) => End().Split(Abbreviation().Replace(text, "${word} "))
        .Select(clause => clause.Trim()).Where(clause => clause.Length > 0).ToArray();

    [GeneratedRegex(@"(?<![\p{L}])(?<word>тел|ном|моб|сот|раб|т|ч|tel|mob)\.\s*(?=[\p{L}0-9(+])", RegexOptions.IgnoreCase)]
    private static partial Regex Abbreviation();

    [GeneratedRegex(@"([;!\n¶]+|\.(?![0-9])|,(?!\s*(чтоб|только\s+(когда|если|пока))))(?!(?<=\([^()]*)[^()]*\))", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex End();
}
