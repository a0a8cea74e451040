using System.Net;
using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Evidence.Contracts;
using Turna.Evidence.Keeping;
using Turna.PageTests.People;
using Turna.Testing;

namespace Turna.PageTests.Cases;

/// <summary>What was entered by mistake in a case stays readable and counts no more.</summary>
public sealed class Mistake_pages(TestOffice office) : IClassFixture<TestOffice>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_service_entered_by_mistake_is_struck_through_and_one_less_is_counted()
    {
        using var browser = await office.SignInAsync(office.Caseworker);
        var page = await OpenAsync(browser);
        await page.PressAsync("Record the service", ("Service.Kind", "legal_advice"), ("Service.Remark", "With the lawyer."));
        page = await (await browser.GetAsync(page.Path)).PressAsync("Record the service", ("Service.Kind", "legal_advice"), ("Service.Remark", "The same again."));
        (await ServicesCountedAsync(page)).ShouldBe(2);

        page = await page.PressAsync(Entered(page, "The same again."));

        (await ServicesCountedAsync(page)).ShouldBe(1);
        var struck = page.Document.QuerySelectorAll(".t-mistaken").ShouldHaveSingleItem().TextContent;
        struck.ShouldContain("The same again.");
        struck.ShouldContain("Entered by mistake, as marked on");
        struck.ShouldNotContain("Mark as a mistake");
    }

    [Fact]
    public async Task A_note_is_marked_by_who_wrote_it_or_supervises_the_team_and_nobody_else()
    {
        using var browser = await office.SignInAsync(office.Caseworker);
        var page = await (await OpenAsync(browser)).PressAsync("Save the note", ("Note.Text", "It belongs to another case."));
        var entered = Entered(page, "It belongs to another case.");

        using var colleague = await office.SignInAsync(office.Colleague);
        var theirs = await colleague.GetAsync(page.Path);
        theirs.Text.ShouldContain("It belongs to another case.");
        theirs.Text.ShouldNotContain("Mark as a mistake");
        (await colleague.PostAsync($"{page.Path}?handler=Mistake", ("Mistake.Entered", entered))).Status.ShouldBe(HttpStatusCode.NotFound);

        using var supervisor = await office.SignInAsync(office.Supervisor);
        var marked = await (await supervisor.GetAsync(page.Path)).PressAsync(entered);
        marked.Document.QuerySelectorAll(".t-mistaken").ShouldHaveSingleItem().TextContent.ShouldContain($"as {office.Supervisor.Name} marked on");
    }

    [Fact]
    public async Task Nothing_of_another_case_and_no_other_line_can_be_marked()
    {
        using var browser = await office.SignInAsync(office.Caseworker);
        var other = await (await OpenAsync(browser)).PressAsync("Save the note", ("Note.Text", "Here it is right."));
        var entered = Entered(other, "Here it is right.");
        var page = await OpenAsync(browser);

        (await browser.PostAsync($"{page.Path}?handler=Mistake", ("Mistake.Entered", entered))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.PostAsync($"{page.Path}?handler=Mistake", ("Mistake.Entered", Guid.NewGuid().ToString()))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync(other.Path)).Document.QuerySelectorAll(".t-mistaken").ShouldBeEmpty();
    }

    [Fact]
    public async Task Marked_twice_it_is_one_mistake()
    {
        using var browser = await office.SignInAsync(office.Caseworker);
        var page = await (await OpenAsync(browser)).PressAsync("Record the service", ("Service.Kind", "legal_advice"), ("Service.Remark", "Twice."));
        var entered = Entered(page, "Twice.");

        await browser.PostAsync($"{page.Path}?handler=Mistake", ("Mistake.Entered", entered));
        var second = await browser.PostAsync($"{page.Path}?handler=Mistake", ("Mistake.Entered", entered));

        second.Status.ShouldBe(HttpStatusCode.Found);
        (await ServicesCountedAsync(page)).ShouldBe(0);
        (await browser.GetAsync(page.Path)).Document.QuerySelectorAll(".t-mistaken").ShouldHaveSingleItem();
    }

    private async Task<TestPage> OpenAsync(TestBrowser browser)
    {
        var person = await office.RegisterAsync(Persons.Somebody("Жаңылышева"));
        return await (await browser.GetAsync($"/cases/new?person={person}")).PressAsync(
            "Open the case", ("Input.Sensitivity", "Standard"), ("Input.Type", "DocumentsWithheld"), ("Input.Reason", "The employer keeps her passport."));
    }

    private static string Entered(TestPage page, string text)
    {
        var line = page.Document.QuerySelectorAll(".moj-timeline__item").First(e => e.TextContent.Contains(text, StringComparison.Ordinal));
        return line.QuerySelector("button[name='Mistake.Entered']")!.GetAttribute("value")!;
    }

    private async Task<int> ServicesCountedAsync(TestPage page)
    {
        await using var hers = await office.AsAsync(office.Caseworker);
        var token = hers.Get<Turna.Vault.KeyVault>().FactToken(Guid.Parse(page.Path.Split('/', '?')[2]));
        return await hers.Get<TurnaDb>().Set<FactRow>().AsNoTracking().CountAsync(f => f.Record == token && f.Kind == FactKind.Service, Cancel);
    }
}
