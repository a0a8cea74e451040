namespace Turna.UnitTests.Importing;

/// <summary>One person of the made world.</summary>
internal sealed record MadePerson(string Id, char Sex, string Given, string Family, string Father, int Year, string Place, string? Phone, string? Married = null);

/// <summary>
/// People as they stand beside each other in a village: sisters who share a telephone, a father and a son, spouses, two women of one name,
/// one who married; and the spellings their names are written in.
/// </summary>
internal sealed class MadePeople(Random random)
{
    private static readonly string[] Women = ["Айнура", "Гүлнара", "Чынара", "Бурул", "Жазгүл", "Нуржан", "Элмира", "Сонунбүбү", "Алтынай", "Перизат", "Мунара", "Роза"];
    private static readonly string[] Men = ["Кубанычбек", "Замир", "Эркинбек", "Данияр", "Тынчтык", "Алмаз", "Мирбек", "Жусуп", "Өмүрбек", "Таалай"];
    private static readonly string[] Families = ["Алиев", "Жумаев", "Сулайманов", "Раимбеков", "Дүйшөев", "Назаров", "Шаршеев", "Токтобаев", "Мамбетов", "Кыдыров", "Төлөгөнов", "Султанов"];
    private static readonly string[] Fathers = ["Жапар", "Калмурат", "Сапар", "Бектур", "Назар", "Тилек", "Эсен", "Кайрат"];
    private static readonly string[] Places = ["Аксы", "Ала-Бука", "Кадамжай р-н", "г. Токмок", "Ат-Башы", "Тон району", "Жети-Өгүз", "Өзгөн шаары", "Кара-Кулжа", "Панфилов р-н", "г. Каракол", "Манас району"];

    private int phones = 1_000_000;

    public List<MadePerson> Make(int count)
    {
        var people = new List<MadePerson>();
        while (people.Count < count)
        {
            var one = Person(people.Count);
            people.Add(one);
            var relation = random.Next(12);
            if (relation == 0) people.Add(one with { Id = "s" + one.Id, Given = Other(one.Sex, one.Given), Year = one.Year + 3 });
            else if (relation == 1 && one.Sex == 'M') people.Add(one with { Id = "f" + one.Id, Given = Other('M', one.Given), Father = one.Given, Year = Math.Min(2005, one.Year + 24) });
            else if (relation == 2) people.Add(one with { Id = "n" + one.Id, Year = one.Year > 1985 ? one.Year - 9 : one.Year + 9, Phone = Number(), Place = Pick(Places) });
            else if (relation == 3 && one.Sex == 'F') people[^1] = one with { Married = Pick(Families) };
        }

        return people;
    }

    /// <summary>A way to write the name; which, the office and the day decide.</summary>
    public string Write(MadePerson who)
    {
        var woman = who.Sex == 'F';
        var family = (random.Next(2) == 0 ? who.Married : null) ?? who.Family;
        if (woman) family += "а";
        var patronymic = who.Father + (woman ? "овна" : "ович");
        return random.Next(11) switch
        {
            0 => $"{who.Given} {family}",
            1 => $"{family.ToUpperInvariant()} {who.Given.ToUpperInvariant()} {patronymic.ToUpperInvariant()}",
            2 => $"{family} {who.Given[0]}.",
            3 => $"{who.Father} {(woman ? "кызы" : "уулу")} {who.Given}",
            4 => $"{who.Given} {who.Father} {(woman ? "кызы" : "уулу")}",
            5 => Plain($"{family} {who.Given}").ToLowerInvariant(),
            6 => Latin($"{family} {who.Given}"),
            7 => $"{family} {who.Given[0]}.{who.Father[0]}.",
            8 => $"{family}  {who.Given} {patronymic}",
            _ => $"{family} {who.Given}",
        };
    }

    public string WritePhone(string phone)
    {
        var local = phone[4..];
        return random.Next(8) switch
        {
            0 => "0" + local,
            1 => $"0({local[..3]}) {local[3..5]}-{local[5..7]}-{local[7..]}",
            2 => $"+996 {local[..3]} {local[3..6]} {local[6..]}",
            3 => $"WhatsApp {phone}",
            4 => $"0{local} (ватсап)",
            5 => $"00996{local}",
            6 => $"моб. {phone}",
            _ => phone,
        };
    }

    private MadePerson Person(int i)
    {
        var sex = random.Next(3) == 0 ? 'M' : 'F';
        return new MadePerson($"p{i}", sex, Pick(sex == 'F' ? Women : Men), Pick(Families), Pick(Fathers), random.Next(1966, 2006), Pick(Places), random.Next(6) == 0 ? null : Number());
    }

    private string Number() => $"+99677{(phones += random.Next(3, 900)):D7}";

    private string Other(char sex, string given) => (sex == 'F' ? Women : Men).Where(name => name != given).ElementAt(random.Next(8));

    private T Pick<T>(params T[] choices) => choices[random.Next(choices.Length)];

    private static string Plain(string name) => name.Replace('ү', 'у').Replace('ө', 'о').Replace('Ө', 'О').Replace('ң', 'н');

    private static string Latin(string name)
    {
        const string Cyrillic = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяүөң";
        string[] latin = ["a", "b", "v", "g", "d", "e", "e", "zh", "z", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "kh", "ts", "ch", "sh", "shch", "", "y", "", "e", "iu", "ia", "u", "o", "n"];
        return string.Concat(name.ToLowerInvariant().Select(letter => Cyrillic.IndexOf(letter) is >= 0 and var at ? latin[at] : letter.ToString())).ToUpperInvariant();
    }
}
