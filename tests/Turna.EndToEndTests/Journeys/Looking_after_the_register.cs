using Turna.EndToEndTests.Office;

namespace Turna.EndToEndTests.Journeys;

[Collection(OfficeHours.Name)]
public sealed class Looking_after_the_register(SmallOffice office)
{
    private static readonly string[] Family = ["Жаныбекова", "Сагымбаева", "Эргешова", "Тургунбаева"];

    [Theory, OnEveryScreen]
    public async Task A_pair_of_records_is_found_and_decided_and_does_not_come_back(Screen screen)
    {
        var family = Family[(int)screen];
        await using var desk = await office.SitDownAsync("ayana", screen);
        await RegisterAsync(desk, family, "Гүлсара");
        await Expect(desk.Heading).ToContainTextAsync(family);
        await RegisterAsync(desk, family, "Гульсара");
        await Expect(desk.Page.Locator("#likely")).ToContainTextAsync(family);
        await desk.PressAsync("Register");
        await Expect(desk.Heading).ToContainTextAsync(family);

        await SeekAsync(desk);
        var pair = desk.Main.Locator("section").Filter(new LocatorFilterOptions { HasText = family });
        await Expect(pair).ToHaveCountAsync(1);
        await desk.KeepPictureAsync("pairs");
        await pair.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Two people" }).ClickAsync();
        await Expect(pair).ToHaveCountAsync(0);

        await SeekAsync(desk);
        await Expect(pair).ToHaveCountAsync(0);
    }

    [Theory, OnEveryScreen]
    public async Task Questions_of_other_organisations_have_a_page(Screen screen)
    {
        await using var desk = await office.SitDownAsync("gulnara", screen);
        await desk.GoAsync("/questions");
        await desk.KeepPictureAsync("questions");
        await desk.GoAsync("/questions/new");
        await Expect(desk.Main).ToContainTextAsync("No other organisation here has named an officer");
        await desk.KeepPictureAsync("new-question");
    }

    private static async Task SeekAsync(Desk desk)
    {
        await desk.GoAsync("/people/likely-same");
        if (await desk.Main.Locator("[name='work']").CountAsync() == 0)
            await desk.Page.RunAndWaitForResponseAsync(() => desk.PressAsync("Look through the whole register"), answer => answer.Url.EndsWith("handler=Seek", StringComparison.Ordinal));
        await desk.GoAsync("/people/likely-same");
        while (await desk.Main.Locator("[name='work']").CountAsync() > 0) await desk.GoAsync("/people/likely-same");
    }

    private static async Task RegisterAsync(Desk desk, string family, string given)
    {
        await desk.GoAsync("/people/new");
        await desk.FillAsync("Input.Family", family);
        await desk.FillAsync("Input.Given", given);
        await desk.ChooseAsync("Input.Sex", "Female");
        await desk.PressAsync("Register");
    }
}
