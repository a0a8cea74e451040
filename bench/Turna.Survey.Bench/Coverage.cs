using System.Globalization;
using Turna.Statistics.Survey;

namespace Turna.Survey.Bench;

/// <summary>
/// How often 95 % intervals hold the true value: samples of clusters from a known finite population of 12 strata, 4 of some 40 clusters in each
/// (48 sampling units, 36 degrees of freedom), and for the unstratified design 40 of all clusters.
/// </summary>
internal static class Coverage
{
    private const int Strata = 12;
    private const int PerStratum = 4;

    private sealed record Cluster(int Stratum, double[] Y, double[] X, bool[] Yes);

    public static void Run(int samples)
    {
        var random = new Random(42);
        var population = Population(random);
        var truth = Truth(population);
        Console.WriteLine(FormattableString.Invariant($"{samples:N0} samples of {Strata * PerStratum} clusters; share of 95 % intervals that hold the true value"));
        foreach (var design in (string[])["linearised", "jackknife"]) Report(design, samples, population, truth, random);
    }

    private static void Report(string kind, int samples, Cluster[] population, Dictionary<string, double> truth, Random random)
    {
        var hits = truth.Keys.ToDictionary(name => name, _ => 0, StringComparer.Ordinal);
        for (var sample = 0; sample < samples; sample++)
        {
            var drawn = SampleDesign.Declare(Draw(population, random), new SamplingPlan { Ids = ["cluster"], Strata = ["stratum"], Weights = "w", PopulationSizes = ["N"] });
            SurveyDesign design = kind == "jackknife" ? MadeReplicates.From(drawn, new ReplicatePlan { Method = ReplicateMethod.JKn }) : drawn;
            foreach (var request in Requests())
            {
                if (kind == "jackknife" && request.Statistic == SurveyStatistic.Quantile) continue;
                var (lower, upper) = SurveyQuestions.Ask(design, request).Interval[0];
                if (lower <= truth[request.Id] && truth[request.Id] <= upper) hits[request.Id]++;
            }
        }

        foreach (var (name, count) in hits.Where(hit => hit.Value > 0))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {kind,-12} {name,-12} {100.0 * count / samples:N2} %"));
    }

    private static IEnumerable<SurveyRequest> Requests() =>
    [
        new() { Id = "total", Statistic = SurveyStatistic.Total, Of = ["y"] },
        new() { Id = "mean", Statistic = SurveyStatistic.Mean, Of = ["y"] },
        new() { Id = "ratio", Statistic = SurveyStatistic.Ratio, Of = ["y"], Over = ["x"] },
        new() { Id = "proportion", Statistic = SurveyStatistic.Proportion, Of = ["yes"], Interval = IntervalType.Logit },
        new() { Id = "median", Statistic = SurveyStatistic.Quantile, Of = ["y"] },
        new() { Id = "gap", Statistic = SurveyStatistic.Gap, Of = ["y"], Between = ("sex", "F", "M") },
        new() { Id = "domain", Statistic = SurveyStatistic.Mean, Of = ["y"], Where = "sex == 'F'" },
    ];

    private static Cluster[] Population(Random random)
    {
        var clusters = new List<Cluster>();
        for (var stratum = 0; stratum < Strata; stratum++)
        {
            for (var cluster = 0; cluster < 36 + stratum; cluster++)
            {
                var size = 15 + random.Next(20);
                var level = 50 + (3 * stratum) + (8 * Normal(random));
                var x = Enumerable.Range(0, size).Select(_ => level + (12 * Normal(random))).ToArray();
                clusters.Add(new Cluster(stratum, [.. x.Select(value => (1.5 * value) + (10 * Normal(random)))], x, [.. x.Select(value => value + (10 * Normal(random)) > 62)]));
            }
        }

        return [.. clusters];
    }

    private static bool IsWoman(double x) => (long)Math.Abs(x * 1000) % 2 == 0;

    private static Dictionary<string, double> Truth(Cluster[] population)
    {
        var people = population.SelectMany(cluster => cluster.Y.Select((y, i) => (Y: y, X: cluster.X[i], Yes: cluster.Yes[i]))).ToArray();
        var sorted = people.Select(person => person.Y).Order().ToArray();
        var women = people.Where(person => IsWoman(person.X)).Average(person => person.Y);
        return new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["total"] = people.Sum(person => person.Y),
            ["mean"] = people.Average(person => person.Y),
            ["ratio"] = people.Sum(person => person.Y) / people.Sum(person => person.X),
            ["proportion"] = people.Average(person => person.Yes ? 1.0 : 0.0),
            ["median"] = sorted[(sorted.Length - 1) / 2],
            ["gap"] = women - people.Where(person => !IsWoman(person.X)).Average(person => person.Y),
            ["domain"] = women,
        };
    }

    private static SurveyTable Draw(Cluster[] population, Random random)
    {
        var rows = new List<(int Stratum, int Cluster, int N, double W, double Y, double X, bool Yes)>();
        var id = 0;
        foreach (var stratum in population.GroupBy(cluster => cluster.Stratum))
        {
            var clusters = stratum.ToArray();
            random.Shuffle(clusters);
            foreach (var cluster in clusters.Take(PerStratum))
            {
                id++;
                for (var i = 0; i < cluster.Y.Length; i++)
                    rows.Add((stratum.Key, id, clusters.Length, clusters.Length / (double)PerStratum, cluster.Y[i], cluster.X[i], cluster.Yes[i]));
            }
        }

        return new SurveyTable(
        [
            Number("stratum", row => row.Stratum), Number("cluster", row => row.Cluster), Number("N", row => row.N), Number("w", row => row.W),
            Number("y", row => row.Y), Number("x", row => row.X), Number("yes", row => row.Yes ? 1 : 0),
            new CategoryColumn("sex", [.. rows.Select(row => IsWoman(row.X) ? 0 : 1)], ["F", "M"]),
        ]);

        NumberColumn Number(string name, Func<(int Stratum, int Cluster, int N, double W, double Y, double X, bool Yes), double> value) => new(name, [.. rows.Select(value)]);
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
