using Turna.Cases.Contracts;

namespace Turna.Cases.BringingIn;

/// <summary>What became of a row, and which of its fields are doubtful.</summary>
internal sealed record IndexedRow(RegisterRowStatus Status, bool Repeated, IReadOnlyList<string> Fields)
{
    /// <summary>Ages are counted back to years, which may be one off: doubtful each, and rarely what matters.</summary>
    public bool IsOnlyOfAge => Fields is [DoubtField.BirthYear];

    public static IndexedRow Of(StagedRow staged) => new(
        staged.Row.Status, staged.Repeated,
        staged.Row.Status == RegisterRowStatus.Skipped ? [] : [.. staged.Row.Problems.Select(doubt => DoubtField.Split(doubt).Field).OfType<string>().Distinct(StringComparer.Ordinal)]);
}

/// <summary>All rows of a register by position, so that those of a kind are found without opening every row.</summary>
internal sealed record RowIndex(IReadOnlyList<IndexedRow> Rows)
{
    public static RowIndex Of(IEnumerable<StagedRow> rows) => new([.. rows.Select(IndexedRow.Of)]);

    /// <summary>The positions of the rows of a status that did not come in before, those last that are doubtful by their age alone.</summary>
    /// <param name="status">Which.</param>
    /// <param name="about">Only those doubtful in this field; null for all.</param>
    public IReadOnlyList<int> Positions(RegisterRowStatus status, string? about) =>
    [
        .. Enumerable.Range(0, Rows.Count).Where(i => Rows[i].Status == status && !Rows[i].Repeated && (about is null || Rows[i].Fields.Contains(about)))
            .OrderBy(i => Rows[i].IsOnlyOfAge),
    ];

    /// <summary>How many rows of a status are doubtful in each field, in the order of <see cref="DoubtField.All"/>; fields without any are left out.</summary>
    public IReadOnlyList<(string Field, int Rows)> Counts(RegisterRowStatus status) =>
    [
        .. DoubtField.All.Select(field => (field, Rows.Count(row => row.Status == status && !row.Repeated && row.Fields.Contains(field)))).Where(count => count.Item2 > 0),
    ];
}
