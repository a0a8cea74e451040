using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Turna.Data;
using Turna.Ledger;

namespace Turna.Vault;

/// <summary>Composition of the vault.</summary>
public sealed class VaultPlatform : IHasEntities
{
    public void AddEntities(ModelBuilder model) => Rows.Configure(model);

    /// <summary>Adds the vault to the host. Needs the ledger and a <see cref="KeyCost"/>.</summary>
    public static void AddServices(IServiceCollection services)
    {
        services.AddSingleton<IHasEntities, VaultPlatform>();
        services.AddSingleton(s => new Keys(s.GetRequiredService<ServerSecrets>(), s.GetRequiredService<KeyCost>()));
        services.AddSingleton(s => new OneTimeCodes(s.GetRequiredService<Keys>(), s.GetRequiredService<TimeProvider>()));
        services.AddScoped(_ => KeyRing.Empty());
        services.AddScoped(s => new Grants(Db(s), Ring(s), Truth(s), s.GetRequiredService<ServerSecrets>()));
        services.AddScoped(s => new KeyVault(Db(s), Ring(s), s.GetRequiredService<Grants>(), Truth(s), s.GetRequiredService<Remembered>()));
        services.AddSingleton<ICommitStep, ErasureNotes>();
        services.AddSingleton<IUncoveredRows, TakenIds>();
        services.AddScoped(s => new ErasureReplay(
            Db(s), s.GetRequiredService<KeyVault>(), s.GetRequiredService<AuditLedger>(), s.GetRequiredService<ServerSecrets>(), s.GetRequiredService<TimeProvider>()));
        services.AddScoped(s => new MemberKeys(Db(s), s.GetRequiredService<Keys>(), Ring(s)));
        services.AddScoped(s => new Circles(Db(s), Ring(s), Truth(s), s.GetRequiredService<Remembered>(), s.GetRequiredService<ICircleMembers>()));
        services.AddScoped(s => new Recovery(Db(s), Truth(s)));
        services.AddScoped(s => new Drafts(Db(s), Ring(s), Truth(s), s.GetRequiredService<TimeProvider>()));
        services.AddScoped(s => new Sessions(Db(s), s.GetRequiredService<TurnaDbFactory>(), Ring(s), s.GetRequiredService<Remembered>(), s.GetRequiredService<TimeProvider>()));
    }

    private static TurnaDb Db(IServiceProvider services) => services.GetRequiredService<TurnaDb>();

    private static RowTruth Truth(IServiceProvider services) => services.GetRequiredService<RowTruth>();

    private static KeyRing Ring(IServiceProvider services) => services.GetRequiredService<KeyRing>();
}
