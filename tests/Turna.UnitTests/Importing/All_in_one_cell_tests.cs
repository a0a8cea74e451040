using Turna.Cases.Contracts;

namespace Turna.UnitTests.Importing;

/// <summary>Registers whose cell of names holds the birth and the telephone as well ("Заявитель (ФИО, г.р., тел.)"), and names of messengers in place of numbers.</summary>
public sealed class All_in_one_cell_tests
{
    private static RegisterRow Row(string written) =>
        Readings.Read($"Дата;Заявитель (ФИО, г.р., тел.);Страна;Вопрос\n15.05.2023;\"{written}\";Россия;зарплата\n").Rows[1];

    [Theory]
    [InlineData("Мамытова Айжан (1998) +7 977 404 10 10", "Мамытова Айжан", 1998, "+79774041010"), InlineData("Жолдошбеков Бекболот 79 г.р. 89035551212", "Жолдошбеков Бекболот", 1979, "+79035551212")]
    [InlineData("Орозалиева Назира, 15.06.1993, 8(985)210-00-19", "Орозалиева Назира", 1993, "+79852100019"), InlineData("Джумабаев Эрлан 1995 8 999 111 20 30", "Джумабаев Эрлан", 1995, "+79991112030")]
    [InlineData("Кенжебаев Данияр 12.12.1982 т. 8-910-400-50-60", "Кенжебаев Данияр", 1982, "+79104005060"), InlineData("Усупова Жанара 1987 0555 12-34-56", "Усупова Жанара", 1987, "+996555123456")]
    [InlineData("Асанова Айгүл, 0555123456, 1990 г.р.", "Асанова Айгүл", 1990, "+996555123456"), InlineData("Асанова Айгүл т.0555 12 34 56 (1990)", "Асанова Айгүл", 1990, "+996555123456"), InlineData("Асанова Айгүл 01.02.90, +996 (555) 123-456", "Асанова Айгүл", 1990, "+996555123456")]
    public void Name_birth_and_telephone_are_taken_apart(string written, string name, int born, string phone)
    {
        var row = Row(written);
        (row.Name, row.BirthYear, row.Phones.ShouldHaveSingleItem().Number).ShouldBe((name, (int?)born, phone));
        row.Problems.ShouldNotContain(problem => problem.StartsWith("birthYear:", StringComparison.Ordinal) || problem.StartsWith("name:", StringComparison.Ordinal) || problem.StartsWith("phone:", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_telephones_behind_a_day_of_birth_are_both_hers() =>
        Row("Кенжебаев Данияр Маратович 12.12.1982 т. 8-910-400-50-60, 8-910-400-50-61").Phones.Select(phone => phone.Number).ShouldBe(["+79104005060", "+79104005061"]);

    [Theory]
    [InlineData("Жакшылыкова Назгуль 15.03.90 8 903 111 22 33 (подруга)", 1990, "+79031112233"), InlineData("Асанова Айгүл, 1985, 0555 123456 (муж)", 1985, "+996555123456"), InlineData("Асанова Айгүл (1985) 0555123456 (эжеси)", 1985, "+996555123456")]
    public void Whose_the_number_is_goes_with_the_number(string written, int born, string number)
    {
        var row = Row(written);
        (row.BirthYear, row.Phones.ShouldHaveSingleItem().Number, row.Phones[0].Hers).ShouldBe(((int?)born, number, false));
        row.Name!.Any(char.IsDigit).ShouldBeFalse();
    }

    [Theory, InlineData("Асанбаева Г.Т., 8-926-123-45-67"), InlineData("Ибраимов Чынгыз (за брата Ибраимова Мирлана), 8 977 300 11 00")]
    public void Where_only_a_telephone_stands_beside_the_name_no_birth_is_looked_for(string written) => Row(written).Problems.ShouldNotContain(problem => problem.StartsWith("birthYear:", StringComparison.Ordinal));

    [Fact]
    public void Figures_that_are_neither_are_named() => Row("Асанова Айгүл дело 45").Problems.ShouldContain(problem => problem.StartsWith("birthYear:", StringComparison.Ordinal));

    [Theory, InlineData("@shirin_99"), InlineData("телеграм @nurbek_k96"), InlineData("t.me/nurbek96"), InlineData("Telegram: @ulan.seoul"), InlineData("инста @aijan.kg"), InlineData("тг @bermet79")]
    public void A_name_in_a_messenger_is_no_telephone_that_was_not_understood(string written)
    {
        var row = Readings.Row($"Телефон={written}");
        row.Phones.ShouldBeEmpty();
        row.Problems.ShouldNotContain(problem => problem.StartsWith("phone:", StringComparison.Ordinal));
        row.Text["Телефон"].ShouldBe(written);
    }

    [Theory, InlineData("@aigul сестра"), InlineData("через подругу @aigul")]
    public void Whose_name_in_a_messenger_it_is_must_be_plain(string written) => Readings.Row($"Телефон={written}").Status.ShouldBe(RegisterRowStatus.Doubtful);

    [Fact]
    public void A_name_in_a_messenger_speaks_for_one_person_as_a_number_does()
    {
        var read = Readings.Read("Дата;ФИО;Телефон;Страна;Вопрос\n15.05.2023;Калыков Нурбек;@nurbek_k96;Корея;зарплата\n16.05.2023;Калыков Н.;телеграм @Nurbek_K96;Корея;зарплата\n17.05.2023;Калыков Нурбек;0553102030;Россия;зарплата\n");
        var people = RegisterGrouping.Of(read, TestContext.Current.CancellationToken).People;
        people[2].ShouldBe(people[1]);
        people[3].ShouldNotBe(people[1]);
    }

    [Fact]
    public void A_name_in_a_messenger_beside_the_name_damages_it_not()
    {
        var row = Row("Кожобекова Бермет 79 г.р. @bermet79");
        (row.Name, row.BirthYear).ShouldBe(("Кожобекова Бермет", (int?)1979));
        row.Problems.ShouldNotContain(problem => problem.StartsWith("name:", StringComparison.Ordinal));
    }

    [Theory, InlineData("0707 88 15 15 (мамин)"), InlineData("0707 88 15 15 папин"), InlineData("0770 90 12 34 (qo'shnisiniki)"), InlineData("0556 70 07 70 (eri)"), InlineData("вахта общежития 0558 70 10 10"), InlineData("0558701010 (ресепшн)"), InlineData("0558701010, отасиники")]
    public void Whose_the_number_is_is_understood(string written)
    {
        var row = Readings.Row($"Телефон={written}");
        row.Phones.ShouldHaveSingleItem().Hers.ShouldBeFalse();
        row.Problems.ShouldNotContain(problem => problem.StartsWith("phone:", StringComparison.Ordinal));
    }

    [Theory, InlineData("yangi: +7 701 555 18 90"), InlineData("янги +7 701 555 18 90"), InlineData("new number +7 701 555 18 90"), InlineData("oʻziniki +7 701 555 18 90")]
    public void A_new_number_is_hers(string written) => Readings.Row($"Телефон={written}").Phones.ShouldHaveSingleItem().Hers.ShouldBeTrue();
}
