using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;
using Turna.Kernel.Codes;

namespace Turna.Cases.Importing.Values;

/// <summary>
/// What a cell denies or says to be settled beside what she came for: "не выдворен", "паспорт вернули", "зарплата выплачена". The words
/// of such a matter stand next to each other and in order, as "не" turns round what follows it and nothing else.
/// </summary>
internal static partial class SettledMatters
{
    private static readonly Matter[] Matters =
    [
        .. CodeTable.Shipped("topics.settled").Rows.SelectMany(row => row["patterns"].Split('|').Select(pattern =>
            new Matter(row["codes"].Split(' ').ToFrozenSet(StringComparer.Ordinal), [.. pattern.Split(' ').Select(word => word.EndsWith('*') ? Spelling.Fold(word) + "*" : Spelling.Fold(word))]))),
    ];

    /// <param name="Codes">The topics such words would be read as.</param>
    private sealed record Matter(FrozenSet<string> Codes, string[] Words);

    private readonly record struct Token(string Folded, int From, int To);

    /// <summary>The text without what it denies or says to be settled; null where it says so of nothing.</summary>
    public static string? LeftOut(string text)
    {
        var rest = new StringBuilder(text.Length);
        var found = false;
        foreach (var clause in Clause().Split(text))
        {
            var left = OfClause(clause);
            found |= left is not null;
            rest.Append(left ?? clause);
        }

        return found ? rest.ToString() : null;
    }

    private static string? OfClause(string clause)
    {
        var tokens = Word().Matches(clause).Select(word => new Token(Spelling.Fold(word.Value), word.Index, word.Index + word.Length)).Where(token => token.Folded.Length > 0).ToArray();
        if (tokens.Length == 0 || IsOpen(clause, tokens)) return null;
        // "По зарплате претензий нет": whatever the clause names is denied, but violence is never left out by so little.
        if (Words.Shipped.Mentions("noClaim", Spelling.Fold(clause)) && !TopicReader.MentionedIn(clause).Any(Remark.IsRestricted)) return Separators(clause);
        foreach (var matter in Matters)
            for (var at = 0; at + matter.Words.Length <= tokens.Length; at++)
                if (End(matter, tokens, at) is { } end && !IsTurned(matter, tokens, at, end))
                    return TopicReader.MentionedIn(clause).All(matter.Codes.Contains) ? Separators(clause) : clause[..tokens[at].From] + " " + clause[tokens[end].To..];
        return null;
    }

    /// <summary>A part is no whole, a question no answer, and what was given to the foreman is not with her.</summary>
    private static bool IsOpen(string clause, Token[] tokens) => clause.Contains('?', StringComparison.Ordinal)
        || Array.Exists(tokens, token => Words.Shipped.Mentions("part", token.Folded) || Words.Shipped.Says("openMatter", token.Folded))
        || (Spelling.Fold(clause) is var folded && Words.Shipped.Mentions("debtor", folded) && !Words.Shipped.Mentions("givesBack", folded));

    /// <summary>The last word of the matter where it begins at the given one.</summary>
    private static int? End(Matter matter, Token[] tokens, int at)
    {
        if (!IsMeant(matter.Words[0], tokens[at].Folded)) return null;
        var place = at;
        foreach (var wanted in matter.Words.AsSpan(1))
        {
            place++;
            while (place < tokens.Length && !IsMeant(wanted, tokens[place].Folded) && Words.Shipped.Says("amidDenial", tokens[place].Folded)) place++;
            if (place >= tokens.Length || !IsMeant(wanted, tokens[place].Folded)) return null;
        }

        return place;
    }

    /// <summary>"Не вернули паспорт", "айлыгын алган жок": a denial on either side of it says the contrary.</summary>
    private static bool IsTurned(Matter matter, Token[] tokens, int at, int end) =>
        (at > 0 && (Negation.IsBefore(tokens[at - 1].Folded) || Words.Shipped.Says("wouldBe", tokens[at - 1].Folded)))
        || (end + 1 < tokens.Length && (tokens[end + 1].Folded is "жок" or "эмес" or "yoq" or "emas" or "йук" || Negation.IsBefore(tokens[end + 1].Folded)) && !Negation.Is(matter.Words[^1]));

    private static bool IsMeant(string wanted, string word) => wanted[^1] == '*' ? word.AsSpan().StartsWith(wanted.AsSpan(..^1), StringComparison.Ordinal) : word == wanted;

    private static string Separators(string clause) => clause.Length > 0 && !char.IsLetterOrDigit(clause[^1]) ? clause[^1..] : " ";

    [GeneratedRegex(@"(?<=[,;:.()\n|+!])|(?=\s(?:но|а|однако|зато|хотя|бирок|лекин|ammo|lekin|but)\s)", RegexOptions.IgnoreCase)]
    private static partial Regex Clause();

    [GeneratedRegex(@"[\p{L}\p{Mn}'’ʻ]+|[0-9]+")]
    private static partial Regex Word();
}
