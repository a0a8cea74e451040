using Turna.Cases.Keeping;

namespace Turna.UnitTests.Importing;

public sealed class Imported_day_tests
{
    private static readonly DateTime Entered = new(2026, 11, 28, 9, 30, 0, DateTimeKind.Utc);

    [Fact]
    public void What_came_in_later_is_told_under_its_own_day() =>
        DateOnly.FromDateTime(On(new DateOnly(2023, 5, 15)).HappenedAt()).ShouldBe(new DateOnly(2023, 5, 15));

    [Fact]
    public void What_was_logged_on_its_day_is_told_by_the_minute() => On(new DateOnly(2026, 11, 28)).HappenedAt().ShouldBe(Entered);

    private static Consultation On(DateOnly day) => new() { On = day, LoggedAt = Entered, Channel = string.Empty, Language = "und", Topics = "wages" };
}
