using System.Data.Common;
using System.Globalization;
using Turna.Data;

namespace Turna.People.Registering;

/// <summary>Writes the rows of many people by prepared commands, on SQLite.</summary>
internal sealed class LoadedRows : IDisposable
{
    private readonly DbConnection connection;
    private readonly DbCommand person;
    private readonly DbCommand grant;
    private readonly DbCommand number;
    private readonly DbCommand name;

    public LoadedRows(DbConnection connection)
    {
        this.connection = connection;
        Run("PRAGMA journal_mode = WAL");
        Run("PRAGMA synchronous = FULL");
        Run("PRAGMA cache_size = -65536");
        person = Prepared("INSERT INTO people_person (id, organisation, sensitivity, registered_at, keep_until, revision, content_revision, key_round, identity) VALUES ($1, $2, $3, $4, $5, 1, 1, $6, $7)", 7);
        grant = Prepared("INSERT INTO vault_grant (subject, holder, organisation, kind, generation, epoch, sealed_key) VALUES ($1, $2, $3, $4, $5, $6, $7)", 7);
        number = Prepared("INSERT OR IGNORE INTO people_key (token, reference) VALUES ($1, $2)", 2);
        name = Prepared("INSERT INTO people_name_key (round, token, reference) VALUES ($1, $2, $3)", 3);
    }

    public void Write(IEnumerable<LoadedPerson> people)
    {
        using var transaction = connection.BeginTransaction();
        foreach (var (row, held, _) in people)
        {
            Execute(person, transaction, row.Id.Value, row.Organisation.Value, row.Sensitivity.ToString(), row.RegisteredAt, row.KeepUntil, row.KeyRound, row.Identity.Envelope.ToArray());
            Execute(grant, transaction, held.Subject, held.Holder, held.Organisation, held.Kind, held.Generation, held.Epoch, held.SealedKey);
        }

        transaction.Commit();
    }

    /// <summary>The size of the file.</summary>
    public long Bytes() => Count("PRAGMA page_count") * Count("PRAGMA page_size");

    public void WriteNumbers(IEnumerable<(Token Token, Sealed Reference)> entries)
    {
        using var transaction = connection.BeginTransaction();
        foreach (var (token, reference) in entries) Execute(number, transaction, token.Bytes.ToArray(), reference.Envelope.ToArray());
        transaction.Commit();
    }

    public void WriteNames(int round, IEnumerable<(int Token, ArraySegment<byte> Reference)> entries)
    {
        using (var transaction = connection.BeginTransaction())
        {
            name.Transaction = transaction;
            name.Parameters[0].Value = round;
            foreach (var (token, reference) in entries)
            {
                name.Parameters[1].Value = token;
                name.Parameters[2].Value = reference.ToArray();
                name.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        Run("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    public void Dispose()
    {
        person.Dispose();
        grant.Dispose();
        number.Dispose();
        name.Dispose();
    }

    private static void Execute(DbCommand command, DbTransaction transaction, params ReadOnlySpan<object> values)
    {
        command.Transaction = transaction;
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

    private void Run(string pragma)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are constants of this class.
        command.CommandText = pragma;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
