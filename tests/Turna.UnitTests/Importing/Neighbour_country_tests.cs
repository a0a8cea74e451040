using Turna.Cases.Contracts;

namespace Turna.UnitTests.Importing;

/// <summary>Registers of groups in Kazakhstan, Korea and Turkey, of answers to a form, and with months as lines between the entries.</summary>
public sealed class Neighbour_country_tests
{
    private const string Kazakh = "№;Күні;Аты-жөні;Туған жылы;Телефон;Қала;Мәселе;Қарыз сомасы;Қайтарылды;Ескерту\n";

    [Theory]
    [InlineData("жалақысын бермеді", "wages"), InlineData("паспортын алып қойған", "documents_withheld"), InlineData("күйеуі ұрып-соғады", "gbv"), InlineData("жұмыс іздеу", "job_search")]
    [InlineData("зейнетақы", "pension"), InlineData("ажырасу", "family_conflict"), InlineData("туу туралы куәлік", "civil_documents"), InlineData("үйге қайту", "return")]
    public void A_register_in_Kazakh_is_read(string written, string topic)
    {
        var row = Readings.Read($"{Kazakh}1;10 қаңтар 2024;Сатиева Айгүл;38 жас;87471112233;Алматы;{written};450 мың теңге;200 000 тг;күйеуіне айтпаңыз\n").Rows[1];
        (row.Date!.Value.ToString(), row.BirthYear, row.Country, row.Claimed, row.Recovered, row.Currency).ShouldBe(("2024-01-10", 1986, "KZ", 450_000m, 200_000m, "KZT"));
        row.Topics.ShouldBe([topic]);
        row.SafeContact.ShouldHaveSingleItem().Kind.ShouldBe(SafeContactKind.KeepFrom);
    }

    [Theory, InlineData("қаңтар бойынша барлығы: 4"), InlineData("Январь боюнча жыйынтыгы"), InlineData("Барлығы")]
    public void A_total_behind_its_month_is_no_consultation(string total) =>
        Readings.Read($"{Kazakh}1;10.01.2024;Сатиева Айгүл;1986;87471112233;Алматы;жалақы;450000;;\n;;{total};;;;;450000;200000;\n").Rows[2].Status.ShouldBe(RegisterRowStatus.Skipped);

    [Theory]
    [InlineData("Журнал за 2023 год", "3", "2023-04-03", false), InlineData("Журнал за 2023 год", "8-е", "2023-04-08", false), InlineData("Журнал за 2023 год", "12 числа", "2023-04-12", false)]
    [InlineData("Журнал за 2023 год", "20?", "2023-04-20", true), InlineData("Журнал, ведётся с 2023 года", "3", "2023-04-03", true)]
    public void A_day_below_the_line_of_its_month_is_of_it(string title, string written, string day, bool doubted)
    {
        var row = Readings.Read($"{title};;;;\nЧисло;ФИО;Пол;Страна;Вопрос\nМАРТ;;;;\n31;Ким;м;Россия;зарплата\nАПРЕЛЬ;;;;\n{written};Ли;м;Россия;зарплата\n").Rows[5];
        row.Date!.Value.ToString().ShouldBe(day);
        row.Problems.Any(problem => problem.StartsWith("date:", StringComparison.Ordinal)).ShouldBe(doubted);
    }

    [Theory, InlineData("Май 2022", "2022-05-03"), InlineData("За май месяц", "2023-05-03"), InlineData("Апрель — июнь", null), InlineData("II полугодие", null)]
    public void A_line_between_entries_may_name_the_month_and_its_year(string line, string? day) =>
        Readings.Read($"Журнал за 2023 год;;;;\nЧисло;ФИО;Пол;Страна;Вопрос\n{line};;;;\n3;Ли;м;Россия;зарплата\n4;Ким;м;Россия;зарплата\n").Rows[3].Date?.ToString().ShouldBe(day);

    [Theory, InlineData("Корея", "010-9999-8888", "+821099998888"), InlineData("Турция", "0533 111 22 33", "+905331112233"), InlineData("Россия", "0555 11 22 33", "+996555112233")]
    public void A_number_is_dialled_as_in_the_country_where_she_is(string country, string written, string number) =>
        Readings.Row($"Страна={country}", $"Телефон={written}").Phones.ShouldHaveSingleItem().Number.ShouldBe(number);

    [Fact]
    public void One_number_with_and_without_the_code_of_its_country_is_one()
    {
        var read = Readings.Read("Дата;ФИО;Год рожд.;Телефон;Страна;Вопрос\n15.05.2023;Сейитбеков Мирлан;;+82 10-9999-8888;Корея;травма\n16.05.2023;Мирлан Сейитбеков;;01099998888;Кыргызстан;травма\n");
        var people = RegisterGrouping.Of(read, TestContext.Current.CancellationToken).People;
        people[2].ShouldBe(people[1]);
    }

    [Fact]
    public void Somebody_who_will_not_say_it_has_no_name() => Readings.Row("ФИО=Не хочу говорить").Name.ShouldBeNull();

    [Theory]
    [InlineData("матери не говорить", SafeContactKind.KeepFrom), InlineData("жолдошу билбеши керек", SafeContactKind.KeepFrom), InlineData("адрес не разглашать", SafeContactKind.KeepFrom)]
    [InlineData("телефонды күйеуі тексереді", SafeContactKind.ReadFirst), InlineData("кайненеси угуп калат", SafeContactKind.ReadFirst), InlineData("не оставлять голосовые", SafeContactKind.ReadFirst)]
    [InlineData("писать только через сестру", SafeContactKind.ReadFirst), InlineData("да, вечером после 20:00", SafeContactKind.ReadFirst), InlineData("только по вторникам", SafeContactKind.ReadFirst)]
    public void What_keeps_her_safe_is_not_passed_over(string remark, SafeContactKind kind) => Readings.Row($"Примечание={remark}").SafeContact.ShouldContain(rule => rule.Kind == kind);
}
