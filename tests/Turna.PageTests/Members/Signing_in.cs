using System.Net;
using Turna.Kernel;
using Turna.Testing;

namespace Turna.PageTests.Members;

public sealed class Signing_in(TestOffice office) : IClassFixture<TestOffice>
{
    private const string Refused = "We could not sign you in.";

    [Fact]
    public async Task Password_and_code_open_a_session_that_the_frame_shows()
    {
        using var browser = await office.SignInAsync(office.Caseworker);

        var page = await browser.GetAsync("/wrong/404");

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Document.QuerySelector(".t-menu__note")!.TextContent.ShouldContain("Test office");
        browser.Cookies.GetAllCookies().ShouldContain(c => c.Name == "turna-local" && c.HttpOnly);
    }

    [Theory]
    [InlineData("caseworker", "not her long password", "000000")]
    [InlineData("nobody", "long words of caseworker", "000000")]
    [InlineData("caseworker", "long words of caseworker", "")]
    [InlineData("", "", "")]
    [InlineData("caseworker\u202e\u0007", "'; drop table members_member --", "<b>1</b>")]
    public async Task Anything_wrong_is_answered_alike(string name, string password, string code)
    {
        using var browser = office.Open();
        var page = await browser.GetAsync("/sign-in");

        var answer = await page.SubmitAsync(("Input.Name", name), ("Input.Password", password), ("Input.Code", code));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Errors.ShouldHaveSingleItem().ShouldStartWith(Refused);
        browser.Cookies.GetAllCookies().ShouldNotContain(c => c.Name == "turna-local");
    }

