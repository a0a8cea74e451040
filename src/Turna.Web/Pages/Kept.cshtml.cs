using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Turna.Kernel;
using Turna.Web.Hosting;

namespace Turna.Web.Pages;

/// <summary>Gives a member back what she was writing when her session ended.</summary>
[OpenToMembers("Everyone gets her own text back.")]
internal sealed class KeptModel(InterruptedForms interrupted) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public InterruptedForm Form { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await interrupted.LookAsync(Id, cancel) is not { } form) return NotFound();
        Form = form;
        return Page();
    }

    // The browser sends the same fields on to the form's own address.
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        await interrupted.LookAsync(Id, cancel) is { } form ? LocalRedirectPreserveMethod(form.Path) : NotFound();
}
