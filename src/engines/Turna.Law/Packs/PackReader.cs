using System.Collections.Frozen;
using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Turna.Law.Packs;

/// <summary>
/// Reads a rule pack from YAML. Refuses unknown keys, wrong types, overlaps and gaps, each with file and line;
/// a pack with a problem is not read at all.
/// </summary>
public sealed class PackReader
{
    private readonly string _file;
    private readonly List<PackProblem> _problems = [];

    private PackReader(string file) => _file = file;

    /// <summary>Reads a pack.</summary>
    /// <param name="file">Name to use in problems.</param>
    /// <param name="text">The YAML.</param>
    public static PackReading Read(string file, string text)
    {
        var reader = new PackReader(file);
        var pack = reader.Pack(text);
        return new PackReading(reader._problems.Count == 0 ? pack : null, reader._problems);
    }

    private void Report(long line, string message) => _problems.Add(new PackProblem(_file, line, message));

    private RulePack? Pack(string text)
    {
        if (YamlText.Root(text, Report) is not { } node) return null;
        var root = new YamlFields(node, Report);
        var name = root.Text("pack");
        var country = root.Text("country");
        var currency = root.OptionalText("currency");
        if (currency is not null && (currency.Length != 3 || !currency.All(char.IsAsciiLetterUpper)))
            Report(root.Line, $"'currency' must be an ISO 4217 code, not '{currency}'");

        var dated = new List<(Rule Rule, long Line)>();
        foreach (var fields in Maps(root, "rules"))
            if (Rule(country, fields) is { } rule) dated.Add((rule, fields.Line));
        var series = Maps(root, "series").Select(ReadSeries).ToList();
        var calendar = root.Has("calendar") && root.Map("calendar") is { } days ? Calendar(days) : null;
        root.RefuseOthers();

        RefuseOverlapsAndGaps(dated);
        RefuseUnknownSeries(dated, series);
        return new RulePack(name, country, currency, [.. dated.Select(entry => entry.Rule)], series, calendar);
    }

    private IEnumerable<YamlFields> Maps(YamlFields parent, string name)
    {
        foreach (var node in parent.List(name))
        {
            if (node is YamlMappingNode map) yield return new YamlFields(map, Report);
            else Report(node.Start.Line, $"each of '{name}' must be a mapping");
        }
    }

    private Rule? Rule(string country, YamlFields fields)
    {
        var kind = fields.Text("kind");
        var declared = RuleKinds.ParametersOf(kind);
        if (declared is null && kind.Length > 0) Report(fields.Node("kind")!.Start.Line, $"unknown kind '{kind}'");

        var from = fields.OptionalDay("from");
        var to = fields.OptionalDay("to");
        if (from > to) Report(fields.Line, "'to' is before 'from'");

        var rule = new Rule(
            country, fields.Text("subject"), fields.Text("id"), kind, from, to, fields.Words("citizens"),
            fields.Text("article"), fields.Wording("text"), Parameters(fields, declared), Origin(fields));
        fields.RefuseOthers();
        return declared is null ? null : rule;
    }

    private FrozenDictionary<string, object> Parameters(YamlFields rule, IReadOnlyList<Parameter>? declared)
    {
        var values = new Dictionary<string, object>(StringComparer.Ordinal);
        if (declared is null)
        {
            rule.Node("parameters");
            return values.ToFrozenDictionary(StringComparer.Ordinal);
        }

        if (!rule.Has("parameters"))
        {
            if (declared.Any(parameter => parameter.Required)) Report(rule.Line, "'parameters' is missing");
            return values.ToFrozenDictionary(StringComparer.Ordinal);
        }

        if (rule.Map("parameters") is not { } fields) return values.ToFrozenDictionary(StringComparer.Ordinal);
        foreach (var parameter in declared)
        {
            var text = parameter.Required ? fields.Text(parameter.Name) : fields.OptionalText(parameter.Name);
            if (string.IsNullOrEmpty(text)) continue;
            if (Value(parameter.Type, text) is { } value) values[parameter.Name] = value;
            else Report(fields.Node(parameter.Name)!.Start.Line, $"'{parameter.Name}' must be a {Describe(parameter.Type)}, not '{text}'");
        }

        fields.RefuseOthers();
        return values.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static object? Value(ParameterType type, string text) => type switch
    {
        ParameterType.Word => text,
        ParameterType.Whole => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var whole) ? (decimal)whole : null,
        _ => YamlFields.TryNumber(text, out var number) ? number : null,
    };

    private static string Describe(ParameterType type) => type switch
    {
        ParameterType.Whole => "whole number",
        ParameterType.Number => "number",
        _ => "word",
    };

