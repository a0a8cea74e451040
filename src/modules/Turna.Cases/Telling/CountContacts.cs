using Microsoft.EntityFrameworkCore;
using Turna.Cases.Keeping;
using Turna.Data;
using Turna.Kernel;
using Turna.People.Contracts;
using Turna.Vault;

namespace Turna.Cases.Telling;

/// <summary>
/// How many consultations somebody had before, among those the member may know of, and the coded particulars of the latest. Finds rows by their keyed
/// links and opens nothing.
/// </summary>
internal sealed class CountContacts(CaseAccess access, KeyVault vault) : ICountContacts
{
    public async Task<IReadOnlyDictionary<PersonId, EarlierContacts>> CountAsync(IReadOnlyCollection<PersonId> people, Actor actor, CancellationToken cancel)
    {
        if (!actor.May(CasesPermissions.Log) || !vault.CanFind) return new Dictionary<PersonId, EarlierContacts>();
        var links = people.ToDictionary(p => vault.LinkToken(Consultation.LinkKind, p.Value), p => p);
        List<Token?> wanted = [.. links.Keys];
        var counted = await access.VisibleConsultations(actor).AsNoTracking().Where(c => wanted.Contains(c.PersonLink)).GroupBy(c => c.PersonLink)
            .Select(g => new
            {
                Link = g.Key, Count = g.Count(),
                Latest = g.OrderByDescending(c => c.On).ThenByDescending(c => c.LoggedAt).Select(c => new { c.Country, c.Language }).First(),
            }).ToListAsync(cancel);
        return counted.ToDictionary(c => links[c.Link!.Value], c => new EarlierContacts(c.Count, c.Latest.Country, c.Latest.Language == BringingIn.PublishRows.UnknownLanguage ? null : c.Latest.Language));
    }
}
