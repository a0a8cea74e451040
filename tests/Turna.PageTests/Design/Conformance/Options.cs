using System.Text.Json;
using Microsoft.AspNetCore.Html;
using Turna.Design.Markup;

namespace Turna.PageTests.Design.Conformance;

/// <summary>The options of a fixture. It remembers which of them nobody read: those are not supported.</summary>
internal sealed class Options
{
    private readonly JsonElement json;
    private readonly string path;
    private readonly HashSet<string> unread;

    public Options(JsonElement json, HashSet<string> unread, string path = "")
    {
        (this.json, this.unread, this.path) = (json, unread, path);
        if (json.ValueKind != JsonValueKind.Object) return;
        foreach (var property in json.EnumerateObject().Where(property => !IsAbsent(property.Value))) unread.Add($"{path}{property.Name}");
    }

    public bool Has(string name) => Find(name) is not null;

    public string? Text(string name) => Find(name) is { } value ? Plain(value) : null;

    /// <summary>As <see cref="Text"/>, but the empty string and false count as absent, as they do in the templates.</summary>
    public string? Word(string name) => Find(name) is { } value && value.ValueKind != JsonValueKind.False && Plain(value) is { Length: > 0 } text ? text : null;

    public bool? Flag(string name) => Find(name) is { ValueKind: JsonValueKind.True or JsonValueKind.False } value ? value.GetBoolean() : null;

    public int? Number(string name) => Find(name) is { } value && int.TryParse(Plain(value), out var number) ? number : null;

    public Options? Sub(string name) =>
        Find(name) is { } value && value.ValueKind == JsonValueKind.Object ? new Options(value, unread, $"{path}{name}.") : null;

    /// <summary>True for an option that is given at all and not false.</summary>
    public bool IsSet(string name) => Find(name) is { } value && value.ValueKind != JsonValueKind.False;

    public IReadOnlyList<Options>? List(string name)
    {
        if (Find(name) is not { ValueKind: JsonValueKind.Array } list) return null;
        return [.. list.EnumerateArray().Where(item => item.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
            .Select(item => new Options(item, unread, $"{path}{name}[]."))];
    }

    public IReadOnlyList<Options> Items() => [.. json.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object)
        .Select(item => new Options(item, unread, path))];

    public IReadOnlyList<string> Strings(string name) =>
        Find(name) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray().Select(Plain)] : [];

    public Content? Words(string html = "html", string text = "text") =>
        Word(html) is { } markup ? Content.From(new HtmlString(markup.Trim())) : Word(text);

    public Attributes? Attributes(string name = "attributes")
    {
        if (Find(name) is not { ValueKind: JsonValueKind.Object } map) return null;
        var attributes = new Attributes();
        foreach (var property in map.EnumerateObject())
        {
            if (property.Value.ValueKind != JsonValueKind.Object)
            {
                attributes.Add(property.Name, Plain(property.Value));
                continue;
            }

            var value = property.Value.TryGetProperty("value", out var given) ? given : default;
            var optional = property.Value.TryGetProperty("optional", out var flag) && flag.ValueKind == JsonValueKind.True;
            if (optional && value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.False) continue;
            attributes.Add(property.Name, optional && value.ValueKind == JsonValueKind.True ? null : Plain(value));
        }

        return attributes;
    }

    private JsonElement? Find(string name)
    {
        unread.Remove($"{path}{name}");
        return json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && !IsAbsent(value) ? value : null;
    }

    private static bool IsAbsent(JsonElement value) => value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined;

    private static string Plain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Undefined or JsonValueKind.Null => "",
        _ => value.GetRawText(),
    };
}
