using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Turna.Design;
using Turna.Kernel;
using Turna.Members.Contracts;

namespace Turna.People.Asking;

internal sealed record AnswerForm
{
    public string? Answer { get; init; }

    public bool Consented { get; init; }
}

/// <summary>
/// One question. Who asked sees what she sent and, once it is there, the answer; the officer sees the question and answers it or sets it aside.
/// </summary>
[Needs(PeoplePermissions.AskName)]
internal sealed class OneQuestionModel(QuestionShelf shelf, AnswerQuestion answer, StaffDirectory staff, Visitor visitor, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public AnswerForm Input { get; set; } = new();

    public OpenQuestion Question { get; private set; } = null!;

    public string AskedBy { get; private set; } = string.Empty;

    public string Officer { get; private set; } = string.Empty;

    public bool IsOfficer => Question.Row.Officer == visitor.Actor.Member;

    public bool Waits => IsOfficer && Question.Row.AnsweredAt is null && Question.Row.SetAsideAt is null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel) || !IsOfficer) return NotFound();
        if (!ModelState.IsValid) return this.Again();
        return After(await answer.AnswerAsync(new AnswerQuestion.Input(Id, Input.Answer, Input.Consented), visitor.Actor, cancel));
    }

    public async Task<IActionResult> OnPostAsideAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel) || !IsOfficer) return NotFound();
        return After(await answer.SetAsideAsync(Id, visitor.Actor, cancel));
    }

    private IActionResult After(Result<Done> result) => result.Succeeded ? Redirect("/questions") : result.Error == Error.NotFound ? NotFound() : this.Refuse(result.Error, texts, nameof(Input));

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await shelf.OpenAsync(Id, visitor.Actor, cancel) is not { } open) return false;
        Question = open;
        AskedBy = await NameAsync(open.Row.AskedBy, cancel);
        Officer = await NameAsync(open.Row.Officer, cancel);
        return true;
    }

    private async Task<string> NameAsync(MemberId member, CancellationToken cancel) =>
        await staff.FindAsync(member, cancel) is { } found ? $"{found.Name}, {found.OrganisationName}" : texts["Somebody who no longer works there"];
}
