using Turna.Cases.Contracts;

namespace Turna.UnitTests.Importing;

/// <summary>Sums without a currency in a register where few sums have one.</summary>
public sealed class Unwritten_currency_tests
{
    private const string Headings = "Дата;ФИО;Пол;Страна;Вопрос;Сумма долга\n15.05.2023;Асанова Айгуль;ж;Корея;зарплата;2500 долларов\n";

    [Theory, InlineData("Россия", "RUB"), InlineData("Казахстан", "KZT"), InlineData("Турция", "TRY")]
    public void The_currency_of_the_country_is_nearer_than_that_of_other_rows(string country, string currency)
    {
        var row = Last($"16.05.2023;Ким Наталья;ж;{country};зарплата;112000");
        row.Currency.ShouldBe(currency);
        row.Problems.ShouldContain(problem => problem.StartsWith("currency:", StringComparison.Ordinal));
    }

    [Fact]
    public void Where_no_country_is_written_the_other_rows_speak()
    {
        var row = Last("16.05.2023;Ким Наталья;ж;;зарплата;1200");
        row.Currency.ShouldBe("USD");
        row.Problems.ShouldContain(problem => problem.StartsWith("currency:", StringComparison.Ordinal));
    }

    [Theory, InlineData("Журнал приёма, март – май 2023. Суммы в рублях РФ, если не указано другое"), InlineData("Все суммы в рублях;;"), InlineData("Register 2023, amounts in RUB")]
    public void What_the_title_says_of_all_sums_holds_for_those_without_a_currency(string title)
    {
        var row = Readings.Read($"{title}\n{Headings}16.05.2023;Ким Наталья;ж;Турция;зарплата;112000\n").Rows[^1];
        row.Currency.ShouldBe("RUB");
        row.Problems.ShouldNotContain(problem => problem.StartsWith("currency:", StringComparison.Ordinal));
    }

    [Theory, InlineData("Проект UNDP, сумма гранта 20000 долларов США"), InlineData("Сумма гранта в долларах США")]
    public void What_one_sum_in_the_title_is_of_says_nothing_of_all(string title)
    {
        var row = Readings.Read($"{title}\nДата;ФИО;Пол;Страна;Вопрос;Сумма долга\n16.05.2023;Ким Наталья;ж;Турция;зарплата;112000\n").Rows[^1];
        row.Currency.ShouldBe("TRY");
        row.Problems.ShouldContain(problem => problem.StartsWith("currency:", StringComparison.Ordinal));
    }

    private static RegisterRow Last(string line) => Readings.Read(Headings + line + "\n").Rows[^1];
}
