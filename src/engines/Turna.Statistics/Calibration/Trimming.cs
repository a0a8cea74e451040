namespace Turna.Statistics.Survey;

/// <summary>Weights outside the bounds are set to them and what was cut is spread evenly over the rows inside (Potter 1990).</summary>
internal sealed class Trimming : WeightAdjustment
{
    private const int MostRounds = 1000;

    private readonly double lower;
    private readonly double upper;
    private readonly bool isStrict;

    public Trimming(double lower, double upper, bool isStrict)
    {
        if (!(lower < upper)) throw new SurveyInputException("calibrate: trim needs bounds, the lower below the upper");
        (this.lower, this.upper, this.isStrict) = (lower, upper, isStrict);
    }

    public override (double[] Weights, IResidual? Residual) Adjust(double[] weights)
    {
        for (var round = 0; round < (isStrict ? MostRounds : 1); round++)
        {
            var isOutside = Array.ConvertAll(weights, weight => weight < lower || weight > upper);
            if (!Array.Exists(isOutside, outside => outside)) return (weights, null);
            var inside = isOutside.Count(outside => !outside);
            if (inside == 0) throw new SurveyInputException("calibrate: trim leaves no weight inside its bounds");
            var cut = weights.Sum(weight => weight - Math.Clamp(weight, lower, upper)) / inside;
            weights = [.. weights.Select((weight, row) => isOutside[row] ? Math.Clamp(weight, lower, upper) : weight + cut)];
        }

        return (weights, null);
    }
}
