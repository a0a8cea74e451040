namespace Turna.Statistics.Disclosure;

/// <summary>
/// One table spread over all combinations of the codes it uses, so that every margin that can be formed from it is there and
/// every relation between its cells is known.
/// </summary>
internal sealed class CrossTable
{
    private const int MaximumCells = 5_000_000;
    private readonly Universe universe;
    private readonly Table table;
    private readonly int[] dimensions;
    private readonly int[][] codes;
    private readonly int[][] localCode;
    private readonly List<CodeGroup>[][] groups;
    private readonly int[] strides;
    private readonly int size;
    private readonly decimal?[] values;
    private readonly State[] states;

    public CrossTable(Universe universe, Table table)
    {
        this.universe = universe;
        this.table = table;
        dimensions = [.. table.By.Select(DimensionOf)];
        if (dimensions.Distinct().Count() != dimensions.Length) throw Fault("names a dimension twice");

        var listed = table.Cells.Select(Resolve).ToArray();
        codes = new int[dimensions.Length][];
        groups = new List<CodeGroup>[dimensions.Length][];
        for (var d = 0; d < dimensions.Length; d++) codes[d] = UsedCodes(d, listed);
        for (var d = 0; d < dimensions.Length; d++) groups[d] = GroupsWithin(d);
        localCode = [.. codes.Select((used, d) => LocalPlaces(used, Dimension(d).Codes.Count))];
        strides = new int[dimensions.Length];
        var cells = 1L;
        for (var d = 0; d < dimensions.Length; d++)
        {
            strides[d] = (int)cells;
            cells *= codes[d].Length;
            if (cells > MaximumCells) throw Fault($"has more than {MaximumCells} combinations of codes");
        }

        size = (int)cells;
        values = new decimal?[size];
        states = new State[size];
        Fill(listed);
    }

    private enum State : byte
    {
        Unset,
        Absent,
        Computed,
        Empty,
        Withheld,
        Shown,
    }

    /// <summary>Puts the cells and their relations into the universe; returns the place of each listed cell.</summary>
    public int[] Place()
    {
        for (var cell = 0; cell < size; cell++) Settle(cell);
        var places = new int[size];
        for (var cell = 0; cell < size; cell++)
        {
            places[cell] = states[cell] == State.Absent
                ? -1
                : universe.Place(KeyOf(cell), values[cell], ExposureOf(states[cell]), table.Name);
        }

        for (var cell = 0; cell < size; cell++) if (places[cell] >= 0) BindParts(cell, places);
        return [.. table.Cells.Select(cell => places[LocalOf(Resolve(cell))])];
    }

    private Exposure ExposureOf(State state) => state switch
    {
        State.Computed => Exposure.Unlisted,
        State.Withheld => Exposure.Withheld,
        _ => table.Earlier ? Exposure.Known : Exposure.Released,
    };

    private void BindParts(int cell, int[] places)
    {
        for (var d = 0; d < dimensions.Length; d++)
        {
            var local = cell / strides[d] % codes[d].Length;
            foreach (var group in groups[d][local])
            {
                var members = MembersOf(cell, d, local, group);
                if (Array.Exists(members, member => places[member] < 0))
                {
                    if (group.Relation == Relation.Sum) continue;
                    members = Array.FindAll(members, member => places[member] >= 0);
                    if (members.Length > 0)
                        universe.Bind(places[cell], dimensions[d], group with { Relation = Relation.Contain }, () => Array.ConvertAll(members, member => places[member]));
                    continue;
                }

                universe.Bind(places[cell], dimensions[d], group, () => Array.ConvertAll(members, member => places[member]));
            }
        }
    }

    /// <summary>Gives a cell that is not listed its value, and checks one that is against its parts.</summary>
    private void Settle(int cell)
    {
        var listed = states[cell] is State.Shown or State.Withheld;
        if (!listed && states[cell] != State.Unset) return;
        var (divided, formed) = (false, false);
        decimal? computed = null;
        for (var d = 0; d < dimensions.Length; d++)
        {
            var local = cell / strides[d] % codes[d].Length;
            foreach (var group in groups[d][local])
            {
                divided = true;
                if (group.Relation != Relation.Sum || SumOf(MembersOf(cell, d, local, group), out var sum) == State.Absent) continue;
                formed = true;
                if (listed && values[cell] is { } given && sum is { } other && given != other)
                    throw Fault($"gives {given} for {NameOf(cell)}, but its parts by {Dimension(d).Name} add up to {sum}");
                computed ??= sum;
            }
        }

        if (listed) return;
        values[cell] = divided ? computed : 0;
        states[cell] = !divided ? State.Empty : formed ? State.Computed : State.Absent;
    }

