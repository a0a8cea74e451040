using Turna.Cases.Contracts;

namespace Turna.UnitTests.Importing;

/// <summary>Words that turn a number, a sum or a mark into somebody else's, or into nothing: taken for hers they would be silent errors.</summary>
public sealed class Whose_it_is_tests
{
    [Theory]
    [InlineData("Асанова Айгүл, муж 0555123456"), InlineData("Асанова Айгүл тел мужа 0555123456"), InlineData("Асанова Айгүл, тел мужа 0555 123 456")]
    [InlineData("Асанова Айгүл, брат 0555 12-34-56"), InlineData("Асанова Айгүл, күйөөсү 0555123456"), InlineData("Асанова Айгүл, муж Бакыт 0555123456")]
    [InlineData("Асанова Айгүл (муж, 0555123456)"), InlineData("Асанова Айгүл, муж: 0555123456")]
    public void A_number_beside_the_name_is_of_whom_stands_before_it(string written)
    {
        foreach (var heading in new[] { "ФИО", "ФИО, телефон" })
        {
            var row = Readings.Read($"Дата;{heading};Пол;Страна;Вопрос\n15.05.2023;\"{written}\";ж;Россия;зарплата\n").Rows[1];
            row.Name.ShouldBe("Асанова Айгүл", heading);
            row.Phones.Where(phone => phone.Hers).ShouldBeEmpty(heading);
            row.Phones.ShouldHaveSingleItem(heading).Number.ShouldBe("+996555123456");
        }
    }

    [Theory, InlineData("Асанова Айгүл Бакыт кызы 0555123456", "Асанова Айгүл Бакыт кызы"), InlineData("Karimova Nilufar Anvar qizi, 0555123456", "Karimova Nilufar Anvar qizi")]
    public void A_fathers_name_before_a_number_is_hers(string written, string name)
    {
        var row = Readings.Read($"Дата;ФИО, телефон;Пол;Страна;Вопрос\n15.05.2023;\"{written}\";ж;Россия;зарплата\n").Rows[1];
        (row.Name, row.Phones.ShouldHaveSingleItem().Hers).ShouldBe((name, true));
    }

