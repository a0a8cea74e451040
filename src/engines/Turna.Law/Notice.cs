using System.Collections.Immutable;
using System.Globalization;

namespace Turna.Law;

/// <summary>
/// Something the reader must be told: a code with its values, put into words of her language by <see cref="Wording"/>.
/// The engine itself knows no language.
/// </summary>
/// <param name="Code">Key of the template, for instance <c>claim.payment-after-as-of</c>.</param>
/// <param name="Subject">What it is about: the id of a rule or series, or the path of an input field.</param>
/// <param name="Values">Values for the placeholders of the template, already written without culture.</param>
public sealed record Notice(string Code, string Subject, ImmutableArray<KeyValuePair<string, string>> Values)
{
    /// <summary>Makes a notice; days are written as ISO 8601, numbers with a point.</summary>
    public static Notice Of(string code, string subject, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var written = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>(values.Length);
        foreach (var (name, value) in values) written.Add(new(name, Write(value)));
        return new Notice(code, subject, written.MoveToImmutable());
    }

    /// <summary>Equal when code, subject and every value are equal.</summary>
    public bool Equals(Notice? other) =>
        other is not null && Code == other.Code && Subject == other.Subject && Values.SequenceEqual(other.Values);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Code, Subject, Values.Length);

    private static string Write(object value) => value switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}

/// <summary>Either a value or the problems of the input that prevent it; never both.</summary>
/// <typeparam name="T">What is computed.</typeparam>
public sealed class Outcome<T>
    where T : class
{
    private Outcome(T? value, IReadOnlyList<Notice> problems) => (Value, Problems) = (value, problems);

    /// <summary>The result, or null when there are problems.</summary>
    public T? Value { get; }

    /// <summary>What is wrong with the input; the subject of each is the path of the field. Empty on success.</summary>
    public IReadOnlyList<Notice> Problems { get; }

    /// <summary>A computed result.</summary>
    public static Outcome<T> Of(T value) => new(value, []);

    /// <summary>A refusal with all problems at once.</summary>
    public static Outcome<T> Refused(IReadOnlyList<Notice> problems) => new(null, problems);
}
