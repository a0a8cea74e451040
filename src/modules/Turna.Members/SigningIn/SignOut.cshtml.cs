using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Turna.Design;
using Turna.Kernel;

namespace Turna.Members.SigningIn;

[OpenToAll("Whoever leaves is let go, also when her session has ended already.")]
internal sealed class SignOutModel(SignOut signOut, Visitor visitor, Texts texts) : PageModel
{
    /// <summary>A text of hers that was kept when the session ended.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Draft { get; set; }

    public IActionResult OnGet() => Redirect("/");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (visitor.Known is { } actor && SessionCookie.Read(HttpContext) is { } cookie)
        {
            var result = await signOut.HandleAsync(cookie, actor, cancel);
            if (!result.Succeeded) return this.Refuse(result.Error, texts);
        }

        SessionCookie.Clear(HttpContext);
        Response.Headers["Clear-Site-Data"] = "\"cache\"";
        return Redirect(Draft is { } draft ? $"/sign-in?draft={draft}" : "/sign-in");
    }
}