    [Fact]
    public async Task A_form_that_cannot_be_read_is_refused()
    {
        using var browser = office.Open();
        var page = await browser.GetAsync("/sign-in");

        (await page.SubmitAsync(("Input.Name", "caseworker\0"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await page.SubmitAsync(("Input.Name", new string('я', 5_000_000)))).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/recovery")]
    [InlineData("/welcome")]
    public async Task A_character_that_is_none_is_refused_like_any_wrong_one(string path)
    {
        using var browser = office.Open();
        var page = await browser.GetAsync(path);

        foreach (var none in new[] { "\uFFFE", "\uFFFF", "\uFDD0", "\uD83F\uDFFE" })
        {
            (await page.SubmitAsync(("Input.Name", $"case{none}worker"), ("Input.Password", "seven small birds sing"), ("Input.Again", "seven small birds sing"))).Status.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.BadRequest);
            (await page.SubmitAsync(("Input.Name", "nobody"), ("Input.Password", $"seven small{none}birds sing"), ("Input.Again", $"seven small{none}birds sing"))).Status.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.BadRequest);
        }
    }

    [Fact]
    public async Task A_code_works_once()
    {
        var code = office.NextCode(office.Colleague);
        using var first = office.Open();
        (await SubmitAsync(first, office.Colleague, code)).Path.ShouldNotStartWith("/sign-in");

        using var second = office.Open();
        (await SubmitAsync(second, office.Colleague, code)).Errors.ShouldHaveSingleItem().ShouldStartWith(Refused);
    }

    [Fact]
    public async Task A_recovery_code_works_once_in_the_place_of_the_authenticator()
    {
        var code = office.OtherTeam.RecoveryCodes[3].ToLowerInvariant();
        using var first = office.Open();
        (await SubmitAsync(first, office.OtherTeam, code)).Path.ShouldNotStartWith("/sign-in");

        using var second = office.Open();
        (await SubmitAsync(second, office.OtherTeam, code)).Errors.ShouldHaveSingleItem().ShouldStartWith(Refused);
    }

    [Fact]
    public async Task After_five_wrong_tries_the_account_rests_also_for_the_right_password()
    {
        using var browser = office.Open();
        for (var i = 0; i < 5; i++) await SubmitAsync(browser, office.Analyst with { Password = "not her long password" }, "123456");

        (await SubmitAsync(browser, office.Analyst, office.NextCode(office.Analyst))).Errors.ShouldHaveSingleItem().ShouldStartWith(Refused);

        office.Clock.Pass(TimeSpan.FromSeconds(61));
        (await SubmitAsync(browser, office.Analyst, office.NextCode(office.Analyst))).Path.ShouldNotStartWith("/sign-in");
    }

    [Fact]
    public async Task Signing_out_ends_the_session_on_the_server()
    {
        using var browser = await office.SignInAsync(office.Protection);
        var cookie = browser.Cookies.GetAllCookies().Single(c => c.Name == "turna-local").Value;

        await browser.PostAsync("/sign-out");

        using var thief = office.Open();
        thief.Cookies.Add(office.Address, new Cookie("turna-local", cookie));
        (await thief.GetAsync("/account")).Path.ShouldStartWith("/sign-in");
    }

    [Fact]
    public async Task Signing_out_ends_the_session_also_from_a_form_that_is_shown_again_or_sent_twice()
    {
        var operation = Guid.CreateVersion7().ToString();
        for (var i = 0; i < 2; i++)
        {
            using var browser = await office.SignInAsync(office.ProtectionSupervisor);
            var cookie = browser.Cookies.GetAllCookies().Single(c => c.Name == "turna-local").Value;

            (await browser.PostAsync("/sign-out", ("kept", "1"), (FormFields.Operation, operation))).Status.ShouldBe(HttpStatusCode.Redirect);

            using var thief = office.Open();
            thief.Cookies.Add(office.Address, new Cookie("turna-local", cookie));
            (await thief.GetAsync("/account")).Path.ShouldStartWith("/sign-in");
        }
    }

    [Fact]
    public async Task A_session_ends_after_a_quarter_of_an_hour_of_silence()
    {
        using var browser = await office.SignInAsync(office.ProtectionColleague);

        office.Clock.Pass(TimeSpan.FromMinutes(17));

        (await browser.GetAsync("/account")).Path.ShouldBe("/sign-in?return=%2Faccount");
    }

    [Fact]
    public async Task Somebody_signed_out_is_sent_to_sign_in_whether_or_not_the_page_exists()
    {
        using var browser = office.Open();

        (await browser.GetOnlyAsync("/members")).Location.ShouldBe("/sign-in?return=%2Fmembers");
        (await browser.GetOnlyAsync("/no-such-page")).Location.ShouldBe("/sign-in?return=%2Fno-such-page");
        (await browser.GetOnlyAsync("/api/no-such-thing")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Signing_in_leads_to_where_she_wanted_but_never_to_another_site()
    {
        using var browser = office.Open();
        var page = await browser.GetAsync("/sign-in?return=%2Faccount%2Fsessions");
        (await SignAsync(page, office.FrontDesk)).Path.ShouldBe("/account/sessions");

        using var lured = office.Open();
        var lure = await lured.GetAsync("/sign-in?return=%2F%2Fevil.example%2F");
        (await SignAsync(lure, office.Supervisor)).Path.ShouldStartWith("/");
    }

    [Fact]
    public async Task Whoever_is_signed_in_is_led_on()
    {
        using var browser = await office.SignInAsync(office.ProtectionSupervisor);

        (await browser.GetAsync("/sign-in")).Path.ShouldNotStartWith("/sign-in");
    }

    private Task<TestPage> SignAsync(TestPage page, TestMember member) =>
        page.SubmitAsync(("Input.Name", member.SignInName), ("Input.Password", member.Password), ("Input.Code", office.NextCode(member)));

    private static async Task<TestPage> SubmitAsync(TestBrowser browser, TestMember member, string code)
    {
        var page = await browser.GetAsync("/sign-in");
        return await page.SubmitAsync(("Input.Name", member.SignInName), ("Input.Password", member.Password), ("Input.Code", code));
    }
}
