using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Turna.Design;
using Turna.Kernel;

namespace Turna.Members.KeepingAccount;

[OpenToMembers("Everyone sets up her own authenticator.")]
[OpenWithoutAuthenticator]
[NeverKept]
internal sealed class AuthenticatorModel(SetUpAuthenticator setUp, Visitor visitor, Texts texts) : PageModel
{
    [BindProperty]
    public SetUpAuthenticator.Input Input { get; set; } = new(Guid.Empty, null, null, null);

    public SetUpAuthenticator.Offer Offer { get; private set; } = null!;

    public QrCode Picture { get; private set; } = null!;

    /// <summary>She has none yet and cannot go elsewhere.</summary>
    public bool IsFirst { get; private set; }

    /// <summary>Her new recovery codes; null until the authenticator is set up.</summary>
    public IReadOnlyList<string>? Codes { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Show(await setUp.OfferAsync(visitor.Actor, cancel));
        IsFirst = await setUp.IsFirstAsync(visitor.Actor, cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var result = await setUp.HandleAsync(Input, visitor.Actor, SessionCookie.Read(HttpContext)!, Visiting.AddressOf(HttpContext), cancel);
        if (result.Succeeded)
        {
            Codes = result.Value.Codes;
            return Page();
        }

        Show(await setUp.OfferAsync(Input, visitor.Actor, cancel));
        IsFirst = await setUp.IsFirstAsync(visitor.Actor, cancel);
        return this.Refuse(result.Error, texts);
    }

    private void Show(SetUpAuthenticator.Offer offer)
    {
        // The form must carry what is drawn, not what was typed before.
        ModelState.Remove("Input.Setup");
        ModelState.Remove("Input.Sealed");
        Offer = offer;
        Input = Input with { Setup = offer.Setup, Sealed = offer.Sealed };
        Picture = QrCode.Of(offer.Address);
    }
}
