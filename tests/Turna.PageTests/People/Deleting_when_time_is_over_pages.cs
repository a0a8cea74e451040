using System.Net;
using Turna.Kernel;
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
        var link = list.Document.QuerySelectorAll("main tbody a[href*='delete=']").Single(a => a.GetAttribute("aria-label") == "Delete the record of Истекшая Айпери");

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
    public async Task Asked_about_one_record_nobody_elses_is_opened_or_warned_of()
    {
        var (id, other) = (await RunOutAsync("Спрошенная"), await RunOutAsync("Неспрошенная"));
        var (unwarned, kept) = (await office.RegisterAsync(LongAgo("Непредупреждённая")), await office.RegisterAsync(Persons.Somebody("Молодая")));
        PersonId[] all = [id, other, unwarned, kept];
        var before = await LeavesAsync(all);
        using var browser = await office.SignInAsync(office.Supervisor);
        foreach (var asked in new[] { PersonId.New().ToString(), unwarned.ToString(), kept.ToString(), "nobody" })
            (await browser.GetOnlyAsync($"/people/retention?delete={asked}")).Status.ShouldBe(HttpStatusCode.NotFound, asked);
        (await LeavesAsync(all)).ShouldBe(before, "not found, nothing opened");

        (await browser.GetAsync($"/people/retention?delete={id}")).Text.ShouldContain("Спрошенная Айпери");
        (await LeavesAsync(all)).ShouldBe([before[0] + 1, .. before[1..]]);
        (await browser.PostAsync("/people/retention?handler=Delete", ("person", id.ToString()))).Status.ShouldBe(HttpStatusCode.BadRequest);

        (await LeavesAsync(all))[1..].ShouldBe(before[1..]);
    }

    [Fact]
    public async Task A_confirmed_deletion_sent_twice_is_answered_twice_the_same()
    {
        var id = await RunOutAsync("Дважды");
        using var browser = await office.SignInAsync(office.Supervisor);
        var asked = await browser.GetAsync($"/people/retention?delete={id}");

        var first = await asked.SubmitOnlyAsync("Erase her record", ("Sure", "true"));
        var second = await asked.SubmitOnlyAsync("Erase her record", ("Sure", "true"));

        (first.Status, first.Location).ShouldBe((HttpStatusCode.Found, "/people/retention"));
        (second.Status, second.Location).ShouldBe((first.Status, first.Location));
        (await browser.PostAsync("/people/retention?handler=Delete", ("person", id.ToString()), ("Sure", "true"))).Status.ShouldBe(HttpStatusCode.NotFound, "another operation");
    }

    [Fact]
    public async Task Who_may_not_erase_her_finds_nothing_to_delete()
    {
        var id = await RunOutAsync("Чужая", office.LegalTeam);
        var before = await LeavesAsync([id]);
        foreach (var member in new[] { office.Caseworker, office.FrontDesk, office.Analyst, office.ProtectionSupervisor, office.Elsewhere })
        {
            using var browser = await office.SignInAsync(member);
            (await browser.GetOnlyAsync($"/people/retention?delete={id}")).Status.ShouldBe(HttpStatusCode.NotFound, member.SignInName);
            (await browser.PostAsync("/people/retention?handler=Delete", ("person", id.ToString()), ("Sure", "true"))).Status.ShouldBe(HttpStatusCode.NotFound, member.SignInName);
        }

        (await LeavesAsync([id])).ShouldBe(before);
        using var supervisor = await office.SignInAsync(office.Supervisor);
        (await supervisor.GetAsync($"/people/{id}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>How many leaves tell of each.</summary>
    private async Task<int[]> LeavesAsync(PersonId[] people)
    {
        await using var hers = await office.AsAsync(office.Supervisor);
        var leaves = new List<int>();
        foreach (var id in people) leaves.Add((await hers.Get<AuditLedger>().AboutAsync(id.Value, [office.Supervisor.Id], 99, TestContext.Current.CancellationToken)).Count);
        return [.. leaves];
    }

    private NewPerson LongAgo(string family) => Persons.Somebody(family) with { KnownSince = DateOnly.FromDateTime(office.Clock.GetUtcNow().UtcDateTime).AddYears(-9) };

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
    private async Task<PersonId> RunOutAsync(string family, TeamId? team = null)
    {
        var id = await office.RegisterAsync(LongAgo(family) with { Team = team });
        using (var browser = await office.SignInAsync(office.Supervisor)) (await browser.GetAsync("/people/retention")).Text.ShouldContain(family);
        office.Clock.Pass(TimeSpan.FromDays(62));
        return id;
    }
}
