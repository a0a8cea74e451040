using Turna.EndToEndTests.Office;

namespace Turna.EndToEndTests.Journeys;

/// <summary>The session ends while somebody writes.</summary>
[Collection(OfficeHours.Name)]
public sealed class Interrupted(SmallOffice office)
{
    private const string Words = "She will come on Thursday with her sister.";

    [Theory, OnEveryScreen]
    public async Task A_half_written_form_survives_signing_in_again(Screen screen)
    {
        await using var desk = await office.SitDownAsync(screen);
        if (screen.HasScripts()) await desk.Page.Clock.InstallAsync();
        await desk.SignInAsync("zarina");
        await desk.GoAsync("/consultations/new");
        await desk.ChooseAsync("Input.Caller", "Anonymous");
        await desk.PickAsync("Input.Topics", ("housing", "hous"));
        await desk.FillAsync("Input.Advice", Words);
        await EndAsync(desk);

        await Expect(desk.Heading).ToHaveTextAsync("Sign in");
        await Expect(desk.Main).ToContainTextAsync("Your text has been kept");
        (await desk.Page.ContentAsync()).ShouldNotContain("Thursday");
        desk.Path.ShouldNotContain("Thursday");
        await desk.KeepPictureAsync("waiting");

        await desk.SignInAsync("zarina");
        await Expect(desk.Heading).ToHaveTextAsync("Your text is still here");
        await desk.PressAsync("Show the form with my text");
        await Expect(desk.Page.Locator("[name='Input.Advice']")).ToHaveValueAsync(Words);
        await Expect(desk.Errors).ToContainTextAsync("Nothing is saved yet");
        await desk.KeepPictureAsync("restored");
        await desk.PressAsync("Save");
        await Expect(desk.Main).ToContainTextAsync("The consultation is saved.");
        await Expect(desk.Main).ToContainTextAsync("Housing");
        await Expect(desk.Main).ToContainTextAsync(Words);
    }

    [Theory, InlineData(Screen.Desktop), InlineData(Screen.Phone)]
    public async Task The_warning_comes_before_the_end_and_prolongs_the_session(Screen screen)
    {
        await using var desk = await office.SitDownAsync(screen);
        await desk.Page.Clock.InstallAsync();
        await desk.SignInAsync("zarina");
        await desk.GoAsync("/work");
        var warning = desk.Page.Locator("#t-session");
        await Expect(warning).ToBeHiddenAsync();

        await desk.Page.Clock.FastForwardAsync("13:30");
        office.Clock.Pass(TimeSpan.FromMinutes(13.5));
        await Expect(warning).ToBeVisibleAsync();
        await desk.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Repository.Path("artifacts", "screens", $"Interrupted-warning-{screen}.png") });
        await warning.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Stay signed in" }).ClickAsync();
        await Expect(warning).ToBeHiddenAsync();

        office.Clock.Pass(TimeSpan.FromMinutes(10));
        await desk.GoAsync("/work");
        await Expect(desk.Heading).ToHaveTextAsync("My work");
    }

    [Theory, InlineData(Screen.Desktop), InlineData(Screen.Phone)]
    public async Task What_is_on_the_screen_goes_when_the_session_ends(Screen screen)
    {
        await using var desk = await office.SitDownAsync(screen);
        await desk.Page.Clock.InstallAsync();
        await desk.SignInAsync("zarina");
        await desk.GoAsync("/consultations");
        await desk.Page.Clock.FastForwardAsync("16:00");

        await Expect(desk.Heading).ToHaveTextAsync("Sign in");
        await desk.GoAsync("/consultations");
        await Expect(desk.Heading).ToHaveTextAsync("Sign in");
    }

    // With scripts the page itself notices the end; without, the next press of a button does.
    private async Task EndAsync(Desk desk)
    {
        office.Clock.Pass(TimeSpan.FromMinutes(14.9));
        if (desk.Screen.HasScripts())
        {
            await desk.Page.Clock.FastForwardAsync("15:05");
            return;
        }

        office.Clock.Pass(TimeSpan.FromMinutes(2));
        await desk.PressAsync("Save");
    }
}
