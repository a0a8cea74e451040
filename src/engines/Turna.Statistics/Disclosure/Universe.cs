namespace Turna.Statistics.Disclosure;

/// <summary>What a reader may see of a cell before anything has been suppressed.</summary>
internal enum Exposure : byte
{
    /// <summary>A margin that can be formed from the cells of a table, which no table shows.</summary>
    Unlisted,

    /// <summary>Listed, and not shown.</summary>
    Withheld,

    /// <summary>Shown, unless it is suppressed.</summary>
    Released,

    /// <summary>Shown by an earlier release; cannot be taken back.</summary>
    Known,
}

/// <summary>One stated relation between cells: the whole and its parts.</summary>
internal sealed record Bond(int Whole, int[] Parts, Relation Relation);

/// <summary>
/// All cells of all tables in one model: a cell that several tables hold is one cell, and every relation between cells
/// is listed once.
/// </summary>
internal sealed class Universe
{
    private const int LargestSpan = 50_000_000;

    /// <summary>A table of every combination of codes is made where so many of them in one are cells; elsewhere it would be nearly empty, and large.</summary>
    private const int MostKeysForCell = 8;

    private readonly ulong[] strides;
    private readonly Dictionary<ulong, int> places = [];
    private readonly HashSet<(int Whole, int Dimension, int Group)> bonded = [];
    private readonly List<ulong> keys = [];
    private readonly List<decimal?> values = [];
    private readonly List<Exposure> exposures = [];
    private readonly List<Bond> bonds = [];
    private readonly List<ulong> divided = [];
    private readonly IReadOnlyList<(int Coordinate, int Factor)[]>[] coordinates;
    private readonly List<(int Bond, int Factor)>[] memberships;
    private readonly int[]? byKey;

    /// <exception cref="DisclosureException">Tables contradict one another or their dimensions.</exception>
    public Universe(IReadOnlyList<Dimension> dimensions, IReadOnlyList<Table> tables)
    {
        Dimensions = dimensions;
        var twice = dimensions.GroupBy(dimension => dimension.Name, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1);
        if (twice is not null) throw new DisclosureException($"the dimension {twice.Key} is given twice");
        strides = Strides(dimensions);
        Placed = [.. tables.Select(table => new CrossTable(this, table).Place())];
        CheckCoverings();
        coordinates = [.. dimensions.Select((dimension, d) => new CodeCoordinates(dimension.GroupsOf, WeightsOf(d)).Vectors)];
        memberships = Memberships();
        IsDense = Span <= LargestSpan && Dimensions.Count <= 64;
        if (IsDense && Span <= (UInt128)Count * MostKeysForCell) byKey = ByKey();
    }

    public IReadOnlyList<Dimension> Dimensions { get; }

    /// <summary>For each table, the place of each of its listed cells.</summary>
    public IReadOnlyList<int[]> Placed { get; }

    public int Count => keys.Count;

    public IReadOnlyList<Bond> Bonds => bonds;

    public Exposure ExposureOf(int cell) => exposures[cell];

    public decimal? ValueOf(int cell) => values[cell];

    /// <summary>The place of a code of one dimension in a cell's key.</summary>
    public int CodeOf(int cell, int dimension) => (int)(keys[cell] / strides[dimension] % (ulong)Dimensions[dimension].Codes.Count);

    public string NameOf(int cell) => string.Join(", ", Dimensions
        .Select((dimension, at) => (dimension, code: CodeOf(cell, at)))
        .Where(pair => pair.code != 0)
        .Select(pair => $"{pair.dimension.Name} {pair.dimension.Codes[pair.code]}")
        .DefaultIfEmpty("the total"));

    /// <summary>How many dimensions stand at their total: the wider a cell is, the more readers want it.</summary>
    public int Breadth(int cell)
    {
        var breadth = 0;
        for (var d = 0; d < Dimensions.Count; d++) if (CodeOf(cell, d) == 0) breadth++;
        return breadth;
    }

    /// <summary>The cell as a combination of independent coordinates, which all tables share.</summary>
    public void FormOf(int cell, List<(ulong Coordinate, int Factor)> form)
    {
        form.Clear();
        form.Add((0, 1));
        for (var d = 0; d < Dimensions.Count; d++)
        {
            var code = CodeOf(cell, d);
            if (code == 0) continue;
            var vector = coordinates[d][code];
            var width = form.Count;
            for (var t = 1; t < vector.Length; t++)
            {
                for (var i = 0; i < width; i++)
                    form.Add((form[i].Coordinate + ((ulong)vector[t].Coordinate * strides[d]), form[i].Factor * vector[t].Factor));
            }

            for (var i = 0; i < width; i++)
                form[i] = (form[i].Coordinate + ((ulong)vector[0].Coordinate * strides[d]), form[i].Factor * vector[0].Factor);
        }
    }

