using Turna.Evidence.Contracts;
using Turna.Kernel;
using Turna.People.Contacting;
using Turna.People.Registering;

namespace Turna.People.Contracts;

/// <summary>The kinds of documents that name a person.</summary>
public enum DocumentKind
{
    Passport,
    IdentityCard,
    PersonalNumber,
    Snils,
    Inn,
    WorkPermit,
    MigrationCard,
    BirthCertificate,
    DrivingLicence,
    Other,
}

/// <summary>A telephone as it was written, and whose it is: nobody is asked for on a number that is taken for hers by mistake, so null is refused.</summary>
public sealed record NewPhone(string Number, PhoneOwner? Owner, string? Note = null)
{
    /// <summary>It comes from a register: kept as it stands there, although nobody can dial it.</summary>
    public bool AsFound { get; init; }
}

/// <summary>A document as it was written; <paramref name="Country"/> is ISO 3166 alpha-2.</summary>
public sealed record NewDocument(DocumentKind Kind, string Number, string? Country = null, PartialDate? ValidUntil = null);

/// <summary>
/// A person to be registered. Either the parts of her name or, where it came in one piece, <see cref="WholeName"/>.
/// Field names in errors are the names of these properties; <c>Phones[0]</c>, <c>Phones[0].Owner</c> and <c>Documents[0]</c> name an entry.
/// </summary>
public sealed record NewPerson
{
    /// <summary>Made by who asks, so that a repeated send is harmless.</summary>
    public PersonId Id { get; init; } = PersonId.New();

    public string? Family { get; init; }

    public string? Given { get; init; }

    public string? Patronymic { get; init; }

    /// <summary>The whole name in one text, when its parts are not known apart.</summary>
    public string? WholeName { get; init; }

    /// <summary>The name in Latin letters as in the passport.</summary>
    public string? PassportName { get; init; }

    /// <summary>Other ways her name is written.</summary>
    public IReadOnlyList<string> OtherNames { get; init; } = [];

    public Sex Sex { get; init; }

    public PartialDate? Born { get; init; }

    public IReadOnlyList<NewPhone> Phones { get; init; } = [];

    public IReadOnlyList<NewDocument> Documents { get; init; } = [];

    /// <summary>SOATE code of level 1.</summary>
    public string? HomeOblast { get; init; }

    public string? Village { get; init; }

    public SafeContact SafeContact { get; init; } = new();

    public PersonSensitivity Sensitivity { get; init; }

    /// <summary>The team that keeps her; must be given for a restricted person. Without one, the first team of who registers.</summary>
    public TeamId? Team { get; init; }

    /// <summary>What she agreed to today, by voice.</summary>
    public IReadOnlyList<ConsentPurpose> Consents { get; init; } = [];

    /// <summary>The first day we knew her, for a register of earlier years; null for today.</summary>
    public DateOnly? KnownSince { get; init; }

    /// <summary>
    /// The same person under a name that somebody typed in one line: in its parts, as they were written, where each word says which it is; else in one piece.
    /// Not promised: that an uncommon family name without an ending is parted.
    /// </summary>
    public NewPerson Named(string? typed) => TypedName.Of(typed) is { } parts
        ? this with { Family = parts.Family, Given = parts.Given, Patronymic = parts.Patronymic, WholeName = null }
        : this with { WholeName = typed };
}

/// <summary>Registers people from other rooms: the consultation page and the import.</summary>
public sealed class PersonRegister
{
    private readonly RegisterPerson register;
    private readonly TightenContact tighten;

    internal PersonRegister(RegisterPerson register, TightenContact tighten) => (this.register, this.tighten) = (register, tighten);

    /// <summary>What is wrong with the fields, all at once, without adding anybody; null when nothing is.</summary>
    public Task<Error?> CheckAsync(NewPerson person, Actor actor, CancellationToken cancel) => register.CheckAsync(person, actor, cancel);

    /// <summary>
    /// Adds a person to the current unit of work, with her leaf. The caller commits; nothing is saved before.
    /// Errors name every wrong field at once. Not promised: that she is not known already, see <see cref="PersonFinder.LikelySameAsync"/>.
    /// </summary>
    public Task<Result<PersonId>> AddAsync(NewPerson person, Actor actor, CancellationToken cancel) => register.AddAsync(person, actor, cancel);

    /// <summary>
    /// Adds many people to the current unit of work, each with her leaf; the answers stand in the order given. Somebody who is refused is
    /// left out, the others stay.
    /// </summary>
    public Task<IReadOnlyList<Result<PersonId>>> AddAllAsync(IReadOnlyList<NewPerson> people, Actor actor, CancellationToken cancel) =>
        register.AddAllAsync(people, actor, cancel);

    /// <summary>
    /// Adds safe-contact rules to somebody known, in the current unit of work. Nothing that stands there is loosened: hours are narrowed, what
    /// was forbidden stays forbidden, words are added to the note. False when she is missing, not to be known, or knows all of it already.
    /// </summary>
    public Task<bool> TightenAsync(PersonId person, SafeContact rules, Actor actor, CancellationToken cancel) => tighten.AddAsync(person, rules, actor, cancel);
}
