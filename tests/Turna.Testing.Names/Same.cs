namespace Turna.Testing.Names;

/// <summary>Kinds of pairs that are one person.</summary>
internal static class Same
{
    public delegate (string A, string B)? Make(Person person, Random random);

    public static readonly IReadOnlyDictionary<string, (Truth, Make)> Kinds = new Dictionary<string, (Truth, Make)>
    {
        ["script ICAO"] = Is((p, r) => Two(p, r, Convention.FamilyGiven, Letters.Home, Convention.FamilyGiven, Letters.Icao)),
        ["script passport"] = Is((p, r) => Two(p, r, Convention.FamilyGivenPatronymic, Letters.Home, Convention.GivenFamily, Letters.Passport)),
        ["script informal"] = Is((p, r) => Two(p, r, Convention.FamilyGiven, Letters.RussianLetters, Convention.GivenFamily, Letters.Informal)),
        ["script BGN"] = Is((p, r) => Two(p, r, Convention.FamilyGiven, Letters.Home, Convention.FamilyGivenPatronymic, Letters.BgnPcgn)),
        ["script ISO 9"] = Is((p, r) => Two(p, r, Convention.GivenFamily, Letters.Home, Convention.FamilyGiven, Letters.Iso9)),
        ["two romanisations"] = Is((p, r) => Two(p, r, Convention.FamilyGiven, Letters.Gost, Convention.FamilyGiven, Letters.Informal)),
        ["no Kyrgyz letters"] = Is((p, r) => Two(p, r, Convention.FamilyGiven, Letters.Home, Convention.FamilyGivenPatronymic, Letters.RussianLetters)),
        ["Turkish letters"] = Is((p, r) => Two(p, r, Convention.FamilyGiven, Letters.Home, Convention.GivenFamily, Letters.Turkish)),
        ["family Russified"] = Is((p, r) => p.OwnFamilyWord ? null : Two(p with { Ancestor = p.Father }, r, Convention.FatherParticleGiven, Letters.Home, Convention.FamilyGiven, Writing.SomeLetters(r))),
        ["particle and patronymic"] = Is((p, r) => p.OwnFamilyWord ? null : Two(p, r, Convention.GivenFatherParticle, Writing.SomeLetters(r), Convention.FamilyGivenPatronymic, Writing.SomeLetters(r))),
        ["order"] = Is((p, r) => Two(p, r, Convention.GivenFamily, Writing.SomeLetters(r), Convention.FamilyGiven, Writing.SomeLetters(r))),
        ["particle place"] = Is((p, r) => p.OwnFamilyWord ? null : Two(p, r, Convention.GivenFatherParticle, Writing.SomeLetters(r), Convention.FatherParticleGiven, Writing.SomeLetters(r))),
        ["particle glued"] = Is((p, r) => p.OwnFamilyWord ? null : Two(p, r, Convention.GluedParticle, Writing.SomeLetters(r), Convention.GivenFatherParticle, Writing.SomeLetters(r))),
        ["particle shortened"] = Is((p, r) => p.OwnFamilyWord ? null : Two(p, r, Convention.ShortParticle, Letters.RussianLetters, Convention.FatherParticleGiven, Writing.SomeLetters(r))),
        ["particle hyphened"] = Is((p, r) => p.OwnFamilyWord ? null : Two(p, r, Convention.HyphenParticle, Writing.SomeLetters(r), Convention.FatherParticleGiven, Writing.SomeLetters(r))),
        ["patronymic left out"] = Is((p, r) => Two(p, r, Convention.FamilyGivenPatronymic, Letters.RussianLetters, Convention.FamilyGiven, Writing.SomeLetters(r))),
        ["slip of the keyboard"] = Is((p, r) => Slipped(p, r, Slips.Keyboard)),
        ["letter left out"] = Is((p, r) => Slipped(p, r, Slips.Dropped)),
        ["letters exchanged"] = Is((p, r) => Slipped(p, r, Slips.Exchanged)),
        ["letter doubled"] = Is((p, r) => Slipped(p, r, Slips.Doubled)),
        ["wrong letter"] = Is((p, r) => Slipped(p, r, Slips.Wrong)),
        ["optical reading"] = Is((p, r) => Slipped(p, r, Slips.Optical)),
        ["look-alike letters"] = Is((p, r) => Slipped(p, r, Slips.LookAlike)),
        ["script and slip"] = Is((p, r) => (Some(p, r), Slips.Any(Writing.Write(p, Convention.FamilyGivenPatronymic, Writing.SomeLetters(r), r), r))),
        ["Uzbek scripts"] = Is((p, r) => p.Tradition != Tradition.Uzbek ? null : Two(p, r, Convention.FamilyGiven, Letters.Home, Convention.FamilyGivenPatronymic, Letters.UzbekLatin)),
        ["Uzbek and Russian ear"] = Is((p, r) => p.Tradition is not (Tradition.Uzbek or Tradition.Tajik) ? null : (Writing.Write(p, Convention.FamilyGivenPatronymic, Letters.UzbekLatin, r), Spelling.RussianEar(Writing.Write(p, Convention.FamilyGiven, Letters.Home, r), r))),
        ["Tajik"] = Is((p, r) => p.Tradition != Tradition.Tajik ? null : Two(p, r, Convention.FamilyGiven, Letters.Home, Convention.FamilyGiven, Writing.SomeLetters(r))),
        ["machine-readable"] = Is((p, r) => Two(p, r, Convention.MachineReadable, Letters.Icao, Convention.FamilyGivenPatronymic, Letters.RussianLetters)),
        ["hyphened or parted"] = Is((p, r) => Parted(p, r)),
        ["two family names"] = Is((p, r) => (Some(p, r), $"{Writing.Family(p, Letters.RussianLetters, r)}-{Writing.Family(Person.Draw(r) with { Female = p.Female }, Letters.RussianLetters, r)} {p.Given}")),
        ["maiden name in brackets"] = Is((p, r) => !p.Female ? null : (Some(p, r), $"{Writing.Family(Person.Draw(r) with { Female = true }, Letters.RussianLetters, r)} ({Writing.Family(p, Letters.RussianLetters, r)}) {p.Given}")),
        ["family without ending"] = Is((p, r) => p.OwnFamilyWord ? null : ($"{p.Ancestor} {p.Given}", Writing.Write(p, Convention.FamilyGiven, Writing.SomeLetters(r), r))),
        ["family in the other sex"] = Is((p, r) => (Writing.Write(p, Convention.FamilyGivenPatronymic, Letters.RussianLetters, r), $"{Writing.Family(p with { Female = !p.Female }, Letters.RussianLetters, r)} {p.Given}")),
        ["invisible marks and spaces"] = Is((p, r) => (Some(p, r), Marked(Writing.Write(p, Convention.FamilyGiven, Letters.RussianLetters, r), r))),
        ["year one apart"] = Is((p, r) => Two(p, r, Convention.FamilyGivenPatronymic, Writing.SomeLetters(r), Convention.FamilyGiven, Writing.SomeLetters(r))),
        ["forms of one name"] = Is((p, r) => Formed(p, r)),
        ["forms of one name in the family"] = Is((p, r) => FormedFamily(p, r)),
        ["forms of one name in the father"] = Is((p, r) => FormedFather(p, r)),
        ["initial"] = (Truth.Possible, (p, r) => Two(p, r, Convention.FamilyInitial, Writing.SomeLetters(r), Convention.FamilyGiven, Writing.SomeLetters(r))),
        ["initials"] = (Truth.Possible, (p, r) => Two(p, r, Convention.FamilyInitials, Letters.RussianLetters, Convention.FamilyGivenPatronymic, Writing.SomeLetters(r))),
        ["short form"] = (Truth.Possible, (p, r) => Shortened(p, r)),
        ["year a digit off"] = (Truth.Possible, (p, r) => Two(p, r, Convention.FamilyGivenPatronymic, Writing.SomeLetters(r), Convention.FamilyGiven, Writing.SomeLetters(r))),
        ["married"] = (Truth.Possible, (p, r) => !p.Female || p.OwnFamilyWord ? null : Two(p, Person.Draw(r), r)),
    };

