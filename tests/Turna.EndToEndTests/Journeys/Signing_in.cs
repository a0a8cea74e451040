using Turna.EndToEndTests.Office;

namespace Turna.EndToEndTests.Journeys;

[Collection(OfficeHours.Name)]
public sealed class Signing_in(SmallOffice office)
{
    [Theory, OnEveryScreen]
    public async Task With_password_and_code_and_out_again(Screen screen)
    {
        await using var desk = await office.SitDownAsync(screen);
        await desk.GoAsync("/people/search");
        await Expect(desk.Heading).ToHaveTextAsync("Sign in");
        await desk.SignInAsync("nurlan", "not his password at all", "000000");
        await Expect(desk.Errors).ToBeVisibleAsync();
        await desk.KeepPictureAsync("refused");

        await desk.SignInAsync("nurlan");
        await Expect(desk.Heading).ToContainTextAsync("Find a person");

        await desk.Page.Locator(screen.IsPhone() ? ".t-menu__exit button" : ".t-header__exit").EvaluateOrClickAsync(screen);
        await Expect(desk.Heading).ToHaveTextAsync("Sign in");
        await desk.GoAsync("/work");
        await Expect(desk.Heading).ToHaveTextAsync("Sign in");
    }
}

internal static class Menus
{
    /// <summary>On a phone the way out stands in the menu, which opens first.</summary>
    public static async Task EvaluateOrClickAsync(this ILocator button, Screen screen)
    {
        if (screen.IsPhone()) await button.Page.Locator(".t-menu__open").ClickAsync();
        await button.ClickAsync();
    }
}
