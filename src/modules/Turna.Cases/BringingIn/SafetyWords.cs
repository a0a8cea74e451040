using System.Globalization;
using Turna.Cases.Contracts;
using Turna.Design;
using Turna.Kernel.Codes;

namespace Turna.Cases.BringingIn;

/// <summary>A rule read from a remark, in the words of the screen, so that whoever brings the register in can see what will hold.</summary>
internal static class SafetyWords
{
    private static readonly CodeTable Table = CodeTable.Shipped("relatives");
    private static readonly CodeList Relatives = CodeList.From(Table);
    private static readonly PhrasePatterns Patterns = PhrasePatterns.From(Table.Rows);

    public static string Of(Texts texts, SafeContactRule rule) => rule.Kind switch
    {
        SafeContactKind.Hours => Hours(texts, rule),
        SafeContactKind.KeepFrom => rule.Who is { } who ? texts["Must not learn of it: {0}", Relative(texts, rule, who)] : texts["Others must not learn of it"],
        SafeContactKind.NoCalls => texts["Do not call"],
        SafeContactKind.OnlyMessages => texts["Only by message"],
        SafeContactKind.NoMessages => texts["Send no message"],
        SafeContactKind.NoContact => texts["Do not contact: she calls herself"],
        _ => texts["Read before any contact"],
    };

    // A register names them in any language and case: "ата-энеси" are the parents, "тайно от мужа" is the husband. Whom the list does not know
    // stays as it was written.
    private static string Relative(Texts texts, SafeContactRule rule, string who)
    {
        var words = Spelling.Fold(rule.Wording).Split(' ');
        words = Array.IndexOf(words, who) is >= 0 and var at ? words[at..] : [who];
        for (var i = 0; i < words.Length; i++)
        {
            var both = i + 1 < words.Length ? Patterns.Best($"{words[i]} {words[i + 1]}") : null;
            var found = both is { Words: > 1 } ? both : Patterns.Best(words[i]);
            if (found is not null && Relatives.TryFind(found.Meaning, out var relative)) return relative.Name(texts.Language.Code);
        }

        return who;
    }

    private static string Hours(Texts texts, SafeContactRule rule) => (rule.From, rule.Until) switch
    {
        ({ } from, { } until) => texts["Only between {0} and {1}", Clock(from), Clock(until)],
        ({ } from, null) => texts["Only from {0}", Clock(from)],
        (null, { } until) => texts["Only until {0}", Clock(until)],
        _ => texts["Read before any contact"],
    };

    private static string Clock(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
