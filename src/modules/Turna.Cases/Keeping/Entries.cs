using Turna.Cases.Contracts;
using Turna.Data;
using Turna.Kernel;
using Turna.Vault;

namespace Turna.Cases.Keeping;

/// <summary>What happened in a case.</summary>
internal enum EntryKind
{
    Opened,
    Note,
    StageChanged,
    HandedOver,
    DangerMarked,
    DangerPassed,
    ClosingRefused,

    /// <summary>A consultation was corrected and concerns somebody else.</summary>
    ConsultationLeft,

    /// <summary>One more colleague was named in a protected case.</summary>
    ColleagueNamed,

    /// <summary>What happened was corrected; the text is what stood before.</summary>
    StoryCorrected,

    /// <summary>The team may know of it from then on, with the reason.</summary>
    MadeStandard,

    /// <summary>The team may know of it from then on and is told that it is delicate, with the reason.</summary>
    MadeRestricted,

    /// <summary>Only those named may know of it from then on, with the reason.</summary>
    MadeProtected,
}

/// <summary>One line of a case's timeline. Immutable; its text is sealed.</summary>
internal sealed class Entry
{
    public Guid Id { get; init; }

    public CaseId Case { get; init; }

    public EntryKind Kind { get; init; }

    public DateTime At { get; init; }

    public MemberId Member { get; init; }

    /// <summary>The stage it moved to, where it moved.</summary>
    public Stage? Stage { get; init; }

    /// <summary>The colleague it went to, where it was handed over.</summary>
    public MemberId? To { get; init; }

    /// <summary>The colleague who had it, where it was handed over.</summary>
    public MemberId? From { get; init; }

    public Sealed? Text { get; set; }

    public Place TextPlace(OrganisationId organisation) => new(organisation, "cases_entry", "text", Id, new SubjectId(Case.Value), 1);
}

/// <summary>A service provided within a case.</summary>
internal sealed class ProvidedService
{
    public Guid Id { get; init; }

    public CaseId Case { get; init; }

    public OrganisationId Organisation { get; init; }

    /// <summary>Code of <c>content/codes/services.csv</c>.</summary>
    public required string Kind { get; init; }

    public DateOnly On { get; init; }

    public MemberId Member { get; init; }

    public int Quantity { get; init; } = 1;

    public long? CostMinor { get; init; }

    public string? Currency { get; init; }

    public DateTime LoggedAt { get; init; }

    /// <summary>When it happened.</summary>
    public Moment HappenedAt(TimeZoneInfo zone) => Moment.Of(On, LoggedAt, zone);

    public Sealed? Remark { get; set; }

    public Place RemarkPlace => new(Organisation, "cases_service", "remark", Id, new SubjectId(Case.Value), 1);
}

/// <summary>
/// A note, a service or a step to another stage was entered by mistake. What was entered stays readable, so that nothing disappears from a history, and counts no more.
/// </summary>
internal sealed class Mistake
{
    /// <summary>The id of the note, the service or the step.</summary>
    public Guid Id { get; init; }

    public CaseId Case { get; init; }

    public DateTime At { get; init; }

    public MemberId Member { get; init; }
}

/// <summary>Something that must be done by a day.</summary>
internal sealed class WorkTask : IRevised
{
    public TaskId Id { get; init; }

    public OrganisationId Organisation { get; init; }

    public TeamId Team { get; init; }

    public MemberId Assignee { get; set; }

    /// <summary>The case it belongs to, or</summary>
    public CaseId? Case { get; init; }

    /// <summary>the consultation whose follow-up it is.</summary>
    public ConsultationId? Consultation { get; init; }

    public DateOnly DueOn { get; set; }

    public DateTime CreatedAt { get; init; }

    public DateTime? DoneAt { get; set; }

    public MemberId? DoneBy { get; set; }

    public int Postponed { get; set; }

    /// <summary>When its assignee first saw it among what is new.</summary>
    public DateTime? SeenAt { get; set; }

    public Sealed Text { get; set; }

    public int ContentRevision { get; set; } = 1;

    public int Revision { get; set; } = 1;

    /// <summary>The subject under whose key its text is sealed: the case or the consultation.</summary>
    public SubjectId Subject => new(Case?.Value ?? Consultation!.Value.Value);

    public Place TextPlace => new(Organisation, "cases_task", "text", Id.Value, Subject, ContentRevision);

    public SealedContent UnderSeal => new(TextPlace, Text);
}

/// <summary>What a task seals.</summary>
internal sealed record TaskContent(string Text, string? PostponedBecause = null);
