using System.Globalization;
using Turna.Evidence.Contracts;
using Turna.Kernel;
using Turna.Kernel.Codes;
using Turna.People.Contracts;

namespace Turna.Web.Demonstration;

/// <summary>A made-up name in the three ways offices write it.</summary>
internal sealed record MadeName(string Kyrgyz, string Russian, string Latin);

/// <summary>
/// Draws made-up people and what happens to them. The shares follow the source documents: stock of migrants by destination, mean age 34,
/// a third of questions on wages and a sixth on migration law, about half women. The same seed draws the same.
/// </summary>
internal sealed class Draw
{
    private const string Vowels = "аеёиоуыэюяөү";

    private static readonly (string Code, double Weight)[] Destinations =
        [("RU", 411_226), ("KZ", 65_000), ("TR", 60_000), ("US", 36_000), ("KR", 14_000), ("AE", 6_000), ("DE", 5_000), ("PL", 3_000)];

    private static readonly (string Code, double Weight)[] Topics =
    [
        ("wages", 30), ("migration_law", 15), ("documents_withheld", 7), ("reentry_ban", 7), ("dismissal", 6), ("contract", 5), ("overtime", 4),
        ("health", 4), ("civil_documents", 4), ("pension", 3), ("gbv", 3), ("psychological", 3), ("job_search", 3), ("forced_labour", 2), ("child_left", 2), ("return", 2),
    ];

    private static readonly (string Code, double Weight)[] Companions = Topics[2..];

    private static readonly (string Code, double Weight)[] Channels = [("phone", 46), ("messenger", 26), ("visit", 18), ("hotline", 7), ("field", 3)];

    private readonly Random random;
    private readonly List<MadeName> women;
    private readonly List<MadeName> men;
    private readonly List<MadeName> fathers;
    private readonly List<string> oblasts;

    public Draw(int seed, string namesFile)
    {
        random = new Random(seed);
        var names = File.ReadLines(namesFile).Skip(1).Select(line => line.Split(',')).ToLookup(c => c[0], c => new MadeName(c[1], c[2], c[3]), StringComparer.Ordinal);
        (women, men, fathers) = ([.. names["female"]], [.. names["male"]], [.. names["father"]]);
        oblasts = [.. CodeLists.Shipped.Places.Codes.Where(p => p.Parent is null).Select(p => p.Value)];
    }

    public bool Chance(double share) => random.NextDouble() < share;

    public int Between(int least, int most) => random.Next(least, most + 1);

    public T One<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];

    public string Destination() => Weighted(Destinations);

    public string Channel() => Weighted(Channels);

    /// <summary>One topic, or with it a second of the rarer ones: the shares of the first two are those of the source.</summary>
    public IReadOnlyList<string> TopicsOfOne() => Chance(0.25) ? [.. new[] { Weighted(Topics), Weighted(Companions) }.Distinct()] : [Weighted(Topics)];

    /// <summary>Somebody new. About one in forty is somebody met before, written another way.</summary>
    public NewPerson Person(int number, DateOnly today)
    {
        var female = Chance(0.52);
        var given = One(female ? women : men);
        var father = One(fathers);
        var born = BirthYear(today);
        return Written(female, given, father, new NewPerson
        {
            Sex = female ? Sex.Female : Sex.Male,
            Born = Chance(0.3) ? PartialDate.Of(born, Between(1, 12), Between(1, 28)) : Chance(0.9) ? PartialDate.Of(born) : null,
            HomeOblast = One(oblasts),
            Phones = Chance(0.85) ? [new NewPhone(Phone(number), PhoneOwner.Herself)] : [],
            Documents = number % 5 < 2 ? [new NewDocument(DocumentKind.Passport, string.Create(CultureInfo.InvariantCulture, $"AN{3_000_000 + number}"), "KG")] : [],
            Consents = [ConsentPurpose.Service, ConsentPurpose.Statistics],
            SafeContact = Chance(0.08) ? new SafeContact { From = new TimeOnly(18, 0), NeverLeaveMessage = true } : new SafeContact(),
        });
    }

    private NewPerson Written(bool female, MadeName given, MadeName father, NewPerson person) => random.Next(3) switch
    {
        0 => person with { WholeName = $"{father.Kyrgyz} {(female ? "кызы" : "уулу")} {given.Kyrgyz}" },
        1 => person with
        {
            Family = Russified(father.Russian, female ? "а" : ""), Given = given.Russian, Patronymic = Patronymic(One(fathers).Russian, female), PassportName = Passport(father, given, female),
        },
        _ => person with { WholeName = Passport(father, given, female) },
    };

    // Mean 34 with a long tail, as the trend study reports the migrants' ages.
    private int BirthYear(DateOnly today) => today.Year - Math.Clamp((int)Math.Round(34 + (9.5 * Gauss())), 18, 68);

    private static string Russified(string stem, string ending) => $"{stem}{(Vowels.Contains(stem[^1], StringComparison.Ordinal) || stem[^1] is 'й' ? "ев" : "ов")}{ending}";

    private static string Patronymic(string father, bool female) => $"{father}{(father[^1] is 'й' ? "е" : "о")}{(female ? "вна" : "вич")}";

    private static string Passport(MadeName father, MadeName given, bool female) => $"{father.Latin}{(female ? "OVA" : "OV")} {given.Latin}";

    private string Phone(int number) => Chance(0.5)
        ? string.Create(CultureInfo.InvariantCulture, $"+996 70{number % 10} {(number / 10) % 1_000_000:000000}")
        : string.Create(CultureInfo.InvariantCulture, $"+7 9{(number % 90) + 10} {1_000_000 + number:0000000}");

    private double Gauss() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private string Weighted((string Code, double Weight)[] of)
    {
        var point = random.NextDouble() * of.Sum(o => o.Weight);
        foreach (var (code, weight) in of)
        {
            if ((point -= weight) < 0) return code;
        }

        return of[^1].Code;
    }
}
