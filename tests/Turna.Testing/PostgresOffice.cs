namespace Turna.Testing;

/// <summary>The test office on PostgreSQL.</summary>
public sealed class PostgresOffice : TestOffice
{
    private readonly PostgresServer server = new();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await server.DisposeAsync();
    }

    public override Task<string?> AnotherDatabaseAsync() => server.NewDatabaseAsync();

    protected override async ValueTask<string?> PostgresAsync()
    {
        await server.InitializeAsync();
        return await server.NewDatabaseAsync() ?? throw new InvalidOperationException("PostgreSQL (initdb, postgres) is not installed.");
    }
}
