using System.Globalization;
using System.Text;

namespace Turna.Names;

/// <summary>Reads the tables of <c>content/names</c>, which are compiled into this library as resources.</summary>
internal static class NameTables
{
    /// <summary>The rows of a table without comments and heading; cells hold no quotes.</summary>
    public static IEnumerable<string[]> Rows(string table)
    {
        using var stream = typeof(NameTables).Assembly.GetManifestResourceStream(table)
            ?? throw new InvalidOperationException($"The table {table} is missing from the build.");
        using var reader = new StreamReader(stream, Encoding.UTF8);

        var headed = false;
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line.StartsWith('#')) continue;
            if (headed) yield return line.Split(',');
            headed = true;
        }
    }

    /// <summary>A number of a table, written with a point.</summary>
    public static double Number(string cell) => double.Parse(cell, NumberStyles.Float, CultureInfo.InvariantCulture);
}
