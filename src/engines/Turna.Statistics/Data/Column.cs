namespace Turna.Statistics.Survey;

/// <summary>One variable of a table, stored as an array: a number or a category.</summary>
/// <remarks>Columns are never changed after they are made; arrays handed out are not to be written to.</remarks>
public abstract class Column
{
    private protected Column(string name) => Name = name;

    /// <summary>The name in the header, dots and spaces included.</summary>
    public string Name { get; }

    /// <summary>How many rows.</summary>
    public abstract int Count { get; }

    /// <summary>Whether the value of a row is missing, of whatever kind.</summary>
    /// <param name="row">Row from 0.</param>
    public abstract bool IsMissing(int row);

    /// <summary>The value of a row as text, invariant culture; empty when missing.</summary>
    /// <param name="row">Row from 0.</param>
    public abstract string Text(int row);

    /// <summary>The same column under another name.</summary>
    /// <param name="name">The new name.</param>
    public abstract Column Named(string name);

    /// <summary>The column as a category: itself, or the distinct numbers in rising order as levels.</summary>
    public abstract CategoryColumn AsCategory();
}

/// <summary>Numbers; a missing value is <see cref="double.NaN"/>.</summary>
/// <param name="name">Name of the column.</param>
/// <param name="values">A value per row; the array is kept, not copied.</param>
/// <param name="isLogical">The numbers are answers to a condition: 1 yes, 0 no.</param>
/// <param name="missingKinds">Per row the kind of missing value (0 when present or of no stated kind), or null.</param>
/// <param name="kindNames">Names of the kinds from 1, when there are kinds.</param>
public sealed class NumberColumn(
    string name, double[] values, bool isLogical = false, byte[]? missingKinds = null, IReadOnlyList<string>? kindNames = null) : Column(name)
{
    /// <summary>The values; NaN where missing.</summary>
    public double[] Values { get; } = values;

    /// <summary>Whether the values are 1 for yes and 0 for no.</summary>
    public bool IsLogical { get; } = isLogical;

    /// <summary>Names of the kinds of missing value declared in the schema, such as "refused"; empty when none.</summary>
    public IReadOnlyList<string> KindNames { get; } = kindNames ?? [];

    /// <inheritdoc/>
    public override int Count => Values.Length;

    /// <inheritdoc/>
    public override bool IsMissing(int row) => double.IsNaN(Values[row]);

    /// <summary>The kind of a missing value, or null when it is present or of no stated kind.</summary>
    /// <param name="row">Row from 0.</param>
    public string? MissingKind(int row) => missingKinds is { } kinds && kinds[row] > 0 ? KindNames[kinds[row] - 1] : null;

    /// <inheritdoc/>
    public override string Text(int row) => IsMissing(row) ? "" : NumberText.Of(Values[row]);

    /// <inheritdoc/>
    public override Column Named(string name) => new NumberColumn(name, Values, IsLogical, missingKinds, KindNames);

    /// <inheritdoc/>
    public override CategoryColumn AsCategory()
    {
        var distinct = new HashSet<double>();
        foreach (var value in Values)
        {
            if (!double.IsNaN(value)) distinct.Add(value);
        }

        var sorted = distinct.Order().ToArray();
        var codeOf = new Dictionary<double, int>(sorted.Length);
        for (var i = 0; i < sorted.Length; i++) codeOf[sorted[i]] = i;
        var codes = new int[Count];
        for (var row = 0; row < codes.Length; row++) codes[row] = double.IsNaN(Values[row]) ? CategoryColumn.Missing : codeOf[Values[row]];
        var levels = IsLogical
            ? Array.ConvertAll(sorted, value => value == 0 ? "FALSE" : "TRUE")
            : Array.ConvertAll(sorted, NumberText.Of);
        return new CategoryColumn(Name, codes, levels);
    }
}

/// <summary>One of a list of levels; a missing value is <see cref="Missing"/>.</summary>
/// <param name="name">Name of the column.</param>
/// <param name="codes">Index of the level per row, or <see cref="Missing"/>; the array is kept, not copied.</param>
/// <param name="levels">The levels, in the order in which results list them.</param>
/// <param name="labels">What to show for each level, or null for the level itself.</param>
public sealed class CategoryColumn(string name, int[] codes, string[] levels, IReadOnlyDictionary<string, string>? labels = null) : Column(name)
{
    /// <summary>The code of a missing value.</summary>
    public const int Missing = -1;

    /// <summary>Index of the level per row.</summary>
    public int[] Codes { get; } = codes;

    /// <summary>Why the column may have been meant as numbers; whoever asks for its mean is told so instead of getting shares.</summary>
    internal string? Doubt { get; init; }

    /// <summary>The levels in order.</summary>
    public string[] Levels { get; } = levels;

    /// <inheritdoc/>
    public override int Count => Codes.Length;

    /// <summary>What to show for a level.</summary>
    /// <param name="level">Index of the level.</param>
    public string Label(int level) => labels is not null && labels.TryGetValue(Levels[level], out var label) ? label : Levels[level];

    /// <inheritdoc/>
    public override bool IsMissing(int row) => Codes[row] < 0;

    /// <inheritdoc/>
    public override string Text(int row) => IsMissing(row) ? "" : Levels[Codes[row]];

    /// <inheritdoc/>
    public override Column Named(string name) => new CategoryColumn(name, Codes, Levels, labels);

    /// <inheritdoc/>
    public override CategoryColumn AsCategory() => this;
}
