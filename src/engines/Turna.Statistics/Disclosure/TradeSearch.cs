namespace Turna.Statistics.Disclosure;

/// <summary>Cells that change by one step together, some up (1) and some down (−1), so that every sum stays true.</summary>
/// <param name="Cells">The cells.</param>
/// <param name="Signs">The direction of each.</param>
/// <param name="Forward">How many steps the first cell can go up before another reaches its least value.</param>
/// <param name="Back">How many it can go down.</param>
/// <param name="Price">What suppressing the cells costs that are still shown.</param>
internal sealed record Trade(int[] Cells, int[] Signs, double Forward, double Back, double Price);

/// <summary>
/// Finds the cheapest trade around a cell. A trade is a proof: whoever sees only what is shown cannot tell the true figures
/// from those after the trade, so that each of its cells is uncertain by the steps it allows. Trades are products of one
/// <see cref="Move"/> in each dimension (the corners of a block), searched by branch and bound.
/// </summary>
internal sealed class TradeSearch
{
    private const int MostCorners = 512;
    private const int MostSteps = 3_000;
    private readonly Universe universe;
    private readonly double[] prices;
    private readonly double[] rooms;
    private readonly TradeBalance balance;
    private readonly CodeMoves[] moves;
    private readonly List<(double Price, int At, Move Move)>[] choices;
    private readonly double[] cheapestAfter;
    private readonly int[] order;
    private readonly int[] strides;
    private readonly int[] corners = new int[MostCorners];
    private readonly int[] keys = new int[MostCorners];
    private readonly int[] signs = new int[MostCorners];
    private Func<double, double, bool> enough = static (_, _) => false;
    private Trade? best;
    private double limit;
    private int steps;

    /// <param name="universe">The model; its keys must be dense.</param>
    /// <param name="prices">What it costs to suppress each cell: 0 when it is hidden, infinite when it cannot be.</param>
    /// <param name="rooms">How far each cell may fall.</param>
    public TradeSearch(Universe universe, double[] prices, double[] rooms)
    {
        (this.universe, this.prices, this.rooms) = (universe, prices, rooms);
        balance = new TradeBalance(universe);
        moves = [.. universe.Dimensions.Select(dimension => new CodeMoves(dimension))];
        choices = [.. moves.Select(_ => new List<(double, int, Move)>())];
        order = [.. Enumerable.Range(0, moves.Length)];
        cheapestAfter = new double[moves.Length + 1];
        strides = [.. moves.Select((_, d) => (int)universe.StrideOf(d))];
    }

    /// <summary>The cheapest trade found that moves the cell far enough; null when there is none below the price.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="below">What it may cost at most, itself excluded.</param>
    /// <param name="enough">Whether so many steps up and so many down are enough.</param>
    public Trade? Find(int cell, double below, Func<double, double, bool> enough)
    {
        (this.enough, best, limit, steps) = (enough, null, below, 0);
        for (var d = 0; d < moves.Length; d++)
        {
            Choose(cell, d);
            if (choices[d].Count == 0) return null;
        }

        Array.Sort(order, (a, b) => choices[a].Count != choices[b].Count ? choices[a].Count.CompareTo(choices[b].Count) : a.CompareTo(b));
        for (var level = order.Length - 1; level >= 0; level--) cheapestAfter[level] = cheapestAfter[level + 1] + choices[order[level]][0].Price;
        (corners[0], keys[0], signs[0]) = (cell, (int)universe.KeyOf(cell), 1);
        Extend(0, 1, prices[cell], rooms[cell], double.PositiveInfinity);
        return best;
    }

    /// <summary>The moves of one dimension that could be part of a trade, the cheapest first.</summary>
    private void Choose(int cell, int d)
    {
        var list = choices[d];
        list.Clear();
        var code = universe.CodeOf(cell, d);
        var key = (int)universe.KeyOf(cell);
        var all = moves[d].Of(code);
        for (var m = 0; m < all.Length; m++)
        {
            var move = all[m];
            if (IsDivided(key, code, move.Gains, d) || (move.Loses >= 0 && IsDivided(key, code, move.Loses, d))) continue;
            var price = 0.0;
            for (var t = 1; t < move.Codes.Length; t++)
            {
                var other = universe.At(key + ((move.Codes[t] - code) * strides[d]));
                if (other >= 0) price += prices[other];
            }

            if (price < limit) list.Add((price, m, move));
        }

        list.Sort(static (a, b) => a.Price != b.Price ? a.Price.CompareTo(b.Price) : a.At.CompareTo(b.At));
    }

    /// <summary>Is the cell at another code the sum of narrower ones, which would have to move too?</summary>
    private bool IsDivided(int key, int from, int code, int d)
    {
        var other = universe.At(key + ((code - from) * strides[d]));
        return other >= 0 && universe.IsDivided(other, d);
    }

    private void Extend(int level, int count, double price, double up, double down)
    {
        if (++steps > MostSteps) return;
        if (level == order.Length)
        {
            Accept(count, price, up, down);
            return;
        }

        var d = order[level];
        var choice = choices[d];
        for (var c = 0; c < choice.Count && steps <= MostSteps; c++)
        {
            if (price + choice[c].Price + cheapestAfter[level + 1] >= limit) return;
            var move = choice[c].Move;
            if (count * move.Codes.Length > MostCorners) continue;
            var (total, rise, fall) = (price, up, down);
            if (Add(move, d, count, ref total, ref rise, ref fall)) Extend(level + 1, count * move.Codes.Length, total, rise, fall);
        }
    }

    /// <summary>Repeats the corners so far at the other codes of a move.</summary>
    private bool Add(Move move, int d, int count, ref double price, ref double up, ref double down)
    {
        var at = count;
        for (var t = 1; t < move.Codes.Length; t++)
        {
            var offset = (move.Codes[t] - move.Codes[0]) * strides[d];
            for (var i = 0; i < count; i++, at++)
            {
                keys[at] = keys[i] + offset;
                signs[at] = signs[i] * move.Signs[t];
                var cell = corners[at] = universe.At(keys[at]);
                if (cell < 0) continue;
                price += prices[cell];
                if (signs[at] > 0) up = Math.Min(up, rooms[cell]);
                else down = Math.Min(down, rooms[cell]);
                if (price >= limit) return false;
            }

            if (!enough(down, up)) return false;
        }

        return true;
    }

    private void Accept(int count, double price, double up, double down)
    {
        if (price >= limit || !enough(down, up)) return;
        int[] places = [.. Enumerable.Range(0, count).Where(i => corners[i] >= 0)];
        var trade = new Trade(Array.ConvertAll(places, i => corners[i]), Array.ConvertAll(places, i => signs[i]), down, up, price);
        if (balance.Limit(trade) is not { } limited || !enough(limited.Forward, limited.Back)) return;
        best = limited;
        limit = price > 0 ? price : double.NegativeInfinity;
    }
}
