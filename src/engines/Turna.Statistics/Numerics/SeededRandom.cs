namespace Turna.Statistics.Survey;

/// <summary>
/// xoshiro256** (Blackman and Vigna 2018), seeded by splitmix64: the same numbers on every machine and every version, so that a
/// bootstrap can be repeated from its seed.
/// </summary>
internal sealed class SeededRandom
{
    private readonly ulong[] state = new ulong[4];

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

    /// <summary>A whole number from 0 to <paramref name="limit"/> − 1, each equally likely (Lemire's multiplication with rejection).</summary>
    public int Below(int limit)
    {
        var range = (ulong)limit;
        for (; ; )
        {
            var high = Math.BigMul(Next(), range, out ulong low);
            if (low >= range || low >= (0 - range) % range) return (int)high;
        }
    }

    /// <summary>A number from 0 up to, not including, 1.</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Puts the items in random order.</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var other = Below(i + 1);
            (items[i], items[other]) = (items[other], items[i]);
        }
    }

    private ulong Next()
    {
        var result = ulong.RotateLeft(state[1] * 5, 7) * 9;
        var shifted = state[1] << 17;
        state[2] ^= state[0];
        state[3] ^= state[1];
        state[1] ^= state[2];
        state[0] ^= state[3];
        state[2] ^= shifted;
        state[3] = ulong.RotateLeft(state[3], 45);
        return result;
    }
}
