using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Turna.Design;
using Turna.Kernel;
using Turna.People.Contracts;

namespace Turna.Cases.BringingIn;

/// <summary>The people of a file one by one: whether their rows are one person, and whether we know her.</summary>
[Needs(CasesPermissions.ImportName)]
internal sealed class RegisterPeopleModel(ImportShelf shelf, StagedPeople staged, DecidePeople decide, PersonCards cards, Visitor visitor, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    // Named, so that where one of the two questions was not answered its binder does not look for answers among all other fields of the form.

    /// <summary>By id of somebody of the file: whether her rows are one person.</summary>
    [BindProperty(Name = nameof(Joined))]
    public Dictionary<string, bool> Joined { get; set; } = [];

    /// <summary>By id of somebody of the file: who she is; the empty id for somebody new.</summary>
    [BindProperty(Name = nameof(Known))]
    public Dictionary<string, Guid> Known { get; set; } = [];

    public int Pages { get; private set; }

    public IReadOnlyList<StagedPerson> People { get; private set; } = [];

    private Decisions Decisions { get; set; } = new();

    public IReadOnlyDictionary<PersonId, PersonCard> Cards { get; private set; } = new Dictionary<PersonId, PersonCard>();

    /// <summary>Whether somebody's rows are one person: what was just answered, else what is decided; null when nothing is.</summary>
    public string? AnswerOfRows(string person) => Joined.TryGetValue(person, out var said)
        ? (said ? "true" : "false")
        : Decisions.SaysOfRows(person) ? (Decisions.IsJoined(person) ? "true" : "false") : null;

    /// <summary>Who somebody is: what was just answered, else what is decided; null when nothing is.</summary>
    public string? AnswerOfMatches(string person) =>
        Known.TryGetValue(person, out var said) || Decisions.Known.TryGetValue(person, out said) ? said.ToString() : null;

    /// <summary>What agrees and what contradicts, in one line.</summary>
    public string ForAndAgainst(StagedMatch match) =>
        match.Contradictions.Count == 0 ? match.Why : $"{match.Why} — {texts["Contradicts"]}: {string.Join(", ", match.Contradictions)}";

    public string Href => $"/registers/{Id}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid) return await LoadAsync(cancel) ? this.Again() : NotFound();
        var result = await decide.HandleAsync(new DecidePeople.Input(new ImportId(Id), InBulk.None, Joined, Known), visitor.Actor, cancel);
        if (!result.Succeeded) return result.Error is not Error.Missing && await LoadAsync(cancel) ? this.Refuse(result.Error, texts, input: string.Empty) : NotFound();
        var pages = await shelf.CountAsync(new ImportId(Id), PartKind.People, cancel);
        return Redirect(Number < pages ? $"{Href}/people?p={Number + 1}" : Href);
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await shelf.FindAsync(new ImportId(Id), visitor.Actor, cancel) is not { Import.Step: ImportStep.Preview } open) return false;
        Pages = await shelf.CountAsync(open.Import.Id, PartKind.People, cancel);
        Number = Math.Clamp(Number, 1, Math.Max(1, Pages));
        var receipt = await shelf.OpenAsync(open, "people of a register", visitor.Actor, cancel);
        People = await staged.ReadAsync(open, receipt, Number - 1, visitor.Actor, cancel) ?? [];
        Decisions = await shelf.ReadAsync<Decisions>(open, receipt, PartKind.Decisions, 0, cancel) ?? new Decisions();
        List<PersonId> suggested = [.. People.SelectMany(p => p.Matches).Select(m => new PersonId(m.Person)).Distinct()];
        if (suggested.Count > 0) Cards = await cards.OpenAsync(suggested, "likely the same person", visitor.Actor, cancel);
        // Nobody is asked about whom she may not open.
        People = [.. People.Select(p => p with { Matches = [.. p.Matches.Where(m => Cards.ContainsKey(new PersonId(m.Person)))] })];
        return true;
    }
}
