using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Turna.Vault.Index;

namespace Turna.People.Registering;

/// <summary>People of a load with the entries of their names: tokens, and references one behind the other.</summary>
internal sealed class LoadedBatch(int size)
{
    private readonly List<LoadedPerson> people = new(size);
    private readonly List<int> tokens = new(size * 9);
    private readonly ArrayBufferWriter<byte> references = new(size * 9 * IndexSeal.ReferenceLength);

    public IReadOnlyList<LoadedPerson> People => people;

    public IReadOnlyList<int> Tokens => tokens;

    public ReadOnlyMemory<byte> References => references.WrittenMemory;

    public void Add(LoadedPerson person, IEnumerable<int> named, IndexSeal seal)
    {
        people.Add(person);
        foreach (var token in named)
        {
            tokens.Add(token);
            seal.SealReference(token, person.Row.Id.Value, references.GetSpan(IndexSeal.ReferenceLength)[..IndexSeal.ReferenceLength]);
            references.Advance(IndexSeal.ReferenceLength);
        }
    }
}

/// <summary>
/// All entries of a load. They are written in the order in which the table keeps them, so that its pages fill; the order tells nothing,
/// since references begin with chance.
/// </summary>
internal sealed class NameEntries(int expected)
{
    private readonly List<ReadOnlyMemory<byte>> batches = [];
    private readonly List<ulong> order = new(expected);
    private readonly List<long> places = new(expected);

    public void Add(IReadOnlyList<int> tokens, ReadOnlyMemory<byte> references)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            var at = i * IndexSeal.ReferenceLength;
            order.Add(((ulong)(uint)tokens[i] << 32) | BinaryPrimitives.ReadUInt32BigEndian(references.Span[at..]));
            places.Add(((long)batches.Count << 32) | (uint)at);
        }

        batches.Add(references);
    }

    /// <summary>Token and reference, in order. The reference is good until the next is asked for.</summary>
    public IEnumerable<(int Token, byte[] Reference)> InOrder()
    {
        CollectionsMarshal.AsSpan(order).Sort(CollectionsMarshal.AsSpan(places));
        var reference = new byte[IndexSeal.ReferenceLength];
        for (var i = 0; i < order.Count; i++)
        {
            batches[(int)(places[i] >> 32)].Span.Slice((int)places[i], IndexSeal.ReferenceLength).CopyTo(reference);
            yield return ((int)(order[i] >> 32), reference);
        }
    }
}
