namespace Turna.Statistics.Disclosure;

/// <summary>What became of a cell.</summary>
public enum Status
{
    /// <summary>Shown.</summary>
    Published,

    /// <summary>Not shown, because the cell itself is sensitive.</summary>
    Primary,

    /// <summary>Not shown, because a sensitive cell would follow from it.</summary>
    Complementary,

    /// <summary>Not part of what the table displays.</summary>
    Withheld,
}

/// <summary>One cell after protection.</summary>
/// <param name="Codes">Its codes, as they came.</param>
/// <param name="Shown">What the release may show; null when nothing.</param>
/// <param name="Status">Why. For the office only: a release shows one and the same sign for every cell that is not shown.</param>
/// <param name="Reason">The rule that a primary cell breaks.</param>
public sealed record ProtectedCell(IReadOnlyList<string> Codes, decimal? Shown, Status Status, string? Reason);

/// <summary>One table after protection; its cells are in the order in which they came.</summary>
/// <param name="Name">The table's name.</param>
/// <param name="By">Its dimensions.</param>
/// <param name="Cells">Its cells.</param>
public sealed record ProtectedTable(string Name, IReadOnlyList<string> By, IReadOnlyList<ProtectedCell> Cells);

/// <summary>A release after protection.</summary>
/// <param name="Tables">The tables that were not published earlier.</param>
/// <param name="Unprotected">
/// Sensitive cells that follow from what had been published earlier, or from cells that were to be kept visible, and that
/// suppression cannot protect. A release with any must not go out.
/// </param>
public sealed record ProtectedRelease(IReadOnlyList<ProtectedTable> Tables, IReadOnlyList<string> Unprotected)
{
    /// <summary>How many different cells of the release have a status; a cell that two tables hold counts once.</summary>
    public required IReadOnlyDictionary<Status, int> Counts { get; init; }

    /// <summary>The sum of the complementary cells' values: what protection cost besides the sensitive cells.</summary>
    public required decimal Cost { get; init; }
}

/// <summary>
/// Protects all tables of a release at once. One model matrix holds every cell of every table; a cell that two tables share
/// is one cell in both. Afterwards no suppressed cell is a combination of shown ones, and no reader who adds up, subtracts
/// and knows that counts are not negative can narrow one down below the width that the rules ask for.
/// </summary>
/// <remarks>
/// Deterministic: the same tables and rules give the same release. The two guarantees rest on the stated relations between
/// cells. Not promised: protection against somebody who knows single persons of a cell (one of two people in a cell of two
/// knows the other), against earlier releases that were not handed in, or against zeros combined across tables that share no
/// margin.
/// </remarks>
public sealed class Protection
{
    /// <summary>A second or so of linear programmes; where trades protect too, more is not spent on a cheaper pattern.</summary>
    private const long MostEffort = 3_000_000_000;
    private const int LargestElimination = 20_000;
    private readonly Universe universe;
    private readonly IReadOnlyList<Table> tables;
    private readonly Rules rules;
    private readonly Concern?[] concerns;
    private readonly Contributions?[] from;
    private readonly bool[] current;
    private readonly bool[] forced;
    private readonly bool[] sensitive;

    private Protection(IReadOnlyList<Dimension> dimensions, IReadOnlyList<Table> tables, Rules rules)
    {
        (this.tables, this.rules) = (tables, rules);
        universe = new Universe(dimensions, tables);
        from = new Contributions?[universe.Count];
        current = new bool[universe.Count];
        for (var t = 0; t < tables.Count; t++)
        {
            for (var c = 0; c < tables[t].Cells.Count; c++)
            {
                var place = universe.Placed[t][c];
                from[place] ??= tables[t].Cells[c].From;
                current[place] |= !tables[t].Earlier;
            }
        }

        concerns = new Concern?[universe.Count];
        forced = new bool[universe.Count];
        sensitive = new bool[universe.Count];
        var kept = new Keeping(universe, rules.Keep);
        for (var cell = 0; cell < universe.Count; cell++) Judge(cell, kept);
    }

    /// <summary>Decides which cells of the tables may be shown.</summary>
    /// <param name="dimensions">The dimensions that the tables name.</param>
    /// <param name="tables">All tables of the release, and all earlier ones of the same population.</param>
    /// <param name="rules">What is sensitive, and how uncertain readers must be left.</param>
    /// <exception cref="DisclosureException">The tables contradict one another, their dimensions or the rules.</exception>
    public static ProtectedRelease Of(IReadOnlyList<Dimension> dimensions, IReadOnlyList<Table> tables, Rules rules) =>
        new Protection(dimensions, tables, rules).Run();

