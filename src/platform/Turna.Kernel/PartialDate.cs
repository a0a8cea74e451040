using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Turna.Kernel;

/// <summary>
/// A day that may be known only to the month or the year. Text form: <c>1988</c>, <c>1988-05</c>, <c>1988-05-17</c>.
/// Years 1000–9999. Ordered by the earliest day it may be. Not promised: a precision finer than written.
/// </summary>
[JsonConverter(typeof(PartialDateJson))]
public readonly record struct PartialDate : IComparable<PartialDate>
{
    private PartialDate(int year, int? month, int? day) => (Year, Month, Day) = (year, month, day);

    public int Year { get; }

    public int? Month { get; }

    public int? Day { get; }

    /// <summary>The earliest day it may be.</summary>
    public DateOnly Earliest => new(Year, Month ?? 1, Day ?? 1);

    /// <summary>The latest day it may be.</summary>
    public DateOnly Latest => Month is { } month
        ? new(Year, month, Day ?? DateTime.DaysInMonth(Year, month))
        : new(Year, 12, 31);

    /// <summary>True when the day is known.</summary>
    public bool IsExact => Day is not null;

    /// <summary>Makes a date from its parts; null when they make none (month 13, day without month, 30 February, year outside 1000–9999).</summary>
    public static PartialDate? Of(int year, int? month = null, int? day = null)
    {
        if (year is < 1000 or > 9999) return null;
        if (month is < 1 or > 12) return null;
        if (day is not null && month is null) return null;
        if (day is { } d && (d < 1 || d > DateTime.DaysInMonth(year, month!.Value))) return null;
        return new PartialDate(year, month, day);
    }

    public static PartialDate From(DateOnly day) => new(day.Year, day.Month, day.Day);

    /// <summary>Reads the text form; false for anything else.</summary>
    public static bool TryParse(string? text, out PartialDate date)
    {
        date = default;
        var parts = text?.Split('-') ?? [];
        if (parts.Length is < 1 or > 3) return false;
        Span<int> numbers = stackalloc int[3];
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i].Length != (i == 0 ? 4 : 2)) return false;
            if (!int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i])) return false;
        }

        var read = Of(numbers[0], parts.Length > 1 ? numbers[1] : null, parts.Length > 2 ? numbers[2] : null);
        date = read ?? default;
        return read is not null;
    }

    /// <summary>Whole years between this date and a day: least and most, equal when the date is exact.</summary>
    public (int Least, int Most) AgeOn(DateOnly day) => (Years(Latest, day), Years(Earliest, day));

    public int CompareTo(PartialDate other) => Earliest.CompareTo(other.Earliest);

    public static bool operator <(PartialDate left, PartialDate right) => left.CompareTo(right) < 0;

    public static bool operator >(PartialDate left, PartialDate right) => left.CompareTo(right) > 0;

    public static bool operator <=(PartialDate left, PartialDate right) => left.CompareTo(right) <= 0;

    public static bool operator >=(PartialDate left, PartialDate right) => left.CompareTo(right) >= 0;

    public override string ToString() => (Month, Day) switch
    {
        (null, _) => Year.ToString("0000", CultureInfo.InvariantCulture),
        ({ } month, null) => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{month:00}"),
        ({ } month, { } day) => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{month:00}-{day:00}"),
    };

    private static int Years(DateOnly born, DateOnly day)
    {
        var years = day.Year - born.Year;
        var hadBirthday = day.Month > born.Month || (day.Month == born.Month && day.Day >= born.Day);
        return hadBirthday ? years : years - 1;
    }
}

/// <summary>A partial date in JSON: its text form.</summary>
internal sealed class PartialDateJson : JsonConverter<PartialDate>
{
    public override PartialDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        PartialDate.TryParse(reader.GetString(), out var date) ? date : throw new JsonException("No partial date.");

    public override void Write(Utf8JsonWriter writer, PartialDate value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
