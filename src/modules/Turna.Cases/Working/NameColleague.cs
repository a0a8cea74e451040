using Turna.Cases.Contracts;
using Turna.Cases.Keeping;
using Turna.Data;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Members.Contracts;
using Turna.Vault;

namespace Turna.Cases.Working;

/// <summary>
/// Names one more colleague in a protected case. Whoever is named in it already gives her its key, which nobody else could; the others named see it in the
/// timeline, and the ledger keeps it.
/// </summary>
internal sealed class NameColleague(TurnaDb db, CaseAccess access, KeyVault vault, AuditLedger ledger, StaffDirectory staff, KeyHolders holders, TimeProvider clock)
{
    internal sealed record Input(CaseId Case, MemberId? Colleague);

    public async Task<Result<CaseId>> HandleAsync(Input input, Actor actor, CancellationToken cancel)
    {
        if (await db.AnsweredAsync<CaseId>(cancel) is { } earlier) return earlier.Value;
        if (await access.FindAsync(input.Case, actor, CasesPermissions.Open, cancel) is not { } open) return Error.NotFound;
        var matter = open.Case;
        if (matter.Sensitivity != Sensitivity.Protected) return Error.Refuse("Only in a protected case are colleagues named: of another one the whole team knows.");
        if (matter.IsClosed) return Error.Refuse("The case is closed. Open it again first.");
        if (input.Colleague is not { } colleague) return Error.Field("Colleague", "Choose the colleague");
        if (!await CaseAccess.MayGuardAsync(colleague, matter.Team, staff, cancel)) return Error.Field("Colleague", "Choose from protection staff and supervisors of the team");
        if (!await holders.HasAsync(colleague, matter.Team, cancel)) return Error.Field("Colleague", TeamsAtHand.Lacking);
        if (await access.MayBeGivenAsync(matter, colleague, cancel)) return matter.Id;

        await vault.GrantAsync(open.Key, matter.Organisation, colleague, cancel);
        access.Rely(matter);
        db.Add(new NamedMember { Case = matter.Id, Member = colleague });
        db.Add(new Entry { Id = Guid.CreateVersion7(), Case = matter.Id, Kind = EntryKind.ColleagueNamed, At = clock.GetUtcNow().UtcDateTime, Member = actor.Member, To = colleague });
        ledger.Record(actor, CasesActs.ColleagueNamed, matter.Id.Value, colleague.Value);
        return await db.CommitAsync(matter.Id, cancel);
    }
}
