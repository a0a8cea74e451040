using Turna.Data;
using Turna.Kernel;

namespace Turna.People.Keeping;

/// <summary>Two records that a search through the register found alike, waiting for somebody to look. Decided pairs leave the queue and stand as a <see cref="Twin"/>.</summary>
internal sealed class TwinSuggestion : IRevised
{
    /// <summary>What the engine calls the same.</summary>
    public const int Strong = 2;

    public const int WorthALook = 1;

    /// <summary>Alike, and something known of both cannot be true of one person.</summary>
    public const int Contradicted = 0;

    public Guid Id { get; init; }

    public OrganisationId Organisation { get; init; }

    /// <summary>Token of the pair, the same as of its decision.</summary>
    public Token Pair { get; init; }

    public Token One { get; init; }

    public Token Other { get; init; }

    /// <summary>Both persons, for whoever holds the index key.</summary>
    public Sealed OneReference { get; init; }

    public Sealed OtherReference { get; init; }

    /// <summary>How much speaks for one person when the pair was found: the order of the queue.</summary>
    public int Strength { get; set; }

    public DateTime FoundAt { get; init; }

    /// <summary>Put off by a member: not shown before.</summary>
    public DateTime? NotBefore { get; set; }

    public int Revision { get; set; } = 1;
}
