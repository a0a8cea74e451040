using Turna.Cases.Contracts;

namespace Turna.UnitTests.Importing;

/// <summary>Several people under one name are not registered as one, nor is anybody's relative; and what says that two entries are of one person.</summary>
public sealed class Several_people_tests
{
    private static RegisterRow Row(string name) => Readings.Read($"Дата;ФИО;Страна;Вопрос\n15.05.2023;\"{name}\";Россия;зарплата\n").Rows[1];

    [Theory]
    [InlineData("Топ: 7 жумушчу"), InlineData("6 женщин из Араванского района"), InlineData("трое из Ноокена"), InlineData("Братья Жумабаевы"), InlineData("Маматкуловы"), InlineData("Сёстры Токоевы, Айгүл и Нур"), InlineData("12 швей"), InlineData("супруги Алиевы"), InlineData("3 kishi, Aravon"), InlineData("эже-сиңдилер Асановалар")]
    [InlineData("сын заявительницы"), InlineData("жена обратившегося Эсена")]
    public void Nobody_is_registered_and_the_row_says_so(string name)
    {
        var row = Row(name);
        row.Name.ShouldBeNull();
        row.Problems.ShouldContain(problem => problem.StartsWith("name:", StringComparison.Ordinal));
    }

    [Theory, InlineData("Асанов Бек, 35 лет", "Асанов Бек"), InlineData("Асанова Гүлзат 25 жашта", "Асанова Гүлзат"), InlineData("Топчубаева Гүлзат", "Топчубаева Гүлзат"), InlineData("Жолдош Алиев", "Жолдош Алиев")]
    public void One_person_with_her_age_is_one(string written, string name) => Row(written).Name.ShouldBe(name);

    private static List<string?> People(string headings, params string[] lines)
    {
        var read = Readings.Read(headings + "\n" + string.Join('\n', lines) + "\n");
        return [.. RegisterGrouping.Of(read, TestContext.Current.CancellationToken).People.Skip(1)];
    }

    [Theory, InlineData("С собой дети", true), InlineData("Примечание", false)]
    public void A_child_in_a_column_of_children_holds_no_telephone(string heading, bool one)
    {
        var people = People($"Дата;ФИО;Телефон;Возраст;{heading};Страна;Вопрос", "15.05.2023;Жумалиева Мунара;0555123456;31;сын;Россия;зарплата", "16.05.2023;Жумалиева Муанара;0555123456;31;сын;Россия;травма");
        (people[0] == people[1]).ShouldBe(one);
    }

    [Theory, InlineData("Назгүл (см. № 2)", true), InlineData("Назгүл, повторно", false), InlineData("Бермет (см. № 2)", false)]
    public void An_entry_that_names_another_is_of_the_same_person_where_the_name_bears_it_out(string name, bool one)
    {
        var people = People("№;Дата;ФИО;Страна;Вопрос", "1;15.05.2023;Эсенова Айнура;Россия;зарплата", "2;16.05.2023;Назгүл;Россия;травма", $"3;17.05.2023;{name};Россия;травма");
        (people[1] == people[2]).ShouldBe(one);
    }

    [Theory, InlineData("повторно, см. запись 5", true), InlineData("тот же, что 19.07", false), InlineData("см. 2 стр.", false)]
    public void A_reference_to_an_entry_is_named(string remark, bool named) =>
        Readings.Row("№=7", "Пол=ж", "Страна=Россия", $"Примечание={remark}").Problems.Any(problem => problem.StartsWith("name:", StringComparison.Ordinal)).ShouldBe(named);
}
