using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Turna.Cases.BringingIn;
using Turna.Cases.Contracts;
using Turna.Cases.Keeping;
using Turna.Design;
using Turna.Design.Components;
using Turna.Kernel;
using Turna.People.Contracts;

namespace Turna.Cases.Consulting;

/// <summary>A consultation as it was logged, to be corrected by whoever logged it or keeps the cases of its team.</summary>
[Needs(CasesPermissions.CorrectName)]
internal sealed class CorrectModel(CorrectConsultation correct, PersonFinder finder, PersonCards cards, Visitor visitor, Texts texts) : PageModel
{
    private const string Purpose = "correct a consultation";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>What the form showed at first, so that nothing of another's is undone.</summary>
    [BindProperty]
    public string? Before { get; set; }

    /// <summary>The write this form asks for, the same however often the page comes back with it.</summary>
    [BindProperty(Name = FormFields.Operation)]
    public Guid Operation { get; set; } = Guid.CreateVersion7();

    public ContactChoices Lists { get; } = new(texts.Language.Code);

    /// <summary>Whom it concerns as it stands, in words.</summary>
    public string Now { get; private set; } = string.Empty;

    public bool IsAnonymous { get; private set; }

    public bool BelongsToCase { get; private set; }

    public bool IsRestricted { get; private set; }

    public bool MaySupervise { get; private set; }

    /// <summary>A register brought it in without a language.</summary>
    public bool LanguageUnknown { get; private set; }

    /// <summary>A register brought it in: its row may have told of sums.</summary>
    public bool HasSums { get; private set; }

    public IReadOnlyList<Choice> Currencies { get; } = ContactChoices.Currencies(texts.Language.Code);

    /// <summary>Somebody else changed it while the form was open.</summary>
    public bool ChangedMeanwhile { get; private set; }

    public SearchAnswer? Found { get; private set; }

    /// <summary>The other one, once she is chosen.</summary>
    public PersonCard? Chosen { get; private set; }

    internal sealed class Form
    {
        public int Revision { get; set; }

        public Concerns Concerns { get; set; }

        public string? Who { get; set; }

        public Guid? Person { get; set; }

        /// <summary>Chosen among those found, where no script puts her into <see cref="Person"/>.</summary>
        public Guid? Picked { get; set; }

        public DateOnly? On { get; set; }

        public string? Channel { get; set; }

        public string? Country { get; set; }

        public string? City { get; set; }

        public string? Language { get; set; }

        public List<string> Topics { get; set; } = [];

        public string? Advice { get; set; }

        public int? Minutes { get; set; }

        public decimal? Claimed { get; set; }

        public decimal? Recovered { get; set; }

        public string? Currency { get; set; }

        public bool Opened { get; set; }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await LoadAsync(cancel) is not { } open) return NotFound();
        Input = FormOf(open);
        Before = FormMerge.Remember(Input);
        return Page();
    }

    private static Form FormOf(CorrectableConsultation open) => new()
    {
        Revision = open.Row.Revision, On = open.Row.On, Channel = open.Row.Channel, Country = open.Row.Country, City = open.Said.City, Language = open.Row.Language,
        Topics = [.. open.Row.TopicCodes], Advice = open.Said.Advice, Minutes = open.Row.Minutes,
        Claimed = open.Said.Register?.Claimed, Recovered = open.Said.Register?.Recovered, Currency = open.Said.Register?.Currency,
    };

    /// <summary>Finds the other person without scripts: the page comes back with those found, and what was typed is kept.</summary>
    public async Task<IActionResult> OnPostFindAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        if (await LoadAsync(cancel) is null) return NotFound();
        Found = await finder.SearchAsync(Input.Who ?? string.Empty, visitor.Actor, cancel);
        Input.Person = Found.People.Count == 1 ? Found.People[0].Id.Value : null;
        await ShowChosenAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Input.Person is null && Input.Picked is { } picked)
        {
            Input.Person = picked;
            ModelState.Remove("Input.Person");
        }

        if (await UnderstandAsync(cancel) && ModelState.IsValid)
        {
            var result = await correct.HandleAsync(ToInput(), visitor.Actor, cancel);
            if (result.Succeeded) return Redirect($"/consultations/{result.Value}?corrected=1");
            if (result.Error is Error.Missing) return NotFound();
            ChangedMeanwhile = result.Error == Error.Changed;
            if (!ChangedMeanwhile) ModelState.Add(result.Error, texts);
        }

        if (await LoadAsync(cancel) is not { } open) return NotFound();
        if (ChangedMeanwhile)
        {
            var now = FormOf(open);
            this.RefuseChanged(Before, Input, now, texts);
            Before = FormMerge.Remember(now);
        }

        await ShowChosenAsync(cancel);
        return this.Again();
    }

    /// <summary>False when another person was meant and nobody is chosen yet: those found by what was typed are shown.</summary>
    private async Task<bool> UnderstandAsync(CancellationToken cancel)
    {
        if (Input.Concerns != Concerns.Known || Input.Person is not null) return true;
        if (!string.IsNullOrWhiteSpace(Input.Who)) Found = await finder.SearchAsync(Input.Who, visitor.Actor, cancel);
        ModelState.AddModelError("Input.Who", Found is null ? texts["Find whom it concerns"]
            : Found.Ask ?? (Found.People.Count > 0 ? texts["Choose whom it concerns from those found"] : texts["Nobody was found. Check the spelling"]));
        return false;
    }

    private CorrectConsultation.Input ToInput() => new()
    {
        Id = new ConsultationId(Id),
        Revision = Input.Revision,
        Concerns = Input.Concerns,
        Person = Input.Person is { } person ? new PersonId(person) : null,
        On = Input.On,
        Channel = Input.Channel,
        Country = Input.Country,
        City = Input.City,
        Language = Input.Language,
        Topics = Input.Topics,
        Advice = Input.Advice,
        Minutes = Input.Minutes,
        Claimed = Input.Claimed,
        Recovered = Input.Recovered,
        Currency = Input.Currency,
        Opened = Input.Opened,
    };

    private async Task<CorrectableConsultation?> LoadAsync(CancellationToken cancel)
    {
        if (await correct.OpenAsync(new ConsultationId(Id), visitor.Actor, cancel) is not { } open) return null;
        IsAnonymous = open.Said.Person is null;
        BelongsToCase = open.BelongsToCase;
        IsRestricted = open.Row.Sensitivity == Sensitivity.Restricted;
        MaySupervise = visitor.Actor.MayIn(CasesPermissions.Supervise, open.Row.Team);
        HasSums = open.Said.Register is not null;
        LanguageUnknown = open.Row.Language == PublishRows.UnknownLanguage;
        var card = open.Said.Person is { } person ? await cards.OpenAsync(new PersonId(person), Purpose, visitor.Actor, cancel) : null;
        Now = card?.Name ?? (IsAnonymous ? texts["Anonymous"] : texts["A person you may not open"]);
        return open;
    }

    private async Task ShowChosenAsync(CancellationToken cancel)
    {
        if (Input.Concerns != Concerns.Known || Input.Person is not { } person) return;
        Chosen = await cards.OpenAsync(new PersonId(person), Purpose, visitor.Actor, cancel);
        if (Chosen is not null) Input.Who = Chosen.Name;
    }
}