    private void Judge(int cell, Keeping kept)
    {
        var exposure = universe.ExposureOf(cell);
        if (exposure == Exposure.Unlisted) return;
        if (universe.ValueOf(cell) is not { } value)
        {
            if (exposure == Exposure.Released) throw new DisclosureException($"{universe.NameOf(cell)}: the value is missing");
            return;
        }

        concerns[cell] = rules.Judge(value, from[cell]);
        sensitive[cell] = concerns[cell] is not null && (exposure != Exposure.Known || current[cell]);
        forced[cell] = exposure == Exposure.Known
            || (exposure == Exposure.Released && concerns[cell] is null && ((value == 0 && !rules.ProtectZeros) || kept.Holds(cell)));
    }

    /// <summary>
    /// A small release is protected in two ways, by sums and bounds and by trades, and goes out as the cheaper one; a large one by
    /// trades. What trades cannot protect is then widened by linear programmes.
    /// </summary>
    private ProtectedRelease Run()
    {
        var uncertainty = new Uncertainty(rules, concerns, from);
        var trading = universe.IsDense ? new Trading(universe, uncertainty, forced, sensitive) : null;
        var traded = trading is not null && trading.Run() && !sensitive.Zip(forced).Any(cell => cell is (true, true));
        var solved = IsSearched ? Solve(uncertainty, [], [], traded ? new Effort(MostEffort) : new Effort(long.MaxValue)) : null;
        if (solved is { } pattern && !(traded && trading!.Cost < trading.CostOf(pattern.Suppressed))) return Result(pattern.Suppressed, pattern.Hopeless);
        if (traded) return Result(trading!.Suppressed, []);
        var found = Enumerable.Range(0, universe.Count).Where(cell => trading is not null && trading.Suppressed[cell]);
        var rest = Solve(uncertainty, [.. found], trading?.Trades ?? [], new Effort(long.MaxValue))!.Value;
        return Result(rest.Suppressed, rest.Hopeless);
    }

    private bool IsSearched => universe.Count <= Suppression.TrialSize || (rules.Width == 0 && universe.Count <= LargestElimination);

    /// <summary>Suppresses until nobody can narrow a suppressed cell down too far; null when the effort is spent before.</summary>
    private (bool[] Suppressed, HashSet<int> Hopeless)? Solve(Uncertainty uncertainty, HashSet<int> also, IEnumerable<Trade> trades, Effort effort)
    {
        var suppression = new Suppression(universe, forced, sensitive);
        var suppressed = suppression.Choose(also);
        var hopeless = new HashSet<int>(suppression.Lost);
        if (rules.Width == 0) return (suppressed, hopeless);
        var widening = new Widening(universe, uncertainty, suppressed, forced, hopeless, effort);
        widening.Believe(trades);
        while (widening.Extend() is { Count: > 0 } added && !effort.IsSpent)
        {
            also.UnionWith(added);
            if (universe.Count > Suppression.TrialSize)
            {
                // A large release keeps what it has suppressed, and every proof of uncertainty found so far; a cell that is uncertain
                // by proof is no combination of shown ones, so that nothing need be chosen anew.
                widening.Suppress(added);
                continue;
            }

            suppressed = suppression.Choose(also);
            widening = new Widening(universe, uncertainty, suppressed, forced, hopeless, effort);
        }

        return effort.IsSpent ? null : (suppressed, hopeless);
    }

    private ProtectedRelease Result(bool[] suppressed, HashSet<int> hopeless)
    {
        var result = new List<ProtectedTable>();
        for (var t = 0; t < tables.Count; t++)
        {
            if (tables[t].Earlier) continue;
            var cells = tables[t].Cells.Select((cell, c) => Result(cell, universe.Placed[t][c], suppressed)).ToArray();
            result.Add(new ProtectedTable(tables[t].Name, tables[t].By, cells));
        }

        var released = Enumerable.Range(0, universe.Count).Where(cell => current[cell] && universe.ExposureOf(cell) >= Exposure.Released).ToArray();
        return new ProtectedRelease(result, [.. hopeless.Order().Select(universe.NameOf)])
        {
            Counts = released.GroupBy(cell => StatusOf(cell, suppressed)).ToDictionary(group => group.Key, group => group.Count()),
            Cost = released.Where(cell => suppressed[cell] && concerns[cell] is null).Sum(cell => universe.ValueOf(cell) ?? 0),
        };
    }

    private ProtectedCell Result(Cell cell, int place, bool[] suppressed)
    {
        if (!cell.Shown) return new ProtectedCell(cell.Codes, null, Status.Withheld, null);
        var status = StatusOf(place, suppressed);
        return new ProtectedCell(cell.Codes, status == Status.Published ? cell.Value : null, status, concerns[place]?.Reason);
    }

    private Status StatusOf(int cell, bool[] suppressed) =>
        concerns[cell] is not null ? Status.Primary : suppressed[cell] ? Status.Complementary : Status.Published;
}
