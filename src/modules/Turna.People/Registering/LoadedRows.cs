using System.Data.Common;
using System.Globalization;
using Turna.Data;

namespace Turna.People.Registering;

/// <summary>Writes the rows of many people by prepared commands, on SQLite.</summary>
/// <remarks>
/// Index entries go into tables beside the database first: copied from there into an empty table of the same form, SQLite fills every page, where
/// rows inserted one after another leave an eighth of each empty.
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
        Run("PRAGMA synchronous = FULL");
        Run("PRAGMA cache_size = -65536");
        Run("CREATE TEMP TABLE loaded_number (token BLOB NOT NULL, reference BLOB NOT NULL, PRIMARY KEY (token, reference)) WITHOUT ROWID");
        Run("CREATE TEMP TABLE loaded_name (round INTEGER NOT NULL, token INTEGER NOT NULL, reference BLOB NOT NULL, PRIMARY KEY (round, token, reference)) WITHOUT ROWID");
        person = Prepared("INSERT INTO people_person (id, organisation, sensitivity, registered_at, keep_until, revision, content_revision, key_round, identity) VALUES ($1, $2, $3, $4, $5, 1, 1, $6, $7)", 7);
        grant = Prepared("INSERT INTO vault_grant (subject, holder, organisation, kind, generation, epoch, sealed_key) VALUES ($1, $2, $3, $4, $5, $6, $7)", 7);
        number = Prepared("INSERT OR IGNORE INTO temp.loaded_number (token, reference) VALUES ($1, $2)", 2);
        name = Prepared("INSERT INTO temp.loaded_name (round, token, reference) VALUES ($1, $2, $3)", 3);
    }

    public void Write(IReadOnlyList<LoadedPerson> people)
    {
        transaction ??= connection.BeginTransaction();
        (person.Transaction, grant.Transaction) = (transaction, transaction);
        foreach (var (row, held, _) in people)
        {
            Execute(person, row.Id.Value, row.Organisation.Value, row.Sensitivity.ToString(), row.RegisteredAt, row.KeepUntil, row.KeyRound, row.Identity.Envelope.ToArray());
            Execute(grant, held.Subject, held.Holder, held.Organisation, held.Kind, held.Generation, held.Epoch, held.SealedKey);
        }

        if ((written += people.Count) >= PeopleOfOneCommit) Commit();
    }

    /// <summary>Makes durable what was written so far.</summary>
    public void Commit()
    {
        transaction?.Commit();
        transaction?.Dispose();
        (transaction, written) = (null, 0);
    }

    /// <summary>The size of the file.</summary>
    public long Bytes() => Count("PRAGMA page_count") * Count("PRAGMA page_size");

    public void WriteNumbers(IEnumerable<(Token Token, Sealed Reference)> entries)
    {
        number.Transaction = transaction = connection.BeginTransaction();
        foreach (var (token, reference) in entries) Execute(number, token.Bytes.ToArray(), reference.Envelope.ToArray());
        Run("INSERT INTO people_key SELECT * FROM temp.loaded_number");
        Commit();
    }

    public void WriteNames(int round, IEnumerable<(int Token, byte[] Reference)> entries)
    {
        name.Transaction = transaction = connection.BeginTransaction();
        name.Parameters[0].Value = round;
        foreach (var (token, reference) in entries)
        {
            name.Parameters[1].Value = token;
            name.Parameters[2].Value = reference;
            name.ExecuteNonQuery();
        }

        Run("INSERT INTO people_name_key SELECT * FROM temp.loaded_name");
        Commit();
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
