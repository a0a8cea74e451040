using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Turna.Data;

/// <summary>Runs the rows of one unit of work behind a savepoint, on the writer's connection.</summary>
internal abstract class Statements : IDisposable
{
    protected const string Savepoint = "SAVEPOINT unit";
    protected const string RollbackTo = "ROLLBACK TO SAVEPOINT unit";
    protected const string Release = "RELEASE SAVEPOINT unit";

    public static Statements On(DbConnection connection) => connection is SqliteConnection sqlite ? new SqliteStatements(sqlite) : new PostgresStatements((NpgsqlConnection)connection);

    /// <summary>Whether the database refused what was written, rather than failed itself: only this unit of work is answered with it.</summary>
    public static bool IsRefusal(Exception failed) => failed switch
    {
        DbUpdateException { InnerException: DbException inner } => IsRefusal(inner),
        DbUpdateException => true,
        SqliteException sqlite => sqlite.SqliteErrorCode is 18 or 19 or 20,
        PostgresException { SqlState.Length: 5 } postgres => postgres.SqlState[..2] is "22" or "23" or "42",
        DbException or IOException or OutOfMemoryException => false,
        // A value that cannot be converted, a rule of a step: the database is well.
        _ => true,
    };

    public abstract void Begin(DbTransaction transaction);

    public abstract void Add(RowWrite write);

    /// <summary>Sends what was only collected, because somebody else will write on the connection before the unit is complete.</summary>
    public abstract void Send();

    /// <summary>Writes what is still waiting. A row that should have been changed and was not found is a concurrency exception.</summary>
    public abstract void Complete();

    public abstract void Undo();

    public abstract void Dispose();

    protected static DbUpdateConcurrencyException Missed() => new("The row was changed or deleted by another.");
}

/// <summary>Statements that stay prepared as long as the connection lives: SQLite parses each once.</summary>
internal sealed class SqliteStatements(SqliteConnection connection) : Statements
{
    private readonly Dictionary<RowStatement, SqliteCommand> prepared = [];
    private readonly SqliteCommand savepoint = Fixed(connection, Savepoint);
    private readonly SqliteCommand undo = Fixed(connection, RollbackTo);
    private readonly SqliteCommand release = Fixed(connection, Release);
    private SqliteTransaction? current;

    public override void Begin(DbTransaction transaction)
    {
        current = (SqliteTransaction)transaction;
        Run(savepoint);
    }

    public override void Add(RowWrite write)
    {
        if (!prepared.TryGetValue(write.Statement, out var command)) prepared[write.Statement] = command = Prepare(write.Statement);
        for (var i = 0; i < write.Values.Length; i++) command.Parameters[i].Value = write.Values[i] ?? DBNull.Value;
        if (Run(command) == 0 && write.MustFindRow) throw Missed();
    }

    public override void Send()
    {
    }

    public override void Complete() => Run(release);

    public override void Undo()
    {
        Run(undo);
        Run(release);
    }

    public override void Dispose()
    {
        foreach (var command in prepared.Values) command.Dispose();
        savepoint.Dispose();
        undo.Dispose();
        release.Dispose();
    }

    private int Run(SqliteCommand command)
    {
        command.Transaction = current;
        return command.ExecuteNonQuery();
    }

    private SqliteCommand Prepare(RowStatement statement)
    {
        var command = Fixed(connection, statement.Text);
        for (var i = 0; i < statement.Parameters.Count; i++)
            command.Parameters.Add((SqliteParameter)statement.Parameters[i].CreateParameter(command, $"${i + 1}", null, nullable: true));
        return command;
    }

    private static SqliteCommand Fixed(SqliteConnection connection, string text)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are made of the model's own names; every value is a parameter.
        command.CommandText = text;
#pragma warning restore CA2100
        return command;
    }
}

/// <summary>Statements of a unit sent together: one journey to the server and back for each unit of work.</summary>
internal sealed class PostgresStatements(NpgsqlConnection connection) : Statements
{
    private readonly Dictionary<RowStatement, NpgsqlParameter[]> patterns = [];
    private readonly List<(NpgsqlBatchCommand Command, bool MustFindRow)> waiting = [];
    private NpgsqlTransaction? current;
    private bool begun;

    public override void Begin(DbTransaction transaction)
    {
        waiting.Clear();
        begun = false;
        current = (NpgsqlTransaction)transaction;
        waiting.Add((new NpgsqlBatchCommand(Savepoint), false));
    }

    public override void Add(RowWrite write)
    {
        if (!patterns.TryGetValue(write.Statement, out var pattern)) patterns[write.Statement] = pattern = Pattern(write.Statement);
#pragma warning disable CA2100 // The texts are made of the model's own names; every value is a parameter.
        var command = new NpgsqlBatchCommand(write.Statement.Text);
#pragma warning restore CA2100
        for (var i = 0; i < pattern.Length; i++)
        {
            var parameter = pattern[i].Clone();
            parameter.Value = write.Values[i] ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        waiting.Add((command, write.MustFindRow));
    }

    public override void Send()
    {
        if (waiting.Count == 0) return;
        begun = true;
        Send([.. waiting.Select(w => w.Command)]);
        if (waiting.Exists(w => w.MustFindRow && w.Command.RecordsAffected == 0)) throw Missed();
        waiting.Clear();
    }

    public override void Complete()
    {
        // Once released the savepoint cannot be gone back to: where a row may be missing, that is looked at first.
        if (waiting.Exists(w => w.MustFindRow)) Send();
        waiting.Add((new NpgsqlBatchCommand(Release), false));
        Send();
    }

    public override void Undo()
    {
        if (begun) Send([new NpgsqlBatchCommand(RollbackTo), new NpgsqlBatchCommand(Release)]);
        waiting.Clear();
    }

    public override void Dispose() => waiting.Clear();

    private void Send(IEnumerable<NpgsqlBatchCommand> commands)
    {
        using var batch = new NpgsqlBatch(connection, current);
        foreach (var command in commands) batch.BatchCommands.Add(command);
        batch.ExecuteNonQuery();
    }

    private NpgsqlParameter[] Pattern(RowStatement statement)
    {
        using var command = connection.CreateCommand();
        return [.. statement.Parameters.Select(mapping =>
        {
            var parameter = (NpgsqlParameter)mapping.CreateParameter(command, string.Empty, null, nullable: true);
            parameter.ParameterName = string.Empty;
            return parameter;
        })];
    }
}
