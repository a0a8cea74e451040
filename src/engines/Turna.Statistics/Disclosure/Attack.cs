namespace Turna.Statistics.Disclosure;

/// <summary>
/// What a reader can work out about the cells that are not shown: every relation of the release is an equation or an
/// inequality, shown cells are constants, counts are not negative.
/// </summary>
internal sealed class Attack
{
    private const double Rounding = 1e-9;
    private readonly Universe universe;
    private readonly bool[] hidden;
    private readonly double[] lower;
    private readonly double[] upper;
    private readonly double?[]? truth;

    /// <param name="universe">The model.</param>
    /// <param name="hidden">Which cells are not shown.</param>
    /// <param name="lower">The least value a reader must grant each hidden cell.</param>
    /// <param name="upper">The largest, infinite when nothing is known.</param>
    /// <param name="truth">True values of hidden cells that the model lacks, if the attacker's friend has them.</param>
    public Attack(Universe universe, bool[] hidden, double[] lower, double[] upper, double?[]? truth = null)
    {
        (this.universe, this.hidden, this.lower, this.upper, this.truth) = (universe, hidden, lower, upper, truth);
    }

    /// <summary>Hidden cells that stand in relations with one another, directly or through others.</summary>
    public IEnumerable<int[]> Components()
    {
        var reached = new bool[universe.Count];
        for (var cell = 0; cell < universe.Count; cell++)
        {
            if (hidden[cell] && !reached[cell]) yield return Around(cell, int.MaxValue, reached);
        }
    }

    /// <summary>
    /// The hidden cells nearest to one that can move while all others stay as they are: those with the most relations to
    /// cells already taken come first, and a cell that is alone in a sum cannot move.
    /// </summary>
    public int[] Neighbourhood(int cell, int size) => Movable(Around(cell, size, null));

    /// <summary>The linear problem of some hidden cells, the other hidden ones being held at their true values.</summary>
    public Problem Over(int[] cells, bool fromTruth, bool explained = false, Effort? effort = null)
    {
        var place = new Dictionary<int, int>(cells.Length);
        foreach (var cell in cells) place.Add(cell, place.Count);
        var bonds = cells.SelectMany(cell => universe.MembershipsOf(cell).Select(one => one.Bond)).Distinct().ToArray();
        var (low, high, start) = (cells.Select(cell => lower[cell]).ToList(), cells.Select(cell => upper[cell]).ToList(), cells.Select(Truth).ToList());
        var equations = new List<Equation>();
        var sources = new List<Bond>();
        foreach (var b in bonds)
        {
            var bond = universe.Bonds[b];
            if (bond.Relation == Relation.Sum) Add([bond.Whole, .. bond.Parts], -1, false);
            if (bond.Relation == Relation.Cover) Add([bond.Whole, .. bond.Parts], -1, true);
            if (bond.Relation != Relation.Sum)
                foreach (var part in bond.Parts.Where(part => hidden[part] || hidden[bond.Whole])) Add([part, bond.Whole], -1, true);

            // sum of the cells after the first, minus the first, is zero (or at least zero: then a slack takes the rest)
            void Add(int[] members, int sign, bool atLeast)
            {
                var (variables, factors, constant) = (new List<int>(), new List<double>(), 0.0);
                for (var i = 0; i < members.Length; i++)
                {
                    var factor = i == 0 ? sign : 1.0;
                    if (hidden[members[i]] && place.TryGetValue(members[i], out var at))
                    {
                        variables.Add(at);
                        factors.Add(factor);
                    }
                    else
                    {
                        constant -= factor * Truth(members[i]);
                    }
                }

                if (variables.Count == 0) return;
                if (atLeast)
                {
                    var rest = -constant;
                    for (var i = 0; i < variables.Count; i++) rest += factors[i] * start[variables[i]];
                    variables.Add(low.Count);
                    factors.Add(-1);
                    low.Add(0);
                    high.Add(double.PositiveInfinity);
                    start.Add(rest);
                }

                equations.Add(new Equation([.. variables], [.. factors], constant));
                sources.Add(bond);
            }
        }

        var simplex = fromTruth && IsPossible(start, low, high, equations)
            ? BoundedSimplex.From([.. start], [.. low], [.. high], equations, explained, effort)
            : BoundedSimplex.Solve([.. low], [.. high], equations);
        return new Problem(cells, place, simplex, sources);
    }

