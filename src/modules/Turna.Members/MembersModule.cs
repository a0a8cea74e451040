using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Turna.Data;
using Turna.Kernel;
using Turna.Members.Contracts;
using Turna.Members.Keeping;
using Turna.Members.SigningIn;

namespace Turna.Members;

/// <summary>Organisations, teams, staff, roles, sign-in and the custody of keys.</summary>
public sealed class MembersModule : Module, IHasEntities
{
    public override string Name => "members";

    public override IReadOnlyList<Permission> Permissions => MembersPermissions.All;

    public override IReadOnlyList<Act> Acts => MembersActs.All;

    public void AddEntities(ModelBuilder model) => Tables.Configure(model);

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped(s => new StaffDirectory(s.GetRequiredService<TurnaDb>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<Founding>();
        services.AddSingleton<SignInPace>();
        services.AddScoped<KeyDelivery>();
        services.AddScoped<SecondFactor>();
        services.AddScoped<SignIn>();
        services.AddScoped<SignOut>();
    }
}
