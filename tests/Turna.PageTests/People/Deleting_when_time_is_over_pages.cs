using System.Net;
using Turna.Ledger;
using Turna.People.Contracts;
using Turna.Testing;

namespace Turna.PageTests.People;

/// <summary>A record whose time is over is deleted only after its supervisor has seen once more whose it is and confirmed it.</summary>
public sealed class Deleting_when_time_is_over_pages(TestOffice office) : IClassFixture<TestOffice>
{
    [Fact]
    public async Task Nothing_is_deleted_before_it_is_confirmed_whose_record_it_is()
    {
        var id = await RunOutAsync("Истекшая");
        using var browser = await office.SignInAsync(office.Supervisor);
        var list = await browser.GetAsync("/people/retention");
        list.Document.QuerySelectorAll("main form [formaction*='Delete']").ShouldBeEmpty("no press on the list deletes");
        var link = list.Document.QuerySelectorAll("main tbody a[href*='delete=']").Single(a => a.TextContent.Trim() == "Delete");

        var asked = await browser.GetAsync(link.GetAttribute("href")!);
        asked.Text.ShouldContain("Истекшая Айпери");
        asked.Document.Title!.ShouldNotContain("Истекшая");
        var refused = await asked.SubmitOnlyAsync("Erase her record");
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Errors.ShouldContain("Confirm that this is the record to be erased.");
        refused.Text.ShouldContain("Истекшая Айпери");
        (await browser.GetAsync($"/people/{id}")).Status.ShouldBe(HttpStatusCode.OK);

        var done = await refused.PressAsync("Erase her record", ("Sure", "true"));
        done.Path.ShouldBe("/people/retention");
        done.Text.ShouldNotContain("Истекшая");
        (await browser.GetOnlyAsync($"/people/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Only_a_record_that_may_go_is_asked_about()
    {
        var kept = await office.RegisterAsync(Persons.Somebody("Остающаяся"));
        using var browser = await office.SignInAsync(office.Supervisor);

        (await browser.GetOnlyAsync($"/people/retention?delete={kept}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetOnlyAsync($"/people/retention?delete={Guid.Empty}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task On_the_page_of_her_rights_too_the_reason_is_taken_when_her_time_is_over()
    {
        var id = await RunOutAsync("Давняя");
        using var browser = await office.SignInAsync(office.Supervisor);
        var page = await browser.GetAsync($"/people/{id}/rights");
        page.Document.QuerySelectorAll("input[type=radio][name=Reason]").Select(r => r.GetAttribute("value")).ShouldBe(["SheAsked", "TimeIsOver"]);

        (await page.PressAsync("Erase her record", ("Reason", "TimeIsOver"), ("Sure", "true"))).Text.ShouldContain("The record is erased.");

        await using var hers = await office.AsAsync(office.Supervisor);
        (await hers.Get<AuditLedger>().AboutAsync(id.Value, [office.Supervisor.Id], 9, TestContext.Current.CancellationToken))
            .Single(leaf => leaf.Act == "person.erased").Purpose.ShouldBe("erasure: the time for keeping is over");
    }

    /// <summary>Somebody whose time is over, and of whom her team was told weeks ago.</summary>
    private async Task<PersonId> RunOutAsync(string family)
    {
        var id = await office.RegisterAsync(Persons.Somebody(family) with { KnownSince = DateOnly.FromDateTime(office.Clock.GetUtcNow().UtcDateTime).AddYears(-9) });
        using (var browser = await office.SignInAsync(office.Supervisor)) (await browser.GetAsync("/people/retention")).Text.ShouldContain(family);
        office.Clock.Pass(TimeSpan.FromDays(62));
        return id;
    }
}
