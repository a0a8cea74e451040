using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Kernel;

namespace Turna.Vault;

/// <summary>Those who share a key: a team, or everyone in the organisation who works with people.</summary>
public readonly record struct CircleId(Guid Value) : IRecordId<CircleId>
{
    public static CircleId Of(TeamId team) => new(team.Value);

    public static CircleId Of(OrganisationId organisation) => new(organisation.Value);

    public static CircleId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

internal sealed class MemberKeyRow
{
    public MemberId Id { get; init; }

    public OrganisationId Organisation { get; init; }

    public required byte[] PublicKey { get; set; }

    /// <summary>PKCS#8 under HKDF(KDF(password), pepper).</summary>
    public required byte[] SealedPrivateKey { get; set; }

    /// <summary>Method, cost and salt, such as <c>pbkdf2-sha256$600000$…</c>.</summary>
    public required string Derivation { get; set; }
}

internal sealed class OrganisationKeyRow
{
    public OrganisationId Id { get; init; }

    public required byte[] RecoveryPublicKey { get; set; }

    /// <summary>Index key and fact key under the organisation circle's key of this generation; null until its first session.</summary>
    public byte[]? SealedIndexKeys { get; set; }

    public int Generation { get; set; }
}

internal sealed class CircleRow
{
    public CircleId Id { get; init; }

    public OrganisationId Organisation { get; init; }

    public int Generation { get; set; }

    public required byte[] IntakePublicKey { get; set; }

    public required byte[] SealedIntakeKey { get; set; }

    /// <summary>A member left: the next session of a holder makes a new key.</summary>
    public bool RotationDue { get; set; }
}

/// <summary>A circle's key, sealed to one holder (or, with the empty member, to the organisation's recovery key).</summary>
internal sealed class CircleKeyRow
{
    public CircleId Circle { get; init; }

    public int Generation { get; init; }

    public MemberId Member { get; init; }

    public OrganisationId Organisation { get; init; }

    public required byte[] SealedKey { get; init; }
}

internal enum GrantKind
{
    Circle,
    Intake,
    Member,
}

/// <summary>What lets a circle or a named member open a subject.</summary>
internal sealed class GrantRow
{
    public SubjectId Subject { get; init; }

    /// <summary>The circle, or the named member.</summary>
    public Guid Holder { get; init; }

    public OrganisationId Organisation { get; init; }

    public GrantKind Kind { get; set; }

    public int Generation { get; set; }

    public int Epoch { get; set; }

    public required byte[] SealedKey { get; set; }
}

/// <summary>
/// A subject that has, or once had, a key. Its primary key is what keeps a second key from being made under the same id, whatever kind of
/// record asks for it and however many ask at once.
/// </summary>
internal sealed class SubjectRow
{
    public SubjectId Id { get; init; }
}

/// <summary>Subjects whose keys were destroyed; replayed after a restore.</summary>
internal sealed class ErasureRow
{
    public SubjectId Subject { get; init; }

    public DateTime At { get; init; }
}

internal sealed class SessionRow
{
    public required byte[] Id { get; init; }

    public MemberId Member { get; init; }

    public OrganisationId Organisation { get; init; }

    public required byte[] SealedKeys { get; set; }

    /// <summary>Browser family and system; null where they are not known.</summary>
    public string? Device { get; init; }

    public DateTime StartedAt { get; init; }

    public DateTime SeenAt { get; set; }
}

/// <summary>Text of a form that could not be saved, sealed to the member who typed it.</summary>
internal sealed class DraftRow
{
    public Guid Id { get; init; }

    public MemberId Member { get; init; }

    public required byte[] SealedText { get; init; }

    public DateTime At { get; init; }
}

internal static class Rows
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<MemberKeyRow>(row => row.ToTable("vault_member_key"));
        model.Entity<OrganisationKeyRow>(row => row.ToTable("vault_organisation_key"));
        model.Entity<CircleRow>(row => row.ToTable("vault_circle"));
        model.Entity<CircleKeyRow>(row =>
        {
            row.ToTable("vault_circle_key");
            row.HasKey(r => new { r.Circle, r.Generation, r.Member });
            row.HasIndex(r => r.Member);
        });
        model.Entity<GrantRow>(row =>
        {
            row.ToTable("vault_grant");
            row.HasKey(r => new { r.Subject, r.Holder });
            row.HasIndex(r => new { r.Holder, r.Generation });
        });
        model.Entity<SubjectRow>(row =>
        {
            row.ToTable("vault_subject");
            row.Metadata.IsUnledgered("Says only that an id is taken; the grants that were made with it are on the ledger.");
        });
        model.Entity<ErasureRow>(row =>
        {
            row.ToTable("vault_erasure");
            row.HasKey(r => r.Subject);
        });
        model.Entity<SessionRow>(row =>
        {
            row.ToTable("vault_session");
            row.Property(r => r.Device).HasMaxLength(40);
            row.HasIndex(r => r.Member);
            row.Metadata.IsUnledgered("Comes and goes with each sign-in, which is on the ledger.");
        });
        model.Entity<DraftRow>(row =>
        {
            row.ToTable("vault_draft");
            row.HasIndex(r => new { r.Member, r.At });
            row.Metadata.IsUnledgered("Kept for a day for its writer alone.");
        });
    }
}
