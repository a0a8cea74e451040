using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Turna.Cases.Keeping;
using Turna.Data;
using Turna.Design;
using Turna.Kernel;

namespace Turna.Cases.KeepingTexts;

/// <summary>The organisation's ready texts, those in use first, and a form to add one.</summary>
[Needs(CasesPermissions.KeepTextsName)]
internal sealed class ReadyTextsModel(TurnaDb db, AddText add, Visitor visitor, Texts texts) : PageModel
{
    [BindProperty]
    public ReadyTextInput Input { get; set; } = new(Guid.CreateVersion7(), 0, null, null);

    public IReadOnlyList<CannedText> Ready { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var result = await add.HandleAsync(Input, visitor.Actor, cancel);
        if (result.Succeeded) return Redirect("/ready-texts?saved=1");
        await LoadAsync(cancel);
        return this.Refuse(result.Error, texts);
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var organisation = visitor.Actor.Organisation;
        Ready = await db.Set<CannedText>().AsNoTracking().Where(t => t.Organisation == organisation).OrderBy(t => t.RetiredAt != null).ThenBy(t => t.Title).ToListAsync(cancel);
    }
}
