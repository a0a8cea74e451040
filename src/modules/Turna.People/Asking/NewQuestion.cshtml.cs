using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Turna.Design;
using Turna.Design.Components;
using Turna.Kernel;

namespace Turna.People.Asking;

internal sealed record NewQuestionForm
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid? Officer { get; init; }

    public string? Who { get; init; }

    public string? BirthYear { get; init; }

    public string? Why { get; init; }
}

/// <summary>A question about a person to an officer of another organisation.</summary>
[Needs(PeoplePermissions.AskName)]
internal sealed class NewQuestionModel(AskOfficer ask, Officers officers, Visitor visitor, Texts texts) : PageModel
{
    [BindProperty]
    public NewQuestionForm Input { get; set; } = new();

    public IReadOnlyList<Choice> Choices { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (!ModelState.IsValid) return this.Again();
        var result = await ask.HandleAsync(new AskOfficer.Input(Input.Id, Input.Officer, Input.Who, Input.BirthYear, Input.Why), visitor.Actor, cancel);
        return result.Succeeded ? Redirect($"/questions/{result.Value}") : this.Refuse(result.Error, texts, nameof(Input));
    }

    private async Task LoadAsync(CancellationToken cancel) =>
        Choices = [.. (await officers.ElsewhereAsync(visitor.Actor, cancel)).Select(o => new Choice(o.Member.Value.ToString(), Design.Markup.Content.Text($"{o.OrganisationName}: {o.Name}")))];
}
