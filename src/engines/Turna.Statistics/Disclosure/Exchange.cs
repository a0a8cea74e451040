namespace Turna.Statistics.Disclosure;

/// <summary>
/// The quickest proof that a suppressed cell is uncertain: some people move from it to a sibling in one dimension while as
/// many move back elsewhere, so that every margin stays as it is. The corners of such a block, all suppressed, go up and
/// down in turn; how far they can go is how little a reader knows.
/// </summary>
internal sealed class Exchange
{
    private const int MostAttempts = 3_000;
    private readonly Universe universe;
    private readonly bool[] hidden;
    private readonly double[] lower;
    private readonly int[][][] siblings;
    private readonly Dictionary<int, int> balance = [];

    public Exchange(Universe universe, bool[] hidden, double[] lower)
    {
        (this.universe, this.hidden, this.lower) = (universe, hidden, lower);
        siblings = [.. universe.Dimensions.Select(SiblingsIn)];
    }

    /// <summary>Looks for a block around the cell that gives it room; tells of every corner how far down and up it goes.</summary>
    /// <returns>Whether <paramref name="enough"/> was satisfied by a block.</returns>
    public bool Find(int cell, Action<int, double, double> show, Func<bool> enough)
    {
        var moving = Enumerable.Range(0, siblings.Length).Where(d => siblings[d][universe.CodeOf(cell, d)].Length > 0).ToArray();
        if (moving.Length is 0 or > 6) return false;
        var corners = new int[1 << moving.Length];
        var choice = new int[moving.Length];
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            if (IsBlock(cell, moving, choice, corners) && Balances(corners))
            {
                Show(corners, show);
                if (enough()) return true;
            }

            var d = 0;
            while (d < moving.Length && ++choice[d] == siblings[moving[d]][universe.CodeOf(cell, moving[d])].Length) choice[d++] = 0;
            if (d == moving.Length) return false;
        }

        return false;
    }

    private bool IsBlock(int cell, int[] moving, int[] choice, int[] corners)
    {
        corners[0] = cell;
        for (var d = 0; d < moving.Length; d++)
        {
            var code = universe.CodeOf(cell, moving[d]);
            var other = siblings[moving[d]][code][choice[d]];
            for (var corner = 0; corner < 1 << d; corner++)
            {
                var at = universe.Beside(corners[corner], moving[d], other);
                if (at < 0 || !hidden[at] || universe.ValueOf(at) is null) return false;
                corners[corner | (1 << d)] = at;
            }
        }

        return true;
    }

    /// <summary>Does every sum that a corner belongs to stay as it is? Overlapping groups may break what siblings promise.</summary>
    private bool Balances(int[] corners)
    {
        balance.Clear();
        for (var corner = 0; corner < corners.Length; corner++)
        {
            var sign = SignOf(corner);
            foreach (var (bond, factor) in universe.MembershipsOf(corners[corner])) balance[bond] = balance.GetValueOrDefault(bond) + (sign * factor);
        }

        return balance.Values.All(change => change == 0);
    }

    private void Show(int[] corners, Action<int, double, double> show)
    {
        double[] room = [double.PositiveInfinity, double.PositiveInfinity];
        for (var corner = 0; corner < corners.Length; corner++)
        {
            ref var side = ref room[SignOf(corner) > 0 ? 0 : 1];
            side = Math.Min(side, Value(corners[corner]) - lower[corners[corner]]);
        }

        for (var corner = 0; corner < corners.Length; corner++)
        {
            var value = Value(corners[corner]);
            var (down, up) = SignOf(corner) > 0 ? (room[0], room[1]) : (room[1], room[0]);
            show(corners[corner], value - down, value + up);
        }
    }

    private double Value(int cell) => (double)universe.ValueOf(cell)!.Value;

    private static int SignOf(int corner) => int.IsEvenInteger(System.Numerics.BitOperations.PopCount((uint)corner)) ? 1 : -1;

    private static int[][] SiblingsIn(Dimension dimension)
    {
        var others = Array.ConvertAll(new int[dimension.Codes.Count], static _ => Array.Empty<int>());
        foreach (var group in dimension.GroupsOf.Where(group => group.Relation == Relation.Sum))
        {
            foreach (var member in group.Members)
            {
                if (others[member].Length == 0) others[member] = Array.FindAll(group.Members, other => other != member);
            }
        }

        return others;
    }
}
