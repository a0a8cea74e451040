namespace Turna.Statistics.Sampling;

/// <summary>A sample that cannot be drawn as asked; the message says why.</summary>
public sealed class SamplingException(string message) : Exception(message);

/// <summary>A unit that was drawn.</summary>
/// <param name="Unit">Its place in the frame, from 0.</param>
/// <param name="Probability">With what probability the design takes it, above 0 and at most 1.</param>
public sealed record Drawn(int Unit, double Probability)
{
    /// <summary>How many units of the frame it stands for.</summary>
    public double Weight => 1 / Probability;
}

/// <summary>Draws units from a frame. The same frame, in the same order, and the same seed give the same sample.</summary>
/// <remarks>Särndal, Swensson and Wretman, Model Assisted Survey Sampling, 1992, chapters 3 and 4.</remarks>
public static class Draw
{
    /// <summary>Simple random sampling without replacement: every set of units is as likely.</summary>
    /// <param name="frame">How many units the frame has.</param>
    /// <param name="size">How many to draw.</param>
    /// <param name="random">The source of chance.</param>
    /// <exception cref="SamplingException">More are asked for than there are, or fewer than one.</exception>
    public static IReadOnlyList<Drawn> Simple(int frame, int size, SeededRandom random)
    {
        Check(frame, size);
        var order = Enumerable.Range(0, frame).ToArray();
        for (var i = 0; i < size; i++)
        {
            var j = i + random.Below(frame - i);
            (order[i], order[j]) = (order[j], order[i]);
        }

        return [.. order[..size].Order().Select(unit => new Drawn(unit, (double)size / frame))];
    }

    /// <summary>Systematic sampling with a fractional step from a random start: spreads the sample over an ordered frame.</summary>
    /// <inheritdoc cref="Simple" path="/param|/exception"/>
    public static IReadOnlyList<Drawn> Systematic(int frame, int size, SeededRandom random)
    {
        Check(frame, size);
        var step = (double)frame / size;
        var start = random.NextDouble() * step;
        return [.. Enumerable.Range(0, size).Select(i => new Drawn(Math.Min(frame - 1, (int)(start + (i * step))), 1 / step))];
    }

    /// <summary>
    /// Systematic sampling with probability proportional to size. Units so large that they would be taken more than once are taken
    /// with certainty, and the rest shares what remains.
    /// </summary>
    /// <param name="sizes">The size of each unit, not negative; units of size 0 are never drawn.</param>
    /// <param name="size">How many to draw.</param>
    /// <param name="random">The source of chance.</param>
    /// <exception cref="SamplingException">A negative size, or fewer units with a size than are asked for.</exception>
    public static IReadOnlyList<Drawn> ProportionalToSize(IReadOnlyList<double> sizes, int size, SeededRandom random)
    {
        for (var i = 0; i < sizes.Count; i++)
            if (!(sizes[i] >= 0) || double.IsInfinity(sizes[i])) throw new SamplingException($"unit {i + 1} has the size {sizes[i]}");
        Check(sizes.Count(one => one > 0), size);
        var probability = Probabilities(sizes, size);
        var drawn = new List<Drawn>(size);
        var open = new List<int>();
        for (var i = 0; i < sizes.Count; i++)
        {
            if (probability[i] >= 1) drawn.Add(new Drawn(i, 1));
            else if (probability[i] > 0) open.Add(i);
        }

        var (wanted, next, passed) = (size - drawn.Count, random.NextDouble(), 0.0);
        for (var at = 0; at < open.Count && wanted > 0; at++)
        {
            passed += probability[open[at]];
            if (passed <= next && at < open.Count - wanted) continue;
            drawn.Add(new Drawn(open[at], probability[open[at]]));
            next++;
            wanted--;
        }

        return [.. drawn.OrderBy(one => one.Unit)];
    }

    /// <summary>The probability of each unit under <see cref="ProportionalToSize"/>; they add up to the sample's size.</summary>
    public static IReadOnlyList<double> Probabilities(IReadOnlyList<double> sizes, int size)
    {
        var probability = new double[sizes.Count];
        var certain = new bool[sizes.Count];
        for (var grown = true; grown;)
        {
            grown = false;
            var taken = certain.Count(one => one);
            var total = sizes.Where((_, i) => !certain[i]).Sum();
            for (var i = 0; i < sizes.Count; i++)
            {
                probability[i] = certain[i] ? 1 : total == 0 ? 0 : (size - taken) * sizes[i] / total;
                if (probability[i] < 1 || certain[i]) continue;
                certain[i] = grown = true;
            }
        }

        return probability;
    }

    private static void Check(int frame, int size)
    {
        if (size < 1) throw new SamplingException($"a sample of {size} units is none");
        if (size > frame) throw new SamplingException($"{size} units are asked for and the frame has {frame}");
    }
}
