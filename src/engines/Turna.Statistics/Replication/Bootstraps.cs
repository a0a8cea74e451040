using Turna.Statistics.Sampling;

namespace Turna.Statistics.Survey;

/// <summary>Bootstraps of the first stage: units drawn anew within each stratum. Every replicate has a random stream of its own.</summary>
internal static class Bootstraps
{
    /// <summary>n of n units from the sample repeated to the size of the population, or with replacement when that is not known.</summary>
    public static MadeFactors CantyDavison(Stage stage, ReplicatePlan plan)
    {
        var strata = Strata(stage);
        var factors = Draw(stage, plan, (random, factor) =>
        {
            foreach (var units in strata)
            {
                var fraction = stage.Fraction(units[0]);
                if (fraction > 0) FromPopulation(random, units, (int)Math.Round(units.Length / fraction), factor);
                else WithReplacement(random, units, units.Length, 1, factor);
            }
        });

        var typical = strata.Length / strata.Sum(units => 1.0 / units.Length);
        return new MadeFactors(stage.Unit, stage.UnitCount, factors, typical / ((typical - 1) * (factors.Length - 1)), MadeFactors.Ones(factors.Length));
    }

    /// <summary>n − 1 of n units with replacement, factors raised by n/(n−1).</summary>
    public static MadeFactors RaoWu(Stage stage, ReplicatePlan plan)
    {
        var strata = Strata(stage);
        if (Array.Exists(strata, units => units.Length == 1))
            throw new SurveyInputException("replicates: a stratum has only one sampling unit, the bootstrap of n − 1 units cannot draw from it");
        var factors = Draw(stage, plan, (random, factor) =>
        {
            foreach (var units in strata) WithReplacement(random, units, units.Length - 1, units.Length / (units.Length - 1.0), factor);
        });
        return new MadeFactors(stage.Unit, stage.UnitCount, factors, 1.0 / (factors.Length - 1), MadeFactors.Ones(factors.Length));
    }

    private static int[][] Strata(Stage stage) =>
        [.. Enumerable.Range(0, stage.UnitCount).GroupBy(unit => stage.StratumOfUnit[unit]).OrderBy(group => group.Key).Select(group => group.ToArray())];

    private static double[][] Draw(Stage stage, ReplicatePlan plan, Action<SeededRandom, double[]> draw)
    {
        if (plan.Count < 2) throw new SurveyInputException("replicates: at least two are needed");
        var factors = new double[plan.Count][];
        Blocks.Each(factors.Length, replicate =>
        {
            factors[replicate] = new double[stage.UnitCount];
            draw(new SeededRandom(plan.Seed + ((ulong)replicate << 32)), factors[replicate]);
        });
        return factors;
    }

    private static void WithReplacement(SeededRandom random, int[] units, int draws, double each, double[] factor)
    {
        for (var draw = 0; draw < draws; draw++) factor[units[random.Below(units.Length)]] += each;
    }

    /// <summary>n units without replacement from the units in random order, repeated up to the population size.</summary>
    private static void FromPopulation(SeededRandom random, int[] units, int population, double[] factor)
    {
        // Beyond a hundred copies of each unit the population is as good as endless.
        if (population > 100 * units.Length)
        {
            WithReplacement(random, units, units.Length, 1, factor);
            return;
        }

        var shuffled = (int[])units.Clone();
        random.Shuffle<int>(shuffled);
        var copies = new int[population];
        for (var i = 0; i < population; i++) copies[i] = shuffled[i % shuffled.Length];
        for (var draw = 0; draw < units.Length; draw++)
        {
            var chosen = draw + random.Below(population - draw);
            (copies[draw], copies[chosen]) = (copies[chosen], copies[draw]);
            factor[copies[draw]] += 1;
        }
    }
}

/// <summary>
/// The multistage rescaled bootstrap of Preston (2009): at every stage half of the units are drawn without replacement and the weights are
/// rescaled so that the variance of the bootstrap is that of the design, finite populations included.
/// </summary>
internal static class MultistageBootstrap
{
    public static MadeFactors Make(Stage[] stages, ReplicatePlan plan)
    {
        if (plan.Count < 2) throw new SurveyInputException("replicates: at least two are needed");
        var depth = stages[0].PopulationOfUnit is null ? 1 : stages.TakeWhile(stage => stage.PopulationOfUnit is not null).Count();
        var used = stages[..depth];
        var last = used[^1];
        var factors = new double[plan.Count][];
        Blocks.Each(factors.Length, replicate => factors[replicate] = Replicate(used, new SeededRandom(plan.Seed + ((ulong)replicate << 32))));
        var each = new double[plan.Count];
        Array.Fill(each, 1.0 / (plan.Count - 1));
        return new MadeFactors(last.Unit, last.UnitCount, factors, 1, each);
    }

    /// <summary>Factor 1 + Σ over stages of λ (n/n* δ − 1) Π over stages above of √(n/n*) δ, per unit of the last stage.</summary>
    private static double[] Replicate(Stage[] stages, SeededRandom random)
    {
        double[] sum = [], product = [], fraction = [];
        for (var level = 0; level < stages.Length; level++)
        {
            var stage = stages[level];
            var (nextSum, nextProduct, nextFraction) = (new double[stage.UnitCount], new double[stage.UnitCount], new double[stage.UnitCount]);
            foreach (var units in Enumerable.Range(0, stage.UnitCount).GroupBy(unit => stage.StratumOfUnit[unit]).Select(group => group.ToArray()))
            {
                var drawn = units.Length / 2;
                var order = (int[])units.Clone();
                random.Shuffle<int>(order);
                var kept = order[..drawn].ToHashSet();
                foreach (var unit in units)
                {
                    var parent = level == 0 ? -1 : stage.ParentOfUnit![unit];
                    var (above, share) = level == 0 ? (1.0, 1.0) : (product[parent], fraction[parent]);
                    double n = units.Length;
                    var lambda = drawn == 0 ? 0 : Math.Sqrt(share * drawn * (1 - stage.Fraction(unit)) / (n - drawn));
                    var isKept = kept.Contains(unit);
                    nextSum[unit] = (level == 0 ? 0 : sum[parent]) + (above * lambda * ((isKept ? n / drawn : 0) - 1));
                    nextProduct[unit] = isKept ? above * Math.Sqrt(n / drawn) : 0;
                    nextFraction[unit] = share * stage.Fraction(unit);
                }
            }

            (sum, product, fraction) = (nextSum, nextProduct, nextFraction);
        }

        return Array.ConvertAll(sum, value => 1 + value);
    }
}
