using System.Globalization;
using Turna.Cases.Contracts;
using Turna.Cases.Importing.Reading;

namespace Turna.Cases.Importing.Layout;

/// <summary>
/// Registers whose running number counts people and not visits: the number and what is written of a person stand once, and the visits that
/// follow have a day and a question only.
/// </summary>
internal static class NumberedPeople
{
    private const int FewestFollowing = 2;
    private static readonly RegisterField[] Names = [RegisterField.Name, RegisterField.FamilyName, RegisterField.GivenName, RegisterField.Patronymic];

    private static readonly RegisterField[] OfPerson =
    [
        RegisterField.Number, .. Names, RegisterField.Phone, RegisterField.Sex, RegisterField.BirthYear, RegisterField.BirthDate, RegisterField.Age,
        RegisterField.Place, RegisterField.Country, RegisterField.City, RegisterField.CountryCity,
    ];

    /// <summary>True when several rows go on without a number, and no number is left out between those that have one.</summary>
    public static bool Are(ColumnMapping columns, SourceRow[] body)
    {
        if (!columns.Has(RegisterField.Number) || !Array.Exists(Names, columns.Has)) return false;
        if (body.Count(row => GoesOn(row, columns)) < FewestFollowing) return false;
        var numbers = body.Select(row => columns.Cell(row, RegisterField.Number).Written).Where(written => written.Length > 0)
            .Select(written => int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1).Where(number => number >= 0).ToArray();
        return numbers.Length > 1 && numbers.Skip(1).Zip(numbers, (next, number) => next - number).All(step => step is 0 or 1);
    }

    /// <summary>A day and a question, and nothing of a person.</summary>
    public static bool GoesOn(SourceRow row, ColumnMapping columns) => Array.TrueForAll(OfPerson, field => columns.Of(field).All(column => row[column].IsBlank))
        && !columns.Cell(row, RegisterField.Date).IsBlank && columns.Of(RegisterField.Topic).Any(column => !row[column].IsBlank);
}
