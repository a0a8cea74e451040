using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Members.Contracts;
using Turna.People.Keeping;

namespace Turna.People.Asking;

/// <summary>An officer to whom a question may be addressed.</summary>
internal sealed record Officer(MemberId Member, OrganisationId Organisation, string Name, string OrganisationName);

/// <summary>Who takes the questions of other organisations.</summary>
internal sealed class Officers(TurnaDb db, StaffDirectory staff, AuditLedger ledger, TimeProvider clock)
{
    /// <summary>The officers of all organisations but the actor's own who still work there, by organisation and name.</summary>
    public async Task<IReadOnlyList<Officer>> ElsewhereAsync(Actor actor, CancellationToken cancel)
    {
        var officers = new List<Officer>();
        foreach (var row in await db.Set<QuestionOfficer>().AsNoTracking().Where(o => o.Organisation != actor.Organisation).ToListAsync(cancel))
        {
            if (await FindAsync(row.Member, cancel) is { } officer) officers.Add(officer);
        }

        return [.. officers.OrderBy(o => o.OrganisationName, StringComparer.CurrentCulture).ThenBy(o => o.Name, StringComparer.CurrentCulture)];
    }

    /// <summary>A member's name and organisation; null when she is an officer no more, may not answer or does not work there any more.</summary>
    public async Task<Officer?> FindAsync(MemberId member, CancellationToken cancel) =>
        await IsOfficerAsync(member, cancel) && await staff.FindAsync(member, cancel) is { } found && found.Actor.May(PeoplePermissions.Answer)
            ? new Officer(member, found.Actor.Organisation, found.Name, found.OrganisationName)
            : null;

    public Task<bool> IsOfficerAsync(MemberId member, CancellationToken cancel) => db.Set<QuestionOfficer>().AnyAsync(o => o.Member == member, cancel);

    /// <summary>Begins, or ceases, to take questions. To cease, nobody needs the right to answer still.</summary>
    public async Task<Result<Done>> SetAsync(bool takes, Actor actor, CancellationToken cancel)
    {
        if (await db.AnsweredAsync<Done>(cancel) is { } first) return first.Value;
        var row = await db.Set<QuestionOfficer>().SingleOrDefaultAsync(o => o.Member == actor.Member, cancel);
        if (!actor.May(PeoplePermissions.Answer) && (takes || row is null)) return Error.NotFound;
        if (takes == row is not null) return Done.It;
        if (row is null) db.Add(new QuestionOfficer { Member = actor.Member, Organisation = actor.Organisation, Since = clock.GetUtcNow().UtcDateTime });
        else db.Remove(row);
        ledger.Record(actor, PeopleActs.OfficerNamed, actor.Member.Value);
        return await db.CommitAsync(Done.It, cancel);
    }
}
