using System.Globalization;
using Turna.Cases.Contracts;

namespace Turna.UnitTests.Importing;

/// <summary>What stands in the column of sums and is none, is only about so much, or has its currency elsewhere.</summary>
public sealed class Odd_sum_tests
{
    [Theory, InlineData("AC2718394"), InlineData("ID1849302"), InlineData("AN 1234567"), InlineData("АН1234567"), InlineData("№ 1234567"), InlineData("паспорт 1234567"), InlineData("паспорт № AN1234567"), InlineData("pasport 1234567"), InlineData("инн 123456789")]
    public void The_number_of_a_paper_is_no_sum(string written)
    {
        var row = Row(written);
        row.Claimed.ShouldBeNull();
        row.Currency.ShouldBeNull();
        row.Problems.ShouldContain(problem => problem.StartsWith("claimed:", StringComparison.Ordinal));
        row.Text["Сумма долга"].ShouldBe(written);
    }

    [Theory, InlineData("USD1500", 1500, "USD"), InlineData("KZT320000", 320000, "KZT"), InlineData("EUR 900", 900, "EUR"), InlineData("р45000", 45000, "RUB"), InlineData("TL320000", 320000, "TRY"), InlineData("тг 320000", 320000, "KZT")]
    public void A_currency_before_the_figures_leaves_it_a_sum(string written, int amount, string currency)
    {
        var row = Row(written);
        row.Claimed.ShouldBe(amount);
        row.Currency.ShouldBe(currency);
        row.Problems.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("болжол менен 100 миңдей", 100000), InlineData("100 миңге жакын", 100000), InlineData("100 миңден ашык рубль", 100000), InlineData("50 миң сомдой", 50000), InlineData("50000дей сом", 50000), InlineData("чамасы 80 миң", 80000)]
    [InlineData("тысяч 80 рублей", 80000), InlineData("100 тысяч с лишним", 100000), InlineData("под 100 тысяч", 100000), InlineData("около 50000 с.", 50000), InlineData("не меньше 50 тыс", 50000)]
    [InlineData("100dan ortiq ming", 100000), InlineData("100 mingga yaqin", 100000), InlineData("100 mingcha so'm", 100000), InlineData("taxminan 100 ming rubl", 100000), InlineData("тахминан 100 минг сўм", 100000), InlineData("100 мингдан ортиқ", 100000)]
    [InlineData("тысяч 70-80", 70000), InlineData("тыс 50-60", 50000), InlineData("70-80 тысяч", 70000), InlineData("50–60к", 50000), InlineData("60 же 70 миң рубль", 60000), InlineData("60-70 миңдей сом", 60000), InlineData("70 тыс - 80 тыс руб", 70000)]
    public void About_so_much_is_counted_in_its_thousands_and_doubted(string written, int amount)
    {
        var row = Row(written);
        row.Claimed.ShouldBe(amount);
        row.Problems.ShouldContain(problem => problem.StartsWith("claimed:", StringComparison.Ordinal));
    }

    [Theory, InlineData("300 миң"), InlineData("300 Миң")]
    public void A_thousand_with_its_own_letter_is_certain(string written)
    {
        var row = Readings.Row("Пол=ж", "Страна=Казахстан", $"Сумма долга={written}", "Валюта=теңге");
        row.Claimed.ShouldBe(300000);
        row.Currency.ShouldBe("KZT");
        row.Problems.ShouldBeEmpty();
    }

