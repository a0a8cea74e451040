using Turna.Cases.Contracts;
using Turna.Cases.Importing.Values;

namespace Turna.UnitTests.Importing;

/// <summary>Habits of offices that kept their registers unlike the samples: what may be another thing must not be read as certain.</summary>
public sealed class Other_office_tests
{
    [Theory, InlineData("#REF!"), InlineData("#DIV/0!"), InlineData("=F1*2→")]
    public void An_error_or_a_formula_never_computed_is_doubted(string cell)
    {
        var file = new WorkbookMaker().Sheet("2023").Row(1, "Дата", "ФИО", "Пол", "Страна", "Вопрос", "Сумма долга")
            .Row(2, "15.05.2023", "Ким", "м", "Россия", "зарплата", cell).Make();
        var row = Readings.Read(file, "register.xlsx").Rows[1];
        row.Claimed.ShouldBeNull();
        row.Problems.ShouldContain(problem => problem.StartsWith("claimed:", StringComparison.Ordinal));
        row.Text.Keys.ShouldContain("Сумма долга");
    }

    [Fact]
    public void A_row_of_formulas_never_computed_is_empty()
    {
        var file = new WorkbookMaker().Sheet("2023").Row(1, "Дата", "ФИО", "Вопрос", "Сумма долга").Row(2, "15.05.2023", "Ким", "зарплата", null)
            .Row(3, null, null, null, "=A3→").Row(4, "16.05.2023", "Ли", "зарплата", null).Make();
        Readings.Read(file, "register.xlsx").Rows[2].Status.ShouldBe(RegisterRowStatus.Skipped);
    }

    [Theory, InlineData("Сумма долга", "#ДЕЛ/0!", "claimed"), InlineData("Дата", "#ССЫЛКА!", "date"), InlineData("Год рожд.", "#ЗНАЧ!", "birthYear"), InlineData("Страна", "#Н/Д", "country"), InlineData("ФИО", "#ИМЯ?", "name"), InlineData("Дата", "########", "date")]
    public void An_error_saved_as_text_is_no_value(string heading, string written, string field)
    {
        var row = Readings.Row($"{heading}={written}");
        row.Problems.ShouldContain(problem => problem.StartsWith(field + ":", StringComparison.Ordinal));
        (row.Claimed, row.BirthYear, row.Country).ShouldBe((null, null, null));
        if (field == "name") row.Name.ShouldBeNull();
        row.Text[heading].ShouldBe(written);
    }

    [Theory]
    [InlineData("Предыдущая страна", "Казахстан"), InlineData("Планируемая страна", "Корея"), InlineData("Страна назначения ранее", "Турция")]
    public void A_country_of_another_time_is_not_where_she_is(string heading, string country)
    {
        var row = Readings.Row("Пол=ж", $"{heading}={country}");
        row.Country.ShouldBeNull();
        row.Text[heading].ShouldBe(country);
        Readings.Row($"{heading}={country}", "Страна=Россия").Country.ShouldBe("RU");
    }

    [Theory]
    [InlineData("Долг за аренду", "15000 руб"), InlineData("Возвращено ранее", "15000 руб"), InlineData("Сумма штрафа", "15000 руб")]
    public void A_sum_of_another_matter_is_neither_claimed_nor_recovered(string heading, string written)
    {
        var row = Readings.Row("Пол=ж", $"{heading}={written}");
        (row.Claimed, row.Recovered).ShouldBe((null, null));
        row.Text[heading].ShouldBe(written);
    }

    [Fact]
    public void The_phone_of_a_husband_in_a_column_of_its_own_is_not_hers() =>
        Readings.Row("Телефон=0555111222", "Телефон мужа=0777333444").Phones.ShouldHaveSingleItem().Number.ShouldBe("+996555111222");

    [Fact]
    public void The_subject_of_a_training_is_no_question() =>
        Readings.Read("Дата;ФИО;Вопрос;Тема тренинга\n15.05.2023;Ким;зарплата;гендерное насилие\n").Rows[1].Topics.ShouldBe(["wages"]);

