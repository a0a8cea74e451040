using Turna.Cases.Contracts;
using Turna.Cases.Importing.Reading;
using Turna.Kernel.Codes;

namespace Turna.Cases.Importing.Values;

/// <summary>A column whose heading asks whether she may be called ("Можно ли вам звонить?"): "нет" alone says it all, and must not vanish.</summary>
internal static class ContactQuestion
{
    /// <summary>The rule of an answer; null under any other heading, for a blank and for a plain yes.</summary>
    public static SafeContactRule? Answer(string heading, SourceCell cell)
    {
        if (cell.IsBlank || !Words.Shipped.Mentions("asksToCall", Spelling.Fold(heading))) return null;
        var folded = Spelling.Fold(cell.Written);
        if (folded.Length == 0 || Words.Shipped.Says("yes", folded)) return null;
        var wording = $"{heading.Trim(' ', '?', ':')}: {cell.Written}";
        if (Words.Shipped.Says("no", folded)) return new SafeContactRule(SafeContactKind.NoCalls, wording);
        // An answer that is a rule in its own words is read as the remark it is.
        return SafetyReader.Read(cell.Written).Count > 0 ? null : new SafeContactRule(SafeContactKind.ReadFirst, wording);
    }
}
