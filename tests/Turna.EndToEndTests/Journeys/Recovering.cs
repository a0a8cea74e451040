using Turna.EndToEndTests.Office;

namespace Turna.EndToEndTests.Journeys;

[Collection(OfficeHours.Name)]
public sealed class Recovering(SmallOffice office)
{
    private const string Password = "seven slow rivers at dawn";

    [Theory]
    [InlineData(Screen.Phone, "daniyar")]
    [InlineData(Screen.DesktopWithoutScripts, "erkin")]
    public async Task A_forgotten_password_takes_two_days_and_two_shares(Screen screen, string member)
    {
        await using var desk = await office.SitDownAsync(screen);
        await desk.GoAsync("/recovery");
        await desk.FillAsync("Input.Name", member);
        await desk.FillAsync("Input.Password", Password);
        await desk.FillAsync("Input.Again", Password);
        await desk.PressAsync("Ask to be let in");
        var ticket = (await desk.Main.Locator("code").First.InnerTextAsync()).Trim();
        await desk.KeepPictureAsync("asked");

        await EndAsync(desk, ticket);
        await Expect(desk.Errors).ToBeVisibleAsync();

        office.Clock.Pass(TimeSpan.FromHours(48.5));
        await EndAsync(desk, ticket);
        await Expect(desk.Heading).ToContainTextAsync("Set up your authenticator");
        var secret = (await desk.Main.Locator("code").First.InnerTextAsync()).Replace(" ", string.Empty, StringComparison.Ordinal).Trim();
        await desk.FillAsync("Input.Code", office.NextCode(member, secret));
        await desk.PressAsync("Finish");
        await Expect(desk.Main).ToContainTextAsync("Your recovery codes");
    }

    private async Task EndAsync(Desk desk, string ticket)
    {
        await desk.GoAsync("/recovery/end");
        await desk.FillAsync("Input.Ticket", ticket);
        await desk.FillAsync("Input.Password", Password);
        await desk.FillAsync("Input.ShareOne", office.RecoveryShares[0]);
        await desk.FillAsync("Input.ShareTwo", office.RecoveryShares[2]);
        await desk.PressAsync("Let me in");
    }
}
