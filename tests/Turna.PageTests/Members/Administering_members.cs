using System.Net;
using Turna.Kernel;
using Turna.Testing;
using Turna.Vault;

namespace Turna.PageTests.Members;

public sealed class Administering_members(TestOffice office) : IClassFixture<TestOffice>
{
    private static readonly string[] Pages = ["/members", "/members/new", "/teams", "/organisation"];

    [Fact]
    public async Task Without_the_right_the_pages_are_missing()
    {
        foreach (var member in new[] { office.FrontDesk, office.Caseworker, office.Protection, office.Supervisor, office.Analyst })
        {
            using var browser = await office.SignInAsync(member);
            foreach (var page in Pages.Append($"/members/{office.Caseworker.Id}").Append($"/teams/{office.LegalTeam}"))
                (await browser.GetOnlyAsync(page)).Status.ShouldBe(HttpStatusCode.NotFound, $"{member.SignInName} at {page}");
        }
    }

    [Fact]
    public async Task What_does_not_exist_or_belongs_to_another_organisation_is_missing()
    {
        using var browser = await office.SignInAsync(office.Administrator);

        (await browser.GetAsync($"/members/{Guid.CreateVersion7()}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync($"/members/{office.Elsewhere.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync($"/teams/{office.TeamElsewhere}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.PostAsync($"/members/{office.Elsewhere.Id}?handler=Suspend")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync("/members/not-an-id")).Status.ShouldBe(HttpStatusCode.NotFound);
        using var hers = await office.SignInAsync(office.Elsewhere);
        (await hers.GetAsync("/account")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_list_shows_each_member_with_roles_and_state()
    {
        using var browser = await office.SignInAsync(office.Administrator);

        var page = await browser.GetAsync("/members");

        page.Heading.ShouldBe("Members");
        page.Text.ShouldContain("Caseworker Testova caseworker Caseworker, lawyer or psychologist, Legal team Active");
        page.Text.ShouldNotContain("Elsewhere");
    }

    [Theory]
    [InlineData("", "new-name", "en", "Caseworker", true, "Input.Name")]
    [InlineData("Somebody New", "x", "en", "Caseworker", true, "Input.SignInName")]
    [InlineData("Somebody New", "CASEWORKER", "en", "Caseworker", true, "Input.SignInName")]
    [InlineData("Somebody New", "new-name", "xx", "Caseworker", true, "Input.Language")]
    [InlineData("Somebody New", "new-name", "en", "", true, "Input.Role")]
    [InlineData("Somebody New", "new-name", "en", "Caseworker", false, "Input.Team")]
    public async Task An_invitation_that_cannot_be_is_refused_and_keeps_the_text(string name, string signInName, string language, string role, bool withTeam, string wrong)
    {
        using var browser = await office.SignInAsync(office.Administrator);
        var form = await browser.GetAsync("/members/new");

        var answer = await form.SubmitAsync(
            ("Input.Name", name), ("Input.SignInName", signInName), ("Input.Language", language), ("Input.Role", role),
            ("Input.Team", withTeam ? office.LegalTeam.ToString() : ""));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Document.QuerySelector($".govuk-error-summary a[href='#{wrong.Replace('.', '_')}']").ShouldNotBeNull();
        answer.Document.QuerySelector("input[name='Input.SignInName']")!.GetAttribute("value").ShouldBe(signInName);
    }

    [Fact]
    public async Task An_invited_member_chooses_a_password_sets_up_her_authenticator_and_waits_for_keys_until_a_holder_passes_them()
    {
        using var administrator = await office.SignInAsync(office.Administrator);
        var invited = await InviteAsync(administrator, "newcomer", "Newcomer Testova");
        var ticket = TicketOf(invited);

        using var hers = office.Open();
        var welcome = await hers.GetAsync("/welcome");
        var authenticator = await welcome.SubmitAsync(
            ("Input.Name", "Newcomer"), ("Input.Ticket", ticket), ("Input.Password", "seven small birds sing"), ("Input.Again", "seven small birds sing"));
        authenticator.Path.ShouldBe("/account/authenticator");
        (await hers.GetAsync("/account")).Path.ShouldBe("/account/authenticator", "nothing else is open before the authenticator is set up");

        authenticator.Document.QuerySelector("svg.t-qr path")!.GetAttribute("d")!.Length.ShouldBeGreaterThan(500);
        authenticator.Document.QuerySelector("main a[href^='otpauth://totp/Turna:newcomer?']").ShouldNotBeNull("on the phone itself nobody can point a camera at the picture");
        var secret = authenticator.Document.QuerySelector("main code")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        var wrong = await authenticator.SubmitAsync(("Input.Code", "000000"));
        wrong.Status.ShouldBe(HttpStatusCode.BadRequest);
        wrong.Document.QuerySelector("main code")!.TextContent.Replace(" ", "", StringComparison.Ordinal).ShouldBe(secret);
        var codes = await wrong.SubmitAsync(("Input.Code", OneTimeCodes.CodeAt(secret, office.Clock.GetUtcNow())));
        codes.Status.ShouldBe(HttpStatusCode.OK);
        codes.Document.QuerySelectorAll("main li code").Length.ShouldBe(10);

        (await hers.GetAsync("/account")).Text.ShouldContain("Until a colleague passes you the keys");
        (await hers.GetAsync("/keys")).Text.ShouldContain("Legal team Waiting for a colleague");

        using var holder = await office.SignInAsync(office.Supervisor);
        (await holder.GetAsync("/account")).Document.QuerySelector(".t-nav__link[href='/keys'] .t-nav__due").ShouldNotBeNull();
        var keys = await holder.GetAsync("/keys");
        keys.Text.ShouldContain("Newcomer Testova");
        foreach (var key in new[] { "Test office", "Legal team" }) keys = await keys.PressAsync($"Pass the key of {key} to Newcomer Testova");

        office.Clock.Pass(TimeSpan.FromMinutes(2));
        (await hers.GetAsync("/keys")).Text.ShouldContain("Legal team You have it");
    }

    [Fact]
    public async Task A_second_invitation_voids_what_was_done_with_the_first()
    {
        using var administrator = await office.SignInAsync(office.Administrator);
        var first = TicketOf(await InviteAsync(administrator, "awaited", "Awaited Testova"));
        using var thief = office.Open();
        (await WelcomeAsync(thief, first, "nine thin wolves wait")).Path.ShouldBe("/account/authenticator");

        var list = await administrator.GetAsync("/members");
        var link = list.Document.QuerySelectorAll("main td a").Single(a => a.TextContent == "Awaited Testova").GetAttribute("href")!;
        var second = TicketOf(await (await administrator.GetAsync(link)).PressAsync("Make a new invitation"));

        (await thief.GetAsync("/account/authenticator")).Path.ShouldStartWith("/sign-in");
        (await WelcomeAsync(office.Open(), first, "nine thin wolves wait")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await WelcomeAsync(office.Open(), second, "seven small birds sing")).Path.ShouldBe("/account/authenticator");
    }

    [Fact]
    public async Task The_same_invitation_sent_twice_makes_one_account_and_shows_its_ticket_once()
    {
        using var browser = await office.SignInAsync(office.Administrator);
        var form = await browser.GetAsync("/members/new");
        var fields = Fields("twice", "Twice Testova");

        var first = await form.SubmitAsync(fields);
        var second = await form.SubmitAsync(fields);

        first.Heading.ShouldBe("The invitation");
        second.Path.ShouldStartWith("/members/");
        second.Heading.ShouldBe("Twice Testova");
        (await browser.GetAsync("/members")).Document.QuerySelectorAll("main td .govuk-hint").Count(e => e.TextContent == "twice").ShouldBe(1);
    }

    [Fact]
    public async Task A_wrong_ticket_or_an_unknown_name_is_answered_alike()
    {
        using var administrator = await office.SignInAsync(office.Administrator);
        await InviteAsync(administrator, "unlucky", "Unlucky Testova");
        using var browser = office.Open();

        foreach (var name in new[] { "unlucky", "nobody-at-all", "caseworker" })
        {
            var page = await browser.GetAsync("/welcome");
            var answer = await page.SubmitAsync(
                ("Input.Name", name), ("Input.Ticket", "ABCD ABCD ABCD ABCD ABCD ABCD"), ("Input.Password", "seven small birds sing"), ("Input.Again", "seven small birds sing"));
            answer.Status.ShouldBe(HttpStatusCode.BadRequest);
            answer.Errors.ShouldHaveSingleItem().ShouldStartWith("We could not let you in.");
        }
    }

    [Fact]
    public async Task A_suspended_member_is_out_at_once_and_in_again_when_resumed()
    {
        using var hers = await office.SignInAsync(office.Colleague);
        using var administrator = await office.SignInAsync(office.Administrator);
        var page = await administrator.GetAsync($"/members/{office.Colleague.Id}");
        page.Text.ShouldContain("last used");

        (await page.PressAsync("Suspend at once")).Text.ShouldContain("Suspended");
        (await hers.GetAsync("/account")).Path.ShouldStartWith("/sign-in");
        await Should.ThrowAsync<InvalidOperationException>(() => office.SignInAsync(office.Colleague));

        await (await administrator.GetAsync($"/members/{office.Colleague.Id}")).PressAsync("Let her in again");
        using var again = await office.SignInAsync(office.Colleague);
        (await again.GetAsync("/keys")).Text.ShouldContain("Legal team You have it");
    }

    [Fact]
    public async Task A_role_given_and_taken_works_at_once_and_takes_the_key_with_it()
    {
        using var administrator = await office.SignInAsync(office.Administrator);
        var page = await administrator.GetAsync($"/members/{office.OtherTeam.Id}");
        page = await page.PressAsync("Give this role", ("NewRole.Role", nameof(Role.Caseworker)), ("NewRole.Team", office.LegalTeam.ToString()));
        page.Text.ShouldContain("Caseworker, lawyer or psychologist, Legal team");

        using var hers = await office.SignInAsync(office.OtherTeam);
        (await hers.GetAsync("/keys")).Text.ShouldContain("Legal team Waiting for a colleague");

        var row = page.Document.QuerySelectorAll("main tr").First(r => r.TextContent.Contains("Legal team", StringComparison.Ordinal));
        var role = row.QuerySelector("input[name=membership]")!.GetAttribute("value")!;
        (await administrator.PostAsync($"/members/{office.OtherTeam.Id}?handler=Take", ("membership", role))).Status.ShouldBe(HttpStatusCode.Redirect);

        (await hers.GetAsync("/account")).Path.ShouldStartWith("/sign-in");
        using var again = await office.SignInAsync(office.OtherTeam);
        (await again.GetAsync("/keys")).Text.ShouldNotContain("Legal team");
    }

    [Fact]
    public async Task The_only_administrator_cannot_lose_the_role_nor_suspend_herself()
    {
        using var administrator = await office.SignInAsync(office.Administrator);
        var page = await administrator.GetAsync($"/members/{office.Administrator.Id}");

        (await page.PressAsync("take")).Errors.ShouldHaveSingleItem().ShouldStartWith("She is the only administrator.");
        (await page.PressAsync("Suspend at once")).Errors.ShouldHaveSingleItem().ShouldStartWith("You cannot suspend yourself.");
    }

    [Fact]
    public async Task An_administrator_holds_no_key_and_cannot_pass_one()
    {
        using var administrator = await office.SignInAsync(office.Administrator);

        (await administrator.GetAsync("/keys")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await administrator.PostAsync("/keys", ("Input.Circle", office.LegalTeam.ToString()), ("Input.Member", office.Administrator.Id.ToString())))
            .Status.ShouldBe(HttpStatusCode.NotFound);
        await using var scope = await office.AsAsync(office.Administrator);
        scope.Get<KeyVault>().Holds(CircleId.Of(office.LegalTeam)).ShouldBeFalse();
        scope.Get<KeyVault>().CanFind.ShouldBeFalse();
    }

    [Fact]
    public async Task Teams_are_made_once_renamed_and_closed_when_empty()
    {
        using var browser = await office.SignInAsync(office.Administrator);
        var form = await browser.GetAsync("/teams");
        (await form.SubmitAsync(("Input.Name", " "))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await form.SubmitAsync(("Input.Name", "Legal team"))).Errors.ShouldHaveSingleItem().ShouldStartWith("There is a team of this name.");

        await form.SubmitAsync(("Input.Name", "Night line"));
        var list = await form.SubmitAsync(("Input.Name", "Night line"));
        var link = list.Document.QuerySelectorAll("main td a").Where(a => a.TextContent == "Night line").ShouldHaveSingleItem();

        var team = await browser.GetAsync(link.GetAttribute("href")!);
        (await team.PressAsync("Save", ("Input.Name", ""))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await team.PressAsync("Save", ("Input.Name", "Night and day line"))).Text.ShouldContain("Night and day line");
        var unsure = await team.PressAsync("Close the team");
        unsure.Errors.ShouldBe(["Confirm that the team is to be closed: it cannot be opened again."]);
        unsure.Document.QuerySelector("input[name='Input.Name']")!.GetAttribute("value").ShouldBe("Night and day line");
        (await unsure.PressAsync("Close the team", ("Sure", "true"))).Text.ShouldContain("Night and day line 0 Closed");
        var legal = await browser.GetAsync($"/teams/{office.LegalTeam}");
        (await legal.PressAsync("Close the team", ("Sure", "true"))).Errors.ShouldHaveSingleItem().ShouldStartWith("Members belong to this team still.");
    }

    [Fact]
    public async Task The_organisation_keeps_its_name_and_time_zone()
    {
        using var browser = await office.SignInAsync(office.Administrator);
        var form = await browser.GetAsync("/organisation");

        (await form.SubmitAsync(("Input.Name", ""), ("Input.TimeZone", "Mars/Olympus"))).Errors.Count.ShouldBe(2);
        (await form.SubmitAsync(("Input.Name", "Test office"), ("Input.TimeZone", "Europe/Moscow"))).Text.ShouldContain("Saved.");
        (await form.SubmitAsync(("Input.TimeZone", "Asia/Bishkek"))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Names_are_kept_without_direction_marks_and_noncharacters()
    {
        using var browser = await office.SignInAsync(office.Administrator);
        const string marks = "\u202E\uFFFE\u0007";

        var organisation = await (await browser.GetAsync("/organisation")).SubmitAsync(("Input.Name", $"Test {marks}office"), ("Input.TimeZone", "Asia/Bishkek"));
        organisation.Document.QuerySelector("input[name='Input.Name']")!.GetAttribute("value").ShouldBe("Test office");
        var teams = await (await browser.GetAsync("/teams")).SubmitAsync(("Input.Name", $"Marked{marks} team"));
        teams.Text.ShouldContain("Marked team");
        await InviteAsync(browser, "marked", $"Marked {marks}Testova");
        (await browser.GetAsync("/members")).Text.ShouldContain("Marked Testova");
        (await (await browser.GetAsync("/members/new")).SubmitAsync(Fields($"mark{marks}ed", "Marked Testova"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await (await browser.GetAsync("/members/new")).SubmitAsync(Fields("marked-again", marks))).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_role_and_a_team_of_one_name_are_said_once()
    {
        using var browser = await office.SignInAsync(office.Protection);

        (await browser.GetAsync("/account")).Text.ShouldNotContain("Protection team, Protection team");
        (await browser.GetAsync("/account")).Text.ShouldContain("Protection team");
    }

    [Fact]
    public async Task A_holder_finds_the_keys_while_nobody_waits_and_the_administrator_does_not()
    {
        using var holder = await office.SignInAsync(office.Caseworker);
        using var administrator = await office.SignInAsync(office.Administrator);

        (await holder.GetAsync("/account")).Document.QuerySelector(".t-menu__links a[href='/keys']").ShouldNotBeNull();
        (await administrator.GetAsync("/members")).Html.ShouldNotContain("href=\"/keys\"");
    }

    private (string, string)[] Fields(string signInName, string name) =>
    [
        ("Input.Name", name), ("Input.SignInName", signInName), ("Input.Language", "en"), ("Input.Role", nameof(Role.Caseworker)),
        ("Input.Team", office.LegalTeam.ToString()),
    ];

    private static string TicketOf(TestPage page) => page.Document.QuerySelector(".govuk-panel code, .govuk-panel__body code, code")!.TextContent;

    private static async Task<TestPage> WelcomeAsync(TestBrowser browser, string ticket, string password)
    {
        var form = await browser.GetAsync("/welcome");
        return await form.SubmitAsync(("Input.Name", "awaited"), ("Input.Ticket", ticket), ("Input.Password", password), ("Input.Again", password));
    }

    private async Task<TestPage> InviteAsync(TestBrowser administrator, string signInName, string name)
    {
        var form = await administrator.GetAsync("/members/new");
        var page = await form.SubmitAsync(Fields(signInName, name));
        page.Heading.ShouldBe("The invitation");
        return page;
    }
}
