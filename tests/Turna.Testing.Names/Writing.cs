using System.Globalization;

namespace Turna.Testing.Names;

/// <summary>How an office puts a name together.</summary>
public enum Convention
{
    FamilyGiven, GivenFamily, FamilyGivenPatronymic, GivenPatronymicFamily, FatherParticleGiven, GivenFatherParticle, GluedParticle,
    ShortParticle, HyphenParticle, FamilyInitial, FamilyInitials, InitialFamily, MachineReadable,
}

/// <summary>Writes a person's name by a convention in given letters.</summary>
public static class Writing
{
    private static readonly Convention[] Full =
    [
        Convention.FamilyGiven, Convention.FamilyGiven, Convention.GivenFamily, Convention.FamilyGivenPatronymic, Convention.FamilyGivenPatronymic,
        Convention.GivenPatronymicFamily, Convention.FatherParticleGiven, Convention.GivenFatherParticle,
    ];

    private static readonly Letters[] AnyLetters =
    [
        Letters.Home, Letters.Home, Letters.RussianLetters, Letters.RussianLetters, Letters.Icao, Letters.Passport, Letters.BgnPcgn, Letters.Gost, Letters.Informal, Letters.Iso9,
    ];

    public static Letters SomeLetters(Random random) => AnyLetters[random.Next(AnyLetters.Length)];

    public static Convention SomeConvention(Person person, Random random)
    {
        var convention = Full[random.Next(Full.Length)];
        return person.OwnFamilyWord && convention is Convention.FatherParticleGiven or Convention.GivenFatherParticle ? Convention.FamilyGivenPatronymic : convention;
    }

    public static string Write(Person person, Convention convention, Letters letters, Random random)
    {
        string S(string word) => Spelling.Write(word, letters, random);
        var given = S(person.Given);
        var father = S(person.Father);
        var family = Family(person, letters, random);
        var particle = Particle(person, letters, random);
        var text = convention switch
        {
            Convention.FamilyGiven => $"{family} {given}",
            Convention.GivenFamily => $"{given} {family}",
            Convention.FamilyGivenPatronymic => $"{family} {given} {Patronymic(person, letters, random)}",
            Convention.GivenPatronymicFamily => $"{given} {Patronymic(person, letters, random)} {family}",
            Convention.FatherParticleGiven => $"{father} {particle} {given}",
            Convention.GivenFatherParticle => $"{given} {father} {particle}",
            Convention.GluedParticle => random.Next(2) == 0 ? $"{father}{particle} {given}" : $"{given} {father}{particle}",
            Convention.ShortParticle => $"{father} {particle[..1]}. {given}",
            Convention.HyphenParticle => $"{father}-{particle} {given}",
            Convention.FamilyInitial => $"{family} {given[..1]}.",
            Convention.FamilyInitials => $"{family} {given[..1]}.{father[..1]}.",
            Convention.InitialFamily => $"{given[..1]}. {family}",
            _ => Mrz(family, given),
        };
        return Case(text, random, upper: convention == Convention.MachineReadable);
    }

    /// <summary>-ов and -ев after the ancestor's name, as clerks do it.</summary>
    public static string Family(Person person, Letters letters, Random random)
    {
        var word = person.OwnFamilyWord ? person.Ancestor : Russified(person.Ancestor) + (person.Tradition == Tradition.Tajik && random.Next(3) == 0 ? "зода" : null);
        if (person.Female && (word.EndsWith('в') || (word.EndsWith("ин", StringComparison.Ordinal) && word != "Шин"))) word += "а";
        if (word.EndsWith("взода", StringComparison.Ordinal)) word = word[..^6] + "зода";
        if (word.EndsWith("вазода", StringComparison.Ordinal)) word = word[..^7] + "зода";
        return Spelling.Write(word, letters, random);
    }

    public static string Patronymic(Person person, Letters letters, Random random)
    {
        var stem = Russified(person.Father);
        if (person.Tradition is Tradition.Uzbek && random.Next(2) == 0) return Spelling.Write(person.Father, letters, random) + " " + Particle(person, letters, random);
        return Spelling.Write(stem + (person.Female ? "на" : "ич"), letters, random);
    }

    private static string Russified(string name)
    {
        if (name.EndsWith('ь')) return name[..^1] + "ев";
        if (name.EndsWith("ий", StringComparison.Ordinal)) return name[..^2] + "иев";
        if (name.EndsWith('й')) return name[..^1] + "ев";
        if (name.EndsWith('а') || name.EndsWith('я')) return name[..^1] + (name.EndsWith('а') ? "аев" : "иев");
        return "иыеэуюоө".Contains(name[^1], StringComparison.Ordinal) ? name + "ев" : name + "ов";
    }

    private static string Particle(Person person, Letters letters, Random random)
    {
        string[] forms = (person.Tradition, person.Female, letters) switch
        {
            (Tradition.Uzbek, true, Letters.Home) => ["қизи"],
            (Tradition.Uzbek, false, Letters.Home) => ["ўғли"],
            (Tradition.Uzbek, true, Letters.RussianLetters) => ["кизи", "кызы"],
            (Tradition.Uzbek, false, Letters.RussianLetters) => ["угли", "оглы"],
            (Tradition.Uzbek, true, _) => ["qizi", "kizi"],
            (Tradition.Uzbek, false, _) => ["o'g'li", "o‘g‘li", "ogli", "ugli"],
            (_, true, Letters.Home or Letters.RussianLetters) => ["кызы"],
            (_, false, Letters.Home or Letters.RussianLetters) => ["уулу"],
            (_, true, _) => ["kyzy", "kyzy", "kizi", "kyzi", "kizy"],
            _ => ["uulu", "uulu", "uluu", "ulu"],
        };
        return forms[random.Next(forms.Length)];
    }

    private static string Mrz(string family, string given)
    {
        var line = $"{Clean(family)}<<{Clean(given)}";
        return line.Length > 39 ? line[..39] : line.PadRight(39, '<');

        static string Clean(string word) => string.Concat(word.ToUpperInvariant().Where(char.IsAsciiLetter));
    }

    private static string Case(string text, Random random, bool upper)
    {
        if (upper) return text;
        return random.Next(8) switch
        {
            0 => text.ToUpperInvariant(),
            1 => text.ToLowerInvariant(),
            _ => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(text.ToLowerInvariant()).Replace(" Кызы", " кызы", StringComparison.Ordinal).Replace(" Уулу", " уулу", StringComparison.Ordinal),
        };
    }
}
