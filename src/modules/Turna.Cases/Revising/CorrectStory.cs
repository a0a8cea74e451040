using Turna.Cases.Contracts;
using Turna.Cases.Keeping;
using Turna.Cases.Opening;
using Turna.Data;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Vault;

namespace Turna.Cases.Revising;

/// <summary>What happened in a case, opened on record to be corrected.</summary>
/// <param name="Found">The case with its key.</param>
/// <param name="Content">What it seals.</param>
internal sealed record CorrectableStory(OpenableCase Found, CaseContent Content);

/// <summary>Corrects what happened in a case. What stood before stays in its timeline, sealed, for colleagues acted upon it.</summary>
internal sealed class CorrectStory(TurnaDb db, CaseAccess access, KeyVault vault, AuditLedger ledger, TimeProvider clock)
{
    /// <param name="Case">The case.</param>
    /// <param name="Reason">What happened, as it should read.</param>
    /// <param name="Seen">The making of the text she corrects: what somebody else changed meanwhile is not overwritten.</param>
    internal sealed record Input(CaseId Case, string? Reason, int Seen);

    /// <summary>As it stands, also after a correction that came too late; null when it is missing or not hers to correct.</summary>
    public Task<CorrectableStory?> ShowAsync(CaseId id, Actor actor, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        return OpenAsync(id, actor, cancel);
    }

    private async Task<CorrectableStory?> OpenAsync(CaseId id, Actor actor, CancellationToken cancel)
    {
        if (await access.FindAsync(id, actor, CasesPermissions.Open, cancel) is not { } open || !CaseAccess.MayRevise(actor, open.Case)) return null;
        var receipt = await ledger.OpenAsync(actor, CasesActs.CaseRead, "correct a case", [open.Case.Subject], cancel);
        return new CorrectableStory(open, vault.Open<CaseContent>(receipt, open.Key, open.Case.ContentPlace, open.Case.Content));
    }

    public async Task<Result<CaseId>> HandleAsync(Input input, Actor actor, CancellationToken cancel)
    {
        if (await db.AnsweredAsync<CaseId>(cancel) is { } earlier) return earlier.Value;
        if (await OpenAsync(input.Case, actor, cancel) is not { } story) return Error.NotFound;
        var (matter, key) = (story.Found.Case, story.Found.Key);
        if (matter.IsClosed) return Error.Refuse("The case is closed. Open it again first.");
        if (matter.ContentRevision != input.Seen) return Error.Changed;
        var reason = Writing.Text(input.Reason);
        if (reason.Length == 0) return Error.Field("Reason", "Write in a sentence what happened");
        if (reason.Length > OpenCase.LongestReason) return Error.Field("Reason", "Write it in {0} characters or fewer", OpenCase.LongestReason);
        if (reason == story.Content.Reason) return matter.Id;

        var entry = new Entry { Id = Guid.CreateVersion7(), Case = matter.Id, Kind = EntryKind.StoryCorrected, At = clock.GetUtcNow().UtcDateTime, Member = actor.Member };
        entry.Text = vault.Seal(key, entry.TextPlace(matter.Organisation), story.Content.Reason);
        db.Add(entry);
        matter.ContentRevision++;
        matter.Content = vault.Seal(key, matter.ContentPlace, story.Content with { Reason = reason });
        ledger.Record(actor, CasesActs.StoryCorrected, matter.Id.Value);
        return await db.CommitAsync(matter.Id, cancel);
    }
}
