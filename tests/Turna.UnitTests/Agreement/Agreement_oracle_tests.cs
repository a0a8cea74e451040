using System.Text.Json;
using Turna.Statistics.Agreement;
using Turna.UnitTests.Disclosure;

namespace Turna.UnitTests.Agreeing;

/// <summary>The 57 results of irr, irrCAC, psych and icr (R).</summary>
public sealed class Agreement_oracle_tests
{
    [Theory]
    [InlineData("anxiety12", "anxiety.csv", "unweighted", Weighting.Identity)]
    [InlineData("anxiety12", "anxiety.csv", "equal", Weighting.Linear)]
    [InlineData("anxiety12", "anxiety.csv", "squared", Weighting.Quadratic)]
    [InlineData("vision", "vision.csv", "unweighted", Weighting.Identity)]
    [InlineData("vision", "vision.csv", "equal", Weighting.Linear)]
    [InlineData("vision", "vision.csv", "squared", Weighting.Quadratic)]
    public void Cohen_equals_irr(string name, string file, string weight, Weighting weighting) =>
        Like(Kappa.Cohen(Wide(file).Of(0, 1), weighting), Case($"kappa2.{name}.{weight}").GetProperty("r"));

    [Fact]
    public void Cohen_of_diagnoses_equals_irr() =>
        Like(Kappa.Cohen(Wide("diagnoses.csv").Of(1, 2)), Case("kappa2.diagnoses23").GetProperty("r"));

    [Fact]
    public void Cohens_interval_equals_psych()
    {
        var oracle = Case("psych.cohen.vision");
        var kappa = Kappa.Cohen(Wide("vision.csv"));
        Near(kappa.Interval!.Value.Lower, oracle.GetProperty("ci")[0][0].GetDouble());
        Near(kappa.Interval!.Value.Upper, oracle.GetProperty("ci")[0][2].GetDouble());
    }

    [Fact]
    public void Weighted_kappas_error_is_what_resampling_shows()
    {
        // psych 2.2.9 gives 0.00526 here. Drawing the 7,477 pairs anew 5,000 times in R 4.2.2 (seed 1) gives 0.00848.
        var kappa = Kappa.Cohen(Wide("vision.csv"), Weighting.Quadratic);
        Near(kappa.Value, Case("psych.cohen.vision").GetProperty("weighted").GetDouble());
        kappa.StandardError!.Value.ShouldBe(0.00848, 0.0002);
    }

    [Theory]
    [InlineData("FALSE", false)]
    [InlineData("TRUE", true)]
    public void Fleiss_equals_irr(string name, bool exact) =>
        Like(Kappa.Fleiss(Wide("diagnoses.csv"), exact), Case($"fleiss.diagnoses.exact{name}").GetProperty("r"));

    [Fact]
    public void Fleiss_by_category_equals_irr()
    {
        var oracle = Case("fleiss.diagnoses.detail");
        var categories = Kappa.FleissByCategory(Wide("diagnoses.csv"));
        for (var k = 0; k < categories.Count; k++)
        {
            categories[k].Category.ShouldBe(oracle.GetProperty("categories")[k].GetString());
            categories[k].Kappa.Value.ShouldBe(oracle.GetProperty("detail")[k][0].GetDouble(), 0.0006);
            categories[k].Kappa.Statistic!.Value.ShouldBe(oracle.GetProperty("detail")[k][1].GetDouble(), 0.0006);
        }
    }

    [Fact]
    public void Light_equals_irr() => Like(Kappa.Light(Wide("diagnoses.csv")), Case("light.diagnoses").GetProperty("r"));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Percent_with_tolerance_equals_irr(int tolerance) =>
        Near(100 * Simple.Percent(Wide("video.csv"), tolerance).Value, Case($"agree.video.tol{tolerance}").GetProperty("r").GetProperty("value").GetDouble());

    [Fact]
    public void Percent_of_words_equals_irr() =>
        Near(100 * Simple.Percent(Wide("diagnoses.csv")).Value, Case("agree.diagnoses").GetProperty("value").GetDouble());

    [Theory]
    [InlineData("oneway", "consistency")]
    [InlineData("oneway", "agreement")]
    [InlineData("twoway", "consistency")]
    [InlineData("twoway", "agreement")]
    public void Intraclass_correlation_equals_irr(string model, string type)
    {
        foreach (var unit in new[] { "single", "average" })
        {
            var oracle = Case($"icc.anxiety.{model}.{type}.{unit}");
            Func<Ratings, bool, Agreed> coefficient = model == "oneway" ? Intraclass.OneWay : type == "agreement" ? Intraclass.Absolute : Intraclass.Consistency;
            var icc = coefficient(Wide("anxiety.csv"), unit == "average");
            Near(icc.Value, oracle.GetProperty("value").GetDouble());
            Near(icc.Statistic!.Value, oracle.GetProperty("F").GetDouble());
            Near(icc.P!.Value, oracle.GetProperty("p").GetDouble());
            Near(icc.Interval!.Value.Lower, oracle.GetProperty("lower").GetDouble());
            Near(icc.Interval!.Value.Upper, oracle.GetProperty("upper").GetDouble());
        }
    }

    [Theory]
    [InlineData(Level.Nominal)]
    [InlineData(Level.Ordinal)]
    [InlineData(Level.Interval)]
    [InlineData(Level.Ratio)]
    public void Alpha_equals_irr(Level level)
    {
        foreach (var (name, ratings) in new[] { ("canonical", Canonical()), ("anxiety", Wide("anxiety.csv")), ("video", Wide("video.csv")) })
            Near(Alpha.AsIrr(ratings, level).Value, Case($"kripp.{name}.{level.ToString().ToLowerInvariant()}").GetProperty("value").GetDouble());
    }

