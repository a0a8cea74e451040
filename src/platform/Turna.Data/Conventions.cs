using System.Reflection;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Turna.Kernel;

namespace Turna.Data;

/// <summary>Implemented by a module that keeps records: its entity types stay internal to it.</summary>
public interface IHasEntities
{
    void AddEntities(ModelBuilder model);
}

/// <summary>All modules' entities together: one model, built once.</summary>
public sealed class TurnaModel(IEnumerable<IHasEntities> rooms)
{
    internal void Build(ModelBuilder model)
    {
        foreach (var room in rooms) room.AddEntities(model);
    }
}

/// <summary>A record whose changes are refused when somebody else changed it first.</summary>
public interface IRevised
{
    /// <summary>Counts the changes from 1; kept by the unit of work.</summary>
    int Revision { get; set; }
}

/// <summary>A value sealed by the vault: an envelope of bytes that only a key of its subject opens.</summary>
public readonly record struct Sealed(ReadOnlyMemory<byte> Envelope)
{
    public bool Equals(Sealed other) => Envelope.Span.SequenceEqual(other.Envelope.Span);

    public override int GetHashCode() => Envelope.Length;
}

/// <summary>A keyed token: equal for equal things under one key, meaningless without it. 16 bytes.</summary>
public readonly record struct Token(ReadOnlyMemory<byte> Bytes)
{
    public bool Equals(Token other) => Bytes.Span.SequenceEqual(other.Bytes.Span);

    public override int GetHashCode() => Bytes.Length < 4 ? 0 : BitConverter.ToInt32(Bytes.Span);

    public override string ToString() => Convert.ToHexStringLower(Bytes.Span);
}

/// <summary>How the kernel's types are stored, alike on both databases.</summary>
internal static class Conventions
{
    public static void Apply(ModelConfigurationBuilder configuration)
    {
        configuration.Properties<Sealed>().HaveConversion<SealedConverter>();
        configuration.Properties<Token>().HaveConversion<TokenConverter>();
        configuration.Properties<PartialDate>().HaveConversion<PartialDateConverter>().HaveMaxLength(10);
        configuration.Properties<DateTime>().HaveConversion<InstantConverter>();
        configuration.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        ConvertIds(configuration);
    }

    // An index holds only the rows that have the value: most consultations belong to no case, and SQLite would count all of them as one value that
    // an average case shares.
    public static void Name(ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            RowStamp.AddTo(entity);
            foreach (var property in entity.GetProperties()) property.SetColumnName(SnakeCase(property.Name));
            if (typeof(IRevised).IsAssignableFrom(entity.ClrType)) entity.FindProperty(nameof(IRevised.Revision))!.IsConcurrencyToken = true;
            foreach (var key in entity.GetKeys()) key.SetName(SnakeCase($"pk_{entity.GetTableName()}"));
            foreach (var index in entity.GetIndexes())
            {
                if (index.Properties is [{ IsNullable: true } column] && index.GetFilter() is null) index.SetFilter($"\"{SnakeCase(column.Name)}\" IS NOT NULL");
                index.SetDatabaseName(Shorten($"ix_{entity.GetTableName()}_{string.Join('_', index.Properties.Select(p => SnakeCase(p.Name)))}"));
            }
        }
    }

    internal static string SnakeCase(string name)
    {
        var snake = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]) && i > 0 && name[i - 1] != '_') snake.Append('_');
            snake.Append(char.ToLowerInvariant(name[i]));
        }

        return snake.ToString();
    }

    // PostgreSQL cuts identifiers at 63 bytes, which would make two long names one.
    private static string Shorten(string name) => name.Length <= 60 ? name : name[..60];

    private static void ConvertIds(ModelConfigurationBuilder configuration)
    {
        var ids = AppDomain.CurrentDomain.GetAssemblies()
            .Where(a => a.GetName().Name!.StartsWith("Turna.", StringComparison.Ordinal))
            .SelectMany(a => a.GetTypes())
            .Where(t => t.IsValueType && t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRecordId<>)));
        foreach (var id in ids) configuration.Properties(id).HaveConversion(typeof(IdConverter<>).MakeGenericType(id));
    }

    private sealed class SealedConverter() : ValueConverter<Sealed, byte[]>(v => v.Envelope.ToArray(), b => new Sealed(b));

    private sealed class TokenConverter() : ValueConverter<Token, byte[]>(v => v.Bytes.ToArray(), b => new Token(b));

    private sealed class PartialDateConverter() : ValueConverter<PartialDate, string>(v => v.ToString(), t => Parse(t))
    {
        private static PartialDate Parse(string text) =>
            PartialDate.TryParse(text, out var date) ? date : throw new InvalidDataException($"'{text}' is no partial date");
    }

    // Milliseconds are what both databases and the ledger's row hashes agree on.
    private sealed class InstantConverter() : ValueConverter<DateTime, DateTime>(
        v => new DateTime(v.Ticks - (v.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc),
        v => DateTime.SpecifyKind(v, DateTimeKind.Utc));

    private sealed class IdConverter<TId>() : ValueConverter<TId, Guid>(v => v.Value, g => FromGuid(g))
        where TId : struct, IRecordId<TId>
    {
        private static TId FromGuid(Guid value) => TId.From(value);
    }
}

