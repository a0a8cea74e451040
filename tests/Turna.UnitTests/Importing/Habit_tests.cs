using System.Globalization;
using Turna.Cases.Contracts;

namespace Turna.UnitTests.Importing;

/// <summary>Tables of habits, cell by cell: what is certain must be right, what nobody can know must be doubtful.</summary>
public sealed class Habit_tests
{
    public static TheoryData<string, string, string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string, string, string>();
            foreach (var table in new[] { "dates", "births", "sexes", "topics", "sums", "countries" })
                foreach (var habit in Habit.Of(table)) cases.Add(table, habit.Written, habit.Value, habit.Doubt);
            return cases;
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public void A_cell_is_read_right_or_doubted(string table, string written, string value, string doubt)
    {
        var row = Read(table, written);
        var field = table switch { "dates" => "date", "births" => "birthYear", "sexes" => "sex", "sums" => "claimed", "countries" => "country", _ => "topics" };
        var doubted = row.Problems.Any(problem => problem.StartsWith(field + ":", StringComparison.Ordinal) || (field == "claimed" && problem.StartsWith("currency:", StringComparison.Ordinal)));
        var right = value.EndsWith('?') ? Value(table, row).Split(' ')[0] == value.Split(' ')[0] : Value(table, row) == value;

        if (doubt == "no") (right, doubted).ShouldBe((true, false), $"{Value(table, row)} {string.Join("; ", row.Problems)}");
        else if (doubt == "may") (right || doubted).ShouldBeTrue(Value(table, row));
        else doubted.ShouldBeTrue(Value(table, row));
    }

    private static string Value(string table, RegisterRow row) => table switch
    {
        "dates" => row.Date?.ToString() ?? "null",
        "births" => row.BirthYear?.ToString(CultureInfo.InvariantCulture) ?? "null",
        "sexes" => row.Sex?.ToString() ?? "null",
        "countries" => row.Country ?? "null",
        "sums" => row.Claimed is { } sum ? $"{sum.ToString("0.##", CultureInfo.InvariantCulture)} {row.Currency ?? "?"}" : "null ?",
        _ => row.Topics.Count == 0 ? "null" : string.Join(' ', row.Topics.Order(StringComparer.Ordinal)),
    };

    /// <summary>The cell stands last in a register whose other rows are plain, so that its habits are those of an office.</summary>
    private static RegisterRow Read(string table, string written)
    {
        const string Headings = "Дата;ФИО;Пол;Год рождения;Страна;Город;Вопрос;Сумма долга\n";
        var plain = string.Concat(Enumerable.Range(1, 24).Select(i =>
            $"{i:00}.{1 + (i % 12):00}.2023;{(i % 2 == 0 ? "Асанова Айгуль" : "Ким")};{(i % 2 == 0 ? "ж" : "м")};{1970 + i};{(i % 3 == 0 ? "Казахстан" : "Россия")};;зарплата;{(i % 4 == 0 ? "50000 руб." : i % 4 == 2 ? "20000 сом" : "")}\n"));
        string[] cells = ["12.05.2023", "Ким", "", "1988", "Россия", "", "зарплата", ""];
        if (table == "countries") (cells[4], cells[5]) = (written.Split('|')[0], written.Split('|')[1]);
        else cells[table switch { "dates" => 0, "sexes" => 2, "births" => 3, "topics" => 6, _ => 7 }] = written;
        return Readings.Read(Headings + plain + string.Join(';', cells.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\n").Rows[^1];
    }
}

/// <summary>One line of a table of habits.</summary>
internal sealed record Habit(string Written, string Value, string Doubt)
{
    public static IReadOnlyList<Habit> Of(string table) => File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Importing", "Habits", table + ".txt")).Select(line =>
    {
        var parts = line.Split('|');
        return table switch
        {
            "countries" => new Habit($"{parts[0]}|{parts[1]}", parts[2], parts[3]),
            "sums" => new Habit(parts[0], $"{parts[1]} {parts[2]}", parts[3]),
            _ => new Habit(parts[0], table == "topics" && parts[1] != "null" ? string.Join(' ', parts[1].Split(' ').Order(StringComparer.Ordinal)) : parts[1], parts[2]),
        };
    }).ToArray();
}
