using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Turna.Design;
using Turna.Kernel;
using Turna.Members.Contracts;
using Turna.People.Keeping;

namespace Turna.People.Asking;

/// <summary>A question in a list. Whom it is about stands behind the link.</summary>
internal sealed record QuestionLine(Guid Id, string With, DateOnly On, bool Answered);

/// <summary>The questions she sent, and those that wait for her.</summary>
[Needs(PeoplePermissions.AskName)]
internal sealed class QuestionsModel(QuestionShelf shelf, Officers officers, StaffDirectory staff, Visitor visitor, Texts texts) : PageModel
{
    public IReadOnlyList<QuestionLine> Sent { get; private set; } = [];

    public IReadOnlyList<QuestionLine> Waiting { get; private set; } = [];

    public bool MayAnswer => visitor.Actor.May(PeoplePermissions.Answer);

    public bool IsOfficer { get; private set; }

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task<IActionResult> OnPostOfficerAsync([FromForm] bool takes, CancellationToken cancel)
    {
        var result = await officers.SetAsync(takes, visitor.Actor, cancel);
        if (result.Succeeded) return Redirect("/questions");
        if (result.Error == Error.NotFound) return NotFound();
        await LoadAsync(cancel);
        return this.Refuse(result.Error, texts);
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var me = visitor.Actor.Member;
        IsOfficer = await officers.IsOfficerAsync(me, cancel);
        Sent = await LinesAsync(await shelf.SentByAsync(me, cancel), q => q.Officer, cancel);
        if (MayAnswer) Waiting = await LinesAsync(await shelf.WaitingForAsync(me, cancel), q => q.AskedBy, cancel);
    }

    private async Task<IReadOnlyList<QuestionLine>> LinesAsync(IReadOnlyList<Question> questions, Func<Question, MemberId> with, CancellationToken cancel)
    {
        var lines = new List<QuestionLine>(questions.Count);
        var zone = await staff.ZoneAsync(visitor.Actor.Organisation, cancel);
        foreach (var question in questions)
        {
            var other = await staff.FindAsync(with(question), cancel);
            var name = other is null ? texts["Somebody who no longer works there"] : $"{other.Name}, {other.OrganisationName}";
            lines.Add(new QuestionLine(question.Id, name, zone.DayOf(question.AskedAt), question.AnsweredAt is not null));
        }

        return lines;
    }
}
