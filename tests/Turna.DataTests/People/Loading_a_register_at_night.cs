using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.People.Contracts;
using Turna.People.Keeping;
using Turna.People.Rights;
using Turna.Testing;

namespace Turna.DataTests.People;

/// <summary>Records that are loaded after midnight of the office are kept from its day on, not from the day before. The load writes SQLite only.</summary>
public sealed class Loading_a_register_at_night(TestOffice office) : IClassFixture<TestOffice>
{
    [Fact]
    public async Task The_time_of_keeping_runs_from_the_day_of_the_office()
    {
        var cancel = TestContext.Current.CancellationToken;
        var night = office.Clock.GetUtcNow();
        office.Clock.Pass(new DateTimeOffset(night.Year, night.Month, night.Day, 20, 5, 0, TimeSpan.Zero).AddDays(night.Hour < 20 ? 0 : 1) - night);
        await using var scope = await office.AsAsync(office.Caseworker);
        var person = new NewPerson { Family = "Ночная", Given = "Айпери" };

        (await scope.Get<RegisterTrial>().FillAsync([person], 1, scope.Actor, cancel)).People.ShouldBe(1);

        var kept = await scope.Get<TurnaDb>().Set<Person>().AsNoTracking().SingleAsync(p => p.Id == person.Id, cancel);
        kept.KeepUntil.ShouldBe(DateOnly.FromDateTime(office.Clock.GetUtcNow().UtcDateTime).AddDays(1).AddYears(RetentionRule.Years));
    }
}
