namespace Turna.Statistics.Disclosure;

/// <summary>
/// Rounds every figure of a release to a multiple of a base so that all sums still add up, in all tables at once.
/// </summary>
/// <remarks>
/// Cox 1987; Hundepool et al. 2012, section 5.4. Each figure becomes one of the two multiples around it, the nearer one where the
/// sums allow it, and a multiple stays as it is; tables of one or two dimensions can always be rounded so. Where three and more
/// dimensions cannot, figures move to the next multiple but one and further. Which multiples is decided by linear programmes that are
/// made whole one figure after another. Deterministic. A reader cannot tell a figure that was changed from one that was not, and the
/// published table is itself a possible truth. Not promised: safety together with an exact release of the same people.
/// </remarks>
public sealed class ControlledRounding
{
    private const int LargestProblem = 1_500;
    private const int FurthestReach = 3;
    private const double Whole = 1e-6;
    private readonly Universe universe;
    private readonly IReadOnlyList<Table> tables;
    private readonly int unit;
    private readonly int[] open;
    private readonly Dictionary<int, int> place = [];

    private ControlledRounding(IReadOnlyList<Dimension> dimensions, IReadOnlyList<Table> tables, int unit)
    {
        if (unit < 2) throw new DisclosureException($"the base of rounding must be at least 2, not {unit}");
        if (tables.FirstOrDefault(table => table.Earlier) is { } earlier)
            throw new DisclosureException($"table {earlier.Name} has been published as it is: rounded figures beside it protect nothing");
        (this.tables, this.unit) = (tables, unit);
        universe = new Universe(dimensions, tables);
        open = [.. Enumerable.Range(0, universe.Count).Where(cell => universe.ValueOf(cell) is > 0)];
        if (open.Length > LargestProblem) throw new DisclosureException($"{open.Length} figures above zero: rounding is for at most {LargestProblem}");
        foreach (var cell in open) place.Add(cell, place.Count);
    }

    /// <summary>The tables with rounded values; cells that a table does not display have none.</summary>
    /// <param name="dimensions">The dimensions that the tables name.</param>
    /// <param name="tables">All tables of the release.</param>
    /// <param name="unit">The base, from 2; at least the threshold that it stands for.</param>
    /// <exception cref="DisclosureException">
    /// The tables contradict one another, one has been published before, there are more than 1,500 figures, or no rounding keeps the sums.
    /// </exception>
    public static IReadOnlyList<Table> Of(IReadOnlyList<Dimension> dimensions, IReadOnlyList<Table> tables, int unit) =>
        new ControlledRounding(dimensions, tables, unit).Run();

    private Table[] Run()
    {
        for (var reach = 0; reach <= FurthestReach; reach++)
        {
            if (Rounded(reach) is not { } multiples) continue;
            return [.. tables.Select((table, t) => table with
            {
                Cells = [.. table.Cells.Select((cell, c) => cell with { Value = cell.Shown ? Value(universe.Placed[t][c], multiples) : null, From = null })],
            })];
        }

        throw new DisclosureException($"no rounding to multiples of {unit} keeps the sums");
    }

    private decimal? Value(int cell, long[] multiples) =>
        place.TryGetValue(cell, out var at) ? multiples[at] * unit : universe.ValueOf(cell) is null ? null : 0;

    /// <summary>A multiple for each open cell, none further than <paramref name="reach"/> beyond its neighbours; null when there is none.</summary>
    private long[]? Rounded(int reach)
    {
        var (nearest, towards, low, high) = Ranges(reach);
        var equations = Equations(nearest, towards);
        var slacks = equations.Sum(equation => equation.Variables.Count(variable => variable >= open.Length));
        var lower = (double[])[.. low, .. new double[slacks]];
        var upper = (double[])[.. high, .. Enumerable.Repeat(double.PositiveInfinity, slacks)];
        for (; ; )
        {
            if (BoundedSimplex.Solve(lower, upper, equations) is not { } simplex) return null;
            var at = Enumerable.Range(0, open.Length).Select(i => simplex.Seen[i].Low).ToArray();
            var broken = Enumerable.Range(0, open.Length).Where(i => Math.Abs(at[i] - Math.Round(at[i])) > Whole).ToArray();
            if (broken.Length == 0) return [.. at.Select((moved, i) => nearest[i] + (towards[i] * (long)Math.Round(moved)))];
            if (!Settle(broken.MinBy(i => Math.Abs(at[i] - Math.Round(at[i]))), at, lower, upper, equations)) return null;
        }
    }

    /// <summary>Fixes one figure at the whole number next to where the programme left it, or at the other one beside it.</summary>
    private static bool Settle(int i, double[] at, double[] lower, double[] upper, List<Equation> equations)
    {
        foreach (var whole in (double[])[Math.Round(at[i]), Math.Round(at[i]) > at[i] ? Math.Floor(at[i]) : Math.Ceiling(at[i])])
        {
            (lower[i], upper[i]) = (whole, whole);
            if (BoundedSimplex.Solve(lower, upper, equations) is not null) return true;
        }

        return false;
    }

    /// <summary>The nearest multiple of each cell, the side on which the other neighbour lies, and how many steps are allowed to that side.</summary>
    private (long[] Nearest, int[] Towards, double[] Low, double[] High) Ranges(int reach)
    {
        var (nearest, towards, low, high) = (new long[open.Length], new int[open.Length], new double[open.Length], new double[open.Length]);
        for (var i = 0; i < open.Length; i++)
        {
            var quotient = universe.ValueOf(open[i])!.Value / unit;
            nearest[i] = (long)decimal.Round(quotient, MidpointRounding.AwayFromZero);
            towards[i] = nearest[i] > quotient ? -1 : 1;
            var isMultiple = nearest[i] == quotient;
            high[i] = (isMultiple ? 0 : 1) + reach;
            low[i] = -reach;
            // A figure stays at or above zero.
            if (towards[i] < 0) high[i] = Math.Min(high[i], nearest[i]);
            else low[i] = Math.Max(low[i], -nearest[i]);
        }

        return (nearest, towards, low, high);
    }

    private List<Equation> Equations(long[] nearest, int[] towards)
    {
        var equations = new List<Equation>();
        var slack = open.Length;
        foreach (var bond in universe.Bonds.Where(bond => universe.ValueOf(bond.Whole) is not null && Array.TrueForAll(bond.Parts, part => universe.ValueOf(part) is not null)))
        {
            if (bond.Relation == Relation.Sum) Add(bond.Whole, bond.Parts, false);
            if (bond.Relation == Relation.Cover) Add(bond.Whole, bond.Parts, true);
            if (bond.Relation == Relation.Sum) continue;
            foreach (var part in bond.Parts) Add(part, [bond.Whole], true);
        }

        return equations;

        // The cells of the second kind less the first are zero, or at least zero.
        void Add(int first, int[] others, bool atLeast)
        {
            var terms = others.Select(cell => (Cell: cell, Sign: 1)).Prepend((Cell: first, Sign: -1)).Where(term => place.ContainsKey(term.Cell)).ToArray();
            if (terms.Length == 0) return;
            var variables = terms.Select(term => place[term.Cell]).ToList();
            var factors = terms.Select(term => (double)(term.Sign * towards[place[term.Cell]])).ToList();
            var constant = -terms.Sum(term => term.Sign * (double)nearest[place[term.Cell]]);
            if (atLeast)
            {
                variables.Add(slack++);
                factors.Add(-1);
            }

            equations.Add(new Equation([.. variables], [.. factors], constant));
        }
    }
}
