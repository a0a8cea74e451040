using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Turna.Design;
using Turna.Kernel;
using Turna.Members.Contracts;
using Turna.Members.Recovering;

namespace Turna.Members.Custody;

[Needs(MembersPermissions.KeepKeysName)]
internal sealed class KeysModel(ViewCustody view, AdmitNewcomer admit, StopRecovery stop, StaffDirectory staff, Visitor visitor, Texts texts) : PageModel
{
    [BindProperty]
    public AdmitNewcomer.Input Input { get; set; } = new(Guid.Empty, Guid.Empty);

    public CustodyView Custody { get; private set; } = null!;

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public Task OnGetAsync(CancellationToken cancel) => ReadAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        await AnswerAsync(await admit.HandleAsync(Input, visitor.Actor, cancel), cancel);

    public async Task<IActionResult> OnPostStopAsync(Guid request, CancellationToken cancel) =>
        await AnswerAsync(await stop.HandleAsync(request, visitor.Actor, cancel), cancel);

    private async Task<IActionResult> AnswerAsync(Result<Done> result, CancellationToken cancel)
    {
        if (result.Succeeded) return Redirect("/keys");
        await ReadAsync(cancel);
        return this.Refuse(result.Error, texts);
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        Custody = await view.HandleAsync(visitor.Actor, cancel);
        Zone = await staff.ZoneAsync(visitor.Actor.Organisation, cancel);
    }
}
