using Turna.Cases.Contracts;

namespace Turna.UnitTests.Importing;

/// <summary>Two columns of topics: a further matter is a topic however general its word, a kind of the matter is none, and nothing is left out without a word.</summary>
public sealed class Further_topic_tests
{
    private static RegisterRow Row(string first, string one, string second, string other) =>
        Readings.Read($"Дата;ФИО;Пол;Страна;{first};{second}\n15.05.2023;Асанова Айгуль;ж;Россия;{one};{other}\n").Rows[1];

    private static bool IsDoubted(RegisterRow row) => row.Problems.Any(problem => problem.StartsWith("topics:", StringComparison.Ordinal));

    [Theory]
    [InlineData("Проблема", "Дополнительная проблема", "Жильё", "housing"), InlineData("Тема обращения 1", "Тема обращения 2", "Семья", "family_conflict"), InlineData("Основной вопрос", "Второй вопрос", "Медицина", "health")]
    [InlineData("Маселеси", "Кошумча маселе", "Турак жай", "housing"), InlineData("Muammo", "Qo'shimcha muammo", "Salomatlik", "health"), InlineData("Main problem", "Second problem", "Accommodation", "housing")]
    [InlineData("Concern 1", "Concern 2", "Family", "family_conflict"), InlineData("Issue reported", "Other issue", "Health", "health"), InlineData("Вопрос", "Доп. тема", "Прочее", "other"), InlineData("Primary issue", "Secondary issue", "Police", "detention_police")]
    public void A_further_matter_is_a_topic_whichever_column_it_stands_in(string first, string second, string general, string topic)
    {
        foreach (var row in new[] { Row(first, "не выплатили зарплату", second, general), Row(first, general, second, "не выплатили зарплату") })
        {
            row.Topics.ShouldBe(["wages", topic], ignoreOrder: true);
            IsDoubted(row).ShouldBeFalse();
        }
    }

    [Theory, InlineData("Категория"), InlineData("Вид обращения"), InlineData("Issue category"), InlineData("Кайрылуунун түрү")]
    public void A_kind_of_the_matter_adds_nothing(string heading)
    {
        var row = Row(heading, "Документы", "Суть дела", "не выплатили зарплату");
        row.Topics.ShouldBe(["wages"]);
        IsDoubted(row).ShouldBeFalse();
    }

    [Fact]
    public void A_kind_stays_one_beside_further_matters()
    {
        var row = Readings.Read("Дата;ФИО;Пол;Страна;Категория;Вопрос;Доп. вопрос\n15.05.2023;Асанова Айгуль;ж;Россия;Документы;не выплатили зарплату;Жильё\n").Rows[1];
        row.Topics.ShouldBe(["wages", "housing"], ignoreOrder: true);
    }

    [Fact]
    public void Where_no_heading_says_which_it_is_the_row_says_what_was_left_out()
    {
        var row = Row("Тема", "Жильё", "Суть дела", "не выплатили зарплату");
        row.Topics.ShouldBe(["wages"]);
        IsDoubted(row).ShouldBeTrue();
        IsDoubted(Row("Тема", "Здоровье", "Суть дела", "травма на производстве")).ShouldBeFalse();
    }

    [Theory, InlineData("Аааа", true), InlineData("Что сделано", false)]
    public void A_second_column_of_topics_under_an_unknown_heading_is_one(string heading, bool taken)
    {
        var rows = Readings.Read($"Дата;ФИО;Пол;Страна;Вопрос;{heading}\n15.05.2023;Асанова Айгуль;ж;Россия;зарплата;потеря паспорта\n16.05.2023;Асанова Айгуль;ж;Россия;зарплата;\n17.05.2023;Маматов Руслан;м;Россия;пенсия;негде жить\n18.05.2023;Ким Ирина;ж;Россия;зарплата;развод\n").Rows;
        rows[1].Topics.ShouldBe(taken ? ["wages", "civil_documents"] : ["wages"], ignoreOrder: true);
        IsDoubted(rows[1]).ShouldBe(taken);
        IsDoubted(rows[2]).ShouldBeFalse();
    }

    [Fact]
    public void Places_under_an_unknown_heading_are_no_topics() =>
        Readings.Read("Дата;ФИО;Пол;Страна;Вопрос;Аааа\n15.05.2023;Асанова Айгуль;ж;Россия;зарплата;склад\n16.05.2023;Ким Ирина;ж;Россия;зарплата;кафе\n17.05.2023;Маматов Руслан;м;Россия;пенсия;развод\n").Rows[3].Topics.ShouldBe(["pension"]);
}
