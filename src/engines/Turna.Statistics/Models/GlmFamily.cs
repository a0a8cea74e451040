namespace Turna.Statistics.Survey;

/// <summary>Distribution of the response of a model, with its canonical link. The dispersion is always estimated.</summary>
public enum GlmFamily
{
    /// <summary>Normal, identity link.</summary>
    Gaussian,

    /// <summary>Binomial with outcomes 0 and 1, logit link.</summary>
    Binomial,

    /// <summary>Poisson, log link.</summary>
    Poisson,
}

/// <summary>Link, variance and deviance of a family; the guards at the ends are those of R's glm.</summary>
internal abstract class Family
{
    public static Family Of(GlmFamily family) => family switch
    {
        GlmFamily.Binomial => new BinomialFamily(),
        GlmFamily.Poisson => new PoissonFamily(),
        _ => new GaussianFamily(),
    };

    /// <summary>Linear predictor from which the iteration starts.</summary>
    public abstract double Start(double y, double weight);

    public abstract double Mean(double eta);

    /// <summary>dμ/dη.</summary>
    public abstract double Slope(double eta);

    public abstract double Variance(double mean);

    public abstract double Deviance(double y, double mean);

    /// <summary>Whether a response may belong to the family.</summary>
    public abstract bool Allows(double y);

    private sealed class GaussianFamily : Family
    {
        public override double Start(double y, double weight) => y;

        public override double Mean(double eta) => eta;

        public override double Slope(double eta) => 1;

        public override double Variance(double mean) => 1;

        public override double Deviance(double y, double mean) => (y - mean) * (y - mean);

        public override bool Allows(double y) => true;
    }

    private sealed class BinomialFamily : Family
    {
        private const double Far = 30;
        private const double Least = 2.220446049250313e-16;

        public override double Start(double y, double weight)
        {
            var mean = ((weight * y) + 0.5) / (weight + 1);
            return Math.Log(mean / (1 - mean));
        }

        public override double Mean(double eta)
        {
            var odds = eta < -Far ? Least : eta > Far ? 1 / Least : Math.Exp(eta);
            return odds / (1 + odds);
        }

        public override double Slope(double eta)
        {
            if (Math.Abs(eta) > Far) return Least;
            var odds = Math.Exp(eta);
            return odds / ((1 + odds) * (1 + odds));
        }

        public override double Variance(double mean) => mean * (1 - mean);

        public override double Deviance(double y, double mean) => 2 * (Part(y, mean) + Part(1 - y, 1 - mean));

        public override bool Allows(double y) => y is >= 0 and <= 1;

        private static double Part(double y, double mean) => y == 0 ? 0 : y * Math.Log(y / mean);
    }

    private sealed class PoissonFamily : Family
    {
        private const double Least = 2.220446049250313e-16;

        public override double Start(double y, double weight) => Math.Log(y + 0.1);

        public override double Mean(double eta) => Math.Max(Math.Exp(eta), Least);

        public override double Slope(double eta) => Math.Max(Math.Exp(eta), Least);

        public override double Variance(double mean) => mean;

        public override double Deviance(double y, double mean) => 2 * (y == 0 ? mean : (y * Math.Log(y / mean)) - (y - mean));

        public override bool Allows(double y) => y >= 0;
    }
}
