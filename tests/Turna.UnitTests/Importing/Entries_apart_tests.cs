using System.Diagnostics;
using System.Text;
using Turna.Cases.BringingIn;
using Turna.Cases.Contracts;

namespace Turna.UnitTests.Importing;

/// <summary>Rows of several people are never read as the rows of one, and what belongs to one entry never goes to another.</summary>
public sealed class Entries_apart_tests
{
    private static RegisterRow[] Kept(string csv) => [.. Readings.Read(csv).Rows.Where(row => row.Status != RegisterRowStatus.Skipped)];

    [Fact]
    public void Many_tables_are_read_in_a_time_that_grows_with_the_rows()
    {
        var file = new StringBuilder();
        for (var table = 0; table < 4_000; table++)
        {
            file.Append(table % 2 == 0 ? "Дата;ФИО;Страна;Вопрос\n" : "ФИО;Дата;Вопрос;Страна\n");
            for (var row = 1; row < 5; row++) file.Append(table % 2 == 0 ? "12.01.2023;Асанова Айгүл;Россия;зарплата\n" : "Асанова Айгүл;12.01.2023;зарплата;Россия\n");
        }

        var bytes = Encoding.UTF8.GetBytes(file.ToString());
        var clock = Stopwatch.StartNew();
        var register = Readings.Read(bytes, options: Readings.Options with { MaximumRows = 100_000 });
        var layout = RegisterFile.LayoutOf(register, bytes, remembered: null);
        clock.Stop();
        register.Sheets.Count.ShouldBe(4_000);
        register.Rows.Count(row => row.Name == "Асанова Айгүл" && row.Country == "RU").ShouldBe(16_000);
        layout.Columns.Select(column => column.Heading).ShouldBe(["Дата", "ФИО", "Страна", "Вопрос"]);
        // It took many times as long when each table was studied by all the rows that waited; the bound leaves room for a busy machine.
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(15));
    }

    [Fact]
    public void A_table_is_studied_by_all_of_its_rows()
    {
        var early = string.Concat(Enumerable.Range(0, 600).Select(_ => "Асанова Айгүл;01/02/2023;зарплата;Россия\n"));
        var rows = Kept($"Дата;ФИО;Страна;Вопрос\n12.01.2023;Бекова Жылдыз;Россия;зарплата\n13.01.2023;Бекова Жылдыз;Россия;зарплата\nФИО;Дата;Вопрос;Страна\n{early}Асанова Айгүл;02/25/2023;зарплата;Россия\n");
        rows[2].Date.ToString().ShouldBe("2023-01-02");
    }
}
