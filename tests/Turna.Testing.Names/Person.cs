namespace Turna.Testing.Names;

/// <summary>A made-up person with the names from which every writing of her is made.</summary>
/// <param name="Given">Given name in the home spelling.</param>
/// <param name="Father">Father's given name in the home spelling.</param>
/// <param name="Ancestor">The name the family name is made of; for Russian, Dungan and Korean families the family name itself.</param>
public sealed record Person(string Given, string Father, string Ancestor, Tradition Tradition, bool Female, int BirthYear)
{
    public static Person Draw(Random random)
    {
        var female = random.Next(2) == 0;
        var given = (female ? NameList.Female : NameList.Male).Draw(random);
        var tradition = given.Tradition;
        var fathers = Fathers(tradition);
        var father = fathers.Draw(random).Text;
        var ancestor = tradition switch
        {
            Tradition.Russian => Families(random.Next(8) == 0 ? Tradition.Korean : Tradition.Russian).Draw(random).Text,
            Tradition.Dungan => Families(Tradition.Dungan).Draw(random).Text,
            _ => random.Next(3) == 0 ? father : fathers.Draw(random).Text,
        };
        return new Person(given.Text, father, ancestor, tradition, female, 1955 + random.Next(52));
    }

    /// <summary>Whether the family name is made with -ов from an ancestor's name.</summary>
    public bool OwnFamilyWord => Tradition is Tradition.Russian or Tradition.Dungan or Tradition.Korean;

    public Person WithGiven(string given) => this with { Given = given };

    public static NameList Fathers(Tradition tradition) => ByTradition.TryGetValue(tradition, out var list) ? list : NameList.Male;

    private static NameList Families(Tradition tradition) => FamiliesByTradition[tradition];

    private static readonly Dictionary<Tradition, NameList> ByTradition = NameList.Male.All.Select(n => n.Tradition).Distinct().ToDictionary(t => t, t => NameList.Male.Of(t));

    private static readonly Dictionary<Tradition, NameList> FamiliesByTradition = NameList.OtherFamilies.All.Select(n => n.Tradition).Distinct().ToDictionary(t => t, t => NameList.OtherFamilies.Of(t));
}
