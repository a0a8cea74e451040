using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Turna.People.Registering;

/// <summary>
/// All entries of a load, of one length. They are written in the order in which the table keeps them, so that its pages fill; the order tells
/// nothing, since tokens and references begin with chance.
/// </summary>
internal sealed class LoadedEntries(int length, int expected)
{
    private const int AtOnce = 8_192;

    private readonly List<ReadOnlyMemory<byte>> batches = [];
    private readonly List<ulong> order = new(expected);
    private readonly List<long> places = new(expected);

    /// <summary>Takes the entries of a batch; what they are ordered by comes with them.</summary>
    public void Add(IReadOnlyList<ulong> ordered, ReadOnlyMemory<byte> entries)
    {
        for (var i = 0; i < ordered.Count; i++) Add(ordered[i], i * length);
        batches.Add(entries);
    }

    /// <summary>Takes the entries of a batch, ordered by their own first bytes.</summary>
    public void Add(ReadOnlyMemory<byte> entries)
    {
        for (var at = 0; at < entries.Length; at += length) Add(BinaryPrimitives.ReadUInt64BigEndian(entries.Span[at..]), at);
        batches.Add(entries);
    }

    /// <summary>What entries are ordered by and the entries themselves, some thousands at a time. Good until the next are asked for.</summary>
    public IEnumerable<(ArraySegment<ulong> Order, byte[] Entries)> InOrder()
    {
        CollectionsMarshal.AsSpan(order).Sort(CollectionsMarshal.AsSpan(places));
        var orders = new ulong[AtOnce];
        for (var start = 0; start < order.Count; start += AtOnce)
        {
            var count = Math.Min(AtOnce, order.Count - start);
            var entries = new byte[count * length];
            for (var i = 0; i < count; i++)
            {
                var place = places[start + i];
                batches[(int)(place >> 32)].Span.Slice((int)place, length).CopyTo(entries.AsSpan(i * length));
            }

            order.CopyTo(start, orders, 0, count);
            yield return (new ArraySegment<ulong>(orders, 0, count), entries);
        }
    }

    private void Add(ulong by, int at)
    {
        order.Add(by);
        places.Add(((long)batches.Count << 32) | (uint)at);
    }
}
