using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Turna.Data;

/// <summary>
/// The rows of a query one after another as the bytes that the database holds: neither an object nor a text is made for each, which is
/// what counting a million rows would otherwise spend its time on. Columns are numbered as the query projects them.
/// </summary>
public sealed class ColumnRows : IDisposable
{
    private readonly DbCommand command;
    private readonly DbDataReader reader;
    private readonly nint sqlite;
    private byte[] buffer = new byte[256];
    private byte[] joined = new byte[256];
    private (byte[] Text, DateOnly Day) lastDay = ([], default);

    private ColumnRows(DbCommand command)
    {
        this.command = command;
        reader = command.ExecuteReader();
        // The reader, which lives as long as this, keeps its statement.
        sqlite = (reader as SqliteDataReader)?.Handle?.DangerousGetHandle() ?? 0;
    }

    /// <summary>Runs a query that projects plain columns.</summary>
    public static ColumnRows Of<T>(TurnaDb db, IQueryable<T> query)
    {
        db.Database.OpenConnection();
        return new ColumnRows(query.CreateDbCommand());
    }

    public bool Read() => reader.Read();

    public bool IsNull(int column) => sqlite != 0 ? SqliteColumns.IsNull(sqlite, column) : reader.IsDBNull(column);

    /// <summary>A text in UTF-8, or bytes; empty for null. Valid until the next call.</summary>
    public ReadOnlySpan<byte> Bytes(int column)
    {
        if (sqlite != 0) return SqliteColumns.Bytes(sqlite, column);
        return reader.IsDBNull(column) ? [] : reader.GetValue(column) switch
        {
            byte[] bytes => bytes,
            string text => Encoded(text),
            var other => Encoded(Convert.ToString(other, CultureInfo.InvariantCulture)!),
        };
    }

    /// <summary>The texts of neighbouring columns as one, with a sign between them: one look tells rows apart that have the same. Valid until the next call.</summary>
    public ReadOnlySpan<byte> Joined(int from, int count, byte parting)
    {
        var length = 0;
        for (var column = from; column < from + count; column++)
        {
            var text = Bytes(column);
            if (joined.Length < length + text.Length + 1) Array.Resize(ref joined, (length + text.Length + 1) * 2);
            if (column > from) joined[length++] = parting;
            text.CopyTo(joined.AsSpan(length));
            length += text.Length;
        }

        return joined.AsSpan(0, length);
    }

    public long Number(int column) =>
        sqlite != 0 ? SqliteColumns.Number(sqlite, column) : Convert.ToInt64(reader.GetValue(column), CultureInfo.InvariantCulture);

    public DateOnly Day(int column)
    {
        if (sqlite == 0) return reader.GetFieldValue<DateOnly>(column);
        // SQLite keeps days as yyyy-MM-dd; where rows come by day, most have the day of the one before.
        var text = Bytes(column);
        if (text.SequenceEqual(lastDay.Text)) return lastDay.Day;
        lastDay = (text.ToArray(), new DateOnly(Digits(text[..4]), Digits(text[5..7]), Digits(text[8..10])));
        return lastDay.Day;
    }

    public void Dispose()
    {
        reader.Dispose();
        command.Dispose();
    }

    private static int Digits(ReadOnlySpan<byte> text)
    {
        var number = 0;
        foreach (var digit in text) number = (number * 10) + digit - '0';
        return number;
    }

    private ReadOnlySpan<byte> Encoded(string text)
    {
        if (buffer.Length < text.Length * 3) buffer = new byte[text.Length * 3];
        return buffer.AsSpan(0, Encoding.UTF8.GetBytes(text, buffer));
    }
}
