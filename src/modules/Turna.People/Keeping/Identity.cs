using System.Text.Json.Serialization;
using Turna.Kernel;
using Turna.Names;
using Turna.People.Contracts;
using Sex = Turna.Evidence.Contracts.Sex;

namespace Turna.People.Keeping;

/// <summary>
/// Who she is: one sealed record. Lists keep their order; the first name is the one she uses. Serialised as JSON into the seal, so a
/// property once written keeps its name.
/// </summary>
internal sealed record Identity
{
    public IReadOnlyList<NameForm> Names { get; init; } = [];

    public Sex Sex { get; init; }

    /// <summary>Birth date in the form of <see cref="PartialDate"/>.</summary>
    public string? Born { get; init; }

    public IReadOnlyList<Phone> Phones { get; init; } = [];

    public IReadOnlyList<IdentityDocument> Documents { get; init; } = [];

    public IReadOnlyList<Address> Addresses { get; init; } = [];

    /// <summary>SOATE code of the oblast (or city of that rank) she comes from.</summary>
    public string? HomeOblast { get; init; }

    public string? Village { get; init; }

    public Education Education { get; init; }

    public MaritalStatus MaritalStatus { get; init; }

    /// <summary>ISO 639 codes, the language she speaks best first.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    public Functioning? Functioning { get; init; }

    public SafeContact SafeContact { get; init; } = new();

    public Guardian? Guardian { get; init; }

    [JsonIgnore]
    public PartialDate? BirthDate => PartialDate.TryParse(Born, out var date) ? date : null;

    /// <summary>The name she uses, family name first as registers are read.</summary>
    [JsonIgnore]
    public string DisplayName => Names.Count > 0 ? Names[0].Display : string.Empty;

    /// <summary>Whole years on a day, when they follow from what is known of her birth.</summary>
    public int? AgeOn(DateOnly day) => BirthDate is { } born && born.AgeOn(day) is var (least, most) && least == most ? least : null;

    /// <summary>Whether she may be under 18 on this day: in doubt she is protected as a child.</summary>
    public bool MayBeUnder18On(DateOnly day) => BirthDate is { } born && born.AgeOn(day).Least < 18;
}

/// <summary>Where a form of her name stands.</summary>
internal enum NameUse
{
    /// <summary>As she writes it herself.</summary>
    Own,

    /// <summary>Latin, as in the passport.</summary>
    Passport,

    /// <summary>An earlier family name.</summary>
    Former,

    /// <summary>As others write or call her.</summary>
    Other,
}

internal sealed record NameForm
{
    public NameUse Use { get; init; }

    public string? Family { get; init; }

    public string? Given { get; init; }

    public string? Patronymic { get; init; }

    /// <summary>A name that came in one piece, such as from a register; its parts are then not known apart.</summary>
    public string? Whole { get; init; }

    [JsonIgnore]
    public string Display => Whole ?? string.Join(' ', new[] { Family, Given, Patronymic }.Where(p => !string.IsNullOrWhiteSpace(p)));

    /// <summary>As the names engine reads it.</summary>
    public PersonName Read() => Whole is null ? PersonName.Of(Family, Given, Patronymic) : PersonName.Read(Whole);
}

internal sealed record Phone
{
    /// <summary>E.164, or as written when it fits no numbering plan.</summary>
    public required string Number { get; init; }

    public PhoneOwner Owner { get; init; }

    public string? Note { get; init; }
}

internal sealed record IdentityDocument
{
    public DocumentKind Kind { get; init; }

    public required string Number { get; init; }

    /// <summary>ISO 3166 alpha-2 of the state that issued it.</summary>
    public string? Country { get; init; }

    /// <summary>Last day of validity, in the form of <see cref="PartialDate"/>.</summary>
    public string? ValidUntil { get; init; }

    public string? Note { get; init; }

    [JsonIgnore]
    public PartialDate? Expiry => PartialDate.TryParse(ValidUntil, out var date) ? date : null;
}

internal enum AddressKind
{
    Home,
    Abroad,
    Shelter,
}

internal sealed record Address
{
    public AddressKind Kind { get; init; }

    public string? Country { get; init; }

    public required string Text { get; init; }
}

/// <summary>Highest level completed, ISCED 2011.</summary>
internal enum Education
{
    NotStated,
    None,
    Primary,
    LowerSecondary,
    UpperSecondary,
    PostSecondary,
    ShortTertiary,
    Bachelor,
    Master,
    Doctoral,
}

internal enum MaritalStatus
{
    NotStated,
    Single,
    Married,
    ReligiousMarriage,
    Partnered,
    Separated,
    Divorced,
    Widowed,
}

/// <summary>How much difficulty, in the words of the Washington Group Short Set (2020).</summary>
internal enum Difficulty
{
    NotAsked,
    None,
    Some,
    ALot,
    CannotAtAll,
}

/// <summary>
/// The six questions of the Washington Group Short Set on Functioning. Counted as disabled, by the Group's cut-off, is who has a lot of
/// difficulty or cannot do it at all in at least one.
/// </summary>
internal sealed record Functioning
{
    public Difficulty Seeing { get; init; }

    public Difficulty Hearing { get; init; }

    public Difficulty Walking { get; init; }

    public Difficulty Remembering { get; init; }

    public Difficulty SelfCare { get; init; }

    public Difficulty Communicating { get; init; }

    [JsonIgnore]
    public bool IsAsked => All.Any(d => d != Difficulty.NotAsked);

    [JsonIgnore]
    public bool MeansDisability => All.Any(d => d is Difficulty.ALot or Difficulty.CannotAtAll);

    private IEnumerable<Difficulty> All => [Seeing, Hearing, Walking, Remembering, SelfCare, Communicating];
}

/// <summary>Who speaks for her while she is under 18.</summary>
internal sealed record Guardian
{
    public required string Name { get; init; }

    public string? Relation { get; init; }

    public string? Phone { get; init; }

    /// <summary>Whether the guardian agreed that we work with her.</summary>
    public bool Agrees { get; init; }

    /// <summary>Whether she herself agreed, as far as her age allows.</summary>
    public bool ChildAssents { get; init; }
}
