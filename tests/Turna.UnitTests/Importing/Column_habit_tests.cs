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
    public void A_mark_under_a_topic_is_one()
    {
        var row = Readings.Read("Дата;ФИО;Страна;Зарплата;Насилие\n15.05.2023;Ким;Россия;;+\n").Rows[1];
        row.Topics.ShouldBe(["gbv"]);
        row.Problems.ShouldNotContain(problem => problem.StartsWith("topics:"));
    }

    [Theory]
    [InlineData("Пол/возраст=ж, 34", 'F', 1989)]
    [InlineData("Пол / год рождения=м/1985 г.р.", 'M', 1985)]
    [InlineData("Пол, возраст=46 лет, жен.", 'F', 1977)]
    [InlineData("Жынысы, туулган жылы=эркек, 1960-жылы", 'M', 1960)]
    [InlineData("Год рождения и пол=1990/ж", 'F', 1990)]
    [InlineData("Пол/возраст=жен", 'F', null)]
    public void Sex_and_age_in_one_column_are_both_read(string cell, char sex, int? year)
    {
        var row = Readings.Read($"Дата;Кто;Вопрос;Страна;{cell.Split('=')[0]}\n15.05.2023;Ким;зарплата;Россия;{cell.Split('=')[1]}\n").Rows[1];
        (row.Sex, row.BirthYear).ShouldBe((sex, year));
        row.Problems.ShouldNotContain(problem => problem.StartsWith("sex:", StringComparison.Ordinal));
    }

    /// <summary>In Kyrgyz "1985-ж." is a year: the letter alone tells no sex.</summary>
    [Fact]
    public void A_letter_behind_a_year_may_be_no_sex() =>
        Readings.Read("Дата;Кто;Вопрос;Пол/год рождения\n15.05.2023;Ким;зарплата;1985 ж.\n").Rows[1].Problems.ShouldContain(problem => problem.StartsWith("sex:", StringComparison.Ordinal));

    [Theory]
    [InlineData("РФ, г. Сургут", "RU", null)]
    [InlineData("Россия", "RU", null)]
    [InlineData("Казахстан Алматы", "KZ", null)]
    [InlineData("Южная Корея", "KR", null)]
    [InlineData("Тюмень", "RU", null)]
    [InlineData("Уральск", "KZ", "country:")]
    public void A_place_of_work_that_names_the_country_needs_no_column_of_countries(string place, string country, string? problem)
    {
        var row = Readings.Read($"Дата;ФИО;Пол;Вопрос;Где работает\n15.05.2023;Ким;м;зарплата;{place}\n").Rows[1];
        row.Country.ShouldBe(country);
        row.Problems.Any(said => said.StartsWith("country:", StringComparison.Ordinal)).ShouldBe(problem is not null);
    }

    [Theory]
    [InlineData("Бекова Чолпон, 1979 г.р.", "Бекова Чолпон", 1979)]
    [InlineData("Маматов Улан 1990", "Маматов Улан", 1990)]
    [InlineData("Шерматова Нурия (1965)", "Шерматова Нурия", 1965)]
    [InlineData("Эшимбекова Ж.К., 12.05.1984", "Эшимбекова Ж.К.", 1984)]
    [InlineData("Ли Виктор, г.р. 1958", "Ли Виктор", 1958)]
    public void A_birth_behind_the_name_is_not_part_of_it(string written, string name, int year)
    {
        var row = Readings.Read($"Дата;ФИО, г.р.;Пол;Вопрос\n15.05.2023;{written};ж;зарплата\n").Rows[1];
        (row.Name, row.BirthYear).ShouldBe((name, year));
    }

    [Theory]
    [InlineData("Группа 14 чел. (стройка «Север»)", true)]
    [InlineData("Кадыров Нурбек, Кадыров Эрмек", true)]
    [InlineData("Асанова А.К. и Токтосунов Б.", true)]
    [InlineData("Асанова Айгуль, Ош", false)]
    [InlineData("Асанова Айгуль (мать Асанова Бермет)", false)]
    public void A_cell_with_several_people_registers_nobody(string written, bool several)
    {
        var row = Readings.Read($"Дата;ФИО;Пол;Вопрос\n15.05.2023;{written};ж;зарплата\n").Rows[1];
        (row.Name is null).ShouldBe(several);
        row.Problems.Any(problem => problem.StartsWith("name:", StringComparison.Ordinal)).ShouldBe(several);
        if (several) row.Text["ФИО"].ShouldBe(written);
    }

    [Fact]
    public void Thousands_of_the_heading_are_not_counted_in_another_currency()
    {
        var row = Readings.Row("Страна=Турция", "Сумма, тыс. руб.=1200$");
        (row.Claimed, row.Currency).ShouldBe((1200m, "USD"));
        row.Problems.ShouldContain(problem => problem.StartsWith("claimed:", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("избил работодатель, нужна помощь")]
    [InlineData("Избиение полицейскими")]
    [InlineData("пенсия, муж бьет")]
    public void Violence_beside_another_topic_enters_as_restricted(string topic) => Readings.Row("Пол=ж", $"Вопрос={topic}").Restricted.ShouldBeTrue();

    [Theory]
    [InlineData("ФИО, г.р., тел.=Асанова Айгуль, 1988", "birthYear:")]
    [InlineData("Долг/возвращено=50000", "claimed:")]
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
