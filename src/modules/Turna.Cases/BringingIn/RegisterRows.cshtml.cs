using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Turna.Kernel;

namespace Turna.Cases.BringingIn;

/// <summary>Rows to look at: what was understood, what is doubtful and why, and what was written.</summary>
[Needs(CasesPermissions.ImportName)]
internal sealed class RegisterRowsModel(ImportShelf shelf, Visitor visitor) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Which { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public PartKind Kind { get; private set; }

    public int Pages { get; private set; }

    public IReadOnlyList<StagedRow> Rows { get; private set; } = [];

    public string Href => $"/registers/{Id}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Kind = Which switch { "rejected" => PartKind.Rejected, "skipped" => PartKind.Skipped, "sure" => PartKind.Sure, _ => PartKind.Doubtful };
        if (await shelf.FindAsync(new ImportId(Id), visitor.Actor, cancel) is not { Import.Step: ImportStep.Preview } open) return NotFound();
        Pages = await shelf.CountAsync(open.Import.Id, Kind, cancel);
        Number = Math.Clamp(Number, 1, Math.Max(1, Pages));
        var receipt = await shelf.OpenAsync(open, "rows of a register", visitor.Actor, cancel);
        Rows = await shelf.ReadAsync<List<StagedRow>>(open, receipt, Kind, Number - 1, cancel) ?? [];
        return Page();
    }
}
