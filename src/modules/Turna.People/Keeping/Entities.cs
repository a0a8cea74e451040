using Turna.Data;
using Turna.Kernel;
using Turna.People.Contracts;
using Turna.Vault;

namespace Turna.People.Keeping;

/// <summary>A person, as far as a thief may see her: that she is there.</summary>
internal sealed class Person : IRevised
{
    public PersonId Id { get; init; }

    public OrganisationId Organisation { get; init; }

    /// <summary>The team that keeps her: the one that registered her, or the only one that may open a restricted person.</summary>
    public TeamId? Team { get; set; }

    /// <summary>The team that kept her before somebody who is not of it restricted her to another: it does not lose its say about erasing her.</summary>
    public TeamId? TakenFrom { get; set; }

    public PersonSensitivity Sensitivity { get; set; }

    public DateTime RegisteredAt { get; init; }

    /// <summary>The day after which her record is deleted unless work with her goes on.</summary>
    public DateOnly KeepUntil { get; set; }

    /// <summary>When the organisation was told that the time is running out.</summary>
    public DateTime? WarnedAt { get; set; }

    public int Revision { get; set; } = 1;

    public int ContentRevision { get; set; } = 1;

    /// <summary>The making of the name index that holds her entries; 0 when none does.</summary>
    public int KeyRound { get; set; }

    public Sealed Identity { get; set; }

    public Place Place => new(Organisation, "people_person", "identity", Id.Value, Id.Subject, ContentRevision);
}

/// <summary>
/// One making of an organisation's name index. A change of the rules, or growth beyond the width of the tokens, begins another beside it;
/// the old one is searched until everybody stands in the new one.
/// </summary>
internal sealed class IndexRound
{
    public int Number { get; init; }

    public OrganisationId Organisation { get; init; }

    /// <summary>Version of the engine's keys.</summary>
    public int Rules { get; init; }

    /// <summary>Bits of a token.</summary>
    public int Width { get; init; }

    public DateTime BegunAt { get; init; }
}

/// <summary>
/// An entry of the name index: a token so short that strangers share it, and, sealed, whom it points to.
/// </summary>
internal sealed class NameEntry
{
    public int Round { get; init; }

    public int Token { get; init; }

    public required byte[] Reference { get; init; }
}

/// <summary>
/// An entry of the index of telephones and documents: a keyed token and, sealed, whom it points to. Rows of one person have nothing in common for whoever
/// lacks the index key.
/// </summary>
internal sealed class IndexEntry
{
    public Token Token { get; init; }

    public Sealed Reference { get; init; }
}

/// <summary>What she agreed to. Withdrawn means that nothing may stand on it any more.</summary>
internal sealed class Consent : IRevised
{
    public Guid Id { get; init; }

    public OrganisationId Organisation { get; init; }

    public Token Holder { get; init; }

    public ConsentPurpose Purpose { get; init; }

    public DateOnly GivenOn { get; init; }

    public DateOnly? Until { get; init; }

    public DateOnly? WithdrawnOn { get; set; }

    public Sealed Detail { get; set; }

    public int Revision { get; set; } = 1;

    public bool HoldsOn(DateOnly day) => WithdrawnOn is null && GivenOn <= day && (Until is not { } until || day <= until);

    public Place Place(PersonId person) => new(Organisation, "people_consent", "detail", Id, person.Subject, 1);
}

/// <summary>What a consent says beyond its purpose. Sealed.</summary>
internal sealed record ConsentDetail
{
    /// <summary>To whom: "Sezim shelter".</summary>
    public string? Recipient { get; init; }

    /// <summary>Which kinds of facts.</summary>
    public string? What { get; init; }

    public ConsentManner Manner { get; init; }

    public string? Note { get; init; }
}

/// <summary>How consent was given.</summary>
internal enum ConsentManner
{
    Signature,
    Voice,
    Thumb,
    Guardian,
}

/// <summary>A stay abroad: coded for reports, its story sealed.</summary>
internal sealed class Journey : IRevised
{
    public Guid Id { get; init; }

    public OrganisationId Organisation { get; init; }

    public Token Traveller { get; init; }

    /// <summary>ISO 3166 alpha-2.</summary>
    public required string Destination { get; set; }

    /// <summary>Section of ISIC Rev. 4.</summary>
    public string? Sector { get; set; }

    public JobFoundBy FoundBy { get; set; }

    public ContractStatus Contract { get; set; }

    public StayStatus Stay { get; set; }

    public Sealed Detail { get; set; }

    public int Revision { get; set; } = 1;

    public int ContentRevision { get; set; } = 1;

    public Place Place(PersonId person) => new(Organisation, "people_journey", "detail", Id, person.Subject, ContentRevision);
}

/// <summary>The story of a journey. Sealed. Dates in the form of <see cref="PartialDate"/>, sums as decimal text with their currency.</summary>
internal sealed record JourneyDetail
{
    public string? Place { get; init; }

    public string? Left { get; init; }

    public string? Returned { get; init; }

    public bool Planned { get; init; }

