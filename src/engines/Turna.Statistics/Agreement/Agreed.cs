namespace Turna.Statistics.Agreement;

/// <summary>How near misses count: what two different categories are worth, from 0 to 1.</summary>
public enum Weighting
{
    /// <summary>Only the same category counts.</summary>
    Identity,

    /// <summary>1 − |i − j| / range.</summary>
    Linear,

    /// <summary>1 − (i − j)² / range².</summary>
    Quadratic,
}

/// <summary>The level at which values are compared.</summary>
public enum Level
{
    /// <summary>Names: equal or not.</summary>
    Nominal,

    /// <summary>Ranks.</summary>
    Ordinal,

    /// <summary>Numbers whose differences mean something.</summary>
    Interval,

    /// <summary>Numbers with a true zero.</summary>
    Ratio,
}

/// <summary>One coefficient of agreement.</summary>
/// <param name="Coefficient">Its name.</param>
/// <param name="Value">1 is full agreement, 0 what chance gives (for percentages: the share, 0–1). Not a number when chance leaves no room to disagree.</param>
/// <param name="Units">The units it rests on.</param>
public sealed record Agreed(string Coefficient, double Value, int Units)
{
    /// <summary>The share of agreement observed.</summary>
    public double? Observed { get; init; }

    /// <summary>The share expected by chance.</summary>
    public double? Expected { get; init; }

    /// <summary>Standard error; null where none is defined.</summary>
    public double? StandardError { get; init; }

    /// <summary>The ends of the 95 % interval.</summary>
    public (double Lower, double Upper)? Interval { get; init; }

    /// <summary>The test statistic of "no agreement beyond chance".</summary>
    public double? Statistic { get; init; }

    /// <summary>Its two-sided p-value (one-sided for F).</summary>
    public double? P { get; init; }

    /// <summary>What the reader must know.</summary>
    public string? Note { get; init; }
}

/// <summary>Weights of pairs of categories.</summary>
internal static class Weights
{
    /// <param name="scores">The categories as numbers.</param>
    /// <param name="weighting">The kind.</param>
    public static double[,] Of(IReadOnlyList<double> scores, Weighting weighting)
    {
        var weights = new double[scores.Count, scores.Count];
        var range = scores.Max() - scores.Min();
        for (var i = 0; i < scores.Count; i++)
        {
            for (var j = 0; j < scores.Count; j++)
            {
                var distance = range == 0 ? 0 : Math.Abs(scores[i] - scores[j]) / range;
                weights[i, j] = i == j ? 1 : weighting switch
                {
                    Weighting.Linear => 1 - distance,
                    Weighting.Quadratic => 1 - (distance * distance),
                    _ => 0,
                };
            }
        }

        return weights;
    }
}