    private State SumOf(int[] members, out decimal? sum)
    {
        sum = 0m;
        foreach (var member in members)
        {
            if (states[member] == State.Unset) Settle(member);
            if (states[member] == State.Absent) return State.Absent;
            sum += values[member];
        }

        return State.Computed;
    }

    private int[] MembersOf(int cell, int d, int local, CodeGroup group) =>
        Array.ConvertAll(group.Members, member => cell + ((localCode[d][member] - local) * strides[d]));

    private void Fill(int[][] listed)
    {
        for (var i = 0; i < listed.Length; i++)
        {
            var cell = LocalOf(listed[i]);
            if (states[cell] != State.Unset) throw Fault($"lists {NameOf(cell)} twice");
            if (table.Cells[i].Value < 0) throw Fault($"has a negative value for {NameOf(cell)}");
            values[cell] = table.Cells[i].Value;
            states[cell] = table.Cells[i].Shown ? State.Shown : State.Withheld;
        }
    }

    /// <summary>The codes that cells name, the other members of named groups, and the sums over named members.</summary>
    private int[] UsedCodes(int d, int[][] listed)
    {
        var used = new HashSet<int>(listed.Select(cell => cell[d]));
        for (var grown = true; grown;)
        {
            grown = false;
            foreach (var group in Dimension(d).GroupsOf)
            {
                var named = group.Members.Count(used.Contains);
                if (used.Contains(group.Code) && named > 0 && named < group.Members.Length && group.Relation == Relation.Sum)
                {
                    used.UnionWith(group.Members);
                    grown = true;
                }
                else if (!used.Contains(group.Code) && named == group.Members.Length && group.Relation == Relation.Sum)
                {
                    grown |= used.Add(group.Code);
                }
            }
        }

        return [.. used.Order()];
    }

    private List<CodeGroup>[] GroupsWithin(int d)
    {
        var within = Array.ConvertAll(codes[d], _ => new List<CodeGroup>());
        foreach (var group in Dimension(d).GroupsOf)
        {
            var at = Array.BinarySearch(codes[d], group.Code);
            if (at < 0) continue;
            var present = Array.FindAll(group.Members, member => Array.BinarySearch(codes[d], member) >= 0);
            if (present.Length == group.Members.Length) within[at].Add(group);
            else if (present.Length > 0) within[at].Add(group with { Members = present, Relation = Relation.Contain });
        }

        return within;
    }

    private int DimensionOf(string name)
    {
        for (var d = 0; d < universe.Dimensions.Count; d++) if (universe.Dimensions[d].Name == name) return d;
        throw Fault($"names the unknown dimension {name}");
    }

    private int[] Resolve(Cell cell)
    {
        if (cell.Codes.Count != dimensions.Length) throw Fault($"has a cell with {cell.Codes.Count} codes for {dimensions.Length} dimensions");
        var resolved = new int[dimensions.Length];
        for (var d = 0; d < resolved.Length; d++)
        {
            resolved[d] = Dimension(d).Find(cell.Codes[d]);
            if (resolved[d] < 0) throw Fault($"has the code '{cell.Codes[d]}', which is not in dimension {Dimension(d).Name}");
        }

        return resolved;
    }

    private static int[] LocalPlaces(int[] used, int all)
    {
        var places = new int[all];
        Array.Fill(places, -1);
        for (var i = 0; i < used.Length; i++) places[used[i]] = i;
        return places;
    }

    private int LocalOf(int[] resolved)
    {
        var cell = 0;
        for (var d = 0; d < resolved.Length; d++) cell += localCode[d][resolved[d]] * strides[d];
        return cell;
    }

    private ulong KeyOf(int cell)
    {
        var key = 0UL;
        for (var d = 0; d < dimensions.Length; d++) key += (ulong)codes[d][cell / strides[d] % codes[d].Length] * universe.StrideOf(dimensions[d]);
        return key;
    }

    private string NameOf(int cell) =>
        "(" + string.Join(", ", dimensions.Select((_, d) => Dimension(d).Codes[codes[d][cell / strides[d] % codes[d].Length]])) + ")";

    private Dimension Dimension(int d) => universe.Dimensions[dimensions[d]];

    private DisclosureException Fault(string what) => new($"table {table.Name} {what}");
}
