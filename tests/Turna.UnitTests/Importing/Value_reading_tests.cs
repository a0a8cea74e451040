using System.Globalization;
using Turna.Cases.Contracts;

namespace Turna.UnitTests.Importing;

public sealed class Value_reading_tests
{
    [Theory]
    [InlineData("15.05.2023", "2023-05-15", true), InlineData("15.05.23", "2023-05-15", true), InlineData("5.5.2023", "2023-05-05", true)]
    [InlineData("15/5/2023", "2023-05-15", true), InlineData("9/9/2023", "2023-09-09", true), InlineData("06/05/2023", "2023-05-06", false)]
    [InlineData("2023-05-15", "2023-05-15", true), InlineData("2023/05/15", "2023-05-15", true), InlineData("2023.05.15", "2023-05-15", true)]
    [InlineData("15-05-2023", "2023-05-15", true), InlineData("15,05,2023", "2023-05-15", true), InlineData("15.05.2023 г.", "2023-05-15", true)]
    [InlineData("15.05.2023 14:30", "2023-05-15", true), InlineData("2023-05-15T10:00:00", "2023-05-15", true)]
    [InlineData("15 мая 2023", "2023-05-15", true), InlineData("15 май 2023-ж.", "2023-05-15", true), InlineData("2023-жылдын 15-майы", "2023-05-15", true)]
    [InlineData("3 марта 2023 г.", "2023-03-03", true), InlineData("May 15, 2023", "2023-05-15", true), InlineData("15 дек 2023", "2023-12-15", true)]
    [InlineData("15.05.2023?", "2023-05-15", false), InlineData("05.15.2023", "2023-05-15", false), InlineData("15-16.05.2023", "2023-05-15", false)]
    [InlineData("15..05.2023", "2023-05-15", false), InlineData("1О.05.2023", "2023-05-10", false), InlineData("45061", "2023-05-15", false)]
    [InlineData("май 2023", "2023-05", false), InlineData("15.05.2023 повторно", "2023-05-15", false), InlineData("15-16 мая 2023", "2023-05-15", false)]
    [InlineData("15.05.2033", "2033-05-15", false), InlineData("15.05.1023", "1023-05-15", false)]
    [InlineData("31.02.2023", "", false), InlineData("45.13.2023", "", false), InlineData("вчера", "", false), InlineData("15.05.202", "", false)]
    public void A_day_is_read_and_doubted(string written, string date, bool certain)
    {
        var row = Readings.Row($"Дата={written}");
        (row.Date?.ToString() ?? "").ShouldBe(date);
        row.Problems.Any(problem => problem.StartsWith("date:", StringComparison.Ordinal)).ShouldBe(!certain, string.Join("; ", row.Problems));
        if (!certain) row.Text["Дата"].ShouldBe(written);
    }

    [Theory]
    [InlineData("1988", 1988, true), InlineData("88", 1988, true), InlineData("03", 2003, true), InlineData("1988 г.р.", 1988, true), InlineData("1988-ж.", 1988, true)]
    [InlineData("01.01.1990", 1990, true), InlineData("15.03.1990", 1990, true), InlineData("15.03.90", 1990, true), InlineData("5/3/1990", 1990, true)]
    [InlineData("35 лет", 1988, false), InlineData("35 жаш", 1988, false), InlineData("35 жашта", 1988, false), InlineData("22 года", 2001, false), InlineData("35", 1988, false)]
    [InlineData("~1985", 1985, false), InlineData("1985?", 1985, false), InlineData("прим. 1985", 1985, false), InlineData("1985/86", 1985, false)]
    [InlineData("2050", null, false), InlineData("1850", null, false), InlineData("взрослая", null, false), InlineData("не помнит", null, false), InlineData("-", null, true)]
    public void A_birth_year_is_read_and_doubted(string written, int? year, bool certain)
    {
        var row = Readings.Row($"Год рожд.={written}");
        row.BirthYear.ShouldBe(year);
        row.Problems.Any(problem => problem.StartsWith("birthYear:", StringComparison.Ordinal)).ShouldBe(!certain, string.Join("; ", row.Problems));
    }

