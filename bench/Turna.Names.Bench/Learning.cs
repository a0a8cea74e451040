using System.Globalization;
using Turna.Names;
using Turna.Testing.Names;

namespace Turna.Names.Bench;

/// <summary>Learns the weights of the comparison from labelled pairs by logistic regression and writes <c>weights.csv</c>.</summary>
internal static class Learning
{
    private const int PerKind = 6000;
    private const int Rounds = 60;
    private const double Ridge = 2e-5;
    private const double PrecisionWanted = 0.992;
    private const double SameAtLeast = 0.85;
    private const double PossibleShare = 0.85;

    // Generated people who differ share names by design, not by chance, so how rare a name is cannot be learned from them: that it never
    // counts against a pair, and counts a little for it, is set.
    private const double RarityAtLeast = 0.05;

    public static void Run(string path)
    {
        var pairs = NamePairs.Draw(seed: 11, PerKind).Select(Example.Of).ToArray();
        var different = pairs.Count(p => p.Label < 0.5);
        var balance = (double)(pairs.Length - different) / different;
        var weights = Fit(pairs, balance);

        var judged = NamePairs.Draw(seed: 12, PerKind / 3).Select(Example.Of).ToArray();
        var (same, possible) = Thresholds(judged, weights, balance);
        using var output = new StreamWriter(path) { NewLine = "\n" };
        output.WriteLine("# log-odds of a comparison, learned by bench/Turna.Names.Bench learn from generated pairs (tests/Turna.Testing.Names, seeds 11 and 12); do not edit by hand");
        output.WriteLine("feature,weight");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"same.from,{same:0.####}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"possible.from,{possible:0.####}"));
        for (var i = 0; i < NameWeights.Count; i++)
        {
            if (Math.Abs(weights[i]) >= 0.005) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{NameWeights.NameOf(i)},{weights[i]:0.###}"));
        }

        Console.WriteLine($"{pairs.Length} pairs learned, {judged.Length} judged, same from {same:0.0000}, possible from {possible:0.0000}");
    }

    /// <summary>Adagrad over shuffled pairs; the seed is fixed, so that the file can be made again.</summary>
    private static double[] Fit(Example[] pairs, double balance)
    {
        var random = new Random(5);
        var weights = new double[NameWeights.Count];
        var squares = new double[NameWeights.Count];
        Array.Fill(squares, 1e-6);
        for (var round = 0; round < Rounds; round++)
        {
            random.Shuffle(pairs);
            var rate = round < Rounds / 2 ? 0.2 : 0.05;
            foreach (var pair in pairs)
            {
                var error = Probability(weights, pair) - pair.Label;
                if (pair.Label < 0.5) error *= balance;
                foreach (var (feature, value) in pair.Features)
                {
                    var slope = error * value + Ridge * weights[feature];
                    squares[feature] += slope * slope;
                    weights[feature] -= rate * slope / Math.Sqrt(squares[feature]);
                    if (NameWeights.IsRarity(feature)) weights[feature] = Math.Max(RarityAtLeast, weights[feature]);
                }
            }
        }

        return weights;
    }

    /// <summary>"Same" from the lowest score that keeps the precision wanted; "possible" from where few different pairs are left.</summary>
    private static (double Same, double Possible) Thresholds(Example[] judged, double[] weights, double balance)
    {
        var ordered = judged.Where(j => j.Label != PossibleShare).Select(j => (Score: Probability(weights, j), j.Label)).OrderByDescending(j => j.Score).ToArray();
        var same = 0.99;
        double right = 0, wrong = 0;
        foreach (var (score, label) in ordered)
        {
            if (label > 0.5) right++; else wrong += balance;
            if (right + wrong > 100 && right / (right + wrong) >= PrecisionWanted) same = score;
        }

        var differing = ordered.Where(o => o.Label < 0.5).Select(o => o.Score).ToArray();
        return (Math.Clamp(same, SameAtLeast, 0.995), Math.Min(same * 0.6, Math.Max(0.08, differing[differing.Length / 10])));
    }

    private static double Probability(double[] weights, Example pair)
    {
        var sum = 0.0;
        foreach (var (feature, value) in pair.Features) sum += weights[feature] * value;
        return 1 / (1 + Math.Exp(-sum));
    }

    private sealed record Example(IReadOnlyList<(int Feature, double Value)> Features, double Label)
    {
        public static Example Of(NamePair pair) => new(
            NameWeights.Features(NameComparison.Compare(Judging.A(pair), Judging.B(pair)).Seen),
            pair.Truth switch { Truth.Same => 1, Truth.Possible => PossibleShare, _ => 0 });
    }
}