    [Theory, InlineData("тысяча 200"), InlineData("миң 200"), InlineData("ming 200"), InlineData("500 - 1 млн тенге"), InlineData("500 тыс - 1 млн тенге"), InlineData("тысяч 70000"), InlineData("70/80 тысяч")]
    public void Thousands_that_fit_no_number_leave_no_bare_number(string written)
    {
        var row = Row(written);
        row.Claimed.ShouldBeNull();
        row.Problems.ShouldContain(problem => problem.StartsWith("claimed:", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Алынган сумма"), InlineData("Кайтарылган сумма"), InlineData("Өндүрүлгөн"), InlineData("Колго тийген акча"), InlineData("Undirilgan summa"), InlineData("Olingan summa"), InlineData("Олинган сумма"), InlineData("Қайтарилган пул")]
    [InlineData("Получено на руки"), InlineData("Фактически возвращено"), InlineData("Возмещённая сумма"), InlineData("Выплаченная клиенту сумма"), InlineData("Сумма, полученная клиентом"), InlineData("Amount received by client")]
    public void What_was_received_is_recovered(string heading)
    {
        var row = Readings.Row("Пол=ж", "Страна=Россия", "Сумма=1000 руб", $"{heading}=400 руб");
        row.Claimed.ShouldBe(1000);
        row.Recovered.ShouldBe(400, string.Join("; ", row.Problems));
    }

    [Theory, InlineData("ооба", "400 руб"), InlineData("жарым-жартылай", "400 руб"), InlineData("жок", "")]
    public void A_yes_beside_what_was_received_is_no_sum(string answer, string received)
    {
        var row = Readings.Row("Пол=ж", "Страна=Россия", "Талап кылган суммасы=1000 руб", $"Өндүрүлдүбү (ооба/жок)={answer}", $"Алынган сумма={received}");
        row.Claimed.ShouldBe(1000);
        row.Recovered.ShouldBe(received.Length == 0 ? null : 400m);
        row.Status.ShouldBe(RegisterRowStatus.Ok, string.Join("; ", row.Problems));
    }

    [Theory, InlineData("so'm"), InlineData("soʻm"), InlineData("у.е."), InlineData("тугр"), InlineData("нал")]
    public void A_column_of_currencies_that_is_not_understood_leaves_no_currency(string written)
    {
        var row = Readings.Row("Страна=ОАЭ", "Сумма долга=40000", $"Валюта={written}");
        row.Claimed.ShouldBe(40000);
        row.Currency.ShouldBeNull();
        row.Problems.ShouldContain(problem => problem.StartsWith("currency:", StringComparison.Ordinal));
    }

    [Theory, InlineData("тенге!", "KZT"), InlineData("в долларах", "USD"), InlineData("сумма в тенге", "KZT"), InlineData("евро", "EUR")]
    public void A_remark_that_is_nothing_but_a_currency_proposes_it(string remark, string currency)
    {
        var row = Readings.Row("Страна=Россия", "Сумма долга=270000", $"Примечание={remark}");
        row.Currency.ShouldBe(currency);
        row.Problems.ShouldContain(problem => problem.StartsWith("currency:", StringComparison.Ordinal));
    }

    [Theory, InlineData("Примечание=тенге!"), InlineData("Валюта=тенге")]
    public void What_the_row_says_outweighs_the_heading_but_is_doubtful(string cell)
    {
        var row = Readings.Row("Страна=Казахстан", "Сумма долга, руб.=270000", cell);
        row.Currency.ShouldBe("KZT");
        row.Problems.ShouldContain(problem => problem.StartsWith("currency:", StringComparison.Ordinal));
    }

    [Theory, InlineData("тенге!"), InlineData("в долларах")]
    public void A_currency_beside_the_sum_outweighs_the_remark(string remark) =>
        Readings.Row("Страна=Россия", "Сумма долга=270000 руб", $"Примечание={remark}").Currency.ShouldBe("RUB");

    [Fact]
    public void Nothing_owed_needs_no_currency()
    {
        var row = Readings.Row("Страна=ОАЭ", "Пол=ж", "Сумма долга=0");
        row.Claimed.ShouldBe(0);
        row.Currency.ShouldBeNull();
        row.Problems.ShouldBeEmpty(row.Currency?.ToString(CultureInfo.InvariantCulture));
    }

    private static RegisterRow Row(string written) => Readings.Row("Пол=ж", "Страна=Россия", $"Сумма долга={written}");
}
