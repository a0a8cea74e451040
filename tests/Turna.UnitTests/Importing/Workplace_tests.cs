using Turna.Cases.Importing.Values;
using Turna.Kernel.Codes;

namespace Turna.UnitTests.Importing;

/// <summary>Towns and countries as they are written by those who work there.</summary>
public sealed class Workplace_tests
{
    [Theory]
    [InlineData("Верхняя Пышма", "RU"), InlineData("Е-бург", "RU"), InlineData("Тольяти", "RU"), InlineData("Садовод рынок", "RU"), InlineData("Ревда", "RU"), InlineData("Н-сибирск", "RU"), InlineData("Ю. Сахалинск", "RU")]
    [InlineData("Olmaota", "KZ"), InlineData("Олмаота", "KZ"), InlineData("Ostona", "KZ"), InlineData("Қозоғистон", "KZ"), InlineData("Қизилўрда", "KZ")]
    [InlineData("Saudiya", "SA"), InlineData("Саудия", "SA"), InlineData("Ҳижоз", "SA"), InlineData("Маккада", "SA")]
    [InlineData("Анталия", "TR"), InlineData("Эсенюрт", "TR"), InlineData("Мармарисе", "TR"), InlineData("Анқара", "TR")]
    [InlineData("Ансан", "KR"), InlineData("Хвасон", "KR"), InlineData("Пхёнтхэк", "KR"), InlineData("Пхентек", "KR"), InlineData("Намъянджу", "KR"), InlineData("Ёнин", "KR")]
    [InlineData("Мусаффа", "AE"), InlineData("Араб Амирликлари", "AE"), InlineData("Дебрецен", "HU"), InlineData("Пльзень", "CZ"), InlineData("Зелена Гура", "PL"), InlineData("Питерборо", "GB")]
    public void A_town_tells_its_country(string written, string country)
    {
        var row = Readings.Row("Пол=ж", $"Страна={written}");
        row.Country.ShouldBe(country);
        row.Problems.ShouldBeEmpty();
    }

    [Theory, InlineData("Троицк"), InlineData("Кировск"), InlineData("Абай"), InlineData("Сокол"), InlineData("Мадина"), InlineData("Крит"), InlineData("Чуст")]
    public void What_may_be_elsewhere_or_no_town_is_doubtful(string written) =>
        Readings.Row("Пол=ж", $"Страна={written}").Problems.ShouldContain(problem => problem.StartsWith("country:", StringComparison.Ordinal));

    /// <summary>A town abroad that bears the name of a place at home would make the one of the other.</summary>
    [Fact]
    public void No_town_abroad_is_a_place_at_home_unless_it_is_doubtful()
    {
        var lists = CodeLists.Shipped;
        var shared = Words.Shipped.Cities.Where(city => city.Value.Country != "KG" && lists.Places.Recognise(city.Key) is not null && !Words.Shipped.UnsureCities.ContainsKey(city.Key)).Select(city => city.Key).Order(StringComparer.Ordinal).ToArray();
        shared.ShouldBeEmpty(string.Join(", ", shared));
    }
}
