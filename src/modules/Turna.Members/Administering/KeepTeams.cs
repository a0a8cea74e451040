using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Members.Keeping;

namespace Turna.Members.Administering;

/// <summary>A team as the administrator sees it.</summary>
internal sealed record TeamView(Guid Id, string Name, int Members, bool Closed);

/// <summary>What is written about a team.</summary>
internal sealed record TeamInput(Guid Id, string? Name)
{
    public async Task<Error?> WhyNotAsync(TurnaDb db, Actor actor, CancellationToken cancel)
    {
        if (WrittenName.Of(Name) is not { } name) return Error.Field(nameof(Name), "Write a name for the team, in at most 200 characters.");
        var isTaken = await db.Set<Team>().AnyAsync(t => t.Organisation == actor.Organisation && t.Name == name && t.Id != new TeamId(Id) && t.ClosedAt == null, cancel);
        return isTaken ? Error.Field(nameof(Name), "There is a team of this name. Choose another.") : null;
    }
}

/// <summary>Lists the teams of an administrator's organisation.</summary>
internal sealed class ListTeams(TurnaDb db)
{
    public async Task<IReadOnlyList<TeamView>> HandleAsync(Actor actor, CancellationToken cancel) =>
        await db.Set<Team>().AsNoTracking().Where(t => t.Organisation == actor.Organisation).OrderBy(t => t.ClosedAt != null).ThenBy(t => t.Name)
            .Select(t => new TeamView(
                t.Id.Value, t.Name, db.Set<Membership>().Where(m => m.Team == t.Id).Select(m => m.Member).Distinct().Count(), t.ClosedAt != null))
            .ToListAsync(cancel);
}

/// <summary>Makes a team. Its key is made by the first of its members who signs in.</summary>
internal sealed class MakeTeam(TurnaDb db, AuditLedger ledger)
{
    public async Task<Result<Done>> HandleAsync(TeamInput input, Actor actor, CancellationToken cancel)
    {
        if (await db.AnsweredAsync<Done>(cancel) is { } before) return before.Value;
        if (await input.WhyNotAsync(db, actor, cancel) is { } wrong) return wrong;
        db.Add(new Team { Id = new TeamId(input.Id), Organisation = actor.Organisation, Name = WrittenName.Of(input.Name)! });
        ledger.Record(actor, MembersActs.TeamMade, input.Id);
        return await db.CommitAsync(Done.It, cancel);
    }
}

/// <summary>Renames a team.</summary>
internal sealed class RenameTeam(TurnaDb db, AuditLedger ledger)
{
    public async Task<Result<Done>> HandleAsync(TeamInput input, Actor actor, CancellationToken cancel)
    {
        if (await db.Set<Team>().SingleOrDefaultAsync(t => t.Id == new TeamId(input.Id) && t.Organisation == actor.Organisation, cancel) is not { } team) return Error.NotFound;
        if (await input.WhyNotAsync(db, actor, cancel) is { } wrong) return wrong;
        team.Name = WrittenName.Of(input.Name)!;
        ledger.Record(actor, MembersActs.TeamChanged, input.Id);
        return await db.CommitAsync(Done.It, cancel);
    }
}

/// <summary>Closes a team that nobody belongs to any more, when whoever acts is sure: it is not opened again. Its records stay.</summary>
internal sealed class CloseTeam(TurnaDb db, AuditLedger ledger, TimeProvider clock)
{
    public async Task<Result<Done>> HandleAsync(TeamId id, bool sure, Actor actor, CancellationToken cancel)
    {
        if (await db.Set<Team>().SingleOrDefaultAsync(t => t.Id == id && t.Organisation == actor.Organisation, cancel) is not { } team) return Error.NotFound;
        if (team.ClosedAt is not null) return Done.It;
        var errors = new FieldErrors();
        if (await db.Set<Membership>().AnyAsync(m => m.Team == id, cancel)) errors.Refuse("Members belong to this team still. Take their roles in it first.");
        if (!sure) errors.Add("Sure", "Confirm that the team is to be closed: it cannot be opened again.");
        if (errors.Any) return errors.ToError();
        team.ClosedAt = clock.GetUtcNow().UtcDateTime;
        ledger.Record(actor, MembersActs.TeamClosed, id.Value);
        return await db.CommitAsync(Done.It, cancel);
    }
}
