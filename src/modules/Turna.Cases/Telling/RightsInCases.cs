using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Turna.Cases.Keeping;
using Turna.Data;
using Turna.Design;
using Turna.Kernel;
using Turna.Ledger;
using Turna.People.Contracts;
using Turna.Vault;

namespace Turna.Cases.Telling;

/// <summary>Her rights as they reach cases and consultations: the copy she takes away, why they must still be kept, and erasure.</summary>
internal sealed class RightsInCases(TurnaDb db, CaseAccess access, KeyVault vault, AuditLedger ledger, Texts texts, TimeProvider clock) : IKeepsAboutPeople
{
    public async Task<(string Section, JsonNode Content)?> CopyAsync(PersonId person, Actor actor, CancellationToken cancel)
    {
        var consultations = await ConsultationsAsync(person, cancel);
        var keys = await vault.FindKeysAsync([.. consultations.Where(c => c.Organisation == actor.Organisation && CaseAccess.MayRead(actor, c)).Select(c => c.Subject)], cancel);
        if (keys.Count == 0) return null;
        var receipt = await ledger.OpenAsync(actor, CasesActs.ConsultationOpened, "her copy", [.. keys.Keys], cancel);
        var lines = consultations.Where(c => keys.ContainsKey(c.Subject)).OrderBy(c => c.On).Select(c => (JsonNode)new JsonObject
        {
            ["on"] = c.On.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
            ["about"] = CaseWords.Topics(texts, c.TopicCodes),
            ["advice"] = vault.Open<ConsultationContent>(receipt, keys[c.Subject], c.ContentPlace, c.Content).Advice,
        });
        return (texts["Consultations"], new JsonArray([.. lines]));
    }

    public async Task<IReadOnlyList<string>> ReasonsToKeepAsync(PersonId person, Actor actor, CancellationToken cancel)
    {
        var link = vault.LinkToken(Case.LinkKind, person.Value);
        // A protected case is not a reason that may be told to somebody who is not named in it: it stays, and keeps what it needs itself.
        return await access.Visible(actor, CasesPermissions.Open).Concat(db.Set<Case>().Where(c => c.Organisation == actor.Organisation && c.Sensitivity != Sensitivity.Protected))
            .AnyAsync(c => c.PersonLink == link && c.Stage != Stage.Closed, cancel) ? [texts["A case of hers is still open."]] : [];
    }

    public async Task EraseAsync(PersonId person, Actor actor, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var consultation in await ConsultationsAsync(person, cancel))
        {
            await vault.EraseAsync(consultation.Subject, now, cancel);
            consultation.PersonLink = null;
        }

        var link = vault.LinkToken(Case.LinkKind, person.Value);
        foreach (var matter in await db.Set<Case>().Where(c => c.PersonLink == link && (c.Sensitivity != Sensitivity.Protected || c.Stage == Stage.Closed)).ToListAsync(cancel)) await vault.EraseAsync(matter.Subject, now, cancel);
    }

    private async Task<List<Consultation>> ConsultationsAsync(PersonId person, CancellationToken cancel)
    {
        var link = vault.LinkToken(Consultation.LinkKind, person.Value);
        return await db.Set<Consultation>().Where(c => c.PersonLink == link).ToListAsync(cancel);
    }
}
