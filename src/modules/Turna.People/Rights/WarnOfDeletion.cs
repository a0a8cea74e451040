using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Design;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Members.Contracts;
using Turna.People.Consenting;
using Turna.People.Contracts;
using Turna.People.Keeping;

namespace Turna.People.Rights;

/// <summary>A record whose time runs out, as its team is told; <paramref name="Why"/> is a key of the texts, null where it cannot be told.</summary>
internal sealed record RunningOut(PersonId Id, string Name, DateOnly KeepUntil, string? Why, DateOnly WarnedOn, bool MayGo);

/// <summary>
/// Tells a supervisor whose records run out and remembers that she was told: without the warning, and some weeks after it, nothing is
/// deleted. Deleting itself is a person's act, since the index can only be cleaned with her keys.
/// </summary>
internal sealed class WarnOfDeletion(TurnaDb db, RowTruth truth, AuditLedger ledger, PersonShelf shelf, ConsentBook consents, LastContacts contacts, StaffDirectory staff, TimeProvider clock)
{
    private const int DaysFromWarningToDeletion = 30;
    private const int MostShown = 100;

    public async Task<IReadOnlyList<RunningOut>> HandleAsync(Actor actor, CancellationToken cancel)
    {
        var today = await staff.TodayAsync(actor.Organisation, cancel);
        var (mine, agreed) = await DueAsync(actor, today, cancel);
        var open = await shelf.UnsealAsync(mine, PeopleActs.Opened, Purposes.Retention, actor, cancel);
        await RememberAsync([.. open.Select(p => p.Row).Where(p => p.WarnedAt is null)], actor, cancel);
        var zone = await staff.ZoneAsync(actor.Organisation, cancel);
        return [.. open.Select(p => Show(p, agreed, today, zone))];
    }

    /// <summary>The one whose deletion is asked for, and nobody else; null, and nothing is opened, when she may not be deleted by this member or not yet.</summary>
    public async Task<RunningOut?> GoingAsync(PersonId person, Actor actor, CancellationToken cancel)
    {
        if (await MayGoAsync(person, actor, cancel) is not var (row, agreed)) return null;
        var (today, zone) = (await staff.TodayAsync(actor.Organisation, cancel), await staff.ZoneAsync(actor.Organisation, cancel));
        var open = await shelf.UnsealAsync([row], PeopleActs.Opened, Purposes.Retention, actor, cancel);
        return open is [var her] ? Show(her, agreed, today, zone) : null;
    }

    /// <summary>Those whose time runs out, after the time of those with whom somebody has worked since was counted anew.</summary>
    private async Task<(List<Person> Due, ILookup<PersonId, Consent>? Agreed)> DueAsync(Actor actor, DateOnly today, CancellationToken cancel)
    {
        var horizon = today.AddDays(RetentionRule.WarningDays);
        while (true)
        {
            var rows = await db.Set<Person>().Where(p => p.Organisation == actor.Organisation && p.KeepUntil <= horizon)
                .OrderBy(p => p.KeepUntil).ThenBy(p => p.Id).Take(MostShown).ToListAsync(cancel);
            var mine = rows.FindAll(p => PersonAccess.MayErase(actor, p) && truth.Holds(db, p));
            var agreed = await consents.OfAsync([.. mine.Select(p => p.Id)], cancel);
            var later = await LaterAsync(mine, agreed, today, cancel);
            if (later.Count == 0) return (mine, agreed);
            foreach (var row in mine.Where(p => later.ContainsKey(p.Id))) RetentionRule.Count(row, later[row.Id], today);
            ledger.RecordFor(Purposes.Retention, actor, PeopleActs.RetentionProlonged, [.. later.Keys.Select(p => p.Value)]);
            await db.CommitAsync(Done.It, cancel);
        }
    }

    /// <summary>Of those who did not withdraw: with whom somebody worked later than her time was counted from.</summary>
    private Task<IReadOnlyDictionary<PersonId, DateOnly>> LaterAsync(List<Person> rows, ILookup<PersonId, Consent>? agreed, DateOnly today, CancellationToken cancel) =>
        contacts.LaterAsync(rows.FindAll(p => agreed is not null && !RetentionRule.EndsByWithdrawal(p.KeepUntil, [.. agreed[p.Id]], today)), today, cancel);

    /// <summary>Her row, with what she agreed to, when this member may erase her, the time has passed and the warning stood long enough. Opens nothing.</summary>
    public async Task<(Person Row, ILookup<PersonId, Consent>? Agreed)?> MayGoAsync(PersonId person, Actor actor, CancellationToken cancel)
    {
        var today = await staff.TodayAsync(actor.Organisation, cancel);
        var row = await db.Set<Person>().SingleOrDefaultAsync(p => p.Id == person && p.Organisation == actor.Organisation, cancel);
        if (row is null || !PersonAccess.MayErase(actor, row) || !truth.Holds(db, row) || !MayGo(row, today, await staff.ZoneAsync(actor.Organisation, cancel))) return null;
        var agreed = await consents.OfAsync([person], cancel);
        return (await LaterAsync([row], agreed, today, cancel)).Count == 0 ? (row, agreed) : null;
    }

    private async Task RememberAsync(IReadOnlyList<Person> rows, Actor actor, CancellationToken cancel)
    {
        if (rows.Count == 0) return;
        foreach (var row in rows) row.WarnedAt = clock.GetUtcNow().UtcDateTime;
        ledger.RecordFor(Purposes.Retention, actor, PeopleActs.RetentionWarned, [.. rows.Select(r => r.Id.Value)]);
        await db.CommitAsync(Done.It, cancel);
    }

    private static RunningOut Show(OpenPerson open, ILookup<PersonId, Consent>? agreed, DateOnly today, TimeZoneInfo zone) => new(
        open.Id, open.Identity.DisplayName, open.Row.KeepUntil, agreed is null ? null : Why(open.Row, [.. agreed[open.Id]], today), zone.DayOf(open.Row.WarnedAt!.Value),
        MayGo(open.Row, today, zone));

    private static string Why(Person row, List<Consent> consents, DateOnly today) =>
        RetentionRule.EndsByWithdrawal(row.KeepUntil, consents, today) ? Texts.Key("She withdrew her consent to be helped") : Texts.Key("Work with her has rested for long");

    private static bool MayGo(Person row, DateOnly today, TimeZoneInfo zone) =>
        row.KeepUntil < today && row.WarnedAt is { } warned && zone.DayOf(warned).AddDays(DaysFromWarningToDeletion) <= today;
}
