using Turna.EndToEndTests.Office;

namespace Turna.EndToEndTests.Journeys;

[Collection(OfficeHours.Name)]
public sealed class Administering(SmallOffice office)
{
    private const string Password = "nineteen quiet blue herons";

    [Theory, OnEveryScreen]
    public async Task A_newcomer_is_invited_gets_the_key_from_a_colleague_and_is_suspended_at_once(Screen screen)
    {
        var name = $"newcomer-{screen.ToString().ToLowerInvariant()}";
        await using var admin = await office.SitDownAsync("admin", screen);
        await admin.GoAsync("/members/new");
        await admin.FillAsync("Input.Name", $"Newcomer {screen}");
        await admin.FillAsync("Input.SignInName", name);
        await admin.Page.SelectOptionAsync("[name='Input.Language']", "en");
        await admin.Page.SelectOptionAsync("[name='Input.Role']", "Caseworker");
        await admin.Page.SelectOptionAsync("[name='Input.Team']", new SelectOptionValue { Label = "Юристы, Бишкек" });
        await admin.PressAsync("Make the invitation");
        var ticket = (await admin.Main.Locator("code").First.InnerTextAsync()).Trim();
        await admin.KeepPictureAsync("invitation");
        await admin.PressAsync("Continue");
        var account = admin.Path;

        await using var hers = await office.SitDownAsync(screen);
        await hers.GoAsync("/welcome");
        await hers.FillAsync("Input.Name", name);
        await hers.FillAsync("Input.Ticket", ticket);
        await hers.FillAsync("Input.Password", Password);
        await hers.FillAsync("Input.Again", Password);
        await hers.PressAsync("Continue");
        await Expect(hers.Main.Locator(".t-qr")).ToBeVisibleAsync();
        await hers.KeepPictureAsync("authenticator");
        var secret = (await hers.Main.Locator("code").First.InnerTextAsync()).Replace(" ", string.Empty, StringComparison.Ordinal).Trim();
        await hers.FillAsync("Input.Code", office.NextCode(name, secret));
        await hers.PressAsync("Finish");
        await Expect(hers.Main).ToContainTextAsync("Your recovery codes");

        await using var colleague = await office.SitDownAsync("ayana", screen);
        await colleague.GoAsync("/keys");
        await colleague.KeepPictureAsync("keys");
        // The organisation's key and the team's, one after the other.
        var pass = colleague.Main.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { NameRegex = new System.Text.RegularExpressions.Regex($"^Pass the key of .+ to Newcomer {screen}$") });
        for (var waiting = await pass.CountAsync(); waiting > 0; waiting--)
        {
            await pass.First.ClickAsync();
            await Expect(pass).ToHaveCountAsync(waiting - 1);
        }

        office.Clock.Pass(TimeSpan.FromMinutes(2));
        await hers.GoAsync("/keys");
        await Expect(hers.Main.Locator("tbody")).Not.ToContainTextAsync("Waiting for a colleague");
        await hers.GoAsync("/people/search");

        await admin.GoAsync(account);
        await admin.PressAsync("Suspend at once");
        await Expect(admin.Main).ToContainTextAsync("Let her in again");
        await hers.GoAsync("/people/search");
        await Expect(hers.Heading).ToHaveTextAsync("Sign in");
    }
}
