using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using Turna.Names;
using Turna.Vault.Index;

namespace Turna.Web.CommandLine;

/// <summary>A person of a register as the bench is given her.</summary>
internal sealed record NamesPerson(string Id, string Family, string Given, string Patronymic, string Sex, string BirthDate, string Phone, string Passport, string Oblast)
{
    /// <summary>The name with sex and year, ready to compare.</summary>
    public NameRecord Read() => new(PersonName.Of(Family, Given, Patronymic), NamesVerbs.SexOf(Sex), NamesVerbs.YearOf(BirthDate));
}

/// <summary>
/// A scratch register: identities sealed by the vault's envelopes, and the blind index, in an SQLite file. Entries of a bulk load are
/// written in the order of their tokens, which is the order of chance.
/// </summary>
internal sealed class NamesRegister : IDisposable
{
    private const int Batch = 4096;
    private const int KeysPerPerson = 9;
    private const int PageSize = 8192;

    private readonly string file;
    private readonly SqliteConnection connection;
    private readonly ScratchVault vault = new();
    private readonly List<Entry> entries = [];
    private readonly IndexSeal index;
    private readonly int width;
    private long indexPages;

    /// <summary>Begins an empty register for about so many people.</summary>
    public NamesRegister(string folder, int people)
    {
        file = Path.Combine(folder, $"register-{Guid.CreateVersion7():N}.db");
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString);
        connection.Open();
        Run($"PRAGMA page_size={PageSize}; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536; PRAGMA mmap_size=4294967296;");
        Run("CREATE TABLE person (id BLOB PRIMARY KEY, \"key\" BLOB NOT NULL, identity BLOB NOT NULL) WITHOUT ROWID;");
        Run("CREATE TABLE entry (token INTEGER NOT NULL, reference BLOB NOT NULL, PRIMARY KEY (token, reference)) WITHOUT ROWID;");
        width = IndexSeal.WidthFor((long)people * KeysPerPerson);
        index = vault.Index(width);
    }

    /// <summary>How many people were written.</summary>
    public int Count { get; private set; }

    /// <summary>The sealing of this register's index.</summary>
    public IndexSeal Index => index;

    /// <summary>Seals people and writes them; their index entries are kept for <see cref="WriteIndex"/>.</summary>
    public void Write(IEnumerable<NamesPerson> people)
    {
        foreach (var batch in people.Chunk(Batch))
        {
            var ready = new (Guid Id, SealedPerson Row, Entry[] Entries)[batch.Length];
            Parallel.ForEach(
                System.Collections.Concurrent.Partitioner.Create(0, batch.Length),
                () => vault.Index(width),
                (range, _, seal) =>
                {
                    for (var i = range.Item1; i < range.Item2; i++) ready[i] = Prepare(batch[i], seal);
                    return seal;
                },
                seal => seal.Dispose());
            Insert(ready);
        }
    }

    /// <summary>Writes the index entries in the order of their tokens.</summary>
    public void WriteIndex()
    {
        var before = Pages();
        CollectionsMarshal.AsSpan(entries).Sort(static (a, b) => a.Token.CompareTo(b.Token));
        using var transaction = connection.BeginTransaction();
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO entry (token, reference) VALUES ($token, $reference)";
        var token = insert.Parameters.Add("$token", SqliteType.Integer);
        var reference = insert.Parameters.Add("$reference", SqliteType.Blob);
        insert.Prepare();
        foreach (var entry in entries)
        {
            token.Value = entry.Token;
            reference.Value = entry.Reference;
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
        entries.Clear();
        entries.TrimExcess();
        Run("PRAGMA wal_checkpoint(TRUNCATE);");
        indexPages = Pages() - before;
    }

    /// <summary>The references under a token.</summary>
    public IEnumerable<byte[]> References(int token)
    {
        using var select = connection.CreateCommand();
        select.CommandText = "SELECT reference FROM entry WHERE token = $token";
        select.Parameters.AddWithValue("$token", token);
        using var reader = select.ExecuteReader();
        while (reader.Read()) yield return (byte[])reader[0];
    }

    /// <summary>Opens one person's identity; null when she is gone.</summary>
    public NamesPerson? Open(Guid id)
    {
        using var select = connection.CreateCommand();
        select.CommandText = "SELECT \"key\", identity FROM person WHERE id = $id";
        select.Parameters.Add("$id", SqliteType.Blob).Value = id.ToByteArray(bigEndian: true);
        using var reader = select.ExecuteReader();
        return reader.Read() ? vault.Open<NamesPerson>(id, new SealedPerson((byte[])reader[0], (byte[])reader[1])) : null;
    }

    /// <summary>Bytes of index for each person: the pages by which the file grew.</summary>
    public double BytesPerPerson => Count == 0 ? 0 : (double)indexPages * PageSize / Count;

    /// <inheritdoc/>
    public void Dispose()
    {
        index.Dispose();
        vault.Dispose();
        connection.Dispose();
        foreach (var suffix in new[] { "", "-wal", "-shm" }) File.Delete(file + suffix);
    }

    private (Guid Id, SealedPerson Row, Entry[] Entries) Prepare(NamesPerson person, IndexSeal seal)
    {
        var id = Guid.CreateVersion7();
        var keys = NameKeys.For(person.Read());
        var tokens = new Entry[keys.Count];
        for (var i = 0; i < keys.Count; i++)
        {
            var token = seal.TokenOf(NamesSearch.KindOf(keys[i].Kind), keys[i].Text);
            var reference = new byte[IndexSeal.ReferenceLength];
            seal.SealReference(token, id, reference);
            tokens[i] = new Entry(token, reference);
        }

        return (id, vault.Seal(id, person), tokens);
    }

    private void Insert((Guid Id, SealedPerson Row, Entry[] Entries)[] ready)
    {
        using var transaction = connection.BeginTransaction();
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO person (id, \"key\", identity) VALUES ($id, $key, $identity)";
        var id = insert.Parameters.Add("$id", SqliteType.Blob);
        var key = insert.Parameters.Add("$key", SqliteType.Blob);
        var identity = insert.Parameters.Add("$identity", SqliteType.Blob);
        insert.Prepare();
        foreach (var person in ready)
        {
            id.Value = person.Id.ToByteArray(bigEndian: true);
            key.Value = person.Row.Grant;
            identity.Value = person.Row.Identity;
            insert.ExecuteNonQuery();
            entries.AddRange(person.Entries);
        }

        transaction.Commit();
        Count += ready.Length;
    }

    private long Pages()
    {
        using var select = connection.CreateCommand();
        select.CommandText = "PRAGMA page_count";
        return (long)select.ExecuteScalar()!;
    }

    private void Run(string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are constants of this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private readonly record struct Entry(int Token, byte[] Reference);
}
