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

    /// <summary>What is said: a key that is missing is no failure of ours, though it comes here as one.</summary>
    public int Said => HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error is KeyNotGivenException ? StatusCodes.Status409Conflict : Status;

    /// <summary>Names the entry of the server's log.</summary>
    public string Reference => HttpContext.TraceIdentifier;
}
