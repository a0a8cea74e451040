using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Turna.Cases.Contracts;
using Turna.Cases.Keeping;
using Turna.Data;
using Turna.Design;
using Turna.Design.Components;
using Turna.Evidence.Contracts;
using Turna.Kernel;
using Turna.Kernel.Codes;
using Turna.Members.Contracts;
using Turna.People.Contracts;

namespace Turna.Cases.Consulting;

/// <summary>Who the caller is.</summary>
internal enum Caller
{
    Known,
    Anonymous,
    New,
}

[Needs(CasesPermissions.LogName)]
internal sealed class LogModel(
    TurnaDb db, LogConsultation log, FormEntries entries, PersonFinder finder, PersonCards cards, ICountContacts contacts, StaffDirectory staff,
    TeamsAtHand atHand, KeyHolders holders, Visitor visitor, Texts texts) : PageModel
{
    /// <summary>The answer that she is none of those shown.</summary>
    public const string None = "none";

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>Set by the address when the page is opened from a person's.</summary>
    [BindProperty(SupportsGet = true, Name = "person")]
    public Guid? From { get; set; }

    public IReadOnlyList<Choice> Teams { get; private set; } = [];

    /// <summary>The keys of her work that she still lacks.</summary>
    public IReadOnlyList<AwaitedKey> Awaited { get; private set; } = [];

    public IReadOnlyList<Choice> Colleagues { get; private set; } = [];

    public ContactChoices Lists { get; private set; } = null!;

    public IReadOnlyList<Choice> Oblasts { get; private set; } = [];

    public bool MayKeepTexts => visitor.Actor.May(CasesPermissions.KeepTexts);

    public IReadOnlyList<Choice> Ready { get; private set; } = [];

    /// <summary>What looks like this very consultation, saved a moment ago.</summary>
    public ConsultationId? JustSaved { get; private set; }

    public SearchAnswer? Found { get; private set; }

    /// <summary>Known people who are likely the new one.</summary>
    public IReadOnlyList<FoundPerson> Likely { get; private set; } = [];

    /// <summary>The team of the form was refused: it is asked for, even where only one is left to choose.</summary>
    public bool TeamRefused => ModelState["Input.Team"]?.Errors.Count > 0;

    /// <summary>Somebody new is none of those like her: asked once, kept while the form comes back for other reasons, and asked again of another name.</summary>
    public bool IsNoneOfThem => Input.Caller == Caller.New && Input.Alike == None && Input.AskedFor == Typed;

    /// <summary>What those like somebody new are found by.</summary>
    private string Typed => string.Join(" · ", Input.NewName?.Trim(), Input.NewPhone?.Trim(), Input.NewBorn?.ToString());

    /// <summary>The one who was chosen, with her safe-contact rules, when the page already knows her.</summary>
    public PersonCard? Chosen { get; private set; }

    /// <summary>How often she asked before, in words; null for the first time.</summary>
    public string? Earlier { get; private set; }

    internal sealed class Form
    {
        public Guid Id { get; set; } = Guid.CreateVersion7();

        /// <summary>The id of somebody new: never the consultation's, so that the two are two subjects.</summary>
        public Guid NewId { get; set; } = Guid.CreateVersion7();

        public Caller Caller { get; set; }

        public string? Who { get; set; }

        public Guid? Person { get; set; }

        /// <summary>Chosen among those found, where no script puts her into <see cref="Person"/>.</summary>
        public Guid? Picked { get; set; }

        public string? NewName { get; set; }

        /// <summary>As she says it; becomes a note beside her rules.</summary>
        public string? NewSafeContact { get; set; }

        public string? NewPhone { get; set; }

        public PhoneOwner? NewPhoneOwner { get; set; }

        public Sex NewSex { get; set; }

        [AsksFor(AskedDay.Birth)]
        public PartialDate? NewBorn { get; set; }

        public string? NewOblast { get; set; }

        /// <summary>Somebody new agrees that her record is kept in order to help her.</summary>
        public bool NewConsent { get; set; }

        /// <summary>Which of those like somebody new she is: an id, or <see cref="None"/>.</summary>
        public string? Alike { get; set; }

        /// <summary>What was typed of somebody new when those like her were shown: what is answered then holds for her and nobody else.</summary>
        public string? AskedFor { get; set; }

        /// <summary>It is another consultation than the one just saved.</summary>
        public bool Anew { get; set; }

        public bool ForRelative { get; set; }

        /// <summary>Another day than today, for what was written on paper first.</summary>
        public DateOnly? On { get; set; }

        public string? Channel { get; set; }

        public string? Country { get; set; }

        public string? City { get; set; }

        public List<string> Topics { get; set; } = [];

        public string? Language { get; set; }

        public Guid? Ready { get; set; }

        public string? Advice { get; set; }

        public int? Minutes { get; set; }

        public NextStep Next { get; set; }

        [AsksFor(AskedDay.Ahead)]
        public DateOnly? CallBackOn { get; set; }

        public Guid? CallBackBy { get; set; }

        public Guid? Team { get; set; }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (FormEntry.Asked(Request) is { } entry)
        {
            if (await entries.IsSavedAsync(entry, visitor.Actor, cancel)) return Redirect($"/consultations/{entry}?already=1");
            if (await entries.IsFreeAsync(entry, cancel)) Input.Id = entry;
        }

        var last = await entries.LastOfAsync(visitor.Actor.Member, cancel);
        Input.Channel = last?.Channel ?? "phone";
        Input.Country = last?.Country ?? "RU";
        Input.Language = last?.Language ?? "ky";
        Input.Team = await OfferedAsync(last?.Team, cancel);
        Input.Minutes = 15;
        Input.Person = From;
        await LoadAsync(cancel);
        return Page();
    }

    /// <summary>Finds the caller without scripts: the page comes back with those found, and what was typed is kept.</summary>
    public async Task<IActionResult> OnPostFindAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        Found = await finder.SearchAsync(Input.Who ?? string.Empty, visitor.Actor, cancel);
        Input.Person = Found.People.Count == 1 ? Found.People[0].Id.Value : null;
        await LoadAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(bool another, CancellationToken cancel)
    {
        TakePicked();
        TakeAlike();
        // Nothing is read, and nobody opened, for a page that will not be shown.
        await ChooseTeamAsync(cancel);
        await UnderstandAsync(cancel);
        await AskWhetherKnownAsync(cancel);
        if (ModelState.IsValid) await AskWhetherSavedAsync(cancel);
        if (!ModelState.IsValid)
        {
            // What is asked and what is wrong are told together.
            if (await log.CheckAsync(ToInput(), visitor.Actor, cancel) is { } wrong) ModelState.Add(OfForm(wrong), texts);
            await LoadAsync(cancel);
            return this.Again();
        }

        var result = await log.HandleAsync(ToInput(), visitor.Actor, cancel);
        if (!result.Succeeded)
        {
            await LoadAsync(cancel);
            return this.Refuse(OfForm(result.Error), texts);
        }

        if (Input.Next == NextStep.OpenCase) return Redirect($"/cases/new?consultation={result.Value}");
        return Redirect(another ? "/consultations/new?saved=1" : $"/consultations/{result.Value}?saved=1");
    }

    /// <summary>Text of a ready answer appended to what is written, without scripts.</summary>
    public async Task<IActionResult> OnPostReadyAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        var organisation = visitor.Actor.Organisation;
        var text = await db.Set<CannedText>().AsNoTracking().Where(t => t.Id == Input.Ready && t.Organisation == organisation).Select(t => t.Text).SingleOrDefaultAsync(cancel);
        if (text is not null) Input.Advice = string.IsNullOrWhiteSpace(Input.Advice) ? text : $"{Input.Advice.TrimEnd()}\n{text}";
        await LoadAsync(cancel);
        return Page();
    }

    // Without scripts she is picked among those found; if the page comes back, the form must go on with her.
    private void TakePicked()
    {
        if (Input.Person is not null || Input.Picked is null) return;
        Input.Person = Input.Picked;
        ModelState.Remove("Input.Person");
    }

    // Somebody who was taken for new is known after all.
    private void TakeAlike()
    {
        if (Input.Caller != Caller.New || !Guid.TryParse(Input.Alike, out var her)) return;
        (Input.Caller, Input.Person) = (Caller.Known, her);
        ModelState.Remove("Input.Caller");
        ModelState.Remove("Input.Person");
    }

    private async Task UnderstandAsync(CancellationToken cancel)
    {
        if (Input.Caller != Caller.Known || Input.Person is not null) return;
        if (string.IsNullOrWhiteSpace(Input.Who))
        {
            ModelState.AddModelError("Input.Who", texts["Find the caller, or choose “anonymous” or “new”"]);
            return;
        }

        Found = await finder.SearchAsync(Input.Who, visitor.Actor, cancel);
        ModelState.AddModelError("Input.Who", Found.Ask ?? (Found.People.Count > 0
            ? texts["Choose the caller from those found"]
            : texts["Nobody was found. Check the spelling, or choose “new”"]));
    }

    /// <summary>Somebody new who is likely somebody known is shown before anything is saved, as on the page that registers.</summary>
    private async Task AskWhetherKnownAsync(CancellationToken cancel)
    {
        if (Input.Caller != Caller.New || IsNoneOfThem || string.IsNullOrWhiteSpace(Input.NewName) || await db.AnsweredAsync<ConsultationId>(cancel) is not null) return;
        Likely = await finder.LikelySameAsync(NewPerson(), visitor.Actor, cancel);
        if (Likely.Count == 0) return;
        Input.AskedFor = Typed;
        ModelState.Remove("Input.AskedFor");
        ModelState.AddModelError("Input.NewName", texts["Somebody like her is known already: look at those shown below"]);
    }

    /// <summary>
    /// Without scripts Back brings the form again under another id: what looks like the consultation that was just saved is asked about once.
    /// With scripts its entry stands in the address and this question is never put.
    /// </summary>
    private async Task AskWhetherSavedAsync(CancellationToken cancel)
    {
        if (Input.Anew || FormEntry.Asked(Request) is not null || Input.Caller != Caller.Known || Input.Person is not { } person) return;
        JustSaved = await entries.FindTwinAsync(new ConsultationId(Input.Id), new PersonId(person), ToInput(), visitor.Actor, cancel);
        if (JustSaved is null) return;
        ModelState.AddModelError("Input.Who", texts["You saved a consultation with this person about the same a moment ago. Is this another one?"]);
    }

    private LogConsultation.Input ToInput() => new()
    {
        Id = new ConsultationId(Input.Id),
        Team = new TeamId(Input.Team ?? Guid.Empty),
        Person = Input.Caller == Caller.Known && Input.Person is { } person ? new PersonId(person) : null,
        NewPerson = Input.Caller == Caller.New ? NewPerson() : null,
        Asker = Input.ForRelative ? Asker.Relative : Asker.Person,
        Channel = Input.Channel,
        Country = Input.Country,
        City = Input.City,
        Language = Input.Language,
        Topics = Input.Topics,
        Advice = Input.Advice,
        Minutes = Input.Minutes,
        On = Input.On,
        Next = Input.Next,
        CallBackOn = Input.CallBackOn,
        CallBackBy = Input.CallBackBy is { } by ? new MemberId(by) : null,
    };

    private NewPerson NewPerson() => new NewPerson
    {
        Id = new PersonId(Input.NewId),
        Sex = Input.NewSex,
        Born = Input.NewBorn,
        HomeOblast = string.IsNullOrEmpty(Input.NewOblast) ? null : Input.NewOblast,
        SafeContact = new SafeContact { Note = string.IsNullOrWhiteSpace(Input.NewSafeContact) ? null : Input.NewSafeContact.Trim() },
        Phones = string.IsNullOrWhiteSpace(Input.NewPhone) ? [] : [new NewPhone(Input.NewPhone, Input.NewPhoneOwner)],
        Team = Input.Team is { } team ? new TeamId(team) : null,
        Consents = Input.NewConsent ? [ConsentPurpose.Service] : [],
    }.Named(Input.NewName);

    private static Error OfForm(Error error) =>
        error is Error.Invalid invalid ? new Error.Invalid([.. invalid.Fields.Select(f => f with { Field = FieldOf(f.Field) })]) : error;

    private static string FieldOf(string field) => field switch
    {
        "NewPerson.WholeName" or "NewPerson.Family" or "NewPerson.Given" or "NewPerson.Patronymic" => nameof(Form.NewName),
        "NewPerson.Born" => nameof(Form.NewBorn),
        "NewPerson.HomeOblast" => nameof(Form.NewOblast),
        _ when field.StartsWith("NewPerson.SafeContact", StringComparison.Ordinal) => nameof(Form.NewSafeContact),
        "NewPerson.Phones[0].Owner" => nameof(Form.NewPhoneOwner),
        _ when field.StartsWith("NewPerson.Phones", StringComparison.Ordinal) => nameof(Form.NewPhone),
        _ => field,
    };

    // What is preselected is never a team that would be refused, nor one that protects while there is another: that is chosen each time.
    private async Task<Guid?> OfferedAsync(TeamId? team, CancellationToken cancel)
    {
        var offered = await atHand.OfAsync(visitor.Actor, CasesPermissions.Log, cancel);
        return offered.Find(t => t.Id == team) is { } found && (!found.Protects || offered.TrueForAll(t => t.Protects)) ? found.Id.Value : null;
    }

    /// <summary>The teams she may log for.</summary>
    private async Task<List<TeamName>> ChooseTeamAsync(CancellationToken cancel)
    {
        var teams = await atHand.OfAsync(visitor.Actor, CasesPermissions.Log, cancel);
        Input.Team = TeamsAtHand.Choose(Input.Team, teams, visitor.Actor, CasesPermissions.Log);
        return teams;
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var actor = visitor.Actor;
        var teams = await ChooseTeamAsync(cancel);
        Teams = [.. teams.Select(t => Choose(t.Id.ToString(), t.Name))];
        Awaited = await holders.AwaitedAsync(actor, cancel);
        if (Input.Team is { } team)
        {
            var working = (await staff.MembersOfAsync(new TeamId(team), cancel)).Where(c => !c.Suspended);
            Colleagues = [.. (await holders.AmongAsync(working, new TeamId(team), cancel)).Select(c => Choose(c.Id.ToString(), c.Name))];
        }
        Ready = [.. await db.Set<CannedText>().AsNoTracking().Where(t => t.Organisation == actor.Organisation && t.RetiredAt == null)
            .OrderBy(t => t.Title).Select(t => Choose(t.Id.ToString(), t.Title)).ToListAsync(cancel)];
        Lists = new ContactChoices(texts.Language.Code);
        Oblasts = [.. CodeLists.Shipped.Places.Codes.Where(p => p.Parent is null).Select(p => Choose(p.Value, p.Name(texts.Language.Code)))];
        if (Input.Person is { } person && Input.Caller == Caller.Known) await ShowCallerAsync(new PersonId(person), actor, cancel);
    }

    private async Task ShowCallerAsync(PersonId person, Actor actor, CancellationToken cancel)
    {
        Chosen = await cards.OpenAsync(person, "log a consultation", actor, cancel);
        if (Chosen is null) return;
        Input.Who = Chosen.Name;
        if ((await contacts.CountAsync([person], actor, cancel)).GetValueOrDefault(person) is not { Count: > 0 } earlier) return;
        Earlier = texts.Plural(earlier.Count, "one earlier consultation", "{0} earlier consultations");
        if (!HttpMethods.IsGet(Request.Method)) return;
        Input.Country = earlier.Country ?? Input.Country;
        Input.Language = earlier.Language ?? Input.Language;
    }

    private static Choice Choose(string value, string text) => ContactChoices.Choose(value, text);
}
