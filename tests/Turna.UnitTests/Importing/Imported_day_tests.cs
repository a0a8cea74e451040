using Turna.Cases.Keeping;

namespace Turna.UnitTests.Importing;

public sealed class Imported_day_tests
{
    private static readonly TimeZoneInfo Bishkek = TimeZoneInfo.FindSystemTimeZoneById("Asia/Bishkek");
    private static readonly DateTime Evening = new(2026, 11, 28, 18, 31, 0, DateTimeKind.Utc);

    [Fact]
    public void What_came_in_later_is_told_under_its_own_day_without_a_time()
    {
        var moment = On(new DateOnly(2023, 5, 15)).HappenedAt(Bishkek);
        moment.IsDayAlone.ShouldBeTrue();
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(moment.Utc, Bishkek)).ShouldBe(new DateOnly(2023, 5, 15));
    }

    [Fact]
    public void What_was_logged_on_its_day_by_the_clock_of_the_office_is_told_by_the_minute() =>
        On(new DateOnly(2026, 11, 29)).HappenedAt(Bishkek).ShouldBe(new Moment(Evening, IsDayAlone: false));

    [Fact]
    public void What_was_written_down_the_day_after_is_told_by_its_day_alone() => On(new DateOnly(2026, 11, 28)).HappenedAt(Bishkek).IsDayAlone.ShouldBeTrue();

    private static Consultation On(DateOnly day) => new() { On = day, LoggedAt = Evening, Channel = string.Empty, Language = "und", Topics = "wages" };
}
