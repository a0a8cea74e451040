namespace Turna.Cases.Importing.Reading;

/// <summary>The rows of a sheet, of which so many can be looked at before they are taken.</summary>
/// <param name="rows">In order.</param>
/// <param name="most">How many wait at most.</param>
/// <param name="counted">Called once for each row with the number of rows that wait; may refuse it, or give it back shortened.</param>
internal sealed class RowsAhead(IEnumerable<SourceRow> rows, int most, Func<SourceRow, int, SourceRow> counted) : IDisposable
{
    private readonly IEnumerator<SourceRow> source = rows.GetEnumerator();
    private readonly LinkedList<SourceRow> waiting = new();

    /// <summary>The rows to come, as many as may wait.</summary>
    public List<SourceRow> Look()
    {
        while (waiting.Count < most && Fetch()) { }
        return [.. waiting];
    }

    /// <summary>The next row and the one behind it, both left where they are; null at the end.</summary>
    public (SourceRow? Next, SourceRow? Behind) Peek()
    {
        while (waiting.Count < 2 && Fetch()) { }
        return (waiting.First?.Value, waiting.First?.Next?.Value);
    }

    /// <summary>The rows to come one after the other, each with the one behind it, left where they are.</summary>
    public IEnumerable<(SourceRow Row, SourceRow? Behind)> Waiting()
    {
        for (var node = waiting.First ?? (Fetch() ? waiting.First : null); node is not null; node = After(node)) yield return (node.Value, After(node)?.Value);
    }

    private LinkedListNode<SourceRow>? After(LinkedListNode<SourceRow> node) => node.Next ?? (waiting.Count < most && Fetch() ? node.Next : null);

    public void Take() => waiting.RemoveFirst();

    public void Dispose() => source.Dispose();

    private bool Fetch()
    {
        if (!source.MoveNext()) return false;
        waiting.AddLast(counted(source.Current, waiting.Count));
        return true;
    }
}
