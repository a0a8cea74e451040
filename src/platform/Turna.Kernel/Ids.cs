namespace Turna.Kernel;

/// <summary>
/// An id that knows what it identifies. Made by whoever creates the record (UUID version 7), so a repeated send is harmless.
/// </summary>
/// <typeparam name="TSelf">The id type itself.</typeparam>
public interface IRecordId<TSelf> where TSelf : struct, IRecordId<TSelf>
{
    /// <summary>The UUID as stored.</summary>
    Guid Value { get; }

    /// <summary>Wraps a stored UUID.</summary>
    static abstract TSelf From(Guid value);
}

/// <summary>An organisation: the outer wall. Nothing crosses it but published tables and consented referrals.</summary>
public readonly record struct OrganisationId(Guid Value) : IRecordId<OrganisationId>
{
    public static OrganisationId New() => new(Guid.CreateVersion7());

    public static OrganisationId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>A team within an organisation; it holds a key of its own.</summary>
public readonly record struct TeamId(Guid Value) : IRecordId<TeamId>
{
    public static TeamId New() => new(Guid.CreateVersion7());

    public static TeamId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>A member of staff.</summary>
public readonly record struct MemberId(Guid Value) : IRecordId<MemberId>
{
    public static MemberId New() => new(Guid.CreateVersion7());

    public static MemberId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>
/// What has a sealing key of its own: a person's identity, a case, a consultation outside a case.
/// A <c>PersonId</c> or <c>CaseId</c> becomes a subject by its UUID.
/// </summary>
public readonly record struct SubjectId(Guid Value) : IRecordId<SubjectId>
{
    public static SubjectId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>One write that a person asked for. The same id sent twice is one write with one answer.</summary>
public readonly record struct OperationId(Guid Value) : IRecordId<OperationId>
{
    public static OperationId New() => new(Guid.CreateVersion7());

    public static OperationId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
