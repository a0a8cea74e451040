using Turna.Cases.Contracts;

namespace Turna.UnitTests.Importing;

/// <summary>What is owed and what came back in one cell, and the number of people beside a sum.</summary>
public sealed class Returned_in_one_cell_tests
{
    [Theory]
    [InlineData("110 000 из них вернули 35", 110000, 35000), InlineData("25 000, вернули 9 тыс.", 25000, 9000), InlineData("80 тыс. (получил 15)", 80000, 15000), InlineData("70 тыс, отдали 14 т.р.", 70000, 14000)]
    [InlineData("50 миң, 15 миң алды", 50000, 15000), InlineData("100 миң рубль, 30 миңин берди", 100000, 30000), InlineData("36 мин болчу, 10 мин кайтарды", 36000, 10000), InlineData("200 мин анын ичинен 50 мин алды", 200000, 50000)]
    [InlineData("90 ming, 20 ming oldi", 90000, 20000), InlineData("получила 15 из 90 тыс", 90000, 15000), InlineData("долг 54 000, получено 18 000", 54000, 18000), InlineData("54000/18000 получил", 54000, 18000)]
    [InlineData("30 000, вернули 500", 30000, 500), InlineData("61000, вернули всё", 61000, 61000), InlineData("61000 (полностью выплатили)", 61000, 61000), InlineData("61 миң, баарын берди", 61000, 61000)]
    [InlineData("120 миң, анын 40 миңин алды", 120000, 40000), InlineData("120 миңден 40 миңин беришти", 120000, 40000)]
    public void Both_are_read_and_doubted(string written, int claimed, int recovered)
    {
        var row = Row(written);
        row.Claimed.ShouldBe(claimed);
        row.Recovered.ShouldBe(recovered);
        row.Currency.ShouldBe("RUB");
        Doubts(row, "claimed:").ShouldBeTrue();
        Doubts(row, "recovered:").ShouldBeTrue();
    }

    [Theory, InlineData("45000, не вернули"), InlineData("45000, 20000 не отдали"), InlineData("45 миң, эч нерсе алган жок"), InlineData("45000, осталось 20"), InlineData("45 тыс, остаток 20 тыс")]
    public void What_did_not_come_back_is_not_recovered(string written)
    {
        var row = Row(written);
        row.Recovered.ShouldBeNull();
        Doubts(row, "claimed:").ShouldBeTrue();
    }

    [Fact]
    public void More_than_was_owed_did_not_come_back()
    {
        var row = Row("20 000, вернули 50 000");
        row.Recovered.ShouldBeNull();
        Doubts(row, "recovered:").ShouldBeTrue();
    }

    [Fact]
    public void What_came_back_alone_is_no_claim()
    {
        var row = Row("получил 18 тыс");
        row.Claimed.ShouldBeNull();
        row.Recovered.ShouldBe(18000);
    }

    [Fact]
    public void Its_own_column_outweighs_the_cell()
    {
        var row = Readings.Row("Страна=Россия", "Сумма долга=90 000, вернули 30", "Возвращено=25 000 руб.");
        row.Claimed.ShouldBe(90000);
        row.Recovered.ShouldBe(25000);
    }

    [Theory, InlineData("20 из 90 000"), InlineData("вернули 20")]
    public void In_the_column_of_what_came_back_thousands_are_those_of_the_claim(string written)
    {
        var row = Readings.Row("Страна=Россия", "Сумма долга=90 000 руб", $"Возвращено={written}");
        row.Recovered.ShouldBe(20000);
        Doubts(row, "recovered:").ShouldBeTrue();
    }

    [Theory]
    [InlineData("6 киши, 480 000 рубль", 480000), InlineData("на 4 чел. 260 000", 260000), InlineData("бригада 8 человек - 960 000 руб", 960000), InlineData("3 рабочих, 120 000", 120000), InlineData("5 адамга 300 миң", 300000)]
    [InlineData("4 kishi, 200 ming rubl", 200000), InlineData("на 3 чел. за 2 мес. 180 000", 180000), InlineData("300 000 (5 чел)", 300000), InlineData("6 кишиге 40 миңден", 240000)]
    public void People_are_not_counted_as_money(string written, int amount)
    {
        var row = Row(written);
        row.Claimed.ShouldBe(amount);
        Doubts(row, "claimed:").ShouldBeTrue();
    }

    [Theory, InlineData("100 тыс зп", 100000), InlineData("80 000 за отработанные дни", 80000)]
    public void Thousands_beside_a_word_that_counts_are_money(string written, int amount)
    {
        var row = Row(written);
        row.Claimed.ShouldBe(amount);
        Doubts(row, "claimed:").ShouldBeTrue();
    }

    [Theory, InlineData("3 зарплаты"), InlineData("2023 год"), InlineData("20 чел")]
    public void A_count_alone_is_no_sum(string written) => Row(written).Claimed.ShouldBeNull();

    [Fact]
    public void A_Kyrgyz_thousand_typed_without_its_letter_is_plain_behind_a_number()
    {
        var row = Row("70 мин");
        row.Claimed.ShouldBe(70000);
        Doubts(row, "claimed:").ShouldBeFalse();
    }

    private static RegisterRow Row(string written) => Readings.Row("Пол=ж", "Страна=Россия", $"Сумма долга={written}");

    private static bool Doubts(RegisterRow row, string field) => row.Problems.Any(problem => problem.StartsWith(field, StringComparison.Ordinal));
}
