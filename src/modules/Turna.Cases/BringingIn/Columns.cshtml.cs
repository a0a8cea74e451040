using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Turna.Cases.Contracts;
using Turna.Design;
using Turna.Design.Components;
using Turna.Kernel;
using Turna.Members.Contracts;

namespace Turna.Cases.BringingIn;

/// <summary>What the columns are taken to mean.</summary>
[Needs(CasesPermissions.ImportName)]
internal sealed class ColumnsModel(ImportShelf shelf, ChooseColumns choose, ImportRunner runner, StaffDirectory staff, Visitor visitor, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The meaning of each column by position.</summary>
    [BindProperty(Name = nameof(Fields))]
    public Dictionary<int, string> Fields { get; set; } = [];

    public FileLayout Layout { get; private set; } = null!;

    /// <summary>When this very file came in before.</summary>
    public DateTime? CameInAt { get; private set; }

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public IReadOnlyList<Choice> Choices { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        for (var i = 0; i < Layout.Columns.Count; i++) Fields[i] = Layout.Columns[i].Field?.ToString() ?? ImportWords.TextOnly;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var fields = new Dictionary<int, RegisterField?>();
        foreach (var (column, chosen) in Fields)
        {
            if (chosen == ImportWords.TextOnly) fields[column] = null;
            else if (Enum.TryParse<RegisterField>(chosen, out var field) && Enum.IsDefined(field) && !char.IsAsciiDigit(chosen[0])) fields[column] = field;
            else ModelState.AddModelError($"Fields[{column}]", texts["Choose from the list"]);
        }

        if (!ModelState.IsValid) return await LoadAsync(cancel) ? this.Again() : NotFound();
        var result = await choose.HandleAsync(new ChooseColumns.Input(new ImportId(Id), fields), visitor.Actor, cancel);
        if (!result.Succeeded) return result.Error is not Error.Missing && await LoadAsync(cancel) ? this.Refuse(result.Error, texts, input: string.Empty) : NotFound();
        runner.Begin(Id, visitor.Actor.Member, SessionCookie.Read(HttpContext)!);
        return Redirect($"/registers/{Id}");
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await shelf.FindAsync(new ImportId(Id), visitor.Actor, cancel) is not { Import.IsOver: false } open) return false;
        var receipt = await shelf.OpenAsync(open, "columns of a register", visitor.Actor, cancel);
        if (await shelf.ReadAsync<FileLayout>(open, receipt, PartKind.Layout, 0, cancel) is not { } layout) return false;
        (Layout, Choices) = (layout, ImportWords.FieldChoices(texts));
        Zone = await staff.ZoneAsync(visitor.Actor.Organisation, cancel);
        var file = open.Import.File;
        CameInAt = await shelf.Visible(visitor.Actor).Where(i => i.File == file && i.Step == ImportStep.Published).MaxAsync(i => i.FinishedAt, cancel);
        return true;
    }
}
