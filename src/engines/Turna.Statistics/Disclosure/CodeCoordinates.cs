namespace Turna.Statistics.Disclosure;

/// <summary>
/// Writes every code of a dimension as a combination of independent ones. The whole and the groups are coordinates
/// themselves, and the heaviest member of each sum (its heir) is what is left: parent minus the others. Published totals
/// and most empty cells are then single coordinates, and a table that lacks a dimension meets another at the same one.
/// </summary>
internal sealed class CodeCoordinates
{
    private readonly int[] parent;
    private readonly Dictionary<int, CodeGroup> sums;
    private readonly HashSet<int> further;
    private readonly Dictionary<int, int> heirs;
    private readonly (int, int)[]?[] vectors;

    /// <param name="groups">The groups, parts first.</param>
    /// <param name="weights">For each code how much of the data it holds.</param>
    public CodeCoordinates(IReadOnlyList<CodeGroup> groups, decimal[] weights)
    {
        var codes = weights.Length;
        (parent, further) = Adopt(codes, groups);
        sums = groups.Where(group => group.Relation == Relation.Sum).ToDictionary(group => group.Code);
        heirs = sums.ToDictionary(pair => pair.Key, pair => pair.Value.Members.MaxBy(member => weights[member]));
        vectors = new (int, int)[]?[codes];
        Vectors = [.. Enumerable.Range(0, codes).Select(VectorOf)];
    }

    public IReadOnlyList<(int Coordinate, int Factor)[]> Vectors { get; }

    /// <summary>
    /// The sum that each code belongs to first (−1 for none), and the sums over codes that others had adopted already.
    /// Groups come parts first.
    /// </summary>
    internal static (int[] Parent, HashSet<int> Further) Adopt(int codes, IReadOnlyList<CodeGroup> groups)
    {
        var parents = new int[codes];
        Array.Fill(parents, -1);
        var repeated = new HashSet<int>();
        foreach (var group in groups)
        {
            if (group.Relation != Relation.Sum) continue;
            if (Array.Exists(group.Members, member => parents[member] >= 0 || repeated.Contains(member))) repeated.Add(group.Code);
            else foreach (var member in group.Members) parents[member] = group.Code;
        }

        return (parents, repeated);
    }

    private (int, int)[] VectorOf(int code) => vectors[code] ??=
        further.Contains(code) ? SumOf(sums[code].Members)
        : parent[code] >= 0 && heirs[parent[code]] == code ? Remainder(sums[parent[code]], code)
        : [(code, 1)];

    private (int, int)[] Remainder(CodeGroup group, int heir)
    {
        var terms = new SortedDictionary<int, int>();
        Add(terms, VectorOf(group.Code), 1);
        foreach (var member in group.Members.Where(member => member != heir)) Add(terms, VectorOf(member), -1);
        return Nonzero(terms);
    }

    private (int, int)[] SumOf(int[] members)
    {
        var terms = new SortedDictionary<int, int>();
        foreach (var member in members) Add(terms, VectorOf(member), 1);
        return Nonzero(terms);
    }

    private static void Add(SortedDictionary<int, int> terms, (int Coordinate, int Factor)[] vector, int sign)
    {
        foreach (var (coordinate, factor) in vector) terms[coordinate] = terms.GetValueOrDefault(coordinate) + (sign * factor);
    }

    private static (int, int)[] Nonzero(SortedDictionary<int, int> terms) =>
        [.. terms.Where(term => term.Value != 0).Select(term => (term.Key, term.Value))];
}
