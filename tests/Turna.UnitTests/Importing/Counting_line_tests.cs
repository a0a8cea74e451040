using Turna.Cases.Contracts;

namespace Turna.UnitTests.Importing;

/// <summary>Lines that count the entries of a month, numbers as they are dialled at home, and years of birth in one cell with the name.</summary>
public sealed class Counting_line_tests
{
    [Theory, InlineData("Апрель - 17"), InlineData("Апрель: 17")]
    public void A_count_behind_a_month_is_no_year(string line)
    {
        var read = Readings.Read($"Журнал 2024 (апрель - май);;;\nДата;ФИО;Страна;Вопрос\n3.4;Асанова А.;Россия;зарплата\n5.4;Ким С.;Россия;зарплата\n{line};;;\n6.5;Ли О.;Россия;зарплата\n");
        var last = read.Rows[^1];
        (last.Date.ToString(), last.Status).ShouldBe(("2024-05-06", RegisterRowStatus.Ok));
        read.Rows[4].Status.ShouldBe(RegisterRowStatus.Skipped);
    }

    [Fact]
    public void A_month_with_its_year_still_says_which()
    {
        var rows = Readings.Read("Дата;ФИО;Страна;Вопрос\nАпрель 23;;;\n3.4;Асанова А.;Россия;зарплата\n5.4;Ким С.;Россия;зарплата\nМай 2023;;;\n6.5;Ли О.;Россия;зарплата\n").Rows;
        rows.Where(row => row.Status != RegisterRowStatus.Skipped).Select(row => row.Date?.Year).ShouldBe([2023, 2023, 2023]);
    }

    [Theory, InlineData("Апрель 2023", "Май-23"), InlineData("Декабрь 2022", "Январь-23"), InlineData("Апр-23", "May-23")]
    public void A_year_of_two_figures_behind_a_dash_is_one_where_the_register_may_mean_it(string one, string two)
    {
        var rows = Readings.Read($"Дата;ФИО;Страна;Вопрос\n{one};;;\n3;Асанова А.;Россия;зарплата\n5;Ким С.;Россия;зарплата\n{two};;;\n6;Ли О.;Россия;зарплата\n").Rows;
        (rows[^1].Date?.Year, rows[^1].Date?.Month).ShouldBe((2023, two.StartsWith("Я", StringComparison.Ordinal) ? 1 : 5));
    }

    [Fact]
    public void A_subtotal_with_counts_under_the_marks_is_no_entry()
    {
        var rows = Readings.Read("т/н;Күнү;Аты-жөнү;Өлкө;Айлык;Документ алып коюу\n1;10.01.2024;Асанова А.;Россия;+;\n2;12.01.2024;Ким С.;Россия;;+\nЯнварь боюнча: 2 кайрылуу;;;;1;1\n").Rows;
        rows[^1].Status.ShouldBe(RegisterRowStatus.Skipped);
    }

    [Theory]
    [InlineData("Турция", "+90 552 555 30 77", "552 555 30 77"), InlineData("Казахстан", "8 777 555 10 41", "777 555 10 41"), InlineData("Казахстан", "+7 701 555 44 70", "701 555 44 70")]
    public void A_number_of_the_host_country_without_its_first_figure_is_the_same(string country, string whole, string cut)
    {
        var read = Readings.Read($"Дата;ФИО;Пол;Страна;Телефон;Вопрос\n12.01.2024;Асанова Айгүл;ж;{country};{whole};зарплата\n13.01.2024;Асанова А.;ж;{country};{cut};зарплата\n");
        read.Rows[2].Phones.ShouldHaveSingleItem().Number.ShouldBe(read.Rows[1].Phones.ShouldHaveSingleItem().Number);
        read.Rows[2].Problems.ShouldBeEmpty();
        RegisterGrouping.Of(read, TestContext.Current.CancellationToken).People.Skip(1).Distinct().ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("Ниязов Алтынбек, 92, 8-982-555-47-19", 1992), InlineData("Момбеков Талгат 83 г. 8 912 555 08 71", 1983), InlineData("Чотбаева Нурпери, 1987 г.р., 8 922 555 10 83", 1987)]
    public void Beside_a_name_the_year_of_birth_may_have_two_figures(string written, int year)
    {
        var row = Readings.Read($"Когда;Кто (имя, год, тел.);Где;Что случилось\n12.01.2024;{written};Россия;зарплата\n").Rows[1];
        row.BirthYear.ShouldBe(year);
        row.Phones.ShouldHaveSingleItem();
        row.Name.ShouldBe(string.Join(' ', written.Split(' ', ',').Take(2)));
    }

