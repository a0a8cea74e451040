using Turna.Cases.Contracts;
using Turna.Kernel;

namespace Turna.UnitTests.Importing;

/// <summary>Rows of registers whose values were taken for certain, taken out, or lost without a word.</summary>
public sealed class Silent_row_tests
{
    [Theory, InlineData("0556410022"), InlineData("0556 410022"), InlineData("556410022"), InlineData("0556-41-00-22")]
    public void A_telephone_among_the_sums_is_no_sum(string written)
    {
        var row = Readings.Row($"Сумма долга={written}", "Страна=Россия");
        row.Claimed.ShouldBeNull();
        row.Problems.ShouldContain(problem => problem.StartsWith("claimed:", StringComparison.Ordinal));
        row.Text["Сумма долга"].ShouldBe(written);
    }

    [Theory, InlineData("556000000", 556_000_000), InlineData("250 000 000 сум", 250_000_000), InlineData("99999999", 99_999_999)]
    public void A_large_sum_is_one(string written, int sum) => Readings.Row($"Сумма долга={written}", "Страна=Россия").Claimed.ShouldBe(sum);

    [Theory, InlineData("1-жарым жылдык боюнча жыйынтык:"), InlineData("За 1 полугодие всего"), InlineData("2-чейрек боюнча жыйынтыгы"), InlineData("По I кварталу итого:"), InlineData("Неделя 3 итого")]
    public void A_total_of_a_span_of_time_is_no_consultation(string words)
    {
        var read = Readings.Read($"№;Дата;ФИО;Возраст;Вопрос;Сумма долга;Возвращено\n1;15.05.2023;Асанова Айгуль;;зарплата;1000 сом;\n;{words};;38 кайрылуу;;1164000;370000\n");
        read.Rows[^1].Status.ShouldBe(RegisterRowStatus.Skipped);
    }

    [Theory, InlineData("Эшимов Нурлан и жена Эшимова Динара"), InlineData("Эшимов Нурлан, жена Эшимова Динара"), InlineData("Эшимов Нурлан жана аялы Эшимова Динара"), InlineData("Эшимова Динара с сыном Эшимовым Тилеком"), InlineData("Эшимов Нурлан и его брат Эшимов Талант Асанович")]
    public void Two_people_with_their_names_are_more_than_one_person(string written)
    {
        var row = Readings.Row($"ФИО={written}");
        row.Name.ShouldBeNull();
        row.Problems.ShouldContain(problem => problem.Contains("more than one person", StringComparison.Ordinal));
        row.Text["ФИО"].ShouldBe(written);
    }

    [Theory, InlineData("она же"), InlineData("ошол эле аял"), InlineData("та же женщина"), InlineData("same person")]
    public void What_is_filled_in_from_the_row_above_is_said(string mark)
    {
        var read = Readings.Read($"Дата;ФИО;Пол;Год рожд.;Телефон;Страна;Вопрос\n15.05.2023;Асанова Айгуль;ж;1992;0555123456;Россия;зарплата\n16.05.2023;{mark};;;;Россия;травма\n");
        read.Rows[2].BirthYear.ShouldBe(1992);
        read.Rows[2].Problems.ShouldContain(problem => problem.StartsWith("birthYear:", StringComparison.Ordinal));
        var people = RegisterGrouping.Of(read, TestContext.Current.CancellationToken).People;
        people[2].ShouldBe(people[1]);
    }

    [Fact]
    public void The_same_again_under_the_family_name_is_the_woman_above()
    {
        var read = Readings.Read("Дата;Фамилия;Имя;Отчество;Телефон;Страна;Вопрос\n14.02.2024;Тешебаев;Равшан;;0773501266;Россия;патент\n-//-;он же;;;;-//-;кредит\n");
        read.Rows[2].Name.ShouldBe("Тешебаев Равшан");
        var people = RegisterGrouping.Of(read, TestContext.Current.CancellationToken).People;
        people[2].ShouldBe(people[1]);
    }

    [Theory, InlineData("ноябрь 24", 2024), InlineData("Ноябрь 24 г.", 2024), InlineData("ноябрь 2024", 2024), InlineData("ноябрь 23-ж.", 2023)]
    public void A_month_alone_in_its_row_is_a_title_with_the_year_of_the_rows_below(string month, int year)
    {
        var read = Readings.Read($"Дата;ФИО;Вопрос\n{month};;\n04.11;Асанова Айгуль;зарплата\nянварь 25;;\n09.01;Ким Наталья;пенсия\n");
        read.Rows[1].Status.ShouldBe(RegisterRowStatus.Skipped);
        read.Rows[2].Date.ShouldBe(PartialDate.Of(year, 11, 4));
        read.Rows[3].Status.ShouldBe(RegisterRowStatus.Skipped);
        read.Rows[4].Date.ShouldBe(PartialDate.Of(2025, 1, 9));
    }

    [Fact]
    public void A_day_with_something_said_on_it_stays_a_day()
    {
        var read = Readings.Read("Дата;ФИО;Вопрос\n05.11.2023;Асанова Айгуль;зарплата\nноябрь 24;Ким Наталья;пенсия\n");
        read.Rows[2].Status.ShouldBe(RegisterRowStatus.Doubtful);
        read.Rows[2].Name.ShouldBe("Ким Наталья");
    }

    [Theory, InlineData("85", 1985), InlineData("03", 2003), InlineData("99", 1999)]
    public void What_can_hardly_be_an_age_is_read_as_a_year_and_said(string written, int year)
    {
        var row = Readings.Row("Дата=15.05.2023", $"Возраст={written}");
        row.BirthYear.ShouldBe(year);
        row.Problems.ShouldContain($"birthYear: '{written}' read as the year {year}, may be an age");
    }

    [Theory, InlineData("78", 1945), InlineData("57", 1966)]
    public void What_may_be_an_age_is_one_under_its_heading(string written, int year) => Readings.Row("Дата=15.05.2023", $"Возраст={written}").BirthYear.ShouldBe(year);

    [Theory, InlineData("Качан кайрылган", "Эркек / аял", "Шаар, облус"), InlineData("Когда обратилась", "Пол (м/ж)", "Город / область")]
    public void Headings_as_offices_word_them_are_known(string day, string sex, string city)
    {
        var row = Readings.Read($"{day};Аты-жөнү;{sex};Өлкө;{city};Маселе\n28.09.2023;Асанова Айгуль;аял;;Стамбул;айлык\n").Rows[^1];
        (row.Country, row.Date).ShouldBe(("TR", PartialDate.Of(2023, 9, 28)));
        row.Problems.ShouldAllBe(problem => !problem.Contains("by its values alone"));
    }

    [Theory, InlineData("91", 1991), InlineData("01", 2001), InlineData("87", 1987), InlineData("73", 1973)]
    public void Years_stand_among_ages_under_a_heading_that_asks_for_either(string written, int year)
    {
        var ages = string.Concat(Enumerable.Range(20, 12).Select(age => $"15.05.2023;Асанова Айгуль;{age};зарплата\n"));
        var row = Readings.Read($"Дата;ФИО;Возраст или г.р.;Вопрос\n{ages}15.05.2023;Ким;{written};зарплата\n").Rows[^1];
        row.BirthYear.ShouldBe(year);
    }
}
