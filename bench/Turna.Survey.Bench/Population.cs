using Turna.Statistics.Survey;

namespace Turna.Survey.Bench;

/// <summary>A finite population of clusters in strata of which everything is known, and samples from it.</summary>
internal sealed class Population
{
    private readonly Cluster[] clusters;

    private sealed record Cluster(int Stratum, Person[] People);

    private sealed record Person(double Y, double X, bool Yes, bool Rare, bool Woman, int Band);

    /// <param name="strata">How many strata, of some 40 clusters each.</param>
    public Population(int strata)
    {
        var random = new Random(42);
        clusters = [.. Enumerable.Range(0, strata).SelectMany(stratum => Enumerable.Range(0, 36 + stratum).Select(_ => Made(stratum, random)))];
        var people = clusters.SelectMany(cluster => cluster.People).ToArray();
        var sorted = people.Select(person => person.Y).Order().ToArray();
        var (women, men) = (people.Where(person => person.Woman).ToArray(), people.Where(person => !person.Woman).ToArray());
        Truth = new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["total"] = people.Sum(person => person.Y),
            ["mean"] = people.Average(person => person.Y),
            ["ratio"] = people.Sum(person => person.Y) / people.Sum(person => person.X),
            ["share"] = people.Average(person => person.Yes ? 1.0 : 0.0),
            ["rare"] = people.Average(person => person.Rare ? 1.0 : 0.0),
            ["median"] = sorted[(sorted.Length - 1) / 2],
            ["upper"] = sorted[(int)Math.Ceiling(0.8 * sorted.Length) - 1],
            ["variance"] = sorted.Sum(y => Math.Pow(y - sorted.Average(), 2)) / (sorted.Length - 1),
            ["domain"] = women.Average(person => person.Y),
            ["gap"] = women.Average(person => person.Y) - men.Average(person => person.Y),
            ["contrast"] = Math.Log(women.Average(person => person.Y) / men.Average(person => person.Y)),
        };
        Women = [women.Length, men.Length];
        Bands = [.. Enumerable.Range(0, 3).Select(band => (double)people.Count(person => person.Band == band))];
    }

    /// <summary>What every interval should hold.</summary>
    public IReadOnlyDictionary<string, double> Truth { get; }

    /// <summary>How many women and men there are.</summary>
    public double[] Women { get; }

    /// <summary>How many people there are in each band.</summary>
    public double[] Bands { get; }

    /// <summary>A sample of so many clusters from each stratum; the same for the same seed.</summary>
    public SurveyTable Draw(int perStratum, int seed)
    {
        var random = new Random(seed);
        var rows = new List<(int Stratum, int Id, double N, double W, Person Person)>();
        var id = 0;
        foreach (var stratum in clusters.GroupBy(cluster => cluster.Stratum))
        {
            var all = stratum.ToArray();
            random.Shuffle(all);
            foreach (var cluster in all.Take(perStratum))
            {
                id++;
                rows.AddRange(cluster.People.Select(person => (stratum.Key, id, (double)all.Length, all.Length / (double)perStratum, person)));
            }
        }

        return new SurveyTable(
        [
            Number("stratum", row => row.Stratum), Number("cluster", row => row.Id), Number("N", row => row.N), Number("w", row => row.W),
            Number("y", row => row.Person.Y), Number("x", row => row.Person.X), Number("yes", row => row.Person.Yes ? 1 : 0), Number("rare", row => row.Person.Rare ? 1 : 0),
            new CategoryColumn("sex", [.. rows.Select(row => row.Person.Woman ? 0 : 1)], ["F", "M"]),
            new CategoryColumn("band", [.. rows.Select(row => row.Person.Band)], ["a", "b", "c"]),
        ]);

        NumberColumn Number(string name, Func<(int Stratum, int Id, double N, double W, Person Person), double> value) => new(name, [.. rows.Select(value)]);
    }

    private static Cluster Made(int stratum, Random random)
    {
        var level = 50 + (3 * stratum % 36) + (8 * Normal(random));
        return new Cluster(stratum, [.. Enumerable.Range(0, 15 + random.Next(20)).Select(_ =>
        {
            var x = level + (12 * Normal(random));
            var y = (1.5 * x) + (10 * Normal(random));
            return new Person(y, x, x + (10 * Normal(random)) > 62, x + (10 * Normal(random)) > 92, random.NextDouble() < 0.5, x + (15 * Normal(random)) is var z && z < 55 ? 0 : z < 75 ? 1 : 2);
        })]);
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
