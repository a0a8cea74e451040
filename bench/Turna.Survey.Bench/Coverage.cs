using System.Globalization;
using Turna.Statistics.Survey;

namespace Turna.Survey.Bench;

/// <summary>
/// How often 95 % intervals hold the true value. Samples of clusters from a known finite population: 12 strata with 4 of some 40 clusters in each (48 sampling units),
/// and 6 strata with 2 in each (12 units), whose samples are also written for R to be asked about the same.
/// </summary>
internal static class Coverage
{
    private static readonly IntervalType[] ShareIntervals = [IntervalType.Logit, IntervalType.Likelihood, IntervalType.Asin, IntervalType.Beta, IntervalType.Mean, IntervalType.XLogit];

    private static readonly IntervalType[] QuantileIntervals = [IntervalType.Mean, IntervalType.Beta, IntervalType.XLogit, IntervalType.Asin, IntervalType.Score];

    /// <summary>Many sampling units: 94–96 % is asked for.</summary>
    public static void Many(int samples, string kinds)
    {
        var population = new Population(12);
        Console.WriteLine(FormattableString.Invariant($"{samples:N0} samples of 48 clusters; share of 95 % intervals that hold the true value"));
        foreach (var kind in kinds.Split(','))
        {
            var hits = Count(population, 4, samples, kind);
            foreach (var (name, count) in hits) Print(kind, name, count, samples);
        }
    }

    /// <summary>Few sampling units: the samples go to a file for R, our answers to another.</summary>
    public static void Few(int samples, string folder)
    {
        var population = new Population(6);
        Directory.CreateDirectory(folder);
        using var data = new StreamWriter(Path.Combine(folder, "samples.csv"));
        data.WriteLine("sample,stratum,cluster,N,w,y,x,yes,rare,sex,band");
        for (var sample = 0; sample < samples; sample++) Write(data, sample, population.Draw(2, sample));
        File.WriteAllLines(Path.Combine(folder, "truth.csv"), ["name,value", .. population.Truth.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key},{pair.Value:R}"))]);
        File.WriteAllLines(Path.Combine(folder, "margins.csv"),
            ["by,level,total", .. population.Women.Zip((string[])["F", "M"], (n, level) => $"sex,{level},{n}"), .. population.Bands.Zip((string[])["a", "b", "c"], (n, level) => $"band,{level},{n}")]);
        using var ours = new StreamWriter(Path.Combine(folder, "ours.csv"));
        ours.WriteLine("kind,name,covered");
        foreach (var kind in (string[])["linearised", "raked", "jackknife"])
        {
            foreach (var (name, count) in Count(population, 2, samples, kind))
            {
                Print(kind, name, count, samples);
                ours.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind},{name},{100.0 * count / samples:R}"));
            }
        }
    }

    private static void Print(string kind, string name, int count, int samples) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {kind,-18} {name,-22} {100.0 * count / samples,6:N2} %{(100.0 * count / samples is >= 94 and <= 96 ? "" : "  outside 94–96")}"));

    private static SortedDictionary<string, int> Count(Population population, int perStratum, int samples, string kind)
    {
        var requests = Requests(kind).ToArray();
        var hits = new int[requests.Length];
        Parallel.For(0, samples, sample =>
        {
            var design = Designed(population, population.Draw(perStratum, sample), kind);
            for (var r = 0; r < requests.Length; r++)
            {
                var truth = population.Truth[requests[r].Id.Split(' ')[0]];
                var (lower, upper) = SurveyQuestions.Ask(design, requests[r]).Interval[0];
                if (lower <= truth && truth <= upper) Interlocked.Increment(ref hits[r]);
            }
        });
        return new SortedDictionary<string, int>(requests.Select((request, r) => (request.Id, hits[r])).ToDictionary(pair => pair.Id, pair => pair.Item2, StringComparer.Ordinal), StringComparer.Ordinal);
    }

