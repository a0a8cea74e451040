using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Turna.Cases.Contracts;
using Turna.Kernel;

namespace Turna.Cases.BringingIn;

/// <summary>Rows to look at: what was understood, what is doubtful and why, and what was written.</summary>
[Needs(CasesPermissions.ImportName)]
internal sealed class RegisterRowsModel(ImportShelf shelf, StagedRows staged, Visitor visitor) : PageModel
{
    private const int RowsOnPage = 25;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Which { get; set; }

    /// <summary>Only rows that are doubtful in this field.</summary>
    [BindProperty(SupportsGet = true)]
    public string? About { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public RegisterRowStatus Status { get; private set; }

    public int Pages { get; private set; }

    /// <summary>How many rows are doubtful in each field; of the doubtful rows alone.</summary>
    public IReadOnlyList<(string Field, int Rows)> Kinds { get; private set; } = [];

    /// <summary>How many there are of this kind.</summary>
    public int Count { get; private set; }

    /// <summary>How many there are of all kinds.</summary>
    public int CountOfAll { get; private set; }

    public IReadOnlyList<ShownRow> Rows { get; private set; } = [];

    public string Href => $"/registers/{Id}";

    /// <summary>The list with only the rows that are doubtful in a field, or with all of them.</summary>
    public string HrefOf(string? about) => about is null ? $"{Href}/rows?which={Which}" : $"{Href}/rows?which={Which}&about={about}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        (Status, Which) = Which switch
        {
            "rejected" => (RegisterRowStatus.Rejected, Which), "skipped" => (RegisterRowStatus.Skipped, Which), "sure" => (RegisterRowStatus.Ok, Which), _ => (RegisterRowStatus.Doubtful, "doubtful"),
        };
        About = Status == RegisterRowStatus.Doubtful ? DoubtField.Known(About) : null;
        if (await shelf.FindAsync(new ImportId(Id), visitor.Actor, cancel) is not { Import.Step: ImportStep.Preview } open) return NotFound();
        var receipt = await shelf.OpenAsync(open, "rows of a register", visitor.Actor, cancel);
        var corrections = await staged.CorrectionsAsync(open, receipt, cancel);
        var index = await staged.IndexAsync(open, receipt, corrections, cancel);
        if (Status == RegisterRowStatus.Doubtful) (Kinds, CountOfAll) = (index.Counts(Status), index.Positions(Status, about: null).Count);
        var positions = index.Positions(Status, About);
        Count = positions.Count;
        Pages = (positions.Count + RowsOnPage - 1) / RowsOnPage;
        Number = Math.Clamp(Number, 1, Math.Max(1, Pages));
        var shown = await staged.SomeAsync(open, receipt, corrections, [.. positions.Skip((Number - 1) * RowsOnPage).Take(RowsOnPage)], cancel);
        Rows = [.. shown.Select(row => new ShownRow(row.Position, row.Row, corrections.RevisionOf(row.Position), RowHref(row.Position)))];
        return Page();
    }

    private string RowHref(int position) =>
        string.Create(CultureInfo.InvariantCulture, $"{Href}/rows/{position}?which={Which}{(About is null ? string.Empty : $"&about={About}")}&p={Number}");
}

/// <summary>A row of the list.</summary>
/// <param name="Position">In the file, from 0.</param>
/// <param name="Staged">As it stands.</param>
/// <param name="Revision">How often it was corrected.</param>
/// <param name="Href">Where it is corrected; says which list she came from.</param>
internal sealed record ShownRow(int Position, StagedRow Staged, int Revision, string Href);
