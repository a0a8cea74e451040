using Turna.Cases.Contracts;

namespace Turna.UnitTests.Importing;

/// <summary>Habits of offices that kept their registers unlike the samples: what may be another thing must not be read as certain.</summary>
public sealed class Other_office_tests
{
    [Theory, InlineData("#REF!"), InlineData("#DIV/0!"), InlineData("=F1*2→")]
    public void An_error_or_a_formula_never_computed_is_doubted(string cell)
    {
        var file = new WorkbookMaker().Sheet("2023").Row(1, "Дата", "ФИО", "Пол", "Страна", "Вопрос", "Сумма долга")
            .Row(2, "15.05.2023", "Ким", "м", "Россия", "зарплата", cell).Make();
        var row = Readings.Read(file, "register.xlsx").Rows[1];
        row.Claimed.ShouldBeNull();
        row.Problems.ShouldContain(problem => problem.StartsWith("claimed:", StringComparison.Ordinal));
        row.Text.Keys.ShouldContain("Сумма долга");
    }

    [Fact]
    public void A_row_of_formulas_never_computed_is_empty()
    {
        var file = new WorkbookMaker().Sheet("2023").Row(1, "Дата", "ФИО", "Вопрос", "Сумма долга").Row(2, "15.05.2023", "Ким", "зарплата", null)
            .Row(3, null, null, null, "=A3→").Row(4, "16.05.2023", "Ли", "зарплата", null).Make();
        Readings.Read(file, "register.xlsx").Rows[2].Status.ShouldBe(RegisterRowStatus.Skipped);
    }

    [Theory, InlineData("Сумма долга", "#ДЕЛ/0!", "claimed"), InlineData("Дата", "#ССЫЛКА!", "date"), InlineData("Год рожд.", "#ЗНАЧ!", "birthYear"), InlineData("Страна", "#Н/Д", "country"), InlineData("ФИО", "#ИМЯ?", "name"), InlineData("Дата", "########", "date")]
    public void An_error_saved_as_text_is_no_value(string heading, string written, string field)
    {
        var row = Readings.Row($"{heading}={written}");
        row.Problems.ShouldContain(problem => problem.StartsWith(field + ":", StringComparison.Ordinal));
        (row.Claimed, row.BirthYear, row.Country).ShouldBe((null, null, null));
        if (field == "name") row.Name.ShouldBeNull();
        row.Text[heading].ShouldBe(written);
    }

    [Theory]
    [InlineData("Предыдущая страна", "Казахстан"), InlineData("Планируемая страна", "Корея"), InlineData("Страна назначения ранее", "Турция")]
    public void A_country_of_another_time_is_not_where_she_is(string heading, string country)
    {
        var row = Readings.Row("Пол=ж", $"{heading}={country}");
        row.Country.ShouldBeNull();
        row.Text[heading].ShouldBe(country);
        Readings.Row($"{heading}={country}", "Страна=Россия").Country.ShouldBe("RU");
    }

    [Theory]
    [InlineData("Долг за аренду", "15000 руб"), InlineData("Возвращено ранее", "15000 руб"), InlineData("Сумма штрафа", "15000 руб")]
    public void A_sum_of_another_matter_is_neither_claimed_nor_recovered(string heading, string written)
    {
        var row = Readings.Row("Пол=ж", $"{heading}={written}");
        (row.Claimed, row.Recovered).ShouldBe((null, null));
        row.Text[heading].ShouldBe(written);
    }

    [Fact]
    public void The_phone_of_a_husband_in_a_column_of_its_own_is_not_hers() =>
        Readings.Row("Телефон=0555111222", "Телефон мужа=0777333444").Phones.ShouldHaveSingleItem().Number.ShouldBe("+996555111222");

    [Fact]
    public void The_subject_of_a_training_is_no_question() =>
        Readings.Read("Дата;ФИО;Вопрос;Тема тренинга\n15.05.2023;Ким;зарплата;гендерное насилие\n").Rows[1].Topics.ShouldBe(["wages"]);

    [Theory, InlineData("Сумма долга;Сумма иска"), InlineData("Сумма иска;Сумма долга")]
    public void Two_columns_of_one_kind_that_differ_are_doubted(string headings) =>
        Readings.Read($"Дата;ФИО;Пол;Страна;Вопрос;{headings}\n15.05.2023;Ким;м;Россия;зарплата;50000 руб;70000 руб\n").Rows[1].Problems.ShouldContain(problem => problem.StartsWith("claimed:", StringComparison.Ordinal));

    [Theory, InlineData("Пол=+", "sex:"), InlineData("Пол=бала", "sex:"), InlineData("Год рожд.=?", "birthYear:"), InlineData("Год рожд.=+", "birthYear:"), InlineData("Страна=?", "country:")]
    public void A_sign_that_is_no_dash_says_something(string cell, string field) =>
        Readings.Row(cell).Problems.ShouldContain(problem => problem.StartsWith(field, StringComparison.Ordinal));

    [Theory, InlineData("Пол=—", "sex:"), InlineData("Год рожд.=-", "birthYear:"), InlineData("Страна=...", "country:"), InlineData("Сумма долга=–", "claimed:")]
    public void A_dash_says_nothing(string cell, string field) =>
        Readings.Row(cell).Problems.ShouldNotContain(problem => problem.StartsWith(field, StringComparison.Ordinal) && !problem.Contains("form of the name", StringComparison.Ordinal));

    [Theory, InlineData("Кто звонил", "К взысканию (сом)", "Кайсы өлкөдө")]
    public void Other_headings_are_understood(string name, string sum, string country)
    {
        var row = Readings.Read($"Дата;{name};Пол;{country};Вопрос;{sum}\n15.05.2023;Азиз;м;Кыргызстан;зарплата;5000\n").Rows[1];
        (row.Name, row.Country, row.Claimed, row.Currency, row.Status).ShouldBe(("Азиз", "KG", 5000m, "KGS", RegisterRowStatus.Ok));
    }
}
