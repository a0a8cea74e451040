namespace Turna.Statistics.Survey;

/// <summary>
/// Variance of a stratified multi-stage sample: at each stage the spread of unit totals within strata,
/// n/(n−1)·(1−n/N)·Σ(z−z̄)(z−z̄)ᵀ, the later stages weighted by the sampling fractions of the stages above
/// (Särndal, Swensson and Wretman 1992, result 4.3.1; Bellhouse 1985 for the recursion).
/// Sampling with replacement needs the first stage only.
/// </summary>
internal sealed class StageVariance(IReadOnlyList<Stage> stages, LonelyPsu lonely, bool lonelyDomain, Func<int, int, string> stratumName) : IVarianceRule
{
    // A stratum sampled as completely as this adds nothing.
    private const double Negligible = 1e-7;

    // The first stage adds to the variance always, a later one when all before it have finite populations.
    private readonly int depth = 1 + stages.Skip(1).TakeWhile(stage => stage.PopulationOfUnit is not null).Count(_ => stages[0].PopulationOfUnit is not null);

    public Codes Unit => new(stages[depth - 1].Unit, stages[depth - 1].UnitCount);

    public double[,] Covariance(UnitSums sums, bool[]? present)
    {
        var total = new double[sums.Width, sums.Width];
        for (var level = depth - 1; level >= 0; level--)
        {
            AddStage(level, sums, present, total);
            if (level == 0) break;
            sums = sums.Over(stages[level].ParentOfUnit!, stages[level - 1].UnitCount);
            present = Parents(level, present);
        }

        return total;
    }

    /// <summary>The units of the stage above in which a unit is present.</summary>
    private bool[]? Parents(int level, bool[]? present)
    {
        if (present is null) return null;
        var parents = new bool[stages[level - 1].UnitCount];
        for (var unit = 0; unit < present.Length; unit++)
        {
            if (present[unit]) parents[stages[level].ParentOfUnit![unit]] = true;
        }

        return parents;
    }

    private void AddStage(int level, UnitSums sums, bool[]? present, double[,] total)
    {
        var stage = stages[level];
        var members = Members(stage, present);
        var strata = Enumerable.Range(0, stage.StratumCount).Where(stratum => members[stratum].Count > 0).ToArray();
        if (lonely == LonelyPsu.Fail) RefuseLonely(level, strata, members);
        var parts = new double[strata.Length][,];
        Blocks.Each(strata.Length, i => parts[i] = Stratum(level, strata[i], members[strata[i]], sums));

        // Strata within one unit of the stage above share its sampling fraction and, under "average", their spread.
        foreach (var group in Enumerable.Range(0, strata.Length).GroupBy(i => stage.ParentOfUnit?[members[strata[i]][0]] ?? -1))
        {
            var usable = group.Count(i => !HasMissing(parts[i]));
            var factor = Above(level, group.Key) * group.Count() / usable;
            foreach (var i in group)
            {
                if (usable == 0 || !HasMissing(parts[i])) Add(parts[i], factor, total);
            }
        }
    }

    private void RefuseLonely(int level, int[] strata, List<int>[] members)
    {
        var stage = stages[level];
        foreach (var stratum in strata)
        {
            if (stage.UnitsInStratum[stratum] > 1 || 1 - stage.Fraction(members[stratum][0]) < Negligible) continue;
            throw new SurveyInputException($"{stratumName(level, stratum)}: only one sampling unit at stage {level + 1}; choose what to do with lonelyPsu (remove, certainty, adjust or average)");
        }
    }

    private static List<int>[] Members(Stage stage, bool[]? present)
    {
        var members = new List<int>[stage.StratumCount];
        for (var stratum = 0; stratum < members.Length; stratum++) members[stratum] = [];
        for (var unit = 0; unit < stage.UnitCount; unit++)
        {
            if (present is null || present[unit]) members[stage.StratumOfUnit[unit]].Add(unit);
        }

        return members;
    }

    /// <summary>Product of the sampling fractions of all stages above.</summary>
    private double Above(int level, int parent)
    {
        var product = 1.0;
        for (var above = level - 1; above >= 0; above--)
        {
            product *= stages[above].Fraction(parent);
            parent = stages[above].ParentOfUnit?[parent] ?? -1;
        }

        return product;
    }

    private double[,] Stratum(int level, int stratum, List<int> units, UnitSums sums)
    {
        var stage = stages[level];
        var width = sums.Width;
        var sampled = stage.UnitsInStratum[stratum];
        var covariance = new double[width, width];
        var scale = units.Select(unit => 1 - stage.Fraction(unit)).ToArray();
        if (Array.TrueForAll(scale, left => left < Negligible)) return covariance;
        if (sampled > 1) scale = Array.ConvertAll(scale, left => left * sampled / (sampled - 1));
        if (units.Count < sampled) Array.Fill(scale, scale[0]);
        if (lonely == LonelyPsu.Average && (sampled == 1 || (units.Count == 1 && lonelyDomain))) return Missing(width);

        var isCentred = lonely != LonelyPsu.Adjust || units.Count > 1 || (sampled > 1 && !lonelyDomain);
        var centre = isCentred ? Mean(units, sums, Math.Max(sampled, units.Count)) : new double[width];
        for (var i = 0; i < units.Count; i++) AddSquare(sums.Values.AsSpan(units[i] * width, width), centre, scale[i], covariance);

        // Units of the stratum outside the domain count as zeros.
        if (units.Count < sampled) AddSquare(new double[width], centre, scale[0] * (sampled - units.Count), covariance);
        return covariance;
    }

    private static double[] Mean(List<int> units, UnitSums sums, int count)
    {
        var mean = new double[sums.Width];
        foreach (var unit in units)
        {
            for (var k = 0; k < mean.Length; k++) mean[k] += sums.Values[(unit * mean.Length) + k];
        }

        for (var k = 0; k < mean.Length; k++) mean[k] /= count;
        return mean;
    }

    private static void AddSquare(ReadOnlySpan<double> value, double[] centre, double scale, double[,] covariance)
    {
        for (var k = 0; k < centre.Length; k++)
        {
            var scaled = scale * (value[k] - centre[k]);
            for (var l = 0; l <= k; l++)
            {
                var part = scaled * (value[l] - centre[l]);
                covariance[k, l] += part;
                if (l < k) covariance[l, k] += part;
            }
        }
    }

    private static void Add(double[,] part, double factor, double[,] total)
    {
        for (var k = 0; k < total.GetLength(0); k++)
        {
            for (var l = 0; l < total.GetLength(1); l++) total[k, l] += factor * part[k, l];
        }
    }

    private static double[,] Missing(int width)
    {
        var missing = new double[width, width];
        for (var k = 0; k < width; k++)
        {
            for (var l = 0; l < width; l++) missing[k, l] = double.NaN;
        }

        return missing;
    }

    private static bool HasMissing(double[,] covariance)
    {
        foreach (var value in covariance)
        {
            if (double.IsNaN(value)) return true;
        }

        return false;
    }
}
