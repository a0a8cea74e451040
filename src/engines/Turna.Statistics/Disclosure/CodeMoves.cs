namespace Turna.Statistics.Disclosure;

/// <summary>Codes that change together: the first, by one more, is the one that was asked for; the others by one more or one less.</summary>
internal sealed record Move(int[] Codes, int[] Signs, int Gains, int Loses);

/// <summary>
/// The simplest changes of one dimension that keep its sums: one more under a code and under every sum that holds it, and
/// perhaps one less under another code and every sum that holds that one.
/// </summary>
internal sealed class CodeMoves
{
    private const int Most = 4_000;
    private readonly int[][] wholes;
    private readonly Move[]?[] moves;

    public CodeMoves(Dimension dimension)
    {
        var sets = new SortedSet<int>[dimension.Codes.Count];
        for (var code = 0; code < sets.Length; code++) sets[code] = [code];
        foreach (var group in dimension.GroupsOf.Where(group => group.Relation == Relation.Sum).Reverse())
            foreach (var member in group.Members) sets[member].UnionWith(sets[group.Code]);
        wholes = Array.ConvertAll(sets, static set => set.ToArray());
        moves = new Move[]?[sets.Length];
    }

    /// <summary>The changes that raise a code by one.</summary>
    public Move[] Of(int code) => moves[code] ??= [.. Raising(code).Take(Most)];

    private IEnumerable<Move> Raising(int code)
    {
        for (var gains = 0; gains < wholes.Length; gains++)
        {
            if (!wholes[gains].Contains(code)) continue;
            yield return Between(code, gains, -1);
            for (var loses = 0; loses < wholes.Length; loses++)
            {
                if (!wholes[loses].Contains(code) && !wholes[loses].Contains(gains) && !wholes[gains].Contains(loses)) yield return Between(code, gains, loses);
            }
        }
    }

    private Move Between(int code, int gains, int loses)
    {
        int[] less = loses < 0 ? [] : wholes[loses];
        int[] up = [code, .. wholes[gains].Where(one => one != code && !less.Contains(one))];
        int[] down = [.. less.Where(one => !wholes[gains].Contains(one))];
        return new Move([.. up, .. down], [.. up.Select(_ => 1), .. down.Select(_ => -1)], gains, loses);
    }
}
