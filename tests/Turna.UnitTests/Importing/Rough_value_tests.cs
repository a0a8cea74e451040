using Turna.Cases.Contracts;

namespace Turna.UnitTests.Importing;

/// <summary>Days, ages, sums, places and totals as people write them roughly.</summary>
public sealed class Rough_value_tests
{
    private static RegisterRow Row(string date, string name = "Асанова Айгуль") =>
        Readings.Read($"Дата;ФИО;Пол;Страна;Вопрос\n10.06.2023;Ким Ирина;ж;Россия;зарплата\n\"{date}\";\"{name}\";ж;Россия;зарплата\n11.06.2023;Ким Ирина;ж;Россия;зарплата\n").Rows[2];

    private static bool IsDoubted(RegisterRow row, string field) => row.Problems.Any(problem => problem.StartsWith(field + ":", StringComparison.Ordinal));

    [Theory]
    [InlineData("кон. марта 2023", "2023-03"), InlineData("начало мая", "2023-05"), InlineData("середина июля 2023", "2023-07"), InlineData("апрель айынын аягы", "2023-04"), InlineData("mart boshi", "2023-03"), InlineData("late-June 2023", "2023-06"), InlineData("мар.23", "2023-03")]
    [InlineData("7 число, апрель", "2023-04-07")]
    public void A_rough_day_gives_what_it_names_and_is_doubted(string written, string day)
    {
        var row = Row(written);
        row.Date?.ToString().ShouldBe(day);
        IsDoubted(row, "date").ShouldBeTrue();
    }

    [Theory, InlineData("12 05 23", "2023-05-12"), InlineData("12 05 2023", "2023-05-12")]
    public void Spaces_part_a_day_as_points_do(string written, string day) => Row(written).Date?.ToString().ShouldBe(day);

    [Theory, InlineData("мар 23", "2023-03-23"), InlineData("23 мар", "2023-03-23")]
    public void A_day_behind_its_month_stays_a_day(string written, string day) => Row(written).Date?.ToString().ShouldBe(day);

    [Theory, InlineData("24 yrs", 1999), InlineData("24 yrs old", 1999), InlineData("24 y/o", 1999), InlineData("24 (на 01.01.2023)", 1998), InlineData("24 года (на 01.06.2022)", 1998)]
    public void An_age_is_counted_from_the_day_it_names(string written, int year)
    {
        var row = Readings.Row("Пол=ж", "Страна=Россия", $"Возраст={written}");
        row.BirthYear.ShouldBe(year);
        IsDoubted(row, "birthYear").ShouldBeTrue();
    }

    [Theory, InlineData("Жумабаева Гүлзат, ок. 30 лет", 1993), InlineData("Жумабаева Гүлзат, примерно 30 лет", 1993), InlineData("Жумабаева Гүлзат, 30 yrs", 1993)]
    public void About_an_age_beside_the_name_is_read(string name, int year)
    {
        var row = Row("15.05.2023", name);
        (row.Name, row.BirthYear).ShouldBe(("Жумабаева Гүлзат", (int?)year));
    }

    [Fact]
    public void A_year_beside_the_name_counts_before_an_age()
    {
        var row = Readings.Row("ФИО=Жумабаева Гүлзат, 1999 г.р.", "Пол=ж", "Страна=Россия", "Возраст=23");
        (row.BirthYear, IsDoubted(row, "birthYear")).ShouldBe((1999, false));
        IsDoubted(Readings.Row("ФИО=Жумабаева Гүлзат, 1999 г.р.", "Пол=ж", "Страна=Россия", "Возраст=40"), "birthYear").ShouldBeTrue();
    }

    [Theory, InlineData("КР, г. Ош", "собирается в Польшу, какие документы", "PL"), InlineData("Бишкек", "Хочет в Корею, курсы", "KR"), InlineData("Россия", "хочет в Корею", "RU"), InlineData("Бишкек", "зарплата", "KG")]
    public void Who_is_at_home_asks_about_the_country_she_goes_to(string country, string story, string code) => Readings.Row($"Страна={country}", $"Вопрос={story}").Country.ShouldBe(code);

    [Theory, InlineData("Саратовская обл."), InlineData("Волгогр. обл."), InlineData("Ворон. обл."), InlineData("Красноярск. край")]
    public void A_region_of_russia_is_in_russia(string written) => Readings.Row($"Страна={written}").Country.ShouldBe("RU");

    [Theory, InlineData("2000у.е."), InlineData("2000 у.е."), InlineData("2000 уе")]
    public void Conventional_units_are_dollars(string written)
    {
        var row = Readings.Row($"Сумма долга={written}");
        (row.Claimed, row.Currency, IsDoubted(row, "claimed")).ShouldBe((2000, "USD", true));
    }

    [Theory, InlineData("из них женщин", "5"), InlineData("в т.ч. повторно", "3"), InlineData("алардын ичинен аялдар", "4"), InlineData("of which women", "2")]
    public void A_part_of_a_total_is_no_entry(string words, string number) =>
        Readings.Read($"№;Дата;ФИО;Вопрос\n1;15.05.2023;Ким Ирина;зарплата\nИтого;8;;\n{words};{number};;\n").Rows[3].Status.ShouldBe(RegisterRowStatus.Skipped);

    [Fact]
    public void Who_left_and_when_is_no_day_of_the_contact()
    {
        var row = Readings.Read("Поступила;Выбыла;ФИО;Пол;Страна;Вопрос\n15.05.2023;20.06.2023;Ким Ирина;ж;Россия;зарплата\n").Rows[1];
        (row.Date?.ToString(), row.Status).ShouldBe(("2023-05-15", RegisterRowStatus.Ok));
    }

    [Theory, InlineData("Айлык төлөнбөйт", "ооба", "wages", false), InlineData("Увольнение", "V", "dismissal", false), InlineData("Документы", "+", "civil_documents", true)]
    public void A_mark_under_the_name_of_a_topic_needs_no_look(string heading, string mark, string topic, bool doubted)
    {
        var row = Readings.Read($"Дата;ФИО;Пол;Страна;{heading}\n15.05.2023;Ким Ирина;ж;Россия;{mark}\n").Rows[1];
        row.Topics.ShouldBe([topic]);
        IsDoubted(row, "topics").ShouldBe(doubted);
    }
}
