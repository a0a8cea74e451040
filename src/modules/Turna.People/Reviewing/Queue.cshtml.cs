using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Turna.Data;
using Turna.Design;
using Turna.Kernel;
using Turna.Members.Contracts;
using Turna.People.Contracts;
using Turna.People.Keeping;
using Turna.People.Matching;
using Turna.Vault;

namespace Turna.People.Reviewing;

/// <summary>One of two records side by side.</summary>
internal sealed record QueuedPerson(PersonId Id, string Name, string? Born, string? Place);

/// <summary>A pair of the queue with what the two agree in and what contradicts that they are one.</summary>
internal sealed record QueuedPair(
    Guid Id, QueuedPerson One, QueuedPerson Other, IReadOnlyList<string> Agreeing, IReadOnlyList<string> Contradicting, bool Strong, bool IsContradicted);

/// <summary>Pairs of the whole register that may be one person, to be decided one by one; and the work that looks for them.</summary>
[Needs(PeoplePermissions.OpenName)]
internal sealed class QueueModel(
    ReviewTwins review, DecideTwin decide, PutOffTwin putOff, RegisterJobs jobs, RegisterWork work, Rekey rekey, KeyVault vault, StaffDirectory staff, Visitor visitor, Texts texts) : PageModel
{
    private const string Here = "/people/likely-same";

    public IReadOnlyList<QueuedPair> Pairs { get; private set; } = [];

    public JobRow? Search { get; private set; }

    public JobRow? Rekeying { get; private set; }

    public bool RekeyDue { get; private set; }

    /// <summary>How many people were registered since the last search began.</summary>
    public int NewSince { get; private set; }

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public static bool IsUnfinished(JobRow? job) => job?.State is JobState.Waiting or JobState.Running or JobState.Paused;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!vault.CanFind) return NotFound();
        await LoadAsync(cancel);
        return Page();
    }

    public Task<IActionResult> OnPostSeekAsync(CancellationToken cancel) => BeginAsync(RegisterWorkKinds.Twins, cancel);

    public Task<IActionResult> OnPostRekeyAsync(CancellationToken cancel) => BeginAsync(RegisterWorkKinds.Rekeying, cancel);

    public async Task<IActionResult> OnPostStopAsync([FromForm] string work, CancellationToken cancel)
    {
        if (work is not (RegisterWorkKinds.Twins or RegisterWorkKinds.Rekeying)) return NotFound();
        await jobs.CancelAsync(visitor.Actor.Organisation, work, cancel);
        return Redirect(Here);
    }

    public async Task<IActionResult> OnPostDecideAsync([FromForm] Guid suggestion, [FromForm] TwinDecision decision, CancellationToken cancel)
    {
        if (!vault.CanFind || decision == TwinDecision.Undone || !ModelState.IsValid) return NotFound();
        if (await review.PeopleOfAsync(suggestion, visitor.Actor, cancel) is not { } pair) return NotFound();
        return await AnswerAsync(await decide.HandleAsync(pair.One, pair.Other, decision, visitor.Actor, cancel), cancel);
    }

    public async Task<IActionResult> OnPostLaterAsync([FromForm] Guid suggestion, CancellationToken cancel)
    {
        if (!vault.CanFind || await review.PeopleOfAsync(suggestion, visitor.Actor, cancel) is null) return NotFound();
        return await AnswerAsync(await putOff.HandleAsync(suggestion, visitor.Actor, cancel), cancel);
    }

    private async Task<IActionResult> BeginAsync(string kind, CancellationToken cancel)
    {
        if (!vault.CanFind || SessionCookie.Read(HttpContext) is not { } cookie) return NotFound();
        var job = await jobs.BeginAsync(kind, visitor.Actor, cancel);
        work.Begin(job, visitor.Actor.Member, cookie);
        return Redirect(Here);
    }

    private async Task<IActionResult> AnswerAsync<T>(Result<T> result, CancellationToken cancel)
    {
        if (result.Succeeded) return Redirect(Here);
        await LoadAsync(cancel);
        return this.Refuse(result.Error, texts);
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        Zone = await staff.ZoneAsync(visitor.Actor.Organisation, cancel);
        Pairs = await review.HandleAsync(visitor.Actor, cancel);
        Search = await jobs.NewestAsync(visitor.Actor.Organisation, RegisterWorkKinds.Twins, cancel);
        NewSince = Search is { FinishedAt: not null } ? await review.RegisteredSinceAsync(visitor.Actor.Organisation, Search.CreatedAt, cancel) : 0;
        Rekeying = await jobs.NewestAsync(visitor.Actor.Organisation, RegisterWorkKinds.Rekeying, cancel);
        RekeyDue = await rekey.IsDueAsync(visitor.Actor.Organisation, cancel);
    }
}
