using Turna.Cases.Contracts;

namespace Turna.UnitTests.Importing;

/// <summary>Sheets that hold several tables below each other, each with headings of its own.</summary>
public sealed class Several_tables_tests
{
    private const string First = "№;Дата;ФИО;Телефон;Страна;Вопрос;Долг\n1;12.01.2023;Асанова Айгүл;0555 11 22 33;Россия;зарплата;45000 руб\n2;13.01.2023;Бекова Жылдыз;0555 11 22 44;Казахстан;документы забрали;\n";

    private static RegisterRow[] Entries(string csv) => [.. Readings.Read(csv).Rows.Where(row => row.Status != RegisterRowStatus.Skipped)];

    [Theory]
    [InlineData("№;Ф.И.О.;Вопрос;Дата приёма;Страна;Получено;Должны\n3;Турдалиева Нура;зарплата;14.07.2023;Россия;5000 руб;20000 руб\n")]
    [InlineData("\n\nТаблица 2. Июль – декабрь;;;;;;\n№;Ф.И.О.;Вопрос;Дата приёма;Страна;Получено;Должны\n3;Турдалиева Нура;зарплата;14.07.2023;Россия;5000 руб;20000 руб\n")]
    [InlineData("Итого;2;;;;;45000\nАты-жөнү;Маселе;Күнү;Өлкө;Карыз;Кайтарылды\nТурдалиева Нура;айлык;14.07.2023;Россия;20000 руб;5000 руб\n")]
    [InlineData("Client;Issue;Date;Country;Returned;Amount owed\nТурдалиева Нура;зарплата;14.07.2023;Россия;5000 руб;20000 руб\n")]
    public void A_table_below_with_columns_in_another_order_is_read_by_its_own_headings(string second)
    {
        var rows = Entries(First + second);
        rows.Length.ShouldBe(3);
        var last = rows[2];
        (last.Name, last.Date?.ToString(), last.Country, last.Claimed, last.Recovered).ShouldBe(("Турдалиева Нура", "2023-07-14", "RU", 20000m, 5000m));
        (rows[0].Name, rows[0].Claimed).ShouldBe(("Асанова Айгүл", 45000m));
    }

    [Fact]
    public void The_fuller_headings_below_do_not_swallow_the_entries_above()
    {
        var rows = Entries("Дата;ФИО;Вопрос\n12.01.2023;Асанова Айгүл;зарплата\n13.01.2023;Бекова Жылдыз;запрет въезда\n№;ФИО;Телефон;Пол;Г.р.;Дата;Вопрос;Страна;Долг\n1;Турдалиева Нура;0555 11 22 33;ж;1990;14.07.2023;зарплата;Россия;20000 руб\n");
        rows.Select(row => row.Name).ShouldBe(["Асанова Айгүл", "Бекова Жылдыз", "Турдалиева Нура"]);
    }

    [Fact]
    public void Two_sums_that_change_places_on_a_later_page_are_not_mixed_up()
    {
        var rows = Entries("№;Дата;ФИО;Страна;Вопрос;Долг;Взыскано\n1;12.01.2023;Асанова Айгүл;Россия;зарплата;45000 руб;15000 руб\n№;Дата;ФИО;Страна;Вопрос;Взыскано;Долг\n2;13.01.2023;Бекова Жылдыз;Россия;зарплата;10000 руб;30000 руб\n");
        rows.Select(row => (row.Claimed, row.Recovered)).ShouldBe([(45000m, 15000m), (30000m, 10000m)]);
    }

    [Theory]
    [InlineData("№;Дата;ФИО;Телефон;Страна;Вопрос;Долг\n"), InlineData("т/н;күнү;аты-жөнү;телефону;өлкө;маселе;карыз\n"), InlineData("№;ДАТА;ФИО;ТЕЛ.;СТРАНА;ВОПРОС;ДОЛГ\n")]
    public void Headings_printed_again_or_in_another_language_begin_no_table(string again)
    {
        var register = Readings.Read($"{First}{again}3;14.01.2023;Турдалиева Нура;0555 11 22 55;Россия;зарплата;20000 руб\n");
        register.Sheets.Count.ShouldBe(1);
        register.Rows.Count(row => row.Status != RegisterRowStatus.Skipped).ShouldBe(3);
    }

