using Turna.Design;
using Turna.Kernel;

namespace Turna.PageTests.Wording;

public sealed class Language_tests
{
    // Unicode CLDR 46, supplemental/plurals: categories one, few, many of whole numbers.
    [Theory]
    [InlineData("ru", 0, 2)]
    [InlineData("ru", 1, 0)]
    [InlineData("ru", 2, 1)]
    [InlineData("ru", 4, 1)]
    [InlineData("ru", 5, 2)]
    [InlineData("ru", 11, 2)]
    [InlineData("ru", 12, 2)]
    [InlineData("ru", 14, 2)]
    [InlineData("ru", 21, 0)]
    [InlineData("ru", 22, 1)]
    [InlineData("ru", 111, 2)]
    [InlineData("ru", 1_000_001, 0)]
    [InlineData("en", 0, 1)]
    [InlineData("en", 1, 0)]
    [InlineData("en", 21, 1)]
    [InlineData("ky", 1, 0)]
    [InlineData("ky", 2, 1)]
    [InlineData("uz", 1, 0)]
    [InlineData("uz", 11, 1)]
    public void A_count_takes_its_plural_form(string language, long count, int form) =>
        Language.Find(language)!.PluralForm(count).ShouldBe(form);

    // Unicode CLDR 46, main/*/ca-gregorian: long and year-month formats.
    [Theory]
    [InlineData("en", "2026-11-24", "24 November 2026")]
    [InlineData("ru", "2026-11-24", "24 ноября 2026")]
    [InlineData("ky", "2026-11-24", "2026-ж., 24-ноябрь")]
    [InlineData("uz", "2026-11-24", "24-noyabr, 2026")]
    [InlineData("ru", "1988-05", "май 1988")]
    [InlineData("ru", "1988", "1988")]
    public void A_date_is_written_as_precisely_as_it_is_known(string language, string date, string written)
    {
        PartialDate.TryParse(date, out var known).ShouldBeTrue();

        Language.Find(language)!.Date(known).ShouldBe(written);
    }

    [Theory]
    [InlineData("en", "1,214,500.5", "71,500.50\u00a0RUB", "61%")]
    [InlineData("ru", "1\u00a0214\u00a0500,5", "71\u00a0500,50\u00a0₽", "61\u00a0%")]
    [InlineData("ky", "1\u00a0214\u00a0500,5", "71\u00a0500,50\u00a0₽", "61\u00a0%")]
    [InlineData("uz", "1\u00a0214\u00a0500,5", "71\u00a0500,50\u00a0₽", "61\u00a0%")]
    public void Numbers_money_and_shares_are_written_as_the_language_does(string language, string number, string money, string share)
    {
        var spoken = Language.Find(language)!;

        spoken.Number(1_214_500.5m).ShouldBe(number);
        spoken.Money(new Money(71_500.5m, "RUB")).ShouldBe(money);
        spoken.Percent(0.605m).ShouldBe(share);
    }

    [Theory]
    [InlineData("ru", "29 ноября 2026, 23:15 – 23:40")]
    [InlineData("en", "29 November 2026, 23:15 – 23:40")]
    [InlineData("ky", "2026-ж., 29-ноябрь, 23:15 – 23:40")]
    public void Two_times_of_a_day_name_it_once(string language, string written) =>
        Language.Find(language)!.Moments(new DateTime(2026, 11, 29, 23, 15, 0), new DateTime(2026, 11, 29, 23, 40, 0)).ShouldBe(written);

    [Fact]
    public void Times_of_two_days_name_both() =>
        Language.Russian.Moments(new DateTime(2026, 11, 29, 23, 50, 0), new DateTime(2026, 11, 30, 0, 10, 0)).ShouldBe("29 ноября 2026, 23:50 – 30 ноября 2026, 00:10");

    [Fact]
    public void A_whole_sum_has_no_decimals_and_a_debt_its_sign()
    {
        Language.Russian.Money(new Money(-250, "KGS")).ShouldBe("−250\u00a0сом");
        Language.Russian.Money(new Money(10, "AED")).ShouldBe("10\u00a0AED");
    }
}
