using Turna.Cases.Contracts;

namespace Turna.UnitTests.Importing;

/// <summary>Rows of one telephone whose given names differ by an ending of respect or fondness, and rows of relatives who share a telephone.</summary>
public sealed class Fond_name_tests
{
    private const string Headings = "Дата;ФИО;Пол;Год рожд.;Телефон;Вопрос\n";

    [Theory]
    [InlineData("Азизов Азиз;м;1990;0555123456", "Азизова Азиза;ж;1990;0555123456")]
    [InlineData("Азиз;;;0555123456", "Азиза;;;0555123456")]
    [InlineData("Каримов Азиз;м;1990;0555123456", "Каримов Азизжон;м;2012;0555123456")]
    [InlineData("Турсунов Турсун;м;1960;0555123456", "Турсунова Турсункан;ж;1962;0555123456")]
    [InlineData("Турсун;;;0555123456", "Турсункан;;;0555123456")]
    [InlineData("Алиева Зуура;ж;1960;0555123456", "Алиева Зухра;ж;1985;0555123456")]
    [InlineData("Алиева Зуура;ж;;0555123456", "Бекова Зуурахан;ж;;0555123456")]
    [InlineData("Алиева Зуура;ж;1960;0555123456", "Алиева Зуурахан;ж;1960;0777654321")]
    [InlineData("Алиева Зуура;ж;1960;", "Алиева Зуурахан;ж;1960;")]
    [InlineData("Кулматов Эрнист;м;1977;0558339021", "Кулматов Эрнис;м;1979;0558339021")]
    [InlineData("Кулматов Эрнист;м;1977;0558339021", "Кулматов Эрнис;м;;0558339021")]
    [InlineData("Кулматов Эрнист;м;1977;", "Кулматов Эрнис;м;1977;")]
    [InlineData("Юсупов Хасан;м;1990;0555123456", "Юсупов Хусан;м;1990;0555123456")]
    [InlineData("Садырова Гулмира;ж;1980;0555123456", "Садырова Гулнара;ж;1983;0555123456")]
    [InlineData("Исаков Бакыт;м;1970;0555123456", "Исаков Бакытбек;м;1995;0555123456")]
    [InlineData("Исакова Айжан;ж;1990;0555123456", "Исакова Айбийке;ж;1990;0555123456")]
    [InlineData("Tursunova Zulfiya;ж;1987;0709951836", "Boboyeva Z.;ж;;0709951836")]
    [InlineData("Tursunova Zulfiya (Boboyeva);ж;1987;0709951836", "Boboyeva Zarina;ж;;0709951836")]
    [InlineData("Tursunova Zulfiya (Boboyeva);ж;1987;0709951836", "Boboyeva Z.;ж;;0777123456")]
    [InlineData("Tursunova Zulfiya (Boboyeva);ж;1987;0709951836", "Boboyev Z.;м;;0709951836")]
    [InlineData("Tursunova Zulfiya (Boboyeva);ж;1987;0709951836", "Boboyeva Z.;ж;1995;0709951836")]
    public void Relatives_who_share_a_telephone_stay_apart(string one, string other) => People(one, other)[0].ShouldNotBe(People(one, other)[1]);

    [Theory]
    [InlineData("G'ofurov Ilhomjon;м;1972;0773509721", "Гафуров Ильхом;м;1972;0773509721")]
    [InlineData("Мамажанов Равшан;м;1986;0555123456", "Мамажанов Равшанбек;м;;0555123456")]
    [InlineData("Зуурахан апа;ж;63;+79086324950", "Зуура апа;ж;63;+79086324950")]
    [InlineData("Холматова Саодат;ж;1968;0556710293", "Холматова Саодатхон;ж;1968;0556710293")]
    [InlineData("Шарипова Турсуной;ж;;0556710293", "Шарипова Турсун;ж;1970;0556710293")]
    [InlineData("Мадумаров Шерали;м;1980;0556710293", "Шерали ака;м;1980;0556710293")]
    [InlineData("Кулматов Эрнист;м;77;0558339021", "Кулматов Эрнис;м;1977;0558339021")]
    [InlineData("Tursunova Zulfiya (Boboyeva);ж;1987;0709951836", "Boboyeva Z.;ж;;0709951836")]
    [InlineData("Tursunova Zulfiya (дев. Boboyeva);ж;1987;0709951836", "Boboyeva Z.;ж;;0709951836")]
    [InlineData("Турсунова Зулфия (кыз фамилиясы Бобоева);ж;1987;0709951836", "Бобоева Зулфия;ж;;0709951836")]
    public void Her_own_telephone_joins_the_plain_and_the_fond_name(string one, string other) => People(one, other)[0].ShouldBe(People(one, other)[1]);

    [Fact]
    public void A_row_that_names_both_families_joins_the_rows_of_each()
    {
        var people = People("Tursunova Zulfiya;ж;1987;0709951836", "Tursunova Zulfiya (Boboyeva);ж;1987;0709951836", "Boboyeva Z.;ж;;0709951836");
        people.Distinct().ShouldHaveSingleItem();
    }

    private static string?[] People(params string[] rows)
    {
        var read = Readings.Read(Headings + string.Join('\n', rows.Select((row, i) => $"{15 + i}.05.2023;{row};травма")) + "\n");
        return [.. RegisterGrouping.Of(read, TestContext.Current.CancellationToken).People.Skip(1)];
    }
}
