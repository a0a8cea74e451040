using System.Text.RegularExpressions;
using Turna.Cases.Contracts;
using Turna.Cases.Importing.Reading;
using Turna.Cases.Importing.Values;
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

    private static readonly HashSet<RegisterField> PartsOfName = [RegisterField.Name, RegisterField.FamilyName, RegisterField.GivenName, RegisterField.Patronymic];

    /// <summary>What is owed and what came back.</summary>
    public static readonly IReadOnlySet<RegisterField?> Sums = new HashSet<RegisterField?> { RegisterField.Claimed, RegisterField.Recovered };

    private static readonly HashSet<RegisterField?> Births = [RegisterField.BirthDate, RegisterField.BirthYear, RegisterField.Age];

    /// <summary>The fields of the report that the heading names beside the one its column is, or would have been, read for; none for most headings.</summary>
    public static IReadOnlyList<string> Beside(ColumnMapping columns, RegisterColumn column)
    {
        if (column.Field is RegisterField.CountryCity or RegisterField.Topic || HeadingRow.Meaning(column.Heading) is { Meaning: "Ignored" }) return [];
        if (column == columns.BothSums) return [];
        var own = column.Field is { } field ? Reported.GetValueOrDefault(field) : null;
        var named = Named(column.Heading).Select(meant => Reported.GetValueOrDefault(meant)).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        return named.Length > 1 || (named.Length == 1 && own is null && (column.Field is not null || columns.Doubles.Any(other => other.Column == column.Index))) ? [.. named.Where(name => name != own)] : [];
    }

    /// <summary>The column that holds both sex and age or birth ("Пол/возраст"), and which of the fields of birth; null when each has its own, or neither.</summary>
    public static (int Column, RegisterField Birth)? SexAndBirth(ColumnMapping columns)
    {
        foreach (var column in columns.Columns.Where(column => column.Field == RegisterField.Sex || Births.Contains(column.Field)))
        {
            var named = Named(column.Heading).ToArray();
            if (!named.Contains(RegisterField.Sex) || named.FirstOrDefault(field => Births.Contains(field)) is not (var birth and not default(RegisterField))) continue;
            var other = column.Field == RegisterField.Sex ? Births.Any(field => columns.Has(field!.Value)) : columns.Has(RegisterField.Sex);
            if (!other) return (column.Index, birth);
        }

        return null;
    }

    /// <summary>A column asks for the sex, be it beside something else, or one that no heading explains may hold it.</summary>
    public static bool AsksForSex(ColumnMapping columns) => columns.Has(RegisterField.Sex) || SexAndBirth(columns) is not null || BesideNames(columns).Sex
        || columns.Suspects.Any(suspect => suspect.Field == RegisterField.Sex);

    /// <summary>The column that holds both sums, where no other holds one of them.</summary>
    public static RegisterColumn? BothSums(IReadOnlyList<RegisterColumn> columns) =>
        columns.Where(column => Sums.Contains(column.Field)).ToArray() is [var one] && NamesBothSums(one.Heading) ? one : null;

    /// <summary>"Долг / возвращено", "Сумма (взыскано)".</summary>
    public static bool NamesBothSums(string heading) => Named(heading).Where(field => Sums.Contains(field)).Distinct().Count() == Sums.Count;

    public static bool NamesClaimedFirst(string heading) => Named(heading).First(field => Sums.Contains(field)) == RegisterField.Claimed;

    /// <summary>"ФИО, год рождения", "Имя (пол)": it asks for the name first, and for something else; null for any other heading.</summary>
    public static PhrasePatterns.Match? AsksForName(string heading)
    {
        if (HeadingRow.Meaning(heading) is not { Meaning: not "Ignored" } whole || Named(heading).Distinct().Count() < 2) return null;
        var first = Parts().Split(heading).Select(HeadingRow.Meaning).FirstOrDefault(match => match is not null);
        return first is { Meaning: nameof(RegisterField.Name) or nameof(RegisterField.GivenName) } && !Named(heading).All(PartsOfName.Contains) ? first with { Words = Math.Max(first.Words, whole.Words) } : null;
    }

    /// <summary>What the heading over the names asks for beside them.</summary>
    public static BesideName BesideNames(ColumnMapping columns)
    {
        if (columns.Of(RegisterField.Name) is not [var name, ..]) return default;
        var named = Named(columns.Columns.First(column => column.Index == name).Heading).ToHashSet();
        return new BesideName(named.Any(field => Births.Contains(field)), named.Contains(RegisterField.Sex), !named.All(PartsOfName.Contains));
    }

    /// <summary>Columns of remarks whose heading asks for the way to reach her as well ("Связь, безопасность"): a telephone may stand there.</summary>
    public static IEnumerable<int> OfContact(ColumnMapping columns) =>
        columns.Columns.Where(column => column.Field == RegisterField.Remark && Named(column.Heading).Contains(RegisterField.Phone)).Select(column => column.Index);

    private static IEnumerable<RegisterField> Named(string heading) => Parts().Split(heading).Where(part => part.Length > 0)
        .Select(part => HeadingRow.Meaning(part) is { } match && Enum.TryParse<RegisterField>(match.Meaning, out var meant) ? meant
            // "Кто (имя, год, тел.)": beside other things the bare word asks for the year of birth.
            : Words.Shipped.Says("yearBeside", Spelling.Fold(part)) ? RegisterField.BirthYear : (RegisterField?)null).OfType<RegisterField>();

    /// <param name="unread">What of a cell of names was read as nothing.</param>
    public static void Doubt(IReadOnlyList<(RegisterColumn Column, IReadOnlyList<string> Beside)> compound, SourceRow row, Func<string, bool> isKnown, Func<SourceCell, string> unread, Findings findings)
    {
        foreach (var (column, beside) in compound)
        {
            if (row[column.Index].IsBlank) continue;
            // "Взыскано (да/нет)": its "no" leaves nothing open.
            var none = Words.Shipped.Says("no", Spelling.Fold(row[column.Index].Written));
            foreach (var name in beside.Where(name => !(none && name == "recovered") && !isKnown(name) && !findings.HasDoubt(name) && (column.Field != RegisterField.Name || MayHold(row[column.Index], name, unread))))
                findings.Doubt(name, $"may stand in '{row[column.Index].Written}' under '{column.Heading}'", column.Index);
        }
    }

    /// <summary>A second column of the same kind that says something else, or says it where the first is empty.</summary>
    public static void DoubtDoubles(ColumnMapping columns, SourceRow row, Findings findings)
    {
        foreach (var (field, column, asExact) in columns.Doubles)
        {
            var first = columns.Cell(row, field);
            if (row[column].IsBlank || !Reported.TryGetValue(field, out var name) || (!first.IsBlank && !asExact)) continue;
            if (field == RegisterField.Recovered && IsAnswer(Spelling.Fold(row[column].Written), first.IsBlank)) continue;
            if (Spelling.Fold(first.Written) != Spelling.Fold(row[column].Written)) findings.Doubt(name, $"a second column says '{row[column].Written}'", column);
        }
    }

    /// <summary>A bare "no" where a second column asks what came back, or beside the sum a "yes".</summary>
    private static bool IsAnswer(string folded, bool alone) => Words.Shipped.Says("no", folded) || (!alone && (Words.Shipped.Says("yes", folded) || Words.Shipped.Mentions("part", folded)));

    /// <summary>A field that stayed empty, and a column no heading explains in which it may stand.</summary>
    public static void DoubtSuspects(ColumnMapping columns, SourceRow row, Func<string, bool> isKnown, Findings findings)
    {
        foreach (var (field, column) in columns.Suspects)
        {
            if (row[column].IsBlank || !Reported.TryGetValue(field, out var name) || isKnown(name) || findings.HasDoubt(name) || !ColumnMapping.Reads(row[column], field)) continue;
            findings.Doubt(name, $"may stand in '{row[column].Written}' under '{columns.Columns.First(known => known.Index == column).Heading}'", column);
        }
    }

    /// <summary>A name alone holds neither a birth nor a sum, and a sex stands apart from it.</summary>
    private static bool MayHold(SourceCell cell, string name, Func<SourceCell, string> unread) =>
        name == "sex" ? cell.Written.AsSpan().IndexOfAny(",;/(") >= 0 : unread(cell).Any(char.IsAsciiDigit);

    [GeneratedRegex(@"[/,;()+&\n]|\sи\s|\sжана\s", RegexOptions.IgnoreCase)]
    private static partial Regex Parts();
}