    /// <summary>Are the true figures a solution? They need not be when somebody audits a release with figures of another.</summary>
    private static bool IsPossible(List<double> start, List<double> low, List<double> high, List<Equation> equations)
    {
        for (var i = 0; i < start.Count; i++) if (!double.IsFinite(start[i]) || start[i] < low[i] || start[i] > high[i]) return false;
        foreach (var equation in equations)
        {
            var (sum, size) = (-equation.Constant, 1 + Math.Abs(equation.Constant));
            for (var i = 0; i < equation.Variables.Length; i++) sum += equation.Factors[i] * start[equation.Variables[i]];
            if (Math.Abs(sum) > Rounding * size) return false;
        }

        return true;
    }

    /// <summary>All hidden cells that stand in relation with one, nearest first, up to a size.</summary>
    public int[] Whole(int cell, int size) => Around(cell, size, null);

    private int[] Movable(int[] cells)
    {
        var stays = new HashSet<int>(cells);
        var companions = new Dictionary<int, int>();
        foreach (var bond in cells.SelectMany(SumsOf)) companions[bond] = companions.GetValueOrDefault(bond) + 1;
        var alone = new Queue<int>(companions.Where(pair => pair.Value == 1).Select(pair => pair.Key).Order());
        while (alone.TryDequeue(out var bond))
        {
            foreach (var cell in universe.Bonds[bond].Parts.Append(universe.Bonds[bond].Whole))
            {
                if (!stays.Remove(cell)) continue;
                foreach (var other in SumsOf(cell)) if (--companions[other] == 1) alone.Enqueue(other);
            }
        }

        return Array.FindAll(cells, stays.Contains);
    }

    private IEnumerable<int> SumsOf(int cell) =>
        universe.MembershipsOf(cell).Select(one => one.Bond).Where(bond => universe.Bonds[bond].Relation == Relation.Sum);

    private double Truth(int cell) => (double?)universe.ValueOf(cell) ?? truth?[cell] ?? double.NaN;

    private int[] Around(int start, int size, bool[]? reached)
    {
        var taken = new List<int>();
        var links = new Dictionary<int, int> { [start] = 0 };
        var queue = new PriorityQueue<int, (int, int)>();
        queue.Enqueue(start, (0, start));
        var done = new HashSet<int>();
        while (queue.TryDequeue(out var cell, out _) && taken.Count < size)
        {
            if (!done.Add(cell)) continue;
            taken.Add(cell);
            if (reached is not null) reached[cell] = true;
            foreach (var b in universe.MembershipsOf(cell).Select(one => one.Bond))
            {
                var bond = universe.Bonds[b];
                Reach(bond.Whole);
                foreach (var part in bond.Parts) Reach(part);
            }
        }

        taken.Sort();
        return [.. taken];

        void Reach(int cell)
        {
            if (!hidden[cell] || done.Contains(cell)) return;
            var count = links[cell] = links.GetValueOrDefault(cell) + 1;
            if (reached is null || count == 1) queue.Enqueue(cell, (-count, cell));
        }
    }

    /// <summary>A linear problem over some hidden cells.</summary>
    /// <param name="Cells">The cells.</param>
    /// <param name="Place">The variable of each.</param>
    /// <param name="Simplex">Null when the shown figures contradict one another.</param>
    /// <param name="Sources">The relation each equation comes from.</param>
    internal sealed record Problem(int[] Cells, IReadOnlyDictionary<int, int> Place, BoundedSimplex? Simplex, IReadOnlyList<Bond> Sources);
}