    private static Origin Origin(YamlFields fields) =>
        new(fields.Text("source"), fields.Day("checked"), fields.Trust("confidence"));

    private Series ReadSeries(YamlFields fields)
    {
        var (id, unit, text) = (fields.Text("id"), fields.Text("unit"), fields.Wording("text"));
        var to = fields.OptionalDay("to");
        var known = fields.Day("known-through");
        var origin = Origin(fields);
        var values = SeriesValues(fields, origin.Trust);
        if (values.Count == 0) Report(fields.Line, $"series '{id}' has no values");
        if (values.Count > 0 && to < values[^1].From) Report(fields.Line, $"series '{id}' ends before its last value begins");
        fields.RefuseOthers();
        return new Series(id, unit, text, values, to, known, origin);
    }

    private List<SeriesValue> SeriesValues(YamlFields fields, TrustMark usual)
    {
        var values = new List<SeriesValue>();
        foreach (var node in fields.List("values"))
        {
            if (SeriesValue(node, usual) is not { } value)
            {
                Report(node.Start.Line, "a value is [first day in force, number] or [first day in force, number, confidence]");
                continue;
            }

            if (values.Count > 0 && value.From <= values[^1].From)
                Report(node.Start.Line, "overlap: each value must begin after the one before");
            values.Add(value);
        }

        return values;
    }

    private static SeriesValue? SeriesValue(YamlNode node, TrustMark usual)
    {
        if (node is not YamlSequenceNode { Children: { Count: 2 or 3 } parts }) return null;
        if (parts[0] is not YamlScalarNode { Value: { } from } || !YamlFields.TryDay(from, out var day)) return null;
        if (parts[1] is not YamlScalarNode { Value: { } number } || !YamlFields.TryNumber(number, out var value)) return null;
        if (parts.Count == 2) return new SeriesValue(day, value, usual);
        return parts[2] is YamlScalarNode { Value: { } code } && TrustMarks.TryParse(code, out var mark) ? new SeriesValue(day, value, mark) : null;
    }

    private WorkCalendar Calendar(YamlFields fields)
    {
        var weekend = new List<DayOfWeek>();
        foreach (var word in fields.Words("weekend"))
        {
            if (Enum.TryParse<DayOfWeek>(word, ignoreCase: true, out var day) && !char.IsAsciiDigit(word[0])) weekend.Add(day);
            else Report(fields.Line, $"'{word}' is not a day of the week");
        }

        if (weekend.Distinct().Count() >= 7) Report(fields.Line, "a week needs a working day");
        var holidays = new List<Holiday>();
        foreach (var holiday in Maps(fields, "holidays"))
            if (ReadHoliday(holiday) is { } read) holidays.Add(read);
        var calendar = new WorkCalendar(fields.Text("id"), weekend, holidays, Origin(fields));
        fields.RefuseOthers();
        return calendar;
    }

    private Holiday? ReadHoliday(YamlFields fields)
    {
        var (text, name) = (fields.Text("day"), fields.Wording("name"));
        fields.RefuseOthers();
        if (YamlFields.TryDay("2024-" + text, out var day)) return new Holiday(day.Month, day.Day, name);
        Report(fields.Line, $"'day' must be a month and day such as 03-08, not '{text}'");
        return null;
    }

    private void RefuseOverlapsAndGaps(List<(Rule Rule, long Line)> rules)
    {
        foreach (var line in rules.GroupBy(entry => (entry.Rule.Subject, string.Join(' ', entry.Rule.Citizens))))
        {
            var versions = line.OrderBy(entry => entry.Rule.From ?? DateOnly.MinValue).ToList();
            for (var next = 1; next < versions.Count; next++)
            {
                var (before, after) = (versions[next - 1].Rule, versions[next].Rule);
                var expected = before.To is { } last && last < DateOnly.MaxValue ? last.AddDays(1) : (DateOnly?)null;
                if (expected is null || after.From is null || after.From < expected)
                    Report(versions[next].Line, $"overlap: {after.Id} begins while {before.Id} is in force ({before.Subject})");
                else if (after.From > expected)
                    Report(versions[next].Line, $"gap: nothing is in force between {before.Id} and {after.Id} ({before.Subject})");
            }
        }
    }

    private void RefuseUnknownSeries(List<(Rule Rule, long Line)> rules, List<Series> series)
    {
        foreach (var twice in series.GroupBy(one => one.Id, StringComparer.Ordinal).Where(group => group.Count() > 1))
            Report(1, $"overlap: series '{twice.Key}' appears twice");
        foreach (var (rule, line) in rules)
            if (rule.Parameters.TryGetValue("series", out var id) && series.TrueForAll(one => one.Id != (string)id))
                Report(line, $"{rule.Id} refers to series '{id}', which the pack does not hold");
    }
}
