using Turna.Design;
using Turna.Evidence.Contracts;
using Turna.Kernel;
using Turna.People.Contacting;
using Turna.People.Keeping;
using Turna.People.Matching;

namespace Turna.People.Contracts;

/// <summary>What other rooms show of a person.</summary>
public sealed record PersonCard
{
    public required PersonId Id { get; init; }

    /// <summary>The name she uses.</summary>
    public required string Name { get; init; }

    /// <summary>Her other names and spellings.</summary>
    public IReadOnlyList<string> OtherNames { get; init; } = [];

    public Sex Sex { get; init; }

    public PartialDate? Born { get; init; }

    /// <summary>SOATE code of level 1.</summary>
    public string? HomeOblast { get; init; }

    public string? Village { get; init; }

    public PersonSensitivity Sensitivity { get; init; }

    public SafeContact SafeContact { get; init; } = new();

    /// <summary>The safe-contact rules as sentences in the language of the request; show them before any number.</summary>
    public IReadOnlyList<string> SafeContactLines { get; init; } = [];

    public IReadOnlyList<ContactPhone> Phones { get; init; } = [];

    /// <summary>The numbers, each with whose it is, in the language of the request.</summary>
    public IReadOnlyList<string> PhoneLines { get; init; } = [];

    /// <summary>ISO 639 codes, best first.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];
}

/// <summary>Opens the cards of people for pages of other rooms. Those missing or not to be known are left out.</summary>
public sealed class PersonCards
{
    private readonly PersonShelf shelf;
    private readonly LinkedRecords linked;
    private readonly Texts texts;

    internal PersonCards(PersonShelf shelf, LinkedRecords linked, Texts texts) => (this.shelf, this.linked, this.texts) = (shelf, linked, texts);

    /// <summary>Opens cards, with one leaf for all.</summary>
    /// <param name="people">Whose.</param>
    /// <param name="purpose">A fixed phrase for the ledger, never free text.</param>
    /// <param name="actor">Who opens.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<IReadOnlyDictionary<PersonId, PersonCard>> OpenAsync(IReadOnlyCollection<PersonId> people, string purpose, Actor actor, CancellationToken cancel)
    {
        var open = await shelf.OpenAsync(people, PeopleActs.Opened, purpose, actor, cancel);
        return open.ToDictionary(p => p.Id, Card);
    }

    /// <summary>
    /// Opens one card; null when she is missing or not to be known. How she may be reached without danger is taken from the records linked with hers too, those that the
    /// reader may open.
    /// </summary>
    public async Task<PersonCard?> OpenAsync(PersonId person, string purpose, Actor actor, CancellationToken cancel)
    {
        if ((await OpenAsync([person], purpose, actor, cancel)).GetValueOrDefault(person) is not { } card) return null;
        var rules = LinkedRecords.Together(card.SafeContact, await linked.OfAsync(person, purpose, actor, cancel));
        return card with { SafeContact = rules, SafeContactLines = SafeContactWords.Lines(rules, texts) };
    }

    private PersonCard Card(OpenPerson open) => new()
    {
        Id = open.Id,
        Name = open.Identity.DisplayName,
        OtherNames = [.. open.Identity.Names.Skip(1).Select(n => n.Display)],
        Sex = open.Identity.Sex,
        Born = open.Identity.BirthDate,
        HomeOblast = open.Identity.HomeOblast,
        Village = open.Identity.Village,
        Sensitivity = open.Row.Sensitivity,
        SafeContact = open.Identity.SafeContact,
        SafeContactLines = SafeContactWords.Lines(open.Identity.SafeContact, texts),
        Phones = [.. open.Identity.Phones.Select(p => new ContactPhone(p.Number, p.Owner, p.Note))],
        PhoneLines = [.. open.Identity.Phones.Select(p => SafeContactWords.Line(p, texts))],
        Languages = open.Identity.Languages,
    };
}
