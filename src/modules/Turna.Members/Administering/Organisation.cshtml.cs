using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Turna.Design;
using Turna.Kernel;

namespace Turna.Members.Administering;

[Needs(MembersPermissions.AdministerName)]
internal sealed class OrganisationModel(KeepOrganisation keep, Visitor visitor, Texts texts) : PageModel
{
    [BindProperty]
    public KeepOrganisation.Input Input { get; set; } = new(null, null);

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public async Task OnGetAsync(CancellationToken cancel) => Input = await keep.ReadAsync(visitor.Actor, cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var result = await keep.HandleAsync(Input, visitor.Actor, cancel);
        return result.Succeeded ? Redirect("/organisation?done=saved") : this.Refuse(result.Error, texts);
    }
}