    [Fact]
    public void Alpha_of_words_coded_column_by_column_equals_irr()
    {
        // R numbers the words of each column by that column's own levels; the oracle was made so.
        var (_, rows) = Oracles.Csv("agreement", "diagnoses.csv");
        var levels = Enumerable.Range(0, 6).Select(c => rows.Select(row => row[c]).Distinct().Order(StringComparer.Ordinal).ToList()).ToArray();
        var coded = rows.Select(row => (IReadOnlyList<string?>)[.. row.Select((value, c) => levels[c].IndexOf(value).ToString())]).ToArray();

        Near(Alpha.AsIrr(Ratings.Of(coded), Level.Nominal).Value, Case("kripp.diagnoses.nominal").GetProperty("value").GetDouble());
    }

    [Theory]
    [InlineData("krippen.alpha.raw", Chance.Krippendorff)]
    [InlineData("fleiss.kappa.raw", Chance.Common)]
    [InlineData("gwet.ac1.raw", Chance.Gwet)]
    [InlineData("conger.kappa.raw", Chance.Own)]
    [InlineData("bp.coeff.raw", Chance.Uniform)]
    [InlineData("pa.coeff.raw", Chance.None)]
    public void Chance_corrected_coefficients_equal_irrCAC(string name, Chance chance)
    {
        foreach (var (suffix, weighting) in new[] { ("unweighted", Weighting.Identity), ("linear", Weighting.Linear), ("quadratic", Weighting.Quadratic) })
        {
            var oracle = Case($"irrCAC.{name}.{suffix}");
            var ours = ChanceCorrected.Of(Canonical(), chance, weighting);
            ours.Value.ShouldBe(oracle.GetProperty("coeff").GetDouble(), 0.0000051);
            ours.StandardError!.Value.ShouldBe(oracle.GetProperty("se").GetDouble(), 0.0000051);
            Near(ours.Observed!.Value, oracle.GetProperty("pa").GetDouble());
            Near(ours.Expected!.Value, oracle.GetProperty("pe").GetDouble());
            ours.P!.Value.ShouldBe(oracle.GetProperty("p").GetDouble(), 0.0005 * oracle.GetProperty("p").GetDouble());
            var ends = oracle.GetProperty("ci").GetString()!.Trim('(', ')').Split(',').Select(double.Parse).ToArray();
            ours.Interval!.Value.Lower.ShouldBe(ends[0], 0.00051);
            ours.Interval!.Value.Upper.ShouldBe(ends[1], 0.00051);
        }
    }

    [Fact]
    public void Bootstrap_of_pairs_is_near_icr()
    {
        var oracle = Case("icr.canonical.nominal.boot");
        var ours = Alpha.Bootstrap(Canonical(), Level.Nominal, 20_000, seed: 1);
        ours.Interval!.Value.Lower.ShouldBe(oracle.GetProperty("boot_q")[0].GetDouble(), 0.03);
        ours.Interval!.Value.Upper.ShouldBe(oracle.GetProperty("boot_q")[1].GetDouble(), 0.03);
    }

    [Fact]
    public void Marked_stretches_of_two_coders_agree_as_in_R()
    {
        var oracle = Case("span.char.kappa");
        var ratings = Wide("span_binary_chars.csv");
        Like(Kappa.Cohen(ratings), oracle.GetProperty("r"));
        Near(Alpha.Of(ratings, Level.Nominal).Value, oracle.GetProperty("alpha").GetDouble());
        Near(100 * Simple.Percent(ratings).Value, oracle.GetProperty("agree").GetDouble());
        var overlap = Simple.Overlap(ratings);
        Near(100 * overlap.Both, oracle.GetProperty("dual_pct").GetDouble());
        Near(100 * overlap.Neither, oracle.GetProperty("uncoded_pct").GetDouble());
        Near(overlap.Jaccard, oracle.GetProperty("jaccard").GetDouble());
        Near(overlap.F1, oracle.GetProperty("f1").GetDouble());
    }

    private static JsonElement Case(string id) => Oracles.Cases("agreement", "agreement.json")[id];

    private static Ratings Wide(string file) =>
        Ratings.Of([.. Oracles.Csv("agreement", file).Rows.Select(row => (IReadOnlyList<string?>)row)]);

    private static Ratings Canonical()
    {
        var rows = Oracles.Csv("agreement", "krippendorff_canonical_raters_by_units.csv").Rows;
        return Ratings.Of([.. Enumerable.Range(0, rows[0].Length).Select(u => (IReadOnlyList<string?>)[.. rows.Select(row => row[u])])]);
    }

    private static void Like(Agreed ours, JsonElement oracle)
    {
        Near(ours.Value, oracle.GetProperty("value").GetDouble());
        ours.Units.ShouldBe(oracle.GetProperty("n").GetInt32());
        if (oracle.GetProperty("stat").ValueKind == JsonValueKind.Null) return;
        Near(ours.Statistic!.Value, oracle.GetProperty("stat").GetDouble());
        ours.P!.Value.ShouldBe(oracle.GetProperty("p").GetDouble(), 1e-9);
    }

    private static void Near(double ours, double oracle) => ours.ShouldBe(oracle, Math.Max(1e-12, Math.Abs(oracle) * 1e-7));
}
