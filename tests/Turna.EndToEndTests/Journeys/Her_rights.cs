using Turna.EndToEndTests.Office;

namespace Turna.EndToEndTests.Journeys;

[Collection(OfficeHours.Name)]
public sealed class Her_rights(SmallOffice office)
{
    private static readonly string[] Given = ["Урмат", "Бактыгүл", "Жылдыз", "Махабат"];

    [Theory, OnEveryScreen]
    public async Task Consent_withdrawn_copy_taken_openings_shown_and_record_erased(Screen screen)
    {
        await using var desk = await office.SitDownAsync("salima", screen);
        await desk.GoAsync("/people/new");
        await desk.FillAsync("Input.Family", "Орозалиева");
        await desk.FillAsync("Input.Given", Given[(int)screen]);
        await desk.Page.CheckAsync("[name='Input.Consents'][value='Service']");
        await desk.PressAsync("Register");
        await Expect(desk.Heading).ToContainTextAsync("Орозалиева");
        var her = desk.Path.Split('?')[0];

        await desk.GoAsync($"{her}/consent");
        await desk.Page.ClickAsync("main a[href*='withdraw=']");
        await desk.Page.CheckAsync("[name='Sure']");
        await desk.PressAsync("Withdraw");
        await desk.GoAsync($"{her}/consent");
        await Expect(desk.Main.Locator("table")).ToContainTextAsync("withdrawn on");

        await desk.GoAsync($"{her}/rights");
        await desk.KeepPictureAsync("rights");
        await desk.PressAsync("Show it to print");
        await Expect(desk.Main).ToContainTextAsync("Орозалиева");

        await desk.GoAsync($"{her}/openings");
        await Expect(desk.Main.Locator("tbody")).ToContainTextAsync("Салима Токтогулова");
        await desk.KeepPictureAsync("openings");

        await desk.GoAsync($"{her}/rights");
        await desk.PressAsync("Erase her record");
        await Expect(desk.Errors).ToBeVisibleAsync();
        await desk.Page.CheckAsync("[name='Reason'][value='SheAsked']");
        await desk.PressAsync("Erase her record");
        await Expect(desk.Errors).ToBeVisibleAsync();
        await desk.Page.CheckAsync("[name='Sure']");
        await desk.PressAsync("Erase her record");
        await desk.Page.WaitForURLAsync(url => !url.EndsWith("/rights", StringComparison.Ordinal) && !url.Contains("handler", StringComparison.Ordinal));
        (await desk.Page.GotoAsync(her))!.Status.ShouldBe(404);
    }
}
