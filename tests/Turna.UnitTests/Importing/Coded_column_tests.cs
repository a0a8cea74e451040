using Turna.Cases.Contracts;

namespace Turna.UnitTests.Importing;

/// <summary>Columns that no heading calls topics, filled with the codes that the register itself explains; and marks with words beside them.</summary>
public sealed class Coded_column_tests
{
    private const string Legend = "\"Коды: 1 - поиск работы; 2 - проверка агентства; 3 - невыплата зарплаты; 4 - запрет на въезд\"\n";

    private static RegisterRow[] Rows(string text) => [.. Readings.Read(text).Rows.Where(row => row.Status != RegisterRowStatus.Skipped)];

    [Fact]
    public void Under_a_heading_that_asks_for_a_code_they_are_topics_for_certain()
    {
        var rows = Rows($"{Legend}№;Дата;ФИО;Пол;Страна;Код\n1;12.01.2023;Асанова А.;ж;Россия;1\n2;13.01.2023;Ким С.;м;Россия;1,3\n3;14.01.2023;Ли О.;ж;Россия;4\n4;15.01.2023;Пак Г.;м;Россия;3\n");
        rows.Select(row => string.Join(',', row.Topics)).ShouldBe(["job_search", "job_search,wages", "reentry_ban", "wages"]);
        rows.ShouldAllBe(row => row.Status == RegisterRowStatus.Ok);
    }

    [Theory, InlineData("Детей"), InlineData("№ журнала"), InlineData("Код клиента"), InlineData("Код страны"), InlineData("Код услуги")]
    public void Small_numbers_of_another_kind_are_no_topics(string heading)
    {
        var rows = Rows($"{Legend}№;Дата;ФИО;Страна;{heading}\n1;12.01.2023;Асанова А.;Россия;1\n2;13.01.2023;Ким С.;Россия;3\n3;14.01.2023;Ли О.;Россия;4\n4;15.01.2023;Пак Г.;Россия;3\n");
        rows.ShouldAllBe(row => row.Status == RegisterRowStatus.Doubtful && row.Topics.Count == 0);
    }

    [Theory, InlineData("Код клиента"), InlineData("Код"), InlineData("Детей"), InlineData("Смена")]
    public void Beside_topics_in_words_no_code_adds_to_them(string heading)
    {
        var rows = Rows($"{Legend}№;Дата;ФИО;Страна;{heading};Вопрос\n1;12.01.2023;Асанова А.;Россия;3;пенсия\n2;13.01.2023;Ким С.;Россия;1;пенсия\n3;14.01.2023;Ли О.;Россия;4;пенсия\n4;15.01.2023;Пак Г.;Россия;2;пенсия\n");
        rows.ShouldAllBe(row => row.Topics.Count == 1 && row.Topics[0] == "pension");
    }

    [Fact]
    public void Letters_that_tell_the_sex_are_no_codes()
    {
        var rows = Rows("\"Коды: М - медицина; Ж - жилье; Р - поиск работы\"\nДата;ФИО;Кто;Страна\n12.01.2023;Асанова А.;Ж;Россия\n13.01.2023;Ким С.;М;Россия\n14.01.2023;Ли О.;Ж;Россия\n15.01.2023;Пак Г.;М;Россия\n");
        rows.Select(row => row.Sex).ShouldBe(['F', 'M', 'F', 'M']);
        rows.ShouldAllBe(row => row.Topics.Count == 0);
    }

    [Fact]
    public void Beside_a_column_of_codes_that_is_called_topics_no_other_is_one()
    {
        var rows = Rows($"{Legend}Дата;ФИО;Страна;Тема;Часов\n12.01.2023;Асанова А.;Россия;1;4\n13.01.2023;Ким С.;Россия;3;1\n14.01.2023;Ли О.;Россия;4;1\n15.01.2023;Пак Г.;Россия;3;2\n");
        rows.Select(row => row.Topics.ShouldHaveSingleItem()).ShouldBe(["job_search", "wages", "reentry_ban", "wages"]);
    }

