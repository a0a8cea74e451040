namespace Turna.Evidence.Reporting;

/// <summary>The facts of some of the people, as one reader reads them: who each concerns, by her pseudonym, and the rest in code.</summary>
internal sealed class FactPile
{
    /// <summary>
    /// Short enough for a piece to be made and thrown away like any small thing, and for many piles to leave little unused: one growing list would
    /// be copied, large, again and again.
    /// </summary>
    private const int Piece = 128;

    private readonly List<(UInt128[] People, CodedFact[] Facts)> pieces = [];

    /// <summary>How many facts.</summary>
    public int Count { get; private set; }

    /// <summary>How many pieces they lie in.</summary>
    public int Pieces => pieces.Count;

    /// <summary>The people of a piece, and beside each the fact.</summary>
    public (ReadOnlyMemory<UInt128> People, Memory<CodedFact> Facts) this[int piece]
    {
        get
        {
            var filled = Math.Min(Piece, Count - (piece * Piece));
            return (pieces[piece].People.AsMemory(0, filled), pieces[piece].Facts.AsMemory(0, filled));
        }
    }

    public void Add(UInt128 person, in CodedFact fact)
    {
        var at = Count++ % Piece;
        // All that is read of a piece was written to it.
        if (at == 0) pieces.Add((GC.AllocateUninitializedArray<UInt128>(Piece), GC.AllocateUninitializedArray<CodedFact>(Piece)));
        var (people, facts) = pieces[^1];
        (people[at], facts[at]) = (person, fact);
    }
}
