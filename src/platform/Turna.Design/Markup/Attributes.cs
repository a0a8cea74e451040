using System.Collections;

namespace Turna.Design.Markup;

/// <summary>Further attributes of an element; a null value is written as a bare name.</summary>
public sealed class Attributes : IEnumerable<KeyValuePair<string, string?>>
{
    private readonly List<KeyValuePair<string, string?>> all = [];

    /// <summary>No attributes at all.</summary>
    public static Attributes None { get; } = [];

    public void Add(string key, string? value) => all.Add(new(key, value));

    public IEnumerator<KeyValuePair<string, string?>> GetEnumerator() => all.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
