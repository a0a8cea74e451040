using Turna.Cases.Importing.Reading;

namespace Turna.Cases.Importing.Values;

/// <summary>
/// Remembers what texts were read as: a register says "Россия" and "не платят зарплату" thousands of times. Bounded, so that columns of
/// ever new texts cost no memory. One per sheet; not for use by two threads.
/// </summary>
internal sealed class Recall<T>(Func<SourceCell, T> read)
{
    private const int Most = 4_096;
    private readonly Dictionary<string, T> remembered = new(StringComparer.Ordinal);

    public T Read(SourceCell cell)
    {
        if (cell.Kind != CellKind.Text) return read(cell);
        if (remembered.TryGetValue(cell.Words!, out var known)) return known;
        var value = read(cell);
        if (remembered.Count < Most) remembered[cell.Words!] = value;
        return value;
    }
}
