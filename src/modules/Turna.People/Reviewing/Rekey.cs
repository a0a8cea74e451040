using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Kernel;
using Turna.Ledger;
using Turna.People.Contracts;
using Turna.People.Keeping;
using Turna.People.Searching;

namespace Turna.People.Reviewing;

/// <summary>
/// Makes the name index anew: enters everybody the member may open into the newest round, and drops the old rounds once nobody stands in
/// them. Search looks into all rounds meanwhile. Those whom she may not open wait for somebody who may.
/// </summary>
internal sealed class Rekey(TurnaDb db, RowTruth truth, PersonShelf shelf, SearchIndex index, IndexRounds rounds, AuditLedger ledger) : IRegisterWork
{
    private const int Batch = 50;

    public string Kind => RegisterWorkKinds.Rekeying;

    /// <summary>Whether the index must be made anew, or is being made.</summary>
    public async Task<bool> IsDueAsync(OrganisationId organisation, CancellationToken cancel)
    {
        var people = await db.Set<Person>().CountAsync(p => p.Organisation == organisation, cancel);
        if (people == 0) return false;
        var all = await rounds.OfAsync(organisation, cancel);
        return all.Count != 1 || IndexRounds.IsOutgrown(all[0], people) || await Left(organisation, all[^1].Number).AnyAsync(cancel);
    }

    public async Task<WorkStep> StepAsync(int done, Actor actor, CancellationToken cancel)
    {
        var people = await db.Set<Person>().CountAsync(p => p.Organisation == actor.Organisation, cancel);
        var newest = await rounds.NewestAsync(actor.Organisation, cancel);
        if (IndexRounds.IsOutgrown(newest, people)) newest = await rounds.BeginAsync(actor.Organisation, people, cancel);

        var rows = await MineAsync(newest, actor, cancel);
        if (rows.Count > 0) return new WorkStep(await EnterAsync(rows, newest, actor, cancel), people, Finished: false);
        var left = await Left(actor.Organisation, newest.Number).CountAsync(cancel);
        if (left > 0) return new WorkStep(people - left, people, Finished: true);
        var dropped = await rounds.DropSomeOldAsync(actor.Organisation, cancel);
        await db.CommitAsync(Done.It, cancel);
        return new WorkStep(people, people, Finished: !dropped);
    }

    // Those of a colleague's wall come last in no order of hers, so they are read past; so are those that Turna did not write, or the work would never end.
    private async Task<List<Person>> MineAsync(IndexRound newest, Actor actor, CancellationToken cancel)
    {
        var mine = new List<Person>(Batch);
        for (var skip = 0; mine.Count < Batch; skip += Batch)
        {
            var some = await Left(actor.Organisation, newest.Number).OrderBy(p => p.Id).Skip(skip).Take(Batch).ToListAsync(cancel);
            mine.AddRange(some.Where(p => PersonAccess.MayOpen(actor, p) && truth.Holds(db, p)));
            if (some.Count < Batch) break;
        }

        return mine;
    }

    private async Task<int> EnterAsync(List<Person> rows, IndexRound newest, Actor actor, CancellationToken cancel)
    {
        foreach (var one in await shelf.UnsealAsync(rows, PeopleActs.Rekeyed, Purposes.NameIndex, actor, cancel))
        {
            await index.RekeyAsync(one.Row, one.Identity, cancel);
            ledger.RecordFor(Purposes.NameIndex, actor, PeopleActs.Rekeyed, one.Id.Value);
        }

        await db.CommitAsync(Done.It, cancel);
        return await db.Set<Person>().CountAsync(p => p.Organisation == actor.Organisation && p.KeyRound == newest.Number, cancel);
    }

    // Below or above instead of "not": an index finds those few, or nobody, among all.
    private IQueryable<Person> Left(OrganisationId organisation, int newest) =>
        db.Set<Person>().Where(p => p.Organisation == organisation && (p.KeyRound < newest || p.KeyRound > newest));
}
