namespace Turna.Statistics.Survey;

/// <summary>The groups of a request: every combination of levels that has a row of positive weight, the first column changing fastest.</summary>
internal sealed class Groups
{
    private readonly CategoryColumn[] columns;

    public Groups(SurveyDesign design, IReadOnlyList<string> by, Rows domain, string id)
    {
        columns = [.. Variables.Of(design.Table, by, id).Select(column => column.AsCategory())];
        Crossed = Crossing.Of(string.Join('.', by), columns);
        var isFound = new bool[Crossed.Levels.Length];
        var (codes, weights) = (Crossed.Codes, design.Weights);
        Blocks.ForEach(domain.Total, (from, to) =>
        {
            for (var row = from; row < to; row++)
            {
                if (codes[row] >= 0 && weights[row] != 0 && !isFound[codes[row]] && domain.Contains(row)) isFound[codes[row]] = true;
            }
        });

        Found = [.. Enumerable.Range(0, isFound.Length).Where(code => isFound[code])];
    }

    /// <summary>All combinations as one category.</summary>
    public CategoryColumn Crossed { get; }

    /// <summary>The combinations that occur.</summary>
    public int[] Found { get; }

    /// <summary>The rows of a combination within a domain.</summary>
    public Rows RowsOf(int code, Rows domain) =>
        Rows.Where([.. Crossed.Codes.Select((own, row) => own == code && domain.Contains(row))]);

    /// <summary>Columns and values of a combination.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Label(int code) =>
        [.. Crossing.Split(columns, code).Select((level, i) => KeyValuePair.Create(columns[i].Name, columns[i].Label(level)))];
}
