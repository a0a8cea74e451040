using Turna.Kernel;

namespace Turna.Evidence.Contracts;

/// <summary>What kind of thing happened.</summary>
public enum FactKind
{
    /// <summary>One contact.</summary>
    Consultation,

    /// <summary>A service provided within a case.</summary>
    Service,

    CaseOpened,

    CaseClosed,
}

/// <summary>Sex as reports know it.</summary>
public enum Sex
{
    NotStated,
    Female,
    Male,
    Other,
}

/// <summary>The coded attributes of a person on the day of the fact. None of them names her.</summary>
/// <param name="Id">The person; becomes a pseudonym when the fact is published. Null for an anonymous caller.</param>
/// <param name="Sex">Sex.</param>
/// <param name="Age">Whole years on the day of the fact; becomes a band. Null when not known.</param>
/// <param name="Oblast">SOATE code of the home oblast; null when not known.</param>
public sealed record FactPerson(Guid? Id, Sex Sex, int? Age, string? Oblast)
{
    public static FactPerson Anonymous { get; } = new(null, Sex.NotStated, null, null);
}

/// <summary>
/// A coded row without identity: who did what kind of thing to what kind of person, when and where. Reports read nothing else.
/// </summary>
/// <param name="Record">The consultation, service or case it came from; becomes a keyed token.</param>
/// <param name="Kind">What happened.</param>
/// <param name="On">The day it happened.</param>
/// <param name="Team">The team whose work it is.</param>
/// <param name="Person">To what kind of person.</param>
public sealed record Fact(Guid Record, FactKind Kind, DateOnly On, TeamId Team, FactPerson Person)
{
    /// <summary>Where she is or goes: ISO 3166-1 alpha-2; null when not known.</summary>
    public string? Destination { get; init; }

    /// <summary>Code of the channel, of the service or of the case type, by kind.</summary>
    public string? Subtype { get; init; }

    /// <summary>Codes of the topics, for consultations.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    public int Minutes { get; init; }

    /// <summary>True for a protected case: counted where numbers are protected, left out of exact figures.</summary>
    public bool Guarded { get; init; }

    /// <summary>Money recovered, of closed cases and of consultations that a register brought.</summary>
    public Money? Recovered { get; init; }
}
