using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Turna.Cases.Consulting;
using Turna.Cases.Contracts;
using Turna.Design;
using Turna.Design.Components;
using Turna.Kernel;

namespace Turna.Cases.BringingIn;

/// <summary>One row of a register before it comes in: what was written, and what was understood, to be corrected.</summary>
[Needs(CasesPermissions.ImportName)]
internal sealed class RegisterRowModel(CorrectRow correct, Visitor visitor, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The position of the row in the file, from 0.</summary>
    [BindProperty(SupportsGet = true)]
    public int Row { get; set; }

    /// <summary>The list she came from.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Which { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? About { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>How often the row was corrected when the form was opened.</summary>
    [BindProperty]
    public int Revision { get; set; }

    /// <summary>What the form showed at first, so that nothing of another's is undone.</summary>
    [BindProperty]
    public string? Before { get; set; }

    [BindProperty(Name = FormFields.Operation)]
    public Guid Operation { get; set; } = Guid.CreateVersion7();

    /// <summary>Null when the register is on its way and nothing can be corrected any more.</summary>
    public CorrectableRow? Stands { get; private set; }

    /// <summary>Somebody else corrected it while the form was open.</summary>
    public bool ChangedMeanwhile { get; private set; }

    public ContactChoices Lists { get; } = new(texts.Language.Code);

    public IReadOnlyList<Choice> Currencies { get; } = ContactChoices.Currencies(texts.Language.Code);

    public string Register => $"/registers/{Id}";

    /// <summary>The list she came from, at the place of this row.</summary>
    public string List
    {
        get
        {
            var which = Which is "rejected" or "sure" ? Which : "doubtful";
            var about = DoubtField.Known(About) is { } kind ? $"&about={kind}" : string.Empty;
            return string.Create(CultureInfo.InvariantCulture, $"{Register}/rows?which={which}{about}&p={Number}");
        }
    }

    public string Here => string.Create(CultureInfo.InvariantCulture, $"{Register}/rows/{Row}{new Uri($"http://list{List}").Query}");

    internal sealed class Form
    {
        public PartialDate? Date { get; set; }

        public string? Country { get; set; }

        public List<string> Topics { get; set; } = [];

        public string? Sex { get; set; }

        public int? BirthYear { get; set; }

        public decimal? Claimed { get; set; }

        public decimal? Recovered { get; set; }

        public string? Currency { get; set; }

        public static Form Of(RegisterRow row) => new()
        {
            Date = row.Date, Country = row.Country, Topics = [.. row.Topics], Sex = row.Sex?.ToString() ?? string.Empty, BirthYear = row.BirthYear,
            Claimed = row.Claimed, Recovered = row.Recovered, Currency = row.Currency,
        };

        public RowValues ToValues() => new(
            Date, Given(Country), [.. Topics.Distinct(StringComparer.Ordinal)], Sex is "F" or "M" ? Sex[0] : null, BirthYear, Claimed, Recovered, Given(Currency));

        private static string? Given(string? code) => string.IsNullOrEmpty(code) ? null : code;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        Input = Form.Of(Stands!.Now.Row);
        (Before, Revision) = (FormMerge.Remember(Input), Stands.Revision);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (ModelState.IsValid) return await AnswerAsync(new CorrectRow.Input(new ImportId(Id), Row, Revision, Input.ToValues()), cancel);
        return await LoadAsync(cancel) ? this.Again() : NotFound();
    }

    /// <summary>The row is right as it was read.</summary>
    public Task<IActionResult> OnPostConfirmAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        return AnswerAsync(new CorrectRow.Input(new ImportId(Id), Row, Revision, Values: null), cancel);
    }

    private async Task<IActionResult> AnswerAsync(CorrectRow.Input input, CancellationToken cancel)
    {
        var result = await correct.HandleAsync(input, visitor.Actor, cancel);
        if (result.Succeeded) return Redirect(List);
        if (result.Error is Error.Missing) return NotFound();
        ChangedMeanwhile = result.Error == Error.Changed;
        if (!await LoadAsync(cancel)) return this.Refuse(result.Error, texts);
        var now = Form.Of(Stands!.Now.Row);
        if (input.Values is null) Input = now;
        if (!ChangedMeanwhile) return this.Refuse(result.Error, texts);
        var answer = this.RefuseChanged(Before, Input, now, texts);
        (Before, Revision) = (FormMerge.Remember(now), Stands.Revision);
        return answer;
    }

    private async Task<bool> LoadAsync(CancellationToken cancel) => (Stands = await correct.OpenAsync(new ImportId(Id), Row, visitor.Actor, cancel)) is not null;
}
