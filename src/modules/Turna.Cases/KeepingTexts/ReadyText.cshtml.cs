using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Turna.Cases.Keeping;
using Turna.Data;
using Turna.Design;
using Turna.Kernel;

namespace Turna.Cases.KeepingTexts;

/// <summary>One ready text, to be changed or taken out of use.</summary>
[Needs(CasesPermissions.KeepTextsName)]
internal sealed class ReadyTextModel(TurnaDb db, ChangeText change, RetireText retire, Visitor visitor, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>What the form showed at first, so that nothing of another's is undone.</summary>
    [BindProperty]
    public string? Before { get; set; }

    [BindProperty(Name = FormFields.Operation)]
    public Guid Operation { get; set; } = Guid.CreateVersion7();

    public CannedText Ready { get; private set; } = null!;

    /// <summary>Somebody else changed it while the form was open.</summary>
    public bool ChangedMeanwhile { get; private set; }

    internal sealed class Form
    {
        public int Revision { get; set; }

        public string? Title { get; set; }

        public string? Text { get; set; }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        Input = FormOf(Ready);
        Before = FormMerge.Remember(Input);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var result = await change.HandleAsync(new ReadyTextInput(Id, Input.Revision, Input.Title, Input.Text), visitor.Actor, cancel);
        if (result.Succeeded) return Redirect("/ready-texts?saved=1");
        if (!await LoadAsync(cancel)) return NotFound();
        if (result.Error != Error.Changed) return this.Refuse(result.Error, texts);
        ChangedMeanwhile = true;
        var now = FormOf(Ready);
        this.RefuseChanged(Before, Input, now, texts);
        Before = FormMerge.Remember(now);
        return this.Again();
    }

    public async Task<IActionResult> OnPostRetireAsync(bool retired, CancellationToken cancel)
    {
        var result = await retire.HandleAsync(Id, retired, visitor.Actor, cancel);
        if (result.Succeeded) return Redirect("/ready-texts?saved=1");
        if (!await LoadAsync(cancel)) return NotFound();
        Input = FormOf(Ready);
        Before = FormMerge.Remember(Input);
        return this.Refuse(result.Error, texts);
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var organisation = visitor.Actor.Organisation;
        if (await db.Set<CannedText>().AsNoTracking().SingleOrDefaultAsync(t => t.Id == Id && t.Organisation == organisation, cancel) is not { } found) return false;
        Ready = found;
        return true;
    }

    private static Form FormOf(CannedText ready) => new() { Revision = ready.Revision, Title = ready.Title, Text = ready.Text };
}
