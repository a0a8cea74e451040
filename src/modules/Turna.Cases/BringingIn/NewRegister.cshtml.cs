using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Turna.Cases.Keeping;
using Turna.Design;
using Turna.Design.Components;
using Turna.Kernel;
using Turna.Members.Contracts;

namespace Turna.Cases.BringingIn;

/// <summary>Uploads the file.</summary>
[Needs(CasesPermissions.ImportName)]
internal sealed class NewRegisterModel(StageFile stage, TeamsAtHand atHand, KeyHolders holders, Visitor visitor, Texts texts) : PageModel
{
    [BindProperty]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    public Guid? Team { get; set; }

    [BindProperty]
    public Guid Import { get; set; } = Guid.CreateVersion7();

    public IReadOnlyList<Choice> Teams { get; private set; } = [];

    /// <summary>The keys of her work that she still lacks.</summary>
    public IReadOnlyList<AwaitedKey> Awaited { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (Upload is null or { Length: 0 }) ModelState.AddModelError(nameof(Upload), texts["Choose the file with the register"]);
        if (Team is null) ModelState.AddModelError(nameof(Team), texts["Choose the team whose register it is"]);
        if (!ModelState.IsValid || Team is not { } team) return this.Again();

        var content = Upload is { Length: <= StageFile.Largest } ? await ReadAsync(Upload, cancel) : new byte[Upload is null ? 0 : StageFile.Largest + 1];
        var result = await stage.HandleAsync(new StageFile.Input(new ImportId(Import), new TeamId(team), Upload?.FileName ?? string.Empty, content), visitor.Actor, cancel);
        return result.Succeeded ? Redirect($"/registers/{result.Value}/columns") : this.Refuse(result.Error, texts, input: string.Empty);
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        Awaited = await holders.AwaitedAsync(visitor.Actor, cancel);
        Teams = [.. (await atHand.OfAsync(visitor.Actor, CasesPermissions.Import, cancel)).Select(t => new Choice(t.Id.ToString(), Design.Markup.Content.Text(t.Name)))];
        if (Teams is [var only]) Team ??= Guid.Parse(only.Value!);
    }

    private static async Task<byte[]> ReadAsync(IFormFile file, CancellationToken cancel)
    {
        using var content = new MemoryStream((int)file.Length);
        await file.CopyToAsync(content, cancel);
        return content.ToArray();
    }
}
