using Turna.Cases.Contracts;

namespace Turna.UnitTests.Importing;

/// <summary>The number under which somebody is a member joins rows as a document would; the number of a row never does.</summary>
public sealed class Membership_tests
{
    private const string First = "15.05.2024;Сатыбеков Эрлан;0208;1988;Россия;травма\n";

    [Theory, InlineData("Мүчөлүк №"), InlineData("Членский билет №"), InlineData("№ чл. билета"), InlineData("Номер члена профсоюза"), InlineData("Membership No")]
    public void One_number_finds_a_member_again(string heading) => People(heading, First, "20.05.2024;Эрлан Сатыбек уулу;№ 208;36;Россия;зарплата\n", "21.05.2024;Сатыбеков Э.;208;;Польша;зарплата\n").Distinct().ShouldHaveSingleItem();

    [Theory]
    [InlineData("20.05.2024;Маматов Бакыт;208;1988;Россия;зарплата\n"), InlineData("20.05.2024;Сатыбеков Эрлан;208;1971;Россия;зарплата\n"), InlineData("20.05.2024;Сатыбекова Эльвира;208;1988;Россия;зарплата\n")]
    public void A_name_or_a_year_that_speaks_against_it_counts_more(string other) => People("Мүчөлүк №", First, other).Distinct().Count().ShouldBe(2);

    [Fact]
    public void Numbers_that_count_the_rows_are_none()
    {
        var rows = string.Concat(Enumerable.Range(11, 5).Select(number => $"{number}.05.2024;Асанов А.;{number};;Россия;травма\n"));
        Readings.Read($"Дата;ФИО;Членский билет №;Год рожд.;Страна;Вопрос\n{rows}").Rows.ShouldAllBe(row => row.Membership == null);
    }

    [Theory]
    [InlineData("Тимур Жакыпов", "Жакыпов Тимурлан"), InlineData("Жакыпова Гүлзат", "Жакыпова Гүлзата")]
    public void A_short_form_is_one_with_her_own_number_and_year(string one, string other)
    {
        var sex = one.EndsWith('т') ? "ж" : "м";
        var read = Readings.Read($"Дата;ФИО;Пол;Год рожд.;Телефон;Вопрос\n15.05.2024;{one};{sex};1991;0700112233;травма\n16.05.2024;{other};{sex};1991;0700112233;травма\n17.05.2024;{other};{sex};1964;0700112233;травма\n");
        var people = RegisterGrouping.Of(read, TestContext.Current.CancellationToken).People;
        people[1].ShouldBe(people[2]);
        people[1].ShouldNotBe(people[3]);
    }

    private static string?[] People(string heading, params string[] rows)
    {
        var read = Readings.Read($"Дата;ФИО;{heading};Год рожд.;Страна;Вопрос\n{string.Concat(rows)}");
        return [.. RegisterGrouping.Of(read, TestContext.Current.CancellationToken).People.Skip(1)];
    }
}
