using Microsoft.EntityFrameworkCore;
using Turna.Cases.Keeping;
using Turna.Design;
using Turna.Kernel;
using Turna.Members.Contracts;
using Turna.People.Contracts;
using Turna.Vault;

namespace Turna.Cases.Telling;

/// <summary>What a person's page shows of her cases and consultations: only those the member may know of, put on record when opened.</summary>
internal sealed class CasesOfPerson(CaseAccess access, ConsultationShelf shelf, KeyVault vault, StaffDirectory staff, Texts texts) : IPersonPanel
{
    private const int MostCases = 20;

    public int Order => 10;

    public async Task<PersonPanel?> ShowAsync(PersonId person, Actor actor, CancellationToken cancel)
    {
        if (!actor.May(CasesPermissions.Open) || !vault.CanFind) return null;
        var link = vault.LinkToken(Case.LinkKind, person.Value);
        var cases = await access.Visible(actor, CasesPermissions.Open).AsNoTracking().Where(c => c.PersonLink == link)
            .OrderBy(c => c.Stage == Stage.Closed).ThenByDescending(c => c.OpenedOn).Take(MostCases).ToListAsync(cancel);
        var lines = cases.Select(c => new PanelLine($"{CaseWords.Of(texts, c.Type)} · {CaseWords.Of(texts, c.Stage)}", $"/cases/{c.Id}", texts.Date(c.OpenedOn)));
        return new PersonPanel(texts["Cases"], [.. lines], new PanelLine(texts["Open a case"], $"/cases/new?person={person}"));
    }

    public async Task<IReadOnlyList<PersonEvent>> TellAsync(PersonId person, int most, Actor actor, CancellationToken cancel)
    {
        if (!actor.May(CasesPermissions.Log) || !vault.CanFind) return [];
        var link = vault.LinkToken(Consultation.LinkKind, person.Value);
        var consultations = await access.VisibleConsultations(actor).AsNoTracking().Where(c => c.PersonLink == link)
            .OrderByDescending(c => c.On).ThenByDescending(c => c.LoggedAt).Take(most).ToListAsync(cancel);
        var shown = await shelf.OpenAsync(consultations, "her page", actor, cancel);
        if (shown.Count == 0) return [];
        var names = (await staff.ColleaguesAsync(actor.Organisation, cancel)).ToDictionary(c => c.Id, c => c.Name);
        var zone = await staff.ZoneAsync(actor.Organisation, cancel);
        return [.. shown.Select(o => new PersonEvent(
            o.Row.HappenedAt(zone).Utc, Title(o.Row, zone, names), names.GetValueOrDefault(o.Row.Member),
            CaseAccess.MayRead(actor, o.Row) ? CaseWords.Advice(texts, o) : null, $"/consultations/{o.Row.Id}"))];
    }

    private string Title(Consultation consultation, TimeZoneInfo zone, Dictionary<MemberId, string> names) => string.Join(
        " · ", new[] { CaseWords.Topics(texts, consultation.TopicCodes), CaseWords.SpokenIn(texts, consultation.Language), Corrected(consultation, zone, names) }.OfType<string>());

    private string? Corrected(Consultation consultation, TimeZoneInfo zone, Dictionary<MemberId, string> names) =>
        consultation is { CorrectedAt: { } at, CorrectedBy: { } by } ? CaseWords.Corrected(texts, zone.DayOf(at), by == consultation.Member ? null : names.GetValueOrDefault(by, "—")) : null;
}
