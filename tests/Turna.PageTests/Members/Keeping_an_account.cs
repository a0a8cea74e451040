using System.Net;
using Turna.Testing;
using Turna.Vault;

namespace Turna.PageTests.Members;

public sealed class Keeping_an_account(TestOffice office) : IClassFixture<TestOffice>
{
    private const string NewPassword = "eleven grey cranes fly";

    [Theory]
    [InlineData("long words of caseworker", "tinybird77", "tinybird77", "Choose a longer password")]
    [InlineData("long words of caseworker", "password1234", "password1234", "Choose another password")]
    [InlineData("long words of caseworker", "P@ssw0rd2026!", "P@ssw0rd2026!", "Choose another password")]
    [InlineData("long words of caseworker", "qwertyuiop12", "qwertyuiop12", "Choose another password")]
    [InlineData("long words of caseworker", "пароль123456", "пароль123456", "Choose another password")]
    [InlineData("long words of caseworker", "123456789012", "123456789012", "Choose another password")]
    [InlineData("long words of caseworker", "aaaaaaaaaaaaaa", "aaaaaaaaaaaaaa", "Choose another password")]
    [InlineData("long words of caseworker", "Caseworker Testova", "Caseworker Testova", "Choose a password that is not your name")]
    [InlineData("long words of caseworker", "long words of caseworker", "long words of caseworker", "Choose a password that is new")]
    [InlineData("long words of caseworker", NewPassword, "eleven grey cranes fly!", "Write the new password the same way twice")]
    [InlineData("not her password at all", NewPassword, NewPassword, "This is not your password")]
    public async Task A_password_that_cannot_be_is_refused(string old, string chosen, string again, string reason)
    {
        using var browser = await office.SignInAsync(office.Caseworker);
        var form = await browser.GetAsync("/account/password");

        var answer = await form.SubmitAsync(("Input.Old", old), ("Input.New", chosen), ("Input.Again", again));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Errors.ShouldHaveSingleItem().ShouldStartWith(reason);
        answer.Html.ShouldNotContain(chosen);
    }

    [Fact]
    public async Task A_changed_password_opens_the_same_keys_and_ends_other_sessions()
    {
        using var other = await office.SignInAsync(office.Supervisor);
        using var browser = await office.SignInAsync(office.Supervisor);
        var form = await browser.GetAsync("/account/password");
        (string, string)[] fields = [("Input.Old", office.Supervisor.Password), ("Input.New", NewPassword), ("Input.Again", NewPassword)];

        (await form.SubmitAsync(fields)).Text.ShouldContain("Your password is changed.");
        (await form.SubmitAsync(fields)).Text.ShouldContain("Your password is changed.", Case.Sensitive, "the same form sent twice is one change");

        (await other.GetAsync("/account")).Path.ShouldStartWith("/sign-in");
        (await browser.GetAsync("/account")).Status.ShouldBe(HttpStatusCode.OK);
        await Should.ThrowAsync<InvalidOperationException>(() => office.SignInAsync(office.Supervisor));
        using var again = await office.SignInAsync(office.Supervisor with { Password = NewPassword });
        (await again.GetAsync("/keys")).Text.ShouldContain("Legal team You have it");
    }

    [Fact]
    public async Task A_replaced_authenticator_voids_the_old_one_and_its_recovery_codes()
    {
        var member = office.Protection;
        using var browser = await office.SignInAsync(member);
        var form = await browser.GetAsync("/account/authenticator");
        var secret = form.Document.QuerySelector("main code")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        var code = OneTimeCodes.CodeAt(secret, office.Clock.GetUtcNow());

        (await form.SubmitAsync(("Input.Code", code), ("Input.Password", "not her password at all"))).Errors.ShouldHaveSingleItem().ShouldStartWith("This is not your password");
        (await form.SubmitAsync(("Input.Code", code), ("Input.Password", member.Password), ("Input.Sealed", "AAAA"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await form.SubmitAsync(("Input.Code", code), ("Input.Password", member.Password))).Heading.ShouldBe("Your recovery codes");

        using var stranger = office.Open();
        var signIn = await stranger.GetAsync("/sign-in");
        (await signIn.SubmitAsync(("Input.Name", member.SignInName), ("Input.Password", member.Password), ("Input.Code", member.RecoveryCodes[0]))).Status.ShouldBe(HttpStatusCode.BadRequest);
        office.Clock.Pass(TimeSpan.FromSeconds(30));
        using var again = await office.SignInAsync(member with { TotpSecret = secret });
    }

    [Fact]
    public async Task New_recovery_codes_are_given_for_the_password_only()
    {
        using var browser = await office.SignInAsync(office.ProtectionColleague);
        var form = await browser.GetAsync("/account/recovery-codes");
        form.Text.ShouldContain("You have 10 codes left.");

        (await form.SubmitAsync(("Input.Password", ""))).Status.ShouldBe(HttpStatusCode.BadRequest);
        var codes = await form.SubmitAsync(("Input.Password", office.ProtectionColleague.Password));

        codes.Document.QuerySelectorAll("main li code").Length.ShouldBe(10);
        codes.Html.ShouldNotContain(office.ProtectionColleague.RecoveryCodes[0]);
    }

    [Fact]
    public async Task Other_sessions_are_listed_and_ended()
    {
        using var other = await office.SignInAsync(office.FrontDesk);
        using var browser = await office.SignInAsync(office.FrontDesk);
        var page = await browser.GetAsync("/account/sessions");
        page.Document.QuerySelectorAll("tbody tr").Length.ShouldBe(2);

        var after = await page.PressAsync("Sign out everywhere else");

        after.Document.QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        (await other.GetAsync("/account")).Path.ShouldStartWith("/sign-in");
    }

    [Fact]
    public async Task Other_sessions_that_were_not_ended_are_not_said_to_be()
    {
        using var browser = await office.SignInAsync(office.Colleague);

        var answer = await browser.PostAsync("/account/sessions", ("kept", "1"));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Errors.ShouldHaveSingleItem().ShouldStartWith("This is what you wrote before you were signed out.");
    }

    [Fact]
    public async Task The_language_of_the_profile_is_that_of_the_next_page()
    {
        using var browser = await office.SignInAsync(office.Analyst);
        var form = await browser.GetAsync("/account");

        (await form.SubmitAsync(("Input.Language", "xx"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await form.SubmitAsync(("Input.Language", "ru"))).Document.DocumentElement.GetAttribute("lang").ShouldBe("ru");
    }

    [Fact]
    public async Task Keeping_the_session_prolongs_it()
    {
        using var browser = await office.SignInAsync(office.OtherTeam);
        for (var i = 0; i < 4; i++)
        {
            office.Clock.Pass(TimeSpan.FromMinutes(10));
            (await browser.PostAsync("/session/keep")).Status.ShouldBe(HttpStatusCode.NoContent);
        }

        (await browser.GetAsync("/account")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_session_ends_after_eight_hours_whatever_happens()
    {
        using var browser = await office.SignInAsync(office.ProtectionSupervisor);
        for (var i = 0; i < 47; i++)
        {
            office.Clock.Pass(TimeSpan.FromMinutes(10));
            (await browser.Client.PostAsync("/session/keep", null, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        }

        office.Clock.Pass(TimeSpan.FromMinutes(11));

        (await browser.GetAsync("/account")).Path.ShouldStartWith("/sign-in");
    }
}
