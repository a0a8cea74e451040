using Turna.Cases.BringingIn;
using Turna.Cases.Contracts;

namespace Turna.UnitTests.Importing;

public sealed class Future_day_tests
{
    [Theory, InlineData("01.01.9999"), InlineData("02.06.2024"), InlineData("9999-12-31"), InlineData("май 2030")]
    public void A_day_that_has_not_come_is_doubtful_and_entered_nowhere(string written)
    {
        var row = Readings.Row($"Дата={written}");
        row.Status.ShouldBe(RegisterRowStatus.Doubtful);
        row.Problems.ShouldContain(problem => problem.StartsWith("date:", StringComparison.Ordinal));
        PublishRows.DayOf(row.Date, Readings.Options.Today).ShouldBeNull();
    }

    [Fact]
    public void A_day_that_has_been_is_the_day_of_entry() =>
        PublishRows.DayOf(Readings.Row("Дата=01.06.2024").Date, Readings.Options.Today).ShouldBe(new DateOnly(2024, 6, 1));
}
