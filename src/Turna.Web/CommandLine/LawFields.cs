using System.Globalization;
using System.Text.Json;
using Turna.Law;

namespace Turna.Web.CommandLine;

/// <summary>One JSON object of the input, read field by field. Problems are collected, so that all are told at once.</summary>
internal sealed class LawFields(JsonElement element, string path, List<Notice> problems)
{
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private readonly List<LawFields> _inner = [];

    private readonly int _before = problems.Count;

    public string Path { get; } = path;

    /// <summary>Whether nothing read from this object so far was wrong.</summary>
    public bool IsSound => problems.Count == _before;

    /// <summary>Fields here and below that nobody asked for; they are told to the reader, because a misspelt field is a wrong result.</summary>
    public IEnumerable<string> Unasked => Others().Concat(_inner.SelectMany(inner => inner.Unasked));

    public bool Has(string name) => Find(name) is not null;

    public void Report(string code, string name, params ReadOnlySpan<(string, object)> values) =>
        problems.Add(Notice.Of(code, At(name), values));

    public string Text(string name)
    {
        if (!Has(name)) Report("input.missing", name);
        return OptionalText(name) ?? "";
    }

    public string? OptionalText(string name)
    {
        if (Find(name) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.String) return value.GetString();
        Report("input.text", name);
        return null;
    }

    public DateOnly Day(string name)
    {
        if (!Has(name)) Report("input.missing", name);
        return OptionalDay(name) ?? DateOnly.MinValue;
    }

    public DateOnly? OptionalDay(string name)
    {
        if (Find(name) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.String
            && DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        Report("input.day", name, ("value", value.ToString()));
        return null;
    }

    public decimal Amount(string name)
    {
        if (!Has(name)) Report("input.missing", name);
        return OptionalAmount(name) ?? 0m;
    }

    /// <summary>A decimal as text or number; never through floating point.</summary>
    public decimal? OptionalAmount(string name)
    {
        if (Find(name) is not { } value) return null;
        var text = value.ValueKind == JsonValueKind.Number ? value.GetRawText() : value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        const NumberStyles Style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;
        if (text is not null && decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out var amount)) return amount;
        Report("input.amount", name, ("value", value.ToString()));
        return null;
    }

    public int? Whole(string name)
    {
        if (Find(name) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var whole) && whole >= 0) return whole;
        Report("input.whole", name, ("value", value.ToString()));
        return null;
    }

    public bool? Flag(string name)
    {
        if (Find(name) is not { } value) return null;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False) return value.GetBoolean();
        Report("input.flag", name, ("value", value.ToString()));
        return null;
    }

    /// <summary>Code of a country or area: capital letters, so that it can name a pack. Whether any law is known for it is the engine's to say.</summary>
    public string Code(string name)
    {
        var code = Text(name);
        if (code.Length is >= 2 and <= 12 && code.All(char.IsAsciiLetterUpper)) return code;
        if (code.Length > 0) Report("input.country", name, ("value", code));
        return "";
    }

    /// <summary>One of the words offered; the first when the field is absent and not required.</summary>
    public T Choice<T>(string name, bool required, params ReadOnlySpan<(string Word, T Meaning)> words)
    {
        if (required && !Has(name)) Report("input.missing", name);
        if (OptionalText(name) is not { } text) return words[0].Meaning;
        var offered = new List<string>();
        foreach (var (word, meaning) in words)
        {
            if (word == text) return meaning;
            offered.Add(word);
        }

        Report("input.choice", name, ("value", text), ("offered", string.Join(", ", offered)));
        return words[0].Meaning;
    }

    public LawFields? Object(string name)
    {
        if (Find(name) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.Object) return Inner(value, At(name));
        Report("input.object", name);
        return null;
    }

    /// <summary>The objects of an array; empty when the field is absent and not required.</summary>
    public List<LawFields> Each(string name, bool required = false)
    {
        var objects = new List<LawFields>();
        foreach (var (item, at) in Items(name, required))
        {
            if (item.ValueKind == JsonValueKind.Object) objects.Add(Inner(item, at));
            else problems.Add(Notice.Of("input.object", at));
        }

        return objects;
    }

    /// <summary>Those elements of an array that are texts; the others are left to <see cref="Objects"/>.</summary>
    public List<string> Strings(string name) =>
        [.. Items(name, required: false).Where(one => one.Item.ValueKind == JsonValueKind.String).Select(one => one.Item.GetString()!)];

    /// <summary>Those elements of an array that are not texts; each must be an object.</summary>
    public List<LawFields> Objects(string name)
    {
        var objects = new List<LawFields>();
        foreach (var (item, at) in Items(name, required: false))
        {
            if (item.ValueKind == JsonValueKind.Object) objects.Add(Inner(item, at));
            else if (item.ValueKind != JsonValueKind.String) problems.Add(Notice.Of("input.object", at));
        }

        return objects;
    }

    public List<int> Wholes(string name)
    {
        var wholes = new List<int>();
        foreach (var (item, at) in Items(name, required: false))
        {
            if (item.ValueKind == JsonValueKind.Number && item.TryGetInt32(out var whole)) wholes.Add(whole);
            else problems.Add(Notice.Of("input.whole", at, ("value", item.ToString())));
        }

        return wholes;
    }

    public List<string> Words(string name)
    {
        var words = new List<string>();
        foreach (var (item, at) in Items(name, required: false))
        {
            if (item.ValueKind == JsonValueKind.String) words.Add(item.GetString()!);
            else problems.Add(Notice.Of("input.text", at));
        }

        return words;
    }

    private List<(JsonElement Item, string At)> Items(string name, bool required)
    {
        if (required && !Has(name)) Report("input.missing", name);
        if (Find(name) is not { } value) return [];
        if (value.ValueKind == JsonValueKind.Array)
            return [.. value.EnumerateArray().Select((item, index) => (item, FormattableString.Invariant($"{At(name)}[{index}]")))];
        Report("input.list", name);
        return [];
    }

    private LawFields Inner(JsonElement value, string at)
    {
        var inner = new LawFields(value, at, problems);
        _inner.Add(inner);
        return inner;
    }

    private IEnumerable<string> Others() => element.EnumerateObject().Select(one => one.Name).Where(name => !_asked.Contains(name)).Select(At);

    private string At(string name) => Path.Length == 0 ? name : $"{Path}.{name}";

    private JsonElement? Find(string name)
    {
        _asked.Add(name);
        return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? value
            : null;
    }
}