    private static readonly string[][] Forms =
    [
        ["Жусуп", "Юсуп", "Юсуф"], ["Жакып", "Якуб"], ["Ибраим", "Ибрагим"], ["Исмаил", "Ысмайыл"], ["Осмон", "Усман"], ["Омор", "Умар"], ["Мухаммед", "Магомед"], ["Сулайман", "Сулейман"],
        ["Хасан", "Асан"], ["Абдырахман", "Абдурахман"], ["Рахматилла", "Рахматулла"], ["Исак", "Ысак"], ["Акмат", "Ахмед"], ["Жаныбек", "Джанибек"],
    ];

    private static readonly string[][] Shorts =
    [
        ["Екатерина", "Катя"], ["Александр", "Саша"], ["Николай", "Коля"], ["Татьяна", "Таня"], ["Мария", "Маша"], ["Дмитрий", "Дима"], ["Сергей", "Серёжа"],
        ["Айгүл", "Айка"], ["Гүлнара", "Гуля"], ["Нурлан", "Нурик"], ["Бактыбек", "Бакыт"], ["Кубанычбек", "Кубан"], ["Канатбек", "Канат"],
    ];

    private static (Truth, Make) Is(Make make) => (Truth.Same, make);

    private static string Some(Person p, Random r) => Writing.Write(p, Writing.SomeConvention(p, r) is var c && c is Convention.FatherParticleGiven or Convention.GivenFatherParticle ? Convention.FamilyGivenPatronymic : c, Writing.SomeLetters(r), r);

