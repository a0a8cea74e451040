using Turna.Cases.Contracts;
using Turna.Cases.Keeping;
using Turna.Data;
using Turna.Kernel;
using Turna.Ledger;

namespace Turna.Cases.Working;

/// <summary>Marks that somebody in a case is in danger, with the hour of an incident if medical help has a window; or that it has passed.</summary>
internal sealed class MarkDanger(TurnaDb db, CaseAccess access, AuditLedger ledger, TimeProvider clock)
{
    private static readonly TimeSpan MedicalWindow = TimeSpan.FromHours(72);

    /// <param name="Case">The case.</param>
    /// <param name="InDanger">Whether somebody is in danger now.</param>
    /// <param name="HoursSinceIncident">Whole hours since the incident, when the 72-hour medical window matters.</param>
    internal sealed record Input(CaseId Case, bool InDanger, int? HoursSinceIncident = null);

    public async Task<Result<CaseId>> HandleAsync(Input input, Actor actor, CancellationToken cancel)
    {
        if (await access.FindAsync(input.Case, actor, CasesPermissions.Open, cancel) is not { } open) return Error.NotFound;
        if (open.Case.IsClosed) return Error.Refuse("The case is closed. Open it again first.");
        if (input.HoursSinceIncident is < 0 or > 24 * 365) return Error.Field("HoursSinceIncident", "Write how many hours ago it happened, from 0");

        var now = clock.GetUtcNow().UtcDateTime;
        open.Case.InDanger = input.InDanger;
        if (!input.InDanger) open.Case.MedicalWindowEndsAt = null;
        else if (input.HoursSinceIncident is { } hours) open.Case.MedicalWindowEndsAt = now - TimeSpan.FromHours(hours) + MedicalWindow;
        db.Add(new Entry
        {
            Id = Guid.CreateVersion7(),
            Case = open.Case.Id,
            Kind = input.InDanger ? EntryKind.DangerMarked : EntryKind.DangerPassed,
            At = now,
            Member = actor.Member,
        });
        ledger.Record(actor, CasesActs.DangerChanged, open.Case.Id.Value);
        return await db.CommitAsync(open.Case.Id, cancel);
    }
}
