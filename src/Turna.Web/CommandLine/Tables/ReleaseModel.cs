using System.Globalization;
using System.Text.Json;
using Turna.Statistics.Disclosure;

namespace Turna.Web.CommandLine.Tables;

/// <summary>The dimensions and tables that a file of cells and its rules stand for.</summary>
internal sealed class ReleaseModel
{
    private readonly RulesFile rules;
    private readonly CsvRows rows;

    public ReleaseModel(RulesFile rules, CsvRows rows)
    {
        (this.rules, this.rows) = (rules, rows);
        var names = Names();
        Dimensions = [.. names.Select(name => DimensionOf(name, rules.Dimensions?.GetValueOrDefault(name)))];
        Shapes = rules.Shapes(names);
        foreach (var shape in Shapes)
        {
            if (shape.By.Count == 0) throw rules.Fault("tables: a table without dimensions");
            foreach (var name in shape.By) _ = Find(name);
        }
    }

    public IReadOnlyList<Dimension> Dimensions { get; }

    public IReadOnlyList<TableRule> Shapes { get; }

    public string Measure => rules.Value ?? rules.Count ?? "count";

    /// <summary>The tables with all their values.</summary>
    public IReadOnlyList<Table> Original() => Guard(() => Shapes.Select(shape => Hide(shape, Cross(shape.Title, shape.By))).ToArray());

