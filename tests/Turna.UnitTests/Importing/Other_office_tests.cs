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

    [Theory, InlineData("Пол=+", "sex:"), InlineData("Пол=бала", "sex:"), InlineData("Год рожд.=?", "birthYear:"), InlineData("Год рожд.=+", "birthYear:"), InlineData("Страна=?", "country:")]
    public void A_sign_that_is_no_dash_says_something(string cell, string field) =>
        Readings.Row(cell).Problems.ShouldContain(problem => problem.StartsWith(field, StringComparison.Ordinal));

    [Theory, InlineData("Пол=—", "sex:"), InlineData("Год рожд.=-", "birthYear:"), InlineData("Страна=...", "country:"), InlineData("Сумма долга=–", "claimed:")]
    public void A_dash_says_nothing(string cell, string field) =>
        Readings.Row(cell).Problems.ShouldNotContain(problem => problem.StartsWith(field, StringComparison.Ordinal) && !problem.Contains("form of the name", StringComparison.Ordinal));
}
