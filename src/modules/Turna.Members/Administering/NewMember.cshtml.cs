using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Turna.Design;
using Turna.Kernel;
using Turna.Members.Contracts;

namespace Turna.Members.Administering;

[Needs(MembersPermissions.AdministerName)]
internal sealed class NewMemberModel(InviteMember invite, StaffDirectory staff, Visitor visitor, Texts texts) : PageModel
{
    [BindProperty]
    public InviteMember.Input Input { get; set; } = new(Guid.CreateVersion7(), null, null, null, null, null);

    /// <summary>The invitation, shown once; null until it is made.</summary>
    public InviteMember.Invited? Invited { get; private set; }

    public RoleChoices Choices { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Input = Input with { Language = "ru" };
        Choices = await RoleChoices.OfAsync(staff, visitor.Actor, texts, cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var result = await invite.HandleAsync(Input, visitor.Actor, cancel);
        if (!result.Succeeded)
        {
            Choices = await RoleChoices.OfAsync(staff, visitor.Actor, texts, cancel);
            return this.Refuse(result.Error, texts);
        }

        if (result.Value.Ticket is null) return Redirect($"/members/{result.Value.Member}");
        Invited = result.Value;
        return Page();
    }
}
