using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Turna.Evidence.Reporting;

/// <summary>Texts seen so far, each with a number.</summary>
/// <param name="spell">How a text is spelt among <see cref="Texts"/>, where the databases spell it differently.</param>
internal sealed class Interned(Func<string, string>? spell = null)
{
    private readonly Dictionary<Spelt, int> numbers = new(SpeltComparer.Instance);
    private readonly List<Spelt> spelt = [];
    private readonly List<string> texts = [];

    public IReadOnlyList<string> Texts => texts;

    /// <summary>The number of a text in UTF-8.</summary>
    public int Of(ReadOnlySpan<byte> text)
    {
        var bySpan = numbers.GetAlternateLookup<ReadOnlySpan<byte>>();
        return bySpan.TryGetValue(text, out var number) ? number : Add(new Spelt(text.ToArray()));
    }

    /// <summary>The number of a text.</summary>
    public int Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    /// <summary>Takes over what others have seen, in the order of the texts, so that the numbers do not depend on who saw what first.</summary>
    public void Take(IEnumerable<Interned> others)
    {
        foreach (var text in others.SelectMany(o => o.spelt).Select(s => s.Bytes).OrderBy(b => Encoding.UTF8.GetString(b), StringComparer.Ordinal)) Of(text);
    }

    /// <summary>The number here for each number of another.</summary>
    public int[] NumbersOf(Interned other) => [.. other.spelt.Select(text => Of(text.Bytes))];

    private int Add(Spelt text)
    {
        var number = texts.Count;
        numbers[text] = number;
        spelt.Add(text);
        var read = Encoding.UTF8.GetString(text.Bytes);
        texts.Add(spell is null ? read : spell(read));
        return number;
    }

    private readonly record struct Spelt(byte[] Bytes);

    private sealed class SpeltComparer : IEqualityComparer<Spelt>, IAlternateEqualityComparer<ReadOnlySpan<byte>, Spelt>
    {
        public static SpeltComparer Instance { get; } = new();

        public Spelt Create(ReadOnlySpan<byte> alternate) => new(alternate.ToArray());

        public bool Equals(ReadOnlySpan<byte> alternate, Spelt other) => alternate.SequenceEqual(other.Bytes);

        public bool Equals(Spelt x, Spelt y) => x.Bytes.AsSpan().SequenceEqual(y.Bytes);

        public int GetHashCode(Spelt obj) => GetHashCode(obj.Bytes.AsSpan());

        // Eight bytes at a time, the last eight once more where a rest is left: shorter texts are rare.
        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            const ulong Odd = 0x9E3779B97F4A7C15;
            var hash = (ulong)alternate.Length;
            if (alternate.Length < sizeof(ulong))
            {
                foreach (var one in alternate) hash = (hash ^ one) * Odd;
                return (int)(hash >> 32);
            }

            for (var at = 0; at + sizeof(ulong) <= alternate.Length; at += sizeof(ulong))
                hash = BitOperations.RotateLeft((hash ^ BinaryPrimitives.ReadUInt64LittleEndian(alternate[at..])) * Odd, 29);
            return (int)(((hash ^ BinaryPrimitives.ReadUInt64LittleEndian(alternate[^sizeof(ulong)..])) * Odd) >> 32);
        }
    }
}