/// <summary>
/// The column beside the content of every ledgered row by which the ledger knows its own rows again. It is in the condition of every change:
/// a row is changed only as it was read.
/// </summary>
public static class RowStamp
{
    /// <summary>Length of a stamp in bytes.</summary>
    public const int Length = 16;

    /// <summary>The property, which the types of the rows do not have.</summary>
    public const string Name = "Stamp";

    /// <summary>With more than that there is nothing to be learnt from the rest.</summary>
    private const int MostUnread = 10_000;

    /// <summary>The column of a table; null where rows bear no stamp.</summary>
    public static IProperty? Of(IEntityType type) => type.FindProperty(Name) is { } stamp && stamp.IsShadowProperty() ? stamp : null;

    /// <summary>Rows as they are read for looking only, each with its stamp.</summary>
    public static IQueryable<Stamped<T>> WithStamps<T>(this IQueryable<T> rows)
        where T : class => rows.AsNoTracking().Select(r => new Stamped<T>(r, EF.Property<byte[]?>(r, Name)));

    /// <summary>All rows of a table, each with its stamp; nothing in the place of one that cannot be read.</summary>
    public static IEnumerable<(object? Row, byte[]? Stamp)> AllOf(TurnaDb db, IEntityType type) =>
        (IEnumerable<(object?, byte[]?)>)typeof(RowStamp).GetMethod(nameof(Read), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type.ClrType).Invoke(null, [db])!;

    private static IEnumerable<(object? Row, byte[]? Stamp)> Read<T>(TurnaDb db)
        where T : class
    {
        foreach (var read in db.Set<T>().WithStamps().OneByOne()) yield return (read?.Row, read?.Stamp);
    }

    /// <summary>
    /// Rows one after another; null in the place of one in which somebody wrote what its column does not hold, such as a day that is none. Whatever
    /// follows it is read all the same.
    /// </summary>
    public static IEnumerable<T?> OneByOne<T>(this IQueryable<T> rows)
        where T : class
    {
        using var each = rows.AsEnumerable().GetEnumerator();
        var unread = 0;
        while (true)
        {
            T? row;
            try
            {
                if (!each.MoveNext()) yield break;
                row = each.Current;
            }
            catch (Exception unreadable) when (unreadable is FormatException or InvalidOperationException or InvalidCastException or ArgumentException or OverflowException)
            {
                if (++unread > MostUnread) throw;
                row = null;
            }

            yield return row;
        }
    }

    internal static void AddTo(IMutableEntityType entity)
    {
        if (!entity.IsLedgered()) return;
        var stamp = entity.AddProperty(Name, typeof(byte[]));
        stamp.IsNullable = true;
        stamp.IsConcurrencyToken = true;
        stamp.SetMaxLength(Length);
    }
}

/// <summary>A row and the stamp that stands beside it.</summary>
public sealed record Stamped<T>(T Row, byte[]? Stamp);

/// <summary>Marks on the model that the ledger reads.</summary>
public static class LedgerMarks
{
    private const string Annotation = "Turna:Unledgered";

    /// <summary>Rows of this table are not part of the record: sessions, jobs, the ledger's own rows. The reason is kept in the model.</summary>
    public static void IsUnledgered(this IMutableEntityType entity, string why) => entity.SetAnnotation(Annotation, why);

    public static bool IsLedgered(this IReadOnlyEntityType entity) => entity.FindAnnotation(Annotation) is null;
}
