using System.Net;
using Turna.Testing;

namespace Turna.PageTests.People;

/// <summary>A file is destroyed after it was asked for by name and confirmed, and that it is gone is said.</summary>
public sealed class Destroying_a_file_pages(TestOffice office) : IClassFixture<TestOffice>
{
    [Fact]
    public async Task It_is_asked_once_more_and_said_when_it_is_done()
    {
        var id = await office.RegisterAsync(Persons.Somebody("Бумажная"));
        using var browser = await office.SignInAsync(office.Caseworker);
        await AddAsync(browser, $"{id}", "contract.pdf");
        var list = await AddAsync(browser, $"{id}", "passport.pdf");
        list.Document.QuerySelectorAll("main form[action*='handler=Remove']").ShouldBeEmpty("no press on the list destroys");
        var link = list.Document.QuerySelectorAll("main tbody tr").Single(r => r.TextContent.Contains("contract.pdf", StringComparison.Ordinal)).QuerySelector("a[href*='destroy=']")!;

        var asked = await browser.GetAsync(link.GetAttribute("href")!);
        asked.Document.QuerySelector("main form[action*='handler=Remove']")!.TextContent.ShouldContain("contract.pdf");
        asked.Document.Title!.ShouldNotContain("contract");
        var refused = await asked.SubmitOnlyAsync("Destroy the file");
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Errors.ShouldBe(["Confirm that it is to be destroyed: nobody can bring it back."]);
        (await browser.GetAsync($"/people/{id}/files")).Text.ShouldContain("contract.pdf");

        var done = await refused.PressAsync("Destroy the file", ("Sure", "true"));

        done.Text.ShouldContain("The file is destroyed.");
        done.Text.ShouldNotContain("contract.pdf");
        done.Text.ShouldContain("passport.pdf");
        (await browser.GetOnlyAsync($"/people/{id}/files?destroy={Guid.CreateVersion7()}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<TestPage> AddAsync(TestBrowser browser, string id, string name) =>
        await (await browser.GetAsync($"/people/{id}/files")).UploadAsync("Photo", name, "%PDF-1.7 a paper"u8.ToArray());
}
