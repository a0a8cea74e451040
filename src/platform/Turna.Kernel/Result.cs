using System.Diagnostics.CodeAnalysis;

namespace Turna.Kernel;

/// <summary>
/// Why an act was refused, in words for the person who asked. Texts are English keys of the PO files; <c>{0}</c> takes the arguments.
/// </summary>
public abstract record Error
{
    /// <summary>The record is missing or the actor may not know of it: both look the same.</summary>
    public static Error NotFound { get; } = new Missing();

    /// <summary>One field is wrong. <paramref name="field"/> is the path of the input record's property, such as <c>BirthDate</c>.</summary>
    public static Error Field(string field, string text, params object[] arguments) =>
        new Invalid([new FieldError(field, text, arguments)]);

    /// <summary>The act itself is refused by a rule, such as a stage that cannot follow another.</summary>
    public static Error Refuse(string text, params object[] arguments) => new Refused(text, arguments);

    /// <summary>Somebody else changed the record since it was read.</summary>
    public static Error Changed { get; } = new Refused(
        "Somebody else has changed this record since you opened it. Your text is still here: look at what changed and save again.", []);

    /// <summary>The id under which a record was to be made is that of another.</summary>
    public static Error Taken { get; } = new Refused("This was not saved: the page it was written on is out of date. Open the page anew and write it there.", []);

    /// <summary>The record does not stand as Turna wrote it last: whoever changed it had the database in his hands.</summary>
    public static Error Altered { get; } = new Refused(
        "This record was changed outside of Turna; nothing was saved. Tell your administrator: the command “turna verify” names what was changed.", []);

    /// <summary>Missing or not to be known.</summary>
    public sealed record Missing : Error;

    /// <summary>Wrong input, every field at once.</summary>
    public sealed record Invalid(IReadOnlyList<FieldError> Fields) : Error
    {
        public bool Equals(Invalid? other) => other is not null && Fields.SequenceEqual(other.Fields);

        public override int GetHashCode() => Fields.Count;
    }

    /// <summary>Refused by a rule; nothing was changed.</summary>
    public sealed record Refused(string Text, IReadOnlyList<object> Arguments) : Error
    {
        public bool Equals(Refused? other) => other is not null && Text == other.Text && Arguments.SequenceEqual(other.Arguments);

        public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);
    }
}

/// <summary>What is wrong with one field and what to do about it.</summary>
public sealed record FieldError(string Field, string Text, IReadOnlyList<object> Arguments)
{
    public bool Equals(FieldError? other) =>
        other is not null && Field == other.Field && Text == other.Text && Arguments.SequenceEqual(other.Arguments);

    public override int GetHashCode() => HashCode.Combine(Field, Text);
}

/// <summary>Collects every error of an input, so that all are shown at once.</summary>
public sealed class FieldErrors
{
    private readonly List<FieldError> found = [];

    public bool Any => found.Count > 0;

    public void Add(string field, string text, params object[] arguments) => found.Add(new FieldError(field, text, arguments));

    /// <summary>Adds what is wrong with no field, but with the act as a whole.</summary>
    public void Refuse(string text, params object[] arguments) => Add(string.Empty, text, arguments);

    /// <summary>Takes over what was found wrong with a part, under the name of the field that holds the part.</summary>
    public void AddUnder(string part, Error.Invalid ofPart) => found.AddRange(ofPart.Fields.Select(f => f with { Field = $"{part}.{f.Field}" }));

    public Error ToError() => new Error.Invalid(found);
}

/// <summary>The value of an act, or why it was refused.</summary>
public readonly struct Result<T> : IEquatable<Result<T>>
{
    private readonly T? value;

    private Result(T? value, Error? error)
    {
        this.value = value;
        Error = error;
    }

    /// <summary>Why it was refused; null when it succeeded.</summary>
    public Error? Error { get; }

    /// <summary>True when there is a value.</summary>
    [MemberNotNullWhen(false, nameof(Error))]
    public bool Succeeded => Error is null;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">The act was refused: look at <see cref="Error"/> first.</exception>
    public T Value => Error is null ? value! : throw new InvalidOperationException($"Refused: {Error}");

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Error error) => new(default, error);

    public bool Equals(Result<T> other) => Equals(Error, other.Error) && EqualityComparer<T?>.Default.Equals(value, other.value);

    public override bool Equals(object? obj) => obj is Result<T> other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Error, value);

    public static bool operator ==(Result<T> left, Result<T> right) => left.Equals(right);

    public static bool operator !=(Result<T> left, Result<T> right) => !left.Equals(right);
}

/// <summary>The value of an act that answers nothing but that it was done.</summary>
public readonly record struct Done
{
    public static Done It => default;
}
