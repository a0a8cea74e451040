using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Turna.Data;

/// <summary>A statement that writes one row: its text and how each of its parameters is bound.</summary>
internal sealed class RowStatement(string text, IReadOnlyList<RelationalTypeMapping> parameters)
{
    public string Text => text;

    public IReadOnlyList<RelationalTypeMapping> Parameters => parameters;
}

/// <summary>A statement with its values, ready to be run by the writer.</summary>
internal readonly record struct RowWrite(RowStatement Statement, object?[] Values, bool MustFindRow);

/// <summary>
/// How rows of one entity type are written without the change tracker: what Entity Framework works out for every unit of work is worked
/// out here once for each table, from the same model and the same type mappings.
/// </summary>
internal sealed class RowShape
{
    private readonly string table;
    private readonly Column[] columns;
    private readonly Column[] keys;
    private readonly Column[] tokens;
    private readonly Column? stamp;
    private readonly HashSet<string> unique;
    private readonly ConcurrentDictionary<string, RowStatement> updates = new(StringComparer.Ordinal);

    private RowShape(IEntityType type)
    {
        Type = type.ClrType;
        table = Quote(type.GetTableName()!);
        columns = [.. type.GetProperties().Where(p => !p.IsShadowProperty()).Select(p => new Column(p))];
        stamp = RowStamp.Of(type) is { } property ? new Column(property) : null;
        keys = [.. columns.Where(c => c.Property.IsPrimaryKey())];
        tokens = [.. columns.Append(stamp).OfType<Column>().Where(c => c.Property.IsConcurrencyToken)];
        unique = [.. type.GetIndexes().Where(i => i.IsUnique).SelectMany(i => i.Properties).Select(p => p.Name)];
        Rank = RankOf(type, []);
        Column[] all = [.. columns.Append(stamp).OfType<Column>()];
        var names = string.Join(", ", all.Select(c => c.Quoted));
        Insert = new RowStatement($"INSERT INTO {table} ({names}) VALUES ({string.Join(", ", all.Select((_, i) => Parameter(i)))})", [.. all.Select(c => c.Mapping)]);
        Delete = new RowStatement($"DELETE FROM {table} WHERE {AsRead(0)}", [.. keys.Concat(tokens).Select(c => c.Mapping)]);
    }

    public Type Type { get; }

    /// <summary>Rows of a smaller rank are inserted first: what a foreign key points to stands there already.</summary>
    public int Rank { get; }

    private RowStatement Insert { get; }

    private RowStatement Delete { get; }

    /// <summary>The shape of a type; null where only Entity Framework knows how to write it (inheritance, owned or shadow parts, values the database makes, rows that point at their like).</summary>
    public static RowShape? Of(IEntityType type)
    {
        var isPlain = type.BaseType is null && !type.GetDirectlyDerivedTypes().Any() && !type.IsOwned() && !type.GetComplexProperties().Any()
            && type.GetTableName() is not null && type.FindPrimaryKey() is not null
            && type.GetProperties().All(p => (!p.IsShadowProperty() || p == RowStamp.Of(type)) && p.GetBeforeSaveBehavior() == PropertySaveBehavior.Save && p.GetDefaultValueSql() is null && p.GetComputedColumnSql() is null)
            && type.GetForeignKeys().All(f => f.PrincipalEntityType != type);
        return isPlain ? new RowShape(type) : null;
    }

    /// <summary>A row of which nothing else is known; not for tables whose rows bear a stamp.</summary>
    public RowWrite Inserted(object row) => new(Insert, Values(row, new object?[columns.Length]), MustFindRow: false);

    public RowWrite Inserted(EntityEntry entry)
    {
        if (stamp is null) return Inserted(entry.Entity);
        var values = Values(entry.Entity, new object?[columns.Length + 1]);
        values[^1] = entry.Property(stamp.Property).CurrentValue;
        return new RowWrite(Insert, values, MustFindRow: false);
    }

    /// <summary>The changed columns of a row; null when there are none, or a unique index is among them, because then the order among several rows matters.</summary>
    public RowWrite? Updated(EntityEntry entry)
    {
        Column[] changed = [.. columns.Where(c => entry.Property(c.Property.Name).IsModified)];
        if (changed.Length == 0 || Array.Exists(changed, c => unique.Contains(c.Property.Name))) return null;
        var statement = updates.GetOrAdd(string.Join(',', changed.Select(c => c.Property.Name)), _ => Update([.. changed.Append(stamp).OfType<Column>()]));
        var values = new List<object?>(changed.Length + 1 + keys.Length + tokens.Length);
        values.AddRange(changed.Select(c => c.Stored(entry.Entity)));
        if (stamp is not null) values.Add(entry.Property(stamp.Property).CurrentValue);
        values.AddRange(keys.Select(c => c.Stored(entry.Entity)));
        values.AddRange(tokens.Select(c => c.ToStored(entry.Property(c.Property.Name).OriginalValue)));
        return new RowWrite(statement, [.. values], MustFindRow: true);
    }

