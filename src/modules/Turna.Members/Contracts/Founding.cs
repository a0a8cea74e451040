using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Turna.Data;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Members.Keeping;
using Turna.Members.KeepingAccount;
using Turna.Members.SigningIn;
using Turna.Vault;

namespace Turna.Members.Contracts;

/// <summary>A team to be founded.</summary>
public sealed record TeamPlan(TeamId Id, string Name);

/// <summary>A member to be founded, with the password and the authenticator secret (base32) she starts with.</summary>
public sealed record MemberPlan(MemberId Id, string SignInName, string Name, string Password, IReadOnlyList<RoleGrant> Roles)
{
    /// <summary>Language of her screens: en, ru, ky or uz.</summary>
    public string Language { get; init; } = "ru";

    /// <summary>A secret known beforehand, base32; by default a new one is made.</summary>
    public string? TotpSecret { get; init; }
}

/// <summary>An organisation to be founded; its first member acts for the others.</summary>
public sealed record OrganisationPlan(OrganisationId Id, string Name, IReadOnlyList<TeamPlan> Teams, IReadOnlyList<MemberPlan> Members)
{
    /// <summary>IANA name of the office's time zone.</summary>
    public string TimeZone { get; init; } = "Asia/Bishkek";
}

/// <summary>A member as founded, with everything she signs in with.</summary>
public sealed record FoundedMember(Actor Actor, string SignInName, string Name, string Password, string TotpSecret, IReadOnlyList<string> RecoveryCodes);

/// <summary>An organisation as founded. The recovery shares exist nowhere else.</summary>
public sealed record FoundedOrganisation(OrganisationId Id, IReadOnlyList<string> RecoveryShares, IReadOnlyList<FoundedMember> Members);

