using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Turna.Cases.Contracts;
using Turna.Cases.Keeping;
using Turna.Data;
using Turna.Design;
using Turna.Kernel;
using Turna.Kernel.Codes;
using Turna.Ledger;
using Turna.People.Contracts;
using Turna.Vault;

namespace Turna.Cases.Telling;

/// <summary>Her rights as they reach cases and consultations: the copy she takes away, why they must still be kept, and erasure.</summary>
internal sealed class RightsInCases(TurnaDb db, CaseAccess access, KeyVault vault, AuditLedger ledger, Texts texts, TimeProvider clock) : IKeepsAboutPeople
{
    private const string Purpose = "her copy";

    public async Task<IReadOnlyList<CopySection>> CopyAsync(PersonId person, Actor actor, CancellationToken cancel) =>
        [.. new[] { await CopyConsultationsAsync(person, actor, cancel), await CopyCasesAsync(person, actor, cancel) }.OfType<CopySection>()];

    public async Task<IReadOnlyList<string>> ReasonsToKeepAsync(PersonId person, Actor actor, CancellationToken cancel)
    {
        var link = vault.LinkToken(Case.LinkKind, person.Value);
        // A protected case is not a reason that may be told to somebody who is not named in it: it stays, and keeps what it needs itself.
        return await access.Visible(actor, CasesPermissions.Open).Concat(db.Set<Case>().Where(c => c.Organisation == actor.Organisation && c.Sensitivity != Sensitivity.Protected))
            .AnyAsync(c => c.PersonLink == link && c.Stage != Stage.Closed, cancel) ? [texts["A case of hers is still open."]] : [];
    }

    public async Task<IReadOnlyDictionary<PersonId, DateOnly>> LastContactsAsync(IReadOnlyCollection<PersonId> people, DateOnly today, CancellationToken cancel)
    {
        if (!vault.CanFind) return new Dictionary<PersonId, DateOnly>();
        var (consulted, helped) = (people.ToDictionary(p => vault.LinkToken(Consultation.LinkKind, p.Value)), people.ToDictionary(p => vault.LinkToken(Case.LinkKind, p.Value)));
        List<Token?> asked = [.. consulted.Keys];
        List<Token> kept = [.. helped.Keys];
        var contacts = await db.Set<Consultation>().Where(c => asked.Contains(c.PersonLink)).GroupBy(c => c.PersonLink).Select(g => new { Link = g.Key, On = g.Max(c => c.On) }).ToListAsync(cancel);
        var cases = await db.Set<Case>().Where(c => kept.Contains(c.PersonLink)).Select(c => new { c.PersonLink, c.Stage, c.ClosedOn, c.OpenedOn }).ToListAsync(cancel);
        return contacts.Select(c => (Person: consulted[c.Link!.Value], c.On))
            .Concat(cases.Select(c => (Person: helped[c.PersonLink], On: c.Stage == Stage.Closed ? c.ClosedOn ?? c.OpenedOn : today)))
            .GroupBy(c => c.Person).ToDictionary(g => g.Key, g => g.Max(c => c.On));
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

    private async Task<CopySection?> CopyConsultationsAsync(PersonId person, Actor actor, CancellationToken cancel)
    {
        var consultations = await ConsultationsAsync(person, cancel);
        var keys = await vault.FindKeysAsync([.. consultations.Where(c => c.Organisation == actor.Organisation && CaseAccess.MayRead(actor, c)).Select(c => c.Subject)], cancel);
        if (keys.Count == 0) return null;
        var receipt = await ledger.OpenAsync(actor, CasesActs.ConsultationOpened, Purpose, [.. keys.Keys], cancel);
        return new CopySection(texts["Consultations"], new JsonArray([.. consultations.Where(c => keys.ContainsKey(c.Subject)).OrderBy(c => c.On).Select(c => (JsonNode)new JsonObject
        {
            ["on"] = Day(c.On),
            ["about"] = CaseWords.Topics(texts, c.TopicCodes),
            ["advice"] = vault.Open<ConsultationContent>(receipt, keys[c.Subject], c.ContentPlace, c.Content).Advice,
        })]));
    }

    // What colleagues note for one another is not copied: it speaks of others too.
    private async Task<CopySection?> CopyCasesAsync(PersonId person, Actor actor, CancellationToken cancel)
    {
        var link = vault.LinkToken(Case.LinkKind, person.Value);
        var cases = await access.Visible(actor, CasesPermissions.Open).AsNoTracking().Where(c => c.PersonLink == link).OrderBy(c => c.OpenedOn).ToListAsync(cancel);
        var keys = await vault.FindKeysAsync([.. cases.Select(c => c.Subject)], cancel);
        if (keys.Count == 0) return null;
        var receipt = await ledger.OpenAsync(actor, CasesActs.CaseRead, Purpose, [.. keys.Keys], cancel);
        List<CaseId> copied = [.. cases.Where(c => keys.ContainsKey(c.Subject)).Select(c => c.Id)];
        var services = (await db.Set<ProvidedService>().AsNoTracking().Where(s => copied.Contains(s.Case) && !db.Set<Mistake>().Any(m => m.Id == s.Id)).OrderBy(s => s.On).ToListAsync(cancel)).ToLookup(s => s.Case);
        return new CopySection(texts["Cases"], new JsonArray([.. cases.Where(c => keys.ContainsKey(c.Subject)).Select(c => (JsonNode)new JsonObject
        {
            ["number"] = c.Number,
            ["about"] = CaseWords.Of(texts, c.Type),
            ["opened"] = Day(c.OpenedOn),
            ["reason"] = vault.Open<CaseContent>(receipt, keys[c.Subject], c.ContentPlace, c.Content).Reason,
            ["stage"] = CaseWords.Of(texts, c.Stage),
            ["closed"] = c.ClosedOn is { } closed ? Day(closed) : null,
            // What was only proposed, or sent back, is not how it ended.
            ["outcome"] = c is { IsClosed: true, Outcome: { } outcome } ? CaseWords.Of(texts, outcome) : null,
            ["recovered"] = c.IsClosed ? SumOf(c.RecoveredMinor, c.Currency) : null,
            ["services"] = new JsonArray([.. services[c.Id].Select(s => (JsonNode)new JsonObject { ["on"] = Day(s.On), ["what"] = CaseWords.Name(texts, CodeLists.Shipped.Services, s.Kind), ["times"] = s.Quantity, ["paid"] = SumOf(s.CostMinor, s.Currency) })]),
        })]));
    }

    private string? SumOf(long? minor, string? currency) => minor is { } sum && currency is not null ? texts.Money(Money.FromMinorUnits(sum, currency)) : null;

    private static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private async Task<List<Consultation>> ConsultationsAsync(PersonId person, CancellationToken cancel)
    {
        var link = vault.LinkToken(Consultation.LinkKind, person.Value);
        return await db.Set<Consultation>().Where(c => c.PersonLink == link).ToListAsync(cancel);
    }
}
