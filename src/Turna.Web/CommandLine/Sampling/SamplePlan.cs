using Turna.Statistics.Sampling;

namespace Turna.Web.CommandLine.Sampling;

/// <summary>What is drawn, how, and from which columns.</summary>
internal sealed record SamplePlan
{
    public required string Method { get; init; }

    public int? Size { get; init; }

    public double? Margin { get; init; }

    public double Proportion { get; init; }

    public double DesignEffect { get; init; }

    public double Response { get; init; }

    public string? Strata { get; init; }

    public required string Allocation { get; init; }

    public string? Spread { get; init; }

    public double Power { get; init; }

    public int Least { get; init; }

    public string? Measure { get; init; }

    public string? Clusters { get; init; }

    public int? Take { get; init; }

    /// <exception cref="SamplingException">The frame cannot give what is asked for.</exception>
    /// <exception cref="UsageException">The options do not fit together, or a column is missing.</exception>
    public IReadOnlyList<Drawn> Draw(CsvRows rows, SeededRandom random)
    {
        if (Method is not ("srs" or "systematic" or "pps")) throw new UsageException($"--method: '{Method}' is none of srs, systematic, pps");
        if (Method == "pps" && Measure is null) throw new UsageException("--method pps: --measure must name the column of the sizes");
        if (Clusters is not null && Take is null) throw new UsageException("--clusters: --take must say how many units of each cluster");
        var units = Clusters is null
            ? [.. Enumerable.Range(0, rows.Rows.Count).Select(row => new[] { row })]
            : Grouped(rows, Clusters, Enumerable.Range(0, rows.Rows.Count)).Select(group => group.Rows).ToArray();
        var total = Wanted(rows.Rows.Count);
        var drawn = Strata is null ? First(rows, units, total, random) : Stratified(rows, units, total, random);
        return [.. (Clusters is null ? drawn.Select(one => one with { Unit = units[one.Unit][0] }) : drawn.SelectMany(one => Second(units[one.Unit], one, random)))
            .OrderBy(one => one.Unit)];
    }

    private int Wanted(int frame) => (Size, Margin) switch
    {
        ({ } size, null) => size,
        (null, { } margin) when Clusters is null => Turna.Statistics.Sampling.Allocation.ForProportion(Proportion, margin, frame, DesignEffect, Response),
        (null, { } margin) => (int)Math.Ceiling(Turna.Statistics.Sampling.Allocation.ForProportion(Proportion, margin, frame, DesignEffect, Response) / (double)Take!.Value),
        _ => throw new UsageException("give either --size or --margin"),
    };

    private IEnumerable<Drawn> Stratified(CsvRows rows, int[][] units, int total, SeededRandom random)
    {
        var split = units.FirstOrDefault(unit => unit.Select(row => rows.Rows[row][rows.Column(Strata!)]).Distinct(StringComparer.Ordinal).Count() > 1);
        if (split is not null) throw new UsageException($"{rows.Path}, row {split[0] + 1}: the cluster '{rows.Rows[split[0]][rows.Column(Clusters!)]}' lies in several strata");
        var strata = Enumerable.Range(0, units.Length).GroupBy(unit => rows.Rows[units[unit][0]][rows.Column(Strata!)], StringComparer.Ordinal)
            .OrderBy(stratum => stratum.Key, StringComparer.Ordinal).Select(stratum => stratum.ToArray()).ToArray();
        var spreads = Spread is null ? null : strata.Select(stratum => (double)rows.Number(units[stratum[0]][0], rows.Column(Spread))).ToArray();
        var share = Enum.TryParse<Share>(Allocation, ignoreCase: true, out var parsed) && !char.IsAsciiDigit(Allocation[0])
            ? parsed
            : throw new UsageException($"--allocation: '{Allocation}' is none of proportional, neyman, power, equal");
        var sizes = Turna.Statistics.Sampling.Allocation.Divide([.. strata.Select(stratum => stratum.Length)], total, share, spreads, Power, Least);
        return [.. strata.SelectMany((stratum, h) =>
            First(rows, [.. stratum.Select(unit => units[unit])], sizes[h], random).Select(one => one with { Unit = stratum[one.Unit] }))];
    }

    private IReadOnlyList<Drawn> First(CsvRows rows, int[][] units, int size, SeededRandom random) => Method switch
    {
        "srs" => Turna.Statistics.Sampling.Draw.Simple(units.Length, size, random),
        "systematic" => Turna.Statistics.Sampling.Draw.Systematic(units.Length, size, random),
        _ => Turna.Statistics.Sampling.Draw.ProportionalToSize([.. units.Select(unit => (double)rows.Number(unit[0], rows.Column(Measure!)))], size, random),
    };

    /// <summary>The second stage: a simple random sample of the cluster's units, all of a small one.</summary>
    private IEnumerable<Drawn> Second(int[] cluster, Drawn first, SeededRandom random) =>
        Turna.Statistics.Sampling.Draw.Simple(cluster.Length, Math.Min(Take!.Value, cluster.Length), random)
            .Select(one => new Drawn(cluster[one.Unit], one.Probability * first.Probability));

    private static IEnumerable<(string Code, int[] Rows)> Grouped(CsvRows rows, string column, IEnumerable<int> among)
    {
        var at = rows.Column(column);
        return among.GroupBy(row => rows.Rows[row][at], StringComparer.Ordinal).Select(group => (group.Key, group.ToArray()));
    }
}
