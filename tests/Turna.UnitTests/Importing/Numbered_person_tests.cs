using Turna.Cases.Contracts;

namespace Turna.UnitTests.Importing;

/// <summary>Registers that number people and not visits: what has no number and nobody's name goes on with the person above.</summary>
public sealed class Numbered_person_tests
{
    private const string Headings = "№ дела;Клиент;Год рожд.;Телефон;Страна;Дата;Тема\n";

    private static (RegisterRow[] Rows, string?[] People) Read(params string[] rows)
    {
        var read = Readings.Read(Headings + string.Join('\n', rows) + "\n");
        return ([.. read.Rows.Skip(1)], [.. RegisterGrouping.Of(read, TestContext.Current.CancellationToken).People.Skip(1)]);
    }

    [Fact]
    public void A_second_visit_without_a_number_is_of_the_person_above()
    {
        var (rows, people) = Read("1;Асанова Гүлмира;1990;0555123456;Россия;10.05.2023;зарплата", ";;;;;12.05.2023;запрет на въезд", "2;Кулбаев Азамат;1980;0777123456;Россия;13.05.2023;травма", ";;;;;14.05.2023;депортация", ";;;;;15.05.2023;травма", "3;Бекова Жылдыз;1985;;Россия;16.05.2023;зарплата");
        people.ShouldBe(["p1", "p1", "p2", "p2", "p2", "p3"]);
        rows[1].Topics.ShouldBe(["reentry_ban"]);
        rows[1].Problems.ShouldContain("name: not written, taken for the person above");
    }

    [Fact]
    public void Where_every_visit_has_a_number_nobody_is_the_person_above() =>
        Read("1;Асанова Гүлмира;1990;0555123456;Россия;10.05.2023;зарплата", "2;;;;;12.05.2023;запрет на въезд", "3;Кулбаев Азамат;1980;0777123456;Россия;13.05.2023;травма", "4;;;;;14.05.2023;депортация").People.ShouldBe(["p1", null, "p2", null]);

    [Fact]
    public void Where_the_numbers_leave_one_out_it_was_somebody_of_its_own() =>
        Read("1;Асанова Гүлмира;1990;0555123456;Россия;10.05.2023;зарплата", ";;;;;12.05.2023;запрет на въезд", "3;Кулбаев Азамат;1980;0777123456;Россия;13.05.2023;травма", ";;;;;14.05.2023;депортация", "5;Бекова Жылдыз;1985;;Россия;16.05.2023;зарплата").People.ShouldBe(["p1", null, "p2", null, "p3"]);

    [Theory, InlineData(";;1990;;;12.05.2023;травма"), InlineData(";;;0700111222;;12.05.2023;травма"), InlineData(";;;;Турция;12.05.2023;травма"), InlineData(";аноним;;;;12.05.2023;травма")]
    public void What_tells_anything_of_a_person_is_of_its_own(string row) =>
        Read("1;Асанова Гүлмира;1990;0555123456;Россия;10.05.2023;зарплата", row, "2;Кулбаев Азамат;1980;0777123456;Россия;13.05.2023;травма", ";;;;;14.05.2023;депортация", "3;Бекова Жылдыз;1985;;Россия;16.05.2023;зарплата").People[1].ShouldBeNull();

    [Theory]
    [InlineData("Великобритания", "07700 900118", "+447700900118"), InlineData("Япония", "090-1234-5678", "+819012345678"), InlineData("Германия", "0151 23456789", "+4915123456789")]
    public void A_number_of_the_country_where_she_is_needs_no_code(string country, string written, string number)
    {
        var row = Readings.Row($"Страна={country}", $"Телефон={written}");
        (row.Phones.ShouldHaveSingleItem().Number, row.Problems.Any(problem => problem.StartsWith("phone:", StringComparison.Ordinal))).ShouldBe((number, false));
    }

    [Theory, InlineData("1500$ наличными"), InlineData("1500 $ (cash)"), InlineData("1500$ нақд")]
    public void How_it_was_paid_is_no_part_of_a_sum(string written)
    {
        var row = Readings.Row("Пол=ж", "Страна=Россия", "Сумма=1500$", $"Возвращено={written}");
        (row.Recovered, row.Status).ShouldBe(((decimal?)1500, RegisterRowStatus.Ok));
    }

    [Theory, InlineData("Великобритания", "Перт", "GB"), InlineData("Австралия", "Перт", "AU")]
    public void A_city_of_one_name_in_two_countries_is_in_the_one_that_is_written(string country, string city, string code)
    {
        var row = Readings.Row("Пол=ж", $"Страна={country}", $"Город={city}");
        (row.Country, row.Problems.Any(problem => problem.StartsWith("country:", StringComparison.Ordinal))).ShouldBe((code, false));
    }
}
