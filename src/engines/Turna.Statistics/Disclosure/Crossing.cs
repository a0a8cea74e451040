namespace Turna.Statistics.Disclosure;

/// <summary>One line of what tables are made from: a count, an amount, or one person's contribution.</summary>
/// <param name="Codes">Its codes, one for each dimension of the crossing.</param>
/// <param name="Amount">What it adds; not negative.</param>
/// <param name="Contributor">Who contributed it; null for a count of people.</param>
public sealed record Line(IReadOnlyList<string> Codes, decimal Amount, string? Contributor = null);

/// <summary>Adds lines up to a table with all its margins.</summary>
public sealed class Crossing
{
    private const int MaximumCells = 5_000_000;
    private const int KeptContributions = 5;
    private readonly string name;
    private readonly IReadOnlyList<Dimension> by;
    private readonly int[][] wholes;
    private readonly bool[][] isMargin;
    private readonly int[] strides;
    private readonly decimal?[] sums;
    private readonly Dictionary<string, decimal>?[]? contributors;

    private Crossing(string name, IReadOnlyList<Dimension> by, IReadOnlyList<Line> lines)
    {
        (this.name, this.by) = (name, by);
        strides = new int[by.Count];
        var cells = 1L;
        for (var d = 0; d < by.Count; d++)
        {
            strides[d] = (int)cells;
            cells *= by[d].Codes.Count;
            if (cells > MaximumCells) throw new DisclosureException($"table {name} has more than {MaximumCells} combinations of codes");
        }

        sums = new decimal?[cells];
        if (lines.Any(line => line.Contributor is not null)) contributors = new Dictionary<string, decimal>?[cells];
        var used = by.Select((dimension, d) => lines.Select(line => Find(d, line)).ToHashSet()).ToArray();
        isMargin = [.. by.Select((dimension, d) => MarginsAmong(dimension, used[d]))];
        wholes = [.. by.SelectMany(WholesOf)];
    }

    /// <summary>The table of the lines, with every margin that is a sum.</summary>
    /// <param name="name">The table's name.</param>
    /// <param name="by">Its dimensions.</param>
    /// <param name="lines">
    /// What is added up. Lines with the same codes add up. A line that is itself a margin of other lines must agree with their
    /// sum; margins that are no sums (<see cref="Relation.Cover"/>) must come as lines.
    /// </param>
    /// <exception cref="DisclosureException">A code is unknown, an amount negative, or a margin disagrees with its parts.</exception>
    public static Table Of(string name, IReadOnlyList<Dimension> by, IReadOnlyList<Line> lines)
    {
        var crossing = new Crossing(name, by, lines);
        foreach (var line in lines) crossing.Add(line);
        crossing.Complete(lines);
        return new Table(name, [.. by.Select(dimension => dimension.Name)], [.. crossing.Cells()]);
    }

    /// <summary>The codes, of those in use, that only repeat what other codes in use say: sums of which a part is in use.</summary>
    /// <param name="dimension">The dimension.</param>
    /// <param name="used">The codes in use.</param>
    public static IReadOnlySet<string> MarginsOf(Dimension dimension, IReadOnlySet<string> used)
    {
        var margins = MarginsAmong(dimension, [.. used.Select(dimension.Find).Where(code => code >= 0)]);
        return dimension.Codes.Where((_, code) => margins[code]).ToHashSet(StringComparer.Ordinal);
    }

    private void Add(Line line)
    {
        if (line.Amount < 0) throw new DisclosureException($"table {name}: negative amount {line.Amount} at ({string.Join(", ", line.Codes)})");
        if (IsMargin(line)) return;
        Spread(0, 0, line);
    }

    private bool IsMargin(Line line)
    {
        for (var d = 0; d < by.Count; d++) if (isMargin[d][Find(d, line)]) return true;
        return false;
    }

    private void Spread(int d, int cell, Line line)
    {
        if (d == by.Count)
        {
            sums[cell] = (sums[cell] ?? 0) + line.Amount;
            if (line.Contributor is not { } who) return;
            var amounts = contributors![cell] ??= new Dictionary<string, decimal>(StringComparer.Ordinal);
            amounts[who] = amounts.GetValueOrDefault(who) + line.Amount;
            return;
        }

        var offset = 0;
        for (var before = 0; before < d; before++) offset += by[before].Codes.Count;
        foreach (var code in wholes[offset + Find(d, line)]) Spread(d + 1, cell + (code * strides[d]), line);
    }

    /// <summary>Lines that are margins themselves: check them against the sums, and take over those that are no sums.</summary>
    private void Complete(IReadOnlyList<Line> lines)
    {
        foreach (var line in lines.Where(IsMargin))
        {
            var cell = 0;
            for (var d = 0; d < by.Count; d++) cell += Find(d, line) * strides[d];
            if (sums[cell] is { } sum && sum != line.Amount)
                throw new DisclosureException($"table {name} gives {line.Amount} for ({string.Join(", ", line.Codes)}), but its parts add up to {sum}");
            sums[cell] = line.Amount;
        }
    }

    private IEnumerable<Cell> Cells()
    {
        var divided = by.Select(dimension => dimension.GroupsOf.Where(group => group.Relation != Relation.Sum).Select(group => group.Code).ToHashSet()).ToArray();
        for (var cell = 0; cell < sums.Length; cell++)
        {
            var codes = new string[by.Count];
            var open = false;
            for (var d = 0; d < by.Count; d++)
            {
                var code = cell / strides[d] % by[d].Codes.Count;
                codes[d] = by[d].Codes[code];
                open |= (code == 0 && by[d].Total is null) || divided[d].Contains(code);
            }

            if (sums[cell] is null && open) continue;
            yield return new Cell(codes, sums[cell] ?? 0) { From = contributors is null ? null : ContributionsTo(cell) };
        }
    }

    private Contributions ContributionsTo(int cell) => contributors![cell] is { } amounts
        ? new Contributions(amounts.Count, [.. amounts.Values.OrderDescending().Take(KeptContributions)])
        : new Contributions(0, []);

    private int Find(int d, Line line)
    {
        var code = by[d].Find(line.Codes[d]);
        return code >= 0 ? code : throw new DisclosureException($"table {name}: '{line.Codes[d]}' is not a code of {by[d].Name}");
    }

    /// <summary>For each code the sums it enters, itself included.</summary>
    private static IEnumerable<int[]> WholesOf(Dimension dimension)
    {
        var sets = new HashSet<int>[dimension.Codes.Count];
        for (var code = 0; code < sets.Length; code++) sets[code] = [code];
        foreach (var group in dimension.GroupsOf.Where(group => group.Relation == Relation.Sum).Reverse())
            foreach (var member in group.Members) sets[member].UnionWith(sets[group.Code]);
        return sets.Select(set => set.Order().ToArray());
    }

    /// <summary>Codes whose lines repeat what other lines say: sums of which a part is used.</summary>
    private static bool[] MarginsAmong(Dimension dimension, HashSet<int> used)
    {
        var below = new bool[dimension.Codes.Count];
        var margins = new bool[dimension.Codes.Count];
        foreach (var group in dimension.GroupsOf.Where(group => group.Relation == Relation.Sum))
        {
            margins[group.Code] = Array.Exists(group.Members, member => used.Contains(member) || below[member]);
            below[group.Code] = margins[group.Code];
        }

        return margins;
    }
}
