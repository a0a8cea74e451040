using System.Text.RegularExpressions;
using Turna.Cases.Contracts;
using Turna.Cases.Importing.Reading;
using Turna.Kernel.Codes;

namespace Turna.Cases.Importing.Layout;

/// <summary>
/// A heading that asks for several things at once ("ФИО, г.р., тел.", "Пол/возраст", "Долг/возвращено"). One field is read from such a
/// column; that another may stand in it too must not stay unsaid.
/// </summary>
internal static partial class CompoundHeading
{
    private static readonly Dictionary<RegisterField, string> Reported = new()
    {
        [RegisterField.Date] = "date", [RegisterField.Country] = "country", [RegisterField.Topic] = "topics", [RegisterField.Sex] = "sex",
        [RegisterField.BirthYear] = "birthYear", [RegisterField.BirthDate] = "birthYear", [RegisterField.Age] = "birthYear",
        [RegisterField.Claimed] = "claimed", [RegisterField.Recovered] = "recovered",
    };

    /// <summary>The fields of the report that the heading names beside the one its column is, or would have been, read for; none for most headings.</summary>
    public static IReadOnlyList<string> Beside(ColumnMapping columns, RegisterColumn column)
    {
        if (column.Field is RegisterField.CountryCity or RegisterField.Topic || HeadingRow.Meaning(column.Heading) is { Meaning: "Ignored" }) return [];
        var own = column.Field is { } field ? Reported.GetValueOrDefault(field) : null;
        var named = Parts().Split(column.Heading).Where(part => part.Length > 0)
            .Select(part => HeadingRow.Meaning(part) is { } match && Enum.TryParse<RegisterField>(match.Meaning, out var meant) ? Reported.GetValueOrDefault(meant) : null)
            .OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        return named.Length > 1 || (named.Length == 1 && own is null && (column.Field is not null || columns.Doubles.Any(other => other.Column == column.Index))) ? [.. named.Where(name => name != own)] : [];
    }

    public static void Doubt(IReadOnlyList<(RegisterColumn Column, IReadOnlyList<string> Beside)> compound, SourceRow row, Func<string, bool> isKnown, Findings findings)
    {
        foreach (var (column, beside) in compound)
        {
            if (row[column.Index].IsBlank) continue;
            foreach (var name in beside.Where(name => !isKnown(name) && !findings.HasDoubt(name)))
                findings.Doubt(name, $"may stand in '{row[column.Index].Written}' under '{column.Heading}'", column.Index);
        }
    }

    /// <summary>A second column of the same kind that says something else, or says it where the first is empty.</summary>
    public static void DoubtDoubles(ColumnMapping columns, SourceRow row, Findings findings)
    {
        foreach (var (field, column, sameHeading) in columns.Doubles)
        {
            var first = columns.Cell(row, field);
            if (row[column].IsBlank || !Reported.TryGetValue(field, out var name) || (!first.IsBlank && !sameHeading)) continue;
            if (Spelling.Fold(first.Written) != Spelling.Fold(row[column].Written)) findings.Doubt(name, $"a second column says '{row[column].Written}'", column);
        }
    }

    [GeneratedRegex(@"[/,;()+&\n]|\sи\s|\sжана\s", RegexOptions.IgnoreCase)]
    private static partial Regex Parts();
}
