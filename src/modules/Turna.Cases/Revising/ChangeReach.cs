using Microsoft.EntityFrameworkCore;
using Turna.Cases.Contracts;
using Turna.Cases.Keeping;
using Turna.Data;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Members.Contracts;
using Turna.Vault;

namespace Turna.Cases.Revising;

/// <summary>
/// Changes who may know of a case. The key goes with it: of a protected case only those named hold it, of another the team. Whoever is responsible may close
/// it to more colleagues; opening it to more is for a supervisor who knows of it.
/// </summary>
internal sealed class ChangeReach(
    TurnaDb db, CaseAccess access, KeyVault vault, AuditLedger ledger, CaseFacts facts, StaffDirectory staff, KeyHolders holders, TimeProvider clock)
{
    public const int LongestReason = 500;

    /// <param name="Case">The case.</param>
    /// <param name="Seen">Who might know of it when she decided: what somebody else changed meanwhile is not undone.</param>
    /// <param name="To">Who may know of it from now on.</param>
    /// <param name="Named">Those named in a protected case, besides her who names them where she may be named herself.</param>
    /// <param name="Responsible">Who takes a protected case over, where whoever is responsible is not to be named in it.</param>
    /// <param name="Because">Why; sealed in the timeline.</param>
    internal sealed record Input(CaseId Case, Sensitivity? Seen, Sensitivity? To, IReadOnlyList<MemberId> Named, MemberId? Responsible, string? Because);

    /// <summary>The case as it stands, to be shown, also after a change that came too late; null when it is missing or this is not hers to change.</summary>
    public Task<OpenableCase?> ShowAsync(CaseId id, Actor actor, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        return FindAsync(id, actor, cancel);
    }

    private async Task<OpenableCase?> FindAsync(CaseId id, Actor actor, CancellationToken cancel) =>
        await access.FindAsync(id, actor, CasesPermissions.Open, cancel) is { } open && CaseAccess.MayRevise(actor, open.Case) ? open : null;

    public async Task<Result<CaseId>> HandleAsync(Input input, Actor actor, CancellationToken cancel)
    {
        if (await db.AnsweredAsync<CaseId>(cancel) is { } earlier) return earlier.Value;
        if (await FindAsync(input.Case, actor, cancel) is not { } open) return Error.NotFound;
        var matter = open.Case;
        if (matter.Sensitivity != input.Seen) return Error.Changed;
        var because = Writing.Text(input.Because);
        var named = await NamedAsync(input, matter, actor, cancel);
        var keeper = input.Responsible ?? matter.Responsible;
        var errors = Check(input, matter, because, actor);
        if (input.To == Sensitivity.Protected && matter.Sensitivity != Sensitivity.Protected) await CheckNamedAsync(named, keeper, matter, actor, errors, cancel);
        if (errors.Any) return errors.ToError();
        var changed = matter.Reach(input.To!.Value);
        if (!changed.Succeeded) return changed.Error;

        await PassKeyAsync(open, named, cancel);
        if (matter.Sensitivity == Sensitivity.Protected) await GiveToNamedAsync(matter, named, keeper, actor, cancel);
        var entry = Entry(matter, KindOf(matter.Sensitivity), actor);
        entry.Text = vault.Seal(open.Key, entry.TextPlace(matter.Organisation), because);
        await facts.GuardAsync(matter, cancel);
        ledger.Record(actor, CasesActs.ReachChanged, [matter.Id.Value, .. matter.Sensitivity == Sensitivity.Protected ? named.Select(n => n.Value) : []]);
        return await db.CommitAsync(matter.Id, cancel);
    }

    /// <summary>Who supervises the team may open a case to more colleagues.</summary>
    public static bool MayOpenWider(Actor actor, Case matter) => actor.MayIn(CasesPermissions.Supervise, matter.Team);

    /// <summary>Whether whoever is responsible could not be named, so that a protected case needs somebody else.</summary>
    public async Task<bool> NeedsKeeperAsync(Case matter, CancellationToken cancel) =>
        !await CaseAccess.MayGuardAsync(matter.Responsible, matter.Team, staff, cancel) || !await holders.HasAsync(matter.Responsible, matter.Team, cancel);

    private static FieldErrors Check(Input input, Case matter, string because, Actor actor)
    {
        var errors = new FieldErrors();
        if (input.To is not { } to || !Enum.IsDefined(to)) errors.Add("To", "Choose who may know of it");
        else if (to == matter.Sensitivity) errors.Add("To", "It is so already. Choose what it should be");
        else if (to < matter.Sensitivity && !MayOpenWider(actor, matter)) errors.Add("To", "Only a supervisor of the team opens a case to more colleagues");
        if (because.Length is 0 or > LongestReason) errors.Add("Because", "Write the reason in {0} characters or fewer", LongestReason);
        return errors;
    }

    private async Task<List<MemberId>> NamedAsync(Input input, Case matter, Actor actor, CancellationToken cancel) =>
        [.. (await CaseAccess.MayGuardAsync(actor.Member, matter.Team, staff, cancel) ? input.Named.Append(actor.Member) : input.Named).Distinct()];

    private async Task CheckNamedAsync(List<MemberId> named, MemberId keeper, Case matter, Actor actor, FieldErrors errors, CancellationToken cancel)
    {
        foreach (var member in named)
        {
            if (!await CaseAccess.MayGuardAsync(member, matter.Team, staff, cancel)) errors.Add("Named", "Choose from protection staff and supervisors of the team");
            else if (!await holders.HasAsync(member, matter.Team, cancel)) errors.Add("Named", TeamsAtHand.Lacking);
            else continue;
            return;
        }

        if (named.Count < 2) errors.Add("Named", "Name at least two colleagues, so that one departure loses nothing");
        else if (!named.Contains(keeper)) errors.Add("Responsible", "Whoever is responsible must be named in a protected case");
        else if (keeper != matter.Responsible && !MayOpenWider(actor, matter) && !await NeedsKeeperAsync(matter, cancel)) errors.Add("Responsible", "Only a supervisor of the team hands the case over");
    }

    // Everybody's earlier key to it goes, so that nobody who is left out could open it by another way.
    private async Task PassKeyAsync(OpenableCase open, List<MemberId> named, CancellationToken cancel)
    {
        var matter = open.Case;
        var isProtected = matter.Sensitivity == Sensitivity.Protected;
        List<Guid> now = isProtected ? [.. named.Select(n => n.Value)] : [matter.Team.Value];
        var earlier = await vault.HoldersAsync(matter.Subject, cancel);
        if (!isProtected && !earlier.Contains(matter.Team.Value)) await vault.GrantAsync(open.Key, matter.Organisation, CircleId.Of(matter.Team), cancel);
        if (isProtected)
        {
            foreach (var member in named) await vault.GrantAsync(open.Key, matter.Organisation, member, cancel);
        }

        foreach (var holder in earlier.Except(now)) await vault.RevokeAsync(matter.Subject, holder, cancel);
        db.RemoveRange(await db.Set<NamedMember>().Where(n => n.Case == matter.Id).ToListAsync(cancel));
        if (isProtected) db.AddRange(named.Select(n => new NamedMember { Case = matter.Id, Member = n }));
    }

    // A task that its assignee cannot see would never be done.
    private async Task GiveToNamedAsync(Case matter, List<MemberId> named, MemberId keeper, Actor actor, CancellationToken cancel)
    {
        CaseId? id = matter.Id;
        foreach (var task in await db.Set<WorkTask>().Where(t => t.Case == id && t.DoneAt == null && !named.Contains(t.Assignee)).ToListAsync(cancel)) (task.Assignee, task.SeenAt) = (keeper, null);
        if (keeper == matter.Responsible) return;
        db.Add(new Entry { Id = Guid.CreateVersion7(), Case = matter.Id, Kind = EntryKind.HandedOver, At = clock.GetUtcNow().UtcDateTime, Member = actor.Member, To = keeper, From = matter.Responsible });
        matter.Responsible = keeper;
        ledger.Record(actor, CasesActs.HandedOver, matter.Id.Value, keeper.Value);
    }

    private Entry Entry(Case matter, EntryKind kind, Actor actor)
    {
        var entry = new Entry { Id = Guid.CreateVersion7(), Case = matter.Id, Kind = kind, At = clock.GetUtcNow().UtcDateTime, Member = actor.Member };
        db.Add(entry);
        return entry;
    }

    private static EntryKind KindOf(Sensitivity sensitivity) => sensitivity switch
    {
        Sensitivity.Protected => EntryKind.MadeProtected,
        Sensitivity.Restricted => EntryKind.MadeRestricted,
        _ => EntryKind.MadeStandard,
    };
}
