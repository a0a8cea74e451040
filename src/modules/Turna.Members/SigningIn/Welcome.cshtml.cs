using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Turna.Design;
using Turna.Kernel;
using Turna.Members.KeepingAccount;

namespace Turna.Members.SigningIn;

[OpenToAll("Whoever is invited has no account yet.")]
[NeverKept]
internal sealed class WelcomeModel(Welcome welcome, Visitor visitor, Texts texts) : PageModel
{
    [BindProperty]
    public Welcome.Input Input { get; set; } = new(null, null, null, null);

    public IActionResult OnGet() => visitor.Known is null ? Page() : Redirect("/");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var result = await welcome.HandleAsync(Input, Visiting.AddressOf(HttpContext), Visiting.DeviceOf(HttpContext), cancel);
        if (!result.Succeeded) return this.Refuse(result.Error, texts);

        SessionCookie.Write(HttpContext, result.Value.Cookie);
        if (Language.Find(result.Value.Language) is { } language) LanguageChoice.Remember(HttpContext, language);
        return Redirect("/account/authenticator");
    }
}
