using Microsoft.AspNetCore.Mvc.RazorPages;
using Turna.Kernel;

namespace Turna.Members.Administering;

[Needs(MembersPermissions.AdministerName)]
internal sealed class MembersModel(ListMembers list, Visitor visitor) : PageModel
{
    public IReadOnlyList<MemberLine> Lines { get; private set; } = [];

    /// <summary>She holds keys besides, and may have one to pass.</summary>
    public bool KeepsKeys => visitor.Actor.May(MembersPermissions.KeepKeys);

    public async Task OnGetAsync(CancellationToken cancel) => Lines = await list.HandleAsync(visitor.Actor, cancel);
}
