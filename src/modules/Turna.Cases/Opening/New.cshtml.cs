using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Turna.Cases.Contracts;
using Turna.Cases.Keeping;
using Turna.Design;
using Turna.Design.Components;
using Turna.Kernel;
using Turna.Members.Contracts;
using Turna.People.Contracts;

namespace Turna.Cases.Opening;

[Needs(CasesPermissions.OpenName)]
internal sealed class NewModel(OpenCase open, ProposeCase propose, StaffDirectory staff, TeamsAtHand atHand, KeyHolders holders, Visitor visitor, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Person { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Consultation { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>Whose case it will be, where that is known before it is opened.</summary>
    public PersonCard? Her { get; private set; }

    public IReadOnlyList<Choice> Types { get; private set; } = [];

    public IReadOnlyList<Choice> Teams { get; private set; } = [];

    /// <summary>The keys of her work that she still lacks.</summary>
    public IReadOnlyList<AwaitedKey> Awaited { get; private set; } = [];

    /// <summary>The team of the form was refused: it is asked for, even where only one is left to choose.</summary>
    public bool TeamRefused => ModelState["Input.Team"]?.Errors.Count > 0;

    public IReadOnlyList<Choice> Colleagues { get; private set; } = [];

    /// <summary>Those who may be named in a protected case besides her.</summary>
    public IReadOnlyList<Choice> Guards { get; private set; } = [];

    /// <summary>Whether she may keep a protected case herself.</summary>
    public bool MayGuard { get; private set; }

    internal sealed class Form
    {
        public Guid Id { get; set; } = Guid.CreateVersion7();

        public CaseType? Type { get; set; }

        public Sensitivity Sensitivity { get; set; }

        /// <summary>She was told that such cases are for the team only, and answered.</summary>
        public bool Told { get; set; }

        public Guid? Team { get; set; }

        public Guid? Responsible { get; set; }

        public List<Guid> Named { get; set; } = [];

        public string? Reason { get; set; }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await ProposeAsync(cancel) is not { } proposal) return NotFound();
        (Input.Team, Input.Type, Input.Sensitivity, Input.Reason) = (proposal.Team?.Value, proposal.Type, proposal.Sensitivity, proposal.Reason);
        await LoadAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (!ModelState.IsValid) return await ForHerAsync(this.Again, cancel);
        if (Input is { Type: CaseType.GenderBasedViolence or CaseType.ForcedLabour, Sensitivity: Sensitivity.Standard, Told: false }) return await ForHerAsync(AskOnce, cancel);
        var result = await open.HandleAsync(
            new OpenCase.Input
            {
                Id = new CaseId(Input.Id),
                Person = Person is { } person ? new PersonId(person) : null,
                Consultation = Consultation is { } consultation ? new ConsultationId(consultation) : null,
                Team = new TeamId(Input.Team ?? Guid.Empty),
                Responsible = Input.Responsible is { } responsible ? new MemberId(responsible) : null,
                Type = Input.Type,
                Sensitivity = Input.Sensitivity,
                Named = [.. Input.Named.Select(n => new MemberId(n))],
                Reason = Input.Reason,
            },
            visitor.Actor, cancel);
        return result.Succeeded ? Redirect($"/cases/{result.Value}") : await ForHerAsync(() => this.Refuse(result.Error, texts), cancel);
    }

    // She is opened for a page that is shown, not for one that only leads on to her case.
    private async Task<IActionResult> ForHerAsync(Func<IActionResult> show, CancellationToken cancel) => await ProposeAsync(cancel) is null ? NotFound() : show();

    private async Task<CaseProposal?> ProposeAsync(CancellationToken cancel)
    {
        var proposal = await propose.HandleAsync(
            Person is { } person ? new PersonId(person) : null, Consultation is { } consultation ? new ConsultationId(consultation) : null, visitor.Actor, cancel);
        Her = proposal?.Person;
        return proposal;
    }

    // Whoever leaves what was preset has hardly thought of it: such a case is set to the team only, and she is asked once.
    private IActionResult AskOnce()
    {
        (Input.Sensitivity, Input.Told) = (Sensitivity.Restricted, true);
        ModelState.Remove("Input.Sensitivity");
        ModelState.Remove("Input.Told");
        return this.Refuse(Error.Field("Sensitivity", "Violence, trafficking and forced labour are for the team only. It is set so now: look at it, then open the case"), texts);
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var actor = visitor.Actor;
        var teams = await atHand.OfAsync(actor, CasesPermissions.Open, cancel);
        Input.Team = TeamsAtHand.Choose(Input.Team, teams, actor, CasesPermissions.Open);
        Awaited = await holders.AwaitedAsync(actor, cancel);
        Teams = [.. teams.Select(t => new Choice(t.Id.ToString(), Design.Markup.Content.Text(t.Name)))];
        Types = [.. Enum.GetValues<CaseType>().Select(t => new Choice(t.ToString(), Design.Markup.Content.Text(CaseWords.Of(texts, t))))];
        var (colleagues, guards) = (new Dictionary<Guid, string>(), new Dictionary<Guid, string>());
        foreach (var team in teams)
        {
            foreach (var member in await staff.WhoMayAsync(CasesPermissions.Open, team.Id, cancel))
            {
                colleagues.TryAdd(member.Id.Value, member.Name);
                if (await CaseAccess.MayGuardAsync(member.Id, team.Id, staff, cancel)) guards.TryAdd(member.Id.Value, member.Name);
            }
        }

        MayGuard = guards.Remove(actor.Member.Value);
        (Colleagues, Guards) = (ByName(colleagues), ByName(guards));
    }

    private static Choice[] ByName(Dictionary<Guid, string> members) =>
        [.. members.OrderBy(c => c.Value, StringComparer.CurrentCulture).Select(c => new Choice(c.Key.ToString(), Design.Markup.Content.Text(c.Value)))];
}
