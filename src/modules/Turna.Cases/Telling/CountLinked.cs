using Microsoft.EntityFrameworkCore;
using Turna.Cases.Keeping;
using Turna.Data;
using Turna.Evidence.Contracts;
using Turna.People.Contracts;
using Turna.Vault;

namespace Turna.Cases.Telling;

/// <summary>Lets the reports count records that were linked as one person, and each by itself again when the link was undone.</summary>
internal sealed class CountLinked(TurnaDb db, KeyVault vault, Facts facts) : IFollowsLinks
{
    public async Task CountAsync(IReadOnlyCollection<PersonId> records, PersonId countedAs, CancellationToken cancel)
    {
        var consulted = records.Select(r => (Token?)vault.LinkToken(Consultation.LinkKind, r.Value)).ToList();
        var helped = records.Select(r => vault.LinkToken(Case.LinkKind, r.Value)).ToList();
        var consultations = await db.Set<Consultation>().AsNoTracking().Where(c => consulted.Contains(c.PersonLink)).Select(c => c.Id).ToListAsync(cancel);
        var cases = await db.Set<Case>().AsNoTracking().Where(c => helped.Contains(c.PersonLink)).Select(c => c.Id).ToListAsync(cancel);
        await facts.CountAsAsync([.. consultations.Select(c => c.Value), .. cases.Select(c => c.Value)], countedAs.Value, cancel);
    }
}
