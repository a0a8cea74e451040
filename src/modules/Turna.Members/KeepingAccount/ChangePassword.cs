using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Members.Keeping;
using Turna.Members.SigningIn;
using Turna.Vault;

namespace Turna.Members.KeepingAccount;

/// <summary>Seals a member's keys under a new password and ends her sessions in other browsers.</summary>
internal sealed class ChangePassword(TurnaDb db, MemberKeys keys, Sessions sessions, AuditLedger ledger, SignInPace pace)
{
    internal sealed record Input(string? Old, string? New, string? Again);

    public async Task<Result<Done>> HandleAsync(Input input, Actor actor, string cookie, string address, CancellationToken cancel)
    {
        if (await db.AnsweredAsync<Done>(cancel) is { } before) return before.Value;
        var member = await db.Set<Member>().SingleAsync(m => m.Id == actor.Member, cancel);
        if (WhyNot(input, member) is { } wrong) return wrong;
        if (!pace.Admit(member.SignInName, address)) return Error.Refuse("Too many wrong passwords. Wait some minutes and try again.");
        if (!await keys.ChangePasswordAsync(actor.Member, input.Old ?? string.Empty, input.New!, cancel))
            return Error.Field(nameof(Input.Old), "This is not your password.");

        pace.GiveBack(member.SignInName, address);
        await sessions.EndOthersAsync(actor.Member, cookie, cancel);
        ledger.Record(actor, MembersActs.PasswordChanged, actor.Member.Value);
        return await db.CommitAsync(Done.It, cancel);
    }

    private static Error? WhyNot(Input input, Member member)
    {
        if (PasswordRules.WhyNot(input.New, member.SignInName, member.Name, nameof(Input.New)) is { } weak) return weak;
        if (input.New == input.Old) return Error.Field(nameof(Input.New), "Choose a password that is new.");
        return input.New == input.Again ? null : Error.Field(nameof(Input.Again), "Write the new password the same way twice.");
    }
}
