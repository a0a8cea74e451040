using System.Net;
using Turna.Ledger;
using Turna.People.Contracts;
using Turna.Testing;

namespace Turna.PageTests.People;

/// <summary>Whose record a page shows, and erasing it on purpose.</summary>
public sealed class Her_rights_pages(TestOffice office) : IClassFixture<TestOffice>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_is_erased_until_it_is_confirmed_whose_record_it_is()
    {
        var id = await office.RegisterAsync(Persons.Somebody("Стираемая"));
        using var browser = await office.SignInAsync(office.Supervisor);
        var page = await browser.GetAsync($"/people/{id}/rights");
        page.Document.QuerySelector("input[type=checkbox][name=Sure][checked]").ShouldBeNull();
        page.Document.QuerySelector("label[for=Sure]")!.TextContent.Trim().ShouldBe("I have checked it: this is the record of Стираемая Айпери, and erasing it cannot be undone.");

        foreach (var unsure in new[] { "", "false", "7" })
            (await page.PressAsync("Erase her record", ("Reason", "SheAsked"), ("Sure", unsure))).Status.ShouldBe(HttpStatusCode.BadRequest, unsure);
        (await page.PressAsync("Erase her record")).Errors.ShouldBe(["Say why it is erased: nobody can bring her record back.", "Confirm that this is the record to be erased."]);
        var refused = await page.PressAsync("Erase her record", ("Reason", "SheAsked"));
        refused.Errors.ShouldBe(["Confirm that this is the record to be erased."]);
        refused.Document.QuerySelector("#Sure-error").ShouldNotBeNull();
        refused.Document.QuerySelector("input[name=Reason][value=SheAsked]")!.HasAttribute("checked").ShouldBeTrue();
        (await browser.GetAsync($"/people/{id}")).Heading.ShouldBe("Стираемая Айпери");
        (await page.PressAsync("Erase her record", ("Reason", "SheAsked"), ("Sure", "true"))).Text.ShouldContain("The record is erased.");
        (await browser.GetOnlyAsync($"/people/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("rights")]
    [InlineData("consent")]
    [InlineData("files")]
    [InlineData("edit")]
    [InlineData("openings")]
    [InlineData("access")]
    [InlineData("safe-contact")]
    [InlineData("journeys")]
    [InlineData("household")]
    public async Task A_page_says_whose_record_it_is_and_opening_it_is_on_record(string part)
    {
        var id = await office.RegisterAsync(Persons.Somebody("Названная"));
        using var browser = await office.SignInAsync(office.Caseworker);
        var before = await OpenedAsync(id);

        var page = await browser.GetAsync($"/people/{id}/{part}");

        Caption(page).ShouldBe("Названная Айпери");
        page.Document.Title!.ShouldNotContain("Названная");
        (await OpenedAsync(id)).ShouldBe(before + 1);
        using var stranger = await office.SignInAsync(office.Elsewhere);
        var hidden = await stranger.GetOnlyAsync($"/people/{id}/{part}");
        hidden.Status.ShouldBe(HttpStatusCode.NotFound);
        hidden.Html.ShouldNotContain("Названная");
    }

    [Theory]
    [InlineData("rights", "Erase her record", "Reason", "Whim")]
    [InlineData("consent", "Save", "Input.GivenOn.Day", "99")]
    [InlineData("files", "Seal and save", "Note", "a photo")]
    [InlineData("edit", "Save", "Input.Born.Year", "9999")]
    [InlineData("edit", "Save", "Input.GuardianPhone", "0555")]
    [InlineData("access", "Save", "Input.Sensitivity", "Whim")]
    [InlineData("access", "Save", "Input.Sensitivity", "Restricted")]
    [InlineData("safe-contact", "Save", "Input.From", "99:99")]
    public async Task A_refused_form_still_says_whose_record_it_is(string part, string button, string field, string answer)
    {
        var id = await office.RegisterAsync(Persons.Somebody("Отказанная"));
        using var browser = await office.SignInAsync(office.Supervisor);

        var refused = await (await browser.GetAsync($"/people/{id}/{part}")).PressAsync(button, (field, answer));

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        Caption(refused).ShouldBe("Отказанная Айпери");
    }

    private static string Caption(TestPage page) => page.Document.QuerySelector("h1")!.PreviousElementSibling!.TextContent.Trim();

    private async Task<int> OpenedAsync(PersonId id)
    {
        await using var hers = await office.AsAsync(office.Caseworker);
        return (await hers.Get<AuditLedger>().AboutAsync(id.Value, [office.Caseworker.Id], 99, Cancel)).Count(leaf => leaf.Act == "person.opened");
    }
}
