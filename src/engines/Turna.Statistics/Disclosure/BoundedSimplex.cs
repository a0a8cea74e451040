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
    private const int Patience = 50;
    private readonly double[] lower;
    private readonly double[] upper;
    private readonly double[] x;
    private readonly (double Low, double High)[] seen;
    private readonly double[][] rows;
    private readonly double[][] origin;
    private readonly int[] basic;
    private readonly int[] rowOf;
    private readonly int variables;
    private readonly Effort? effort;

    private BoundedSimplex(
        double[] lower, double[] upper, double[] start, IReadOnlyList<Equation> equations, bool explained, Effort? effort)
    {
        this.effort = effort;
        (this.lower, this.upper, x, variables) = (lower, upper, start, start.Length);
        seen = Array.ConvertAll(start, static value => (value, value));
        rowOf = new int[variables];
        Array.Fill(rowOf, -1);
        (rows, origin, basic) = Reduce(equations, explained);
    }

    /// <summary>What the feasible points passed so far have shown of each variable.</summary>
    public IReadOnlyList<(double Low, double High)> Seen => seen;

    /// <summary>
    /// A problem whose solution <paramref name="start"/> is known; <paramref name="explained"/> when <see cref="Holding"/>
    /// is going to be asked, which costs as much again.
    /// </summary>
    public static BoundedSimplex From(
        double[] start, double[] lower, double[] upper, IReadOnlyList<Equation> equations, bool explained, Effort? effort) =>
        new(lower, upper, [.. start], equations, explained, effort);

    /// <summary>A problem without a known solution; null when it has none.</summary>
    public static BoundedSimplex? Solve(double[] lower, double[] upper, IReadOnlyList<Equation> equations)
    {
        var own = lower.Length;
        var extended = new List<Equation>(equations.Count);
        var start = new double[own + equations.Count];
        for (var i = 0; i < own; i++) start[i] = double.IsNegativeInfinity(lower[i]) ? Math.Min(0, upper[i]) : lower[i];
        for (var e = 0; e < equations.Count; e++)
        {
            var equation = equations[e];
            var rest = equation.Constant;
            for (var i = 0; i < equation.Variables.Length; i++) rest -= equation.Factors[i] * start[equation.Variables[i]];
            start[own + e] = Math.Abs(rest);
            extended.Add(new Equation([.. equation.Variables, own + e], [.. equation.Factors, rest < 0 ? -1 : 1], equation.Constant));
        }

        var none = new double[equations.Count];
        var any = new double[equations.Count];
        Array.Fill(any, double.PositiveInfinity);
        var simplex = new BoundedSimplex([.. lower, .. none], [.. upper, .. any], start, extended, explained: false, effort: null);
        for (var e = 0; e < equations.Count; e++)
        {
            if (simplex.Extreme(own + e, -1) > 1e-7) return null;
            simplex.upper[own + e] = 0;
            simplex.x[own + e] = 0;
        }

        for (var i = 0; i < simplex.variables; i++) simplex.seen[i] = (simplex.x[i], simplex.x[i]);
        return simplex;
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
    private (double[][] Rows, double[][] Origin, int[] Basic) Reduce(IReadOnlyList<Equation> equations, bool explained)
    {
        var (reduced, origins, basis) = (new List<double[]>(), new List<double[]>(), new List<int>());
        for (var e = 0; e < equations.Count; e++)
        {
            var row = new double[variables];
            var from = new double[explained ? equations.Count : 0];
            if (explained) from[e] = 1;
            for (var i = 0; i < equations[e].Variables.Length; i++) row[equations[e].Variables[i]] += equations[e].Factors[i];
            for (var b = 0; b < basis.Count; b++)
            {
                var factor = row[basis[b]];
                if (factor == 0) continue;
                effort?.Spend(variables);
                Take(row, reduced[b], factor);
                Take(from, origins[b], factor);
            }

            var pivot = Roomiest(row);
            if (pivot < 0) continue;
            Scale(row, 1 / row[pivot], from);
            for (var b = 0; b < basis.Count; b++)
            {
                var factor = reduced[b][pivot];
                if (factor == 0) continue;
                effort?.Spend(variables);
                Take(reduced[b], row, factor);
                Take(origins[b], from, factor);
            }

            rowOf[pivot] = basis.Count;
            reduced.Add(row);
            origins.Add(from);
            basis.Add(pivot);
        }

        return ([.. reduced], [.. origins], [.. basis]);
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
        for (var r = 0; r < rows.Length; r++)
        {
            var factor = rows[r][entering];
            if (r == row || factor == 0) continue;
            Take(rows[r], rows[row], factor);
            Take(origin[r], origin[row], factor);
            rows[r][entering] = 0;
        }

        (basic[row], rowOf[leaving], rowOf[entering]) = (entering, -1, row);
    }

    private static void Take(double[] from, double[] row, double factor)
    {
        var step = System.Numerics.Vector<double>.Count;
        var i = 0;
        var factors = new System.Numerics.Vector<double>(factor);
        for (; i <= from.Length - step; i += step)
        {
            var difference = new System.Numerics.Vector<double>(from, i) - (factors * new System.Numerics.Vector<double>(row, i));
            difference.CopyTo(from, i);
        }

        for (; i < from.Length; i++) from[i] -= factor * row[i];
    }

    private static void Scale(double[] row, double factor, double[] also)
    {
        for (var i = 0; i < row.Length; i++) row[i] *= factor;
        for (var i = 0; i < also.Length; i++) also[i] *= factor;
    }
}