    [Theory]
    [InlineData("Год", "1978", "95", "2001", 1978), InlineData("Жылы", "1972", "1990", "83", 1972)]
    public void A_bare_word_over_nothing_but_years_of_birth_asks_for_them(string heading, string one, string two, string three, int first)
    {
        var rows = Readings.Read($"Дата;ФИО;Пол;{heading};Страна;Вопрос\n12.01.2024;Асанова А.;ж;{one};Россия;зарплата\n13.01.2024;Ким С.;м;{two};Россия;зарплата\n14.01.2024;Ли О.;ж;{three};Россия;зарплата\n").Rows;
        (rows[1].BirthYear, rows[1].Status).ShouldBe((first, RegisterRowStatus.Ok));
    }

    [Fact]
    public void Years_that_lie_close_are_births_only_with_a_doubt() =>
        Readings.Read("Дата;ФИО;Пол;Год;Страна;Вопрос\n12.01.2024;Асанова А.;ж;2008;Россия;зарплата\n13.01.2024;Ким С.;м;2010;Россия;зарплата\n14.01.2024;Ли О.;ж;2006;Россия;зарплата\n").Rows.Skip(1)
            .ShouldAllBe(row => row.Status == RegisterRowStatus.Doubtful && row.Text.ContainsKey("Год"));

    [Theory, InlineData("Место рождения"), InlineData("Прописка"), InlineData("Откуда родом")]
    public void Where_somebody_was_born_or_is_registered_is_the_country_only_with_a_doubt(string heading) =>
        Readings.Read($"Дата;ФИО;Пол;{heading};Вопрос\n12.01.2024;Асанова А.;ж;Ташкент;зарплата\n13.01.2024;Ким С.;м;Алматы;зарплата\n14.01.2024;Ли О.;ж;Душанбе;зарплата\n").Rows.Skip(1).ShouldAllBe(row => row.Status == RegisterRowStatus.Doubtful);

    [Theory, InlineData("Москва, Депортирован"), InlineData("Казань, Потом Домой")]
    public void A_word_beside_a_city_is_no_district_of_it(string written)
    {
        var row = Readings.Row($"Страна={written}");
        (row.Status, row.Text["Страна"]).ShouldBe((RegisterRowStatus.Doubtful, written));
    }

    [Theory, InlineData("7 701 555 44 7"), InlineData("7-912-345-67-8")]
    public void A_number_that_lost_a_figure_is_not_made_whole(string written) => Readings.Row("Страна=Казахстан", $"Телефон={written}").Phones.ShouldAllBe(phone => !phone.Number.StartsWith("+77", StringComparison.Ordinal));

    [Fact]
    public void A_region_is_the_country_where_none_of_them_lies_at_home()
    {
        var rows = Readings.Read("Дата;ФИО;Пол;Регион;Вопрос\n12.01.2024;Асанова А.;ж;Новосибирск;зарплата\n13.01.2024;Ким С.;м;Казахстан;зарплата\n14.01.2024;Ли О.;ж;Подмосковье;зарплата\n").Rows.Skip(1).ToArray();
        rows.Select(row => row.Country).ShouldBe(["RU", "KZ", "RU"]);
        rows.ShouldAllBe(row => row.Status == RegisterRowStatus.Ok);
    }

    [Theory, InlineData("VOID"), InlineData("жараксыз"), InlineData("не считать"), InlineData("entered twice")]
    public void What_the_office_took_out_is_never_counted_without_a_word(string remark) => Readings.Row($"Примечание={remark}").Status.ShouldBe(RegisterRowStatus.Doubtful);
}