    [Theory, InlineData("Сумма долга;Сумма иска"), InlineData("Сумма иска;Сумма долга")]
    public void Two_columns_of_one_kind_that_differ_are_doubted(string headings) =>
        Readings.Read($"Дата;ФИО;Пол;Страна;Вопрос;{headings}\n15.05.2023;Ким;м;Россия;зарплата;50000 руб;70000 руб\n").Rows[1].Problems.ShouldContain(problem => problem.StartsWith("claimed:", StringComparison.Ordinal));

    [Theory, InlineData("89161234567"), InlineData("996555123456"), InlineData("тел 89161234567")]
    public void A_telephone_number_is_no_sum(string written)
    {
        var row = Readings.Row($"Сумма долга={written}");
        row.Claimed.ShouldBeNull();
        row.Problems.ShouldContain(problem => problem.StartsWith("claimed:", StringComparison.Ordinal));
    }

    [Theory, InlineData("1,5"), InlineData("45"), InlineData("80")]
    public void A_sum_too_small_to_be_one_is_doubted(string written) =>
        Readings.Row("Пол=ж", "Страна=Россия", $"Сумма долга={written}").Problems.ShouldContain(problem => problem.StartsWith("claimed:", StringComparison.Ordinal));

    [Fact]
    public void Ten_dollars_do_not_become_ten_roubles()
    {
        var row = Readings.Row("Страна=Россия", "Сумма долга=10500 руб", "Возвращено=10 $");
        (row.Claimed, row.Recovered, row.Currency).ShouldBe((10500m, null, "RUB"));
        row.Problems.ShouldContain("recovered: RUB claimed, USD recovered");
        row.Text["Возвращено"].ShouldBe("10 $");
    }

    [Theory, InlineData("евро", "currency:"), InlineData("в долларах", "currency:"), InlineData("сумма указана в тыс. руб.", "claimed:")]
    public void A_remark_that_speaks_of_the_unit_makes_the_sum_doubtful(string remark, string problem) =>
        Readings.Row("Пол=ж", "Страна=Россия", "Сумма долга, руб.=1250", $"Примечание={remark}").Problems.ShouldContain(said => said.StartsWith(problem, StringComparison.Ordinal));

    [Theory, InlineData("1 млн 200 тыс. руб.", 1200000), InlineData("71 тысяч 500 рублей", 71500), InlineData("71 т 500 р", 71500), InlineData("100 руб. 50 коп.", 100.5)]
    public void A_sum_of_two_numbers_is_read(string written, decimal sum)
    {
        var row = Readings.Row("Пол=ж", "Страна=Россия", $"Сумма долга={written}");
        (row.Claimed, row.Currency, row.Status).ShouldBe((sum, "RUB", RegisterRowStatus.Ok));
    }

    [Theory]
    [InlineData("3х25000 руб", 75000), InlineData("25000*3", 75000), InlineData("2 мес. по 45000 руб", 90000), InlineData("25000 x 3 мес = 75000 руб", 75000)]
    [InlineData("за 3 месяца 90000 руб", 90000), InlineData("90000 руб за 3 мес.", 90000), InlineData("25000 руб (аванс 5000)", 25000), InlineData("28 000 (апрель 12 000, май 16 000) руб", 28000), InlineData("50000 руб, штраф 5000", 50000)]
    public void A_sum_that_was_computed_or_cut_is_doubted(string written, int sum)
    {
        var row = Readings.Row("Пол=ж", "Страна=Россия", $"Сумма долга={written}");
        row.Claimed.ShouldBe(sum);
        row.Problems.ShouldContain(problem => problem.StartsWith("claimed:", StringComparison.Ordinal));
        row.Text["Сумма долга"].ShouldBe(written);
    }

