namespace Turna.Statistics.Disclosure;

/// <summary>One linear equation: the sum of factors times variables is <see cref="Constant"/>.</summary>
internal sealed record Equation(int[] Variables, double[] Factors, double Constant);

/// <summary>
/// The smallest and the largest value that one variable can take under linear equations and bounds: primal simplex on a
/// dense tableau, for problems of some hundreds of variables.
/// </summary>
/// <remarks>
/// It starts anywhere inside the bounds and moves from one feasible point to the next, so every point it passes is itself
/// a proof: <see cref="Seen"/> keeps, for all variables, what those points have shown. Bland's rule after a run of steps
/// that do not move prevents circling. Not for ill-conditioned matrices: entries are small whole numbers here.
/// </remarks>
internal sealed class BoundedSimplex
{
    private const double Tiny = 1e-9;
    private const double Unreached = 1e-7;
    private const int Patience = 50;

    // A row with fewer than one entry in so many is worked entry by entry.
    private const int Sparse = 6;
    private readonly double[] lower;
    private readonly double[] upper;
    private readonly double[] x;
    private readonly (double Low, double High)[] seen;
    private readonly double[][] rows;
    private readonly double[][] origin;
    private readonly int[] basic;
    private readonly int[] rowOf;
    private readonly int variables;
    private readonly int[] support;
    private readonly Effort? effort;
    private bool isContradictory;

    private BoundedSimplex(
        double[] lower, double[] upper, double[] start, IReadOnlyList<Equation> equations, bool explained, Effort? effort, bool isSolution)
    {
        this.effort = effort;
        (this.lower, this.upper, x, variables) = (lower, upper, start, start.Length);
        seen = Array.ConvertAll(start, static value => (value, value));
        support = new int[variables];
        rowOf = new int[variables];
        Array.Fill(rowOf, -1);
        (rows, origin, basic) = Reduce(equations, explained, isSolution);
    }

    /// <summary>What the feasible points passed so far have shown of each variable.</summary>
    public IReadOnlyList<(double Low, double High)> Seen => seen;

    /// <summary>
    /// A problem whose solution <paramref name="start"/> is known; <paramref name="explained"/> when <see cref="Holding"/>
    /// is going to be asked, which costs as much again.
    /// </summary>
    public static BoundedSimplex From(
        double[] start, double[] lower, double[] upper, IReadOnlyList<Equation> equations, bool explained, Effort? effort) =>
        new(lower, upper, [.. start], equations, explained, effort, isSolution: true);

    /// <summary>A problem without a known solution; null when it has none.</summary>
    public static BoundedSimplex? Solve(double[] lower, double[] upper, IReadOnlyList<Equation> equations)
    {
        var start = new double[lower.Length];
        for (var i = 0; i < start.Length; i++) start[i] = double.IsNegativeInfinity(lower[i]) ? Math.Min(0, upper[i]) : lower[i];
        var simplex = new BoundedSimplex([.. lower], [.. upper], start, equations, explained: false, effort: null, isSolution: false);
        return simplex.isContradictory || !simplex.BringInside() ? null : simplex;
    }

    /// <summary>
    /// Moves the variables that the equations put outside their bounds inside, one after the other. Those that still wait may
    /// stay where they are, but go no further; one that cannot be moved inside then cannot be in any solution either.
    /// </summary>
    private bool BringInside()
    {
        var outside = Enumerable.Range(0, variables).Where(i => x[i] < lower[i] - Tiny || x[i] > upper[i] + Tiny).ToArray();
        var (low, high) = ((double[])lower.Clone(), (double[])upper.Clone());
        foreach (var i in outside) (lower[i], upper[i]) = (Math.Min(lower[i], x[i]), Math.Max(upper[i], x[i]));
        foreach (var i in outside)
        {
            if (x[i] < low[i] - Tiny) Extreme(i, 1, low[i]);
            else if (x[i] > high[i] + Tiny) Extreme(i, -1, -high[i]);
            if (x[i] < low[i] - Unreached || x[i] > high[i] + Unreached) return false;
            (lower[i], upper[i]) = (low[i], high[i]);
        }

        for (var i = 0; i < variables; i++) seen[i] = (x[i], x[i]);
        return true;
    }

