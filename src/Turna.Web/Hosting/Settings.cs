using Turna.Data;
using Turna.Vault;
using Turna.Web.CommandLine;

namespace Turna.Web.Hosting;

/// <summary>What a start of the server is told: by the command line, the environment or a test.</summary>
public sealed record Settings
{
    /// <summary>The folder of the database, the secrets and the files.</summary>
    public required string DataFolder { get; init; }

    /// <summary>A PostgreSQL connection string; without one the records are kept in SQLite in the folder.</summary>
    public string? Postgres { get; init; }

    /// <summary>Port on 127.0.0.1.</summary>
    public int Port { get; init; } = 5080;

    /// <summary>True for <c>./turna demo</c>: made-up people, known passwords, secrets that <c>serve</c> refuses.</summary>
    public bool Demo { get; init; }

    /// <summary>A proxy on this machine speaks https for us: its word on scheme and caller is taken.</summary>
    public bool BehindProxy { get; init; }

    /// <summary>What a guess at a password must cost.</summary>
    public KeyCost KeyCost { get; init; } = KeyCost.Standard;

    /// <summary>What time it is; a test sets its own.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <exception cref="UsageException">What should tell the way to PostgreSQL cannot be read.</exception>
    public Store Store()
    {
        if (Postgres is null) return Data.Store.InFolder(DataFolder);
        try
        {
            return Data.Store.OnPostgres(Postgres);
        }
        catch (ArgumentException unreadable)
        {
            // What was given may hold a password, and so may the library's own words about it.
            throw new UsageException("--postgres or TURNA_POSTGRES: not a connection such as Host=127.0.0.1;Database=turna;Username=turna", unreadable);
        }
    }
}
