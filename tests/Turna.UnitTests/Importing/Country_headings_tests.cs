using Turna.Cases.Contracts;

namespace Turna.UnitTests.Importing;

/// <summary>Headings that ask for a place or something else over cells that are countries, and those who gave no name.</summary>
public sealed class Country_headings_tests
{
    private static Register Read(string heading, params string[] countries) =>
        Readings.Read($"Дата;ФИО;{heading};Город;Вопрос\n" + string.Concat(countries.Select((country, i) => $"{i + 10}.05.2023;Асанова Роза {i};{country};Пос. Лесной;зарплата\n")));

    [Theory, InlineData("Где работает"), InlineData("Место работы"), InlineData("Направление"), InlineData("Выезд в")]
    public void Countries_under_another_heading_are_the_country(string heading)
    {
        var rows = Read(heading, "Россия", "Казахстан", "Турция", "РФ").Rows;
        rows.Skip(1).Select(row => row.Country).ShouldBe(["RU", "KZ", "TR", "RU"]);
    }

    [Fact]
    public void Where_all_are_at_home_another_heading_stays_what_it_is() =>
        Read("Направление", "Кыргызстан", "КР", "Кыргызстан").Sheets[0].Columns.ShouldNotContain(column => column.Field == RegisterField.Country);

    [Theory, InlineData("отказ назваться"), InlineData("скрыл имя"), InlineData("просил не указывать"), InlineData("XXX"), InlineData("жашыруун"), InlineData("аты-жөнүн айтуудан баш тартты")]
    public void Who_gives_no_name_is_nobody(string written) =>
        Readings.Read($"Дата;ФИО;Страна;Вопрос\n15.05.2023;{written};Россия;зарплата\n").Rows[1].Name.ShouldBeNull();
}
