using Turna.Cases.Contracts;
using Turna.Cases.Keeping;
using Turna.Cases.Opening;
using Turna.Cases.Working;
using Turna.PageTests.People;
using Turna.Testing;

namespace Turna.PageTests.Cases;

public sealed class Approving_pages(TestOffice office) : IClassFixture<TestOffice>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_an_approval_the_page_says_so_and_leads_to_the_next_one_waiting()
    {
        var first = await ProposeAsync("Биринчиева");
        office.Clock.Pass(TimeSpan.FromDays(3));
        var second = await ProposeAsync("Экинчиева");
        using var browser = await office.SignInAsync(office.Supervisor);
        var list = await browser.GetAsync("/cases?which=approve");
        list.Document.QuerySelectorAll("main tbody tr")[0].TextContent.ShouldContain("Legal team");
        list.Document.QuerySelectorAll("main tbody tr")[0].TextContent.ShouldContain("3 days");
        list.Document.QuerySelectorAll("main tbody tr")[1].TextContent.ShouldContain("since today");

        var approved = await (await browser.GetAsync($"/cases/{first}")).PressAsync("Approve closing");

        approved.Text.ShouldContain("The case is closed.");
        var next = approved.Document.QuerySelector(".govuk-notification-banner__link")!;
        next.TextContent.ShouldBe("Go to the next one: one case waits for your approval.");
        next.GetAttribute("href").ShouldBe($"/cases/{second}");
        (await (await browser.GetAsync($"/cases/{second}")).PressAsync("Approve closing")).Text.ShouldContain("No other case waits for your approval.");
    }

    [Fact]
    public async Task The_team_of_a_protected_case_is_named_and_one_more_colleague_can_be()
    {
        var person = await office.RegisterAsync(Persons.Somebody("Аталганова"), office.Protection);
        await using var hers = await office.AsAsync(office.Protection);
        var opened = await hers.Get<OpenCase>().HandleAsync(
            new OpenCase.Input { Id = CaseId.New(), Person = person, Team = office.ProtectionTeam, Type = CaseType.ForcedLabour, Sensitivity = Sensitivity.Protected, Named = [office.ProtectionColleague.Id], Reason = "Locked in." }, hers.Actor, Cancel);
        opened.Error.ShouldBeNull();
        var address = $"/cases/{opened.Value}";
        using var supervisor = await office.SignInAsync(office.ProtectionSupervisor);
        (await supervisor.GetAsync(address)).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
        using var browser = await office.SignInAsync(office.Protection);
        var team = await browser.GetAsync($"{address}?tab=team");
        team.Text.ShouldMatch($"Named colleagues only: ({office.ProtectionColleague.Name}, {office.Protection.Name}|{office.Protection.Name}, {office.ProtectionColleague.Name})");
        team.Document.QuerySelectorAll("select[name='Naming.Colleague'] option").Select(o => o.GetAttribute("value")).ShouldNotContain(office.OtherTeam.Id.ToString());

        var refused = await team.PressAsync("Name her", ("Naming.Colleague", office.OtherTeam.Id.ToString()));
        var named = await team.PressAsync("Name her", ("Naming.Colleague", office.ProtectionSupervisor.Id.ToString()));

        refused.Errors.ShouldBe(["Choose from protection staff and supervisors of the team"]);
        named.Text.ShouldContain(office.ProtectionSupervisor.Name);
        named.Text.ShouldContain("One more colleague was named");
        (await supervisor.GetAsync(address)).Text.ShouldContain("Locked in.");
    }

    private async Task<CaseId> ProposeAsync(string family)
    {
        var person = await office.RegisterAsync(Persons.Somebody(family));
        await using var hers = await office.AsAsync(office.Caseworker);
        var opened = await hers.Get<OpenCase>().HandleAsync(
            new OpenCase.Input { Id = CaseId.New(), Person = person, Team = office.LegalTeam, Type = CaseType.Pension, Reason = "Years of service." }, hers.Actor, Cancel);
        (await hers.Get<MoveCase>().HandleAsync(new MoveCase.Input(opened.Value, Stage.Closing, Outcome.Achieved), hers.Actor, Cancel)).Error.ShouldBeNull();
        return opened.Value;
    }
}
