using Turna.Cases.Contracts;

namespace Turna.UnitTests.Importing;

/// <summary>A word of a heading does not beat what stands under it: the cells tell which of two readings of a heading is meant.</summary>
public sealed class Contrary_value_tests
{
    private static List<RegisterRow> Read(string heading, params string[] cells) =>
        [.. Readings.Read($"Дата;ФИО;Пол;Вопрос;{heading}\n" + string.Join('\n', cells.Select((cell, at) => $"1{at}.05.2023;Асанова Айгуль;ж;зарплата;{cell}"))).Rows.Skip(1)];

    private static bool IsDoubted(RegisterRow row, string field) => row.Problems.Any(problem => problem.StartsWith(field + ":", StringComparison.Ordinal));

    [Theory, InlineData("Возврат"), InlineData("Кайтты"), InlineData("Returned"), InlineData("Потери")]
    public void Countries_under_a_heading_of_sums_are_countries(string heading)
    {
        var rows = Read(heading, "Россия, Казань", "Турция", "Алматы", "РФ");
        rows.Select(row => row.Country).ShouldBe(["RU", "TR", "KZ", "RU"]);
        rows.ShouldAllBe(row => row.Recovered == null && row.Claimed == null && IsDoubted(row, "country"));
    }

    [Theory, InlineData("Откуда вернулись"), InlineData("Где работал / откуда возвратился"), InlineData("Кайсы өлкөдөн кайтты"), InlineData("Returned from")]
    public void Who_came_back_from_abroad_is_no_money(string heading)
    {
        var row = Read(heading, "Россия", "Казахстан", "Турция")[1];
        (row.Country, row.Recovered, IsDoubted(row, "country")).ShouldBe(("KZ", null, false));
    }

    [Fact]
    public void Topics_under_a_heading_of_sums_are_topics()
    {
        var rows = Read("Требования", "вернуть паспорт", "травма на работе", "развод");
        rows[1].Topics.ShouldBe(["wages", "health"], ignoreOrder: true);
        IsDoubted(rows[1], "topics").ShouldBeTrue();
    }

    [Fact]
    public void Days_under_a_heading_of_sums_are_no_sums() => Read("Вернули", "12.06.2023", "13.06.2023", "20.07.2023").ShouldAllBe(row => row.Recovered == null && !IsDoubted(row, "recovered"));

    [Fact]
    public void Telephones_under_a_heading_of_places_are_telephones() => Read("Регион", "0555 12-34-56", "0700 123 456", "+7 916 123-45-67")[0].Phones.ShouldHaveSingleItem();

    [Theory, InlineData("12000"), InlineData("нет"), InlineData("половину"), InlineData("в суде, 5000")]
    public void Where_the_cells_tell_of_sums_the_heading_stays(string cell) => Read("Возврат", cell, "Россия", cell, cell)[1].Country.ShouldBeNull();

    [Fact]
    public void Two_cells_overrule_no_heading() => Read("Возврат", "Россия", "Турция")[0].Country.ShouldBeNull();
}
