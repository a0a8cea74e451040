using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Turna.Design;
using Turna.Kernel;
using Turna.People.Contracts;
using Turna.People.Keeping;
using Turna.People.Rights;

namespace Turna.People.Showing;

/// <summary>The page of a person: who she is, how she may be reached, and everything that happened.</summary>
[Needs(PeoplePermissions.OpenName)]
internal sealed class PersonPageModel(ShowPerson show, Visitor visitor, Texts texts) : PageModel
{
    public PersonView? View { get; private set; }

    /// <summary>Why her record goes soon, as a key of the texts; null when it does not.</summary>
    public string? EndsSoon
    {
        get
        {
            if (View is not { } view || !RetentionRule.RunsOut(view.Row.KeepUntil, view.Today)) return null;
            var withdrawn = RetentionRule.EndsByWithdrawal(view.Row.KeepUntil, [.. view.Consents.Select(c => c.Row)], view.Today);
            if (view.IsWorkedWith && !withdrawn) return null;
            return withdrawn
                ? Texts.Key("She withdrew her consent to be helped: her record will be deleted soon unless she gives it again or somebody prolongs it.")
                : Texts.Key("Work with her has rested for long: her record will be deleted soon unless somebody prolongs it.");
        }
    }

    /// <summary>What is missing of the agreement that a child needs, as a key of the texts; null when nothing is.</summary>
    public string? MissingForChild => View is not { MayBeUnder18: true } view ? null : (view.Identity.Guardian, view.GuardianAgrees, view.Identity.Guardian?.ChildAssents) switch
    {
        (null, _, _) => Texts.Key("She may be under 18: write down who speaks for her, and ask her too."),
        (_, false, not true) => Texts.Key("She may be under 18, and the agreement of her guardian is missing. Ask her too."),
        (_, false, true) => Texts.Key("She may be under 18, and the agreement of her guardian is missing."),
        (_, true, not true) => Texts.Key("She may be under 18, and it is not written down that she herself agrees. Ask her, as far as her age allows."),
        _ => null,
    };

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        View = await show.HandleAsync(new PersonId(id), visitor.Actor, cancel);
        return View is null ? NotFound() : Page();
    }

    public string Age(Identity her, DateOnly today)
    {
        var (least, most) = her.BirthDate!.Value.AgeOn(today);
        return least == most ? texts.Plural(least, "one year old", "{0} years old") : texts.Plural(most, "{1} or one year old", "{1} or {0} years old", least);
    }

    public string Years(JourneyDetail detail) => (detail.LeftOn, detail.ReturnedOn) switch
    {
        ({ } left, { } back) => $"{left.Year}–{back.Year}",
        ({ } left, null) => detail.Planned ? texts["planned for {0}", left] : texts["since {0}", left],
        _ => string.Empty,
    };
}
