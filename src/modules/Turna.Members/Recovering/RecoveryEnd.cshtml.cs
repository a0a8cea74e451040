using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Turna.Design;
using Turna.Kernel;
using Turna.Members.KeepingAccount;

namespace Turna.Members.Recovering;

[OpenToAll("Whoever lost her password cannot sign in before this is done.")]
[NeverKept]
internal sealed class RecoveryEndModel(RegainAccess regain, Texts texts) : PageModel
{
    [BindProperty]
    public RegainAccess.Input Input { get; set; } = new(null, null, null, null);

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var result = await regain.HandleAsync(Input, Visiting.AddressOf(HttpContext), Visiting.DeviceOf(HttpContext), cancel);
        if (!result.Succeeded) return this.Refuse(result.Error, texts);
        SessionCookie.Write(HttpContext, result.Value.Cookie);
        if (Language.Find(result.Value.Language) is { } language) LanguageChoice.Remember(HttpContext, language);
        return Redirect("/account/authenticator");
    }
}
