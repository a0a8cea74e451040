using System.Collections.Concurrent;
using Turna.Ledger;

namespace Turna.Web.Proofs.Access;

/// <summary>
/// Stands around the whole host and notes, for each request of the proof, how many leaves were durable when it came and how many when the
/// first byte of its answer was about to leave. Reads the database on a connection of its own, so that it sees only what is committed.
/// </summary>
internal sealed class LedgerWatch(IServiceScopeFactory scopes) : IStartupFilter
{
    /// <summary>Names a request of the proof.</summary>
    public const string Header = "Turna-Proof";

    private readonly ConcurrentDictionary<string, (long Before, long AtStart)> seen = new(StringComparer.Ordinal);

    /// <summary>Leaves durable when the request came, and when its answer began.</summary>
    public (long Before, long AtStart) Of(string request) => seen[request];

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (context, following) =>
        {
            if (context.Request.Headers[Header].ToString() is { Length: > 0 } request)
            {
                var before = await SizeAsync();
                seen[request] = (before, before);
                context.Response.OnStarting(async () => seen[request] = (before, await SizeAsync()));
            }

            await following(context);
        });
        next(app);
    };

    private async Task<long> SizeAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AuditLedger>().SizeAsync(CancellationToken.None);
    }
}
