using System.Net;
using Turna.Testing;
using Turna.Vault;

namespace Turna.PageTests.Members;

public sealed class Losing_and_regaining(TestOffice office) : IClassFixture<TestOffice>
{
    private const string NewPassword = "eleven grey cranes fly";
    private const string Refused = "This did not work.";

    [Fact]
    public async Task Two_shares_let_a_member_in_after_two_days_with_the_keys_of_her_teams()
    {
        var member = office.Protection;
        var ticket = await AskAsync(member.SignInName);
        using var colleague = await office.SignInAsync(office.ProtectionColleague);
        (await colleague.GetAsync("/account")).Document.QuerySelector(".t-nav__link[href='/keys'] .t-nav__due").ShouldNotBeNull("her colleagues are told on every page");
        (await colleague.GetAsync("/keys")).Text.ShouldContain("Protection Testova says that she lost her password");

        (await EndAsync(ticket, NewPassword, office.RecoveryShares[0], office.RecoveryShares[1])).Errors.ShouldHaveSingleItem().ShouldStartWith(Refused);
        office.Clock.Pass(TimeSpan.FromHours(48.1));
        (await EndAsync(ticket, "not the password she chose", office.RecoveryShares[0], office.RecoveryShares[1])).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await EndAsync(ticket, NewPassword, office.RecoveryShares[0], office.RecoveryShares[0])).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await EndAsync("ABCD ABCD ABCD ABCD ABCD ABCD", NewPassword, office.RecoveryShares[0], office.RecoveryShares[1])).Status.ShouldBe(HttpStatusCode.BadRequest);

        var authenticator = await EndAsync(ticket, NewPassword, office.RecoveryShares[2], office.RecoveryShares[1]);
        authenticator.Path.ShouldBe("/account/authenticator");
        var secret = authenticator.Document.QuerySelector("main code")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        await authenticator.SubmitAsync(("Input.Code", OneTimeCodes.CodeAt(secret, office.Clock.GetUtcNow())));

        office.Clock.Pass(TimeSpan.FromSeconds(30));
        using var hers = await office.SignInAsync(member with { Password = NewPassword, TotpSecret = secret });
        (await hers.GetAsync("/keys")).Text.ShouldContain("Protection team You have it");
        await Should.ThrowAsync<InvalidOperationException>(() => office.SignInAsync(member));
    }

    [Fact]
    public async Task A_request_in_her_name_by_somebody_else_does_not_end_hers_and_ends_with_it()
    {
        var member = office.FrontDesk;
        var ticket = await AskAsync(member.SignInName);
        var strangers = await AskAsync(member.SignInName);
        office.Clock.Pass(TimeSpan.FromHours(48.1));
        for (var i = 0; i < 12; i++) await EndAsync($"ABCD ABCD ABCD ABCD ABCD ABC{(char)('A' + i)}", NewPassword, office.RecoveryShares[0], office.RecoveryShares[1]);

        (await EndAsync(ticket, NewPassword, office.RecoveryShares[0], office.RecoveryShares[1])).Path.ShouldBe("/account/authenticator");

        (await EndAsync(strangers, NewPassword, office.RecoveryShares[0], office.RecoveryShares[1])).Errors.ShouldHaveSingleItem().ShouldStartWith(Refused);
    }

    [Fact]
    public async Task A_colleague_stops_a_request_that_is_not_hers()
    {
        var ticket = await AskAsync(office.Caseworker.SignInName);
        using var colleague = await office.SignInAsync(office.Colleague);

        // Other tests of the office may have left requests of their own.
        var keys = await colleague.GetAsync("/keys");
        var hers = keys.Document.QuerySelectorAll("main input[name=request]").Single(i => i.Closest(".t-due")!.TextContent.Contains("Caseworker Testova says", StringComparison.Ordinal));
        var after = await colleague.PostAsync("/keys?handler=Stop", ("request", hers.GetAttribute("value")!));
        after.Text.ShouldNotContain("Caseworker Testova says");

        office.Clock.Pass(TimeSpan.FromHours(49));
        (await EndAsync(ticket, NewPassword, office.RecoveryShares[0], office.RecoveryShares[1])).Errors.ShouldHaveSingleItem().ShouldStartWith(Refused);
        using var still = await office.SignInAsync(office.Caseworker);
    }

    [Fact]
    public async Task Somebody_of_another_organisation_neither_sees_nor_stops_it()
    {
        await AskAsync(office.FrontDesk.SignInName);
        using var stranger = await office.SignInAsync(office.Elsewhere);

        (await stranger.GetAsync("/keys")).Text.ShouldNotContain("FrontDesk");
        (await stranger.PostAsync("/keys?handler=Stop", ("request", Guid.CreateVersion7().ToString()))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Asking_for_a_name_that_does_not_exist_looks_the_same()
    {
        var known = await AskPageAsync(office.Supervisor.SignInName);
        var unknown = await AskPageAsync("nobody-at-all");

        Shape(unknown).ShouldBe(Shape(known));
    }

    [Fact]
    public async Task The_text_of_a_form_survives_the_end_of_the_session()
    {
        using var browser = await office.SignInAsync(office.Administrator);
        var form = await browser.GetAsync("/members/new");
        office.Clock.Pass(TimeSpan.FromMinutes(30));

        var signIn = await form.SubmitAsync(("Input.Name", "Айгүл <b>Асанова</b>"), ("Input.SignInName", "aigul"), ("Input.Language", "ky"), ("Input.Role", "Analyst"));
        signIn.Text.ShouldContain("Your text has been kept");

        var kept = await signIn.SubmitAsync(
            ("Input.Name", office.Administrator.SignInName), ("Input.Password", office.Administrator.Password), ("Input.Code", office.NextCode(office.Administrator)));
        kept.Heading.ShouldBe("Your text is still here");

        var sentOn = await kept.SubmitOnlyAsync(null);
        sentOn.Status.ShouldBe(HttpStatusCode.TemporaryRedirect);
        var fields = kept.Form().Elements.OfType<AngleSharp.Html.Dom.IHtmlInputElement>().Select(i => (Name: i.Name!, i.Value));
        var shown = await browser.PostAsync(sentOn.Location!, [.. fields.Where(f => f.Name != "__RequestVerificationToken")]);
        shown.Status.ShouldBe(HttpStatusCode.BadRequest);
        shown.Errors.ShouldContain(e => e.StartsWith("This is what you wrote before you were signed out.", StringComparison.Ordinal));
        shown.Document.QuerySelector("input[name='Input.Name']")!.GetAttribute("value").ShouldBe("Айгүл <b>Асанова</b>");
        (await browser.GetAsync("/members")).Text.ShouldNotContain("aigul");
        (await shown.SubmitAsync()).Heading.ShouldBe("The invitation");
    }

    [Fact]
    public async Task A_kept_text_is_for_its_writer_alone()
    {
        using var browser = await office.SignInAsync(office.ProtectionSupervisor);
        var form = await browser.GetAsync("/account");
        office.Clock.Pass(TimeSpan.FromMinutes(30));
        var signIn = await form.SubmitAsync(("Input.Language", "ky"));

        var other = await signIn.SubmitAsync(("Input.Name", office.OtherTeam.SignInName), ("Input.Password", office.OtherTeam.Password), ("Input.Code", office.NextCode(office.OtherTeam)));

        other.Path.ShouldStartWith("/drafts/");
        other.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/account/password")]
    [InlineData("/account/authenticator")]
    [InlineData("/account/recovery-codes")]
    public async Task Nothing_is_kept_of_a_form_that_takes_a_secret(string path)
    {
        (string, string)[] fields = [("Input.Old", "a"), ("Input.New", "b"), ("Input.Again", "b"), ("Input.Code", "123456")];
        using var leaving = await office.SignInAsync(office.Supervisor);
        (await (await leaving.GetAsync(path)).SubmitOnlyAsync(null, [.. fields, ("ended", "1")])).Location.ShouldBe("/sign-out?draft=");

        using var browser = await office.SignInAsync(office.Supervisor);
        var form = await browser.GetAsync(path);
        office.Clock.Pass(TimeSpan.FromMinutes(30));
        (await form.SubmitOnlyAsync(null, fields)).Location.ShouldBe("/sign-in?unsaved=true");
        (await browser.GetAsync("/sign-in?unsaved=true")).Text.ShouldContain("was not saved and could not be kept");
    }

    [Fact]
    public void Every_page_that_asks_for_a_password_says_that_it_is_never_kept()
    {
        var pages = Directory.EnumerateFiles(Repository.Path("src", "modules"), "*.cshtml", SearchOption.AllDirectories)
            .Where(page => File.ReadAllText(page).Contains("<t-password", StringComparison.Ordinal)).ToList();

        pages.Count.ShouldBeGreaterThan(5);
        pages.Where(page => !File.ReadAllText($"{page}.cs").Contains("[NeverKept]", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static string Shape(TestPage page) =>
        System.Text.RegularExpressions.Regex.Replace(page.Document.QuerySelector("main")!.InnerHtml, "<code>[A-Z2-7 ]{29}</code>", "<code>");

    private async Task<string> AskAsync(string name) => (await AskPageAsync(name)).Document.QuerySelector("main code")!.TextContent;

    private async Task<TestPage> AskPageAsync(string name)
    {
        var form = await office.Open().GetAsync("/recovery");
        return await form.SubmitAsync(("Input.Name", name), ("Input.Password", NewPassword), ("Input.Again", NewPassword));
    }

    private async Task<TestPage> EndAsync(string ticket, string password, string shareOne, string shareTwo)
    {
        var form = await office.Open().GetAsync("/recovery/end");
        return await form.SubmitAsync(("Input.Ticket", ticket), ("Input.Password", password), ("Input.ShareOne", shareOne), ("Input.ShareTwo", shareTwo));
    }
}
