using Turna.Kernel;

namespace Turna.Cases.Contracts;

/// <summary>A consultation: one contact.</summary>
public readonly record struct ConsultationId(Guid Value) : IRecordId<ConsultationId>
{
    public static ConsultationId New() => new(Guid.CreateVersion7());

    public static ConsultationId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>A case: a matter that needs more than one contact.</summary>
public readonly record struct CaseId(Guid Value) : IRecordId<CaseId>
{
    public static CaseId New() => new(Guid.CreateVersion7());

    public static CaseId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>A task: who must do what by when.</summary>
public readonly record struct TaskId(Guid Value) : IRecordId<TaskId>
{
    public static TaskId New() => new(Guid.CreateVersion7());

    public static TaskId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
