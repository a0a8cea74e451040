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
}

/// <summary>A recovery code of a member, usable once.</summary>
internal sealed class RecoveryCode
{
    public required byte[] Stored { get; init; }

    public MemberId Member { get; init; }
}
