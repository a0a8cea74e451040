using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Turna.Data;
using Turna.Evidence.Contracts;
using Turna.Evidence.Keeping;
using Turna.Evidence.Reporting;
using Turna.Kernel;
using Turna.Vault;

namespace Turna.Evidence;

/// <summary>Facts, indicators and reports: what the records say, without saying it of anyone.</summary>
public sealed class EvidenceModule : Module, IHasEntities
{
    public override string Name => "evidence";

    public override IReadOnlyList<Permission> Permissions => EvidencePermissions.All;

    public override IReadOnlyList<Act> Acts => EvidenceActs.All;

    public override IReadOnlyList<NavigationEntry> Navigation => [new NavigationEntry("Reports", "/reports", EvidencePermissions.See, 50)];

    public void AddEntities(ModelBuilder model) => FactRow.Configure(model);

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped(s => new Facts(s.GetRequiredService<TurnaDb>(), s.GetRequiredService<KeyVault>()));
        services.AddScoped<MakeReport>();
        services.AddScoped<FindBehind>();
    }
}
