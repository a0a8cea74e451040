using Turna.Cases.Contracts;

namespace Turna.UnitTests.Importing;

/// <summary>One woman under two names: a second given name in brackets, the family name before she married in a remark, a relative's number in a remark.</summary>
public sealed class Other_name_tests
{
    private const string Headings = "Дата;ФИО;Пол;Год рожд.;Район;Телефон;Вопрос;Примечание\n";

    [Theory]
    [InlineData("Маматова Лена (Гүлнара);ж;1991;;0700112233;травма;", "Маматова Гульнара;ж;1991;;0700112233;травма;")]
    [InlineData("Лена (Гүлнара) Маматова;ж;1991;;0700112233;травма;", "Маматова Лена;ж;1991;;0700112233;травма;")]
    [InlineData("Маматова Лена, по паспорту Гүлнара;ж;1991;;0700112233;травма;", "Маматова Гүлнара;ж;1991;;0700112233;травма;")]
    [InlineData("Осмонова Бурул;ж;1984;Алай;0700112233;травма;", "Калыкова Бурул;ж;40 лет;Алай;0700112233;травма;урожд. Осмонова")]
    [InlineData("Осмонова Бурул;ж;1984;Алай;0700112233;травма;", "Калыкова Бурул;ж;40 лет;Алай;0700112233;травма;вышла замуж, была Осмонова")]
    [InlineData("Осмонова Бурул;ж;1984;Алай;0700112233;травма;", "Калыкова Бурул;ж;40 лет;Алай;0700112233;травма;мурунку фам. Осмонова")]
    [InlineData("Осмонова Бурул;ж;1984;Алай;0700112233;травма;", "Калыкова Бурул;ж;40 лет;Алай;0700112233;травма;до замужества Осмонова")]
    [InlineData("Рыскулова Чолпон;ж;1990;Тон;0700112233;травма;звонить брату 0555443322", "Рыскулова Ч.;ж;1990;Тон;0555443322 брат;травма;")]
    [InlineData("?к?рбек уулу Азамат;м;1990;Тон;0700112233;травма;", "Акарбеков Азамат;м;1990;Тон;0700112233;травма;")]
    public void She_is_found_again(string one, string other) => People(one, other)[0].ShouldBe(People(one, other)[1]);

    [Theory]
    [InlineData("Маматова Лена (Гүлнара);ж;1991;;0700112233;травма;", "Маматова Гүлнара;ж;2009;;0700112233;травма;")]
    [InlineData("Маматова Лена (Гүлнара);ж;1991;;0700112233;травма;", "Маматова Гүлнара;ж;1991;;0777889900;травма;")]
    [InlineData("Осмонова Бурул;ж;1984;Алай;0700112233;травма;", "Калыкова Бурул;ж;1999;Алай;0700112233;травма;урожд. Осмонова")]
    [InlineData("Осмонова Бурул;ж;1984;Алай;0700112233;травма;", "Калыкова Бурул;ж;40 лет;Алай;0700112233;травма;ранее Осмонова Айгүл обращалась")]
    [InlineData("Рыскулова Чолпон;ж;1990;Тон;0700112233;травма;тел. прораба 0555443322", "Рыскулова Ч.;ж;1990;Тон;0555443322 брат;травма;")]
    [InlineData("Рыскулова Чолпон;ж;1990;Тон;0700112233;травма;звонить брату 0555443322", "Рыскулова Ч.;ж;1971;Тон;0555443322 брат;травма;")]
    public void Others_stay_apart(string one, string other) => People(one, other)[0].ShouldNotBe(People(one, other)[1]);

    [Fact]
    public void A_number_in_a_remark_is_not_for_calling()
    {
        var row = Readings.Row("Телефон=0700112233", "Примечание=звонить брату 0555443322");
        row.Phones.Select(phone => phone.Number).ShouldBe(["+996700112233"]);
        row.PhonesInRemarks.ShouldBe(["+996555443322"]);
    }

    private static string?[] People(params string[] rows)
    {
        var read = Readings.Read(Headings + string.Join('\n', rows.Select((row, i) => $"{15 + i}.05.2024;{row}")) + "\n");
        return [.. RegisterGrouping.Of(read, TestContext.Current.CancellationToken).People.Skip(1)];
    }
}
