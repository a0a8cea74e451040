using Turna.Kernel;

namespace Turna.Design.Charts;

/// <summary>A number of a chart, or the reason why it is not shown.</summary>
public readonly record struct Figure
{
    private Figure(decimal? value, string? reason) => (Value, Reason) = (value, reason);

    /// <summary>Null when the number is not shown.</summary>
    public decimal? Value { get; }

    /// <summary>Why it is not shown, in the reader's language ("fewer than 5"); null for shown numbers.</summary>
    public string? Reason { get; }

    public static Figure Of(decimal value) => new(value, null);

    /// <summary>A small number that is protected.</summary>
    public static Figure Hidden(string reason) => new(null, reason);

    public static implicit operator Figure(decimal value) => Of(value);

    public static implicit operator Figure(int value) => Of(value);
}

/// <summary>What the numbers of a chart are: it decides how they are written.</summary>
public sealed record Measure
{
    private readonly Func<Language, decimal, string> write;

    private Measure(Func<Language, decimal, string> write) => this.write = write;

    /// <summary>Things that are counted.</summary>
    public static Measure Count { get; } = new((language, value) => language.Number(value));

    /// <summary>Shares between 0 and 1, written as percentages.</summary>
    public static Measure Share { get; } = new((language, value) => language.Percent(value));

    /// <summary>Sums of one currency.</summary>
    public static Measure Money(string currency) => new((language, value) => language.Money(new Money(value, currency)));

    public string Write(Language language, decimal value) => write(language, value);

    public string Write(Language language, Figure figure) => figure.Value is { } value ? Write(language, value) : figure.Reason ?? "–";
}

/// <summary>One row of numbers with its name; at most five in a chart.</summary>
public sealed record Series(string Name, IReadOnlyList<Figure> Figures);
