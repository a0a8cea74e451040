using System.Text;
using Turna.Cases.BringingIn;
using Turna.Cases.Contracts;

namespace Turna.UnitTests.Importing;

/// <summary>Rows of several people are never read as the rows of one, and what belongs to one entry never goes to another.</summary>
public sealed class Entries_apart_tests
{
    private static RegisterRow[] Kept(string csv) => [.. Readings.Read(csv).Rows.Where(row => row.Status != RegisterRowStatus.Skipped)];

    private static string Days(Func<int, string> rows) => string.Join('\n', Enumerable.Range(10, 7).Select(rows)) + "\n";

    [Fact]
    public void Callers_of_one_day_that_is_written_once_stay_apart()
    {
        var rows = Kept("Дата;Телефон;Страна;Вопрос;Примечание\n" + Days(i => $"{i}.05.2023;0555 11 22 {i};Россия;зарплата;\n;0777 33 44 {i};Россия;депортация;"));
        rows.Length.ShouldBe(14);
        rows.Select(row => row.Topics.Single()).ShouldBe(Enumerable.Range(0, 7).SelectMany(_ => new[] { "wages", "deportation" }));
        rows.ShouldAllBe(row => row.Phones.Count == 1);
    }

    [Theory]
    [InlineData("№;Дата;Код клиента;Пол;Страна;Вопрос", "{0};{0}.05.2023;К-{0};ж;Россия;зарплата\n;;К-1{0};м;Казахстан;депортация")]
    [InlineData("Дата;Вид обращения;Страна;Вопрос", "{0}.05.2023;телефон;Россия;зарплата\n;лично;Турция;депортация")]
    [InlineData("Дата;Кто;Телефон;Вопрос", "{0}.05.2023;сама;0555 11 22 {0};зарплата\n;мать;0777 33 44 {0};депортация")]
    [InlineData("№;Дата;Код;Вопрос", "{0};{0}.05.2023;А-{0};зарплата\n;;Б-{0};депортация")]
    [InlineData("Дата;Вопрос;Примечание", "{0}.05.2023;зарплата;\n;депортация;перезвонить")]
    [InlineData("Дата;Клиент;;Страна;Вопрос\n;пол;телефон;;", "{0}.05.2023;ж;0555 11 22 {0};Россия;зарплата\n;м;0777 33 44 {0};Турция;депортация")]
    [InlineData("Дата;Телефон;Страна;Вопрос;Долг\n;;;;валюта", "{0}.05.2023;0555 11 22 {0};Россия;зарплата;100\n;0777 33 44 {0};Турция;депортация;")]
    public void People_whose_number_and_day_are_written_once_stay_apart(string headings, string pair) =>
        Kept($"{headings}\n" + Days(i => string.Format(System.Globalization.CultureInfo.InvariantCulture, pair, i))).Count(row => row.Topics.Count == 1 || row.Text.Values.Contains("депортация")).ShouldBe(14);

    [Fact]
    public void A_lower_telephone_without_a_title_is_hers_with_a_doubt_only()
    {
        var rows = Kept("№;Дата;ФИО;Телефон;Страна;Вопрос\n" + Days(i => $"{i};{i}.05.2023;Асанова Айгүл;;Россия;работодатель не\n;;;{(i == 12 ? "0777 33 44 12" : string.Empty)};;платит зарплату"));
        rows.Length.ShouldBe(7);
        rows[2].Status.ShouldBe(RegisterRowStatus.Doubtful);
        rows[2].Problems.ShouldContain(problem => problem.Contains("0777 33 44 12", StringComparison.Ordinal));
        rows[1].Problems.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("5а;15.01.2023;Ким Сергей;0700 99 88 77;Казахстан;долг")]
    [InlineData(";15.01.2023;Ким Сергей;0700 99 88 77;Казахстан;долг")]
    [InlineData("Отделение в Оше;;;;;")]
    [InlineData("Февраль;;;;;")]
    [InlineData("ФИО;Вопрос;Дата;Страна;Долг;Телефон\nКим Сергей;долг;15.01.2023;Казахстан;;0700 99 88 77")]
    public void The_lower_row_of_what_stands_between_goes_to_nobody_above(string between)
    {
        const string other = ";;;0701 11 11 11;;насилие";
        var rows = Kept($"№;Дата;ФИО;Телефон;Страна;Вопрос\n;;;второй телефон;город;\n{Pairs(1, 4)}5;15.01.2023;Иванова Анна;0555 11 22 77;Россия;депортация\n{between}\n{other}\n{(between[0] == 'Ф' ? string.Empty : Pairs(6, 4))}");
        var her = rows.Single(row => row.Name == "Иванова Анна");
        her.Topics.ShouldBe(["deportation"]);
        her.Phones.Count.ShouldBe(1);
        her.Text.Values.ShouldAllBe(text => !text.Contains("насилие", StringComparison.Ordinal));
        rows.ShouldContain(row => row.Number != her.Number && row.Status != RegisterRowStatus.Ok && row.Text.Values.Any(text => text.Contains("насилие", StringComparison.Ordinal)));
    }

    private static string Pairs(int from, int count) =>
        string.Concat(Enumerable.Range(from, count).Select(i => $"{i};{i + 10}.01.2023;Асанова Айгуль;0555 11 22 1{i};Россия;зарплата\n;;;0777 33 44 1{i};;не платят\n"));

    [Theory]
    [InlineData("стр. 2;;;;"), InlineData(";;2-бет;;"), InlineData(";;- 2 -;;"), InlineData(";;;;Итого: 3"), InlineData("т/н;күнү;аты-жөнү;өлкө;маселе"), InlineData(";;;;")]
    public void The_end_of_a_page_does_not_part_an_entry(string between)
    {
        var rows = Kept("№;Дата;ФИО;Страна;Вопрос\n" + Days(i => $"{i};{i}.05.2023;Асанова Айгүл;Россия;работодатель не\n{(i == 13 ? between + "\n" : string.Empty)};;;;платит зарплату"));
        rows.Length.ShouldBe(7);
        rows.ShouldAllBe(row => row.Topics.Count == 1 && row.Topics[0] == "wages");
    }

    [Fact]
    public void A_table_is_studied_by_all_of_its_rows()
    {
        var early = string.Concat(Enumerable.Range(0, 600).Select(_ => "Асанова Айгүл;01/02/2023;зарплата;Россия\n"));
        var rows = Kept($"Дата;ФИО;Страна;Вопрос\n12.01.2023;Бекова Жылдыз;Россия;зарплата\n13.01.2023;Бекова Жылдыз;Россия;зарплата\nФИО;Дата;Вопрос;Страна\n{early}Асанова Айгүл;02/25/2023;зарплата;Россия\n");
        rows[2].Date.ToString().ShouldBe("2023-01-02");
    }
}
