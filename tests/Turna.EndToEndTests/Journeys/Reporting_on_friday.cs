using Turna.EndToEndTests.Office;

namespace Turna.EndToEndTests.Journeys;

[Collection(OfficeHours.Name)]
public sealed class Reporting_on_friday(SmallOffice office)
{
    [Theory, OnEveryScreen]
    public async Task The_year_by_topic_with_table_and_spreadsheet(Screen screen)
    {
        await using var desk = await office.SitDownAsync("salima", screen);
        await desk.GoAsync("/work");
        if (screen == Screen.Phone) await desk.Page.Locator("[data-toggles='t-nav']").ClickAsync();
        await desk.Page.Locator(".t-nav__link[href='/reports']").ClickAsync();
        await Expect(desk.Page.Locator(".t-finding")).ToContainTextAsync("consultations");
        await desk.Page.SelectOptionAsync("[name='By']", "Topic");
        await desk.PressAsync("Apply");

        // In so small an office the line stands in the table or, hidden, in the sentence under it.
        await Expect(desk.Main).ToContainTextAsync("Unpaid or late wages");
        await desk.KeepPictureAsync("year");
        var file = await desk.Main.Locator("a[href*='xlsx']").First.GetAttributeAsync("href");
        var answer = await desk.Context.APIRequest.GetAsync(file!);
        answer.Status.ShouldBe(200);
        (await answer.BodyAsync())[..2].ShouldBe("PK"u8.ToArray());
    }

    [Fact]
    public async Task All_teams_of_a_supervisor_are_seen_together_exactly_with_their_lists()
    {
        await using var desk = await office.SitDownAsync("salima", Screen.Desktop);
        await desk.GoAsync("/reports?by=Topic");
        await Expect(desk.Main).ToContainTextAsync("people stand are not shown");

        await desk.Page.Locator("select[name='Team']").SelectOptionAsync(new SelectOptionValue { Label = "All my teams" });
        await desk.PressAsync("Apply");

        await Expect(desk.Main).Not.ToContainTextAsync("people stand are not shown");
        await desk.Main.Locator("button[name='C']").First.ClickAsync();
        await Expect(desk.Main).ToContainTextAsync("record");
        await desk.Main.GetByText("Back to the report").ClickAsync();
        await Expect(desk.Page.Locator("select[name='Team'] option:checked")).ToHaveTextAsync("All my teams");
    }
}
