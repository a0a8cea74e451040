using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Members.Contracts;
using Turna.Members.Keeping;
using Turna.Vault;

namespace Turna.Members.Custody;

/// <summary>Who belongs to which circle by her roles.</summary>
internal sealed class Belonging(TurnaDb db, Remembered remembered, RowTruth truth) : ICircleMembers
{
    public async Task<IReadOnlyList<(CircleId Circle, MemberId Member)>> BelongingAsync(OrganisationId organisation, CancellationToken cancel) =>
        await remembered.OrReadAsync(db, ("belonging", organisation), unit => ReadAsync(unit, organisation, cancel), typeof(Membership), typeof(Member));

    private async Task<IReadOnlyList<(CircleId Circle, MemberId Member)>> ReadAsync(TurnaDb db, OrganisationId organisation, CancellationToken cancel)
    {
        var members = await truth.ReadAsync(db, organisation, db.Set<Member>().Where(m => m.Organisation == organisation && m.SuspendedAt == null), cancel);
        var working = members.Select(m => m.Id).ToHashSet();
        var grants = await truth.ReadAsync(db, organisation, db.Set<Membership>().Where(m => m.Organisation == organisation), cancel);
        return
        [
            .. grants.Where(g => working.Contains(g.Member)).GroupBy(g => g.Member, g => new RoleGrant(g.Role, g.Team))
                .SelectMany(g => StaffDirectory.CirclesOf(new Actor(g.Key, organisation, [.. g])).Select(circle => (circle, g.Key))),
        ];
    }
}

/// <summary>Who belongs to which circle of an organisation, and who of them has its key.</summary>
internal sealed class Holders(ICircleMembers members, Circles circles, MemberKeys keys)
{
    /// <summary>Those who have keys of their own but wait for the key of one of these circles.</summary>
    public async Task<IReadOnlyList<Newcomer>> WaitingAsync(OrganisationId organisation, IReadOnlyCollection<CircleId> of, CancellationToken cancel)
    {
        var belonging = await members.BelongingAsync(organisation, cancel);
        return await circles.WaitingAsync([.. belonging.Where(b => of.Contains(b.Circle))], cancel);
    }

    /// <summary>Whether one of these circles would be left without anybody who has its key if this member went.</summary>
    public async Task<bool> IsOnlyOneAsync(Actor member, IReadOnlyCollection<CircleId> of, CancellationToken cancel)
    {
        var belonging = (await members.BelongingAsync(member.Organisation, cancel)).Where(b => of.Contains(b.Circle)).ToList();
        var waiting = await circles.WaitingAsync(belonging, cancel);
        foreach (var circle in of)
        {
            if (!await HoldsAsync(circle, member.Member, waiting, cancel)) continue;
            var others = belonging.Where(b => b.Circle == circle && b.Member != member.Member).Select(b => b.Member);
            var anyone = false;
            foreach (var other in others) anyone |= await HoldsAsync(circle, other, waiting, cancel);
            if (!anyone) return true;
        }

        return false;
    }

    private async Task<bool> HoldsAsync(CircleId circle, MemberId member, IReadOnlyList<Newcomer> waiting, CancellationToken cancel) =>
        !waiting.Contains(new Newcomer(circle, member)) && await keys.ExistAsync(member, cancel);
}

/// <summary>The circles of an organisation by the names people know: its teams, and the organisation for everyone who works with people.</summary>
internal sealed class CircleNames(TurnaDb db)
{
    public async Task<IReadOnlyDictionary<CircleId, string>> OfAsync(OrganisationId organisation, CancellationToken cancel)
    {
        var names = await db.Set<Team>().AsNoTracking().Where(t => t.Organisation == organisation).ToDictionaryAsync(t => CircleId.Of(t.Id), t => t.Name, cancel);
        names[CircleId.Of(organisation)] = await db.Set<Organisation>().AsNoTracking().Where(o => o.Id == organisation).Select(o => o.Name).SingleAsync(cancel);
        return names;
    }
}
