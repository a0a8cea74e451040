using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Turna.Design;
using Turna.Kernel;

namespace Turna.Members.KeepingAccount;

[OpenToMembers("Everyone keeps her own recovery codes.")]
[NeverKept]
internal sealed class RecoveryCodesModel(RenewRecoveryCodes renew, Visitor visitor, Texts texts) : PageModel
{
    [BindProperty]
    public RenewRecoveryCodes.Input Input { get; set; } = new((string?)null);

    public int Left { get; private set; }

    public IReadOnlyList<string>? Codes { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel) => Left = await renew.LeftAsync(visitor.Actor, cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var result = await renew.HandleAsync(Input, visitor.Actor, Visiting.AddressOf(HttpContext), cancel);
        if (result.Succeeded)
        {
            Codes = result.Value.Codes;
            return Page();
        }

        Left = await renew.LeftAsync(visitor.Actor, cancel);
        return this.Refuse(result.Error, texts);
    }
}
