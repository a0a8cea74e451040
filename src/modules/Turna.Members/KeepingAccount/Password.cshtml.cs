using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Turna.Design;
using Turna.Kernel;

namespace Turna.Members.KeepingAccount;

[OpenToMembers("Everyone changes her own password.")]
[NeverKept]
internal sealed class PasswordModel(ChangePassword change, Visitor visitor, Texts texts) : PageModel
{
    [BindProperty]
    public ChangePassword.Input Input { get; set; } = new(null, null, null);

    public Guid Operation { get; } = Guid.CreateVersion7();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var result = await change.HandleAsync(Input, visitor.Actor, SessionCookie.Read(HttpContext)!, Visiting.AddressOf(HttpContext), cancel);
        return result.Succeeded ? Redirect("/account?done=password") : this.Refuse(result.Error, texts);
    }
}
