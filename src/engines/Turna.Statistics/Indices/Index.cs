namespace Turna.Statistics.Indices;

/// <summary>The few indices that this field publishes.</summary>
public static class Index
{
    /// <summary>The weighted share of one group, 0–1; not a number when the weights add up to nothing.</summary>
    /// <param name="values">Weight and membership of each unit.</param>
    public static double Share(IEnumerable<(double Weight, bool IsMember)> values)
    {
        var (part, whole) = (0.0, 0.0);
        foreach (var (weight, member) in values)
        {
            whole += weight;
            if (member) part += weight;
        }

        return whole == 0 ? double.NaN : part / whole;
    }

    /// <summary>
    /// The parity index, female over male (UNESCO): 1 is parity; 0.97–1.03 is read as parity. Not a number when nothing is reported of men.
    /// </summary>
    public static double Parity(double female, double male) => male == 0 ? double.NaN : female / male;

    /// <summary>
    /// Duncan's index of dissimilarity, 0–1: the share of either group that would have to change category for both to be spread
    /// alike (Duncan and Duncan, American Sociological Review 20, 1955).
    /// </summary>
    /// <param name="categories">What each category holds of either group.</param>
    public static double Dissimilarity(IReadOnlyCollection<(double First, double Second)> categories)
    {
        var (first, second) = (categories.Sum(pair => pair.First), categories.Sum(pair => pair.Second));
        return first == 0 || second == 0 ? double.NaN : categories.Sum(pair => Math.Abs((pair.First / first) - (pair.Second / second))) / 2;
    }

    /// <summary>
    /// The weighted Gini coefficient of pay: 0 when all earn the same, towards 1 when one earns all. Pay must not be negative.
    /// </summary>
    /// <param name="values">Pay and weight of each unit; equals 1 − Σ wᵢ(Sᵢ + Sᵢ₋₁)/(S W) over pay in ascending order.</param>
    /// <exception cref="ArgumentException">Pay or a weight is negative.</exception>
    public static double Gini(IEnumerable<(double Pay, double Weight)> values)
    {
        var ordered = values.OrderBy(pair => pair.Pay).ToArray();
        if (ordered.Any(pair => pair.Pay < 0 || pair.Weight < 0)) throw new ArgumentException("pay and weights are not negative", nameof(values));
        var (weights, total) = (ordered.Sum(pair => pair.Weight), ordered.Sum(pair => pair.Pay * pair.Weight));
        if (weights == 0 || total == 0) return double.NaN;
        var (below, area) = (0.0, 0.0);
        foreach (var (pay, weight) in ordered)
        {
            area += weight * ((2 * below) + (pay * weight));
            below += pay * weight;
        }

        return 1 - (area / (weights * total));
    }
}
