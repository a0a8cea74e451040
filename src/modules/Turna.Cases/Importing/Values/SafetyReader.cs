using System.Text.RegularExpressions;
using Turna.Cases.Contracts;
using Turna.Kernel.Codes;

namespace Turna.Cases.Importing.Values;

/// <summary>
/// Reads remarks for what keeps her safe. A wording that speaks of contact or danger and fits no rule becomes "read first", never nothing;
/// one that may be turned round by a "не" never becomes the rule it denies.
/// </summary>
internal static partial class SafetyReader
{
    /// <summary>The rules of a remark, in the order written.</summary>
    public static IReadOnlyList<SafeContactRule> Read(string text)
    {
        var rules = text.Split(Remark.BetweenCells, StringSplitOptions.RemoveEmptyEntries).SelectMany(OfCell).ToList();
        return Contradicts(rules) ? [new SafeContactRule(SafeContactKind.ReadFirst, text.Replace(Remark.BetweenCells, "; ", StringComparison.Ordinal)), .. rules.Where(rule => rule.Kind is SafeContactKind.KeepFrom or SafeContactKind.NoContact)] : rules;
    }

    private static List<SafeContactRule> OfCell(string cell)
    {
        var clauses = Clauses.Of(cell);
        var rules = clauses.SelectMany(OfClause).ToList();
        if (rules.Count == 0 && ContactHours.Read(cell) is { } late) rules.Add(late);
        if (rules.Count == 0 && !Array.Exists(clauses, clause => IsFearOfThings(Spelling.Fold(clause)))) rules.AddRange(Rules(cell));
        return rules;
    }

    /// <summary>What one clause says: its hours, or else how she may be reached.</summary>
    public static IReadOnlyList<SafeContactRule> OfClause(string clause) => ContactHours.Read(clause) is { } hours ? [hours] : Rules(clause);

    private static List<SafeContactRule> Rules(string clause)
    {
        var rules = new List<SafeContactRule>();
        foreach (var part in Turning().Split(Spelling.Fold(clause)))
        {
            var contact = ContactClause.Of(part);
            var kinds = contact.Kinds().ToList();
            if (Shipped(contact, part) is { } kind) kinds.Add(kind);
            if (!kinds.Contains(SafeContactKind.KeepFrom) && Secrecy.IsDemanded(part)) kinds.Add(SafeContactKind.KeepFrom);
            // "писать только через сестру": whatever else it says, it is not her own number.
            var another = ReachesAnother(contact, part) || PhoneOwnerWords.AnotherAnswers(part);
            if ((kinds.Count == 0 && (another || Secrecy.ForbidsTelling(part) || Secrecy.IsMeant(part))) || GoesThroughAnother(part)) kinds.Add(SafeContactKind.ReadFirst);
            else if (kinds.Count == 0 && OnlyThrough().IsMatch(part)) kinds.Add(SafeContactKind.OnlyMessages);
            foreach (var found in kinds.Where(found => !rules.Exists(rule => rule.Kind == found)))
                rules.Add(new SafeContactRule(found, clause, Who: found == SafeContactKind.KeepFrom ? Who(part) : null));
        }

        return rules;
    }

    /// <summary>The rule of the word list that fits what is left beside the forbidden means.</summary>
    private static SafeContactKind? Shipped(ContactClause contact, string part)
    {
        if (Words.Shipped.SafeContact.Best(contact.Rest) is not { } match)
            return Talk().IsMatch(contact.Rest) && contact.NegatesNothingKnown ? SafeContactKind.ReadFirst : null;
        var kind = Enum.Parse<SafeContactKind>(match.Meaning);
        var beside = Words.Shipped.SafeContact.Unexplained(contact.Rest);
        var denied = beside.Any(Negation.Is) || (kind == SafeContactKind.OnlyMessages && (contact.NegatesNothingKnown || contact.Reaches));
        var saysItself = kind == SafeContactKind.KeepFrom && contact.Rest.Split(' ').Except(beside, StringComparer.Ordinal).Any(Negation.Is);
        if (kind == SafeContactKind.OnlyMessages && contact.Unclear) return null;
        if (kind == SafeContactKind.ReadFirst && IsFearOfThings(part)) return null;
        if (kind is SafeContactKind.OnlyMessages or SafeContactKind.NoMessages && contact.OfPapers) return null;
        return denied && !saysItself ? SafeContactKind.ReadFirst : kind;
    }

    /// <summary>"боится летать": what she fears is not what people do. One word more ("боится, что в больницу придёт"), and it may be.</summary>
    private static bool IsFearOfThings(string part)
    {
        var words = part.Split(' ');
        return Array.Exists(words, word => Words.Shipped.Says("fearOfThings", word))
            && Array.TrueForAll(words, word => ContactClause.IsSmall(word) || Words.Shipped.Says("besideFear", word) || Words.Shipped.Says("fear", word) || Words.Shipped.Says("fearOfThings", word));
    }

    /// <summary>"через сестру", "связь только через приют"; "связь только через почту" goes through nobody.</summary>
    private static bool GoesThroughAnother(string part) => Through().IsMatch(part)
        && (PhoneOwnerWords.NamesAnother(part) || (OnlyThrough().IsMatch(part) && part.Split(' ').All(word => MeansWords.Of(word) != Means.Write && !Words.Shipped.Says("writing", word))));

    /// <summary>"звонить мужу", "связь через подругу".</summary>
    private static bool ReachesAnother(ContactClause contact, string part) =>
        (contact.Reaches || Through().IsMatch(part)) && PhoneOwnerWords.NamesAnother(part) && !Ordinary().IsMatch(part);

    /// <summary>Rules of one remark that can't both be kept say nothing certain.</summary>
    private static bool Contradicts(List<SafeContactRule> rules)
    {
        var noMessages = rules.Exists(rule => rule.Kind == SafeContactKind.NoMessages);
        if (noMessages && rules.Exists(rule => rule.Kind == SafeContactKind.OnlyMessages)) return true;
        var hours = rules.Where(rule => rule.Kind == SafeContactKind.Hours).ToArray();
        return hours.Length > 1 && (Array.Exists(hours, rule => rule.From > rule.Until) || hours.Max(rule => rule.From) > hours.Min(rule => rule.Until));
    }

    private static string? Who(string folded) => folded.Split(' ').FirstOrDefault(word => Words.Shipped.Says("other", word) || Words.Shipped.Says("household", word));

    [GeneratedRegex(@"(?:^|\s)(?:а|но|зато|однако|бирок|lekin|ammo|but)\s|(?<=(?:нельзя|запрещено|болбойт|emas)\s)(?=(?:только|лишь|faqat|only)\s)")]
    private static partial Regex Turning();

    [GeneratedRegex(@"\b(телефон|трубк|звонк|разговар|общат)")]
    private static partial Regex Talk();

    [GeneratedRegex(@"\b(связь|через|аркылуу|orqali|оркали|through|via)\b")]
    private static partial Regex Through();

    [GeneratedRegex(@"^(?=.*\b(только|лишь|гана|faqat|факат|only)\b)(?=.*\b(через|аркылуу|orqali|оркали|through|via)\b).*\b(связ|контакт|байланыш|боглан|boglan|contact|reach|звон|чал|call)", RegexOptions.ExplicitCapture)]
    private static partial Regex OnlyThrough();

    [GeneratedRegex(@"\b(звонок|звонки|позвонить|письмо|жалоба|претензи\w*)\s+(работодател|хозя|начальник|бригадир|прораб|посредник)")]
    private static partial Regex Ordinary();
}
