using Turna.Cases.Contracts;

namespace Turna.UnitTests.Importing;

/// <summary>Rows of one woman whose name was written a letter apart, and of two whose names are as near.</summary>
public sealed class Letter_apart_tests
{
    private const string Headings = "Дата;ФИО;Пол;Год рожд.;Адрес (КР);Телефон;Вопрос\n";

    [Theory]
    [InlineData("Юсупова Зебинисо;ж;1979;Исфана;0558320671", "Юсупова Зебунисо;ж;1979;Исфана;")]
    [InlineData("Борбиев Кутмидин;м;1989;Алай;87770012345", "Борбиев Кутмедин;м;;Алай;87770012345")]
    [InlineData("Султанова Мохинур;ж;1996;Узген;0505717702", "Султонова Мохинур;ж;1996;Узген;0505717702")]
    [InlineData("Камилов Бекзод;м;1999;Алай;+905071124460", "Камилов Бегзод;м;1999;Алай;")]
    [InlineData("Саидова Мохира;ж;1999;Лейлек;0552223417 (подруга)", "Саидова Мохира;ж;1999;Лейлек;0773340918")]
    public void A_letter_apart_is_one_woman_where_all_else_agrees(string one, string other) => People(one, other)[0].ShouldBe(People(one, other)[1]);

    [Theory]
    [InlineData("Асанов Хасан;м;1990;Алай;0555123456", "Асанов Хусан;м;1990;Алай;0555123456")]
    [InlineData("Исакова Фатима;ж;1990;Алай;0555123456", "Исакова Зухра;ж;1990;Алай;0555123456")]
    [InlineData("Юсупова Зебинисо;ж;1979;Исфана;0558320671", "Юсупова Зебунисо;ж;1981;Исфана;0558320671")]
    [InlineData("Юсупова Зебинисо;ж;1979;Исфана;", "Юсупова Зебунисо;ж;1979;Узген;")]
    [InlineData("Юсупова Зебинисо;ж;1979;Исфана;0558320671", "Юсупова Зебунисо;ж;1979;Исфана;0770111222")]
    [InlineData("Кочоров Нурбек;м;1990;;", "Кочуров Нурбек;м;1990;;")]
    [InlineData("Исмаилова Нургуль;ж;;Талас;0770411908 (мама)", "Исмаилова Нургуль;ж;2000;Талас;0708845512")]
    public void What_may_be_two_people_stays_apart(string one, string other) => People(one, other)[0].ShouldNotBe(People(one, other)[1]);

    private static string?[] People(string one, string other)
    {
        var read = Readings.Read($"{Headings}15.05.2023;{one};зарплата\n16.05.2023;{other};травма\n");
        return [.. RegisterGrouping.Of(read, TestContext.Current.CancellationToken).People.Skip(1)];
    }

    [Theory, InlineData("берген жок"), InlineData("не вернули"), InlineData("пока нет"), InlineData("not yet")]
    public void Nothing_recovered_is_understood(string written)
    {
        var row = Readings.Row("Пол=ж", "Страна=Россия", "Сумма долга=1000 руб", $"Возвращено={written}");
        row.Recovered.ShouldBeNull();
        row.Status.ShouldBe(RegisterRowStatus.Ok, string.Join("; ", row.Problems));
    }
}
