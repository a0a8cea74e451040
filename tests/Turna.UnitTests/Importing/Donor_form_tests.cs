using Turna.Cases.Contracts;

namespace Turna.UnitTests.Importing;

/// <summary>Forms of donors ask for much that is no part of a consultation; claims have many names.</summary>
public sealed class Donor_form_tests
{
    private static RegisterRow Row(string headings, string cells) => Readings.Read($"{headings}\n{cells}\n").Rows[1];

    [Fact]
    public void What_a_donor_asks_for_is_kept_as_text()
    {
        var row = Row(
            "Case ID;Date of contact;Name of beneficiary;Sex;DOB or age;Children;Education;Marital status;Sector;Consent signed;Nationality;Contact channel;Country of work;Issue description;Service provided;Hours;Referred to",
            "SJ-1;15.05.2023;Асанова Айгуль;F;1988;3;Secondary;married;Garment;Y;Kyrgyz;Office visit;Russia;unpaid wages;Counselling;1.5;Ombudsman");
        row.Topics.ShouldBe(["wages"]);
        row.Country.ShouldBe("RU");
        row.Phones.ShouldBeEmpty();
        row.Problems.ShouldBeEmpty();
        foreach (var heading in new[] { "Children", "Education", "Marital status", "Sector", "Consent signed", "Nationality" }) row.Text.Keys.ShouldContain(heading);
    }

    [Theory]
    [InlineData("Требование к работодателю"), InlineData("Претензия"), InlineData("Исковые требования"), InlineData("Сумма требований"), InlineData("Claim"), InlineData("Amount claimed"), InlineData("Wages owed")]
    [InlineData("Outstanding wages"), InlineData("Сколько не заплатили"), InlineData("Талабы"), InlineData("Төлөнбөгөн айлык акы"), InlineData("Берилмаган ойлик"), InlineData("Предъявлено к взысканию")]
    public void A_claim_has_many_names(string heading)
    {
        var row = Row($"Дата;ФИО;Пол;Страна;Вопрос;{heading};Получено;Валюта", "15.05.2023;Асанова Айгуль;ж;США;не платят зарплату;2000;500;USD");
        (row.Claimed, row.Recovered, row.Currency).ShouldBe((2000, 500, "USD"));
        row.Problems.ShouldBeEmpty();
    }

    [Theory, InlineData("Mode of contact", "WhatsApp"), InlineData("Contact method", "Hotline"), InlineData("Канал связи", "ватсап"), InlineData("Кантип кайрылган", "телефон")]
    public void A_way_of_contact_is_no_telephone(string heading, string value)
    {
        var row = Row($"Дата;ФИО;Пол;Страна;Вопрос;{heading}", $"15.05.2023;Асанова Айгуль;ж;Россия;не платят зарплату;{value}");
        row.Problems.ShouldBeEmpty();
        row.Channel.ShouldNotBeNull();
    }

    [Theory, InlineData("Страна, город"), InlineData("Өлкө, шаар"), InlineData("Место пребывания (страна, город)"), InlineData("Country of employment"), InlineData("Қайси давлатда")]
    public void The_country_has_many_names_as_well(string heading)
    {
        var row = Row($"Дата;ФИО;Пол;Вопрос;{heading}", "15.05.2023;Асанова Айгуль;ж;не платят зарплату;Россия");
        row.Country.ShouldBe("RU");
        row.Problems.ShouldBeEmpty();
    }

    [Theory, InlineData("нет тел."), InlineData("скрытый номер"), InlineData("не оставила"), InlineData("номери жок"), InlineData("no phone")]
    public void Who_leaves_no_number_is_no_riddle(string written) =>
        Readings.Row("Пол=ж", "Страна=Россия", $"Телефон={written}").Problems.ShouldBeEmpty();

    [Theory, InlineData("130к", 130_000), InlineData("65k", 65_000)]
    public void A_thousand_may_be_one_letter(string written, int amount)
    {
        var row = Readings.Row("Пол=ж", "Страна=Россия", $"Сумма долга, руб.={written}");
        row.Claimed.ShouldBe(amount);
        row.Problems.ShouldBeEmpty();
    }

    [Fact]
    public void An_age_where_ages_are_asked_for_is_no_year_of_a_century_ago() =>
        Readings.Row("Пол=ж", "Страна=Россия", "Год рождения / возраст=27").Problems.ShouldBe(["birthYear: '27' read as 1996, may be 1995"]);

    [Fact]
    public void The_sex_that_two_rows_write_stands_above_that_of_a_rare_name()
    {
        var register = Readings.Read("Дата;ФИО;Пол;Дата рождения;Телефон;Вопрос\n15.05.2023;Тажибаев Гулжигит;м;28.01.1990;0709118276;зарплата\n16.05.2023;Тажибай уулу Гулжигит;м;28.01.1990;0709118276;зарплата\n");
        var people = RegisterGrouping.Of(register, TestContext.Current.CancellationToken).People;
        people[1].ShouldBe(people[2]);
    }
}
