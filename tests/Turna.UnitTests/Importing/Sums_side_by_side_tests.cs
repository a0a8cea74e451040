using Turna.Cases.Contracts;

namespace Turna.UnitTests.Importing;

/// <summary>One column that asks for what is owed and for what came back.</summary>
public sealed class Sums_side_by_side_tests
{
    [Theory]
    [InlineData("Долг / возвращено", "56 000 / 20 000 руб", 56000, 20000, "RUB"), InlineData("Заявлено/взыскано", "1450 евро / 300 евро", 1450, 300, "EUR"), InlineData("Сумма (возврат)", "15 тыс. руб (15 тыс. руб)", 15000, 15000, "RUB")]
    [InlineData("Долг / возвращено", "24 000 руб / —", 24000, null, "RUB"), InlineData("Долг / возвращено", "24 000 руб/-", 24000, null, "RUB"), InlineData("Долг / возвращено", "24 000 руб / нет", 24000, null, "RUB")]
    [InlineData("Долг / возвращено", "56 000 руб / 0", 56000, 0, "RUB"), InlineData("Долг / возвращено", "— / 20 000 руб", null, 20000, "RUB"), InlineData("Долг; возвращено", "56 000 ; 20 000 $", 56000, 20000, "USD")]
    [InlineData("Взыскано / долг", "20 000 / 56 000 руб", 56000, 20000, "RUB"), InlineData("Claimed / recovered", "1200 USD / 400", 1200, 400, "USD"), InlineData("Карыз / кайтарылды", "40 миң сом / 15 миң сом", 40000, 15000, "KGS")]
    public void Each_part_is_what_the_heading_says_in_that_place(string heading, string written, int? claimed, int? recovered, string currency)
    {
        var row = Row(heading, written);
        row.Claimed.ShouldBe(claimed);
        row.Recovered.ShouldBe(recovered);
        row.Currency.ShouldBe(currency);
        Doubts(row, "claimed:").ShouldBeFalse(string.Join("; ", row.Problems));
        Doubts(row, "recovered:").ShouldBeFalse(string.Join("; ", row.Problems));
    }

    [Theory, InlineData("— / —"), InlineData("-"), InlineData("нет / нет")]
    public void Dashes_are_no_sums(string written)
    {
        var row = Row("Долг / возвращено", written);
        row.Claimed.ShouldBeNull();
        row.Recovered.ShouldBeNull();
        Doubts(row, "claimed:").ShouldBeFalse();
        Doubts(row, "recovered:").ShouldBeFalse();
    }

    [Theory, InlineData("24 000 руб"), InlineData("24 000 руб/мес")]
    public void A_lone_sum_may_be_the_one_or_the_other(string written)
    {
        var row = Row("Долг / возвращено", written);
        row.Claimed.ShouldBe(24000);
        row.Recovered.ShouldBeNull();
        Doubts(row, "claimed:").ShouldBeTrue();
        Doubts(row, "recovered:").ShouldBeTrue();
    }

    [Theory, InlineData("20 тыс. руб / 500"), InlineData("20 тыс. руб / 500 руб")]
    public void No_more_comes_back_by_thousands_than_was_owed(string written) => Row("Долг / возвращено", written).Recovered.ShouldBe(500);

    [Theory, InlineData("45 / 20 тыс. руб", 45000, 20000, "claimed:"), InlineData("145 тыс. руб / 20", 145000, 20000, "recovered:")]
    public void Thousands_beside_one_number_may_be_those_of_the_other(string written, int claimed, int recovered, string doubted)
    {
        var row = Row("Долг / возвращено", written);
        row.Claimed.ShouldBe(claimed);
        row.Recovered.ShouldBe(recovered);
        Doubts(row, doubted).ShouldBeTrue();
    }

    [Fact]
    public void What_came_back_in_words_is_that_of_the_claim()
    {
        var row = Row("Долг / возвращено", "56 000 руб / полностью");
        row.Recovered.ShouldBe(56000);
        Doubts(row, "recovered:").ShouldBeTrue();
        Doubts(Row("Долг / возвращено", "56 000 руб / частично"), "recovered:").ShouldBeTrue();
    }

    [Fact]
    public void What_came_back_in_a_column_of_its_own_is_read_there()
    {
        var row = Readings.Row("Страна=Россия", "Сумма долга (возвращено)=56 000", "Возвращено=20 000");
        row.Claimed.ShouldBe(56000);
        row.Recovered.ShouldBe(20000);
    }

    private static RegisterRow Row(string heading, string written) => Readings.Row("Страна=Россия", $"{heading}={written}");

    private static bool Doubts(RegisterRow row, string field) => row.Problems.Any(problem => problem.StartsWith(field, StringComparison.Ordinal));
}
