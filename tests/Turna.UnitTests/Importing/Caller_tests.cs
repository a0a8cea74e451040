using Turna.Cases.Contracts;

namespace Turna.UnitTests.Importing;

/// <summary>Registers with a column of who made the contact, and what such words show of the sex.</summary>
public sealed class Caller_tests
{
    private const string Headings = "Дата;Кто обратился;Имя (как назвалась);Страна;Вопрос;Связь, безопасность\n";

    [Theory]
    [InlineData("сама", 'F'), InlineData("Сама позвонила", 'F'), InlineData("та же, что № 4", 'F'), InlineData("заявительница", 'F'), InlineData("келин өзү", 'F')]
    [InlineData("сам", 'M'), InlineData("сам лично", 'M'), InlineData("он же", 'M')]
    public void Who_came_herself_shows_her_sex_and_it_is_doubted(string caller, char sex)
    {
        var row = Row(caller, "Тооруча");
        row.Sex.ShouldBe(sex);
        row.Problems.ShouldContain(problem => problem.StartsWith("sex:", StringComparison.Ordinal));
    }

    [Theory, InlineData("өзү"), InlineData("соседка"), InlineData("мать"), InlineData("тётя"), InlineData("сам(а)"), InlineData("брат сам"), InlineData("")]
    public void Another_caller_shows_nothing_of_her(string caller) => Row(caller, "Тооруча").Sex.ShouldBeNull();

    [Theory, InlineData("мать", "Нурзат (дочь)", 'F'), InlineData("отец", "дочь, имя не сказал", 'F'), InlineData("сестра", "Эрлан (брат)", 'M'), InlineData("дочь", "Сайра-эже", 'F'), InlineData("сама", "Бурул апа", 'F'), InlineData("жена", "Нурлан байке", 'M')]
    public void Whose_relative_she_is_and_how_she_is_addressed_show_it(string caller, string name, char sex) => Row(caller, name).Sex.ShouldBe(sex);

    [Theory]
    [InlineData("не назвалась", 'F'), InlineData("не назвала себя", 'F'), InlineData("не представилась", 'F'), InlineData("аноним, не назвалась", 'F'), InlineData("отказалась назвать имя", 'F')]
    [InlineData("не представился", 'M'), InlineData("не назвался", 'M')]
    public void The_form_of_a_refusal_to_be_named_shows_it_doubtfully(string name, char sex)
    {
        var row = Readings.Row($"ФИО={name}");
        (row.Name, row.Sex).ShouldBe((null, sex));
        row.Problems.ShouldContain(problem => problem.StartsWith("sex:", StringComparison.Ordinal));
    }

    [Theory, InlineData("не представилась / не представился"), InlineData("имя не указано")]
    public void A_refusal_without_a_form_shows_nothing(string name) => Readings.Row($"ФИО={name}").Sex.ShouldBeNull();

    [Fact]
    public void A_refusal_by_the_neighbour_shows_nothing_of_her() => Row("соседка", "не назвала").Sex.ShouldBeNull();

    [Fact]
    public void The_name_stands_in_the_column_of_names() => Row("сама", "Айгерим").Name.ShouldBe("Айгерим");

    [Fact]
    public void The_column_of_sexes_counts_before_it() => Readings.Row("Кто обратился=сама", "Пол=м").Sex.ShouldBe('M');

    [Fact]
    public void The_sister_who_called_is_reached_under_the_number() => Row("сестра", "Айгерим", "0700 112 233, до 17:00").Phones.ShouldHaveSingleItem().Hers.ShouldBeFalse();

    [Fact]
    public void A_telephone_beside_the_way_to_reach_her_is_read()
    {
        var row = Row("сама", "Айгерим", "0700-112-233, WhatsApp, до 17:00");
        row.Phones.ShouldHaveSingleItem().Number.ShouldBe("+996700112233");
        row.SafeContact.ShouldContain(rule => rule.Kind == SafeContactKind.Hours);
    }

    [Theory, InlineData("Вид обращ."), InlineData("Тип обращения"), InlineData("Кайрылуунун түрү")]
    public void A_column_of_channels_is_no_topic(string heading)
    {
        var rows = Readings.Read($"Дата;ФИО;{heading};Содержание\n15.05.2023;Асанова Айгүл;лично;зарплата\n16.05.2023;Бекова Жылдыз;тел.;травма\n17.05.2023;Эсенова Гүлнара;письм.;развод\n18.05.2023;Токтосунова Чынар;онлайн;пенсия\n").Rows;
        rows.Skip(1).Select(row => row.Channel).ShouldBe(["visit", "phone", "letter", "messenger"]);
        rows[1].Topics.ShouldBe(["wages"]);
        rows[1].Problems.ShouldNotContain(problem => problem.StartsWith("topics:", StringComparison.Ordinal));
    }

    private static RegisterRow Row(string caller, string name, string contact = "")
    {
        var others = "16.05.2023;сама;Жылдыз;Россия;травма;\n17.05.2023;сам;Бакыт;Россия;травма;\n18.05.2023;мать;Чынар;Россия;травма;\n19.05.2023;сестра;Гүлнара;Россия;травма;\n";
        return Readings.Read($"{Headings}15.05.2023;\"{caller}\";\"{name}\";Россия;зарплата;\"{contact}\"\n{others}").Rows[1];
    }
}
