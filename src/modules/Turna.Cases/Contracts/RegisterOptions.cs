namespace Turna.Cases.Contracts;

/// <summary>What the caller knows about a register before it is read.</summary>
public sealed record RegisterOptions
{
    /// <summary>The day of reading: no consultation can be later. Engines have no clock.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>A column mapping remembered from an earlier file: heading (any case) to field. It overrides the proposal.</summary>
    public IReadOnlyDictionary<string, RegisterField> Mapping { get; init; } = new Dictionary<string, RegisterField>(StringComparer.Ordinal);

    /// <summary>Largest file accepted, in bytes.</summary>
    public long MaximumBytes { get; init; } = 64L * 1024 * 1024;

    /// <summary>Largest number of rows accepted over all sheets.</summary>
    public int MaximumRows { get; init; } = 500_000;

    /// <summary>
    /// How many rows of a sheet are read, or as many more until one is an entry; all are counted. For whoever asks for the columns alone, which fewer
    /// rows show just as well.
    /// </summary>
    public int RowsRead { get; init; } = int.MaxValue;
}

/// <summary>How far a reading has come. The total is not known before the end.</summary>
public readonly record struct RegisterProgress(string Sheet, int RowsRead);