    /// <summary>The relations a cell belongs to: as a part (1) or as the whole (−1).</summary>
    public IReadOnlyList<(int Bond, int Factor)> MembershipsOf(int cell) => memberships[cell];

    /// <summary>Can cells be found by <see cref="At"/>?</summary>
    public bool IsDense { get; }

    public ulong KeyOf(int cell) => keys[cell];

    /// <summary>The cell with a key, −1 when no table holds it.</summary>
    public int At(int key) => byKey is not null ? byKey[key] : places.GetValueOrDefault((ulong)key, -1);

    /// <summary>Is the cell a sum of cells with narrower codes of the dimension?</summary>
    public bool IsDivided(int cell, int dimension) => (divided[cell] >> dimension & 1) != 0;

    internal ulong StrideOf(int dimension) => strides[dimension];

    /// <summary>Adds a cell, or joins it with the one that another table has placed already.</summary>
    internal int Place(ulong key, decimal? value, Exposure exposure, string table)
    {
        if (places.TryGetValue(key, out var at))
        {
            if (value is { } mine && values[at] is { } theirs && mine != theirs)
                throw new DisclosureException($"table {table}, {NameOf(at)}: {mine} here and {theirs} in another table");
            values[at] ??= value;
            if (exposure > exposures[at]) exposures[at] = exposure;
            return at;
        }

        places.Add(key, at = keys.Count);
        keys.Add(key);
        values.Add(value);
        exposures.Add(exposure);
        divided.Add(0);
        return at;
    }

    internal void Bind(int whole, int dimension, CodeGroup group, Func<int[]> parts)
    {
        if (!bonded.Add((whole, dimension, group.Code))) return;
        bonds.Add(new Bond(whole, parts(), group.Relation));
        if (group.Relation == Relation.Sum && dimension < 64) divided[whole] |= 1UL << dimension;
    }

    /// <summary>How many combinations of codes there are.</summary>
    private UInt128 Span => Dimensions.Aggregate((UInt128)1, (product, dimension) => product * (UInt128)dimension.Codes.Count);

    private int[] ByKey()
    {
        var all = new int[(int)Span];
        Array.Fill(all, -1);
        for (var cell = 0; cell < Count; cell++) all[(int)keys[cell]] = cell;
        return all;
    }

    private List<(int Bond, int Factor)>[] Memberships()
    {
        var all = new List<(int, int)>[Count];
        for (var cell = 0; cell < Count; cell++) all[cell] = [];
        for (var b = 0; b < bonds.Count; b++)
        {
            all[bonds[b].Whole].Add((b, -1));
            foreach (var part in bonds[b].Parts) all[part].Add((b, 1));
        }

        return all;
    }

    private decimal[] WeightsOf(int dimension)
    {
        var weights = new decimal[Dimensions[dimension].Codes.Count];
        for (var cell = 0; cell < Count; cell++) weights[CodeOf(cell, dimension)] += values[cell] ?? 0;
        return weights;
    }

    private static ulong[] Strides(IReadOnlyList<Dimension> dimensions)
    {
        var all = new ulong[dimensions.Count];
        UInt128 stride = 1;
        for (var d = 0; d < dimensions.Count; d++)
        {
            all[d] = (ulong)stride;
            stride *= (UInt128)dimensions[d].Codes.Count;
            if (stride > ulong.MaxValue) throw new DisclosureException("the dimensions span more than 2^64 combinations");
        }

        return all;
    }

    private void CheckCoverings()
    {
        foreach (var bond in bonds.Where(bond => bond.Relation != Relation.Sum))
        {
            if (values[bond.Whole] is not { } whole) continue;
            foreach (var part in bond.Parts)
            {
                if (values[part] > whole)
                    throw new DisclosureException($"{NameOf(part)}: {values[part]} is more than {whole} of {NameOf(bond.Whole)}");
            }

            if (bond.Relation == Relation.Cover && bond.Parts.Sum(part => values[part]) is { } sum && sum < whole
                && Array.TrueForAll(bond.Parts, part => values[part] is not null))
                throw new DisclosureException($"{NameOf(bond.Whole)}: {whole} is more than its parts together, {sum}");
        }
    }
}
