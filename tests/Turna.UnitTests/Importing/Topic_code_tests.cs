using Turna.Cases.Contracts;

namespace Turna.UnitTests.Importing;

/// <summary>Registers that write topics as codes of their own and explain them elsewhere; tables beside the entries; sums counted in thousands.</summary>
public sealed class Topic_code_tests
{
    private static readonly (string Code, string Meaning)[] Codes = [("З", "Зарплата"), ("Д", "Документы забрал работодатель"), ("В2", "Запрет въезда"), ("Н", "Насилие")];

    private static WorkbookMaker Entries(WorkbookMaker book, params string[] topics)
    {
        book.Sheet("Журнал").Row(1, "Дата", "ФИО", "Пол", "Страна", "Вопрос");
        for (var i = 0; i < topics.Length; i++) book.Row(i + 2, $"{i + 10}.05.2023", "Асанова Айгүл", "ж", "Россия", topics[i]);
        return book;
    }

    private static WorkbookMaker Legend(WorkbookMaker book, string tab, params object[] headings)
    {
        book.Sheet(tab).Row(1, headings);
        for (var i = 0; i < Codes.Length; i++) book.Row(i + 2, Codes[i].Code, Codes[i].Meaning);
        return book;
    }

    private static RegisterRow[] Rows(byte[] file) => [.. Readings.Read(file, "register.xlsx").Rows.Where(row => row.Status != RegisterRowStatus.Skipped)];

    [Theory, InlineData("Справочник", "Код", "Значение"), InlineData("Коды", "№", "Расшифровка"), InlineData("Legend", "Code", "Meaning"), InlineData("Түшүндүрмө", "Белги", "Маани")]
    public void Codes_are_read_by_the_sheet_that_explains_them(string tab, string code, string meaning)
    {
        foreach (var file in new[] { Legend(Entries(new WorkbookMaker(), "З", "Д, З", "В2; Н", "З/Н"), tab, code, meaning).Make(), Entries(Legend(new WorkbookMaker(), tab, code, meaning), "З", "Д, З", "В2; Н", "З/Н").Make() })
        {
            var rows = Rows(file);
            rows.Select(row => string.Join(',', row.Topics.Order(StringComparer.Ordinal))).ShouldBe(["wages", "documents_withheld,wages", "gbv,reentry_ban", "gbv,wages"]);
            rows.ShouldAllBe(row => row.Status == RegisterRowStatus.Ok);
            rows.Select(row => row.Restricted).ShouldBe([false, false, true, true]);
        }
    }

    [Fact]
    public void Words_beside_a_code_are_read_as_words_and_an_unknown_code_is_doubted()
    {
        var rows = Rows(Legend(Entries(new WorkbookMaker(), "З", "Н", "З + школа детей", "Х9", "З, Х9"), "Коды", "Код", "Значение").Make());
        rows[2].Topics.ShouldBe(["wages", "child_school"]);
        rows[3].Status.ShouldBe(RegisterRowStatus.Doubtful);
        rows[4].Status.ShouldBe(RegisterRowStatus.Doubtful);
    }

    [Theory, InlineData("Коды: 1 – зарплата; 2 – запрет въезда; 3 – насилие"), InlineData("1 - зарплата, 2 - запрет въезда, 3 - насилие"), InlineData("Вопрос: 1=зарплата; 2=запрет въезда; 3=насилие")]
    public void A_line_over_the_headings_may_explain_them(string line)
    {
        var rows = Readings.Read($"\"{line}\"\nДата;ФИО;Страна;Вопрос\n12.05.2023;Асанова Айгүл;Россия;1\n13.05.2023;Асанова Айгүл;Россия;2,3\n").Rows.Skip(2);
        rows.Select(row => string.Join(',', row.Topics)).ShouldBe(["wages", "reentry_ban,gbv"]);
    }

    [Fact]
    public void A_code_that_is_explained_twice_is_not_read()
    {
        var rows = Rows(Entries(new WorkbookMaker(), "З", "З").Sheet("Коды").Row(1, "З", "Зарплата").Row(2, "З", "Здоровье").Row(3, "Н", "Насилие").Row(4, "Д", "Депортация").Make());
        rows.ShouldAllBe(row => row.Status == RegisterRowStatus.Doubtful);
    }

    private static byte[] Beside(string headingBeside, params (string, object)[] beside)
    {
        var book = new WorkbookMaker().Sheet("Журнал").Row(1, "Дата", "ФИО", "Страна", "Вопрос", "Примечание", null, headingBeside);
        for (var i = 0; i < 8; i++)
            book.Row(i + 2, $"{i + 10}.05.2023", "Асанова Айгүл", "Россия", "зарплата", null, null, i < beside.Length ? beside[i].Item1 : null, i < beside.Length ? beside[i].Item2 : null);
        return book.Make();
    }

    [Theory, InlineData("Свод по темам"), InlineData("Тема"), InlineData("Summary by issue"), InlineData("Маселелер")]
    public void A_table_of_numbers_beside_the_entries_is_not_theirs(string heading)
    {
        var register = Readings.Read(Beside(heading, ("запрет въезда", 3), ("депортация", 2), ("здоровье", 4), ("Итого", 9)), "register.xlsx");
        var rows = register.Rows.Where(row => row.Status != RegisterRowStatus.Skipped).ToArray();
        rows.Length.ShouldBe(8);
        rows.ShouldAllBe(row => row.Topics.Single() == "wages" && !row.Text.Values.Contains("депортация"));
        register.Notices.ShouldContain(notice => notice.Contains("beside the entries", StringComparison.Ordinal));
    }

    [Fact]
    public void Columns_behind_an_empty_one_stay_when_every_entry_fills_them()
    {
        var book = new WorkbookMaker().Sheet("Журнал").Row(1, "Дата", "ФИО", "Страна", "Вопрос", null, "Долг", "Валюта");
        for (var i = 0; i < 6; i++) book.Row(i + 2, $"{i + 10}.05.2023", "Асанова Айгүл", "Россия", "зарплата", null, 45000 + i, "RUB");
        Readings.Read(book.Make(), "register.xlsx").Rows.Skip(1).ShouldAllBe(row => row.Claimed > 45000 - 1 && row.Currency == "RUB");
    }

    [Theory, InlineData("Журнал", "Owed (000)", 71500), InlineData("Журнал", "Долг, тыс. руб.", 71500), InlineData("Все суммы в тысячах рублей", "Долг", 71500), InlineData("Amounts in thousands of the currency shown", "Owed", 71500), InlineData("Суммалар миң сом менен", "Карыз", 71500)]
    public void Thousands_may_be_said_by_the_heading_or_over_the_table(string title, string heading, int amount)
    {
        var row = Readings.Read($"{title}\nДата;ФИО;Страна;Вопрос;{heading};Валюта\n12.05.2023;Асанова Айгүл;Россия;зарплата;71,5;RUB\n").Rows[^1];
        (row.Claimed, row.Problems.Any(problem => problem.StartsWith("claimed", StringComparison.Ordinal))).ShouldBe((amount, false));
    }

    [Fact]
    public void Received_over_nothing_but_days_is_the_day()
    {
        var row = Readings.Read("Received;Client;Country;Issue\n12.05.2023;Асанова Айгүл;Россия;зарплата\n13.05.2023;Асанова Айгүл;Россия;зарплата\n").Rows[^1];
        (row.Date?.ToString(), row.Problems.Any(problem => problem.StartsWith("date", StringComparison.Ordinal))).ShouldBe(("2023-05-13", false));
    }
}
