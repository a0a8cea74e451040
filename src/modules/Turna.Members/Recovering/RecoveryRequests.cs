using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Kernel;
using Turna.Members.Keeping;

namespace Turna.Members.Recovering;

/// <summary>A request as it is announced to colleagues.</summary>
internal sealed record RecoveryLine(Guid Id, string Name, DateTime RequestedAt, DateTime ReadyAt);

/// <summary>The open requests of those who lost their password or authenticator.</summary>
internal sealed class RecoveryRequests(TurnaDb db, Remembered remembered)
{
    /// <summary>Those of members who share a team with the actor; a supervisor and an administrator see all of the organisation.</summary>
    public async Task<IReadOnlyList<RecoveryLine>> OpenAsync(Actor actor, CancellationToken cancel) =>
        await Open(db, actor).Join(db.Set<Member>(), r => r.Member, m => m.Id, (r, m) => new RecoveryLine(r.Id, m.Name, r.RequestedAt, r.ReadyAt)).ToListAsync(cancel);

    public async Task<int> CountAsync(Actor actor, CancellationToken cancel) => await remembered.OrReadAsync(
        db, ("recoveries", actor.Organisation, SeesAll(actor), string.Join(' ', actor.Teams)), unit => Open(unit, actor).CountAsync(cancel), typeof(RecoveryRequest), typeof(Membership));

    public Task<RecoveryRequest?> FindAsync(Guid id, Actor actor, CancellationToken cancel) => Open(db, actor).SingleOrDefaultAsync(r => r.Id == id, cancel);

    private static bool SeesAll(Actor actor) => actor.Has(Role.Supervisor) || actor.Has(Role.Administrator);

    private static IQueryable<RecoveryRequest> Open(TurnaDb db, Actor actor)
    {
        var open = db.Set<RecoveryRequest>().Where(r => r.Organisation == actor.Organisation && r.Outcome == RecoveryOutcome.Waiting);
        if (SeesAll(actor)) return open;
        var teams = actor.Teams.Select(t => (TeamId?)t).ToList();
        return open.Where(r => db.Set<Membership>().Any(m => m.Member == r.Member && teams.Contains(m.Team)));
    }
}
