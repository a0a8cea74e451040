using Turna.Cases.Contracts;

namespace Turna.UnitTests.Importing;

/// <summary>Headings of two lines, columns to be ticked, and the words of other offices and languages in sums, telephones and topics.</summary>
public sealed class Heading_line_tests
{
    [Fact]
    public void A_telephone_under_the_client_is_no_second_name()
    {
        var row = Readings.Read("Дата;Сведения о заявителе;;;Страна;Суть обращения\n;Ф.И.О.;пол;контакты;;\n15.05.2023;Асанова Айгуль;ж;0555 12-34-56;Россия;зарплата\n").Rows[2];
        (row.Name, row.Sex, row.Status).ShouldBe(("Асанова Айгуль", 'F', RegisterRowStatus.Ok));
        row.Phones.ShouldHaveSingleItem().Number.ShouldBe("+996555123456");
    }

    [Theory, InlineData("+;;;;", "wages"), InlineData(";;+;;", "health"), InlineData(";;;;+", "other"), InlineData("+;;+;;", "wages,health")]
    public void Marks_under_one_wide_heading_are_topics(string marks, string codes)
    {
        var row = Readings.Read($"Дата;Клиент;Пол;Страна;Вид обращения;;;;\n;;;;зарплата;документы;травма;виза;другое\n15.05.2023;Асанова Айгуль;ж;Россия;{marks}\n").Rows[2];
        row.Topics.ShouldBe(codes.Split(','));
        row.Problems.ShouldNotContain(problem => problem.StartsWith("topics:", StringComparison.Ordinal));
    }

    [Fact]
    public void A_mark_beside_a_question_in_words_is_not_lost()
    {
        var row = Readings.Read("Дата;ФИО;Пол;Страна;Вопрос;Насилие\n15.05.2023;Асанова Айгуль;ж;Россия;зарплата;+\n").Rows[1];
        row.Topics.ShouldBe(["wages", "gbv"]);
        row.Problems.ShouldContain(problem => problem.StartsWith("topics:", StringComparison.Ordinal));
    }

    [Fact]
    public void A_vague_mark_adds_nothing_to_what_is_told_in_words() =>
        Readings.Read("Дата;ФИО;Пол;Страна;Вопрос;Документы\n15.05.2023;Асанова Айгуль;ж;Россия;забрали паспорт;+\n").Rows[1].Topics.ShouldBe(["documents_withheld"]);

    [Fact]
    public void A_debt_with_its_currency_in_one_column_is_a_sum()
    {
        var row = Readings.Read("Дата;ФИО;Пол;Страна;Вопрос;Долг (валюта)\n15.05.2023;Ким;м;Корея;зарплата;₩3 500 000\n16.05.2023;Ли;м;Корея;зарплата;850 €\n").Rows[1];
        (row.Claimed, row.Currency).ShouldBe((3_500_000m, "KRW"));
    }

    [Theory, InlineData("Валюта долга"), InlineData("Долг, валюта")]
    public void A_currency_alone_stays_one(string heading)
    {
        var row = Readings.Read($"Дата;ФИО;Пол;Страна;Вопрос;Сумма;\"{heading}\"\n15.05.2023;Ким;м;Корея;зарплата;3500;долл\n").Rows[1];
        (row.Claimed, row.Currency).ShouldBe((3_500m, "USD"));
    }

    [Theory, InlineData("200 мың теңге", 200_000, "KZT"), InlineData("1,5 mln so'm", 1_500_000, "UZS"), InlineData("200000 som", 200_000, "KGS"), InlineData("30 миң", 30_000, "RUB")]
    public void Thousands_and_soms_of_neighbours_are_read(string written, int amount, string currency)
    {
        var row = Readings.Row("Пол=ж", "Страна=Россия", $"Сумма долга={written}");
        (row.Claimed, row.Currency).ShouldBe((amount, currency));
    }

    [Theory, InlineData("so'm"), InlineData("soʻm"), InlineData("som")]
    public void Soms_in_Latin_letters_may_be_of_two_countries(string word) =>
        Readings.Row("Пол=ж", "Страна=Россия", $"Сумма долга=90000 {word}").Problems.ShouldContain(problem => problem.StartsWith("claimed:", StringComparison.Ordinal));

    [Theory]
    [InlineData("010 9876 5432, муж сестры: 010-1111-2222", true, false), InlineData("муж: 0555111222, сестра: 0777333444", false, false)]
    [InlineData("0555111222, муж 0777333444", true, false), InlineData("0555111222 (муж), 0777333444", false, true), InlineData("0555111222 муж, 0777333444", false, true)]
    public void Each_number_has_the_owner_written_beside_it(string written, bool first, bool second) =>
        Readings.Row($"Телефон={written}").Phones.Select(phone => phone.Hers).ShouldBe([first, second]);

    [Fact]
    public void A_Russian_number_without_its_eight_is_one() => Readings.Row("Телефон=926 555 11 22").Phones.ShouldHaveSingleItem().Number.ShouldBe("+79265551122");

    [Theory]
    [InlineData("забрали паспорт и заставляют отрабатывать долг", "documents_withheld,forced_labour"), InlineData("забрали паспорт и документы", "documents_withheld")]
    [InlineData("не заплатил", "wages"), InlineData("уволили, не выдали расчёт", "dismissal,wages"), InlineData("умер брат, отправить тело домой", "death_repatriation")]
    [InlineData("пулин бермей жатыпти", "wages"), InlineData("балдары таенесинде калган", "child_left"), InlineData("жардам пулу", "social_benefits"), InlineData("палец отрезало на прессе", "health")]
    public void What_people_say_in_their_own_words_is_a_topic(string written, string codes) => Readings.Row($"Вопрос={written}").Topics.ShouldBe(codes.Split(','));

    [Fact]
    public void One_woman_whose_number_is_once_said_to_be_her_husbands_is_one()
    {
        var read = Readings.Read("Дата;ФИО;Год рожд.;Телефон;Вопрос\n15.05.2023;Каримова Дилбар;;89152223344 (муж);зарплата\n16.05.2023;Каримова Дилбар;1987;89152223344;зарплата\n17.05.2023;Каримова Айнура;1990;89152223344 (муж);зарплата\n");
        RegisterGrouping.Of(read, TestContext.Current.CancellationToken).People[2].ShouldBe(RegisterGrouping.Of(read, TestContext.Current.CancellationToken).People[1]);
        RegisterGrouping.Of(read, TestContext.Current.CancellationToken).People[3].ShouldNotBe(RegisterGrouping.Of(read, TestContext.Current.CancellationToken).People[1]);
    }
}
