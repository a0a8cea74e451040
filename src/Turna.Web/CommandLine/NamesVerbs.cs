using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Turna.Names;
using Turna.Names.Documents;

namespace Turna.Web.CommandLine;

/// <summary><c>./turna names …</c>: the name engine at the terminal.</summary>
internal static class NamesVerbs
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Names() => new("names", "Reads, compares, transliterates and finds names of persons.") { Compare(), Parse(), Latin(), Mrz(), NamesBench.Verb() };

    private static Command Compare()
    {
        var input = Input("CSV with the columns id,a,b and, if known, sexA,sexB,yearA,yearB");
        var output = Output();
        var verb = new Command("compare", "Compares pairs of names: id,score,verdict,reasons.") { input, output };
        verb.SetAction(parsed => ComparePairs(parsed.GetRequiredValue(input), parsed.GetRequiredValue(output)));
        return verb;
    }

    private static void ComparePairs(string input, string output)
    {
        var rows = NamesTable.Rows(input, "id", "a", "b").Select(row =>
        {
            var a = NameRecord.Read(row["a"], SexOf(row["sexa"]), Year(row, "yeara", input));
            var b = NameRecord.Read(row["b"], SexOf(row["sexb"]), Year(row, "yearb", input));
            var match = NameComparison.Compare(a, b);
            return new[] { row["id"], match.Score.ToString("0.000000", CultureInfo.InvariantCulture), Word(match.Verdict), match.InWords() };
        });
        NamesTable.Write(output, ["id", "score", "verdict", "reasons"], rows);
    }

    private static Command Parse()
    {
        var input = Input("names, one a line");
        var verb = new Command("parse", "Reads names into their parts: one JSON object a line.") { input };
        verb.SetAction(parsed =>
        {
            foreach (var line in Lines(parsed.GetRequiredValue(input))) Print(Parts(line));
        });
        return verb;
    }

    private static object Parts(string line)
    {
        var name = PersonName.Read(line);
        return new
        {
            input = line,
            normalised = name.Text,
            family = name.Family?.ToString(),
            given = name.Given?.ToString(),
            father = name.Father?.ToString(),
            fatherForm = name.FatherForm.ToString().ToLowerInvariant(),
            otherFamily = name.OtherFamily?.ToString(),
            sex = name.Sex.ToString().ToLowerInvariant(),
            certain = name.RolesCertain,
        };
    }

    private static Command Latin()
    {
        var input = Input("names in Cyrillic, one a line");
        var standard = new Option<LatinStandard>("--standard") { Description = "which standard", DefaultValueFactory = _ => LatinStandard.Icao };
        var verb = new Command("latin", "Writes names in Latin letters: the rule's spelling, then others to be met, parted by tabs.") { input, standard };
        verb.SetAction(parsed =>
        {
            foreach (var line in Lines(parsed.GetRequiredValue(input)))
            {
                Console.Out.WriteLine(string.Join('\t', Romanisation.LikelyLatin(line, parsed.GetValue(standard))));
            }
        });
        return verb;
    }

    private static string[] Lines(string path) =>
        TextInput.Read(path).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static Command Mrz()
    {
        var input = Input("the two or three lines of a zone; several zones are parted by an empty line");
        var verb = new Command("mrz", "Reads machine-readable zones (ICAO 9303 TD1, TD2, TD3, MRV): one JSON object a line.") { input };
        verb.SetAction(parsed =>
        {
            var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
            var unread = 0;
            foreach (var zone in Zones(TextInput.Read(parsed.GetRequiredValue(input))))
            {
                if (MachineReadableZone.Read(zone, today) is { } reading) Print(Zone(reading));
                else { Console.Error.WriteLine("turna: not a machine-readable zone: expected 2 lines of 36 or 44 or 3 lines of 30 characters"); unread++; }
            }

            return unread == 0 ? 0 : 2;
        });
        return verb;
    }

    private static object Zone(MrzReading zone) => new
    {
        format = zone.Format.ToString(),
        valid = zone.IsValid,
        code = zone.DocumentCode,
        issuer = zone.Issuer,
        family = zone.Family,
        given = zone.Given,
        namesTruncated = zone.NamesTruncated,
        number = zone.DocumentNumber,
        nationality = zone.Nationality,
        birthDate = zone.BirthDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        sex = zone.Sex.ToString().ToLowerInvariant(),
        expiryDate = zone.ExpiryDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        personalNumber = zone.PersonalNumber,
        checks = zone.Checks.Select(c => new { field = c.Field, digit = c.Digit.ToString(), expected = c.Expected, holds = c.Holds }),
        corrections = zone.Corrections.Select(c => new { line = c.Line, column = c.Column, read = c.Read.ToString(), @as = c.As.ToString() }),
        problems = zone.Problems,
    };

    private static string[] Zones(string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static void Print<T>(T value) => Console.Out.WriteLine(JsonSerializer.Serialize(value, Plain));

    private static int? Year(NamesRow row, string column, string input)
    {
        var cell = row[column];
        if (cell.Length == 0 || YearOf(cell) is not null) return YearOf(cell);
        Console.Error.WriteLine($"turna: {Label(input)}: line {row.Line}: {column} '{cell}' is no year; left out");
        return null;
    }

    /// <summary>The year of a cell that holds a year, or a date written year first or last; null when it holds none.</summary>
    public static int? YearOf(string cell)
    {
        for (var i = 0; i + 4 <= cell.Length; i++)
        {
            var alone = (i == 0 || !char.IsAsciiDigit(cell[i - 1])) && (i + 4 == cell.Length || !char.IsAsciiDigit(cell[i + 4]));
            if (alone && int.TryParse(cell.AsSpan(i, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1850 and < 2200) return year;
        }

        return null;
    }

    public static Sex SexOf(string cell) => cell.ToLowerInvariant() switch
    {
        "f" or "ж" or "жен" or "female" or "женский" => Sex.Female,
        "m" or "м" or "муж" or "male" or "мужской" => Sex.Male,
        _ => Sex.Unknown,
    };

    private static string Word(Verdict verdict) => verdict.ToString().ToLowerInvariant();

    private static string Label(string path) => path == "-" ? "standard input" : path;

    private static Option<string> Input(string what) => new("--input") { Description = what + "; - for standard input", DefaultValueFactory = _ => "-" };

    private static Option<string> Output() => new("--output") { Description = "CSV file; - for standard output", DefaultValueFactory = _ => "-" };
}
