using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Turna.Data;
using Turna.Design;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Members.Contracts;
using Turna.Vault;

namespace Turna.Members.KeepingAccount;

[OpenToMembers("Everyone sees where she is signed in.")]
internal sealed class SessionsModel(TurnaDb db, Sessions sessions, StaffDirectory staff, AuditLedger ledger, Visitor visitor, Texts texts) : PageModel
{
    public IReadOnlyList<SessionSummary> Living { get; private set; } = [];

    public string? Here { get; private set; }

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await sessions.EndOthersAsync(visitor.Actor.Member, SessionCookie.Read(HttpContext)!, cancel);
        ledger.Record(visitor.Actor, MembersActs.SessionsEnded, visitor.Actor.Member.Value);
        var result = await db.CommitAsync(Done.It, cancel);
        if (result.Succeeded) return Redirect("/account/sessions");
        await LoadAsync(cancel);
        return this.Refuse(result.Error, texts);
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        Living = await sessions.ListAsync(visitor.Actor.Member, cancel);
        Here = Sessions.NameOf(SessionCookie.Read(HttpContext)!);
        Zone = await staff.ZoneAsync(visitor.Actor.Organisation, cancel);
    }
}