    /// <summary>
    /// The largest (<paramref name="sign"/> = 1) or smallest (−1) value of a variable, or a value at least as far as
    /// <paramref name="enough"/> if that is reached first. Infinite when nothing limits it.
    /// </summary>
    public double Extreme(int variable, int sign, double enough = double.PositiveInfinity)
    {
        var still = 0;
        while (sign * x[variable] < enough)
        {
            var (entering, direction) = Entering(variable, sign, still > Patience);
            if (entering < 0) return x[variable];
            var (step, row) = Step(entering, direction, still > Patience);
            if (double.IsPositiveInfinity(step)) return sign * double.PositiveInfinity;
            still = step > Tiny ? 0 : still + 1;
            Move(entering, direction * step);
            if (row >= 0) Pivot(row, entering);
            else x[entering] = direction > 0 ? upper[entering] : lower[entering];
        }

        return x[variable];
    }

    /// <summary>The equations that together hold the variable where <see cref="Extreme"/> left it.</summary>
    public IEnumerable<int> Holding(int variable)
    {
        if (rowOf[variable] < 0) yield break;
        var weights = origin[rowOf[variable]];
        for (var e = 0; e < weights.Length; e++) if (Math.Abs(weights[e]) > Tiny) yield return e;
    }

    /// <summary>Brings the equations into the form: basic variable + rest = constant.</summary>
    private (double[][] Rows, double[][] Origin, int[] Basic) Reduce(IReadOnlyList<Equation> equations, bool explained, bool isSolution)
    {
        var (reduced, origins, basis, constants) = (new List<double[]>(), new List<double[]>(), new List<int>(), new List<double>());
        var uses = isSolution ? [] : Uses(equations);
        for (var e = 0; e < equations.Count; e++)
        {
            var row = new double[variables];
            var from = new double[explained ? equations.Count : 0];
            var constant = equations[e].Constant;
            if (explained) from[e] = 1;
            for (var i = 0; i < equations[e].Variables.Length; i++) row[equations[e].Variables[i]] += equations[e].Factors[i];
            for (var b = 0; b < basis.Count; b++)
            {
                var factor = row[basis[b]];
                if (factor == 0) continue;
                effort?.Spend(variables);
                Take(row, reduced[b], factor, variables);
                Take(from, origins[b], factor, from.Length);
                constant -= factor * constants[b];
            }

            var pivot = isSolution ? Roomiest(row) : Rarest(row, uses);
            if (pivot < 0)
            {
                isContradictory |= Math.Abs(constant) > Unreached * (1 + Math.Abs(equations[e].Constant));
                continue;
            }

            constant /= row[pivot];
            Scale(row, 1 / row[pivot], from);
            for (var b = 0; b < basis.Count; b++)
            {
                var factor = reduced[b][pivot];
                if (factor == 0) continue;
                effort?.Spend(variables);
                Take(reduced[b], row, factor, variables);
                Take(origins[b], from, factor, from.Length);
                constants[b] -= factor * constant;
            }

            rowOf[pivot] = basis.Count;
            reduced.Add(row);
            origins.Add(from);
            basis.Add(pivot);
            constants.Add(constant);
        }

        for (var b = 0; !isSolution && b < basis.Count; b++) x[basis[b]] = Rest(reduced[b], constants[b]);
        return ([.. reduced], [.. origins], [.. basis]);
    }

    /// <summary>What is left for the basic variable of a row.</summary>
    private double Rest(double[] row, double constant)
    {
        for (var i = 0; i < variables; i++) if (rowOf[i] < 0) constant -= row[i] * x[i];
        return constant;
    }

    private int[] Uses(IReadOnlyList<Equation> equations)
    {
        var uses = new int[variables];
        foreach (var equation in equations) foreach (var variable in equation.Variables) uses[variable]++;
        return uses;
    }

    /// <summary>The variable that stands in the fewest equations: making it basic fills the fewest rows.</summary>
    private static int Rarest(double[] row, int[] uses)
    {
        var best = -1;
        for (var i = 0; i < row.Length; i++)
        {
            if (Math.Abs(row[i]) < 1e-7) row[i] = 0;
            else if (best < 0 || uses[i] < uses[best]) best = i;
        }

        return best;
    }

    /// <summary>The variable with the most room on its tighter side: making it basic leaves the next steps free to move.</summary>
    private int Roomiest(double[] row)
    {
        var best = -1;
        var bestRoom = -1.0;
        for (var i = 0; i < row.Length; i++)
        {
            if (Math.Abs(row[i]) < 1e-7)
            {
                row[i] = 0;
                continue;
            }

            var room = Math.Min(x[i] - lower[i], upper[i] - x[i]);
            if (room <= bestRoom) continue;
            (best, bestRoom) = (i, room);
        }

        return best;
    }

