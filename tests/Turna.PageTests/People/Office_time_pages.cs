using Turna.Testing;

namespace Turna.PageTests.People;

/// <summary>Days are those of the office's calendar, not of Greenwich.</summary>
public sealed class Office_time_pages(TestOffice office) : IClassFixture<TestOffice>
{
    [Fact]
    public async Task A_file_added_after_midnight_of_the_office_bears_its_day()
    {
        var id = await office.RegisterAsync(Persons.Somebody("Ночная"));
        var night = office.Clock.GetUtcNow();
        office.Clock.Pass(new DateTimeOffset(night.Year, night.Month, night.Day, 23, 5, 0, TimeSpan.Zero).AddDays(night.Hour < 23 ? 0 : 1) - night);
        using var browser = await office.SignInAsync(office.Caseworker);
        var local = DateOnly.FromDateTime(office.Clock.GetUtcNow().UtcDateTime.AddHours(6));

        await (await browser.GetAsync($"/people/{id}/files")).UploadAsync("Photo", "договор.pdf", "%PDF-1.7 a contract"u8.ToArray());

        (await browser.GetAsync($"/people/{id}/files")).Text.ShouldContain(Turna.Design.Language.English.Date(local));
    }
}
