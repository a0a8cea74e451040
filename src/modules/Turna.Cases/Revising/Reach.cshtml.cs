using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Turna.Cases.Contracts;
using Turna.Cases.Keeping;
using Turna.Design;
using Turna.Design.Components;
using Turna.Kernel;
using Turna.Members.Contracts;

namespace Turna.Cases.Revising;

/// <summary>Who may know of a case, to be changed. Opens nothing that is sealed.</summary>
[Needs(CasesPermissions.OpenName)]
internal sealed class ReachModel(ChangeReach change, CaseAccess access, StaffDirectory staff, Visitor visitor, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty(Name = FormFields.Operation)]
    public Guid Operation { get; set; } = Guid.CreateVersion7();

    public Case Matter { get; private set; } = null!;

    /// <summary>Who may know of it as it stands, in words.</summary>
    public string Now => Matter.Sensitivity switch
    {
        Sensitivity.Protected => texts["Named colleagues only"],
        Sensitivity.Restricted => texts["The team, marked as delicate"],
        _ => texts["The team"],
    };

    /// <summary>Those who may be named in it besides her.</summary>
    public IReadOnlyList<Choice> Guards { get; private set; } = [];

    /// <summary>Those who could take it over, she among them where she may.</summary>
    public IReadOnlyList<Choice> Keepers { get; private set; } = [];

    /// <summary>Whether she may be named herself.</summary>
    public bool MayGuard { get; private set; }

    /// <summary>There are as many as a protected case needs, so that one departure loses nothing.</summary>
    public bool HasTwoGuards => Keepers.Count >= 2;

    /// <summary>Whoever is responsible now could not be named in it.</summary>
    public bool NeedsKeeper { get; private set; }

    public bool MaySupervise { get; private set; }

    internal sealed class Form
    {
        /// <summary>Who might know of it when the form was opened.</summary>
        public Sensitivity? Seen { get; set; }

        public Sensitivity? To { get; set; }

        public List<Guid> Named { get; set; } = [];

        public Guid? Responsible { get; set; }

        public string? Because { get; set; }
    }

    public bool MayChoose(Sensitivity to) => to != Matter.Sensitivity && (to > Matter.Sensitivity || MaySupervise);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await ShowAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        // A colleague who could not be read is not left out unsaid.
        if (!ModelState.IsValid) return await LoadAsync(cancel) ? this.Again() : NotFound();
        var input = new ChangeReach.Input(
            new CaseId(Id), Input.Seen, Input.To, [.. Input.Named.Select(n => new MemberId(n))], Input.Responsible is { } keeper ? new MemberId(keeper) : null, Input.Because);
        var result = await change.HandleAsync(input, visitor.Actor, cancel);
        if (result.Succeeded) return Redirect(await IsStillHersAsync(cancel) ? $"/cases/{Id}?tab=team" : $"/cases?gone={(Input.To == Sensitivity.Protected ? "named" : "team")}");
        if (result.Error == Error.Changed) return await DecideAnewAsync(result.Error, cancel);
        return result.Error is not Error.Missing && await LoadAsync(cancel) ? this.Refuse(result.Error, texts) : NotFound();
    }

    // What was chosen was chosen of another case, as it were: she chooses again, with what stands now before her.
    private async Task<IActionResult> DecideAnewAsync(Error changed, CancellationToken cancel)
    {
        ModelState.Remove("Input.Seen");
        ModelState.Remove("Input.To");
        Input.To = null;
        return await ShowAsync(cancel) ? this.Refuse(changed, texts) : NotFound();
    }

    private async Task<bool> ShowAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return false;
        Input.Seen = Matter.Sensitivity;
        return true;
    }

    private Task<bool> IsStillHersAsync(CancellationToken cancel)
    {
        var id = new CaseId(Id);
        return access.Visible(visitor.Actor, CasesPermissions.Open).AnyAsync(c => c.Id == id, cancel);
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await change.ShowAsync(new CaseId(Id), visitor.Actor, cancel) is not { } open) return false;
        (Matter, MaySupervise) = (open.Case, ChangeReach.MayOpenWider(visitor.Actor, open.Case));
        var guards = await CaseAccess.GuardsOfAsync(Matter.Team, staff, cancel);
        MayGuard = guards.Exists(g => g.Id == visitor.Actor.Member);
        NeedsKeeper = await change.NeedsKeeperAsync(Matter, cancel);
        Keepers = Choices(guards);
        Guards = Choices(guards.Where(g => g.Id != visitor.Actor.Member));
        return true;
    }

    private static Choice[] Choices(IEnumerable<Colleague> colleagues) =>
        [.. colleagues.OrderBy(c => c.Name, StringComparer.CurrentCulture).Select(c => new Choice(c.Id.ToString(), Design.Markup.Content.Text(c.Name)))];
}
