using Turna.Members.SigningIn;
using Turna.Testing;
using Turna.Vault;

namespace Turna.PageTests.Members;

/// <summary>A session is told from another by what it was begun on, as coarsely as that helps and no finer.</summary>
public sealed class Devices_of_sessions(TestOffice office) : IClassFixture<TestOffice>
{
    private const string Phone = "Mozilla/5.0 (Linux; Android 14; SM-A546E) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.6478.71 Mobile Safari/537.36";

    [Theory]
    [InlineData(Phone, "Chrome, Android")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0", "Firefox, Windows")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0.2592.87", "Edge, Windows")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 YaBrowser/24.6.0 Safari/537.36", "Yandex, Windows")]
    [InlineData("Mozilla/5.0 (Linux; Android 13; SAMSUNG SM-S908B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36", "Samsung Internet, Android")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1", "Safari, iPhone")]
    [InlineData("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15", "Safari, macOS")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0", "Firefox, Linux")]
    [InlineData("curl/8.5.0", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_device_is_its_browser_and_its_system(string? userAgent, string? device) => Device.Of(userAgent).ShouldBe(device);

    [Fact]
    public async Task She_and_the_administrator_see_on_what_she_is_signed_in_and_nothing_finer_is_kept()
    {
        using var phone = office.Open();
        phone.Client.DefaultRequestHeaders.UserAgent.ParseAdd(Phone);
        var page = await phone.GetAsync("/sign-in");
        await page.SubmitAsync(("Input.Name", office.Colleague.SignInName), ("Input.Password", office.Colleague.Password), ("Input.Code", office.NextCode(office.Colleague)));
        using var desk = await office.SignInAsync(office.Colleague);
        using var administrator = await office.SignInAsync(office.Administrator);

        var own = await desk.GetAsync("/account/sessions");
        var account = await administrator.GetAsync($"/members/{office.Colleague.Id}");

        own.Document.QuerySelectorAll("main tbody tr td:nth-child(2)").Select(d => d.TextContent.Trim()).ShouldBe(["unknown device", "Chrome, Android"], ignoreOrder: true);
        account.Text.ShouldContain("Chrome, Android");
        account.Text.ShouldContain("unknown device");
        await using var hers = await office.AsAsync(office.Colleague);
        (await hers.Get<Sessions>().ListAsync(office.Colleague.Id, TestContext.Current.CancellationToken)).Select(s => s.Device).ShouldBe([null, "Chrome, Android"], ignoreOrder: true);
    }
}
