using Turna.Data;
using Turna.Kernel;

namespace Turna.People.Keeping;

/// <summary>Two records that a search through the register found alike, waiting for somebody to look. Decided pairs leave the queue and stand as a <see cref="Twin"/>.</summary>
internal sealed class TwinSuggestion : IRevised
{
    public Guid Id { get; init; }

    public OrganisationId Organisation { get; init; }

    /// <summary>Token of the pair, the same as of its decision.</summary>
    public Token Pair { get; init; }

    public Token One { get; init; }

    public Token Other { get; init; }

    /// <summary>Both persons, for whoever holds the index key.</summary>
    public Sealed OneReference { get; init; }

    public Sealed OtherReference { get; init; }

    /// <summary>2 for what the engine calls the same, 1 for what is worth a look.</summary>
    public int Strength { get; set; }

    public DateTime FoundAt { get; init; }

    /// <summary>Put off by a member: not shown before.</summary>
    public DateTime? NotBefore { get; set; }

    public int Revision { get; set; } = 1;
}
