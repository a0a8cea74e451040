using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Turna.Design;
using Turna.Kernel;
using Turna.Members.Contracts;
using Turna.Members.KeepingAccount;

namespace Turna.Members.SigningIn;

[OpenToAll("Nobody is signed in before signing in.")]
[NeverKept]
internal sealed class SignInModel(SignIn signIn, Visitor visitor, Texts texts, IEnumerable<KnownSignIns> known) : PageModel
{
    [BindProperty]
    public SignIn.Input Input { get; set; } = new(null, null, null);

    /// <summary>Where she wanted to go; only a path of this site.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Return { get; set; }

    /// <summary>A text of hers that waits until she is back.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Draft { get; set; }

    /// <summary>She sent a form after her session was ended by hand, so that nobody knows whose text it was.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Unsaved { get; set; }

    /// <summary>The sign-ins of the demonstration; empty anywhere else.</summary>
    public IReadOnlyList<KnownSignIn> Known => [.. known.SelectMany(k => k.All)];

    public IActionResult OnGet() => visitor.Known is null ? Page() : Redirect(Onward());

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (visitor.Known is not null) return Redirect(Onward());
        var result = await signIn.HandleAsync(Input, Visiting.AddressOf(HttpContext), Visiting.DeviceOf(HttpContext), cancel);
        if (!result.Succeeded) return this.Refuse(result.Error, texts);

        SessionCookie.Write(HttpContext, result.Value.Cookie);
        if (Language.Find(result.Value.Language) is { } language) LanguageChoice.Remember(HttpContext, language);
        return Redirect(Onward());
    }

    private string Onward() => Draft is { } draft ? $"/drafts/{draft}" : Url.IsLocalUrl(Return) && Return.All(char.IsAscii) ? Return : "/";
}
