using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.People.Contracts;
using Turna.People.Keeping;
using Turna.Vault;

namespace Turna.People.Consenting;

/// <summary>The consents as they are kept: found by her token, told by her key.</summary>
internal sealed class ConsentBook(TurnaDb db, KeyVault vault)
{
    /// <summary>Writes a consent into the unit of work.</summary>
    public Consent Add(Person person, SubjectKey key, ConsentPurpose purpose, DateOnly givenOn, DateOnly? until = null, ConsentDetail? detail = null, Guid? id = null)
    {
        var consent = new Consent
        {
            Id = id ?? Guid.CreateVersion7(), Organisation = person.Organisation, Holder = TokenOf(person.Id), Purpose = purpose, GivenOn = givenOn, Until = until,
        };
        consent.Detail = vault.Seal(key, consent.Place(person.Id), detail ?? new ConsentDetail { Manner = ConsentManner.Voice });
        db.Add(consent);
        return consent;
    }

    /// <summary>Her consents, newest first.</summary>
    public async Task<IReadOnlyList<Consent>> OfAsync(PersonId person, CancellationToken cancel)
    {
        var holder = TokenOf(person);
        return await db.Set<Consent>().AsNoTracking().Where(c => c.Holder == holder)
            .OrderByDescending(c => c.GivenOn).ThenByDescending(c => c.Id).ToListAsync(cancel);
    }

    /// <summary>The consents of several people; null for whoever has not been given the index key yet.</summary>
    public async Task<ILookup<PersonId, Consent>?> OfAsync(IReadOnlyCollection<PersonId> people, CancellationToken cancel)
    {
        if (!vault.CanFind) return null;
        var holders = people.ToDictionary(TokenOf);
        var tokens = holders.Keys.ToList();
        return (await db.Set<Consent>().AsNoTracking().Where(c => tokens.Contains(c.Holder)).ToListAsync(cancel)).ToLookup(c => holders[c.Holder]);
    }

    /// <summary>One of her consents, to be changed in the unit of work; null when it is not hers.</summary>
    public Task<Consent?> FindAsync(PersonId person, Guid id, CancellationToken cancel)
    {
        var holder = TokenOf(person);
        return db.Set<Consent>().SingleOrDefaultAsync(c => c.Id == id && c.Holder == holder, cancel);
    }

    private Token TokenOf(PersonId person) => vault.LinkToken(Links.Consent, person.Value);
}