    [Theory, InlineData("25000 из 50000"), InlineData("20 часов"), InlineData("3 мес.")]
    public void Two_numbers_that_may_be_anything_are_no_sum(string written) => Readings.Row($"Сумма долга={written}").Claimed.ShouldBeNull();

    [Theory, InlineData("Пол=+", "sex:"), InlineData("Пол=бала", "sex:"), InlineData("Год рожд.=?", "birthYear:"), InlineData("Год рожд.=+", "birthYear:"), InlineData("Страна=?", "country:")]
    public void A_sign_that_is_no_dash_says_something(string cell, string field) =>
        Readings.Row(cell).Problems.ShouldContain(problem => problem.StartsWith(field, StringComparison.Ordinal));

    [Theory, InlineData("Пол=—", "sex:"), InlineData("Год рожд.=-", "birthYear:"), InlineData("Страна=...", "country:"), InlineData("Сумма долга=–", "claimed:")]
    public void A_dash_says_nothing(string cell, string field) =>
        Readings.Row(cell).Problems.ShouldNotContain(problem => problem.StartsWith(field, StringComparison.Ordinal) && !problem.Contains("form of the name", StringComparison.Ordinal));

    [Theory, InlineData("8 996 555 70 80 90", "+996555708090"), InlineData("8-10-996-555-708090", "+996555708090"), InlineData("+8 916 123-45-67", "+79161234567"), InlineData("810 90 532 123 45 67", "+905321234567")]
    [InlineData("8 (0555) 77-88-99", "+996555778899"), InlineData("8-0312-66-12-12", "+996312661212"), InlineData("8 555 102033", "+996555102033"), InlineData("8 701 222 33 44", "+77012223344")]
    public void A_number_dialled_from_Russia_is_known_again(string written, string number) => Readings.Row($"Телефон={written}").Phones.ShouldHaveSingleItem().Number.ShouldBe(number);

    [Fact]
    public void The_eight_of_a_number_that_the_register_also_writes_with_seven_is_a_seven()
    {
        var register = Readings.Read("Дата;ФИО;Телефон;Вопрос\n15.05.2023;Ким;8 555 102033;зарплата\n16.05.2023;Ким;+7 555 102033;зарплата\n17.05.2023;Ли;8 777 102033;зарплата\n");
        register.Rows.SelectMany(row => row.Phones).Select(phone => phone.Number).ShouldBe(["8555102033", "+7555102033", "+996777102033"]);
        register.Rows.Skip(1).Take(2).ShouldAllBe(row => row.Problems.Any(problem => problem.EndsWith("has too few digits", StringComparison.Ordinal)));
        HostNumber.Key("8555102033").ShouldBe(HostNumber.Key("+7555102033"));
    }

    [Theory]
    [InlineData("Юлдашев Шухратжон;+79251112233;1980", "Юлдашев Шухрат;89251112233;1980", true)]
    [InlineData("Юлдашева Гулчехрахон;+79251112233;1980", "Юлдашева Гулчехра;89251112233;1980", true)]
    [InlineData("Кадырова Нур;0705111008;1985", "Кадырова Нургүл;0705111008;1985", false)]
    [InlineData("Кадырова Гүлмира;0705111008;1985", "Кадырова Гүлмира;0705111009;1985", false)]
    [InlineData("Кадырова Гүлмира;0705111008;1985", "Кадырова Гүлмира;;1985", true)]
    public void Endings_of_respect_join_and_an_oblast_alone_does_not(string one, string other, bool same)
    {
        var register = Readings.Read($"Дата;ФИО;Телефон;Год рожд.;Область;Вопрос\n15.05.2023;{one};Баткенская;зарплата\n16.05.2023;{other};Баткенская;зарплата\n");
        var people = RegisterGrouping.Of(register, TestContext.Current.CancellationToken).People;
        (people[1] == people[2]).ShouldBe(same);
    }

