using System.Text;
using System.Text.RegularExpressions;
using Turna.Kernel.Codes;

namespace Turna.Cases.Importing.Values;

/// <summary>
/// What a cell says of where she complained: "заявление в милицию", "арыз милицияга жазды", "reported to the police". The police to which
/// somebody turned is not the police that held her.
/// </summary>
internal static partial class PlacesOfComplaint
{
    private const int MostBetween = 3;
    private const int MostOfName = 2;

    private readonly record struct Token(string Folded, int From, int To);

    /// <summary>The text without the places of complaint; null where it names none.</summary>
    public static string? LeftOut(string text)
    {
        var rest = new StringBuilder(text.Length);
        var found = false;
        foreach (var clause in Clause().Split(text))
        {
            var tokens = Word().Matches(clause).Select(word => new Token(Spelling.Fold(word.Value), word.Index, word.Index + word.Length)).ToArray();
            var left = new bool[tokens.Length];
            for (var at = 0; at < tokens.Length; at++) Leave(tokens, at, left);
            found |= left.Contains(true);
            rest.Append(Without(clause, tokens, left));
        }

        return found ? rest.ToString() : null;
    }

    private static void Leave(Token[] tokens, int at, bool[] left)
    {
        if (From(tokens, at) is not { } from) return;
        var acts = Enumerable.Range(0, tokens.Length).Where(index => (index < from ? from - index : index - at) is > 0 and <= MostBetween && (index < from || index > at) && Is("complaining", tokens[index])).ToArray();
        if (acts.Length == 0 && !Is("calling", tokens[from]) && !Is("throughAuthority", tokens[from])) return;
        for (var index = from; index <= at; index++) left[index] = true;
        foreach (var act in acts)
        {
            left[act] = true;
            if (act + 1 < tokens.Length && Is("complainingVerb", tokens[act + 1])) left[act + 1] = true;
        }
    }

    /// <summary>Where the words for the place begin: at "в" in "в районное отделение полиции"; null where it is not turned to.</summary>
    private static int? From(Token[] tokens, int at)
    {
        if (Is("authorityAddressed", tokens[at])) return at;
        if (!Is("authority", tokens[at])) return null;
        var before = at - 1;
        while (before >= 0 && at - before <= MostOfName && Is("authorityName", tokens[before])) before--;
        if (before >= 0 && (Is("toward", tokens[before]) || Is("throughAuthority", tokens[before]))) return before;
        // "Вызвали в полицию" summons her, "вызвали полицию" calls it; "police report" needs no word before it.
        if (before >= 0 && Is("calling", tokens[before])) return before;
        return at + 1 < tokens.Length && Is("reportOf", tokens[at + 1]) ? at : null;
    }

    private static bool Is(string kind, Token token) => Words.Shipped.Says(kind, token.Folded);

    private static string Without(string clause, Token[] tokens, bool[] left)
    {
        var rest = new StringBuilder(clause);
        for (var at = tokens.Length - 1; at >= 0; at--)
            if (left[at]) rest.Remove(tokens[at].From, tokens[at].To - tokens[at].From);
        return rest.ToString();
    }

    // A point ends a clause only before a capital letter: "заявл. в мил."
    [GeneratedRegex(@"(?<=[,;:()\n|+!])|(?<=\.\s)(?=\p{Lu})|(?=\s(?:но|а|однако|зато|бирок|лекин|ammo|lekin|but)\s)")]
    private static partial Regex Clause();

    [GeneratedRegex(@"[\p{L}\p{Mn}'’ʻ]+")]
    private static partial Regex Word();
}
