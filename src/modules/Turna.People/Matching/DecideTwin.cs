using Turna.Data;
using Turna.Kernel;
using Turna.Ledger;
using Turna.People.Contracts;
using Turna.People.Keeping;
using Turna.People.Reviewing;

namespace Turna.People.Matching;

/// <summary>
/// Says what a person found out about two records: one person (linked on evidence), two persons (remembered), or a link that was wrong
/// (undone). Records are never merged.
/// </summary>
internal sealed class DecideTwin(TurnaDb db, AuditLedger ledger, Twins twins, TwinQueue queue, PersonShelf shelf, IEnumerable<IFollowsLinks> followers, TimeProvider clock)
{
    public async Task<Result<PersonId>> HandleAsync(PersonId person, PersonId other, TwinDecision decision, Actor actor, CancellationToken cancel)
    {
        if (await db.AnsweredAsync<PersonId>(cancel) is { } first) return first.Value;
        if (person == other || !await shelf.MayOpenAsync(person, actor, cancel)) return Error.NotFound;
        if (!await AddAsync(person, other, decision, actor, cancel)) return Error.NotFound;
        return await db.CommitAsync(person, cancel);
    }

    /// <summary>Adds the decision to the unit of work; false when the other person is not to be known.</summary>
    public async Task<bool> AddAsync(PersonId person, PersonId other, TwinDecision decision, Actor actor, CancellationToken cancel)
    {
        if (!await shelf.MayOpenAsync(other, actor, cancel)) return false;
        var known = await twins.GroupAsync(person, cancel);
        await twins.DecideAsync(person, other, decision, actor, clock.GetUtcNow().UtcDateTime, cancel);
        await queue.ForgetPairAsync(person, other, cancel);
        ledger.Record(actor, PeopleActs.TwinDecided, person.Value, other.Value);
        await CountAgainAsync(person, other, decision, wereOne: known.Contains(other), cancel);
        return true;
    }

    private async Task CountAgainAsync(PersonId person, PersonId other, TwinDecision decision, bool wereOne, CancellationToken cancel)
    {
        if (decision != TwinDecision.Linked && !wereOne) return;
        var group = await twins.GroupAsync(person, cancel);
        await CountAsync(group, cancel);
        if (!group.Contains(other)) await CountAsync(await twins.GroupAsync(other, cancel), cancel);
    }

    // A person counts under the earliest of her records.
    private async Task CountAsync(IReadOnlyCollection<PersonId> records, CancellationToken cancel)
    {
        foreach (var follower in followers) await follower.CountAsync(records, records.MinBy(r => r.Value), cancel);
    }
}