    [Theory]
    [InlineData("не выплачена зарплата", "wages"), InlineData("не оплатили сверхурочные", "overtime"), InlineData("удержали паспорт", "documents_withheld"), InlineData("невыдача трудовой книжки", "documents_withheld")]
    [InlineData("невыплата алиментов", "family_conflict"), InlineData("предвыездная подготовка", "training"), InlineData("домогательства со стороны начальника", "harassment_work"), InlineData("балдары үйдө калган", "child_left"), InlineData("упал на стройке", "health")]
    public void Other_words_for_a_question_are_understood(string written, string topic)
    {
        var row = Readings.Row("Пол=ж", "Страна=Россия", $"Вопрос={written}");
        (string.Join(' ', row.Topics), row.Status).ShouldBe((topic, RegisterRowStatus.Ok));
    }

    [Theory, InlineData("Кто звонил", "К взысканию (сом)", "Кайсы өлкөдө")]
    public void Other_headings_are_understood(string name, string sum, string country)
    {
        var row = Readings.Read($"Дата;{name};Пол;{country};Вопрос;{sum}\n15.05.2023;Азиз;м;Кыргызстан;зарплата;5000\n").Rows[1];
        (row.Name, row.Country, row.Claimed, row.Currency, row.Status).ShouldBe(("Азиз", "KG", 5000m, "KGS", RegisterRowStatus.Ok));
    }

    [Fact]
    public void A_tab_without_a_year_takes_that_of_the_file_and_says_so()
    {
        var file = new WorkbookMaker().Sheet("Приём").Row(1, "Дата", "ФИО", "Вопрос").Row(2, "15.05.2023", "Ким", "зарплата")
            .Sheet("Телефон").Row(1, "Дата", "ФИО", "Вопрос").Row(2, "2 фев.", "Ли", "зарплата").Make();
        var row = Readings.Read(file, "register.xlsx").Rows[^1];
        row.Date.ToString().ShouldBe("2023-02-02");
        row.Problems.ShouldContain(problem => problem.StartsWith("date:", StringComparison.Ordinal));
    }

    [Fact]
    public void A_column_of_numbers_that_are_telephones_is_the_telephone()
    {
        var register = Readings.Read("№;Дата;ФИО;Номер;Вопрос\n1;15.05.2023;Доолотов Эмиль;+996 707 404044;зарплата\n2;16.05.2023;Доолотов Э.;8 996 707 404044;патент\n");
        register.Rows[1].Phones.ShouldHaveSingleItem().Number.ShouldBe("+996707404044");
        var people = RegisterGrouping.Of(register, TestContext.Current.CancellationToken).People;
        people[1].ShouldBe(people[2]);
    }

    [Theory, InlineData("90 537 111 22 33", "+905371112233"), InlineData("998 90 123 45 67", "+998901234567"), InlineData("82 10 1234 5678", "+821012345678")]
    public void A_code_of_a_country_needs_no_plus(string written, string number) => Readings.Row($"Телефон={written}").Phones.ShouldHaveSingleItem().Number.ShouldBe(number);

    [Theory, InlineData("нет выходных, кричат, бьют"), InlineData("удерживают в доме"), InlineData("хозяин ударил"), InlineData("эри уради"), InlineData("кожоюну кол салды"), InlineData("күйөөсү кол көтөрөт")]
    public void Violence_named_beside_another_matter_restricts_the_row(string written) => Readings.Row($"Вопрос={written}").Restricted.ShouldBeTrue();

    [Theory, InlineData("работодатель читает сообщения", SafeContactKind.ReadFirst), InlineData("свекровь проверяет телефон", SafeContactKind.ReadFirst), InlineData("эри билмасин", SafeContactKind.KeepFrom)]
    public void Who_reads_her_messages_is_a_danger(string remark, SafeContactKind kind) =>
        Readings.Row($"Примечание={remark}").SafeContact.ShouldContain(rule => rule.Kind == kind);