    /// <summary>Cells that nobody writes by hand are read in a moment: a pattern that goes back and forth in them would take hours.</summary>
    [Fact]
    public async Task A_cell_of_signs_without_end_is_read_like_any_other()
    {
        var signs = new string('-', 12_000);
        var phones = $"0555123456 {new string('а', 12_000)} {signs} 0777123456";

        var row = await Task.Run(() => Readings.Row($"ФИО=Асанова {signs}а{signs} муж 0555123456", $"Телефон={phones}"), TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        row.Phones.ShouldContain(phone => !phone.Hers);
    }

    [Fact]
    public void A_number_of_the_country_where_she_is_is_read_beside_the_name_too()
    {
        var row = Readings.Read("Дата;ФИО, телефон;Пол;Страна;Вопрос\n15.05.2023;\"Асанова Айгүл, 010-2345-6789\";ж;Корея;зарплата\n").Rows[1];
        row.Phones.ShouldHaveSingleItem().Number.ShouldBe("+821023456789");
    }

    [Theory]
    [InlineData("0555123456\nмуж\n0777123456"), InlineData("0555123456, сестра\n0777123456"), InlineData("0555123456, муж 0777123456 сама"), InlineData("0555123456\nмуж\n0777123456\nсама")]
    public void A_number_with_a_relative_on_either_side_is_never_hers(string written)
    {
        var phones = Readings.Row($"Телефон={written}").Phones;
        phones.Count.ShouldBe(2);
        phones[0].Hers.ShouldBeFalse();
    }

    [Theory, InlineData("996 555 12 34")]
    public void A_number_of_home_that_lost_figures_is_not_one_of_Russia(string written)
    {
        var row = Readings.Row($"Телефон={written}");
        row.Phones.ShouldHaveSingleItem().Number.ShouldNotStartWith("+7");
        row.Problems.ShouldContain(problem => problem.StartsWith("phone:", StringComparison.Ordinal));
    }

    [Theory, InlineData("Karimova Nilufar Anvar qizi, 1990"), InlineData("Karimova Nilufar Anvar qizi 1990"), InlineData("Karimov Jasur Anvar oʻgʻli, 1990")]
    public void The_birth_behind_a_fathers_name_is_her_own(string written)
    {
        var row = Readings.Row($"ФИО={written}");
        (row.Name!.Split(' ').Length, row.BirthYear).ShouldBe((4, 1990));
    }

    [Theory, InlineData("Айгүл (ж)", "Асанова Айгүл"), InlineData("Асанова Айгүл (ж)", "Асанова Айгүл")]
    public void A_family_name_in_its_own_column_stays_with_the_given_one(string given, string name) =>
        Readings.Read($"Дата;Фамилия;Имя (пол);Страна;Вопрос\n15.05.2023;Асанова;{given};Россия;зарплата\n").Rows[1].Name.ShouldBe(name);

    [Theory, InlineData("отправить телефон"), InlineData("телефон домой"), InlineData("отправить документы на телефон"), InlineData("отправил деньги по телефону")]
    public void A_telephone_is_no_dead_body(string written) => Readings.Row($"Вопрос={written}").Topics.ShouldNotContain("death_repatriation");

    [Theory, InlineData("Сколько отдал посреднику"), InlineData("Сколько отдали за визу"), InlineData("Сколько получает"), InlineData("Получил на руки в месяц"), InlineData("Сколько выплатил посреднику"), InlineData("Amount paid to agency")]
    public void Fees_and_wages_are_not_recovered(string heading) =>
        Readings.Read($"Дата;ФИО;Пол;Страна;Вопрос;{heading}\n15.05.2023;Асанова Айгүл;ж;Россия;зарплата;50000 руб\n").Rows[1].Recovered.ShouldBeNull();

    [Theory]
    [InlineData("нет", SafeContactKind.NoCalls), InlineData("жок", SafeContactKind.NoCalls), InlineData("не желательно", SafeContactKind.ReadFirst), InlineData("по обстоятельствам", SafeContactKind.ReadFirst)]
    public void An_answer_to_whether_she_may_be_called_is_a_rule(string written, SafeContactKind kind) =>
        Readings.Read($"Дата;ФИО;Пол;Страна;Вопрос;Можно ли вам звонить?\n15.05.2023;Асанова Айгүл;ж;Россия;зарплата;{written}\n").Rows[1].SafeContact.ShouldContain(rule => rule.Kind == kind);

    [Fact]
    public void She_may_be_called_who_says_so() =>
        Readings.Read("Дата;ФИО;Пол;Страна;Вопрос;Можно ли вам звонить?\n15.05.2023;Асанова Айгүл;ж;Россия;зарплата;да\n").Rows[1].SafeContact.ShouldBeEmpty();

    [Theory, InlineData("звонит, вопросов нет"), InlineData("нет возможности звонить родным")]
    public void That_she_calls_forbids_no_call(string written) => Readings.Row($"Примечание={written}").SafeContact.ShouldNotContain(rule => rule.Kind == SafeContactKind.NoCalls);

    [Theory, InlineData("Договор", "да"), InlineData("Регистрация", "1"), InlineData("Беременность", "ооба")]
    public void What_she_has_is_no_topic_beside_a_column_of_topics(string heading, string written) =>
        Readings.Read($"Дата;ФИО;Пол;Страна;Вопрос;{heading}\n15.05.2023;Асанова Айгүл;ж;Россия;зарплата;{written}\n").Rows[1].Topics.ShouldBe(["wages"]);

    [Fact]
    public void Violence_is_a_topic_however_it_is_said() =>
        Readings.Read("Дата;ФИО;Пол;Страна;Вопрос;Насилие\n15.05.2023;Асанова Айгүл;ж;Россия;зарплата;да\n").Rows[1].Restricted.ShouldBeTrue();

    [Theory, InlineData("не заплатил за патент", "migration_law"), InlineData("не заплатила за квартиру", "housing"), InlineData("не выплатил кредит", "debt_money")]
    public void What_she_did_not_pay_is_not_her_wage(string written, string topic) => Readings.Row($"Вопрос={written}").Topics.ShouldBe([topic]);

    [Theory, InlineData("иш берүүчү менен байланыш жок"), InlineData("паспорт не дадут"), InlineData("не заплатили за товар")]
    public void What_may_be_another_matter_is_doubted(string written) =>
        Readings.Row($"Вопрос={written}").Problems.ShouldContain(problem => problem.StartsWith("topics:", StringComparison.Ordinal));

    [Theory, InlineData("получить дубликат трудовой книжки"), InlineData("патент аннулирован")]
    public void Duplicates_of_papers_are_no_rows_that_stand_twice(string written) =>
        Readings.Row($"Примечание={written}").Problems.ShouldNotContain(problem => problem.Contains("twice", StringComparison.Ordinal));

    [Fact]
    public void Kazan_is_a_town() =>
        Readings.Read("Дата;ФИО;Пол;Страна;Вопрос\nКазань;;;;\n3;Асанова Айгүл;ж;Россия;зарплата\n").Rows[^1].Date.ShouldBeNull();

    [Fact]
    public void A_month_without_a_year_follows_the_one_above()
    {
        var rows = Readings.Read(
            "Дата;ФИО;Пол;Страна;Вопрос\nНоябрь 2023;;;;\n5;Асанова Айгүл;ж;Россия;зарплата\nДекабрь;;;;\n6;Бекова Жылдыз;ж;Россия;зарплата\nЯнварь;;;;\n7;Эсенова Гүлнара;ж;Россия;зарплата\n").Rows;
        rows.Where(row => row.Name is not null).Select(row => row.Date?.ToString()).ShouldBe(["2023-11-05", "2023-12-06", "2024-01-07"]);
    }
}
