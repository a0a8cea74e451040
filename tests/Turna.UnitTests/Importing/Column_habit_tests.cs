using Turna.Cases.Contracts;

namespace Turna.UnitTests.Importing;

/// <summary>What the headings and the whole of a column say of each cell in it.</summary>
public sealed class Column_habit_tests
{
    [Theory]
    [InlineData("Сумма, тыс. руб.", "71,5", 71500, "RUB")]
    [InlineData("Сумма долга (сом)", "71500", 71500, "KGS")]
    [InlineData("Сумма задолженности, млн тенге", "2", 2000000, "KZT")]
    public void A_unit_in_the_heading_holds_for_the_column(string heading, string written, int sum, string currency)
    {
        var row = Readings.Row("Страна=Россия", "Пол=ж", $"{heading}={written}");
        (row.Claimed, row.Currency, row.Status).ShouldBe((sum, currency, RegisterRowStatus.Ok));
    }

    [Fact]
    public void A_sum_too_large_for_thousands_is_doubtful()
    {
        var row = Readings.Row("Страна=Россия", "Сумма, тыс. руб.=50 000");
        row.Claimed.ShouldBe(50000m);
        row.Problems.ShouldContain(problem => problem.StartsWith("claimed:"));
    }

    [Fact]
    public void The_legend_of_a_heading_tells_what_numbers_mean() =>
        Readings.Row("Пол (1-муж, 2-жен)=2").Sex.ShouldBe('F');

    [Fact]
    public void A_second_column_that_says_something_else_is_named() =>
        Readings.Read("Дата;ФИО;Вопрос;Страна;Страна\n15.05.2023;Ким;зарплата;Россия;Казахстан\n").Rows[1].Problems.ShouldContain(problem => problem.StartsWith("country:"));

    [Fact]
    public void A_mark_under_a_topic_proposes_it()
    {
        var row = Readings.Read("Дата;ФИО;Страна;Зарплата;Насилие\n15.05.2023;Ким;Россия;;+\n").Rows[1];
        row.Topics.ShouldBe(["gbv"]);
        row.Problems.ShouldContain(problem => problem.StartsWith("topics:"));
    }

    [Theory]
    [InlineData("ФИО, г.р., тел.=Асанова Айгуль, 1988", "birthYear:")]
    [InlineData("Долг/возвращено=50000/10000", "claimed:")]
    public void What_else_a_compound_heading_asks_for_is_not_passed_over(string cell, string problem) =>
        Readings.Row("Пол=ж", cell).Problems.ShouldContain(said => said.StartsWith(problem, StringComparison.Ordinal));

    [Theory]
    [InlineData("кечки 6дан кийин чалыңыз")]
    [InlineData("faqat kechqurun qoʻngʻiroq qiling")]
    [InlineData("звонить после 6 вечера")]
    public void An_hour_that_may_be_morning_or_evening_is_read_by_a_person(string remark) =>
        Readings.Row($"Примечание={remark}").SafeContact.ShouldHaveSingleItem().Kind.ShouldBe(SafeContactKind.ReadFirst);

    [Fact]
    public void A_visit_in_an_impossible_year_stops_nothing() =>
        Readings.Row("Дата=12.05.0023", "Возраст=35").Problems.ShouldContain(problem => problem.StartsWith("date:"));
}
