using System.Net;
using Turna.Cases.Keeping;
using Turna.Cases.Opening;
using Turna.Kernel.Codes;
using Turna.Ledger;
using Turna.PageTests.People;
using Turna.People.Contracts;
using Turna.Testing;

namespace Turna.PageTests.Cases;

/// <summary>Who may know of a case is decided when it is opened.</summary>
public sealed class Opening_pages(TestOffice office) : IClassFixture<TestOffice>
{
    [Theory]
    [InlineData("GenderBasedViolence")]
    [InlineData("ForcedLabour")]
    public async Task A_case_of_violence_left_at_the_preset_is_set_to_the_team_only_and_asked_once(string type)
    {
        using var browser = await office.SignInAsync(office.Caseworker);
        var person = await office.RegisterAsync(Persons.Somebody("Мамытова"));
        var form = await browser.GetAsync($"/cases/new?person={person}");

        var asked = await form.PressAsync("Open the case", ("Input.Type", type), ("Input.Reason", "She is beaten."));

        asked.Errors.ShouldContain("Violence, trafficking and forced labour are for the team only. It is set so now: look at it, then open the case");
        asked.Document.QuerySelector("[name='Input.Sensitivity'][checked]")!.GetAttribute("value").ShouldBe("Restricted");
        (await asked.PressAsync("Open the case")).Text.ShouldContain("Marked as delicate");
        (await asked.PressAsync("Open the case", ("Input.Id", Guid.CreateVersion7().ToString()), ("Input.Sensitivity", "Standard"))).Path.ShouldStartWith("/cases/");
    }

    [Fact]
    public async Task Only_those_who_may_keep_a_protected_case_are_offered()
    {
        using var browser = await office.SignInAsync(office.Protection);
        var form = await browser.GetAsync($"/cases/new?person={await office.RegisterAsync(Persons.Somebody("Мамытова"), office.Protection)}");
        using var legal = await office.SignInAsync(office.Caseworker);

        form.Document.QuerySelectorAll("[name='Input.Named'] option").Select(o => o.GetAttribute("value"))
            .ShouldBe([office.ProtectionColleague.Id.ToString(), office.ProtectionSupervisor.Id.ToString()], ignoreOrder: true);
        var hers = await legal.GetAsync($"/cases/new?person={await office.RegisterAsync(Persons.Somebody("Мамытова"))}");
        hers.Document.QuerySelector("[name='Input.Named']").ShouldBeNull();
        hers.Text.ShouldContain("ask your supervisor or the protection team");
    }

    [Theory]
    [InlineData("wages_deductions", "UnpaidWages", "Standard")]
    [InlineData("health", "Health", "Standard")]
    [InlineData("trafficking", "ForcedLabour", "Restricted")]
    [InlineData("dismissal", "", "Standard")]
    public async Task A_case_from_a_consultation_begins_with_what_is_known_from_it(string topic, string type, string sensitivity)
    {
        using var browser = await office.SignInAsync(office.Caseworker);
        var consultation = await LogAsync(browser, await office.RegisterAsync(Persons.Somebody("Мамытова")), topic, "The employer owes her two months.");

        var form = await browser.GetAsync($"/cases/new?consultation={consultation}");

        form.Document.QuerySelector("[name='Input.Type'] option[selected]")?.GetAttribute("value").ShouldBe(type.Length == 0 ? null : type);
        form.Document.QuerySelector("[name='Input.Sensitivity'][checked]")!.GetAttribute("value").ShouldBe(sensitivity);
        form.Document.QuerySelector("[name='Input.Reason']")!.TextContent.Trim().ShouldBe("The employer owes her two months.");
        form.Heading.ShouldContain("Мамытова");
        form.Document.Title!.ShouldNotContain("Мамытова");
        (await form.PressAsync("Open the case", ("Input.Type", type.Length == 0 ? "Other" : type))).Text.ShouldContain("The employer owes her two months.");
    }

    [Fact]
    public void Topics_of_several_cases_propose_none_and_the_delicate_one_goes_before()
    {
        CaseTypes.For(["documents_withheld", "wages"]).ShouldBeNull();
        CaseTypes.For(["gbv", "wages"]).ShouldBe(CaseType.GenderBasedViolence);
        CaseTypes.For(["overtime", "wages"]).ShouldBe(CaseType.UnpaidWages);
        CaseTypes.For([]).ShouldBeNull();
        CaseTypes.OfTopics.Keys.Except(CodeLists.Shipped.Topics.Codes.Select(c => c.Value)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Whose_case_it_will_be_is_shown_and_that_she_was_opened_is_on_record()
    {
        using var browser = await office.SignInAsync(office.Caseworker);
        var person = await office.RegisterAsync(Persons.Somebody("Мамытова"));

        var form = await browser.GetAsync($"/cases/new?person={person}");
        form.Heading.ShouldContain("Мамытова");
        var refused = await form.PressAsync("Open the case");
        refused.Errors.ShouldContain("Choose what the case is about");
        refused.Heading.ShouldContain("Мамытова");

        await using var hers = await office.AsAsync(office.Caseworker);
        var leaves = await hers.Get<AuditLedger>().AboutAsync(person.Value, [office.Caseworker.Id], 10, TestContext.Current.CancellationToken);
        leaves.Count(l => l.Purpose == "open a case").ShouldBe(2);
        using var elsewhere = await office.SignInAsync(office.Elsewhere);
        (await elsewhere.GetAsync($"/cases/new?person={person}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_consultation_that_is_not_hers_to_know_proposes_nothing()
    {
        using var browser = await office.SignInAsync(office.Caseworker);
        var consultation = await LogAsync(browser, await office.RegisterAsync(Persons.Somebody("Мамытова")), "wages", "The employer owes her two months.");
        using var other = await office.SignInAsync(office.Protection);

        (await other.GetAsync($"/cases/new?consultation={consultation}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<string> LogAsync(TestBrowser browser, PersonId person, string topic, string said)
    {
        var saved = await (await browser.GetAsync("/consultations/new")).PressAsync(
            "Save", ("Input.Caller", "Known"), ("Input.Person", person.ToString()), ("Input.Topics", topic), ("Input.Advice", said));
        return saved.Path.Split('/', '?')[2];
    }
}