/// <summary>
/// Sets up organisations with people whose secrets are known: the first start of a server, the demonstration and the tests.
/// Every circle's key is made by its first member and passed on by her, as in an office. Not promised: that a password is good, unless <see cref="WhyNot"/> was asked.
/// </summary>
public sealed class Founding(IServiceScopeFactory scopes)
{
    /// <summary>Whether there is an organisation already.</summary>
    public async Task<bool> IsDoneAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<TurnaDb>().Set<Organisation>().AnyAsync(cancel);
    }

    /// <summary>Why the people of a plan could not be let in: what is wrong with a name or a password, in English; null when nothing is.</summary>
    public static string? WhyNot(OrganisationPlan plan)
    {
        if (plan.Name.Length is 0 or > 200) return "the name of the organisation must have 1 to 200 characters";
        foreach (var member in plan.Members)
        {
            if (!SignInName.IsUsable(SignInName.Normal(member.SignInName))) return $"{member.SignInName}: a sign-in name has 2 to {SignInName.Longest} characters";
            if (PasswordRules.WhyNot(member.Password, member.SignInName, member.Name, nameof(member.Password)) is Error.Invalid refused)
                return string.Format(CultureInfo.InvariantCulture, refused.Fields[0].Text, [.. refused.Fields[0].Arguments]);
        }

        return null;
    }

    /// <summary>Founds the organisation, its teams and members, and passes the keys of every circle to all who belong to it.</summary>
    public async Task<FoundedOrganisation> FoundAsync(OrganisationPlan plan, CancellationToken cancel)
    {
        var shares = await SetUpAsync(plan, cancel);
        var sessions = new List<AsyncServiceScope>();
        try
        {
            var founded = new List<FoundedMember>();
            foreach (var member in plan.Members)
            {
                var session = scopes.CreateAsyncScope();
                sessions.Add(session);
                founded.Add(await SettleAsync(session.ServiceProvider, plan.Id, member, cancel));
            }

            foreach (var (session, member) in sessions.Zip(founded)) await JoinAsync(session.ServiceProvider, member.Actor, cancel);
            foreach (var (session, member) in sessions.Zip(founded)) await AdmitAsync(session.ServiceProvider, member.Actor, founded, cancel);
            return new FoundedOrganisation(plan.Id, shares, founded);
        }
        finally
        {
            foreach (var session in sessions) await session.DisposeAsync();
        }
    }

    /// <summary>
    /// Opens a member's keys in a scope of its own and makes her its <see cref="Visitor"/>, without a browser: what the scope's services
    /// seal and open then is sealed and opened by her. The caller disposes the scope.
    /// </summary>
    /// <exception cref="InvalidOperationException">The password is wrong or she may not work here.</exception>
    public async Task<AsyncServiceScope> OpenAsync(MemberId member, string password, CancellationToken cancel)
    {
        var scope = scopes.CreateAsyncScope();
        try
        {
            await OpenInAsync(scope.ServiceProvider, member, password, cancel);
            return scope;
        }
        catch
        {
            await scope.DisposeAsync();
            throw;
        }
    }

    /// <summary>The same in a scope that the caller has.</summary>
    /// <inheritdoc cref="OpenAsync"/>
    public static async Task<Actor> OpenInAsync(IServiceProvider services, MemberId member, string password, CancellationToken cancel)
    {
        var staff = await services.GetRequiredService<StaffDirectory>().FindAsync(member, cancel)
            ?? throw new InvalidOperationException("This member does not work here.");
        if (!await services.GetRequiredService<MemberKeys>().UnlockAsync(member, password, cancel)) throw new InvalidOperationException("The password is wrong.");
        await JoinAsync(services, staff.Actor, cancel);
        services.GetRequiredService<Visitor>().Enter(staff.Actor, DateTime.MaxValue);
        return staff.Actor;
    }

    private async Task<IReadOnlyList<string>> SetUpAsync(OrganisationPlan plan, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<TurnaDb>();
        db.Add(new Organisation { Id = plan.Id, Name = plan.Name, TimeZone = plan.TimeZone, CreatedAt = Now(services) });
        db.AddRange(plan.Teams.Select(team => new Team { Id = team.Id, Organisation = plan.Id, Name = team.Name }));
        var shares = services.GetRequiredService<Recovery>().Create(plan.Id);
        services.GetRequiredService<AuditLedger>().RecordUnsigned(plan.Id, plan.Members is [var first, ..] ? first.Id : null, MembersActs.OrganisationFounded, plan.Id.Value);
        await CommitAsync(db, cancel);
        return shares;
    }

    private static async Task<FoundedMember> SettleAsync(IServiceProvider services, OrganisationId organisation, MemberPlan plan, CancellationToken cancel)
    {
        var db = services.GetRequiredService<TurnaDb>();
        var member = new Member
        {
            Id = plan.Id, Organisation = organisation, SignInName = SignInName.Normal(plan.SignInName), Name = plan.Name, Language = plan.Language,
            CreatedAt = Now(services),
        };
        db.Add(member);
        db.AddRange(plan.Roles.Select(role => Membership.Of(member, role, Now(services))));
        services.GetRequiredService<MemberKeys>().Create(organisation, plan.Id, plan.Password);
        var secret = plan.TotpSecret ?? services.GetRequiredService<OneTimeCodes>().NewSecret(plan.Id.Value).Text;
        var codes = await services.GetRequiredService<SecondFactor>().ReplaceAsync(member, secret, cancel);

        var actor = new Actor(plan.Id, organisation, plan.Roles);
        services.GetRequiredService<AuditLedger>().Record(actor, MembersActs.MemberFounded, plan.Id.Value);
        await CommitAsync(db, cancel);
        return new FoundedMember(actor, member.SignInName, plan.Name, plan.Password, secret, codes);
    }

    private static async Task JoinAsync(IServiceProvider services, Actor actor, CancellationToken cancel)
    {
        if (!await services.GetRequiredService<Circles>().JoinAsync(actor.Organisation, StaffDirectory.CirclesOf(actor), cancel)) return;
        services.GetRequiredService<AuditLedger>().Record(actor, MembersActs.KeysMade, actor.Member.Value);
        await CommitAsync(services.GetRequiredService<TurnaDb>(), cancel);
    }

    private static async Task AdmitAsync(IServiceProvider services, Actor holder, IReadOnlyList<FoundedMember> colleagues, CancellationToken cancel)
    {
        var circles = services.GetRequiredService<Circles>();
        var hers = StaffDirectory.CirclesOf(holder).ToHashSet();
        var memberships = colleagues.SelectMany(c => StaffDirectory.CirclesOf(c.Actor).Where(hers.Contains).Select(circle => (circle, c.Actor.Member))).ToList();
        var waiting = await circles.WaitingAsync(memberships, cancel);
        var admitted = new List<Guid>();
        foreach (var newcomer in waiting)
        {
            if (await circles.AdmitAsync(newcomer.Circle, newcomer.Member, cancel)) admitted.Add(newcomer.Member.Value);
        }

        if (admitted.Count == 0) return;
        services.GetRequiredService<AuditLedger>().Record(holder, MembersActs.Admitted, [.. admitted.Distinct()]);
        await CommitAsync(services.GetRequiredService<TurnaDb>(), cancel);
    }

    private static async Task CommitAsync(TurnaDb db, CancellationToken cancel)
    {
        var done = await db.CommitAsync(Done.It, cancel);
        if (!done.Succeeded) throw new InvalidOperationException($"The founding was refused: {done.Error}");
    }

    private static DateTime Now(IServiceProvider services) => services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
}
