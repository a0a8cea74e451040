using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Turna.Law.Packs;

/// <summary>One mapping of a content file, read key by key; a key that nobody asked for is a problem.</summary>
internal sealed class YamlFields
{
    private readonly YamlMappingNode _node;
    private readonly Action<long, string> _report;
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private readonly Dictionary<string, YamlNode> _fields = new(StringComparer.Ordinal);

    public YamlFields(YamlMappingNode node, Action<long, string> report)
    {
        (_node, _report) = (node, report);
        foreach (var (key, value) in node.Children)
        {
            if (key is YamlScalarNode { Value: { } name }) _fields[name] = value;
            else report(key.Start.Line, "a key must be a word");
        }
    }

    public long Line => _node.Start.Line;

    public bool Has(string name) => _fields.ContainsKey(name);

    public YamlNode? Node(string name)
    {
        _asked.Add(name);
        return _fields.GetValueOrDefault(name);
    }

    public string Text(string name)
    {
        var text = OptionalText(name);
        if (text is null) _report(Line, $"'{name}' is missing");
        return text ?? "";
    }

    public string? OptionalText(string name)
    {
        var node = Node(name);
        if (node is null) return null;
        if (node is YamlScalarNode { Value.Length: > 0 } scalar) return scalar.Value;
        _report(node.Start.Line, $"'{name}' must be a text");
        return null;
    }

    public DateOnly Day(string name)
    {
        if (!Has(name)) _report(Line, $"'{name}' is missing");
        return OptionalDay(name) ?? DateOnly.MinValue;
    }

    public DateOnly? OptionalDay(string name)
    {
        if (OptionalText(name) is not { } text) return null;
        if (TryDay(text, out var day)) return day;
        _report(_fields[name].Start.Line, $"'{name}' must be a day such as 2025-01-31, not '{text}'");
        return null;
    }

    public TrustMark Trust(string name)
    {
        var text = Text(name);
        if (text.Length == 0) return TrustMark.LowTrust;
        if (TrustMarks.TryParse(text, out var mark)) return mark;
        _report(_fields[name].Start.Line, $"'{name}' must be one of {string.Join(", ", TrustMarks.All)}, not '{text}'");
        return TrustMark.LowTrust;
    }

    public YamlFields? Map(string name)
    {
        var node = Node(name);
        if (node is YamlMappingNode map) return new YamlFields(map, _report);
        _report(node?.Start.Line ?? Line, node is null ? $"'{name}' is missing" : $"'{name}' must be a mapping");
        return null;
    }

    public IEnumerable<YamlNode> List(string name)
    {
        var node = Node(name);
        if (node is null) return [];
        if (node is YamlSequenceNode list) return list.Children;
        _report(node.Start.Line, $"'{name}' must be a list");
        return [];
    }

    public IReadOnlyList<string> Words(string name)
    {
        var words = new List<string>();
        foreach (var node in List(name))
        {
            if (node is YamlScalarNode { Value: { Length: > 0 } word }) words.Add(word);
            else _report(node.Start.Line, $"'{name}' must hold words");
        }

        return words;
    }

    public LegalText Wording(string name)
    {
        if (Map(name) is not { } map) return new LegalText("", "", "", "");
        var text = new LegalText(map.Text("en"), map.Text("ru"), map.Text("ky"), map.Text("uz"));
        map.RefuseOthers();
        return text;
    }

    public void RefuseOthers()
    {
        foreach (var (name, node) in _fields)
            if (!_asked.Contains(name)) _report(node.Start.Line, $"unknown key '{name}'");
    }

    public static bool TryDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    public static bool TryNumber(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
}
