using System.Diagnostics;
using System.Globalization;
using Turna.Statistics.Survey;

namespace Turna.Survey.Bench;

/// <summary>Time and memory of the estimates that a national file needs: 50 strata of 40 clusters.</summary>
internal static class Speed
{
    private const int Strata = 50;
    private const int Clusters = 40;

    public static void Estimates(int rows)
    {
        Warm();
        var table = Made(rows);
        var plan = Plan();
        Console.WriteLine(FormattableString.Invariant($"{rows:N0} rows"));
        var design = Timed("design", () => SampleDesign.Declare(table, plan));
        Timed("mean", () => SurveyQuestions.Ask(design, new SurveyRequest { Id = "m", Statistic = SurveyStatistic.Mean, Of = ["y"] }));
        Timed("table of 18 domains", () => SurveyQuestions.Ask(design, Domains()));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  largest memory {Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0:N0} MiB"));
    }

    public static void Bootstrap(int rows)
    {
        Warm();
        var table = Made(rows);
        var design = SampleDesign.Declare(table, Plan());
        Console.WriteLine(FormattableString.Invariant($"{rows:N0} rows, 200 bootstrap replicates"));
        Timed("made and used", () =>
        {
            var replicated = MadeReplicates.From(design, new ReplicatePlan { Method = ReplicateMethod.Subbootstrap, Count = 200, Seed = 7 });
            return SurveyQuestions.Ask(replicated, new SurveyRequest { Id = "m", Statistic = SurveyStatistic.Mean, Of = ["y"] });
        });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  largest memory {Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0:N0} MiB"));
    }

    /// <summary>Small runs first, so that the compiler is not measured.</summary>
    private static void Warm()
    {
        for (var i = 0; i < 3; i++)
        {
            var design = SampleDesign.Declare(Made(200_000), Plan());
            SurveyQuestions.Ask(design, new SurveyRequest { Id = "m", Statistic = SurveyStatistic.Mean, Of = ["y"] });
            SurveyQuestions.Ask(design, Domains());
        }
    }

    private static SamplingPlan Plan() => new() { Ids = ["psu"], Strata = ["stratum"], Nest = true, Weights = "w" };

    private static SurveyRequest Domains() => new() { Id = "t", Statistic = SurveyStatistic.Mean, Of = ["y"], By = ["sex", "region"] };

    private static SurveyTable Made(int rows)
    {
        var random = new Random(1);
        var (stratum, psu, sex, region, w, y) = (new int[rows], new int[rows], new int[rows], new int[rows], new double[rows], new double[rows]);
        for (var row = 0; row < rows; row++)
        {
            stratum[row] = random.Next(Strata);
            psu[row] = random.Next(Clusters);
            sex[row] = random.Next(2);
            region[row] = random.Next(9);
            w[row] = 0.5 + random.NextDouble();
            y[row] = stratum[row] + random.NextDouble();
        }

        return new SurveyTable(
        [
            Category("stratum", stratum, Strata), Category("psu", psu, Clusters), Category("sex", sex, 2), Category("region", region, 9),
            new NumberColumn("w", w), new NumberColumn("y", y),
        ]);
    }

    private static CategoryColumn Category(string name, int[] codes, int levels) =>
        new(name, codes, [.. Enumerable.Range(0, levels).Select(level => level.ToString("D3", CultureInfo.InvariantCulture))]);

    private static T Timed<T>(string what, Func<T> work)
    {
        GC.Collect();
        var watch = Stopwatch.StartNew();
        var result = work();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {what,-22} {watch.Elapsed.TotalSeconds:N3} s"));
        return result;
    }
}
