using Turna.Cases.Contracts;

namespace Turna.UnitTests.Importing;

/// <summary>Numbers of two digits that are a year of birth in one column and an age in another.</summary>
public sealed class Year_or_age_tests
{
    [Theory]
    [InlineData("Г.р. / возр.", "73", 1973), InlineData("Г.р. / возр.", "81", 1981), InlineData("Возраст или г.р.", "77", 1977), InlineData("Жашы (туулган ж.)", "74", 1974), InlineData("Возр./год рожд.", "90", 1990)]
    public void Nobody_of_seventy_goes_to_work_abroad(string heading, string written, int year) => Doubted(heading, written).ShouldBe(year);

    [Theory, InlineData("86-ж.", 1986), InlineData("91-ж", 1991), InlineData("86 ж", 1986), InlineData("02-ж.", 2002), InlineData("62-ж.", 1962), InlineData("83 год", 1983)]
    public void An_ordinal_is_a_year_in_Kyrgyz(string written, int year) => Doubted("Туулган жылы", written).ShouldBe(year);

    [Theory, InlineData("33 ж", 1991), InlineData("33 ж.", 1991), InlineData("19ж", 2005), InlineData("33-ж", 1991)]
    public void What_can_be_no_year_is_an_age_in_Kyrgyz(string written, int year) => Doubted("Туулган жылы", written).ShouldBe(year);

    [Theory, InlineData("86-ж.т.", 1986), InlineData("86-жылы туулган", 1986), InlineData("86 г. рожд.", 1986), InlineData("61 г.р.", 1961), InlineData("’86", 1986)]
    public void A_short_year_that_says_so_is_certain(string written, int year)
    {
        var row = Row("Туулган жылы", written);
        row.BirthYear.ShouldBe(year);
        row.Problems.ShouldNotContain(problem => problem.StartsWith("birthYear:", StringComparison.Ordinal));
    }

    [Theory, InlineData("67", 1967), InlineData("69", 1969)]
    public void Where_the_heading_asks_for_either_a_number_that_may_be_both_is_doubted(string written, int year) => Doubted("Г.р. / возр.", written).ShouldBe(year);

    [Fact]
    public void Forty_and_more_is_counted_from_forty() => Doubted("Возраст", "40+").ShouldBe(1984);

    [Fact]
    public void Among_plain_ages_an_old_woman_is_old() => Last("Возраст", "34", "28", "41", "55", "22", "37", "76").BirthYear.ShouldBe(1948);

    [Fact]
    public void Among_years_and_ages_under_one_heading_she_is_not() => Last("Возраст", "34", "1991", "41", "1987", "22", "37", "76").BirthYear.ShouldBe(1976);

    private static int? Doubted(string heading, string written)
    {
        var row = Row(heading, written);
        row.Problems.ShouldContain(problem => problem.StartsWith("birthYear:", StringComparison.Ordinal));
        return row.BirthYear;
    }

    private static RegisterRow Row(string heading, string written) => Readings.Row("Дата=15.05.2024", $"{heading}={written}");

    private static RegisterRow Last(string heading, params string[] births) =>
        Readings.Read($"Дата;ФИО;{heading};Вопрос\n" + string.Concat(births.Select((birth, i) => $"{i + 1:00}.05.2024;Асанова А.;{birth};зарплата\n"))).Rows[^1];
}