    /// <summary>The tables of an earlier release, as readers have them.</summary>
    public IReadOnlyList<Table> Earlier(string path)
    {
        var beside = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(rules.Path) ?? string.Empty, path);
        var published = new PublishedFile(CsvRows.Read(beside), Dimensions, Measure);
        return Guard(() => published.TablesFound().Select(found => Known(path, found, published)).ToArray());
    }

    /// <summary>Runs what the engine may refuse, and says so as a fault of the input.</summary>
    public static T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (DisclosureException refused)
        {
            throw new UsageException(refused.Message, refused);
        }
    }

    private Table Known(string path, IReadOnlyList<string> by, PublishedFile published)
    {
        var shown = published.Values(by);
        if (!by.All(rows.Has)) return new Table(path, by, [.. shown.Select(pair => new Cell(pair.Key.Split('\u001f'), pair.Value, pair.Value is not null))], Earlier: true);
        var now = Cross(path, by);
        return now with
        {
            Earlier = true,
            Cells = [.. now.Cells.Select(cell => shown.TryGetValue(string.Join('\u001f', cell.Codes), out var value) && value is not null
                ? cell with { Value = value }
                : cell with { Shown = false })],
        };
    }

    /// <summary>For every cell of the tables the sum of its people's keys.</summary>
    public IReadOnlyList<Table> Keys() => Guard(() => Shapes.Select(shape => Cross(shape.Title, shape.By, rules.Key)).ToArray());

    private Table Cross(string title, IReadOnlyList<string> by, string? instead = null)
    {
        var dimensions = by.Select(Find).ToArray();
        var chosen = Enumerable.Range(0, rows.Rows.Count).Where(BelongsTo(by)).ToArray();
        var measure = instead ?? rules.Value ?? rules.Count ?? (rows.Has("count") ? "count" : null);
        int? amount = measure is null ? null : rows.Column(measure);
        int? contributor = rules.Contributor is null ? null : rows.Column(rules.Contributor);
        var columns = by.Select(rows.Column).ToArray();
        var lines = chosen.Select(row => new Line(
            [.. columns.Select(column => rows.Rows[row][column])],
            amount is { } at ? rows.Amount(row, at, rules.Value is null) : 1,
            rules.Value is null ? null : contributor is { } who ? rows.Rows[row][who] : (row + 1).ToString(CultureInfo.InvariantCulture)));
        return Crossing.Of(title, dimensions, [.. lines]);
    }

    /// <summary>Which rows make up a table that does not name all dimensions: the parts of a sum, the whole of what is none.</summary>
    private Func<int, bool> BelongsTo(IReadOnlyList<string> by)
    {
        var tests = new List<Func<int, bool>>();
        foreach (var dimension in Dimensions.Where(dimension => !by.Contains(dimension.Name, StringComparer.Ordinal) && rows.Has(dimension.Name)))
        {
            var column = rows.Column(dimension.Name);
            var used = rows.Rows.Select(row => row[column]).ToHashSet(StringComparer.Ordinal);
            var adds = rules.Dimensions?.GetValueOrDefault(dimension.Name)?.Relation is null or "sum";
            if (!adds && !used.Contains(dimension.Codes[0]))
                throw rules.Fault($"the table {string.Join(" × ", by)} leaves out {dimension.Name}, whose codes do not add up; the cells must hold rows for its total");
            var margins = adds && used.Count > 1 ? Crossing.MarginsOf(dimension, used) : null;
            tests.Add(row => margins is null ? used.Count == 1 || rows.Rows[row][column] == dimension.Codes[0] : !margins.Contains(rows.Rows[row][column]));
        }

        return row => tests.TrueForAll(test => test(row));
    }

    private Table Hide(TableRule shape, Table table)
    {
        if (shape.Hide.Count == 0) return table;
        foreach (var name in shape.Hide.SelectMany(pattern => pattern.Keys))
            if (!shape.By.Contains(name, StringComparer.Ordinal)) throw rules.Fault($"hide: {name} is not a dimension of the table {shape.Title}");
        return table with { Cells = [.. table.Cells.Select(cell => shape.Hide.Exists(pattern => Matches(shape, pattern, cell)) ? cell with { Shown = false } : cell)] };
    }

    private static bool Matches(TableRule shape, Dictionary<string, string> pattern, Cell cell) =>
        pattern.All(pair => cell.Codes[shape.By.IndexOf(pair.Key)] == pair.Value);

    private string[] Names()
    {
        if (rules.Dimensions is { Count: > 0 } given) return [.. given.Keys];
        if (rules.Tables is not null) return [.. rules.Shapes([]).SelectMany(shape => shape.By).Distinct(StringComparer.Ordinal)];
        string?[] others = [rules.Value, rules.Count, rules.Contributor, rules.Key, rules.Count is null ? "count" : null, "primary", "suppressed", "reason"];
        return [.. rows.Header.Where(column => !others.Contains(column, StringComparer.Ordinal))];
    }

    private Dimension DimensionOf(string name, DimensionRule? rule)
    {
        var total = rule?.Total.ValueKind switch
        {
            null or JsonValueKind.Undefined => rules.Total,
            JsonValueKind.String => rule.Total.GetString(),
            JsonValueKind.Null => null,
            _ => throw rules.Fault($"dimensions.{name}.total: neither a text nor null"),
        };
        var relation = RelationOf(rule?.Relation ?? "sum", name);
        var groups = rule?.Groups is { } given ? new GroupsRule(rules, rows, name).Read(given) : [];
        var grouped = groups.Select(group => group.Code).ToHashSet(StringComparer.Ordinal);
        var column = rows.Column(name);
        var codes = (rule?.Codes ?? [])
            .Concat(rows.Rows.Select(row => row[column]))
            .Concat(groups.SelectMany(group => group.Members))
            .Where(code => code.Length > 0 && code != total && !grouped.Contains(code)).Distinct(StringComparer.Ordinal);
        return Guard(() => Dimension.Of(name, total, [.. codes], groups, relation));
    }

    private Relation RelationOf(string text, string name) => text switch
    {
        "sum" => Relation.Sum,
        "cover" => Relation.Cover,
        "contain" => Relation.Contain,
        _ => throw rules.Fault($"dimensions.{name}.relation: '{text}' is none of sum, cover, contain"),
    };

    private Dimension Find(string name) =>
        Dimensions.FirstOrDefault(dimension => dimension.Name == name) ?? throw rules.Fault($"tables: unknown dimension {name}");
}
