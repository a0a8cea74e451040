using Turna.Statistics.Disclosure;

namespace Turna.Web.CommandLine.Tables;

/// <summary>A release as it went out: one row per cell, an empty value where it was suppressed.</summary>
internal sealed class PublishedFile
{
    private readonly CsvRows rows;
    private readonly Dimension[] dimensions;
    private readonly int[] columns;
    private readonly int measure;

    public PublishedFile(CsvRows rows, IReadOnlyList<Dimension> all, string measure)
    {
        this.rows = rows;
        this.measure = rows.Column(measure);
        dimensions = [.. all.Where(dimension => rows.Has(dimension.Name))];
        columns = [.. dimensions.Select(dimension => rows.Column(dimension.Name))];
    }

    /// <summary>The smallest set of tables that hold every row: the widest combinations of dimensions that are not at their total.</summary>
    public IReadOnlyList<IReadOnlyList<string>> TablesFound()
    {
        var sets = new HashSet<int>();
        foreach (var row in rows.Rows)
        {
            var set = 0;
            for (var d = 0; d < dimensions.Length; d++) if (row[columns[d]] != dimensions[d].Codes[0]) set |= 1 << d;
            sets.Add(set);
        }

        return [.. sets.Where(set => set != 0 && !sets.Any(other => other != set && (other & set) == set)).Order()
            .Select(set => (IReadOnlyList<string>)[.. dimensions.Where((_, d) => (set & (1 << d)) != 0).Select(dimension => dimension.Name)])];
    }

    /// <summary>The cells of one table: codes joined by U+001F → value, null where suppressed.</summary>
    public Dictionary<string, decimal?> Values(IReadOnlyList<string> by)
    {
        foreach (var name in by)
            if (!rows.Has(name)) throw new UsageException($"{rows.Path}: no column '{name}', which a table of the release names");
        var mine = by.Select(name => rows.Column(name)).ToArray();
        var others = Enumerable.Range(0, dimensions.Length).Where(d => !by.Contains(dimensions[d].Name, StringComparer.Ordinal)).ToArray();
        var values = new Dictionary<string, decimal?>(StringComparer.Ordinal);
        for (var r = 0; r < rows.Rows.Count; r++)
        {
            var row = rows.Rows[r];
            if (Array.Exists(others, d => row[columns[d]] != dimensions[d].Codes[0])) continue;
            decimal? value = row[measure].Length == 0 ? null : rows.Number(r, measure);
            var key = string.Join('\u001f', mine.Select(column => row[column]));
            if (!values.TryAdd(key, value)) throw new UsageException($"{rows.Path}, row {r + 1}: the cell is listed twice");
        }

        return values;
    }
}
