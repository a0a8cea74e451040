using System.Globalization;
using Turna.Cases.Contracts;
using Turna.Design;
using Turna.People.Contracts;

namespace Turna.Cases.BringingIn;

/// <summary>A rule read from a remark, in the words of the screen, so that whoever brings the register in can see what will hold.</summary>
internal static class SafetyWords
{
    public static string Of(Texts texts, SafeContactRule rule) => rule.Kind switch
    {
        SafeContactKind.Hours => Hours(texts, rule),
        SafeContactKind.KeepFrom => rule.Who is { } who ? texts["Must not learn of it: {0}", Relative(texts, who)] : texts["Others must not learn of it"],
        SafeContactKind.NoCalls => texts["Do not call"],
        SafeContactKind.OnlyMessages => texts["Only by message"],
        SafeContactKind.NoMessages => texts["Send no message"],
        SafeContactKind.NoContact => texts["Do not contact: she calls herself"],
        _ => texts["Read before any contact"],
    };

    // A register names him in any language and case. "Супруг…" may be a wife as well and stays as it was written.
    private static string Relative(Texts texts, string word) =>
        Safety.OwnerOf(word) == PhoneOwner.Husband && !word.StartsWith("супруг", StringComparison.OrdinalIgnoreCase) ? texts["the husband"] : word;

    private static string Hours(Texts texts, SafeContactRule rule) => (rule.From, rule.Until) switch
    {
        ({ } from, { } until) => texts["Only between {0} and {1}", Clock(from), Clock(until)],
        ({ } from, null) => texts["Only from {0}", Clock(from)],
        (null, { } until) => texts["Only until {0}", Clock(until)],
        _ => texts["Read before any contact"],
    };

    private static string Clock(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
