using Turna.Web.Proofs;

namespace Turna.UnitTests.Vault;

/// <summary>What the search of a stolen disk finds, and what it passes over.</summary>
public sealed class Stolen_disk_tests : IDisposable
{
    private const string Telephone = "+996 701 000199";
    private readonly string file = Path.GetTempFileName();

    [Theory]
    [InlineData("0701000199")]
    [InlineData("01a22676-e135-766c-8239-2bcfbd2701000+99670100019901a22676-e135-766c-8239-2bcfbd270100")]
    [InlineData("01a22676-e135-766c-8239-2bcfbd27-701000199")]
    public void A_telephone_is_found_beside_whatever_stands_there(string stored) => Finds(stored).ShouldBe([7]);

    [Theory]
    [InlineData("01A22676-E135-766C-8239-2BCFBD2701000199B000-0000-7000-8000-000000000001")]
    [InlineData("01a22676-e135-766c-8239-2bc701000199")]
    public void The_figures_of_identifiers_are_nobodys_telephone(string stored) => Finds(stored).ShouldBeEmpty();

    public void Dispose() => File.Delete(file);

    private HashSet<int> Finds(string stored)
    {
        var haystack = new Haystack();
        foreach (var needle in Needles.Telling(Telephone)) haystack.Add(needle, 7);
        File.WriteAllText(file, stored);
        haystack.Search(file);
        return haystack.Found;
    }
}
