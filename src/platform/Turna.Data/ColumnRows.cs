using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace Turna.Data;

/// <summary>
/// The rows of a query one after another as the bytes that the database holds: neither an object nor a text is made for each, which is
/// what counting a million rows would otherwise spend its time on. Columns are numbered as the query projects them.
/// </summary>
public sealed class ColumnRows : IDisposable
{
    private readonly DbCommand command;
    private readonly DbDataReader reader;
    private readonly SqliteDataReader? sqlite;
    private byte[] buffer = new byte[256];
    private (byte[] Text, DateOnly Day) lastDay = ([], default);

    private ColumnRows(DbCommand command)
    {
        this.command = command;
        reader = command.ExecuteReader();
        sqlite = reader as SqliteDataReader;
    }

    /// <summary>Runs a query that projects plain columns.</summary>
    public static ColumnRows Of<T>(TurnaDb db, IQueryable<T> query)
    {
        db.Database.OpenConnection();
        return new ColumnRows(query.CreateDbCommand());
    }

    public bool Read() => reader.Read();

    public bool IsNull(int column) => sqlite is not null ? raw.sqlite3_column_type(sqlite.Handle!, column) == raw.SQLITE_NULL : reader.IsDBNull(column);

    /// <summary>A text in UTF-8, or bytes; empty for null. Valid until the next call.</summary>
    public ReadOnlySpan<byte> Bytes(int column)
    {
        if (sqlite is not null) return raw.sqlite3_column_blob(sqlite.Handle!, column);
        return reader.IsDBNull(column) ? [] : reader.GetValue(column) switch
        {
            byte[] bytes => bytes,
            string text => Encoded(text),
            var other => Encoded(Convert.ToString(other, CultureInfo.InvariantCulture)!),
        };
    }

    public long Number(int column) =>
        sqlite is not null ? raw.sqlite3_column_int64(sqlite.Handle!, column) : Convert.ToInt64(reader.GetValue(column), CultureInfo.InvariantCulture);

    public DateOnly Day(int column)
    {
        if (sqlite is null) return reader.GetFieldValue<DateOnly>(column);
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
