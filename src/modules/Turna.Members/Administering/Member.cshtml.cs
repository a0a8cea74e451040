using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Turna.Design;
using Turna.Kernel;
using Turna.Members.Contracts;

namespace Turna.Members.Administering;

[Needs(MembersPermissions.AdministerName)]
internal sealed class MemberModel(
    ViewMember view, CorrectMember correct, InviteAgain invite, GiveRole give, TakeRole take, SuspendMember suspend, ResumeMember resume, EndSessions end,
    StaffDirectory staff, Visitor visitor, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public CorrectMember.Input Input { get; set; } = new((string?)null);

    [BindProperty]
    public GiveRole.Input NewRole { get; set; } = new(null, null);

    public MemberView Member { get; private set; } = null!;

    public RoleChoices Choices { get; private set; } = null!;

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    /// <summary>A new invitation, shown once.</summary>
    public string? Ticket { get; private set; }

    private MemberId Whom => new(Id);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await ReadAsync(cancel)) return NotFound();
        Input = new CorrectMember.Input(Member.Name);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        await AnswerAsync(await correct.HandleAsync(Whom, Input, visitor.Actor, cancel), cancel);

    public async Task<IActionResult> OnPostGiveAsync(CancellationToken cancel) =>
        await AnswerAsync(await give.HandleAsync(Whom, NewRole, visitor.Actor, cancel), cancel, nameof(NewRole));

    public async Task<IActionResult> OnPostTakeAsync(Guid membership, CancellationToken cancel) =>
        await AnswerAsync(await take.HandleAsync(Whom, membership, visitor.Actor, cancel), cancel);

    public async Task<IActionResult> OnPostSuspendAsync(CancellationToken cancel) =>
        await AnswerAsync(await suspend.HandleAsync(Whom, visitor.Actor, cancel), cancel);

    public async Task<IActionResult> OnPostResumeAsync(CancellationToken cancel) =>
        await AnswerAsync(await resume.HandleAsync(Whom, visitor.Actor, cancel), cancel);

    public async Task<IActionResult> OnPostEndAsync(CancellationToken cancel) =>
        await AnswerAsync(await end.HandleAsync(Whom, visitor.Actor, cancel), cancel);

    public async Task<IActionResult> OnPostInviteAsync(CancellationToken cancel)
    {
        var result = await invite.HandleAsync(Whom, visitor.Actor, cancel);
        if (!await ReadAsync(cancel)) return NotFound();
        if (!result.Succeeded) return this.Refuse(result.Error, texts);
        Ticket = result.Value;
        return Page();
    }

    private async Task<IActionResult> AnswerAsync(Result<Done> result, CancellationToken cancel, string input = nameof(Input))
    {
        if (result.Succeeded) return Redirect($"/members/{Id}");
        return await ReadAsync(cancel) ? this.Refuse(result.Error, texts, input) : NotFound();
    }

    private async Task<bool> ReadAsync(CancellationToken cancel)
    {
        if (await view.HandleAsync(Whom, visitor.Actor, cancel) is not { } member) return false;
        Member = member;
        Choices = await RoleChoices.OfAsync(staff, visitor.Actor, texts, cancel);
        Zone = await staff.ZoneAsync(visitor.Actor.Organisation, cancel);
        return true;
    }
}
