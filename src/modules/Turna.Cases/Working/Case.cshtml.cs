using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Turna.Cases.Contracts;
using Turna.Cases.Keeping;
using Turna.Design;
using Turna.Design.Components;
using Turna.Kernel;
using Turna.Kernel.Codes;

namespace Turna.Cases.Working;

/// <summary>The parts of a case's page.</summary>
internal enum CaseTab
{
    Timeline,
    Tasks,
    Services,
    Team,
}

/// <summary>What the timeline can be narrowed to.</summary>
internal enum HappeningKind
{
    Note,
    Consultation,
    Service,
    Progress,
}

[Needs(CasesPermissions.OpenName)]
internal sealed class CaseModel(
    ShowCase show, WriteNote write, MoveCase move, ProvideService provide, MakeTask make, MarkDanger mark, MarkMistake mistake, HandOver handOver, NameColleague nameColleague, Visitor visitor, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public NoteForm Note { get; set; } = new();

    [BindProperty]
    public MoveForm Move { get; set; } = new();

    [BindProperty]
    public ServiceForm Service { get; set; } = new();

    [BindProperty]
    public TaskForm Task { get; set; } = new();

    [BindProperty]
    public DangerForm Danger { get; set; } = new();

    [BindProperty]
    public HandForm Hand { get; set; } = new();

    [BindProperty]
    public MistakeForm Mistake { get; set; } = new();

    [BindProperty]
    public NamingForm Naming { get; set; } = new();

    /// <summary>The part of the case that is shown; the timeline unless another is asked for.</summary>
    [BindProperty(SupportsGet = true)]
    public CaseTab Tab { get; set; }

    /// <summary>Narrows the timeline to one kind of happening.</summary>
    [BindProperty(SupportsGet = true)]
    public HappeningKind? Kind { get; set; }

    /// <summary>The kinds that occur in the timeline, with their words.</summary>
    public IReadOnlyList<(HappeningKind Kind, string Words)> Kinds { get; private set; } = [];

    public CaseView View { get; private set; } = null!;

    /// <summary>Its closing was approved a moment ago: what waits next, if anything does.</summary>
    public (int Waiting, CaseId? Next)? JustClosed { get; private set; }

    /// <summary>The forms of the page, each bound to a property of this name.</summary>
    private static readonly string[] Forms = [nameof(Note), nameof(Move), nameof(Service), nameof(Task), nameof(Danger), nameof(Hand), nameof(Mistake), nameof(Naming)];

    /// <summary>The form that was just refused: it is shown again with what was typed, whatever became of the case meanwhile.</summary>
    public string? Refused { get; private set; }

    /// <summary>Whether a form is shown again with what was written in it: it was refused, or it came along with another form that was sent.</summary>
    public bool Brings(string form) => Refused == form || ComesAlong(form);

    public int TasksLeft => View.Tasks.Count(t => t.DoneAt is null);

    public IReadOnlyList<Choice> Stages { get; private set; } = [];

    /// <summary>Nothing is chosen beforehand where every stage offered leads back: one press more must not undo what was done. Opening again says so itself.</summary>
    public bool OnlyGoesBack => !View.Case.IsClosed && View.Case.NextStages.All(s => s < View.Case.Stage || s is Stage.Closing or Stage.Closed);

    public IReadOnlyList<Choice> Services { get; private set; } = [];

    public IReadOnlyList<Choice> Currencies { get; private set; } = [];

    /// <summary>Those who could be named in this protected case too.</summary>
    public IReadOnlyList<Choice> Nameable { get; private set; } = [];

    public IReadOnlyList<Choice> Colleagues { get; private set; } = [];

    internal sealed class NoteForm
    {
        public string? Text { get; set; }
    }

    internal sealed class MoveForm
    {
        public Stage? To { get; set; }

        public Outcome? Outcome { get; set; }

        public decimal? Recovered { get; set; }

        public string? Currency { get; set; }

        public string? Remark { get; set; }

        /// <summary>The tasks that are open end with the case.</summary>
        public bool FinishTasks { get; set; }
    }

    internal sealed class ServiceForm
    {
        public string? Kind { get; set; }

        public DateOnly? On { get; set; }

        public int? Quantity { get; set; }

        public decimal? Cost { get; set; }

        public string? Currency { get; set; }

        public string? Remark { get; set; }
    }

    internal sealed class TaskForm
    {
        public Guid Id { get; set; } = Guid.CreateVersion7();

        public string? Text { get; set; }

        [AsksFor(AskedDay.Ahead)]
        public DateOnly? DueOn { get; set; }

        public Guid? Assignee { get; set; }
    }

    internal sealed class DangerForm
    {
        public bool InDanger { get; set; }

        public int? HoursSinceIncident { get; set; }
    }

    internal sealed class HandForm
    {
        public Guid? To { get; set; }
    }

    internal sealed class NamingForm
    {
        public Guid? Colleague { get; set; }
    }

    internal sealed class MistakeForm
    {
        public Guid? Entered { get; set; }
    }

    private string? done;

    private CaseId Case => new(Id);

    private MoveCase.Input Moving => new(Case, Move.To, Move.Outcome, Move.Recovered, Move.Currency, Move.Remark, Move.FinishTasks);

    private ProvideService.Input Provided => new(Case, Service.Kind, Service.On, Service.Quantity, Service.Cost, Service.Currency, Service.Remark);

    /// <summary>Whether a line of the timeline is hers to mark as entered by mistake.</summary>
    public bool MayMark(Happening happening) =>
        happening is { Entered: { } entered, Mistaken: null } && !View.Case.IsClosed && MarkMistake.IsFor(visitor.Actor, View.Case, entered.By);

    public bool IsShown(Happening happening) => Kind is not { } kind || kind == KindOf(happening);

    /// <summary>The day on which a stage was reached the last time; null when it was left out, or is not reached yet or not yet again.</summary>
    public DateOnly? ReachedOn(Stage stage)
    {
        if (stage == Stage.Open) return View.Case.OpenedOn;
        return stage <= View.Case.Stage && View.Reached.TryGetValue(stage, out var on) ? on : null;
    }

    private static HappeningKind KindOf(Happening happening) => happening switch
    {
        { Consultation: not null } => HappeningKind.Consultation,
        { Service: not null } => HappeningKind.Service,
        { Kind: EntryKind.Note } => HappeningKind.Note,
        _ => HappeningKind.Progress,
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public Task<IActionResult> OnPostNoteAsync(CancellationToken cancel) =>
        DoAsync(nameof(Note), () => write.HandleAsync(new WriteNote.Input(Case, Note.Text), visitor.Actor, cancel), cancel);

    public Task<IActionResult> OnPostMoveAsync(CancellationToken cancel) => DoAsync(
        nameof(Move), () => move.HandleAsync(Moving, visitor.Actor, cancel), cancel, () => move.CheckAsync(Moving, visitor.Actor, cancel));

    public Task<IActionResult> OnPostServiceAsync(CancellationToken cancel) => DoAsync(
        nameof(Service), () => provide.HandleAsync(Provided, visitor.Actor, cancel), cancel, () => provide.CheckAsync(Provided, visitor.Actor, cancel));

    public Task<IActionResult> OnPostTaskAsync(CancellationToken cancel) => DoAsync(
        nameof(Task),
        () => make.HandleAsync(new MakeTask.Input(new TaskId(Task.Id), Case, Task.Text, Task.DueOn, Task.Assignee is { } by ? new MemberId(by) : null), visitor.Actor, cancel),
        cancel);

    public Task<IActionResult> OnPostDangerAsync(CancellationToken cancel) => DoAsync(
        nameof(Danger), () => mark.HandleAsync(new MarkDanger.Input(Case, Danger.InDanger, Danger.HoursSinceIncident), visitor.Actor, cancel), cancel);

    public Task<IActionResult> OnPostHandAsync(CancellationToken cancel) => DoAsync(
        nameof(Hand), () => handOver.HandleAsync(new HandOver.Input(Case, null, null, Hand.To is { } to ? new MemberId(to) : null), visitor.Actor, cancel), cancel);

    public Task<IActionResult> OnPostNameAsync(CancellationToken cancel) => DoAsync(
        nameof(Naming), () => nameColleague.HandleAsync(new NameColleague.Input(Case, Naming.Colleague is { } colleague ? new MemberId(colleague) : null), visitor.Actor, cancel), cancel);

    public Task<IActionResult> OnPostMistakeAsync(CancellationToken cancel) => DoAsync(
        nameof(Mistake), () => mistake.HandleAsync(new MarkMistake.Input(Case, Mistake.Entered), visitor.Actor, cancel), cancel);

    /// <summary>
    /// Runs one act of the page; only its own form's fields count as input. What was written in the other forms and not sent comes along where scripts
    /// run: it is judged when its own form is sent, and until then the page answers with it, so that nothing is lost.
    /// </summary>
    private async Task<IActionResult> DoAsync<T>(string form, Func<Task<Result<T>>> act, CancellationToken cancel, Func<Task<Error?>>? check = null)
    {
        foreach (var (key, other) in ModelState)
        {
            if (IsOf(form, key)) continue;
            other.Errors.Clear();
            other.ValidationState = ModelValidationState.Skipped;
        }

        if (ModelState.IsValid)
        {
            var result = await act();
            if (result.Succeeded) return await DoneAsync(form, cancel);
            if (result.Error is Error.Missing) return NotFound();
            ModelState.Add(result.Error, texts, form);
        }
        else if (check is not null && await check() is { } wrong)
        {
            ModelState.AddBeside(wrong, texts, form);
        }

        Refused = form;
        return await LoadAsync(cancel) ? this.Again() : NotFound();
    }

    // An address cannot carry what was written, so with it the page answers at once. Sent again, it is answered by its operation.
    private async Task<IActionResult> DoneAsync(string form, CancellationToken cancel)
    {
        if (!Array.Exists(Forms, other => other != form && ComesAlong(other))) return Redirect(form == nameof(Move) && Move.To == Stage.Closed ? $"/cases/{Id}?approved=1" : form == nameof(Naming) ? $"/cases/{Id}?tab=team" : $"/cases/{Id}");
        foreach (var key in ModelState.Keys.Where(k => IsOf(form, k)).ToList()) ModelState.Remove(key);
        done = form;
        switch (form)
        {
            case nameof(Note): Note = new(); break;
            case nameof(Move): Move = new(); break;
            case nameof(Service): Service = new(); break;
            case nameof(Task): Task = new(); break;
            case nameof(Danger): Danger = new(); break;
            case nameof(Hand): Hand = new(); break;
            case nameof(Naming): Naming = new(); break;
        }

        return await LoadAsync(cancel) ? Page() : NotFound();
    }

    private bool ComesAlong(string form) => form != done && Request.HasFormContentType && Request.Form.Any(f => IsOf(form, f.Key) && f.Value.Any(v => !string.IsNullOrWhiteSpace(v)));

    private static bool IsOf(string form, string field) => field.StartsWith(form + ".", StringComparison.Ordinal);

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var shown = await show.HandleAsync(Case, visitor.Actor, cancel);
        if (!shown.Succeeded) return false;
        View = shown.Value;
        if (View is { MaySupervise: true, Case.IsClosed: true } && (Request.Query.ContainsKey("approved") || done == nameof(Move))) JustClosed = await move.WaitingAsync(visitor.Actor, cancel);
        Kinds = [.. View.Timeline.Select(KindOf).Distinct().Order().Select(k => (k, KindWords(k)))];
        Stages = [.. View.Case.NextStages.Where(s => s is not (Stage.Closed or Stage.Closing)).Select(s => Choose(s.ToString(), CaseWords.Of(texts, s)))];
        Services = [.. CodeLists.Shipped.Services.Codes.Select(s => Choose(s.Value, s.Name(texts.Language.Code)))];
        Currencies = [.. CodeLists.Shipped.Currencies.Codes.Select(c => Choose(c.Value, $"{c.Value} — {c.Name(texts.Language.Code)}"))];
        Nameable = [.. View.Nameable.Select(c => Choose(c.Id.ToString(), c.Name))];
        Colleagues = [.. View.Team.Where(c => !c.Suspended).Select(c => Choose(c.Id.ToString(), c.Name))];
        return true;
    }

    private string KindWords(HappeningKind kind) => kind switch
    {
        HappeningKind.Note => texts["Notes"],
        HappeningKind.Consultation => texts["Consultations"],
        HappeningKind.Service => texts["Services"],
        _ => texts["Progress"],
    };

    private static Choice Choose(string value, string text) => new(value, Design.Markup.Content.Text(text));
}
