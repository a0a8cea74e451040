namespace Turna.UnitTests.Importing;

/// <summary>Districts, markets and warehouses by which people name the city they work in.</summary>
public sealed class City_district_tests
{
    [Theory]
    [InlineData("Бирюлёво", "RU"), InlineData("Медведково", "RU"), InlineData("метро Текстильщики", "RU"), InlineData("Люблинодо", "RU"), InlineData("рынок Садовод", "RU"), InlineData("Купчино", "RU"), InlineData("Апраксин двор", "RU")]
    [InlineData("Таганский ряд", "RU"), InlineData("Хилокский рынок", "RU"), InlineData("склад в Коледино", "RU"), InlineData("Алтын Орда", "KZ"), InlineData("Эсенлер", "TR"), InlineData("Москвадагы курулуш", "RU")]
    public void The_city_column_tells_its_country(string written, string country) => Readings.Row($"Город={written}").Country.ShouldBe(country);

    [Theory, InlineData("Россия", "Люблино"), InlineData("РФ", "Уралмаш")]
    public void Beside_its_country_it_casts_no_doubt(string country, string city) =>
        Readings.Row($"Страна={country}", $"Город={city}").Problems.ShouldNotContain(problem => problem.StartsWith("country:", StringComparison.Ordinal));

    [Theory, InlineData("Дубровка"), InlineData("Некрасовка"), InlineData("Академгородок")]
    public void A_name_of_many_places_is_doubted_in_the_column_of_countries(string written) =>
        Readings.Row($"Страна={written}").Problems.ShouldContain(problem => problem.StartsWith("country:", StringComparison.Ordinal));
}
