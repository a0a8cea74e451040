namespace Turna.UnitTests.Importing;

/// <summary>Sums that a cell adds up itself or leaves to be added.</summary>
public sealed class Added_sum_tests
{
    [Theory]
    [InlineData("ар бирине 30 миңден, жалпы 240 000 руб", 240_000, "RUB"), InlineData("60к в мес, всего 180к тг", 180_000, "KZT"), InlineData("по 20 000 на человека, итого 100 000 руб.", 100_000, "RUB"), InlineData("5 киши, баары 400 миң рубль", 400_000, "RUB")]
    [InlineData("толук 320 миң рубль", 320_000, "RUB"), InlineData("всего 75 000 руб", 75_000, "RUB"), InlineData("2 ойлик, jami 90 000 rubl", 90_000, "RUB")]
    [InlineData("20 000 + 130 000 руб", 150_000, "RUB"), InlineData("40к+25к руб", 65_000, "RUB"), InlineData("35000руб+35000руб", 70_000, "RUB"), InlineData("30 000 за март, 35 000 за апрель руб", 65_000, "RUB"), InlineData("30 000 р. за май и 20 000 р. за июнь", 50_000, "RUB")]
    [InlineData("2 мин. 300 миң тенге", 2_300_000, "KZT"), InlineData("1 млн 50 тыс. тенге", 1_050_000, "KZT")]
    public void The_whole_is_read_and_doubted(string written, int claimed, string currency)
    {
        var row = Readings.Row($"Сумма долга={written}", "Страна=Россия");
        (row.Claimed, row.Currency).ShouldBe((claimed, currency));
        if (!written.Contains("млн", StringComparison.Ordinal)) row.Problems.ShouldContain(problem => problem.StartsWith("claimed:", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("сто двадцать тысяч рублей", 120_000, "RUB"), InlineData("сорок тыс. руб.", 40_000, "RUB"), InlineData("полтора миллиона тенге", 1_500_000, "KZT"), InlineData("две тысячи пятьсот долларов", 2_500, "USD"), InlineData("полмиллиона тенге", 500_000, "KZT")]
    [InlineData("отуз миң рубль", 30_000, "RUB"), InlineData("эки жүз элүү миң сом", 250_000, "KGS"), InlineData("бир жарым миллион тенге", 1_500_000, "KZT"), InlineData("oʻn besh ming rubl", 15_000, "RUB")]
    public void A_sum_written_out_is_read_and_doubted(string written, int claimed, string currency)
    {
        var row = Readings.Row($"Сумма долга={written}", "Страна=Россия");
        (row.Claimed, row.Currency).ShouldBe((claimed, currency));
        row.Problems.ShouldContain(problem => problem.StartsWith("claimed:", StringComparison.Ordinal));
    }

    [Theory, InlineData("он не помнит"), InlineData("за три месяца"), InlineData("сто"), InlineData("два")]
    public void A_number_that_is_no_sum_is_not(string written) => Readings.Row($"Сумма долга={written}").Claimed.ShouldBeNull();

    [Theory, InlineData("30 000 руб + 500 $"), InlineData("30 000, 35 000"), InlineData("30 000 + паспорт"), InlineData("30 + 150 тыс")]
    public void What_cannot_be_added_is_not(string written) => (Readings.Row($"Сумма долга={written}").Claimed is null or 30_000).ShouldBeTrue();

    [Theory]
    [InlineData("руб. РФ", "RUB"), InlineData("росс. рубль", "RUB"), InlineData("рос. рубли", "RUB"), InlineData("рублей РФ", "RUB"), InlineData("тенге РК", "KZT"), InlineData("каз. тенге", "KZT"), InlineData("сом КР", "KGS"), InlineData("кыргыз сому", "KGS")]
    [InlineData("долл. США", "USD"), InlineData("амер. доллары", "USD"), InlineData("евро (ЕС)", "EUR"), InlineData("турецкая лира", "TRY"), InlineData("лир Турции", "TRY"), InlineData("дирхам ОАЭ", "AED"), InlineData("корейская вона", "KRW"), InlineData("российские рубли", "RUB")]
    public void A_currency_with_its_country_is_known(string written, string currency)
    {
        var row = Readings.Row("Сумма долга=50000", $"Валюта={written}");
        row.Currency.ShouldBe(currency);
        row.Problems.ShouldNotContain(problem => problem.StartsWith("currency:", StringComparison.Ordinal));
    }
}
