using Turna.Names;

namespace Turna.Cases.Importing.Grouping;

/// <summary>How far what two rows say about a name speaks for one woman. Listed from weak to strong.</summary>
internal enum NameBond
{
    /// <summary>It speaks against.</summary>
    None,

    /// <summary>The given name agrees, the family name does not: another woman, or she married.</summary>
    OtherFamily,

    /// <summary>Two known names of which the one lacks the other's last letter ("Эрнист", "Эрнис"; "Гүлнур", "Гүлнура"): a letter left out, or somebody else.</summary>
    LetterLost,

    /// <summary>
    /// The given names differ by an ending of respect or fondness, or by what it is added to ("Зуура", "Зуурахан"), and nothing else speaks against; or the
    /// family name of the one is the father's of the other, whose papers name another father.
    /// </summary>
    Fond,

    /// <summary>One of the names is a letter apart, the other agrees ("Чынар" and "Чынара"): a slip, or another woman.</summary>
    Slip,

    /// <summary>Only a part can be compared: an initial, or one name alone.</summary>
    Initial,

    /// <summary>The given name agrees; one row has her family name, the other only her father's ("Сыдыкова Назгүл", "Назгүл Асан кызы").</summary>
    GivenOnly,

    /// <summary>Given name and family or father's name agree.</summary>
    Whole,
}

/// <summary>A name as one or many rows write it, read into its parts once.</summary>
/// <param name="Other">The same under a second given name; null for most.</param>
/// <param name="Sex">What the row says for certain beside the name: rare names speak for the wrong one ("Тажибаев Гулжигит").</param>
internal sealed record WrittenName(int Id, PersonName Parts, PersonName? Other, Sex Sex);

/// <summary>Compares names through Turna.Names, and remembers: the same few names meet again and again.</summary>
internal sealed class NameBonds
{
    private const int Most = 4_000_000;
    private static readonly string[] Honours = ["жан", "жон", "хан", "хон", "jan", "jon", "khan", "khon", "xon", "han", "hon"];
    private readonly Dictionary<string, WrittenName> names = new(StringComparer.Ordinal);
    private readonly Dictionary<long, NameBond> bonds = [];

    public WrittenName Read(string text, Sex sex)
    {
        var key = $"{text}|{sex}";
        if (names.TryGetValue(key, out var name)) return name;
        var readable = LostLetters.LeftOut(FondNames.WithoutAddress(text));
        return names[key] = OtherGivenName.Of(readable) is { } both ? new WrittenName(names.Count, both.Plain, both.Other, sex) : new WrittenName(names.Count, PersonName.Read(readable), null, sex);
    }

    /// <summary>How two names stand to each other. Symmetric.</summary>
    public NameBond Between(WrittenName one, WrittenName other)
    {
        var key = ((long)Math.Min(one.Id, other.Id) << 32) | (uint)Math.Max(one.Id, other.Id);
        if (bonds.TryGetValue(key, out var known)) return known;
        var bond = Compare(one, other);
        if (bonds.Count < Most) bonds[key] = bond;
        return bond;
    }

    private static NameBond Compare(WrittenName one, WrittenName other)
    {
        var bond = NameBond.None;
        var sex = one.Sex == other.Sex ? one.Sex : Sex.Unknown;
        foreach (var first in Orders(one.Parts))
            foreach (var second in Orders(other.Parts))
                if (Compare(first, second, sex) is var found && found > bond) bond = found;
        return bond < NameBond.Fond && IsUnderOther(one, other) ? NameBond.Fond : bond;
    }

    /// <summary>The bracket may name her daughter as well: it counts as much as a fond name does.</summary>
    private static bool IsUnderOther(WrittenName one, WrittenName other) =>
        (one.Other is { } first && Compare(first, other.Parts, Sex.Unknown) >= NameBond.GivenOnly) || (other.Other is { } second && Compare(one.Parts, second, Sex.Unknown) >= NameBond.GivenOnly)
        || (one.Other is { } both && other.Other is { } too && Compare(both, too, Sex.Unknown) >= NameBond.GivenOnly);

    /// <summary>A rare name alone, or beside an initial, may be the given or the family name ("Мырзайым Т"): each order is compared for itself.</summary>
    private static PersonName[] Orders(PersonName name) => name is { RolesCertain: false, Father: null, OtherFamily: null }
        ? [PersonName.Of(name.Family?.ToString(), name.Given?.ToString()), PersonName.Of(name.Given?.ToString(), name.Family?.ToString())]
        : [name];

    /// <param name="sex">What both rows say; unknown lets the names speak.</param>
    private static NameBond Compare(PersonName one, PersonName other, Sex sex)
    {
        var seen = NameComparison.Compare(new NameRecord(one, sex), new NameRecord(other, sex)).Seen;
        if (seen.Given == Agreement.Part && Agrees(seen.Family) && !Against(seen.Father) && !seen.SexesDiffer && (IsHonoured(one) || IsHonoured(other))) return NameBond.Initial;
        // A daughter of Марат is Кенжебаева by her grandfather, and calls herself Кенжебай кызы all the same.
        if (Against(seen.Father) && !seen.SexesDiffer && (Agrees(seen.Given) || seen.Given == Agreement.Initial) && Agrees(seen.Cross)) return NameBond.Fond;
        if (seen.SexesDiffer || Against(seen.Father)) return NameBond.None;
        if (!Agrees(seen.Given) && (Agrees(seen.Family) || seen.Family == Agreement.Missing))
        {
            if (FondNames.Are(one.Given, other.Given)) return NameBond.Fond;
            if (seen.Given is Agreement.OtherName or Agreement.Near && (Agrees(seen.Family) || Agrees(seen.Cross)) && FondNames.LacksLastLetter(one.Given!, other.Given!)) return NameBond.LetterLost;
        }

        if (Against(seen.Given)) return NameBond.None;

        var line = Agrees(seen.Family) || (seen.Family == Agreement.Missing && (Agrees(seen.Father) || Agrees(seen.Cross)));
        if (Agrees(seen.Given) && line) return NameBond.Whole;
        if (Agrees(seen.Given) && Agrees(seen.Father) && !Against(seen.Family)) return NameBond.Whole;
        if (Agrees(seen.Given) && seen.Family == Agreement.Missing) return seen.Cross == Agreement.Initial ? NameBond.Initial : NameBond.GivenOnly;
        if (seen.Given == Agreement.Initial && (Agrees(seen.Family) || seen.Family == Agreement.Missing)) return NameBond.Initial;
        if (Agrees(seen.Given) && seen.Family == Agreement.Initial) return NameBond.Initial;
        if (Agrees(seen.Given) && seen.Family == Agreement.Different) return NameBond.OtherFamily;
        return (IsLetterApart(seen.Given) && Agrees(seen.Family)) || (Agrees(seen.Given) && IsLetterApart(seen.Family)) ? NameBond.Slip : NameBond.None;
    }

    /// <summary>"Шухратжон", "Гүлжамалхан": an ending of respect that one office writes and another leaves out.</summary>
    private static bool IsHonoured(PersonName name) =>
        name.Given is { IsInitial: false } given && Array.Exists(Honours, ending => given.Text.Length > ending.Length + 2 && given.Text.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    private static bool Agrees(Agreement level) =>
        level is Agreement.Same or Agreement.Form or Agreement.Close or Agreement.Slip or Agreement.SlipOfKnown or Agreement.Short;

    private static bool IsLetterApart(Agreement level) => level is Agreement.OddSlip or Agreement.Part;

    private static bool Against(Agreement level) =>
        level is Agreement.OtherInitial or Agreement.Near or Agreement.OtherName or Agreement.Different;
}
