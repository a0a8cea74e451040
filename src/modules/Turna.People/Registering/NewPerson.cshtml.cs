using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Turna.Design;
using Turna.Design.Components;
using Turna.Kernel;
using Turna.Members.Contracts;
using Turna.People.Contacting;
using Turna.People.Contracts;
using Turna.People.Keeping;
using Turna.People.Wording;
using Turna.Vault;

namespace Turna.People.Registering;

/// <summary>Registers a person. Likely duplicates are shown before anything is saved.</summary>
[Needs(PeoplePermissions.RegisterName)]
internal sealed class NewPersonModel(RegisterPerson register, PersonFinder finder, PersonShelf shelf, KeyVault vault, StaffDirectory staff, Visitor visitor, Texts texts) : PageModel
{
    [BindProperty]
    public NewPersonForm Input { get; set; } = new();

    public IReadOnlyList<FoundPerson> Likely { get; private set; } = [];

    public IReadOnlyList<Choice> Teams { get; private set; } = [];

    public string AnswerAbout(PersonId id) => Input.Twins.Find(t => t.Id == id.Value)?.Answer ?? "unsure";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (FormEntry.Asked(Request) is { } entry)
        {
            var id = new PersonId(entry);
            if (await shelf.MayOpenAsync(id, visitor.Actor, cancel)) return Redirect($"/people/{id}?already=1");
            if (await register.IsDoneAsync(id, cancel)) return Redirect("/people/registered");
            // An address somebody made up must not name another record.
            if ((await vault.HoldersAsync(id.Subject, cancel)).Count == 0) Input.Id = entry;
        }

        await LoadAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (await register.AlreadyDoneAsync(cancel) is { } done) return Away(done);
        var person = Input.Read();
        // What could not be read is told together with what may not be, and before anybody is asked who is like her.
        if (await register.CheckAsync(person, visitor.Actor, cancel) is { } wrong) ModelState.Add(FieldsOfForm(wrong), texts);
        Input.SafeContact.Check(ModelState, texts, $"{nameof(Input)}.{nameof(Input.SafeContact)}");
        if (!ModelState.IsValid) return this.Again();
        Likely = await finder.LikelySameAsync(person, visitor.Actor, cancel);
        if (Likely.Any(l => Input.Twins.TrueForAll(t => t.Id != l.Id.Value))) return Page();

        var result = await register.HandleAsync(person, Decisions(), visitor.Actor, cancel);
        return result.Succeeded ? Away(result.Value) : this.Refuse(FieldsOfForm(result.Error), texts);
    }

    private RedirectResult Away(PersonId id) =>
        Redirect(Input.Restricted ? "/people/registered" : Decisions().Exists(d => d.Decision == TwinDecision.Linked) ? $"/people/{id}?linked=1" : $"/people/{id}");

    private List<TwinSaid> Decisions() =>
    [
        .. Input.Twins.Where(t => t.Answer is "same" or "different")
            .Select(t => new TwinSaid(new PersonId(t.Id), t.Answer == "same" ? TwinDecision.Linked : TwinDecision.NotSame)),
    ];

    private async Task LoadAsync(CancellationToken cancel) =>
        Teams = [.. (await staff.TeamsAsync(visitor.Actor.Organisation, cancel))
            .Where(t => !visitor.Actor.BelongsTo(t.Id) || vault.Holds(CircleId.Of(t.Id))).Select(t => PersonWords.Choice(t.Id.ToString(), t.Name))];

    // The form asks for one telephone and one document, the use case takes lists.
    private static Error FieldsOfForm(Error error) => error is not Error.Invalid invalid ? error : new Error.Invalid(
        [.. invalid.Fields.Select(f => f with { Field = f.Field.Replace("Phones[0].Owner", "PhoneOwner", StringComparison.Ordinal).Replace("Phones[0]", "Phone", StringComparison.Ordinal).Replace("Documents[0]", "DocumentNumber", StringComparison.Ordinal) })]);
}
