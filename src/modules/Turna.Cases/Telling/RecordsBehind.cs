using Microsoft.EntityFrameworkCore;
using Turna.Cases.Contracts;
using Turna.Cases.Keeping;
using Turna.Data;
using Turna.Design;
using Turna.Evidence.Contracts;
using Turna.Kernel;
using Turna.Kernel.Codes;
using Turna.Ledger;
using Turna.Members.Contracts;
using Turna.People.Contracts;
using Turna.Vault;

namespace Turna.Cases.Telling;

/// <summary>
/// Finds the consultations and cases behind a number of a report. A fact bears a keyed token of its record, so they are found by making the
/// tokens of what the member may open; what she may not open is not found.
/// </summary>
internal sealed class RecordsBehind(
    TurnaDb db, CaseAccess access, ConsultationShelf shelf, KeyVault vault, AuditLedger ledger, PersonCards cards, StaffDirectory staff, Texts texts) : IOpensFacts
{
    private const string Purpose = "behind a number of a report";

    public Task<IReadOnlyList<RecordBehind?>> OpenAsync(FactKind kind, IReadOnlyList<FactBehind> facts, bool asPeople, Actor actor, CancellationToken cancel) =>
        facts.Count == 0 || !vault.CanFind ? Task.FromResult<IReadOnlyList<RecordBehind?>>([.. facts.Select(_ => (RecordBehind?)null)])
        : kind == FactKind.Consultation ? ConsultationsAsync(facts, asPeople, actor, cancel)
        : CasesAsync(kind, facts, actor, cancel);

    public async Task<int> OverdueAsync(IReadOnlyCollection<TeamId> teams, DateOnly from, DateOnly to, Actor actor, CancellationToken cancel) =>
        await (await OverdueInAsync(teams, from, to, actor, cancel)).CountAsync(cancel);

    public async Task<IReadOnlyList<RecordBehind>> OverdueTasksAsync(
        IReadOnlyCollection<TeamId> teams, DateOnly from, DateOnly to, int skip, int take, Actor actor, CancellationToken cancel)
    {
        var tasks = await (await OverdueInAsync(teams, from, to, actor, cancel)).OrderBy(t => t.DueOn).ThenBy(t => t.Id).Skip(skip).Take(take)
            .Select(t => new { t.Assignee, t.DueOn, t.Case, t.Consultation }).ToListAsync(cancel);
        var names = (await staff.ColleaguesAsync(actor.Organisation, cancel)).ToDictionary(c => c.Id, c => c.Name);
        return [.. tasks.Select(t => new RecordBehind(
            texts["Task of {0}", names.GetValueOrDefault(t.Assignee, "—")], t.Case is { } matter ? $"/cases/{matter}" : $"/consultations/{t.Consultation}",
            texts["due on {0}", texts.Date(t.DueOn)]))];
    }

    // As in my work: a task is overdue from the day after it was due.
    private async Task<IQueryable<WorkTask>> OverdueInAsync(IReadOnlyCollection<TeamId> teams, DateOnly from, DateOnly to, Actor actor, CancellationToken cancel)
    {
        var today = await staff.TodayAsync(actor.Organisation, cancel);
        var visible = access.Visible(actor, CasesPermissions.Open).Select(c => (CaseId?)c.Id);
        return db.Set<WorkTask>().AsNoTracking().Where(t => t.Organisation == actor.Organisation && teams.Contains(t.Team) && t.DoneAt == null
            && t.DueOn >= from && t.DueOn <= to && t.DueOn < today && (t.Case == null || visible.Contains(t.Case)));
    }

    private async Task<IReadOnlyList<RecordBehind?>> ConsultationsAsync(IReadOnlyList<FactBehind> facts, bool asPeople, Actor actor, CancellationToken cancel)
    {
        var (from, to) = (facts.Min(f => f.On), facts.Max(f => f.On));
        var ids = await access.VisibleConsultations(actor).AsNoTracking().Where(c => c.On >= from && c.On <= to).Select(c => c.Id).ToListAsync(cancel);
        var byToken = Wanted(ids, id => id.Value, facts);
        var wanted = byToken.Values.ToList();
        var found = await db.Set<Consultation>().AsNoTracking().Where(c => wanted.Contains(c.Id)).ToListAsync(cancel);
        var shown = (await shelf.OpenAsync(found, Purpose, actor, cancel)).Where(o => o.IsClosed || o.Content is not null).ToDictionary(o => o.Row.Id);
        if (shown.Count == 0) return [.. facts.Select(_ => (RecordBehind?)null)];
        var people = await OpenPeopleAsync(shown.Values.Select(o => o.Content?.Person).OfType<Guid>(), actor, cancel);
        return [.. facts.Select(fact => byToken.TryGetValue(fact.Record, out var id) && shown.TryGetValue(id, out var one) ? Line(one, people, asPeople) : null)];
    }

    private RecordBehind Line(ShownConsultation shown, IReadOnlyDictionary<PersonId, PersonCard> people, bool asPeople)
    {
        var (consultation, person) = (shown.Row, shown.Content?.Person);
        var name = shown.IsClosed ? texts["A person you may not open"] : person is { } id ? people.GetValueOrDefault(new PersonId(id))?.Name ?? texts["A person you may not open"] : texts["Anonymous"];
        return asPeople && person is not null
            ? new RecordBehind(name, $"/people/{person}", CaseWords.Name(texts, CodeLists.Shipped.Countries, consultation.Country))
            : new RecordBehind(name, $"/consultations/{consultation.Id}", CaseWords.Topics(texts, consultation.TopicCodes));
    }

    private async Task<IReadOnlyList<RecordBehind?>> CasesAsync(FactKind kind, IReadOnlyList<FactBehind> facts, Actor actor, CancellationToken cancel)
    {
        var byToken = Wanted(await access.Visible(actor, CasesPermissions.Open).AsNoTracking().Select(c => c.Id).ToListAsync(cancel), id => id.Value, facts);
        var wanted = byToken.Values.ToList();
        var found = await db.Set<Case>().AsNoTracking().Where(c => wanted.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancel);
        var keys = await vault.FindKeysAsync([.. found.Values.Select(c => c.Subject)], cancel);
        if (keys.Count == 0) return [.. facts.Select(_ => (RecordBehind?)null)];
        var receipt = await ledger.OpenAsync(actor, CasesActs.CaseRead, Purpose, [.. keys.Keys], cancel);
        var persons = (await vault.OpenEachAsync<Case, CaseContent>(receipt, keys, found.Values, c => c.UnderSeal))
            .Where(o => o.Content is not null).ToDictionary(o => o.Row.Id, o => o.Content!.Person);
        var people = await OpenPeopleAsync(persons.Values, actor, cancel);
        return [.. facts.Select(fact => byToken.TryGetValue(fact.Record, out var id) && persons.TryGetValue(id, out var person)
            ? new RecordBehind(
                people.GetValueOrDefault(new PersonId(person))?.Name ?? found[id].Number, $"/cases/{id}",
                kind == FactKind.Service ? CaseWords.Name(texts, CodeLists.Shipped.Services, fact.Subtype) : CaseWords.Of(texts, found[id].Type))
            : null)];
    }

    private Dictionary<Token, T> Wanted<T>(IEnumerable<T> ids, Func<T, Guid> value, IReadOnlyList<FactBehind> facts)
    {
        var asked = facts.Select(f => f.Record).ToHashSet();
        return ids.Select(id => (Token: vault.FactToken(value(id)), Id: id)).Where(r => asked.Contains(r.Token)).ToDictionary(r => r.Token, r => r.Id);
    }

    private Task<IReadOnlyDictionary<PersonId, PersonCard>> OpenPeopleAsync(IEnumerable<Guid> people, Actor actor, CancellationToken cancel) =>
        cards.OpenAsync([.. people.Distinct().Select(p => new PersonId(p))], Purpose, actor, cancel);
}
