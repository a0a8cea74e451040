using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Kernel;
using Turna.Members.Contracts;
using Turna.Members.Keeping;
using Turna.Members.Recovering;
using Turna.Vault;

namespace Turna.Members.Custody;

/// <summary>A key and how she stands to it.</summary>
internal sealed record KeyLine(string Name, bool IsHers);

/// <summary>Somebody who waits for a key that the reader can pass on.</summary>
internal sealed record NewcomerLine(CircleId Circle, string CircleName, MemberId Member, string Name, DateTime AccountSince);

/// <summary>The keys of a member's circles, who waits for them, and who asked to be let in again.</summary>
internal sealed record CustodyView(IReadOnlyList<KeyLine> Keys, IReadOnlyList<NewcomerLine> Newcomers, IReadOnlyList<RecoveryLine> Recoveries);

/// <summary>Reads what a holder of keys must know.</summary>
internal sealed class ViewCustody(TurnaDb db, Holders holders, CircleNames names, RecoveryRequests recoveries, KeyVault vault)
{
    public async Task<CustodyView> HandleAsync(Actor actor, CancellationToken cancel)
    {
        var circles = await names.OfAsync(actor.Organisation, cancel);
        var hers = StaffDirectory.CirclesOf(actor);
        var waiting = await NewcomersAsync(actor, cancel);
        var members = waiting.Select(w => w.Member).ToHashSet();
        var known = await db.Set<Member>().AsNoTracking().Where(m => members.Contains(m.Id)).ToDictionaryAsync(m => m.Id, cancel);
        return new CustodyView(
            [.. hers.Select(circle => new KeyLine(circles[circle], vault.Holds(circle)))],
            [.. waiting.Select(w => new NewcomerLine(w.Circle, circles[w.Circle], w.Member, known[w.Member].Name, known[w.Member].CreatedAt))],
            await recoveries.OpenAsync(actor, cancel));
    }

    /// <summary>Who waits for a key that this member holds.</summary>
    public async Task<IReadOnlyList<Newcomer>> NewcomersAsync(Actor actor, CancellationToken cancel)
    {
        var held = StaffDirectory.CirclesOf(actor).Where(vault.Holds).ToList();
        return held.Count == 0 ? [] : await holders.WaitingAsync(actor.Organisation, held, cancel);
    }
}

/// <summary>Announces in the header of every page that a key waits to be passed on or that somebody asked to be let in again.</summary>
internal sealed class CustodyDue(ViewCustody view, RecoveryRequests recoveries) : IDue
{
    public (string Text, string Href) Link => (Design.Texts.Key("Keys"), "/keys");

    public async Task<int> CountAsync(Actor actor, CancellationToken cancel) =>
        actor.May(MembersPermissions.KeepKeys)
            ? (await view.NewcomersAsync(actor, cancel)).Count + await recoveries.CountAsync(actor, cancel)
            : 0;
}
