using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Turna.Kernel;
using Turna.Web.Hosting;

namespace Turna.Web.Pages;

/// <summary>Leads to the first page of her work.</summary>
[OpenToMembers("Everybody starts somewhere.")]
internal sealed class StartModel(Visitor visitor) : PageModel
{
    public IActionResult OnGet() => Redirect(FrameOfMember.Ways(visitor.Actor).FirstOrDefault()?.Href ?? "/account");
}
