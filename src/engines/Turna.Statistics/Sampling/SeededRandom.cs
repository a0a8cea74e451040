using System.Numerics;

namespace Turna.Statistics.Sampling;

/// <summary>
/// Random numbers that anybody can draw again from the seed, on any machine and in any later version: xoshiro256**
/// (Blackman and Vigna 2018), its state filled by SplitMix64 from the seed.
/// </summary>
/// <remarks>For samples and bootstraps, which must be repeatable. Never for secrets.</remarks>
public sealed class SeededRandom
{
    private readonly ulong[] state = new ulong[4];

    /// <param name="seed">Any number; write it down.</param>
    public SeededRandom(ulong seed)
    {
        for (var i = 0; i < state.Length; i++)
        {
            seed += 0x9E3779B97F4A7C15;
            var mixed = (seed ^ (seed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            state[i] = mixed ^ (mixed >> 31);
        }
    }

    /// <summary>The next 64 random bits.</summary>
    public ulong Next()
    {
        var result = BitOperations.RotateLeft(state[1] * 5, 7) * 9;
        var shifted = state[1] << 17;
        state[2] ^= state[0];
        state[3] ^= state[1];
        state[1] ^= state[2];
        state[0] ^= state[3];
        state[2] ^= shifted;
        state[3] = BitOperations.RotateLeft(state[3], 45);
        return result;
    }

    /// <summary>A number from 0 (included) to 1 (not included), of 53 bits.</summary>
    public double NextDouble() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A whole number from 0 to below <paramref name="bound"/>, each as likely (Lemire's rejection).</summary>
    public int Below(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bound);
        var limit = (ulong)bound;
        var floor = (0UL - limit) % limit;
        while (true)
        {
            var high = Math.BigMul(Next(), limit, out var low);
            if (low >= floor) return (int)high;
        }
    }

    /// <summary>Puts the items in random order, each order as likely (Fisher and Yates).</summary>
    internal void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var other = Below(i + 1);
            (items[i], items[other]) = (items[other], items[i]);
        }
    }
}
