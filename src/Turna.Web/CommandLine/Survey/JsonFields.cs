using System.Text.Json;

namespace Turna.Web.CommandLine.Survey;

/// <summary>Reads the fields of a JSON object by type; an error names the place, and fields nobody asked for are known afterwards.</summary>
internal sealed class JsonFields
{
    private readonly JsonElement element;
    private readonly string place;
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    public JsonFields(JsonElement element, string place)
    {
        if (element.ValueKind != JsonValueKind.Object) throw new UsageException($"{place}: an object is needed");
        (this.element, this.place) = (element, place);
    }

    /// <summary>Fields that were not asked for.</summary>
    /// <exception cref="UsageException">One looks like a slip of the pen, so that leaving it out would change what is asked.</exception>
    public IEnumerable<string> Unknown => element.EnumerateObject().Select(entry => entry.Name).Where(name => !asked.Contains(name)).Select(name =>
        asked.Where(known => IsNear(name, known)).Order(StringComparer.Ordinal).FirstOrDefault() is { } meant
            ? throw new UsageException($"{place}: the field {name} is not known (is {meant} meant?)")
            : name);

    /// <summary>One letter more, less or other, or only the case: of words that are long enough to tell.</summary>
    private static bool IsNear(string name, string known)
    {
        if (string.Equals(name, known, StringComparison.OrdinalIgnoreCase)) return true;
        if (Math.Min(name.Length, known.Length) < 3 || Math.Abs(name.Length - known.Length) > 1) return false;
        var start = 0;
        while (start < Math.Min(name.Length, known.Length) && name[start] == known[start]) start++;
        var left = name.AsSpan(start);
        var right = known.AsSpan(start);
        return name.Length == known.Length ? left.Length <= 1 || left[1..].SequenceEqual(right[1..])
            : name.Length > known.Length ? left[1..].SequenceEqual(right) : right[1..].SequenceEqual(left);
    }

    public JsonElement? Value(string name)
    {
        asked.Add(name);
        return element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }

    public string? Text(string name) => Value(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } value => value.GetString(),
        { ValueKind: JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False } value => value.GetRawText(),
        _ => throw Wrong(name, "a text"),
    };

    public double? Number(string name) => Value(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } value => value.GetDouble(),
        _ => throw Wrong(name, "a number"),
    };

    public bool? Flag(string name) => Value(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        _ => throw Wrong(name, "true or false"),
    };

    /// <summary>A list of texts; one text is a list of one.</summary>
    public IReadOnlyList<string> Texts(string name) => Value(name) switch
    {
        null => [],
        { ValueKind: JsonValueKind.Array } value => [.. value.EnumerateArray().Select(item => Word(item, name))],
        { } value => [Word(value, name)],
    };

    private string Word(JsonElement value, string name) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number => value.GetRawText(),
        _ => throw Wrong(name, "a list of texts"),
    };

    /// <summary>Two bounds; null leaves a side open.</summary>
    public (double Lower, double Upper)? Bounds(string name)
    {
        if (Value(name) is not { } value) return null;
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() != 2) throw Wrong(name, "two numbers");
        return (Side(value[0], double.NegativeInfinity), Side(value[1], double.PositiveInfinity));

        double Side(JsonElement side, double open) => side.ValueKind switch
        {
            JsonValueKind.Null => open,
            JsonValueKind.Number => side.GetDouble(),
            _ => throw Wrong(name, "two numbers"),
        };
    }

    /// <summary>A list of numbers; one number is a list of one. Null when absent.</summary>
    public IReadOnlyList<double>? Numbers(string name) => Value(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } value => [value.GetDouble()],
        { ValueKind: JsonValueKind.Array } value => Numbers(value, name),
        _ => throw Wrong(name, "a list of numbers"),
    };

    public IReadOnlyList<double> Numbers(JsonElement list, string name) =>
        [.. list.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.Number ? item.GetDouble() : throw Wrong(name, "a list of numbers"))];

    /// <summary>One of a list of words; case does not matter.</summary>
    public T? Choice<T>(string name, IReadOnlyDictionary<string, T> words)
        where T : struct
    {
        if (Text(name) is not { } text) return null;
        foreach (var (word, choice) in words)
        {
            if (string.Equals(word, text, StringComparison.OrdinalIgnoreCase)) return choice;
        }

        throw Wrong(name, $"one of {string.Join(", ", words.Keys)}, not '{text}'");
    }

    public IEnumerable<JsonFields> Objects(string name) => Value(name) switch
    {
        null => [],
        { ValueKind: JsonValueKind.Array } value => value.EnumerateArray().Select((item, i) => new JsonFields(item, $"{place}, {name}[{i}]")),
        { } value => [new JsonFields(value, $"{place}, {name}")],
    };

    public UsageException Wrong(string name, string wanted) => new($"{place}, {name}: must be {wanted}");
}
