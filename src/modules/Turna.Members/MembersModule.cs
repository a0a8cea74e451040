using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Turna.Data;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Members.Administering;
using Turna.Members.Contracts;
using Turna.Members.Custody;
using Turna.Members.Keeping;
using Turna.Members.KeepingAccount;
using Turna.Members.Recovering;
using Turna.Members.SigningIn;
using Turna.Vault;

namespace Turna.Members;

/// <summary>Organisations, teams, staff, roles, sign-in and the custody of keys.</summary>
public sealed class MembersModule : Module, IHasEntities
{
    public override string Name => "members";

    public override IReadOnlyList<Permission> Permissions => MembersPermissions.All;

    public override IReadOnlyList<Act> Acts => MembersActs.All;

    public void AddEntities(ModelBuilder model) => Tables.Configure(model);

    public override IReadOnlyList<NavigationEntry> Navigation { get; } =
    [
        new("Members", "/members", MembersPermissions.Administer, 80),
        new("Teams", "/teams", MembersPermissions.Administer, 81),
        new("Organisation", "/organisation", MembersPermissions.Administer, 82),
    ];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped(s => new StaffDirectory(s.GetRequiredService<TurnaDb>(), s.GetRequiredService<Remembered>(), s.GetRequiredService<RowTruth>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<Founding>();
        services.AddSingleton<SignInPace>();
        AddSignIn(services);
        AddAdministration(services);
        AddCustody(services);
    }

    private static void AddSignIn(IServiceCollection services)
    {
        services.AddScoped<SecondFactor>();
        services.AddScoped<SignIn>();
        services.AddScoped<SignOut>();
        services.AddScoped(s => new DeskSignIn(s.GetRequiredService<SignIn>(), s.GetRequiredService<SignOut>()));
        services.AddScoped<Welcome>();
        services.AddScoped<ViewAccount>();
        services.AddScoped<KeepProfile>();
        services.AddScoped<ChangePassword>();
        services.AddScoped<SetUpAuthenticator>();
        services.AddScoped<RenewRecoveryCodes>();
    }

    private static void AddAdministration(IServiceCollection services)
    {
        services.AddScoped<Accounts>();
        services.AddScoped<ListMembers>();
        services.AddScoped<ViewMember>();
        services.AddScoped<InviteMember>();
        services.AddScoped<InviteAgain>();
        services.AddScoped<CorrectMember>();
        services.AddScoped<GiveRole>();
        services.AddScoped<TakeRole>();
        services.AddScoped<SuspendMember>();
        services.AddScoped<ResumeMember>();
        services.AddScoped<EndSessions>();
        services.AddScoped<ListTeams>();
        services.AddScoped<MakeTeam>();
        services.AddScoped<RenameTeam>();
        services.AddScoped<CloseTeam>();
        services.AddScoped<KeepOrganisation>();
    }

    private static void AddCustody(IServiceCollection services)
    {
        services.AddScoped<KeyDelivery>();
        services.AddScoped<KeyHolders>();
        services.AddScoped<ICircleMembers, Belonging>();
        services.AddScoped<Holders>();
        services.AddScoped<CircleNames>();
        services.AddScoped<ViewCustody>();
        services.AddScoped<AdmitNewcomer>();
        services.AddScoped<IDue, CustodyDue>();
        services.AddScoped<RecoveryRequests>();
        services.AddScoped<AskForRecovery>();
        services.AddScoped<StopRecovery>();
        services.AddScoped<RegainAccess>();
    }
}
