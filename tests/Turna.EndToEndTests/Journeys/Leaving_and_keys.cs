using Turna.EndToEndTests.Office;

namespace Turna.EndToEndTests.Journeys;

[Collection(OfficeHours.Name)]
public sealed class Leaving_and_keys(SmallOffice office)
{
    [Theory]
    [InlineData(Screen.Desktop, true)]
    [InlineData(Screen.Desktop, false)]
    [InlineData(Screen.Phone, false)]
    [InlineData(Screen.DesktopWithoutScripts, false)]
    [InlineData(Screen.PhoneWithoutScripts, false)]
    public async Task Exit_this_page_leads_away_at_once(Screen screen, bool byShift)
    {
        await using var desk = await office.SitDownAsync("ayana", screen);
        var left = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        await desk.Context.RouteAsync(url => !url.StartsWith(office.Address, StringComparison.Ordinal), async route =>
        {
            left.TrySetResult(route.Request.Url);
            await route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/html", Body = "<title>Weather</title><h1>Weather</h1>" });
        });
        await desk.GoAsync("/cases");
        await desk.Main.Locator("tbody a").First.ClickAsync();
        await Expect(desk.Page.Locator(".t-identity")).ToBeVisibleAsync();

        if (byShift)
        {
            for (var press = 0; press < 3; press++) await desk.Page.Keyboard.PressAsync("Shift");
        }
        else
        {
            await desk.Page.Locator(".govuk-exit-this-page__button").ClickAsync();
        }

        await Expect(desk.Page.Locator("h1")).ToHaveTextAsync("Weather");
        new Uri(await left.Task).Host.ShouldBe("www.gismeteo.ru");
    }

    [Theory]
    [InlineData(Screen.Desktop)]
    [InlineData(Screen.Phone)]
    public async Task Slash_finds_c_logs_and_question_mark_shows_the_keys(Screen screen)
    {
        await using var desk = await office.SitDownAsync("ayana", screen);
        await desk.GoAsync("/cases");
        await desk.Page.Keyboard.PressAsync("/");
        await Expect(desk.Page.Locator("#t-search")).ToBeFocusedAsync();
        await desk.Page.Keyboard.TypeAsync("c?/");
        await Expect(desk.Page.Locator("#t-search")).ToHaveValueAsync("c?/");

        await desk.GoAsync("/cases");
        await desk.Page.Keyboard.PressAsync("?");
        await Expect(desk.Page.Locator("#t-keys")).ToBeVisibleAsync();
        await desk.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Repository.Path("artifacts", "screens", $"Keys-{screen}.png") });
        await desk.Page.Keyboard.PressAsync("Escape");

        await desk.Page.Keyboard.PressAsync("c");
        await Expect(desk.Heading).ToHaveTextAsync("Log a consultation");
        await Expect(desk.Page.Locator("[name='Input.Who']")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_search_leaves_no_name_in_an_address()
    {
        await using var desk = await office.SitDownAsync("ayana", Screen.Desktop);
        var addresses = new List<string>();
        desk.Page.Request += (_, request) => addresses.Add(Uri.UnescapeDataString(request.Url));
        await desk.GoAsync("/work");
        await desk.Page.FillAsync("#t-search", "Уникалова Нигдея");
        await desk.Page.PressAsync("#t-search", "Enter");
        await Expect(desk.Main).ToContainTextAsync("Nobody found");
        await desk.GoAsync("/consultations/new");
        await desk.Page.Locator("[name='Input.Who']").PressSequentiallyAsync("Уникалова Ниг");
        await Expect(desk.Page.Locator(".t-listbox__note")).ToBeVisibleAsync();

        addresses.ShouldContain(a => a.EndsWith("/people/suggest", StringComparison.Ordinal));
        addresses.ShouldNotContain(a => a.Contains("никал", StringComparison.OrdinalIgnoreCase));
        (await desk.Page.TitleAsync()).ShouldNotContain("никал");
    }
}
