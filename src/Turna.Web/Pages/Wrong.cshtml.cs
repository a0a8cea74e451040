using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Turna.Kernel;

namespace Turna.Web.Pages;

/// <summary>What is shown in the place of a page that cannot be.</summary>
[OpenToAll("Whoever meets an error is told so.")]
[IgnoreAntiforgeryToken]
internal sealed class WrongModel : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int Status { get; set; }

    /// <summary>Names the entry of the server's log.</summary>
    public string Reference => HttpContext.TraceIdentifier;
}
