using System.Text.Json;
using Turna.Statistics.Disclosure;

namespace Turna.Web.CommandLine.Tables;

/// <summary>The groups of a dimension: named columns that classify its codes, or code → members.</summary>
internal sealed class GroupsRule(RulesFile rules, CsvRows rows, string dimension)
{
    public IReadOnlyList<Group> Read(JsonElement groups) => groups.ValueKind switch
    {
        JsonValueKind.Array => FromColumns(rules.Parse<List<string>>(groups, Place)),
        JsonValueKind.Object => [.. groups.EnumerateObject().Select(FromMembers)],
        _ => throw rules.Fault($"{Place}: neither a list of columns nor an object of groups"),
    };

    private string Place => $"dimensions.{dimension}.groups";

    private Group FromMembers(JsonProperty group)
    {
        if (group.Value.ValueKind == JsonValueKind.Array)
            return new Group(group.Name, rules.Parse<List<string>>(group.Value, $"{Place}.{group.Name}"));
        var spelt = rules.Parse<SpeltGroup>(group.Value, $"{Place}.{group.Name}");
        return new Group(group.Name, spelt.Members, spelt.Relation switch
        {
            "sum" => Relation.Sum,
            "cover" => Relation.Cover,
            "contain" => Relation.Contain,
            var other => throw rules.Fault($"{Place}.{group.Name}.relation: '{other}' is none of sum, cover, contain"),
        });
    }

    /// <summary>Each value of a column is a group of the codes it stands beside; wider columns take over narrower groups whole.</summary>
    private List<Group> FromColumns(List<string> columns)
    {
        if (!columns.TrueForAll(rows.Has))
            throw rules.Fault($"{Place}: the groups are columns of the cells; {rows.Path} has no column {columns.Find(column => !rows.Has(column))} (an audit takes them from --cells)");
        var own = rows.Column(dimension);
        var found = new List<(string Code, HashSet<string> Codes)>();
        var groups = new List<Group>();
        foreach (var column in columns)
        {
            var at = rows.Column(column);
            var level = rows.Rows.Where(row => row[at].Length > 0).GroupBy(row => row[at], row => row[own], StringComparer.Ordinal)
                .Select(group => (Code: group.Key, Codes: group.ToHashSet(StringComparer.Ordinal))).ToArray();
            var twice = level.SelectMany(group => group.Codes).GroupBy(code => code, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1);
            if (twice is not null) throw rules.Fault($"{Place}: the code '{twice.Key}' has several values in column {column}");
            groups.AddRange(level.Select(group => new Group(group.Code, Within(group.Codes, found))));
            found.AddRange(level);
        }

        return groups;
    }

    private static List<string> Within(HashSet<string> codes, List<(string Code, HashSet<string> Codes)> narrower)
    {
        var rest = new HashSet<string>(codes, StringComparer.Ordinal);
        var members = new List<string>();
        foreach (var (code, inner) in narrower)
        {
            if (inner.Count >= codes.Count || !inner.IsSubsetOf(rest)) continue;
            rest.ExceptWith(inner);
            members.Add(code);
        }

        return [.. members, .. rest];
    }

    private sealed record SpeltGroup(List<string> Members)
    {
        public string Relation { get; init; } = "sum";
    }
}
