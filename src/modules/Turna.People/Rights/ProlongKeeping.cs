using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Members.Contracts;
using Turna.People.Contracts;
using Turna.People.Keeping;

namespace Turna.People.Rights;

/// <summary>Keeps a record longer because work with her goes on.</summary>
internal sealed class ProlongKeeping(TurnaDb db, AuditLedger ledger, PersonShelf shelf, StaffDirectory staff)
{
    public async Task<Result<PersonId>> HandleAsync(PersonId person, Actor actor, CancellationToken cancel)
    {
        if (await db.AnsweredAsync<PersonId>(cancel) is { } first) return first.Value;
        if (!await shelf.MayOpenAsync(person, actor, cancel)) return Error.NotFound;
        var today = await staff.TodayAsync(actor.Organisation, cancel);
        if (await db.Set<Person>().SingleOrDefaultAsync(p => p.Id == person, cancel) is { } row) RetentionRule.Count(row, today, today);
        ledger.Record(actor, PeopleActs.RetentionProlonged, person.Value);
        return await db.CommitAsync(person, cancel);
    }
}
