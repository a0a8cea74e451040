using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Kernel;
using Turna.Members.Administering;
using Turna.Members.Contracts;
using Turna.Members.Custody;
using Turna.Members.Keeping;
using Turna.Vault;

namespace Turna.Members.KeepingAccount;

/// <summary>A member's own account.</summary>
internal sealed record AccountView(
    string Name, string SignInName, string Organisation, string Language, IReadOnlyList<RoleView> Roles, int RecoveryCodesLeft, IReadOnlyList<string> KeysAwaited);

/// <summary>Reads a member's own account.</summary>
internal sealed class ViewAccount(TurnaDb db, CircleNames names, KeyVault vault)
{
    public async Task<AccountView> HandleAsync(Actor actor, CancellationToken cancel)
    {
        var member = await db.Set<Member>().AsNoTracking().SingleAsync(m => m.Id == actor.Member, cancel);
        var organisation = await db.Set<Organisation>().AsNoTracking().Where(o => o.Id == actor.Organisation).Select(o => o.Name).SingleAsync(cancel);
        var left = await db.Set<RecoveryCode>().CountAsync(c => c.Member == actor.Member, cancel);
        var circles = await names.OfAsync(actor.Organisation, cancel);
        var awaited = StaffDirectory.CirclesOf(actor).Where(circle => !vault.Holds(circle)).Select(circle => circles[circle]).ToList();
        return new AccountView(member.Name, member.SignInName, organisation, member.Language, await RoleView.OfAsync(db, actor.Member, cancel), left, awaited);
    }
}
