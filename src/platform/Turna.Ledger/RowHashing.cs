using Microsoft.EntityFrameworkCore;
using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Text;
using Microsoft.EntityFrameworkCore.Metadata;
using Turna.Data;

namespace Turna.Ledger;

/// <summary>
/// The hash of a row as it is stored: every column that holds something, but the stamp, in order of its name, converted as the database keeps it,
/// length-prefixed. The same on both databases. A column that a later version adds changes nothing for the rows from before, which have nothing in it.
/// </summary>
internal sealed class RowHashing(Pseudonyms pseudonyms)
{
    private readonly ConcurrentDictionary<IEntityType, Shape> shapes = new();

    public Token Reference(IEntityType type, object row)
    {
        var shape = shapes.GetOrAdd(type, t => new Shape(t));
        return pseudonyms.Row(shape.Table, shape.Key(row));
    }

    public byte[] Hash(IEntityType type, object row) => pseudonyms.Content(shapes.GetOrAdd(type, t => new Shape(t)).Bytes(row, withNulls: false));

    /// <summary>The hash as a leaf of some version has it.</summary>
    public byte[] HashAsIn(int leafVersion, IEntityType type, object row) =>
        pseudonyms.Content(shapes.GetOrAdd(type, t => new Shape(t)).Bytes(row, withNulls: leafVersion == Leaf.FirstVersion));

    /// <summary>The hash of a changed row as it was read before the change.</summary>
    public byte[] HashAsRead(ChangedRow change) => pseudonyms.Content(shapes.GetOrAdd(change.Type, t => new Shape(t)).BytesAsRead(change));

    private sealed class Shape
    {
        private readonly Column[] columns;
        private readonly Column[] key;

        public Shape(IEntityType type)
        {
            Table = type.GetTableName()!;
            columns = [.. type.GetProperties().Where(p => p != RowStamp.Of(type)).OrderBy(p => p.GetColumnName(), StringComparer.Ordinal).Select(p => new Column(p))];
            key = [.. type.FindPrimaryKey()!.Properties.Select(p => new Column(p))];
        }

        public string Table { get; }

        public byte[] Key(object row)
        {
            using var bytes = new MemoryStream(32);
            foreach (var column in key) column.Write(bytes, column.ValueOf(row));
            return bytes.ToArray();
        }

        public ReadOnlySpan<byte> Bytes(object row, bool withNulls) => Bytes(column => column.ValueOf(row), withNulls);

        public ReadOnlySpan<byte> BytesAsRead(ChangedRow change) => Bytes(column => column.ValueAsRead(change), withNulls: false);

        private ReadOnlySpan<byte> Bytes(Func<Column, object?> valueOf, bool withNulls)
        {
            var bytes = new MemoryStream(512);
            bytes.Write(Encoding.UTF8.GetBytes(Table));
            foreach (var column in columns)
            {
                if (valueOf(column) is { } value) column.Write(bytes, value);
                else if (withNulls) column.Write(bytes, null);
            }

            return bytes.GetBuffer().AsSpan(0, (int)bytes.Length);
        }
    }

    private sealed class Column
    {
        private readonly byte[] name;
        private readonly IProperty property;
        private readonly IClrPropertyGetter getter;
        private readonly Func<object?, object?>? toStored;

        public Column(IProperty property)
        {
            this.property = property;
            name = Encoding.UTF8.GetBytes(property.GetColumnName());
            getter = property.GetGetter();
            toStored = (property.GetTypeMapping().Converter ?? property.GetValueConverter())?.ConvertToProvider;
        }

        public object? ValueOf(object row) => Stored(getter.GetClrValue(row));

        public object? ValueAsRead(ChangedRow change) => Stored(change.AsRead(property));

        public void Write(Stream bytes, object? value)
        {
            bytes.WriteByte((byte)name.Length);
            bytes.Write(name);
            WriteValue(bytes, value);
        }

        private object? Stored(object? value) => toStored is null || value is null ? value : toStored(value);

        private static void WriteValue(Stream bytes, object? value)
        {
            switch (value)
            {
                case null: WriteBlock(bytes, 0, []); break;
                case byte[] blob: WriteBlock(bytes, 1, blob); break;
                case string text: WriteBlock(bytes, 2, Encoding.UTF8.GetBytes(text)); break;
                case Guid id: WriteBlock(bytes, 3, id.ToByteArray(bigEndian: true)); break;
                case bool flag: WriteNumber(bytes, 4, flag ? 1 : 0); break;
                case int number: WriteNumber(bytes, 4, number); break;
                case long number: WriteNumber(bytes, 4, number); break;
                case DateTime instant: WriteNumber(bytes, 5, new DateTimeOffset(DateTime.SpecifyKind(instant, DateTimeKind.Utc), TimeSpan.Zero).ToUnixTimeMilliseconds()); break;
                case DateOnly day: WriteNumber(bytes, 6, day.DayNumber); break;
                default: throw new InvalidOperationException($"The ledger cannot hash a column of {value.GetType().Name}.");
            }
        }

        private static void WriteNumber(Stream bytes, byte kind, long value)
        {
            Span<byte> number = stackalloc byte[8];
            BinaryPrimitives.WriteInt64BigEndian(number, value);
            WriteBlock(bytes, kind, number);
        }

        private static void WriteBlock(Stream bytes, byte kind, ReadOnlySpan<byte> block)
        {
            Span<byte> head = stackalloc byte[5];
            head[0] = kind;
            BinaryPrimitives.WriteInt32BigEndian(head[1..], block.Length);
            bytes.Write(head);
            bytes.Write(block);
        }
    }
}
