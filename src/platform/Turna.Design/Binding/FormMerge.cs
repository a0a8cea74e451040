using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Turna.Design;

/// <summary>
/// Brings together a form as somebody fills it in and the record as another has saved it meanwhile: what she has not touched is taken from the
/// record, so that saving once more undoes nothing of the other's. The form carries what it showed at first.
/// </summary>
public static class FormMerge
{
    private static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>What the form shows, to be carried along in a hidden field. It holds nothing that the form's own fields do not.</summary>
    public static string Remember(object form) => Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(form, form.GetType(), Json));

    /// <summary>
    /// Puts the record's values into the fields of the form that still say what they said at first, and the rows that were added to the record
    /// into its lists.
    /// </summary>
    /// <param name="before">What <see cref="Remember"/> gave. Where it cannot be read, only what the form leaves empty is taken over.</param>
    /// <param name="mine">The form as it came from the browser; it is changed.</param>
    /// <param name="now">The form as the record would fill it in now; of the same type.</param>
    /// <returns>The fields that both have changed: they keep what the form says. With them what the record says, where that is a text.</returns>
    public static IReadOnlyList<(string Field, string? Theirs)> Take(string? before, object mine, object now)
    {
        var both = new List<(string, string?)>();
        Take(Read(before), mine, now, string.Empty, both);
        return both;
    }

    private static void Take(JsonNode? before, object mine, object now, string path, List<(string, string?)> both)
    {
        foreach (var field in Fields(mine)) Take(before?[field.Name], mine, now, field, $"{path}{field.Name}", both);
    }

    private static void Take(JsonNode? before, object mine, object now, PropertyInfo field, string path, List<(string, string?)> both)
    {
        var (hers, theirs) = (field.GetValue(mine), field.GetValue(now));
        if (Same(Node(hers), Node(theirs)) || Same(before, Node(theirs))) return;
        if (Same(before, Node(hers))) field.SetValue(mine, theirs);
        else if (before is not JsonArray rows || hers is not IList list || theirs is not IList saved || !Take(rows, list, saved, path, both)) both.Add((path, theirs as string));
    }

    // Rows end with an empty one: what stands there is hers to add, and what the record has gained goes before it. False where the rows cannot be told apart.
    private static bool Take(JsonArray before, IList mine, IList now, string path, List<(string, string?)> both)
    {
        var kept = before.Count - 1;
        if (kept < 0 || before[0] is not JsonObject || mine.Count < kept || now.Count <= kept) return false;
        for (var i = 0; i < kept; i++) Take(before[i], mine[i]!, now[i]!, $"{path}[{i}].", both);
        for (var i = kept; i < now.Count - 1; i++) mine.Insert(i, now[i]);
        return true;
    }

    private static IEnumerable<PropertyInfo> Fields(object form) => form.GetType().GetProperties().Where(p => p is { CanRead: true, CanWrite: true });

    private static JsonNode? Node(object? value) => JsonSerializer.SerializeToNode(value, value?.GetType() ?? typeof(object), Json);

    private static JsonNode? Read(string? text)
    {
        try
        {
            return string.IsNullOrEmpty(text) ? null : JsonNode.Parse(Convert.FromBase64String(text)) as JsonObject;
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException)
        {
            return null;
        }
    }

    // A browser sends an empty field where there was none, and ends lines in its own way.
    private static bool Same(JsonNode? one, JsonNode? other) => (one, other) switch
    {
        (JsonObject a, JsonObject b) => a.Select(p => p.Key).Union(b.Select(p => p.Key)).All(key => Same(a[key], b[key])),
        (JsonArray a, JsonArray b) => a.Count == b.Count && a.Zip(b).All(pair => Same(pair.First, pair.Second)),
        _ => Plain(one) == Plain(other),
    };

    private static string Plain(JsonNode? node) => (node?.ToJsonString() ?? "null") switch
    {
        "\"\"" or "null" => string.Empty,
        var text => text.Replace("\\r\\n", "\\n", StringComparison.Ordinal),
    };
}
