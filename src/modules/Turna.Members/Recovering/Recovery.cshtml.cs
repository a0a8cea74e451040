using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Turna.Design;
using Turna.Kernel;
using Turna.Members.KeepingAccount;

namespace Turna.Members.Recovering;

[OpenToAll("Whoever lost her password cannot sign in to say so.")]
[NeverKept]
internal sealed class RecoveryModel(AskForRecovery ask, Texts texts) : PageModel
{
    [BindProperty]
    public AskForRecovery.Input Input { get; set; } = new(null, null, null);

    public AskForRecovery.Asked? Asked { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var result = await ask.HandleAsync(Input, Visiting.AddressOf(HttpContext), cancel);
        if (!result.Succeeded) return this.Refuse(result.Error, texts);
        Asked = result.Value;
        return Page();
    }
}