    [Fact]
    public void A_sheet_of_abbreviations_makes_a_vague_heading_certain()
    {
        var book = new WorkbookMaker();
        book.Sheet("Дела").Row(1, "Дата", "ФИО", "Пол", "Страна", "Наруш.");
        foreach (var (at, code) in new[] { "НЗ", "НЗ, ДК", "УВ", "ДК" }.Index()) book.Row(at + 2, $"{at + 10}.05.2023", "Асанова Айгүл", "ж", "Казахстан", code);
        book.Sheet("Обозначения").Row(1, "НЗ", "невыплата зарплаты").Row(2, "ДК", "документы удерживают").Row(3, "УВ", "увольнение");
        var rows = Readings.Read(book.Make(), "register.xlsx").Rows.Where(row => row.Status != RegisterRowStatus.Skipped).ToArray();

        rows.Select(row => string.Join(',', row.Topics)).ShouldBe(["wages", "wages,documents_withheld", "dismissal", "documents_withheld"]);
        rows.ShouldAllBe(row => row.Status == RegisterRowStatus.Ok);
    }

    [Theory, InlineData("башка (жазыңыз)"), InlineData("Прочее (указать)"), InlineData("Other (please specify)")]
    public void What_is_written_beside_a_mark_is_a_further_matter(string rest)
    {
        var rows = Rows($"Дата;ФИО;Страна;Зарплата;Запрет въезда;{rest}\n12.01.2023;Асанова А.;Россия;+;;\n13.01.2023;Ким С.;Россия;;+;депортация\n14.01.2023;Ли О.;Россия;;;пенсия\n15.01.2023;Пак Г.;Россия;+;;\n");
        rows.Select(row => string.Join(',', row.Topics)).ShouldBe(["wages", "reentry_ban,deportation", "pension", "wages"]);
    }

    [Theory]
    [InlineData("работает без визы", "migration_law"), InlineData("депортация, кайра кете албай жатат", "deportation,reentry_ban"), InlineData("зарплата, см. № 14", "wages")]
    public void Words_that_look_like_another_topic_are_not_read_as_it(string written, string topics)
    {
        var row = Readings.Row($"Вопрос={written}");
        row.Topics.ShouldBe(topics.Split(','));
        row.Problems.Where(problem => problem.StartsWith("topics", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Theory, InlineData("ожог 10 см 2 степени"), InlineData("cannot see 2 children"), InlineData("қарамоғида 2 бола, пенсия")]
    public void A_number_that_stands_in_the_story_refers_to_no_entry(string written) => Readings.Row($"Вопрос={written}").RefersTo.ShouldBeNull();

    [Theory, InlineData("паспорту жараксыз"), InlineData("стаж не учитывается, пенсия"), InlineData("contract void")]
    public void What_is_void_in_the_story_takes_no_row_out(string written) => Readings.Row($"Вопрос={written}").Problems.ShouldNotContain(problem => problem.Contains("twice", StringComparison.Ordinal));

    [Fact]
    public void Why_somebody_came_home_is_a_matter_only_where_nothing_else_is_asked()
    {
        Rows("Күнү;Аты-жөнү;Өлкө;Кайтуу себеби\n12.01.2023;Асанова А.;Россия;айлык бербей койду\n13.01.2023;Ким С.;Россия;депортация\n").Select(row => row.Topics.ShouldHaveSingleItem()).ShouldBe(["wages", "deportation"]);
        Rows("Күнү;Аты-жөнү;Өлкө;Кайтуу себеби;Суроосу\n12.01.2023;Асанова А.;Россия;депортация;пенсия\n").ShouldHaveSingleItem().Topics.ShouldBe(["pension"]);
    }

    [Fact]
    public void A_reference_alone_tells_no_topic_and_stays_as_it_is_written()
    {
        var row = Readings.Row("Вопрос=см. № 14");
        row.Topics.ShouldBeEmpty();
        row.Text["Вопрос"].ShouldBe("см. № 14");
    }

    [Fact]
    public void Who_cares_for_a_child_for_pay_has_not_left_one_for_certain() => Readings.Row("Вопрос=бала карап иштеп, айлыгын алалбай жатат").Status.ShouldBe(RegisterRowStatus.Doubtful);
}
