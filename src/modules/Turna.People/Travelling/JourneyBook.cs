using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.People.Contracts;
using Turna.People.Keeping;
using Turna.Vault;

namespace Turna.People.Travelling;

/// <summary>The journeys as they are kept: found by her token, told by her key.</summary>
internal sealed class JourneyBook(TurnaDb db, KeyVault vault)
{
    /// <summary>Her journeys, the latest departure first.</summary>
    public async Task<IReadOnlyList<(Journey Row, JourneyDetail Detail)>> OfAsync(OpenPerson her, CancellationToken cancel)
    {
        var traveller = TokenOf(her.Id);
        var rows = await db.Set<Journey>().AsNoTracking().Where(j => j.Traveller == traveller).ToListAsync(cancel);
        return [.. rows.Select(j => (Row: j, Detail: Open(her, j))).OrderByDescending(j => j.Detail.Left, StringComparer.Ordinal).ThenByDescending(j => j.Row.Id)];
    }

    /// <summary>One of her journeys, to be changed in the unit of work; null when it is not hers.</summary>
    public Task<Journey?> FindAsync(PersonId person, Guid id, CancellationToken cancel)
    {
        var traveller = TokenOf(person);
        return db.Set<Journey>().SingleOrDefaultAsync(j => j.Id == id && j.Traveller == traveller, cancel);
    }

    public Token TokenOf(PersonId person) => vault.LinkToken(Links.Journey, person.Value);

    public JourneyDetail Open(OpenPerson her, Journey journey) => vault.Open<JourneyDetail>(her.Receipt, her.Key, journey.Place(her.Id), journey.Detail);

    public void Seal(OpenPerson her, Journey journey, JourneyDetail detail) => journey.Detail = vault.Seal(her.Key, journey.Place(her.Id), detail);
}
