namespace Turna.UnitTests.Importing;

/// <summary>Days with a time or a weekday beside them, and ages that nobody knew for certain.</summary>
public sealed class Loose_day_and_age_tests
{
    [Theory]
    [InlineData("11 янв., 15:40", "2023-01-11"), InlineData("14 февраля 9:05", "2023-02-14"), InlineData("3-март, саат 10:30", "2023-03-03"), InlineData("понед. 16.01.2023", "2023-01-16"), InlineData("четв. 2.03.2023", "2023-03-02")]
    [InlineData("Mon 16 Jan 2023", "2023-01-16"), InlineData("вторн., 7 февр.", "2023-02-07"), InlineData("22-январь", "2023-01-22"), InlineData("Feb 10, 2023", "2023-02-10"), InlineData("шарш. 15.02.2023", "2023-02-15")]
    public void A_day_is_read_beside_a_weekday_and_a_time(string written, string day) => Rows(written).ShouldBe(day);

    [Theory, InlineData("март"), InlineData("мар"), InlineData("май")]
    public void A_month_is_no_weekday(string month) => Rows($"5 {month} 2023")![8..].ShouldBe("05");

    [Theory]
    [InlineData("37-38", 1986), InlineData("лет 30-35", 1993), InlineData("за 50", 1973), InlineData("за 40 лет", 1983), InlineData("ок. 40", 1983), InlineData("около 30", 1993), InlineData("35 (со слов)", 1988), InlineData("35, со слов сестры", 1988)]
    [InlineData("25 на вид", 1998), InlineData("40 с лишним", 1983), InlineData("50дөн ашкан", 1973), InlineData("28 жаш (өз сөзү)", 1995)]
    public void An_age_that_is_not_certain_is_read_and_doubted(string written, int born)
    {
        var row = Readings.Row($"Возраст={written}");
        row.BirthYear.ShouldBe(born);
        row.Problems.ShouldContain(problem => problem.StartsWith("birthYear:", StringComparison.Ordinal));
    }

    private static string? Rows(string written) => Readings.Read($"Дата;ФИО;Вопрос\n10.05.2023;Асанова Айгүл;зарплата\n11.05.2023;Бекова Жылдыз;травма\n\"{written}\";Эсенова Гүлнара;травма\n").Rows[3].Date?.ToString();
}