    public string? Occupation { get; init; }

    /// <summary>ISCO-08 code.</summary>
    public string? Isco { get; init; }

    public string? Employer { get; init; }

    /// <summary>Last day of lawful stay.</summary>
    public string? StayUntil { get; init; }

    public IReadOnlyList<RecruitmentCost> Costs { get; init; } = [];

    public decimal? FirstMonthEarnings { get; init; }

    public decimal? MonthlyRemittance { get; init; }

    public string? Currency { get; init; }

    public string? ReturnReason { get; init; }

    public string? Note { get; init; }

    public PartialDate? LeftOn => PartialDate.TryParse(Left, out var date) ? date : null;

    public PartialDate? ReturnedOn => PartialDate.TryParse(Returned, out var date) ? date : null;

    public PartialDate? StayEnds => PartialDate.TryParse(StayUntil, out var date) ? date : null;
}

/// <summary>What a worker paid to get the job; the code is one of SDG indicator 10.7.1.</summary>
internal sealed record RecruitmentCost(string Item, decimal Amount, string Currency);

internal enum JobFoundBy
{
    NotStated,
    Relatives,
    StateCentre,
    LicensedAgency,
    UnlicensedBroker,
    Employer,
    Online,
    Other,
}

internal enum ContractStatus
{
    NotStated,
    Written,
    Verbal,
    None,
}

internal enum StayStatus
{
    NotStated,
    Citizen,
    Residence,
    WorkPermit,
    EaeuContract,
    Registered,
    Visitor,
    Overstayed,
    BannedFromEntry,
}

/// <summary>Somebody of her household or family. Sealed under her key; when that somebody is registered too, her token stands beside.</summary>
internal sealed class Relation : IRevised
{
    public Guid Id { get; init; }

    public OrganisationId Organisation { get; init; }

    public Token Of { get; init; }

    public Token? To { get; init; }

    public Sealed Detail { get; set; }

    public int Revision { get; set; } = 1;

    public int ContentRevision { get; set; } = 1;

    public Place Place(PersonId person) => new(Organisation, "people_relation", "detail", Id, person.Subject, ContentRevision);
}

internal sealed record RelationDetail
{
    public RelationKind Kind { get; init; }

    public string? Name { get; init; }

    public int? BirthYear { get; init; }

    /// <summary>The related person's own record.</summary>
    public Guid? Person { get; init; }

    /// <summary>The one whose relation this is, so that the other side can be shown from either end.</summary>
    public Guid Of { get; init; }

    public bool LivesWithHer { get; init; }

    /// <summary>A child who stayed at home while she is abroad.</summary>
    public bool LeftBehind { get; init; }

    public bool CaresForChildren { get; init; }

    public bool DecidesOnRemittances { get; init; }

    /// <summary>Contact with this person may endanger her.</summary>
    public bool Dangerous { get; init; }

    public string? Note { get; init; }
}

internal enum RelationKind
{
    Child,
    Husband,
    Wife,
    Partner,
    Mother,
    Father,
    Sister,
    Brother,
    MotherInLaw,
    Guardian,
    OtherRelative,
    Other,
}

/// <summary>What a member decided about two records that looked like one person.</summary>
internal sealed class Twin : IRevised
{
    public Guid Id { get; init; }

    public OrganisationId Organisation { get; init; }

    /// <summary>Token of the pair, the same from either end: one decision for each pair.</summary>
    public Token Pair { get; init; }

    public Token One { get; init; }

    public Token Other { get; init; }

    /// <summary>Both persons, for whoever holds the index key.</summary>
    public Sealed OneReference { get; init; }

    public Sealed OtherReference { get; init; }

    public TwinDecision Decision { get; set; }

    public DateTime DecidedAt { get; set; }

    public MemberId DecidedBy { get; set; }

    public int Revision { get; set; } = 1;
}

internal enum TwinDecision
{
    /// <summary>One person with two records, on evidence.</summary>
    Linked,

    /// <summary>Two persons: never suggested again.</summary>
    NotSame,

    /// <summary>A link that was undone: may be suggested again.</summary>
    Undone,
}

/// <summary>A file about her, sealed as it came.</summary>
internal sealed class Attachment
{
    public Guid Id { get; init; }

    public OrganisationId Organisation { get; init; }

    public Token Owner { get; init; }

    public DateTime AddedAt { get; init; }

    public MemberId AddedBy { get; init; }

    public int Size { get; init; }

    public FileKind Kind { get; init; }

    public Sealed Caption { get; init; }

    public Sealed Content { get; init; }

    public Place CaptionPlace(PersonId person) => new(Organisation, "people_attachment", "caption", Id, person.Subject, 1);

    public Place ContentPlace(PersonId person) => new(Organisation, "people_attachment", "content", Id, person.Subject, 1);
}

internal sealed record AttachmentCaption(string FileName, string? Note);

/// <summary>The kinds of files that are taken, known by their first bytes and not by their name.</summary>
internal enum FileKind
{
    Jpeg,
    Png,
    WebP,
    Heic,
    Pdf,
}