    [Theory]
    [InlineData("Сана;Исми шарифи;Жинси;Давлат;Муаммо;Изох", "10.01.2024;Юсупова Дилбар;аёл;Россия;ойлик бермаяпти;", "wages")]
    [InlineData("Дата приёма;Доверитель;М/Ж;Страна;Существо вопроса;Примечание", "10.01.2024;Юсупова Дилбар;Ж;Россия;взыскание заработной платы;", "wages")]
    [InlineData("Date;Имя и фамилия;Пол;Country;Жалоба;Комментарий", "10.01.2024;Юсупова Дилбар;ж;Russia;хозяйка не отдаёт паспорт;", "documents_withheld")]
    public void Headings_of_clinics_and_of_the_south_are_understood(string headings, string cells, string topic)
    {
        var row = Readings.Read($"{headings}\n{cells}\n").Rows[1];
        (row.Name, string.Join(' ', row.Topics), row.Country, row.Sex, row.Status).ShouldBe(("Юсупова Дилбар", topic, "RU", 'F', RegisterRowStatus.Ok));
    }

    [Theory, InlineData("Date of request"), InlineData("Дата жалобы"), InlineData("Дата вопроса")]
    public void A_heading_that_asks_for_the_day_of_something_is_a_day(string heading)
    {
        var row = Readings.Read($"{heading};ФИО;Вопрос\n15.05.2023;Ким;зарплата\n").Rows[1];
        (row.Date.ToString(), string.Join(' ', row.Topics)).ShouldBe(("2023-05-15", "wages"));
    }

    [Fact]
    public void A_day_of_advice_alone_is_doubted() =>
        Readings.Read("Дата рекомендации;ФИО;Вопрос\n15.05.2023;Ким;зарплата\n").Rows[1].Problems.ShouldContain(problem => problem.StartsWith("date:", StringComparison.Ordinal));

    [Fact]
    public void The_currency_under_a_common_heading_is_read()
    {
        var row = Readings.Read("Дата;ФИО;Предмет спора;Задолженность;\n;;;сумма;валюта\n15.05.2023;Ким;зарплата;420000;тенге\n").Rows[^1];
        (row.Claimed, row.Currency).ShouldBe((420000m, "KZT"));
    }

    [Theory, InlineData("Мырзайым Т", "Мырзайым Т", true), InlineData("Мырзайым", "Мырзайым", true), InlineData("Мырзайым Т", "Токтоматова Мырзайым", true), InlineData("Мырзайым Т.", "Токтоматова Мырзайым", true), InlineData("Мырзайым А", "Токтоматова Мырзайым", false), InlineData("Токтоматова М", "Токтоматова Айгүл", false)]
    public void An_initial_behind_a_rare_name_may_be_the_family_name(string one, string other, bool same)
    {
        var register = Readings.Read($"Дата;ФИО;Телефон;Год рожд.;Вопрос\n15.05.2023;{one};0501223348;1978;зарплата\n16.05.2023;{other};0501 22 33 48;1978;патент\n");
        var people = RegisterGrouping.Of(register, TestContext.Current.CancellationToken).People;
        (people[1] == people[2]).ShouldBe(same);
    }

    [Theory]
    [InlineData("Отметка времени,Ваше имя,Ваш пол,В какой стране вы находитесь?,Опишите вашу проблему", "12.06.2023 9:14:05,Элнура,Женский,Россия,не платят зарплату")]
    [InlineData("\"Күн, ай\",Ким келди,э/а,Кайда иштейт,Эмне маселе", "12.06.2023,Элнура,аял,Россия,айлык бербей койгон")]
    public void A_form_on_line_and_a_notebook_from_the_field_have_headings_too(string headings, string cells)
    {
        var row = Readings.Read($"{headings}\n{cells}\n").Rows[1];
        (row.Date.ToString(), row.Name, row.Sex, row.Country, string.Join(' ', row.Topics)).ShouldBe(("2023-06-12", "Элнура", 'F', "RU", "wages"));
    }
}
