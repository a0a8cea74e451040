using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Turna.Cases.Contracts;
using Turna.Cases.Keeping;
using Turna.Kernel;
using Turna.Members.Contracts;
using Turna.People.Contracts;

namespace Turna.Cases.Consulting;

[Needs(CasesPermissions.LogName)]
internal sealed class DetailsModel(CaseAccess access, ConsultationShelf shelf, PersonCards cards, StaffDirectory staff, Visitor visitor) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Consultation Consultation { get; private set; } = null!;

    /// <summary>What it seals; null where that is closed with the record of whom it concerns.</summary>
    public ConsultationContent? Said { get; private set; }

    /// <summary>Her record is restricted and not for this reader: neither is what she said.</summary>
    public bool IsClosed { get; private set; }

    public PersonCard? Person { get; private set; }

    /// <summary>False at the front desk for what a colleague wrote.</summary>
    public bool MayRead { get; private set; }

    public bool MayOpenCases { get; private set; }

    /// <summary>Its case, if she may know of it.</summary>
    public CaseId? Case { get; private set; }

    public string By { get; private set; } = string.Empty;

    /// <summary>The calls back that are still to be made, and who makes them: they are tasks of the consultation, not of its case.</summary>
    public IReadOnlyList<(TaskId Task, DateOnly On, string By)> Calls { get; private set; } = [];

    public bool MayCorrect { get; private set; }

    public DateOnly CorrectedOn { get; private set; }

    public string CorrectedBy { get; private set; } = string.Empty;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var actor = visitor.Actor;
        var id = new ConsultationId(Id);
        var found = await access.VisibleConsultations(actor).AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancel);
        if (found is null || await shelf.OpenOneAsync(found, "read a consultation", actor, cancel) is not { } shown) return NotFound();
        (Consultation, Said, IsClosed) = (found, shown.Content, shown.IsClosed);
        (MayRead, MayOpenCases) = (!IsClosed && CaseAccess.MayRead(actor, found), actor.May(CasesPermissions.Open));
        if (found.Case is { } matter && await access.Visible(actor, CasesPermissions.Open).AnyAsync(c => c.Id == matter, cancel)) Case = matter;
        if (Said?.Person is { } person) Person = await cards.OpenAsync(new PersonId(person), "read a consultation", actor, cancel);
        MayCorrect = !IsClosed && CaseAccess.MayCorrect(actor, found);
        await NameAsync(actor, cancel);
        return Page();
    }

    private async Task NameAsync(Actor actor, CancellationToken cancel)
    {
        var names = (await staff.ColleaguesAsync(actor.Organisation, cancel)).ToDictionary(c => c.Id, c => c.Name);
        By = names.GetValueOrDefault(Consultation.Member, "—");
        var calls = await access.VisibleTasks(actor).AsNoTracking().Where(t => t.Consultation == Consultation.Id && t.DoneAt == null).OrderBy(t => t.DueOn).ToListAsync(cancel);
        Calls = [.. calls.Select(t => (t.Id, t.DueOn, names.GetValueOrDefault(t.Assignee, "—")))];
        if (Consultation is not { CorrectedAt: { } at, CorrectedBy: { } by }) return;
        CorrectedBy = names.GetValueOrDefault(by, "—");
        CorrectedOn = (await staff.ZoneAsync(actor.Organisation, cancel)).DayOf(at);
    }
}
