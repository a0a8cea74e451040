using System.Data.Common;
using System.Globalization;
using System.Text;

namespace Turna.People.Registering;

/// <summary>Writes the rows of many people by prepared commands that take whole columns, on SQLite.</summary>
/// <remarks>
/// A command takes some hundred or thousand rows: numbers as a JSON array, bytes one behind the other. Index entries go into tables beside the
/// database first: copied from there into an empty table of the same form, SQLite fills every page, where rows inserted one after another leave
/// an eighth of each empty. Nothing is made durable before <see cref="Close"/>.
/// </remarks>
internal sealed class LoadedRows : IDisposable
{
    private const int PeopleOfOneCommit = 16_384;

    private readonly DbConnection connection;
    private readonly DbCommand person;
    private readonly DbCommand grant;
    private readonly DbCommand number;
    private readonly DbCommand name;
    private DbTransaction? transaction;
    private int written;

    public LoadedRows(DbConnection connection)
    {
        this.connection = connection;
        Run("PRAGMA journal_mode = WAL");
        Run("PRAGMA synchronous = OFF");
        Run("PRAGMA cache_size = -65536");
        Run("CREATE TEMP TABLE loaded_number (token BLOB NOT NULL, reference BLOB NOT NULL, PRIMARY KEY (token, reference)) WITHOUT ROWID");
        Run("CREATE TEMP TABLE loaded_name (round INTEGER NOT NULL, token INTEGER NOT NULL, reference BLOB NOT NULL, PRIMARY KEY (round, token, reference)) WITHOUT ROWID");
        person = Prepared(
            """
            INSERT INTO people_person (id, organisation, sensitivity, registered_at, keep_until, revision, content_revision, key_round, identity)
            SELECT CAST(substr($1, key * 36 + 1, 36) AS TEXT), $2, $3, $4, $5, 1, 1, $6, substr($7, (value >> 20) + 1, value & 1048575) FROM json_each($8)
            """, 8);
        grant = Prepared(
            """
            INSERT INTO vault_grant (subject, holder, organisation, kind, generation, epoch, sealed_key)
            SELECT CAST(substr($1, key * 36 + 1, 36) AS TEXT), $2, $3, $4, $5, $6, substr($7, key * $8 + 1, $8) FROM json_each($9)
            """, 9);
        number = Prepared("INSERT INTO temp.loaded_number (token, reference) SELECT substr($1, key * 60 + 1, 16), substr($1, key * 60 + 17, 44) FROM json_each($2)", 2);
        name = Prepared("INSERT INTO temp.loaded_name (round, token, reference) SELECT $1, value, substr($2, key * 44 + 1, 44) FROM json_each($3)", 3);
    }

    public void Write(LoadedBatch people)
    {
        if (people.Count == 0) return;
        transaction ??= connection.BeginTransaction();
        (person.Transaction, grant.Transaction) = (transaction, transaction);
        var (row, held) = people.Like;
        var (ids, places) = (people.Ids, people.Places);
        Execute(person, ids, row.Organisation.Value, row.Sensitivity.ToString(), row.RegisteredAt, row.KeepUntil, row.KeyRound, people.Identities, places);
        Execute(grant, ids, held.Holder, held.Organisation, held.Kind, held.Generation, held.Epoch, people.Keys, held.SealedKey.Length, places);
        if ((written += people.Count) >= PeopleOfOneCommit) Commit();
    }

    /// <summary>Ends the rows of people.</summary>
    public void Commit()
    {
        transaction?.Commit();
        transaction?.Dispose();
        (transaction, written) = (null, 0);
    }

    /// <summary>The size of the file.</summary>
    public long Bytes() => Count("PRAGMA page_count") * Count("PRAGMA page_size");

    public void WriteNumbers(LoadedEntries entries)
    {
        number.Transaction = transaction = connection.BeginTransaction();
        foreach (var (order, some) in entries.InOrder()) Execute(number, some, Array(order, static _ => 0));
        Run("INSERT INTO people_key SELECT * FROM temp.loaded_number");
        Commit();
    }

    public void WriteNames(int round, LoadedEntries entries)
    {
        name.Transaction = transaction = connection.BeginTransaction();
        foreach (var (order, some) in entries.InOrder()) Execute(name, round, some, Array(order, static by => (long)(by >> 32)));
        Run("INSERT INTO people_name_key SELECT * FROM temp.loaded_name");
        Commit();
    }

    /// <summary>Makes durable what was written.</summary>
    public void Close()
    {
        Run("PRAGMA synchronous = FULL");
        Run("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    public void Dispose()
    {
        transaction?.Dispose();
        person.Dispose();
        grant.Dispose();
        number.Dispose();
        name.Dispose();
    }

    private static string Array(ArraySegment<ulong> order, Func<ulong, long> of)
    {
        var array = new StringBuilder(order.Count * 8).Append('[');
        foreach (var by in order) array.Append(of(by)).Append(',');
        if (order.Count > 0) array.Length--;
        return array.Append(']').ToString();
    }

    private static void Execute(DbCommand command, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i];
        command.ExecuteNonQuery();
    }

    private DbCommand Prepared(string sql, int parameters)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are the constants above.
        command.CommandText = sql;
#pragma warning restore CA2100
        for (var i = 1; i <= parameters; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "$" + i.ToString(CultureInfo.InvariantCulture);
            command.Parameters.Add(parameter);
        }

        command.Prepare();
        return command;
    }

    private long Count(string pragma)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are constants of this class.
        command.CommandText = pragma;
#pragma warning restore CA2100
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private void Run(string sql)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // The texts are constants of this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
