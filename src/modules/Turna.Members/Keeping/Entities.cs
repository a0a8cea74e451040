using Turna.Data;
using Turna.Kernel;

namespace Turna.Members.Keeping;

/// <summary>An organisation that works with Turna.</summary>
internal sealed class Organisation : IRevised
{
    public OrganisationId Id { get; init; }

    public required string Name { get; set; }

    /// <summary>IANA name of the office's time zone: what "today" is.</summary>
    public string TimeZone { get; set; } = "Asia/Bishkek";

    public DateTime CreatedAt { get; init; }

    public int Revision { get; set; } = 1;
}

/// <summary>A team: the wall around its cases.</summary>
internal sealed class Team : IRevised
{
    public TeamId Id { get; init; }

    public OrganisationId Organisation { get; init; }

    public required string Name { get; set; }

    public DateTime? ClosedAt { get; set; }

    public int Revision { get; set; } = 1;
}

/// <summary>A member of staff and her account. Staff names are not sealed: colleagues must find each other.</summary>
internal sealed class Member : IRevised
{
    public MemberId Id { get; init; }

    public OrganisationId Organisation { get; init; }

    /// <summary>What she signs in with, lower case, unique in the deployment.</summary>
    public required string SignInName { get; set; }

    public required string Name { get; set; }

    /// <summary>Language of her screens: en, ru, ky or uz.</summary>
    public string Language { get; set; } = "ru";

    /// <summary>TOTP secret sealed under the pepper; null until it is set up.</summary>
    public byte[]? SealedTotp { get; set; }

    /// <summary>The last time step whose code was used, so that a code works once.</summary>
    public long LastTotpStep { get; set; }

    /// <summary>SHA-256 of the ticket for the first sign-in or a recovery; null when none is open.</summary>
    public byte[]? TicketHash { get; set; }

    public DateTime? TicketEndsAt { get; set; }

    public int FailedSignIns { get; set; }

    public DateTime? LockedUntil { get; set; }

    public DateTime? SuspendedAt { get; set; }

    public DateTime CreatedAt { get; init; }

    public int Revision { get; set; } = 1;

    private const int TriesBeforeRest = 5;
    private static readonly TimeSpan ShortestRest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestRest = TimeSpan.FromHours(1);

    /// <summary>Suspended, resting after wrong tries, or not yet set up: no password opens it.</summary>
    public bool MaySignIn(DateTime now) => SuspendedAt is null && SealedTotp is not null && !IsResting(now);

    /// <summary>Whether this is the ticket of her invitation. It holds until her authenticator is set up.</summary>
    public bool IsInvited(byte[] ticketHash, DateTime now) =>
        SuspendedAt is null && SealedTotp is null && TicketHash is not null && TicketEndsAt > now && TicketHash.AsSpan().SequenceEqual(ticketHash);

    public bool IsResting(DateTime now) => LockedUntil > now;

    /// <summary>Counts a wrong try; from the fifth on the account rests, each time twice as long. A try while it rests does not prolong it.</summary>
    public void Failed(DateTime now)
    {
        if (IsResting(now)) return;
        FailedSignIns++;
        if (FailedSignIns < TriesBeforeRest) return;
        var rest = ShortestRest * Math.Pow(2, Math.Min(FailedSignIns - TriesBeforeRest, 10));
        LockedUntil = now + (rest < LongestRest ? rest : LongestRest);
    }

    public void Succeeded() => (FailedSignIns, LockedUntil) = (0, null);
}

/// <summary>A role of a member, in a team or (without one) in the organisation.</summary>
internal sealed class Membership
{
    public Guid Id { get; init; }

    public MemberId Member { get; init; }

    public OrganisationId Organisation { get; init; }

    public TeamId? Team { get; init; }

    public Role Role { get; init; }

    public DateTime Since { get; init; }

    public static Membership Of(Member member, RoleGrant grant, DateTime since) => new()
    {
        Id = Guid.CreateVersion7(), Member = member.Id, Organisation = member.Organisation, Team = grant.Team, Role = grant.Role, Since = since,
    };
}

/// <summary>A recovery code of a member, usable once.</summary>
internal sealed class RecoveryCode
{
    public required byte[] Stored { get; init; }

    public MemberId Member { get; init; }
}

/// <summary>How a request for regained access ended.</summary>
internal enum RecoveryOutcome
{
    Waiting,
    Completed,
    Stopped,
}

/// <summary>
/// A member who lost her password asks to be let in again. The new password opens a key pair kept under the id of the request, so that
/// nobody but the one who asked can end it; two recovery shares and two days of delay stand before it.
/// </summary>
internal sealed class RecoveryRequest : IRevised
{
    public Guid Id { get; init; }

    public MemberId Member { get; init; }

    public OrganisationId Organisation { get; init; }

    /// <summary>SHA-256 of the ticket the requester was shown.</summary>
    public required byte[] TicketHash { get; init; }

    public DateTime RequestedAt { get; init; }

    /// <summary>Not before this moment.</summary>
    public DateTime ReadyAt { get; init; }

    public RecoveryOutcome Outcome { get; set; }

    public DateTime? EndedAt { get; set; }

    public int Revision { get; set; } = 1;

    /// <summary>Its key pair stands among the members' under this id.</summary>
    public MemberId KeyHolder => new(Id);
}
