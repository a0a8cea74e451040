using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Turna.Statistics.Agreement;

namespace Turna.Web.CommandLine.Agreeing;

/// <summary>The coefficients of one set of ratings, by the names of the command line.</summary>
internal sealed class Coefficients(
    Ratings ratings, Level level, Weighting weighting, int replicates, Resample resample, ulong seed, double tolerance)
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static IReadOnlyList<string> Names { get; } =
    [
        "percent", "percent-all", "cohen", "light", "fleiss", "fleiss-gwet", "conger", "conger-exact", "krippendorff", "krippendorff-irr", "alpha-gwet",
        "gwet", "brennan-prediger", "icc-oneway", "icc-oneway-average", "icc-consistency", "icc-consistency-average", "icc-agreement",
        "icc-agreement-average", "overlap",
    ];

    public string Json(IReadOnlyList<string> asked)
    {
        var names = asked.Count > 0 ? asked : Fitting();
        return JsonSerializer.Serialize(
            new
            {
                ratings.Units, ratings.Raters, ratings.Categories,
                Results = names.Select(Result),
            },
            Readable) + "\n";
    }

    private string[] Fitting() => ratings.Raters == 2
        ? ["percent", "cohen", "krippendorff", "gwet"]
        : ["percent", "fleiss-gwet", "krippendorff", "gwet"];

    private object Result(string name)
    {
        if (name == "overlap")
        {
            var overlap = Simple.Overlap(ratings);
            return new { Coefficient = name, overlap.Both, overlap.Neither, Jaccard = Finite(overlap.Jaccard), F1 = Finite(overlap.F1) };
        }

        var agreed = Of(name);
        return new
        {
            Coefficient = name,
            Level = name.StartsWith("krippendorff", StringComparison.Ordinal) ? level.ToString().ToLowerInvariant() : null,
            Weights = Weighted(name) ? weighting.ToString().ToLowerInvariant() : null,
            Value = Finite(agreed.Value), agreed.Observed, agreed.Expected, Se = agreed.StandardError,
            Ci = agreed.Interval is { } ends ? new double?[] { Finite(ends.Lower), Finite(ends.Upper) } : null,
            Statistic = Finite(agreed.Statistic), P = Finite(agreed.P), N = agreed.Units,
            Categories = name == "fleiss" ? Kappa.FleissByCategory(ratings).Select(one => new
            {
                one.Category, Value = Finite(one.Kappa.Value), Statistic = Finite(one.Kappa.Statistic), P = Finite(one.Kappa.P),
            }) : null,
            agreed.Note,
        };
    }

    private Agreed Of(string name) => name switch
    {
        "percent" => ChanceCorrected.Of(ratings, Chance.None, weighting),
        "percent-all" => Simple.Percent(ratings, tolerance),
        "cohen" => Kappa.Cohen(ratings, weighting),
        "light" => Kappa.Light(ratings),
        "fleiss" => Kappa.Fleiss(ratings),
        "conger-exact" => Kappa.Fleiss(ratings, exact: true),
        "fleiss-gwet" => ChanceCorrected.Of(ratings, Chance.Common, weighting),
        "conger" => ChanceCorrected.Of(ratings, Chance.Own, weighting),
        "gwet" => ChanceCorrected.Of(ratings, Chance.Gwet, weighting),
        "brennan-prediger" => ChanceCorrected.Of(ratings, Chance.Uniform, weighting),
        "alpha-gwet" => ChanceCorrected.Of(ratings, Chance.Krippendorff, weighting),
        "krippendorff" => replicates == 0 ? Alpha.Of(ratings, level) : Alpha.Bootstrap(ratings, level, replicates, seed, resample),
        "krippendorff-irr" => Alpha.AsIrr(ratings, level),
        "icc-oneway" => Intraclass.OneWay(ratings),
        "icc-oneway-average" => Intraclass.OneWay(ratings, average: true),
        "icc-consistency" => Intraclass.Consistency(ratings),
        "icc-consistency-average" => Intraclass.Consistency(ratings, average: true),
        "icc-agreement" => Intraclass.Absolute(ratings),
        "icc-agreement-average" => Intraclass.Absolute(ratings, average: true),
        _ => throw new UsageException($"--coefficient: '{name}' is none of {string.Join(", ", Names)}"),
    };

    private static bool Weighted(string name) =>
        name is "percent" or "cohen" or "fleiss-gwet" or "conger" or "gwet" or "brennan-prediger" or "alpha-gwet";

    private static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? number : null;
}
