using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Turna.Data;
using Turna.People.Keeping;
using Turna.Vault;
using Turna.Vault.Index;

namespace Turna.People.Registering;

/// <summary>People of a load, ready to be written: their rows column by column, and the entries of the index one behind the other.</summary>
/// <remarks>Filled on the threads that seal, so that the one that writes hands over whole columns.</remarks>
internal sealed class LoadedBatch(int size)
{
    /// <summary>Bytes of an id as SQLite keeps it: text, in capitals.</summary>
    public const int IdLength = 36;

    /// <summary>Bytes of the entry of a telephone or a document: a whole token and its reference.</summary>
    public const int NumberLength = TokenLength + IndexSeal.ReferenceLength;

    /// <summary>A place holds where an identity starts and, in so many low bits, how long it is.</summary>
    public const int PlaceBits = 20;

    private const int TokenLength = 16;

    private readonly ArrayBufferWriter<byte> ids = new(size * IdLength);
    private readonly ArrayBufferWriter<byte> identities = new(size * 768);
    private readonly ArrayBufferWriter<byte> keys = new(size * 128);
    private readonly ArrayBufferWriter<byte> numbers = new(size * 2 * NumberLength);
    private readonly ArrayBufferWriter<byte> references = new(size * 9 * IndexSeal.ReferenceLength);
    private readonly List<ulong> nameOrder = new(size * 9);
    private readonly StringBuilder places = new("[");

    public int Count { get; private set; }

    /// <summary>What all rows of the batch have in common, taken from one of them.</summary>
    public (Person Row, LoadedGrant Grant) Like { get; private set; }

    public byte[] Ids => ids.WrittenSpan.ToArray();

    public byte[] Identities => identities.WrittenSpan.ToArray();

    public byte[] Keys => keys.WrittenSpan.ToArray();

    /// <summary>The places of the identities, as a JSON array.</summary>
    public string Places => places + "]";

    public ReadOnlyMemory<byte> Numbers => numbers.WrittenMemory;

    public ReadOnlyMemory<byte> References => references.WrittenMemory;

    /// <summary>Each entry of a name: its token and the first four bytes of its reference.</summary>
    public IReadOnlyList<ulong> NameOrder => nameOrder;

    public void Add(Person row, LoadedGrant grant, IEnumerable<int> named, IndexSeal seal)
    {
        Like = (row, grant);
        Span<char> id = stackalloc char[IdLength];
        row.Id.Value.TryFormat(id, out _);
        var written = ids.GetSpan(IdLength);
        for (var i = 0; i < IdLength; i++) written[i] = (byte)char.ToUpperInvariant(id[i]);
        ids.Advance(IdLength);

        var identity = row.Identity.Envelope.Span;
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(identity.Length, 1 << PlaceBits);
        if (Count++ > 0) places.Append(',');
        places.Append(((long)identities.WrittenCount << PlaceBits) | (uint)identity.Length);
        identities.Write(identity);
        keys.Write(grant.SealedKey);
        foreach (var token in named) AddName(token, row.Id.Value, seal);
    }

    public void AddNumber(Token token, Guid person, IndexSeal seal)
    {
        var entry = numbers.GetSpan(NumberLength)[..NumberLength];
        token.Bytes.Span.CopyTo(entry);
        seal.SealReference(token.Bytes.Span, person, entry[TokenLength..]);
        numbers.Advance(NumberLength);
    }

    private void AddName(int token, Guid person, IndexSeal seal)
    {
        var reference = references.GetSpan(IndexSeal.ReferenceLength)[..IndexSeal.ReferenceLength];
        seal.SealReference(token, person, reference);
        nameOrder.Add(((ulong)(uint)token << 32) | BinaryPrimitives.ReadUInt32BigEndian(reference));
        references.Advance(IndexSeal.ReferenceLength);
    }
}