    [Fact]
    public void A_bare_number_under_age_is_an_age() => Readings.Row("Возраст=35").BirthYear.ShouldBe(1988);

    [Theory]
    [InlineData("71500", "71500", null, true), InlineData("71 500 р", "71500", "RUB", true), InlineData("71.500,00", "71500", null, true), InlineData("71,500.00", "71500", null, true)]
    [InlineData("71500 руб.", "71500", "RUB", true), InlineData("45 тыс. руб.", "45000", "RUB", true), InlineData("45 т.р.", "45000", "RUB", true), InlineData("1,5 млн вон", "1500000", "KRW", true)]
    [InlineData("$300", "300", "USD", true), InlineData("300 USD", "300", "USD", true), InlineData("45 000 сом", "45000", "KGS", true), InlineData("200000 теңге", "200000", "KZT", true)]
    [InlineData("1 234 567,50", "1234567.5", null, true), InlineData("71'500", "71500", null, true), InlineData("0", "0", null, true), InlineData("70 миң сом", "70000", "KGS", true)]
    [InlineData("~69000", "69000", null, false), InlineData("около 50000", "50000", null, false), InlineData("50000-ге жакын", "50000", null, false), InlineData("болжол менен 50000", "50000", null, false)]
    [InlineData("71.500", "71500", null, false), InlineData("70-80 тыс", "70000", null, false), InlineData("50000?", "50000", null, false), InlineData("50000 и паспорт", "50000", null, false)]
    [InlineData("за 2 месяца по 40000", "80000", null, false), InlineData("много", null, null, false), InlineData("-5000", null, null, false), InlineData("12 34 56", null, null, false)]
    [InlineData("нет", null, null, true), InlineData("—", null, null, true), InlineData("жок", null, null, true)]
    public void A_sum_is_read_and_doubted(string written, string? amount, string? currency, bool certain)
    {
        var row = Readings.Row($"Сумма долга={written}");
        (row.Claimed?.ToString("0.##", CultureInfo.InvariantCulture)).ShouldBe(amount);
        if (currency is not null) row.Currency.ShouldBe(currency);
        row.Problems.Any(problem => problem.StartsWith("claimed:", StringComparison.Ordinal)).ShouldBe(!certain, string.Join("; ", row.Problems));
    }

    [Fact]
    public void A_currency_that_is_not_written_is_only_proposed()
    {
        var row = Readings.Row("Сумма долга=71500", "Страна=Казахстан");
        row.Currency.ShouldBe("KZT");
        row.Problems.ShouldContain(problem => problem.StartsWith("currency:", StringComparison.Ordinal));
        Readings.Row("Сумма долга, руб.=71500", "Страна=Казахстан", "Пол=ж").Problems.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("+996 555 123456", "+996555123456", true), InlineData("0555 12-34-56", "+996555123456", true), InlineData("8 (916) 123-45-67", "+79161234567", true)]
    [InlineData("тел. 0555123456", "+996555123456", true), InlineData("WhatsApp +7 916 123 45 67", "+79161234567", true), InlineData("996555123456", "+996555123456", true)]
    [InlineData("0555123456 (брат)", "+996555123456", false), InlineData("тел. соседки 0555123456", "+996555123456", false), InlineData("муж 0555123456", "+996555123456", false)]
    [InlineData("0555123456 күйөөсүнүкү", "+996555123456", false), InlineData("0555123456 (агасы)", "+996555123456", false), InlineData("эжеси 0555123456", "+996555123456", false)]
    [InlineData("0555123456 Айбек", "+996555123456", false), InlineData("0555123456/апасы", "+996555123456", false)]
    public void A_phone_is_hers_only_when_nothing_says_otherwise(string written, string number, bool hers)
    {
        var phone = Readings.Row($"Телефон={written}").Phones.ShouldHaveSingleItem();
        phone.Number.ShouldBe(number);
        phone.Hers.ShouldBe(hers);
    }

    [Fact]
    public void Of_two_numbers_each_has_its_own_owner() =>
        Readings.Row("Телефон=0555123456, 0777654321 (муж)").Phones.Select(phone => phone.Hers).ShouldBe([true, false]);

