using Turna.Cases.Contracts;

namespace Turna.UnitTests.Importing;

/// <summary>What stands under headings that nobody knows is found by its values, and every reading of it is doubtful.</summary>
public sealed class Unknown_heading_tests
{
    private static readonly string[] Days = ["12.01.2023", "19.01.2023", "03.02.2023", "14.02.2023"];
    private static readonly string[] Names = ["Асанова Айгуль", "Токтосунов Бакыт", "Эргешова Нуржан", "Маматов Руслан"];
    private static readonly string[] Topics = ["не платят зарплату", "забрали паспорт", "уволили", "не платят зарплату"];

    private static List<RegisterRow> Read(string headings, params string[][] columns)
    {
        var lines = Enumerable.Range(0, Days.Length).Select(row => string.Join(';', columns.Select(column => column[row])));
        return [.. Readings.Read(string.Join('\n', lines.Prepend(headings))).Rows.Where(row => row.Status != RegisterRowStatus.Skipped)];
    }

    private static void AllDoubt(IEnumerable<RegisterRow> rows, string field)
    {
        foreach (var row in rows)
        {
            row.Status.ShouldBe(RegisterRowStatus.Doubtful);
            row.Problems.ShouldContain(problem => problem.StartsWith(field + ":", StringComparison.Ordinal));
        }
    }

    private static string?[] DaysOf(IEnumerable<RegisterRow> rows) => [.. rows.Select(row => row.Date?.ToString())];

    private static readonly string[] Iso = ["2023-01-12", "2023-01-19", "2023-02-03", "2023-02-14"];

    [Fact]
    public void Of_two_columns_of_days_the_one_that_rises_is_the_contact()
    {
        var rows = Read("Кто;Ушла;Пришла;Суть", Names, ["20.06.2023", "25.01.2023", "01.05.2023", "15.02.2023"], Days, Topics);
        DaysOf(rows).ShouldBe(Iso);
        AllDoubt(rows, "date");
        rows[0].Problems.ShouldContain("date: a second column says '20.06.2023'");
    }

    [Fact]
    public void Of_two_columns_that_rise_the_earlier_day_is_the_contact() =>
        DaysOf(Read("Кто;Ушла;Пришла;Суть", Names, ["20.01.2023", "25.01.2023", "05.02.2023", "15.02.2023"], Days, Topics)).ShouldBe(Iso);

    [Fact]
    public void Days_on_which_people_were_born_are_no_contacts()
    {
        var rows = Read("Кто;Появление;Зафиксировано;Суть", Names, ["12.05.1988", "03.03.1979", "22.11.92", "01.09.1965"], Days, Topics);
        DaysOf(rows).ShouldBe(Iso);
        AllDoubt(rows, "date");
        AllDoubt(rows, "birthYear");
        rows.Select(row => row.BirthYear).ShouldBe([1988, 1979, 1992, 1965]);
    }

    [Fact]
    public void Births_alone_are_no_register() =>
        Readings.Refusal(System.Text.Encoding.UTF8.GetBytes("ФИО;Появление;Вопрос;Страна\nАсанова Айгуль;12.05.1988;зарплата;Россия\nМаматов Руслан;03.03.1979;зарплата;Россия\n"), "r.csv").ShouldContain("the day of the consultation");

    [Fact]
    public void Sums_are_no_days_of_the_spreadsheet() =>
        Readings.Refusal(System.Text.Encoding.UTF8.GetBytes("ФИО;Итог;Вопрос;Страна\nАсанова Айгуль;45000;зарплата;Россия\nМаматов Руслан;44500;зарплата;Россия\n"), "r.csv").ShouldContain("the day of the consultation");

    [Theory, InlineData("Обращение"), InlineData("Дата выезда"), InlineData("Жүргүзүлдү")]
    public void Another_heading_over_days_does_not_refuse_the_file(string heading)
    {
        var rows = Read($"{heading};ФИО;Страна;Суть дела", Days, Names, ["Россия", "Турция", "Россия", "Россия"], Topics);
        DaysOf(rows).ShouldBe(Iso);
        AllDoubt(rows, "date");
    }

    [Fact]
    public void Where_no_heading_is_known_the_values_tell()
    {
        var rows = Read("Аа;Бб;Вв;Гг;Дд", Days, Names, ["ж", "м", "ж", "м"], ["Россия", "Казахстан", "Турция", "Россия"], Topics);
        DaysOf(rows).ShouldBe(Iso);
        rows.Select(row => row.Country).ShouldBe(["RU", "KZ", "TR", "RU"]);
        rows.Select(row => row.Sex).ShouldBe(['F', 'M', 'F', 'M']);
        rows.Select(row => row.Topics[0]).ShouldBe(["wages", "documents_withheld", "dismissal", "wages"]);
        foreach (var field in new[] { "date", "name", "country", "sex", "topics" }) AllDoubt(rows, field);
    }

