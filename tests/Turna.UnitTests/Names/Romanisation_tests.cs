using Turna.Names;

namespace Turna.UnitTests.Names;

public sealed class Romanisation_tests
{
    [Theory]
    [InlineData("Жумабек", LatinStandard.Icao, "Zhumabek")]
    [InlineData("Жумабек", LatinStandard.Bgn, "Jumabek")]
    [InlineData("Айгүл", LatinStandard.Icao, "Aigul")]
    [InlineData("Айгүл", LatinStandard.Bgn, "Aygül")]
    [InlineData("Айгүл", LatinStandard.Iso9, "Ajgùl")]
    [InlineData("Хадича", LatinStandard.Gost, "Khadicha")]
    [InlineData("ЩЕРБАКОВА ЮЛИЯ", LatinStandard.Icao, "SHCHERBAKOVA IULIIA")]
    [InlineData("Ўктам Ғуломов", LatinStandard.Uzbek, "O‘ktam G‘ulomov")]
    public void Writes_a_name_by_its_standard(string cyrillic, LatinStandard standard, string latin) =>
        Romanisation.ToLatin(cyrillic, standard).ShouldBe(latin);

    [Fact]
    public void Gives_the_likely_spellings_with_the_rule_first()
    {
        var spellings = Romanisation.LikelyLatin("Жаңыл", LatinStandard.Icao);
        spellings[0].ShouldBe("Zhanyl");
        spellings.ShouldContain("Zhangyl");
    }

    [Theory]
    [InlineData("Žumabek", LatinStandard.Iso9, "Жумабек")]
    [InlineData("SHERBEKOV", LatinStandard.Icao, "ШЕРБЕКОВ")]
    [InlineData("G‘ulom", LatinStandard.Uzbek, "Ғулом")]
    public void Guesses_the_Cyrillic(string latin, LatinStandard standard, string cyrillic) =>
        Romanisation.ToCyrillic(latin, standard).ShouldBe(cyrillic);

    [Fact]
    public void Every_spelling_of_every_standard_is_met_again_by_the_comparison()
    {
        foreach (var standard in Enum.GetValues<LatinStandard>())
        foreach (var name in new[] { "Жээнбекова Чолпон", "Өмүрбеков Чыңгыз", "Хакимжанова Жаңыл", "Цой Юлия" })
        foreach (var latin in Romanisation.LikelyLatin(name, standard))
        {
            NameComparison.Compare(name, latin).Verdict.ShouldBe(Verdict.Same, $"{name} {latin} {standard}");
        }
    }
}