    [Fact]
    public void A_remark_can_give_the_phone_to_somebody_else() =>
        Readings.Row("Телефон=0555123456", "Примечание=телефон мужа").Phones.ShouldHaveSingleItem().Hers.ShouldBeFalse();

    [Theory]
    [InlineData("ж", 'F'), InlineData("Жен.", 'F'), InlineData("аял", 'F'), InlineData("F", 'F'), InlineData("м", 'M'), InlineData("M", 'M'), InlineData("эркек", 'M'), InlineData("муж.", 'M')]
    public void A_sex_is_read(string written, char sex) => Readings.Row($"Пол={written}", "ФИО=Рахат").Sex.ShouldBe(sex);

    [Theory]
    [InlineData("", "Асанова Айгуль", 'F'), InlineData("", "Бакыт Асанов", 'M'), InlineData("м", "Асанова Айгуль", 'M'), InlineData("м/ж", "Айгуль Асан кызы", 'F')]
    public void A_sex_that_rests_on_the_name_or_contradicts_it_is_doubtful(string written, string name, char sex)
    {
        var row = Readings.Row($"Пол={written}", $"ФИО={name}");
        row.Sex.ShouldBe(sex);
        row.Problems.ShouldContain(problem => problem.StartsWith("sex:", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Россия", "Москва", "RU", true), InlineData("РФ", "Мск", "RU", true), InlineData("Түркия", "Стамбул", "TR", true), InlineData("Корея", "", "KR", true)]
    [InlineData("Россия, Казань", "", "RU", true), InlineData("Россия", "Стамбул", "RU", false), InlineData("", "Стамбул", "TR", false), InlineData("Москва", "", "RU", true)]
    [InlineData("Казахстан", "какой-то аул", "KZ", true), InlineData("Атлантида", "", null, false), InlineData("РК", "", "KZ", false), InlineData("Россия/Турция", "", "RU", false)]
    [InlineData("в Стамбуле", "", "TR", true), InlineData("Москвада", "", "RU", true), InlineData("РК, Атырау", "", "KZ", true), InlineData("КР, Бишкек", "", "KG", true), InlineData("Россия, Каневской р-н", "", "RU", true)]
    [InlineData("Петропавловск", "", "KZ", false), InlineData("Уральск", "", "KZ", false), InlineData("МО", "", "RU", false), InlineData("КР", "", "KG", false), InlineData("Москва → Стамбул", "", "RU", false), InlineData("Россия, Алматы", "", "RU", false), InlineData("Россия, ранее", "", "RU", false)]
    public void A_country_is_read_and_doubted(string country, string city, string? code, bool certain)
    {
        var row = Readings.Row($"Страна={country}", $"Город={city}");
        row.Country.ShouldBe(code);
        row.Problems.Any(problem => problem.StartsWith("country:", StringComparison.Ordinal)).ShouldBe(!certain, string.Join("; ", row.Problems));
    }

    [Theory]
    [InlineData("не платят зарплату; забрали паспорт", "wages documents_withheld"), InlineData("зарплата, документы у работодателя", "wages documents_withheld")]
    [InlineData("обманом вывезли, держат", "trafficking"), InlineData("побои (муж)", "gbv"), InlineData("патент/договор ЕАЭС", "migration_law"), InlineData("пенсия/стаж", "pension")]
    [InlineData("айлыгын бербей жатат", "wages"), InlineData("айлык акы төлөнбөдү", "wages"), InlineData("паспортун алып койгон", "documents_withheld"), InlineData("кара тизме", "reentry_ban")]
    [InlineData("күйөөсү урат", "gbv"), InlineData("мажбурлап иштетүү", "forced_labour"), InlineData("алдап алып кетишкен", "trafficking"), InlineData("жумуштан бошотуу", "dismissal")]
    [InlineData("каттоо; айлык", "migration_law wages"), InlineData("туулгандыгы тууралуу күбөлүк", "civil_documents"), InlineData("жаракат алган", "health"), InlineData("жумуш издейт", "job_search")]
    [InlineData("unpaid wages", "wages"), InlineData("Невыплата или задержка зарплаты", "wages"), InlineData("wages", "wages"), InlineData("задержка з/п", "wages")]
    [InlineData("1) увольнение 2) РКЛ", "dismissal reentry_ban"), InlineData("депортация", "deportation"), InlineData("пропал брат", "missing_person"), InlineData("удержания из зарплаты", "wages_deductions")]
    public void Topics_are_read(string written, string codes)
    {
        var row = Readings.Row($"Вопрос={written}");
        string.Join(' ', row.Topics).ShouldBe(codes);
        row.Problems.Where(problem => problem.StartsWith("topics:", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void A_topic_that_is_not_understood_is_kept_and_listed()
    {
        var row = Readings.Row("Вопрос=зарплата; квазиморфия");
        row.Topics.ShouldBe(["wages"]);
        row.Status.ShouldBe(RegisterRowStatus.Doubtful);
        row.Text["Вопрос"].ShouldBe("зарплата; квазиморфия");
        row.Problems.ShouldContain(problem => problem.Contains("квазиморфия"));
    }

    [Theory]
    [InlineData("звонить только после 18:00", SafeContactKind.Hours, "18:00", null), InlineData("18ден кийин чалгыла", SafeContactKind.Hours, "18:00", null)]
    [InlineData("звонить с 9 до 18", SafeContactKind.Hours, "09:00", "18:00"), InlineData("звонить до 12.00", SafeContactKind.Hours, null, "12:00"), InlineData("саат 20:00дөн кийин чалуу", SafeContactKind.Hours, "20:00", null)]
    [InlineData("не хочет чтобы муж знал", SafeContactKind.KeepFrom, null, null), InlineData("күйөөсү билбесин", SafeContactKind.KeepFrom, null, null), InlineData("мужу не говорить", SafeContactKind.KeepFrom, null, null)]
    [InlineData("не звонить!", SafeContactKind.NoCalls, null, null), InlineData("чалбагыла", SafeContactKind.NoCalls, null, null), InlineData("только WhatsApp", SafeContactKind.OnlyMessages, null, null)]
    [InlineData("сообщения не оставлять", SafeContactKind.NoMessages, null, null), InlineData("сама перезвонит", SafeContactKind.NoContact, null, null), InlineData("муж угрожает", SafeContactKind.ReadFirst, null, null)]
    [InlineData("звонить вечером", SafeContactKind.ReadFirst, null, null)]
    public void A_remark_becomes_a_rule_for_reaching_her(string remark, SafeContactKind kind, string? from, string? until)
    {
        var rule = Readings.Row($"Примечание={remark}").SafeContact.ShouldHaveSingleItem();
        rule.Kind.ShouldBe(kind);
        (rule.From?.ToString("HH:mm", CultureInfo.InvariantCulture)).ShouldBe(from);
        (rule.Until?.ToString("HH:mm", CultureInfo.InvariantCulture)).ShouldBe(until);
    }

    [Theory, InlineData("повторно"), InlineData("перезвонить"), InlineData("звонок работодателю 15.05"), InlineData("позвонить 0555 12-34-56"), InlineData("документы готовы после 15.05")]
    public void An_ordinary_remark_gives_no_rule(string remark) => Readings.Row($"Примечание={remark}").SafeContact.ShouldBeEmpty();

    [Theory]
    [InlineData("Вопрос=насилие", true), InlineData("Вопрос=обманом вывезли, держат", true), InlineData("Вопрос=мажбурлап иштетүү", true), InlineData("Примечание=муж избил", true), InlineData("Вопрос=зарплата", false)]
    public void Violence_trafficking_and_forced_labour_are_restricted(string cell, bool restricted) => Readings.Row(cell).Restricted.ShouldBe(restricted);

    [Theory, InlineData("аноним"), InlineData("Анонимно"), InlineData("не назвалась"), InlineData("атын айткан жок"), InlineData("")]
    public void An_anonymous_caller_has_no_name(string written) => Readings.Row($"ФИО={written}").Name.ShouldBeNull();
}
