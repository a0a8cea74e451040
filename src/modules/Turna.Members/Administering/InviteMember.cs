using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Design;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Members.Keeping;
using Turna.Members.SigningIn;
using Turna.Vault;

namespace Turna.Members.Administering;

/// <summary>
/// Makes an account with its first role and an invitation. It gives no key: those of the team pass them on when she has signed in.
/// </summary>
internal sealed class InviteMember(TurnaDb db, Accounts accounts, AuditLedger ledger)
{
    public static readonly TimeSpan TicketHolds = TimeSpan.FromDays(3);

    internal sealed record Input(Guid Id, string? Name, string? SignInName, string? Language, Role? Role, Guid? Team);

    /// <summary>The ticket is shown once; null when the form was sent a second time.</summary>
    internal sealed record Invited(Guid Member, string? Ticket);

    public async Task<Result<Invited>> HandleAsync(Input input, Actor actor, CancellationToken cancel)
    {
        if (await db.AnsweredAsync<Guid>(cancel) is { } before) return new Invited(before.Value, null);
        var signInName = SignInName.Normal(input.SignInName);
        if (await WhyNotAsync(input, signInName, actor, cancel) is { } wrong) return wrong;

        var ticket = OneTimeCodes.NewTicket();
        var member = new Member
        {
            Id = new MemberId(input.Id), Organisation = actor.Organisation, SignInName = signInName, Name = WrittenName.Of(input.Name)!,
            Language = input.Language!, CreatedAt = accounts.Now, TicketHash = ticket.Hash, TicketEndsAt = accounts.Now + TicketHolds,
        };
        db.Add(member);
        db.Add(Membership.Of(member, new RoleGrant(input.Role!.Value, TeamOf(input)), accounts.Now));
        ledger.Record(actor, MembersActs.Invited, member.Id.Value);
        var done = await db.CommitAsync(input.Id, cancel);
        return done.Succeeded ? new Invited(done.Value, ticket.Text) : done.Error;
    }

    private async Task<Error?> WhyNotAsync(Input input, string signInName, Actor actor, CancellationToken cancel)
    {
        var errors = new FieldErrors();
        if (WrittenName.Of(input.Name) is null) errors.Add(nameof(Input.Name), "Write her name, in at most 200 characters.");
        if (!SignInName.IsUsable(signInName)) errors.Add(nameof(Input.SignInName), "Choose a sign-in name of 2 to 100 characters.");
        else if (await db.Set<Member>().AnyAsync(m => m.SignInName == signInName, cancel)) errors.Add(nameof(Input.SignInName), "This sign-in name is taken. Choose another.");
        if (Language.Find(input.Language) is null) errors.Add(nameof(Input.Language), "Choose a language.");
        if (input.Role is not { } role || !Enum.IsDefined(role)) errors.Add(nameof(Input.Role), "Choose a role.");
        else if (RoleWords.IsOfTeam(role) && (input.Team is not { } team || !await accounts.TeamIsOpenAsync(new TeamId(team), actor, cancel)))
            errors.Add(nameof(Input.Team), "Choose the team of this role.");
        return errors.Any ? errors.ToError() : null;
    }

    private static TeamId? TeamOf(Input input) => RoleWords.IsOfTeam(input.Role!.Value) ? new TeamId(input.Team!.Value) : null;
}

/// <summary>
/// Makes a new invitation for somebody who has not set up her account. The earlier one is void, with all that was done by it: whoever holds
/// the new one chooses the password.
/// </summary>
internal sealed class InviteAgain(TurnaDb db, Accounts accounts, MemberKeys keys, Sessions sessions, AuditLedger ledger)
{
    public async Task<Result<string>> HandleAsync(MemberId id, Actor actor, CancellationToken cancel)
    {
        if (await accounts.FindAsync(id, actor, cancel) is not { } member) return Error.NotFound;
        if (member.SealedTotp is not null)
            return Error.Refuse("She has set up her account already. If she lost her password, she asks to be let in again on the sign-in page.");

        var ticket = OneTimeCodes.NewTicket();
        (member.TicketHash, member.TicketEndsAt) = (ticket.Hash, accounts.Now + InviteMember.TicketHolds);
        await sessions.EndAllAsync(id, cancel);
        await keys.ForgetAsync(id, cancel);
        ledger.Record(actor, MembersActs.Invited, member.Id.Value);
        var done = await db.CommitAsync(Done.It, cancel);
        return done.Succeeded ? ticket.Text : done.Error;
    }
}
