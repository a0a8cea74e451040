using Turna.Cases.Contracts;

namespace Turna.UnitTests.Importing;

/// <summary>What a whole column tells of one cell: letters for the sexes beside whole words, the order of day and month, and who sent her.</summary>
public sealed class Column_tells_tests
{
    private static RegisterRow[] Sexes(params string[] written) =>
        [.. Readings.Read($"Күнү;Аты-жөнү;Жынысы;Өлкө;Маселе\n{string.Join('\n', written.Select(sex => $"15.05.2023;Ким;{sex};Россия;айлык"))}\n").Rows.Skip(1)];

    private static RegisterRow[] Days(params string[] written) =>
        [.. Readings.Read($"Date;Name;Sex;Country;Issue\n{string.Join('\n', written.Select(day => $"{day};Aigul Asanova;F;Russia;wages"))}\n").Rows.Skip(1)];

    [Theory, InlineData("э", 'M'), InlineData("Э.", 'M'), InlineData("а", 'F')]
    public void Kyrgyz_letters_beside_whole_Kyrgyz_words_are_those_words(string letter, char sex)
    {
        var row = Sexes("аял", "эркек", letter, "аял")[2];
        (row.Sex, row.Status).ShouldBe(((char?)sex, RegisterRowStatus.Ok));
    }

    [Fact]
    public void Among_Russian_letters_they_may_be_anything() => Sexes("ж", "м", "э", "аял")[2].Status.ShouldBe(RegisterRowStatus.Doubtful);

    [Fact]
    public void Days_that_only_fit_with_the_day_first_tell_the_order_of_the_others()
    {
        var rows = Days("04/03/2023", "14/03/2023", "18/03/2023", "25/03/2023", "28/03/2023", "02/04/2023", "15/04/2023", "22/04/2023", "29/04/2023", "13/05/2023");
        rows[0].Date?.ToString().ShouldBe("2023-03-04");
        rows.ShouldAllBe(row => row.Status == RegisterRowStatus.Ok);
    }

    [Fact]
    public void One_day_with_the_month_first_leaves_the_order_open() =>
        Days("04/03/2023", "14/03/2023", "18/03/2023", "25/03/2023", "28/03/2023", "04/15/2023", "15/04/2023", "22/04/2023", "29/04/2023", "13/05/2023")[0].Status.ShouldBe(RegisterRowStatus.Doubtful);

    [Fact]
    public void A_few_days_do_not_tell_the_order() => Days("04/03/2023", "14/03/2023", "18/03/2023")[0].Status.ShouldBe(RegisterRowStatus.Doubtful);

    [Fact]
    public void A_day_that_breaks_the_order_of_the_rows_as_it_is_read_is_doubted() =>
        Days("01/03/2023", "14/03/2023", "18/03/2023", "25/03/2023", "03/11/2023", "28/03/2023", "15/04/2023", "22/04/2023", "29/04/2023", "13/05/2023", "14/05/2023")[4].Status.ShouldBe(RegisterRowStatus.Doubtful);

    [Theory, InlineData("От кого узнал о нас", "сестра"), InlineData("Heard from", "brother"), InlineData("Кем направлен", "муж"), InlineData("Источник", "соседка"), InlineData("Referred by", "friend"), InlineData("Кимден укту", "эжеси"), InlineData("Qayerdan eshitgan", "opasi")]
    public void Who_sent_her_holds_no_telephone(string heading, string who)
    {
        var row = Readings.Row($"{heading}={who}", "Телефон=0555123456", "Что сделано=звонок в консульство", "Примечание=принесла копию договора");
        row.Phones.ShouldHaveSingleItem().Hers.ShouldBeTrue();
        row.SafeContact.ShouldBeEmpty();
    }

    [Theory, InlineData("претензия", "сестра", "сына не может найти", "последний звонок был из Актобе"), InlineData("замужем", "звонок в инспекцию", "муж сам привёз бумаги", "всё знает")]
    public void Words_of_different_cells_make_no_rule_together(string status, string done, string said, string more)
    {
        var row = Readings.Row($"Сем. положение={status}", $"Что сделано={done}", $"Другое={said}", $"Примечание={more}");
        row.SafeContact.ShouldBeEmpty();
    }

    [Fact]
    public void An_oblast_is_no_place_for_a_stamp() =>
        Readings.Read("Дата;ФИО;Город;Вопрос\n15.05.2023;Асанова Айгүл;Москва;зарплата\n16.05.2023;;МО;\n").Rows[^1].Status.ShouldBe(RegisterRowStatus.Doubtful);

    [Fact]
    public void Words_under_a_bare_rest_of_a_table_of_marks_are_doubted() =>
        Readings.Read("Дата;ФИО;Зарплата;Документы;Прочее\n15.05.2023;Асанова Айгүл;+;;\n16.05.2023;Бекова Жылдыз;;;сестра ждёт зарплату, сама спрашивала адрес\n").Rows[^1]
            .Problems.ShouldContain(problem => problem.StartsWith("topics:", StringComparison.Ordinal));

    [Theory, InlineData("@mail.ru"), InlineData("facebook.com/profile.php")]
    public void The_rest_of_an_address_is_no_name_in_a_messenger(string written) => Readings.Row($"Телефон={written}").Nicknames.ShouldBeEmpty();

    [Fact]
    public void A_name_in_a_messenger_of_her_husband_is_not_hers() => Readings.Row("Телефон=@murat_77", "Примечание=тел. мужа").Nicknames.ShouldBeEmpty();

    [Theory, InlineData("М.П.;03.07.2023;;;"), InlineData(";М.П.;;03.07.2023;"), InlineData("М.О.;;;;"), InlineData("мөөр орду;03.07.2023;;;"), InlineData("М.Ў.;;;03.07.2023;")]
    public void A_place_for_a_stamp_with_its_day_is_no_consultation(string line) =>
        Readings.Read($"№;Дата;ФИО;Страна;Вопрос\n1;15.05.2023;Асанова Айгүл;Россия;зарплата\n{line}\n").Rows[2].Status.ShouldBe(RegisterRowStatus.Skipped);

    [Theory, InlineData("$1,200", 1200), InlineData("1.800 евро", 1800), InlineData("USD 1,500", 1500), InlineData("71.500 руб", 71500), InlineData("₺54,000", 54000)]
    public void Three_figures_behind_a_mark_beside_a_currency_are_thousands(string written, int amount)
    {
        var row = Readings.Row("Пол=ж", "Страна=Россия", $"Сумма={written}");
        (row.Claimed, row.Problems.Any(problem => problem.StartsWith("claimed:", StringComparison.Ordinal))).ShouldBe(((decimal?)amount, false));
    }

    [Theory, InlineData("1.500"), InlineData("0.500 $"), InlineData("1.500 KWD"), InlineData("1,500 млн сом")]
    public void Where_the_mark_may_be_that_of_a_fraction_it_is_doubted(string written) =>
        Readings.Row("Пол=ж", "Страна=Россия", $"Сумма={written}").Problems.ShouldContain(problem => problem.StartsWith("claimed:", StringComparison.Ordinal));

    [Theory, InlineData("Взыскивается"), InlineData("Взыскиваемая сумма"), InlineData("Истребуется"), InlineData("Өндүрүлүүдө"), InlineData("Undirilayotgan summa")]
    public void What_is_being_claimed_is_claimed(string heading) => Readings.Row("Пол=ж", "Страна=Россия", $"{heading}=5000 руб").Claimed.ShouldBe(5000);
}
