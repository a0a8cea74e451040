using Turna.Cases.Contracts;

namespace Turna.UnitTests.Importing;

/// <summary>What shows a sex where no column writes it: an address beside a year, a father's name, a given name, a story; and what shows none.</summary>
public sealed class Told_sex_tests
{
    private static RegisterRow Row(string name, string story = "зарплата") => Readings.Read($"Дата;ФИО;Страна;Вопрос\n15.05.2023;\"{name}\";Россия;\"{story}\"\n").Rows[1];

    private static bool IsDoubted(RegisterRow row) => row.Problems.Any(problem => problem.StartsWith("sex:", StringComparison.Ordinal));

    [Theory]
    [InlineData("Тооруча апа, 1971 г.р.", 'F'), InlineData("Тооруча байке, 48 лет", 'M'), InlineData("Тооруча эже (1965)", 'F'), InlineData("Тооруча ака 1970", 'M')]
    [InlineData("Жылдыз", 'F'), InlineData("Данияр Т.", 'M'), InlineData("Айдай, 22 года", 'F')]
    [InlineData("Асанов Айгүл", 'F'), InlineData("Цой Анатолий", 'M'), InlineData("дочь заявительницы", 'F'), InlineData("брат обратившегося Эсена", 'M'), InlineData("Братья Асановы", 'M'), InlineData("Сёстры Токоевы, Айгүл и Нур", 'F')]
    public void A_guess_of_the_sex_is_made_and_doubted(string name, char sex)
    {
        var row = Row(name);
        row.Sex.ShouldBe(sex);
        IsDoubted(row).ShouldBeTrue();
    }

    [Theory]
    [InlineData("Асанова Гүлзат Маратовна", 'F'), InlineData("Асанов Бек Маратович", 'M'), InlineData("Асан к-зы Гүлзат", 'F'), InlineData("Темирбек у. Нурбек", 'M'), InlineData("Бакыт к/з Жылдыз", 'F'), InlineData("Асан уулу Нурбек", 'M'), InlineData("Zulfiya Karim qizi", 'F')]
    public void A_fathers_name_written_out_tells_the_sex(string name, char sex)
    {
        var row = Row(name);
        (row.Sex, IsDoubted(row)).ShouldBe((sex, false));
    }

    [Theory]
    [InlineData("Асанова Гүлмира", 'F'), InlineData("Эсенгулов Талант", 'M'), InlineData("Назира Ибрагимова", 'F'), InlineData("Кулбаев Азамат", 'M'), InlineData("Yuldasheva Gulnora", 'F')]
    public void A_family_name_and_a_given_name_that_agree_tell_the_sex(string name, char sex)
    {
        var row = Row(name);
        (row.Sex, IsDoubted(row)).ShouldBe((sex, false));
    }

    [Fact]
    public void Where_a_column_for_the_sex_was_left_empty_the_name_only_proposes() =>
        Readings.Row("ФИО=Асанова Гүлмира", "Пол=").Problems.ShouldContain(problem => problem.StartsWith("sex:", StringComparison.Ordinal));

    [Theory, InlineData("Асиева Шадыбек"), InlineData("Ибрагимова Н."), InlineData("Асанов Айгүл"), InlineData("Асанова Кубата"), InlineData("от Ибраимова Мирлана"), InlineData("Бекова Нурлана")]
    public void Two_forms_that_do_not_agree_or_may_stand_in_another_case_are_doubted(string name) => IsDoubted(Row(name)).ShouldBeTrue();

    [Theory, InlineData("Асанова Г."), InlineData("Асан уулу Айпери"), InlineData("Асанова К. Тооруча")]
    public void A_family_name_alone_and_names_that_contradict_each_other_are_doubted(string name) => IsDoubted(Row(name)).ShouldBeTrue();

    [Fact]
    public void A_mans_name_in_another_case_is_no_womans() => Row("звонил от имени Бекова Нурлана его брат").Sex.ShouldBe('M');

    [Theory, InlineData("Ысманова Рахима"), InlineData("Ысманова Рахима Садыковна"), InlineData("Асанова Шарифа"), InlineData("Юсупова Закира"), InlineData("Асанова Кубата Садыковна")]
    public void A_womans_name_that_is_a_mans_in_another_case_is_hers_where_the_column_says_so(string name)
    {
        var row = Readings.Row($"ФИО={name}", "Пол=ж");
        row.Sex.ShouldBe('F');
        row.Problems.ShouldNotContain(problem => problem.StartsWith("sex:", StringComparison.Ordinal));
    }

    [Fact]
    public void A_fathers_name_of_a_daughter_stands_in_no_other_case() => Row("Ысманова Рахима Садыковна").Sex.ShouldBe('F');

    [Theory, InlineData("ушла от хозяина, не дал зарплату", 'F'), InlineData("зарплата. Приехала в мае, уволилась", 'F')]
    public void A_story_shows_of_whom_it_speaks(string story, char sex)
    {
        var row = Row("аноним", story);
        row.Sex.ShouldBe(sex);
        IsDoubted(row).ShouldBeTrue();
    }

    [Theory, InlineData("приехал в мае, уволился"), InlineData("ищет сестру, уехала в 2019"), InlineData("мать обратилась, сын пропал"), InlineData("работала сестра, зарплату не дали")]
    public void A_story_of_somebody_else_shows_nothing(string story) => Row("аноним", story).Sex.ShouldBeNull();
}