    [Fact]
    public void A_table_below_without_a_day_is_rejected_and_said()
    {
        var register = Readings.Read(First + "ФИО;Телефон;Вопрос\nТурдалиева Нура;0555 11 22 55;зарплата\n");
        register.Rows[^1].Status.ShouldBe(RegisterRowStatus.Rejected);
        register.Rows[^1].Problems.ShouldContain(problem => problem.Contains("without a column for the day", StringComparison.Ordinal));
        register.Notices.ShouldContain(notice => notice.Contains("without a column for the day", StringComparison.Ordinal));
    }

    [Fact]
    public void A_meaning_given_by_hand_holds_for_the_heading_in_every_table()
    {
        var mapping = new Dictionary<string, RegisterField>(StringComparer.Ordinal) { ["Кто"] = RegisterField.Name, ["Страна"] = RegisterField.Country };
        var file = System.Text.Encoding.UTF8.GetBytes("Дата;Кто;Страна;Вопрос\n12.01.2023;Асанова Айгүл;Россия;зарплата\n13.01.2023;Бекова Жылдыз;Россия;зарплата\nВопрос;Дата;Страна;Кто\nзарплата;14.07.2023;Казахстан;Турдалиева Нура\n");
        Readings.Read(file, options: Readings.Options with { Mapping = mapping }).Rows.Where(row => row.Status != RegisterRowStatus.Skipped)
            .Select(row => (row.Name, row.Country)).ShouldBe([("Асанова Айгүл", "RU"), ("Бекова Жылдыз", "RU"), ("Турдалиева Нура", "KZ")]);
    }

    [Fact]
    public void An_entry_over_the_headings_is_rejected_and_not_passed_over()
    {
        var register = Readings.Read("12.01.2023;Асанова Айгүл;Россия;зарплата\nДата;ФИО;Страна;Вопрос\n13.01.2023;Бекова Жылдыз;Россия;зарплата\n");
        register.Rows[0].Status.ShouldBe(RegisterRowStatus.Rejected);
        register.Rows[0].Text.Values.ShouldContain("Асанова Айгүл");
    }

    [Fact]
    public void A_month_over_the_lower_table_holds_for_its_days()
    {
        var rows = Entries("Журнал за 2023 год\nЯнварь\nДата;ФИО;Страна;Вопрос\n12;Асанова Айгүл;Россия;зарплата\n13;Бекова Жылдыз;Россия;зарплата\nМарт\nФИО;Дата;Вопрос;Страна\nТурдалиева Нура;14;зарплата;Россия\n");
        rows.Select(row => row.Date?.ToString()).ShouldBe(["2023-01-12", "2023-01-13", "2023-03-14"]);
    }

    [Fact]
    public void Two_months_over_a_table_name_no_month_for_a_bare_day()
    {
        var rows = Entries("Журнал за 2023 год\nДата;ФИО;Страна;Вопрос\n12.01.2023;Асанова Айгүл;Россия;зарплата\n13.01.2023;Бекова Жылдыз;Россия;зарплата\nТаблица 2. Июль – декабрь\nФИО;Дата;Вопрос;Страна\nТурдалиева Нура;14;зарплата;Россия\n");
        rows[2].Date.ShouldBeNull();
    }

    [Fact]
    public void The_lower_table_of_a_long_sheet_is_read_as_well()
    {
        var many = string.Concat(Enumerable.Range(0, 21_000).Select(i => $"{i};12.01.2023;Асанова Айгүл;0555 11 22 33;Россия;зарплата;\n"));
        var register = Readings.Read(System.Text.Encoding.UTF8.GetBytes($"{First}{many}ФИО;Вопрос;Дата;Страна\nТурдалиева Нура;зарплата;14.07.2023;Россия\n"), options: Readings.Options with { MaximumRows = 100_000 });
        (register.Sheets.Count, register.Rows[^1].Name).ShouldBe((2, "Турдалиева Нура"));
    }
}
