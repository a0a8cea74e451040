using System.Globalization;

namespace Turna.Web.CommandLine.Survey;

/// <summary>Reads a square matrix of numbers from CSV, with or without a header line and a column of row names.</summary>
internal static class MatrixFile
{
    public static double[,] Read(string path, int size)
    {
        var lines = TextInput.Read(path).Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0).ToList();
        if (lines.Count == size + 1) lines.RemoveAt(0);
        if (lines.Count != size) throw new UsageException($"{path}: {lines.Count} lines, the data have {size} rows");
        var matrix = new double[size, size];
        for (var i = 0; i < size; i++)
        {
            var fields = lines[i].Split(',');
            if (fields.Length == size + 1) fields = fields[1..];
            if (fields.Length != size) throw new UsageException($"{path}, row {i + 1}: {fields.Length} numbers, {size} are needed");
            for (var j = 0; j < size; j++)
            {
                if (!double.TryParse(fields[j].Trim('"'), NumberStyles.Float, CultureInfo.InvariantCulture, out matrix[i, j]))
                    throw new UsageException($"{path}, row {i + 1}, column {j + 1}: '{fields[j]}' is not a number");
            }
        }

        return matrix;
    }
}
