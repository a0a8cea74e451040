using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Turna.Cases.Contracts;
using Turna.Cases.Working;
using Turna.Design;
using Turna.Kernel;

namespace Turna.Cases.MyWork;

[Needs(CasesPermissions.WorkName)]
internal sealed class WorkModel(ShowWork show, FinishTask finish, Visitor visitor, Texts texts) : PageModel
{
    public Work Work { get; private set; } = null!;

    public bool MaySupervise => visitor.Actor.May(CasesPermissions.Supervise);

    public async Task OnGetAsync(CancellationToken cancel) => Work = await show.HandleAsync(visitor.Actor, cancel);

    public async Task<IActionResult> OnPostDoneAsync(Guid task, CancellationToken cancel)
    {
        var result = await finish.HandleAsync(new TaskId(task), visitor.Actor, cancel);
        return result.Succeeded ? Redirect("/work") : NotFound();
    }

    /// <summary>A part of the widest bar, as SVG wants it.</summary>
    public static string Share(int part, int most) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{100.0 * part / most:0.#}%");

    /// <summary>How late a task is, in words.</summary>
    public string Since(DueTask task) => task.DaysLate switch
    {
        0 => texts["today"],
        > 0 => texts.Plural(task.DaysLate, "one day late", "{0} days late"),
        _ => texts.Date(task.DueOn),
    };
}
