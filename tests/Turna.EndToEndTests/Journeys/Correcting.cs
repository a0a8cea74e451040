using Turna.EndToEndTests.Office;

namespace Turna.EndToEndTests.Journeys;

/// <summary>What was logged wrongly is mended by whoever logged it.</summary>
[Collection(OfficeHours.Name)]
public sealed class Correcting(SmallOffice office)
{
    private static readonly string[] Given = ["Айжамал", "Бермет", "Зейнеп", "Уулжан"];

    [Theory, OnEveryScreen]
    public async Task A_call_logged_as_anonymous_becomes_hers(Screen screen)
    {
        await using var desk = await office.SitDownAsync("ayana", screen);
        var given = Given[(int)screen];
        await desk.GoAsync("/consultations/new");
        await desk.ChooseAsync("Input.Caller", "New");
        await desk.FillAsync("Input.NewName", $"{given} Түзөтбекова");
        await desk.ChooseAsync("Input.NewSex", "Female");
        await desk.PickAsync("Input.Topics", ("wages", "unp"));
        await desk.PressAsync("Save");
        await desk.GoAsync("/consultations/new");
        await desk.ChooseAsync("Input.Caller", "Anonymous");
        await desk.PickAsync("Input.Topics", ("pension", "pen"));
        await desk.FillAsync("Input.Advice", "Collect the messages.");
        await desk.PressAsync("Save");

        await desk.FollowAsync("Correct");
        await Expect(desk.Page.Locator("[name='Input.Advice']")).ToHaveValueAsync("Collect the messages.");
        await desk.ChooseAsync("Input.Concerns", "Known");
        await desk.FindCallerAsync($"{given} түз", "one earlier consultation");
        await desk.FillAsync("Input.Minutes", "25");
        await desk.KeepPictureAsync("form");
        await desk.PressAsync("Save");

        await Expect(desk.Main).ToContainTextAsync("Corrected on");
        await Expect(desk.Main).ToContainTextAsync("25");
        await desk.KeepPictureAsync("corrected");
        await desk.Main.Locator("dd a").Filter(new LocatorFilterOptions { HasText = given }).ClickAsync();
        await Expect(desk.Page.Locator(".moj-timeline")).ToContainTextAsync("Pension, years of service");
        await Expect(desk.Page.Locator(".moj-timeline")).ToContainTextAsync("Unpaid or late wages");
    }
}