    private static SurveyDesign Designed(Population population, SurveyTable table, string kind)
    {
        SurveyDesign design = SampleDesign.Declare(table, new SamplingPlan { Ids = ["cluster"], Strata = ["stratum"], Weights = "w", PopulationSizes = ["N"] });
        if (kind.StartsWith("jackknife", StringComparison.Ordinal)) design = MadeReplicates.From((SampleDesign)design, new ReplicatePlan { Method = ReplicateMethod.JKn });
        if (kind.StartsWith("bootstrap", StringComparison.Ordinal)) design = MadeReplicates.From((SampleDesign)design, new ReplicatePlan { Method = ReplicateMethod.Bootstrap, Count = 200, Seed = 7 });
        if (!kind.EndsWith("raked", StringComparison.Ordinal)) return design;
        return Calibration.Apply(design, [new CalibrationStep
        {
            Method = CalibrationMethod.Rake,
            Margins = [Known("sex", ["F", "M"], population.Women), Known("band", ["a", "b", "c"], population.Bands)],
        }]);
    }

    private static Margin Known(string column, string[] levels, double[] totals) =>
        new([column], [], [.. levels.Zip(totals, (level, total) => new MarginCell([level], [total]))], column);

    private static IEnumerable<SurveyRequest> Requests(string kind)
    {
        yield return new() { Id = "total", Statistic = SurveyStatistic.Total, Of = ["y"] };
        yield return new() { Id = "mean", Statistic = SurveyStatistic.Mean, Of = ["y"] };
        yield return new() { Id = "ratio", Statistic = SurveyStatistic.Ratio, Of = ["y"], Over = ["x"] };
        yield return new() { Id = "variance", Statistic = SurveyStatistic.Variance, Of = ["y"] };
        yield return new() { Id = "domain", Statistic = SurveyStatistic.Mean, Of = ["y"], Where = "sex == 'F'" };
        yield return new() { Id = "gap", Statistic = SurveyStatistic.Gap, Of = ["y"], Between = ("sex", "F", "M") };
        yield return new() { Id = "contrast", Statistic = SurveyStatistic.Contrast, Estimator = SurveyStatistic.Mean, Of = ["y"], By = ["sex"], Expression = "log(F/M)" };
        var isReplicated = kind.StartsWith("jackknife", StringComparison.Ordinal) || kind.StartsWith("bootstrap", StringComparison.Ordinal);
        foreach (var interval in ShareIntervals.Where(interval => !isReplicated || interval != IntervalType.Likelihood))
        {
            yield return new() { Id = $"share {interval}", Statistic = SurveyStatistic.Proportion, Of = ["yes"], Interval = interval };
            yield return new() { Id = $"rare {interval}", Statistic = SurveyStatistic.Proportion, Of = ["rare"], Interval = interval };
        }

        foreach (var interval in QuantileIntervals.Where(interval => !isReplicated || interval != IntervalType.Score))
        {
            yield return new() { Id = $"median {interval}", Statistic = SurveyStatistic.Quantile, Of = ["y"], Interval = interval };
            yield return new() { Id = $"upper {interval}", Statistic = SurveyStatistic.Quantile, Of = ["y"], Interval = interval, Probabilities = [0.8] };
        }

        if (kind.StartsWith("bootstrap", StringComparison.Ordinal)) yield return new() { Id = "median replicates", Statistic = SurveyStatistic.Quantile, Of = ["y"], Interval = IntervalType.Quantile };
    }

    private static void Write(TextWriter file, int sample, SurveyTable table)
    {
        for (var row = 0; row < table.RowCount; row++)
        {
            file.Write(sample.ToString(CultureInfo.InvariantCulture));
            foreach (var column in table.Columns)
            {
                file.Write(',');
                file.Write(column is NumberColumn numbers ? numbers.Values[row].ToString("R", CultureInfo.InvariantCulture) : column.Text(row));
            }

            file.WriteLine();
        }
    }
}
