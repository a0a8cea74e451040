using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Turna.Data;

namespace Turna.Web.Hosting;

/// <summary>The schema of a database beside that of this version.</summary>
internal sealed class Schema : IAsyncDisposable
{
    private readonly Writer writer;
    private readonly Readers readers;
    private readonly TurnaDb db;

    private Schema(Settings settings, TurnaModel model)
    {
        var store = settings.Store();
        writer = new Writer(store, model, [], new TableVersions(), settings.Clock, NullLogger<Writer>.Instance);
        readers = new Readers(store);
        db = new TurnaDbFactory(store, model, writer, readers).CreateForUpkeep();
    }

    public static Schema Of(Settings settings) => new(settings, new TurnaModel(Rooms.Entities()));

    /// <summary>With the model of the host, which then need not be built twice.</summary>
    public static Schema Of(Settings settings, TurnaModel model) => new(settings, model);

    /// <summary>True when there is no database yet, or an empty one.</summary>
    public async Task<bool> IsNewAsync(CancellationToken cancel) => !(await db.Database.GetAppliedMigrationsAsync(cancel)).Any();

    /// <summary>The migrations that are still to be applied.</summary>
    public async Task<IReadOnlyList<string>> WaitingAsync(CancellationToken cancel) => [.. await db.Database.GetPendingMigrationsAsync(cancel)];

    public Task ApplyAsync(CancellationToken cancel) => db.Database.MigrateAsync(cancel);

    public async ValueTask DisposeAsync()
    {
        await db.DisposeAsync();
        readers.Dispose();
        await writer.DisposeAsync();
    }
}
