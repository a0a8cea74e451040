using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Turna.Evidence.Reporting;

/// <summary>Texts seen so far, each with a number.</summary>
/// <param name="spell">How a text is spelt among <see cref="Texts"/>, where the databases spell it differently.</param>
internal sealed class Interned(Func<string, string>? spell = null)
{
    private const int FewestSlots = 16;
    private const int Free = -1;

    private readonly List<(byte[] Bytes, uint Hash)> spelt = [];
    private readonly List<string> texts = [];

    // A million rows ask several times each, so this is a table of its own: at most half full, a text stands in the first free slot after the one of its hash.
    private int[] slots = NewSlots(FewestSlots);

    public IReadOnlyList<string> Texts => texts;

    /// <summary>The number of a text in UTF-8.</summary>
    public int Of(ReadOnlySpan<byte> text)
    {
        var hash = HashOf(text);
        for (var slot = SlotOf(hash); slots[slot] != Free; slot = (slot + 1) & (slots.Length - 1))
        {
            var (bytes, itsHash) = spelt[slots[slot]];
            if (itsHash == hash && text.SequenceEqual(bytes)) return slots[slot];
        }

        return Add(text.ToArray(), hash);
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

    private int Add(byte[] text, uint hash)
    {
        var number = texts.Count;
        spelt.Add((text, hash));
        var read = Encoding.UTF8.GetString(text);
        texts.Add(spell is null ? read : spell(read));
        if (spelt.Count * 2 > slots.Length) Grow();
        else Enter(number);
        return number;
    }

    private void Grow()
    {
        slots = NewSlots(slots.Length * 2);
        for (var number = 0; number < spelt.Count; number++) Enter(number);
    }

    private void Enter(int number)
    {
        var slot = SlotOf(spelt[number].Hash);
        while (slots[slot] != Free) slot = (slot + 1) & (slots.Length - 1);
        slots[slot] = number;
    }

    private int SlotOf(uint hash) => (int)hash & (slots.Length - 1);

    private static int[] NewSlots(int count)
    {
        var all = new int[count];
        Array.Fill(all, Free);
        return all;
    }

    // Eight bytes at a time, the last eight once more where a rest is left: shorter texts are rare.
    private static uint HashOf(ReadOnlySpan<byte> text)
    {
        const ulong Odd = 0x9E3779B97F4A7C15;
        var hash = (ulong)text.Length;
        if (text.Length < sizeof(ulong))
        {
            foreach (var one in text) hash = (hash ^ one) * Odd;
            return (uint)(hash >> 32);
        }

        for (var at = 0; at + sizeof(ulong) <= text.Length; at += sizeof(ulong))
            hash = BitOperations.RotateLeft((hash ^ BinaryPrimitives.ReadUInt64LittleEndian(text[at..])) * Odd, 29);
        return (uint)(((hash ^ BinaryPrimitives.ReadUInt64LittleEndian(text[^sizeof(ulong)..])) * Odd) >> 32);
    }
}
