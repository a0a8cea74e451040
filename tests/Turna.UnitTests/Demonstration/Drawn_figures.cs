using Turna.Evidence.Contracts;
using Turna.UnitTests.Law;
using Turna.Web.Demonstration;

namespace Turna.UnitTests.Demonstration;

/// <summary>
/// The demonstration's people and contacts against the figures of the source documents: the trend study (stock by destination, mean age), the
/// union (members by sex, topics of consultations). Four standard errors are allowed.
/// </summary>
public sealed class Drawn_figures
{
    private const int Sample = 20_000;
    private static readonly DateOnly Today = new(2026, 11, 1);

    private readonly Draw draw = new(7, Path.Combine(Repository.Root, "content", "demo", "names.csv"));

    [Fact]
    public void Women_are_as_many_as_among_the_members_of_the_union() =>
        ShouldHold(Enumerable.Range(0, Sample).Count(i => draw.Person(i, Today).Sex == Sex.Female), Sample, 5_212.0 / 10_069);

    [Theory]
    [InlineData("RU", 411_226)]
    [InlineData("KZ", 65_000)]
    [InlineData("TR", 60_000)]
    [InlineData("US", 36_000)]
    [InlineData("KR", 14_000)]
    public void Destinations_share_as_the_stock_of_migrants_does(string country, double stock)
    {
        string[] counted = ["RU", "KZ", "TR", "US", "KR"];
        var drawn = Enumerable.Range(0, Sample).Select(_ => draw.Destination()).Where(counted.Contains).ToList();

        ShouldHold(drawn.Count(d => d == country), drawn.Count, stock / 586_226);
    }

    [Fact]
    public void The_mean_age_is_thirty_four()
    {
        var ages = Enumerable.Range(0, Sample).Select(i => draw.Person(i, Today).Born).OfType<Turna.Kernel.PartialDate>().Select(b => (double)Today.Year - b.Year).ToList();

        ages.Average().ShouldBe(34, tolerance: 0.5);
        ages.Min().ShouldBeGreaterThanOrEqualTo(18);
    }

    [Theory]
    [InlineData("wages", 0.30)]
    [InlineData("migration_law", 0.15)]
    public void Topics_are_asked_as_often_as_in_the_union(string topic, double share) =>
        ShouldHold(Enumerable.Range(0, Sample).Count(_ => draw.TopicsOfOne().Contains(topic)), Sample, share);

    private static void ShouldHold(int count, int of, double share) =>
        ((double)count / of).ShouldBe(share, tolerance: 4 * Math.Sqrt(share * (1 - share) / of));
}
