using System.Text;
using System.Xml;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Turna.Cases.Importing.Reading;

/// <summary>Opens XLSX and XLS through ExcelDataReader, after the checks the library leaves to its caller.</summary>
internal static class Workbook
{
    private const int MaximumColumns = 256;

    public static IEnumerable<SourceSheet> OpenZipped(Stream file)
    {
        var inspected = ZippedWorkbook.Inspect(file);
        return Sheets(file, inspected);
    }

    public static IEnumerable<SourceSheet> OpenBinary(Stream file)
    {
        if (IsEncryptedPackage(file)) throw Locked(null);
        return Sheets(file, null);
    }

    private static IEnumerable<SourceSheet> Sheets(Stream file, ZippedWorkbook? inspected)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        file.Position = 0;
        using var reader = Try(() => ExcelReaderFactory.CreateReader(file, new ExcelReaderConfiguration
        {
            FallbackEncoding = Encoding.GetEncoding(1251),
            LeaveOpen = true,
        }));
        var number = 0;
        do
        {
            var sheet = number++;
            if (string.Equals(reader.VisibleState, "veryhidden", StringComparison.OrdinalIgnoreCase)) continue;
            yield return new SourceSheet(reader.Name ?? string.Empty, Rows(reader, sheet, inspected), FixedColumns: true);
        }
        while (Try(reader.NextResult));
    }

    private static IEnumerable<SourceRow> Rows(IExcelDataReader reader, int sheet, ZippedWorkbook? inspected)
    {
        var merged = MergedCells.Of(reader.MergeCells);
        var blank = 0;
        for (var row = 1; Try(reader.Read); row++)
        {
            var cells = new SourceCell[Math.Min(reader.FieldCount, MaximumColumns)];
            for (var column = 0; column < cells.Length; column++)
                cells[column] = inspected?.Error(sheet, row, column) is { } error
                    ? SourceCell.Of(error)
                    : Cell(reader, column, inspected?.IsFormula(sheet, row, column) ?? false) with { Struck = inspected?.IsStruck(sheet, row, column) ?? false };
            merged.Fill(row - 1, cells);

            var read = new SourceRow(row, cells);
            if (read.IsBlank)
            {
                blank++;
                continue;
            }

            // Formatted but empty rows run to the bottom of many sheets: they count only when something follows.
            for (; blank > 0; blank--) yield return new SourceRow(row - blank, []);
            yield return read;
        }
    }

    private static SourceCell Cell(IExcelDataReader reader, int column, bool computed) => reader.GetValue(column) switch
    {
        null => SourceCell.Blank,
        string text when text.Length > SourceCell.LongestText => throw new UnreadableFileException($"a cell is longer than {SourceCell.LongestText} characters"),
        string text => SourceCell.Of(text, computed),
        DateTime day => SourceCell.Of(day, computed),
        double number => SourceCell.Of(number, computed, NumberFormat.Unit(reader.GetNumberFormatIndex(column), reader.GetNumberFormatString(column))),
        int number => SourceCell.Of(number, computed),
        bool truth => SourceCell.Of(truth ? "TRUE" : "FALSE", computed),
        TimeSpan time => SourceCell.Of(time.ToString("hh\\:mm", System.Globalization.CultureInfo.InvariantCulture), computed),
        var value => SourceCell.Of(Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? string.Empty, computed),
    };

    /// <summary>A password-protected XLSX is an OLE file that holds a stream of this name.</summary>
    private static bool IsEncryptedPackage(Stream file)
    {
        var mark = Encoding.Unicode.GetBytes("EncryptedPackage");
        var buffer = new byte[64 * 1024];
        var kept = 0;
        file.Position = 0;
        try
        {
            for (int read; (read = file.Read(buffer, kept, buffer.Length - kept)) > 0;)
            {
                var filled = kept + read;
                if (buffer.AsSpan(0, filled).IndexOf(mark) >= 0) return true;
                kept = Math.Min(mark.Length - 1, filled);
                buffer.AsSpan(filled - kept, kept).CopyTo(buffer);
            }

            return false;
        }
        finally
        {
            file.Position = 0;
        }
    }

    /// <summary>The library reports a damaged file by whatever its parser fell over.</summary>
    private static T Try<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidPasswordException locked)
        {
            throw Locked(locked);
        }
        catch (Exception damaged) when (damaged is ExcelReaderException or XmlException or InvalidDataException or IOException or FormatException
            or OverflowException or ArgumentException or InvalidOperationException or IndexOutOfRangeException or NullReferenceException
            or KeyNotFoundException or NotSupportedException or InvalidCastException)
        {
            throw new UnreadableFileException("the workbook is damaged; open it in a spreadsheet program and save it again", damaged);
        }
    }

    private static UnreadableFileException Locked(Exception? cause) =>
        new("the workbook is protected by a password; open it, remove the password and save it again", cause);
}