    private (int Variable, int Direction) Entering(int objective, int sign, bool careful)
    {
        if (rowOf[objective] < 0)
        {
            var room = sign > 0 ? upper[objective] - x[objective] : x[objective] - lower[objective];
            return room > Tiny ? (objective, sign) : (-1, 0);
        }

        var row = rows[rowOf[objective]];
        var (best, bestDirection, bestSize) = (-1, 0, Tiny);
        for (var j = 0; j < variables; j++)
        {
            if (rowOf[j] >= 0 || row[j] == 0) continue;
            var direction = -sign * row[j] > 0 ? 1 : -1;
            var room = direction > 0 ? upper[j] - x[j] : x[j] - lower[j];
            if (room <= Tiny || Math.Abs(row[j]) <= bestSize) continue;
            (best, bestDirection, bestSize) = (j, direction, Math.Abs(row[j]));
            if (careful) break;
        }

        return (best, bestDirection);
    }

    private (double Step, int Row) Step(int entering, int direction, bool careful)
    {
        var step = direction > 0 ? upper[entering] - x[entering] : x[entering] - lower[entering];
        var (limit, size) = (-1, 0.0);
        for (var r = 0; r < rows.Length; r++)
        {
            var factor = rows[r][entering];
            if (Math.Abs(factor) < Tiny) continue;
            var b = basic[r];
            var change = -factor * direction;
            var room = change > 0 ? (upper[b] - x[b]) / change : (x[b] - lower[b]) / -change;
            if (room < 0) room = 0;
            var better = room < step - Tiny
                || (room <= step + Tiny && limit >= 0 && (careful ? b < basic[limit] : Math.Abs(factor) > size));
            if (!better) continue;
            (step, limit, size) = (Math.Min(room, step), r, Math.Abs(factor));
        }

        return (step, limit);
    }

    private void Move(int entering, double change)
    {
        if (change == 0) return;
        x[entering] += change;
        Show(entering);
        for (var r = 0; r < rows.Length; r++)
        {
            var factor = rows[r][entering];
            if (factor == 0) continue;
            var b = basic[r];
            x[b] -= factor * change;
            if (Math.Abs(x[b] - lower[b]) < Tiny) x[b] = lower[b];
            else if (Math.Abs(x[b] - upper[b]) < Tiny) x[b] = upper[b];
            Show(b);
        }
    }

    private void Show(int variable) =>
        seen[variable] = (Math.Min(seen[variable].Low, x[variable]), Math.Max(seen[variable].High, x[variable]));

    private void Pivot(int row, int entering)
    {
        var leaving = basic[row];
        effort?.Spend((long)rows.Length * variables);
        Scale(rows[row], 1 / rows[row][entering], origin[row]);
        rows[row][entering] = 1;
        var filled = Support(rows[row]);
        for (var r = 0; r < rows.Length; r++)
        {
            var factor = rows[r][entering];
            if (r == row || factor == 0) continue;
            if (filled.Length * Sparse < variables) Take(rows[r], rows[row], factor, filled);
            else Take(rows[r], rows[row], factor, variables);
            Take(origin[r], origin[row], factor, origin[r].Length);
            rows[r][entering] = 0;
        }

        (basic[row], rowOf[leaving], rowOf[entering]) = (entering, -1, row);
    }

    /// <summary>Where a row is not zero: most of these equations stay as sparse as the tables they come from.</summary>
    private ReadOnlySpan<int> Support(double[] row)
    {
        var count = 0;
        for (var i = 0; i < variables; i++) if (row[i] != 0) support[count++] = i;
        return support.AsSpan(0, count);
    }

    private static void Take(double[] from, double[] row, double factor, ReadOnlySpan<int> filled)
    {
        foreach (var i in filled) from[i] -= factor * row[i];
    }

    private static void Take(double[] from, double[] row, double factor, int length)
    {
        var step = System.Numerics.Vector<double>.Count;
        var i = 0;
        var factors = new System.Numerics.Vector<double>(factor);
        for (; i <= length - step; i += step)
        {
            var difference = new System.Numerics.Vector<double>(from, i) - (factors * new System.Numerics.Vector<double>(row, i));
            difference.CopyTo(from, i);
        }

        for (; i < length; i++) from[i] -= factor * row[i];
    }

    private static void Scale(double[] row, double factor, double[] also)
    {
        for (var i = 0; i < row.Length; i++) row[i] *= factor;
        for (var i = 0; i < also.Length; i++) also[i] *= factor;
    }
}
