using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Turna.Data;

namespace Turna.Ledger;

/// <summary>Composition of the ledger.</summary>
public sealed class LedgerPlatform : IHasEntities
{
    public void AddEntities(ModelBuilder model) => Rows.Configure(model);

    /// <summary>Adds the ledger to the host. Needs <see cref="ServerSecrets"/> and the data platform.</summary>
    public static void AddServices(IServiceCollection services)
    {
        services.AddSingleton<IHasEntities, LedgerPlatform>();
        services.AddSingleton<Pseudonyms>();
        services.AddSingleton<RowHashing>();
        services.AddSingleton(s => new RowTruth(s.GetRequiredService<RowHashing>(), s.GetRequiredService<Pseudonyms>()));
        services.AddSingleton(s => new Stamping(s.GetRequiredService<TurnaDbFactory>(), s.GetRequiredService<RowHashing>(), s.GetRequiredService<Pseudonyms>()));
        services.AddSingleton<ICommitStep, Sequencer>();
        services.AddScoped(s => new AuditLedger(s.GetRequiredService<TurnaDb>(), s.GetRequiredService<Pseudonyms>()));
        services.AddScoped(s => new DatabaseOrigin(s.GetRequiredService<TurnaDb>(), s.GetRequiredService<ServerSecrets>()));
        services.AddScoped(s => new Verification(
            s.GetRequiredService<TurnaDb>(), s.GetRequiredService<RowHashing>(), s.GetRequiredService<RowTruth>(), s.GetRequiredService<ServerSecrets>(), s.GetServices<IUncoveredRows>()));
    }
}