    private object?[] Values(object row, object?[] values)
    {
        for (var i = 0; i < columns.Length; i++) values[i] = columns[i].Stored(row);
        return values;
    }

    /// <summary>A row that goes, if it still stands as it was read.</summary>
    public RowWrite Deleted(EntityEntry entry) =>
        new(Delete, [.. keys.Select(c => c.Stored(entry.Entity)), .. tokens.Select(c => c.ToStored(entry.Property(c.Property.Name).OriginalValue))], MustFindRow: true);

    /// <summary>Whether a change lets a row point at another than before: then the order among it and the rows that go matters.</summary>
    public bool IsPointedElsewhere(EntityEntry entry) => Array.Exists(columns, c => c.Property.IsForeignKey() && entry.Property(c.Property.Name).IsModified);

    private RowStatement Update(Column[] changed)
    {
        var place = 0;
        var sets = string.Join(", ", changed.Select(c => $"{c.Quoted} = {Parameter(place++)}").ToList());
        return new RowStatement($"UPDATE {table} SET {sets} WHERE {AsRead(place)}", [.. changed.Concat(keys).Concat(tokens).Select(c => c.Mapping)]);
    }

    private string AsRead(int place) => string.Join(" AND ", keys.Concat(tokens).Select((c, i) => $"{c.Quoted} = {Parameter(place + i)}"));

    private static int RankOf(IEntityType type, HashSet<IEntityType> above)
    {
        if (!above.Add(type)) return 0;
        var rank = type.GetForeignKeys().Where(f => f.PrincipalEntityType != type).Select(f => 1 + RankOf(f.PrincipalEntityType, above)).DefaultIfEmpty(0).Max();
        above.Remove(type);
        return rank;
    }

    private static string Quote(string name) => $"\"{name}\"";

    private static string Parameter(int place) => string.Create(CultureInfo.InvariantCulture, $"${place + 1}");

    private sealed class Column
    {
        private readonly IClrPropertyGetter? getter;
        private readonly Func<object?, object?>? convert;

        public Column(IProperty property)
        {
            Property = property;
            Mapping = property.GetRelationalTypeMapping();
            Quoted = Quote(property.GetColumnName());
            getter = property.IsShadowProperty() ? null : property.GetGetter();
            convert = (Mapping.Converter ?? property.GetValueConverter())?.ConvertToProvider;
        }

        public IProperty Property { get; }

        public RelationalTypeMapping Mapping { get; }

        public string Quoted { get; }

        public object? Stored(object row) => ToStored(getter!.GetClrValue(row));

        public object? ToStored(object? value) => value is not null && convert is not null ? convert(value) : value;
    }
}

/// <summary>The shapes of all tables of one model.</summary>
internal sealed class RowShapes
{
    private readonly ConcurrentDictionary<IEntityType, RowShape?> shapes = new();

    public RowShape? Of(IEntityType type) => shapes.GetOrAdd(type, RowShape.Of);

    /// <summary>
    /// How a unit's rows are written: those that go against the order of foreign keys, new ones in their order, then changed ones; null when Entity
    /// Framework must save it.
    /// </summary>
    public List<RowWrite>? Plan(IReadOnlyList<EntityEntry> changed)
    {
        var deletes = new List<(int Rank, RowWrite Write)>();
        var inserts = new List<(int Rank, RowWrite Write)>(changed.Count);
        var updates = new List<RowWrite>();
        var pointedElsewhere = false;
        foreach (var entry in changed)
        {
            if (Of(entry.Metadata) is not { } shape) return null;
            if (entry.State == EntityState.Deleted) deletes.Add((shape.Rank, shape.Deleted(entry)));
            else if (entry.State == EntityState.Added) inserts.Add((shape.Rank, shape.Inserted(entry)));
            else if (shape.Updated(entry) is { } update) updates.Add(update);
            else return null;
            pointedElsewhere |= entry.State == EntityState.Modified && shape.IsPointedElsewhere(entry);
        }

        if (deletes.Count > 0 && pointedElsewhere) return null;
        return [.. deletes.OrderByDescending(d => d.Rank).Select(d => d.Write), .. inserts.OrderBy(i => i.Rank).Select(i => i.Write), .. updates];
    }
}
