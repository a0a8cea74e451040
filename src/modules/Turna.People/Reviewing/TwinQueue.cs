using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Kernel;
using Turna.People.Contracts;
using Turna.People.Keeping;
using Turna.People.Matching;
using Turna.Vault;

namespace Turna.People.Reviewing;

/// <summary>The queue of pairs that may be one person, strongest first.</summary>
internal sealed class TwinQueue(TurnaDb db, KeyVault vault, Twins twins, TimeProvider clock)
{
    /// <summary>Adds a pair to the unit of work unless it waits already.</summary>
    public async Task AddAsync(PersonId one, PersonId other, int strength, OrganisationId organisation, CancellationToken cancel)
    {
        var pair = twins.PairOf(one, other);
        if (db.Set<TwinSuggestion>().Local.Any(s => s.Pair == pair)) return;
        if (await db.Set<TwinSuggestion>().SingleOrDefaultAsync(s => s.Pair == pair, cancel) is { } waiting)
        {
            waiting.Strength = strength;
            return;
        }

        var (first, second) = (twins.TokenOf(one), twins.TokenOf(other));
        db.Add(new TwinSuggestion
        {
            Id = Guid.CreateVersion7(), Organisation = organisation, Pair = pair, One = first, Other = second, Strength = strength,
            OneReference = vault.SealReference(first, one.Value), OtherReference = vault.SealReference(second, other.Value), FoundAt = clock.GetUtcNow().UtcDateTime,
        });
    }

    /// <summary>Those due, strongest first.</summary>
    public async Task<IReadOnlyList<TwinSuggestion>> DueAsync(OrganisationId organisation, int most, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return await db.Set<TwinSuggestion>().AsNoTracking().Where(s => s.Organisation == organisation && (s.NotBefore == null || s.NotBefore < now))
            .OrderByDescending(s => s.Strength).ThenBy(s => s.Id).Take(most).ToListAsync(cancel);
    }

    public Task<TwinSuggestion?> FindAsync(Guid id, OrganisationId organisation, CancellationToken cancel) =>
        db.Set<TwinSuggestion>().SingleOrDefaultAsync(s => s.Id == id && s.Organisation == organisation, cancel);

    /// <summary>Both persons of a pair, the earlier first.</summary>
    public (PersonId One, PersonId Other) PeopleOf(TwinSuggestion pair) =>
        (new PersonId(vault.OpenReference(pair.One, pair.OneReference)), new PersonId(vault.OpenReference(pair.Other, pair.OtherReference)));

    /// <summary>Takes a decided pair from the queue. Part of the unit of work.</summary>
    public async Task ForgetPairAsync(PersonId one, PersonId other, CancellationToken cancel)
    {
        var pair = twins.PairOf(one, other);
        db.RemoveRange(await db.Set<TwinSuggestion>().Where(s => s.Pair == pair).ToListAsync(cancel));
    }

    /// <summary>Takes every pair of somebody who is erased from the queue. Part of the unit of work.</summary>
    public async Task ForgetAsync(PersonId person, CancellationToken cancel)
    {
        var token = twins.TokenOf(person);
        db.RemoveRange(await db.Set<TwinSuggestion>().Where(s => s.One == token || s.Other == token).ToListAsync(cancel));
    }
}
