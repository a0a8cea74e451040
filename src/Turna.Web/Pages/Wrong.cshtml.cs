using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Turna.Kernel;
using Turna.Vault;

namespace Turna.Web.Pages;

/// <summary>What is shown in the place of a page that cannot be.</summary>
[OpenToAll("Whoever meets an error is told so.")]
[IgnoreAntiforgeryToken]
internal sealed class WrongModel : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int Status { get; set; }

    public void OnGet() => Show();

    public void OnPost() => Show();

    // The address of the page for failures names no kind; a key that is missing is no failure of ours.
    private void Show()
    {
        if (HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error is KeyNotGivenException) Status = StatusCodes.Status409Conflict;
    }

    /// <summary>Names the entry of the server's log.</summary>
    public string Reference => HttpContext.TraceIdentifier;
}
