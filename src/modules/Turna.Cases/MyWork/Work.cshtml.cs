using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Turna.Cases.Contracts;
using Turna.Cases.Working;
using Turna.Design;
using Turna.Kernel;
using Turna.Members.Contracts;
using Turna.Vault;

namespace Turna.Cases.MyWork;

[Needs(CasesPermissions.WorkName)]
internal sealed class WorkModel(ShowWork show, FinishTask finish, PostponeTask postpone, StaffDirectory staff, KeyHolders holders, KeyVault vault, Visitor visitor, Texts texts) : PageModel
{
    public Work Work { get; private set; } = null!;

    /// <summary>She is new, and can open and save nothing before a colleague has given her the key.</summary>
    public bool AwaitsKey => !vault.CanFind;

    public bool MaySupervise => visitor.Actor.May(CasesPermissions.Supervise);

    /// <summary>The keys of her work that she still lacks.</summary>
    public IReadOnlyList<AwaitedKey> Awaited { get; private set; } = [];

    /// <summary>What was just handed over, and to whom.</summary>
    public (Handed What, string To)? JustHanded { get; private set; }

    public async Task OnGetAsync(Guid? to, int cases, int tasks, int calls, CancellationToken cancel)
    {
        if (to is { } id && MaySupervise && (await staff.ColleaguesAsync(visitor.Actor.Organisation, cancel)).FirstOrDefault(c => c.Id.Value == id) is { } colleague)
            JustHanded = (new Handed(cases, tasks, calls), colleague.Name);
        Work = await show.HandleAsync(visitor.Actor, cancel);
        Awaited = await holders.AwaitedAsync(visitor.Actor, cancel);
    }

    public async Task<IActionResult> OnPostDoneAsync(Guid task, CancellationToken cancel)
    {
        var result = await finish.HandleAsync(new TaskId(task), visitor.Actor, cancel);
        return result.Succeeded ? Redirect("/work") : NotFound();
    }

    /// <summary>Puts a task off by some days; <paramref name="later"/> names the task and the days. Without a reason its own page asks for one.</summary>
    public async Task<IActionResult> OnPostLaterAsync(string? later, CancellationToken cancel)
    {
        var parts = (later ?? string.Empty).Split(' ');
        if (parts.Length != 2 || !Guid.TryParse(parts[0], out var task) || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var days) || days > 366) return NotFound();
        var actor = visitor.Actor;
        var today = await staff.TodayAsync(actor.Organisation, cancel);
        var result = await postpone.HandleAsync(new PostponeTask.Input(new TaskId(task), today.AddDays(days), Request.Form[WhyField(new TaskId(task))]), actor, cancel);
        if (result.Succeeded) return Redirect("/work");
        return result.Error is Error.Missing ? NotFound() : Redirect($"/tasks/{task}");
    }

    /// <summary>The field of the reason for putting a task off: as short as tells the tasks of one page apart.</summary>
    public static string WhyField(TaskId task) => $"why-{task.ToString()[^12..]}";

    /// <summary>How late a task is, in words.</summary>
    public string Since(DueTask task) => task.DaysLate switch
    {
        0 => texts["today"],
        > 0 => texts.Plural(task.DaysLate, "one day late", "{0} days late"),
        _ => texts.Date(task.DueOn),
    };
}
