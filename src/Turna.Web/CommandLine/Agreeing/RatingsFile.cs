using Turna.Statistics.Agreement;

namespace Turna.Web.CommandLine.Agreeing;

/// <summary>Ratings as a CSV file holds them.</summary>
internal sealed class RatingsFile(CsvRows rows, string layout, IReadOnlyList<string> columns, IReadOnlyList<string> order)
{
    private static readonly string[] LongColumns = ["unit", "rater", "value"];

    /// <exception cref="UsageException">Columns are missing, or a rater rates a unit twice.</exception>
    public Ratings Ratings() => Turna.Statistics.Agreement.Ratings.Of(
        layout switch
        {
            "long" => Long(),
            "wide" => Wide(),
            "raters" => Transposed(Wide()),
            "auto" => LongColumns.All(rows.Has) ? Long() : Wide(),
            _ => throw new UsageException($"--layout: '{layout}' is none of auto, long, wide, raters"),
        },
        order);

    /// <summary>Missing values are written as nothing or NA, as R writes them.</summary>
    private static string? ValueOf(string text) => text.Length == 0 || text == "NA" ? null : text;

    private IReadOnlyList<string?>[] Wide()
    {
        var chosen = columns.Count > 0
            ? columns.Select(rows.Column).ToArray()
            : [.. Enumerable.Range(0, rows.Header.Count).Where(column => rows.Header[column] is not ("unit" or "id"))];
        return [.. rows.Rows.Select(row => (IReadOnlyList<string?>)[.. chosen.Select(column => ValueOf(row[column]))])];
    }

    private IReadOnlyList<string?>[] Long()
    {
        var names = columns.Count switch { 0 => LongColumns, 3 => columns, _ => throw new UsageException("--columns: the long layout needs three, unit, rater and value") };
        var (unit, rater, value) = (rows.Column(names[0]), rows.Column(names[1]), rows.Column(names[2]));
        var (units, raters) = (Places(unit), Places(rater));
        var table = units.Select(_ => new string?[raters.Count]).ToArray();
        var given = new HashSet<(string, string)>();
        for (var r = 0; r < rows.Rows.Count; r++)
        {
            var row = rows.Rows[r];
            if (!given.Add((row[unit], row[rater])))
                throw new UsageException($"{rows.Path}, row {r + 1}: rater '{row[rater]}' rates unit '{row[unit]}' twice");
            table[units[row[unit]]][raters[row[rater]]] = ValueOf(row[value]);
        }

        return [.. table.Select(row => (IReadOnlyList<string?>)row)];
    }

    private Dictionary<string, int> Places(int column)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in rows.Rows) places.TryAdd(row[column], places.Count);
        return places;
    }

    private static IReadOnlyList<string?>[] Transposed(IReadOnlyList<string?>[] table) =>
        [.. Enumerable.Range(0, table[0].Count).Select(column => (IReadOnlyList<string?>)[.. table.Select(row => row[column])])];
}