    [Fact]
    public void What_came_back_is_never_more_than_what_was_claimed()
    {
        var rows = Read("Дата;ФИО;Суть дела;Добились;Не додали", Days, Names, Topics, ["20000 руб", "", "300 $", ""], ["45000 руб", "12000 р.", "300 $", "62000 руб"]);
        rows.Select(row => row.Claimed).ShouldBe([45000, 12000, 300, 62000]);
        rows.Select(row => row.Recovered).ShouldBe([20000, null, 300, null]);
        AllDoubt(rows, "claimed");
        AllDoubt([rows[0], rows[2]], "recovered");
        Read("Дата;ФИО;Суть дела;Сумма долга;Оклад", Days, Names, Topics, ["20000 руб", "1000 руб", "300 $", ""], ["45000 руб", "12000 р.", "300 $", "62000 руб"])
            .ShouldAllBe(row => row.Recovered == null);
    }

    [Fact]
    public void Bare_numbers_under_an_unknown_heading_are_not_passed_over() =>
        AllDoubt(Read("Дата;ФИО;Суть дела;Не додали", Days, Names, Topics, ["45000", "12000", "3000", "62500"]), "claimed");

    [Fact]
    public void A_country_that_is_seldom_written_is_not_passed_over()
    {
        var rows = Read("Дата;ФИО;Суть дела;Где-то", Days, Names, Topics, ["Россия", "у сестры", "на стройке", "не сказал"]);
        AllDoubt(rows[..1], "country");
    }

    [Theory]
    [InlineData("23;44;37;51", 2000), InlineData("1999;1970;1988;1965", 1999), InlineData("1970;1973;1976;1979", 1970)]
    public void Ages_and_years_of_birth_are_told_by_their_numbers(string written, int first)
    {
        var rows = Read("Дата;ФИО;Суть дела;Аа", Days, Names, Topics, written.Split(';'));
        rows[0].BirthYear.ShouldBe(first);
        AllDoubt(rows, "birthYear");
    }

    [Theory, InlineData("30;45;15;60"), InlineData("21;22;23;24")]
    public void Minutes_and_running_numbers_are_no_ages(string written) =>
        Read("Дата;ФИО;Суть дела;Аа", Days, Names, Topics, written.Split(';')).ShouldAllBe(row => row.BirthYear == null);

    [Fact]
    public void The_client_is_the_name_that_changes()
    {
        var rows = Read("Дата;Кабыл алды;Келди;Суть дела", Days, ["Осмонова Чинара", "Осмонова Чинара", "Осмонова Чинара", "Осмонова Чинара"], Names, Topics);
        rows.Select(row => row.Name).ShouldBe(Names);
    }

    [Fact]
    public void Money_of_which_nothing_tells_whether_it_came_back_is_not_passed_over()
    {
        var rows = Read("Дата;ФИО;Суть дела;Сумма долга;Ээ", Days, Names, Topics, ["20000 руб", "", "300 $", ""], ["5000 руб", "12000 р.", "100 $", ""]);
        rows.ShouldAllBe(row => row.Recovered == null);
        AllDoubt(rows[..3], "recovered");
    }

    [Fact]
    public void A_second_column_of_money_is_named_where_the_first_is_empty()
    {
        var rows = Read("Дата;ФИО;Суть дела;Аа;Бб", Days, Names, Topics, ["45000 руб", "", "300 $", "1000 руб"], ["5000 руб", "12000 р.", "100 $", "2000 руб"]);
        AllDoubt(rows, "claimed");
    }

    [Fact]
    public void Births_under_an_unknown_heading_are_found_beside_a_known_day()
    {
        var rows = Read("Дата;Кто;Появление;Суть", Days, Names, ["12.05.1988", "03.03.1979", "22.11.1992", "01.09.1965"], Topics);
        DaysOf(rows).ShouldBe(Iso);
        rows.Select(row => row.BirthYear).ShouldBe([1988, 1979, 1992, 1965]);
        AllDoubt(rows, "birthYear");
    }

    [Fact]
    public void A_column_for_days_that_holds_none_gives_way()
    {
        var rows = Read("Дата;Кто;Пришла;Суть", ["", "-", "", ""], Names, Days, Topics);
        DaysOf(rows).ShouldBe(Iso);
        AllDoubt(rows, "date");
    }

    [Fact]
    public void A_column_that_was_chosen_before_stays_chosen()
    {
        var options = Readings.Options with { Mapping = new Dictionary<string, RegisterField> { ["Ушла"] = RegisterField.Date } };
        var csv = "Кто;Ушла;Пришла;Суть\n" + string.Join('\n', Enumerable.Range(0, 4).Select(row => $"{Names[row]};2{row}.06.2023;{Days[row]};{Topics[row]}"));
        DaysOf(Readings.Read(System.Text.Encoding.UTF8.GetBytes(csv), "r.csv", options).Rows.Skip(1)).ShouldBe(["2023-06-20", "2023-06-21", "2023-06-22", "2023-06-23"]);
    }
}
