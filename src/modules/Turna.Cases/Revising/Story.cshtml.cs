using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Turna.Cases.Contracts;
using Turna.Design;
using Turna.Kernel;

namespace Turna.Cases.Revising;

/// <summary>What happened in a case as it stands, to be corrected.</summary>
[Needs(CasesPermissions.OpenName)]
internal sealed class StoryModel(CorrectStory correct, Visitor visitor, Texts texts) : PageModel
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

    /// <summary>The number of the case, above the heading.</summary>
    public string Number { get; private set; } = string.Empty;

    /// <summary>Somebody else changed it while the form was open.</summary>
    public bool ChangedMeanwhile { get; private set; }

    internal sealed class Form
    {
        /// <summary>The making of the text that is corrected.</summary>
        public int Seen { get; set; }

        public string? Reason { get; set; }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await LoadAsync(cancel) is not { } now) return NotFound();
        Input = now;
        Before = FormMerge.Remember(Input);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var result = await correct.HandleAsync(new CorrectStory.Input(new CaseId(Id), Input.Reason, Input.Seen), visitor.Actor, cancel);
        if (result.Succeeded) return Redirect($"/cases/{Id}");
        if (result.Error is Error.Missing || await LoadAsync(cancel) is not { } now) return NotFound();
        ChangedMeanwhile = result.Error == Error.Changed;
        if (!ChangedMeanwhile) return this.Refuse(result.Error, texts);
        this.RefuseChanged(Before, Input, now, texts);
        Before = FormMerge.Remember(now);
        return this.Again();
    }

    private async Task<Form?> LoadAsync(CancellationToken cancel)
    {
        if (await correct.ShowAsync(new CaseId(Id), visitor.Actor, cancel) is not { } story) return null;
        Number = story.Found.Case.Number;
        return new Form { Seen = story.Found.Case.ContentRevision, Reason = story.Content.Reason };
    }
}
