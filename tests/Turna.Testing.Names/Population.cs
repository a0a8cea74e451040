using System.Globalization;

namespace Turna.Testing.Names;

/// <summary>A person of a register and her number.</summary>
public sealed record Registered(string Id, Person Person, string Family, string Given, string Patronymic);

/// <summary>What another office typed, and whom it meant.</summary>
/// <param name="Namesakes">How many people of the population fit what the query says, the one meant included.</param>
public sealed record AskedFor(string Id, string Text, int? BirthYear, string Meant, int Namesakes, bool Slipped);

/// <summary>Populations of a register and the queries another office types.</summary>
public static class Population
{
    private const double SlipShare = 0.3;

    public static List<Registered> Draw(int seed, int people)
    {
        var random = new Random(seed);
        var drawn = new List<Registered>(people);
        for (var i = 0; i < people; i++)
        {
            var person = Person.Draw(random);
            var letters = random.Next(4) == 0 ? Letters.Home : Letters.RussianLetters;
            var kyrgyz = !person.OwnFamilyWord && random.Next(4) == 0;
            var family = kyrgyz ? Title($"{Spelling.Write(person.Father, letters, random)} {(person.Female ? "кызы" : "уулу")}") : Title(Writing.Family(person, letters, random));
            var patronymic = kyrgyz || random.Next(5) == 0 ? string.Empty : Title(Writing.Patronymic(person with { Tradition = Tradition.Kyrgyz }, letters, random));
            drawn.Add(new Registered(string.Create(CultureInfo.InvariantCulture, $"P{i + 1:0000000}"), person, family, Title(Spelling.Write(person.Given, letters, random)), patronymic));
        }

        return drawn;
    }

    public static IEnumerable<AskedFor> Ask(int seed, IReadOnlyList<Registered> people, int queries)
    {
        var random = new Random(seed);
        var byGiven = people.GroupBy(p => p.Person.Given).ToDictionary(g => g.Key, g => g.ToArray());
        for (var i = 0; i < queries; i++)
        {
            var meant = people[random.Next(people.Count)];
            var (text, says) = Type(meant, random);
            var slipped = random.NextDouble() < SlipShare;
            if (slipped) text = Slips.Any(text, random);
            int? year = random.Next(2) == 0 ? meant.Person.BirthYear : null;
            var namesakes = byGiven[meant.Person.Given].Count(p => says(p) && (year is null || p.Person.BirthYear == year));
            yield return new AskedFor(string.Create(CultureInfo.InvariantCulture, $"Q{i + 1:000000}"), text, year, meant.Id, Math.Max(1, namesakes), slipped);
        }
    }

    /// <summary>The text and what it says of a person: those of whom it is also true are her namesakes.</summary>
    private static (string Text, Func<Registered, bool> Says) Type(Registered meant, Random random)
    {
        var person = meant.Person;
        var letters = Writing.SomeLetters(random);
        var particle = meant.Family.EndsWith("кызы", StringComparison.Ordinal) || meant.Family.EndsWith("уулу", StringComparison.Ordinal);
        if (particle)
        {
            // The register knows the father's name only; another office writes it as a family name or with a particle.
            var alike = new Func<Registered, bool>(p => p.Person.Given == person.Given && (p.Person.Father == person.Father || Line(p) == person.Father));
            return random.Next(2) == 0
                ? (Writing.Write(person with { Ancestor = person.Father }, Convention.FamilyGiven, letters, random), alike)
                : (Writing.Write(person, random.Next(2) == 0 ? Convention.GivenFatherParticle : Convention.FatherParticleGiven, letters, random), alike);
        }

        var full = meant.Patronymic.Length > 0 && random.Next(2) == 0;
        var convention = full ? (random.Next(2) == 0 ? Convention.FamilyGivenPatronymic : Convention.GivenPatronymicFamily) : random.Next(2) == 0 ? Convention.FamilyGiven : Convention.GivenFamily;
        return (Writing.Write(person, convention, letters, random), p => Line(p) == person.Ancestor && (!full || p.Person.Father == person.Father || p.Patronymic.Length == 0));
    }

    private static string Line(Registered p) => p.Family.EndsWith("кызы", StringComparison.Ordinal) || p.Family.EndsWith("уулу", StringComparison.Ordinal) ? p.Person.Father : p.Person.Ancestor;

    private static string Title(string text) =>
        CultureInfo.InvariantCulture.TextInfo.ToTitleCase(text).Replace(" Кызы", " кызы", StringComparison.Ordinal).Replace(" Уулу", " уулу", StringComparison.Ordinal);
}
