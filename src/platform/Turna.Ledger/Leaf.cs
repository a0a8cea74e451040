using System.Buffers.Binary;
using System.Text;
using Turna.Data;
using Turna.Kernel;

namespace Turna.Ledger;

/// <summary>
/// A row as a leaf names it: a keyed reference, the hash of its stored content (none once it is deleted) and the hash of the content it was
/// changed from (none when it is new).
/// </summary>
public readonly record struct RowHash(Token Row, ReadOnlyMemory<byte> Hash, ReadOnlyMemory<byte> Before = default);

/// <summary>
/// One entry of the record: who did what to what, when and for what purpose. Actor and objects are keyed pseudonyms,
/// rows are keyed references with hashes over what is stored (sealed where it is sealed), so erasure does not break the record.
/// </summary>
public sealed record Leaf(
    long Index, DateTime At, OrganisationId Organisation, Token Actor, string Act, string Purpose,
    IReadOnlyList<Token> Objects, IReadOnlyList<RowHash> Rows)
{
    /// <summary>Leaves that do not say what their rows were changed from, and whose hashes of rows tell of empty columns too.</summary>
    internal const byte FirstVersion = 1;

    private const byte NewestVersion = 2;
    private const byte HasHash = 1;
    private const byte HasBefore = 2;
    private const int TokenLength = 16;

    /// <summary>How it is written: 2, or 1 for leaves from before there were stamps of rows.</summary>
    public int Version { get; private init; } = NewestVersion;

    /// <summary>The canonical bytes that are hashed. Integers are big-endian; texts are UTF-8 behind a two-byte length.</summary>
    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream(128 + (Objects.Count * TokenLength) + (Rows.Count * 80));
        bytes.WriteByte(NewestVersion);
        WriteLong(bytes, Index);
        WriteLong(bytes, new DateTimeOffset(At, TimeSpan.Zero).ToUnixTimeMilliseconds());
        bytes.Write(Organisation.Value.ToByteArray(bigEndian: true));
        bytes.Write(Actor.Bytes.Span);
        WriteText(bytes, Act);
        WriteText(bytes, Purpose);
        WriteShort(bytes, Objects.Count);
        foreach (var mentioned in Objects) bytes.Write(mentioned.Bytes.Span);
        WriteLong(bytes, Rows.Count);
        foreach (var row in Rows)
        {
            bytes.Write(row.Row.Bytes.Span);
            bytes.WriteByte((byte)((row.Hash.IsEmpty ? 0 : HasHash) | (row.Before.IsEmpty ? 0 : HasBefore)));
            bytes.Write(row.Hash.Span);
            bytes.Write(row.Before.Span);
        }

        return bytes.ToArray();
    }

    /// <summary>Reads canonical bytes back.</summary>
    /// <exception cref="InvalidDataException">The bytes are no leaf.</exception>
    public static Leaf FromBytes(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var reader = new Reader(bytes);
            var version = reader.Byte();
            if (version is not (NewestVersion or FirstVersion)) throw new InvalidDataException("Unknown version of leaf.");
            var index = reader.Long();
            var at = DateTimeOffset.FromUnixTimeMilliseconds(reader.Long()).UtcDateTime;
            var organisation = new OrganisationId(new Guid(reader.Take(TokenLength), bigEndian: true));
            var actor = reader.Token();
            var act = reader.Text();
            var purpose = reader.Text();
            var objects = new Token[reader.Short()];
            for (var i = 0; i < objects.Length; i++) objects[i] = reader.Token();
            var rows = new RowHash[checked((int)reader.Long())];
            for (var i = 0; i < rows.Length; i++)
            {
                var row = reader.Token();
                var has = reader.Byte();
                if (has > (HasHash | HasBefore) || (version == FirstVersion && has > HasHash)) throw new InvalidDataException("Unknown kind of row.");
                rows[i] = new RowHash(row, reader.Hash((has & HasHash) != 0), reader.Hash((has & HasBefore) != 0));
            }

            return reader.AtEnd
                ? new Leaf(index, at, organisation, actor, act, purpose, objects, rows) { Version = version }
                : throw new InvalidDataException("Bytes follow the leaf.");
        }
        catch (Exception damaged) when (damaged is ArgumentOutOfRangeException or OverflowException)
        {
            throw new InvalidDataException("The leaf is cut short.", damaged);
        }
    }

    private static void WriteLong(Stream bytes, long value)
    {
        Span<byte> buffer = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(buffer, value);
        bytes.Write(buffer);
    }

    private static void WriteShort(Stream bytes, int value)
    {
        Span<byte> buffer = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(buffer, checked((ushort)value));
        bytes.Write(buffer);
    }

    private static void WriteText(Stream bytes, string text)
    {
        var encoded = Encoding.UTF8.GetBytes(text);
        WriteShort(bytes, encoded.Length);
        bytes.Write(encoded);
    }

    private ref struct Reader(ReadOnlySpan<byte> bytes)
    {
        private readonly ReadOnlySpan<byte> bytes = bytes;
        private int position;

        public readonly bool AtEnd => position == bytes.Length;

        public byte Byte() => Take(1)[0];

        public long Long() => BinaryPrimitives.ReadInt64BigEndian(Take(8));

        public int Short() => BinaryPrimitives.ReadUInt16BigEndian(Take(2));

        public string Text() => Encoding.UTF8.GetString(Take(Short()));

        public Token Token() => new(Take(TokenLength).ToArray());

        public ReadOnlyMemory<byte> Hash(bool isThere) => isThere ? Take(MerkleTree.HashLength).ToArray() : default;

        public ReadOnlySpan<byte> Take(int count)
        {
            var taken = bytes.Slice(position, count);
            position += count;
            return taken;
        }
    }
}

/// <summary>A leaf that a unit of work will leave; the sequencer gives it its place and the rows it covers.</summary>
internal sealed class LeafDraft(OrganisationId organisation, Guid? actor, string act, string purpose, IReadOnlyList<Guid> objects) : CommitNote
{
    public OrganisationId Organisation { get; } = organisation;

    public Guid? Actor { get; } = actor;

    public string Act { get; } = act;

    public string Purpose { get; } = purpose;

    public IReadOnlyList<Guid> Objects { get; } = objects;

    public Token ActorToken { get; private set; }

    public IReadOnlyList<Token> ObjectTokens { get; private set; } = [];

    /// <summary>The rows it covers: those of its unit of work, at the last of its leaves.</summary>
    public IReadOnlyList<RowHash> Rows { get; set; } = [];

    public void Prepare(Token actorToken, IReadOnlyList<Token> objectTokens) => (ActorToken, ObjectTokens, Rows) = (actorToken, objectTokens, []);
}
