using System.Text.RegularExpressions;
using Turna.Cases.Contracts;
using Turna.Cases.Importing.Reading;
using Turna.Kernel.Codes;

namespace Turna.Cases.Importing.Values;

/// <summary>A column whose heading asks whether she may be called ("Можно ли вам звонить?"): "нет" alone says it all, and must not vanish.</summary>
internal static partial class ContactQuestion
{
    /// <summary>The rule of an answer; null under any other heading, for a blank and for a plain yes.</summary>
    public static SafeContactRule? Answer(string heading, SourceCell cell)
    {
        if (cell.IsBlank || !Asks().IsMatch(heading)) return null;
        var folded = Spelling.Fold(cell.Written);
        if (folded.Length == 0 || Yes().IsMatch(folded)) return null;
        var wording = $"{heading.Trim(' ', '?', ':')}: {cell.Written}";
        if (No().IsMatch(folded)) return new SafeContactRule(SafeContactKind.NoCalls, wording);
        // An answer that is a rule in its own words is read as the remark it is.
        return SafetyReader.Read(cell.Written).Count > 0 ? null : new SafeContactRule(SafeContactKind.ReadFirst, wording);
    }

    [GeneratedRegex(@"(можно|нужно ли|удобно)\s+(ли\s+)?(\p{L}+\s+)?(по)?звонить|чал(ууга|са)\s+бол|qoʻngʻiroq\s+qilsa|(may|can)\s+we\s+call", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Asks();

    [GeneratedRegex("^(да|можно|да можно|конечно|ооба|болот|ооба болот|ha|mumkin|yes|иә|1|v|[+])$", RegexOptions.ExplicitCapture)]
    private static partial Regex Yes();

    [GeneratedRegex("^(нет|нельзя|нет нельзя|не|жок|болбойт|жок болбойт|йук|йуқ|yoq|yoʻq|mumkin emas|no|жоқ|0|-)$", RegexOptions.ExplicitCapture)]
    private static partial Regex No();
}
