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
    /// <summary>No status of HTTP: it is answered as a failure of the server's, with words of its own.</summary>
    public const int Altered = 0;

    [BindProperty(SupportsGet = true)]
    public int Status { get; set; }

    /// <summary>What is said: a key that is missing is no failure of ours, though it comes here as one, and a broken seal can be mended only from a backup.</summary>
    public int Said => HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error switch
    {
        KeyNotGivenException => StatusCodes.Status409Conflict,
        SealBrokenException => Altered,
        _ => Status,
    };

    /// <summary>Names the entry of the server's log.</summary>
    public string Reference => HttpContext.TraceIdentifier;
}