    private static (string A, string B)? Two(Person p, Random r, Convention ca, Letters la, Convention cb, Letters lb) => (Writing.Write(p, ca, la, r), Writing.Write(p, cb, lb, r));

    private static (string A, string B)? Two(Person p, Person husband, Random r)
    {
        var married = p with { Ancestor = husband.Ancestor, Tradition = p.Tradition };
        if (husband.OwnFamilyWord || married.Ancestor == p.Ancestor) return null;
        return (Writing.Write(p, Convention.FamilyGivenPatronymic, Writing.SomeLetters(r), r), Writing.Write(married, Convention.FamilyGivenPatronymic, Writing.SomeLetters(r), r));
    }

    private static (string A, string B)? Slipped(Person p, Random r, Func<string, Random, string> slip)
    {
        var letters = r.Next(3) == 0 ? Letters.Icao : Letters.RussianLetters;
        var convention = Writing.SomeConvention(p, r);
        return (Writing.Write(p, convention, letters, r), slip(Writing.Write(p, convention, letters, r), r));
    }

    private static (string A, string B)? Parted(Person p, Random r)
    {
        string[] parts = ["гүл", "бек", "нур", "жан", "бүбү", "кан", "сулуу", "пери"];
        var tail = Array.Find(parts, t => p.Given.EndsWith(t, StringComparison.Ordinal) && p.Given.Length > t.Length + 1);
        if (tail is null) return null;
        var split = $"{p.Given[..^tail.Length]}{(r.Next(2) == 0 ? "-" : " ")}{char.ToUpperInvariant(tail[0])}{tail[1..]}";
        return ($"{Writing.Family(p, Letters.RussianLetters, r)} {split}", Some(p, r));
    }

    private static (string A, string B)? Formed(Person p, Random r)
    {
        if (p.Tradition != Tradition.Kyrgyz) return null;
        var forms = Forms[r.Next(Forms.Length)];
        var one = p with { Female = false, Given = forms[0], Father = p.Father };
        var other = one with { Given = forms[1 + r.Next(forms.Length - 1)] };
        return (Writing.Write(one, Convention.FamilyGivenPatronymic, Letters.RussianLetters, r), Writing.Write(other, Convention.FamilyGiven, Writing.SomeLetters(r), r));
    }

    private static (string A, string B)? FormedFamily(Person p, Random r)
    {
        if (p.OwnFamilyWord) return null;
        var forms = Forms[r.Next(Forms.Length)];
        var names = r.Next(2) == 0 ? Forms[r.Next(Forms.Length)] : null;
        var one = p with { Ancestor = forms[0], Given = names?[0] ?? p.Given, Female = names is null && p.Female };
        var other = one with { Ancestor = forms[1 + r.Next(forms.Length - 1)], Given = names is null ? p.Given : names[r.Next(names.Length)] };
        return (Writing.Write(one, Convention.FamilyGiven, Letters.RussianLetters, r), Writing.Write(other, Convention.FamilyGivenPatronymic, Writing.SomeLetters(r), r));
    }

    private static (string A, string B)? FormedFather(Person p, Random r)
    {
        if (p.OwnFamilyWord) return null;
        var forms = Forms[r.Next(Forms.Length)];
        var one = p with { Father = forms[0] };
        var other = one with { Father = forms[1 + r.Next(forms.Length - 1)] };
        var particle = r.Next(2) == 0 ? Convention.FatherParticleGiven : Convention.GivenFatherParticle;
        return (Writing.Write(one, particle, Letters.RussianLetters, r), Writing.Write(other, Convention.FamilyGivenPatronymic, Writing.SomeLetters(r), r));
    }

    private static (string A, string B)? Shortened(Person p, Random r)
    {
        var forms = Shorts[r.Next(Shorts.Length)];
        var one = p with { Given = forms[0] };
        var patronymic = r.Next(2) == 0 ? Convention.FamilyGivenPatronymic : Convention.FamilyGiven;
        return (Writing.Write(one, patronymic, Writing.SomeLetters(r), r), Writing.Write(one with { Given = forms[1] }, patronymic, Writing.SomeLetters(r), r));
    }

    private static string Marked(string text, Random r)
    {
        string[] marks = ["\u200B", "\u200E", "\u00AD", "\uFEFF", "\u0301"];
        var marked = text.Insert(r.Next(1, text.Length), marks[r.Next(marks.Length)]);
        return $"  {marked.Replace(" ", r.Next(2) == 0 ? "\u00A0 " : "  ", StringComparison.Ordinal)} ";
    }
}
