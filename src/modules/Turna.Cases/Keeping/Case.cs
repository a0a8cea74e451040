using Turna.Cases.Contracts;
using Turna.Data;
using Turna.Kernel;
using Turna.Vault;

namespace Turna.Cases.Keeping;

/// <summary>What a case is about.</summary>
internal enum CaseType
{
    UnpaidWages,
    DocumentsWithheld,
    ForcedLabour,
    GenderBasedViolence,
    StayAndReentryBan,
    Health,
    Pension,
    MissingRelative,
    ChildLeftBehind,
    Return,
    Other,
}

/// <summary>Where a case stands.</summary>
internal enum Stage
{
    Open,
    Assessed,
    Planned,
    InService,
    Closing,
    Closed,
}

/// <summary>How a case ended.</summary>
internal enum Outcome
{
    Achieved,
    Partly,
    NotAchieved,
    Withdrawn,
}

/// <summary>A matter that needs more than one contact. States and times are plain; whom it concerns and the story are sealed.</summary>
internal sealed class Case : IRevised
{
    public const string LinkKind = "case";

    private static readonly Dictionary<Stage, Stage[]> Next = new()
    {
        [Stage.Open] = [Stage.Assessed, Stage.Closing],
        [Stage.Assessed] = [Stage.Planned, Stage.Closing],
        [Stage.Planned] = [Stage.InService, Stage.Closing],
        [Stage.InService] = [Stage.Planned, Stage.Closing],
        [Stage.Closing] = [Stage.InService, Stage.Closed],
        [Stage.Closed] = [Stage.InService],
    };

    public CaseId Id { get; init; }

    public OrganisationId Organisation { get; init; }

    public TeamId Team { get; init; }

    public MemberId Responsible { get; set; }

    public CaseType Type { get; init; }

    public Sensitivity Sensitivity { get; private set; }

    public Stage Stage { get; private set; } = Stage.Open;

    public DateOnly OpenedOn { get; init; }

    public DateTime StageSince { get; private set; }

    public DateOnly? ClosedOn { get; private set; }

    public Outcome? Outcome { get; private set; }

    /// <summary>Money recovered, in minor units of <see cref="Currency"/>.</summary>
    public long? RecoveredMinor { get; private set; }

    public string? Currency { get; private set; }

    /// <summary>True while somebody in this case is in danger.</summary>
    public bool InDanger { get; set; }

    /// <summary>When the 72 hours after an incident end in which medical help protects best; null when there is none.</summary>
    public DateTime? MedicalWindowEndsAt { get; set; }

    public Token PersonLink { get; set; }

    public Sealed Content { get; set; }

    public int ContentRevision { get; set; } = 1;

    public int Revision { get; set; } = 1;

    public SubjectId Subject => new(Id.Value);

    public Place ContentPlace => new(Organisation, "cases_case", "content", Id.Value, Subject, ContentRevision);

    public SealedContent UnderSeal => new(ContentPlace, Content);

    /// <summary>A number to say on the phone: the year and six letters of the id. Not promised to be unique across a deployment.</summary>
    public string Number => NumberOf(Id, OpenedOn);

    public static string NumberOf(CaseId id, DateOnly openedOn) => $"{openedOn.Year}-{Convert.ToHexString(id.Value.ToByteArray(bigEndian: true).AsSpan(13))}";

    public bool IsClosed => Stage == Stage.Closed;

    /// <summary>The stages that may follow now.</summary>
    public IReadOnlyList<Stage> NextStages => Next[Stage];

    /// <summary>Moves the case; closing with its outcome is <see cref="Close"/>.</summary>
    public Result<Done> MoveTo(Stage stage, DateTime at)
    {
        if (stage == Stage.Closed) return Error.Refuse("A case is closed with its outcome, by a supervisor.");
        if (!NextStages.Contains(stage)) return Error.Refuse("A case cannot go from here to that stage.");
        if (Stage == Stage.Closed) (ClosedOn, Outcome, RecoveredMinor, Currency) = (null, null, null, null);
        (Stage, StageSince) = (stage, at);
        return Done.It;
    }

    /// <summary>Who may know of it from now on. Whose keys follow is for the use case.</summary>
    public Result<Done> Reach(Sensitivity to)
    {
        if (to == Sensitivity) return Error.Field("To", "It is so already. Choose what it should be");
        Sensitivity = to;
        return Done.It;
    }

    /// <summary>Takes back the step that led here from another stage and was a mistake.</summary>
    public Result<Done> TakeBack(Stage before, DateTime since)
    {
        if (IsClosed || Stage == Stage.Closing || !Next[before].Contains(Stage)) return Error.Refuse("A case cannot go from here to that stage.");
        (Stage, StageSince) = (before, since);
        return Done.It;
    }

    /// <summary>What the worker proposes when she asks for closing.</summary>
    public Result<Done> ProposeClosing(Outcome outcome, Money? recovered, DateTime at)
    {
        var moved = MoveTo(Stage.Closing, at);
        if (!moved.Succeeded) return moved;
        (Outcome, RecoveredMinor, Currency) = (outcome, recovered?.MinorUnits, recovered?.Currency);
        return Done.It;
    }

    /// <summary>The supervisor's approval.</summary>
    public Result<Done> Close(DateOnly on, DateTime at)
    {
        if (Stage != Stage.Closing || Outcome is null) return Error.Refuse("Only a case whose closing was proposed can be closed.");
        (Stage, StageSince, ClosedOn) = (Stage.Closed, at, on);
        (InDanger, MedicalWindowEndsAt) = (false, null);
        return Done.It;
    }

    public static Case Open(CaseId id, OrganisationId organisation, TeamId team, MemberId responsible, CaseType type, Sensitivity sensitivity, DateOnly on, DateTime at) => new()
    {
        Id = id, Organisation = organisation, Team = team, Responsible = responsible, Type = type, Sensitivity = sensitivity, OpenedOn = on, StageSince = at,
    };
}

/// <summary>What a case seals: whom it concerns and why it was opened.</summary>
internal sealed record CaseContent(Guid Person, string Reason);

/// <summary>A member named in a protected case: only these know of it.</summary>
internal sealed class NamedMember
{
    public CaseId Case { get; init; }

    public MemberId Member { get; init; }
}
