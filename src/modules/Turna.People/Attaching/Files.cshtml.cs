using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Turna.Design;
using Turna.Design.Components;
using Turna.Kernel;
using Turna.Members.Contracts;
using Turna.People.Contracts;
using Turna.People.Keeping;
using Turna.People.Wording;
using Turna.Vault;

namespace Turna.People.Attaching;

/// <summary>Her sealed files.</summary>
[Needs(PeoplePermissions.OpenName)]
internal sealed class FilesModel(PersonShelf shelf, AttachmentBook files, AttachFile attach, KeyVault vault, StaffDirectory staff, Visitor visitor, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public IFormFile? Photo { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    /// <summary>The file that is about to be destroyed, when that was asked for and waits to be confirmed.</summary>
    [BindProperty(SupportsGet = true, Name = "destroy")]
    public Guid? Asked { get; set; }

    /// <summary>Whether who destroys it has confirmed which file it is.</summary>
    [BindProperty]
    public bool Sure { get; set; }

    public AttachmentView? Going => Kept.FirstOrDefault(f => f.Id == Asked);

    public IReadOnlyList<Choice> Confirmation => [PersonWords.Choice("true", texts["I have checked it: {0} is to be destroyed, and that cannot be undone.", Going?.Caption.FileName ?? string.Empty])];

    public IReadOnlyList<AttachmentView> Kept { get; private set; } = [];

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    /// <summary>Her name, above the heading.</summary>
    public string? Name { get; private set; }

    public string Href => $"/people/{Id}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) && (Asked is null || Going is not null) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        var content = Photo is { Length: <= FileKinds.Largest } ? await ReadAsync(Photo, cancel) : new byte[Photo is null ? 0 : FileKinds.Largest + 1];
        var input = new AttachFile.Input(Guid.CreateVersion7(), Photo?.FileName ?? string.Empty, content, Note);
        var result = await attach.HandleAsync(new PersonId(Id), input, visitor.Actor, cancel);
        return result.Succeeded ? Redirect($"{Href}/files") : this.Refuse(result.Error, texts, input: string.Empty);
    }

    public async Task<IActionResult> OnPostRemoveAsync([FromForm(Name = "file")] Guid kept, CancellationToken cancel)
    {
        var result = await attach.RemoveAsync(new PersonId(Id), kept, Sure, visitor.Actor, cancel);
        if (result.Succeeded) return Redirect($"{Href}/files?destroyed=true");
        Asked = kept;
        return result.Error is not Error.Missing && await LoadAsync(cancel) ? this.Refuse(result.Error, texts, input: string.Empty) : NotFound();
    }

    private static async Task<byte[]> ReadAsync(IFormFile file, CancellationToken cancel)
    {
        using var content = new MemoryStream((int)file.Length);
        await file.CopyToAsync(content, cancel);
        return content.ToArray();
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!vault.CanFind || await shelf.OpenAsync(new PersonId(Id), Purposes.HerPage, visitor.Actor, cancel) is not { } her) return false;
        Name = her.Identity.DisplayName;
        Kept = await files.OfAsync(her, cancel);
        Zone = await staff.ZoneAsync(visitor.Actor.Organisation, cancel);
        return true;
    }
}
