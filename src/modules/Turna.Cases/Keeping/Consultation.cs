using Turna.Cases.Contracts;
using Turna.Data;
using Turna.Kernel;
using Turna.Kernel.Codes;
using Turna.Vault;

namespace Turna.Cases.Keeping;

/// <summary>Who asked.</summary>
internal enum Asker
{
    Person,
    Relative,
    Anonymous,
}

/// <summary>Who may know of a record at all.</summary>
internal enum Sensitivity
{
    /// <summary>The team.</summary>
    Standard,

    /// <summary>The team only, whatever wider rights a member has.</summary>
    Restricted,

    /// <summary>Named members only.</summary>
    Protected,
}

/// <summary>One contact. Coded particulars are plain; who it concerns and what was said is sealed.</summary>
internal sealed class Consultation : IRevised
{
    public ConsultationId Id { get; init; }

    public OrganisationId Organisation { get; init; }

    public TeamId Team { get; init; }

    /// <summary>Who logged it.</summary>
    public MemberId Member { get; init; }

    public DateOnly On { get; set; }

    public DateTime LoggedAt { get; init; }

    /// <summary>When it happened.</summary>
    public Moment HappenedAt(TimeZoneInfo zone) => Moment.Of(On, LoggedAt, zone);

    public required string Channel { get; set; }

    public string? Country { get; set; }

    public required string Language { get; set; }

    public Asker Asker { get; set; }

    /// <summary>Topic codes, sorted, separated by spaces.</summary>
    public required string Topics { get; set; }

    public int? Minutes { get; set; }

    public Sensitivity Sensitivity { get; set; }

    /// <summary>The case it belongs to or opened.</summary>
    public CaseId? Case { get; set; }

    /// <summary>Keyed link to the person; null for an anonymous caller.</summary>
    public Token? PersonLink { get; set; }

    public Sealed Content { get; set; }

    public int ContentRevision { get; set; } = 1;

    /// <summary>When it was corrected last; null when it stands as it was logged.</summary>
    public DateTime? CorrectedAt { get; set; }

    public MemberId? CorrectedBy { get; set; }

    public int Revision { get; set; } = 1;

    public const string LinkKind = "consultation";

    public SubjectId Subject => new(Id.Value);

    public IEnumerable<string> TopicCodes => Topics.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether one of these topics makes a consultation restricted by itself.</summary>
    public static bool IsDelicate(IEnumerable<string> topics) =>
        topics.Any(topic => CodeLists.Shipped.Topics.TryFind(topic, out var code) && code.Column("sensitivity") == "restricted");

    /// <summary>
    /// A delicate topic restricts it; that it is gone does not open it again. Only who supervises the team may say so, and not while such a
    /// topic stands.
    /// </summary>
    public void Restrict(bool opened)
    {
        if (IsDelicate(TopicCodes) && Sensitivity == Sensitivity.Standard) Sensitivity = Sensitivity.Restricted;
        else if (opened && !IsDelicate(TopicCodes) && Sensitivity == Sensitivity.Restricted) Sensitivity = Sensitivity.Standard;
    }

    /// <summary>Whom it concerns from now on; null for somebody anonymous.</summary>
    public void Concern(Token? link)
    {
        PersonLink = link;
        Asker = link is null ? Asker.Anonymous : Asker == Asker.Anonymous ? Asker.Person : Asker;
    }

    public Place ContentPlace => new(Organisation, "cases_consultation", "content", Id.Value, Subject, ContentRevision);

    public SealedContent UnderSeal => new(ContentPlace, Content);
}

/// <summary>What a consultation seals: whom it concerns and what was said.</summary>
internal sealed record ConsultationContent(Guid? Person, string? Advice, string? City, BringingIn.RegisterNote? Register = null);

/// <summary>A text of the organisation's own that advice often repeats. Holds nothing about a person.</summary>
internal sealed class CannedText : IRevised
{
    public Guid Id { get; init; }

    public OrganisationId Organisation { get; init; }

    public required string Title { get; set; }

    public required string Text { get; set; }

    public DateTime? RetiredAt { get; set; }

    public int Revision { get; set; } = 1;
}
