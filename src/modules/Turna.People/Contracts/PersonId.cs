using System.Text.Json.Serialization;
using Turna.Kernel;
using Turna.Vault;

namespace Turna.People.Contracts;

/// <summary>A person the organisation knows. Never written beside what concerns her: links are tokens (<see cref="KeyVault.LinkToken"/>).</summary>
public readonly record struct PersonId(Guid Value) : IRecordId<PersonId>
{
    /// <summary>The person as the holder of a sealing key.</summary>
    [JsonIgnore]
    public SubjectId Subject => new(Value);

    public static PersonId New() => new(Guid.CreateVersion7());

    public static PersonId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>Who may open her identity.</summary>
public enum PersonSensitivity
{
    /// <summary>Everyone in the organisation who works with people.</summary>
    Standard,

    /// <summary>Protection staff and supervisors of the one team that keeps her.</summary>
    Restricted,
}
