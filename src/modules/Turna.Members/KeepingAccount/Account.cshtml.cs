using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Turna.Design;
using Turna.Kernel;

namespace Turna.Members.KeepingAccount;

[OpenToMembers("Everyone has an account of her own.")]
internal sealed class AccountModel(ViewAccount view, KeepProfile keep, Visitor visitor, Texts texts) : PageModel
{
    [BindProperty]
    public KeepProfile.Input Input { get; set; } = new((string?)null);

    /// <summary>What was just done, to be said.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public AccountView Account { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Account = await view.HandleAsync(visitor.Actor, cancel);
        Input = new KeepProfile.Input(Account.Language);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var result = await keep.HandleAsync(Input, visitor.Actor, cancel);
        if (result.Succeeded)
        {
            LanguageChoice.Remember(HttpContext, result.Value);
            return Redirect("/account?done=language");
        }

        Account = await view.HandleAsync(visitor.Actor, cancel);
        return this.Refuse(result.Error, texts);
    }
}
