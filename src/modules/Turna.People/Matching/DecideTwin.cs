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
        var before = await GroupsAsync(person, other, cancel);
        await twins.DecideAsync(person, other, decision, actor, clock.GetUtcNow().UtcDateTime, cancel);
        await queue.ForgetPairAsync(person, other, cancel);
        ledger.Record(actor, PeopleActs.TwinDecided, person.Value, other.Value);
        await TellAsync(person, other, before, decision, cancel);
        return true;
    }

    private async Task<(PersonId Person, PersonId Other)> GroupsAsync(PersonId person, PersonId other, CancellationToken cancel) =>
        ((await twins.GroupAsync(person, cancel))[0], (await twins.GroupAsync(other, cancel))[0]);

    // Facts are counted under the earliest record of a group.
    private async Task TellAsync(PersonId person, PersonId other, (PersonId Person, PersonId Other) before, TwinDecision decision, CancellationToken cancel)
    {
        var (early, late) = before.Person.Value.CompareTo(before.Other.Value) < 0 ? (before.Person, before.Other) : (before.Other, before.Person);
        if (decision == TwinDecision.Linked && early != late)
        {
            foreach (var follower in followers) await follower.LinkedAsync(late, early, cancel);
        }
        else if (decision != TwinDecision.Linked && early == late)
        {
            var parted = person == early ? other : person;
            foreach (var follower in followers) await follower.PartedAsync(parted, early, cancel);
        }
    }
}
