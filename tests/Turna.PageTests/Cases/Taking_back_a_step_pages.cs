using System.Net;
using Turna.PageTests.People;
using Turna.Testing;

namespace Turna.PageTests.Cases;

/// <summary>A wrong stage is taken back by who set it, the same day, while nothing has come after it; the history keeps both.</summary>
public sealed class Taking_back_a_step_pages(TestOffice office) : IClassFixture<TestOffice>
{
    [Fact]
    public async Task The_case_stands_again_at_the_stage_before_and_the_step_is_struck_through()
    {
        using var browser = await office.SignInAsync(office.Caseworker);
        var page = await MovedAsync(browser, "Assessed", "Planned");
        var since = Reached(page, "Assessed");

        page = await page.PressAsync(Step(page));

        Current(page).ShouldBe("Assessed");
        Reached(page, "Assessed").ShouldBe(since);
        page.Document.QuerySelector(".t-stages")!.Children.Single(s => s.TextContent.StartsWith("Planned", StringComparison.Ordinal)).QuerySelector(".t-stages__when").ShouldBeNull("it was never reached");
        page.Document.QuerySelectorAll(".t-mistaken").ShouldHaveSingleItem().TextContent.ShouldContain("Planned");
        page.Document.QuerySelectorAll("button[name='Mistake.Entered']").ShouldBeEmpty("the step before it is not the last thing that happened");
        Current(await page.PressAsync("Move", ("Move.To", "Planned"))).ShouldBe("Planned");
    }

    [Fact]
    public async Task Sent_twice_it_is_taken_back_once()
    {
        using var browser = await office.SignInAsync(office.Caseworker);
        var page = await MovedAsync(browser, "Assessed", "Planned");
        var step = Step(page);

        await browser.PostAsync($"{page.Path}?handler=Mistake", ("Mistake.Entered", step));
        (await browser.PostAsync($"{page.Path}?handler=Mistake", ("Mistake.Entered", step))).Status.ShouldBe(HttpStatusCode.Found);

        Current(await browser.GetAsync(page.Path)).ShouldBe("Assessed");
    }

    [Fact]
    public async Task After_something_else_by_somebody_else_or_on_another_day_it_is_refused()
    {
        using var browser = await office.SignInAsync(office.Caseworker);
        var noted = await MovedAsync(browser, "Assessed");
        var step = Step(noted);
        await noted.PressAsync("Save the note", ("Note.Text", "Already at work."));
        await RefusedAsync(browser, noted.Path, step, HttpStatusCode.BadRequest);

        var helped = await MovedAsync(browser, "Assessed");
        step = Step(helped);
        await helped.PressAsync("Record the service", ("Service.Kind", "legal_advice"));
        await RefusedAsync(browser, helped.Path, step, HttpStatusCode.BadRequest);

        var theirs = await MovedAsync(browser, "Assessed");
        step = Step(theirs);
        using (var colleague = await office.SignInAsync(office.Colleague)) await RefusedAsync(colleague, theirs.Path, step, HttpStatusCode.NotFound);
        using (var supervisor = await office.SignInAsync(office.Supervisor)) await RefusedAsync(supervisor, theirs.Path, step, HttpStatusCode.BadRequest);

        office.Clock.Pass(TimeSpan.FromDays(1));
        using var later = await office.SignInAsync(office.Caseworker);
        await RefusedAsync(later, theirs.Path, step, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_closing_is_not_taken_back()
    {
        using var browser = await office.SignInAsync(office.Caseworker);
        var page = await (await MovedAsync(browser, "Assessed")).PressAsync("Propose closing", ("Move.Outcome", "Withdrawn"));

        page.Document.QuerySelectorAll("button[name='Mistake.Entered']").ShouldBeEmpty();
        Current(page).ShouldBe("Closing");
    }

    private static async Task RefusedAsync(TestBrowser browser, string path, string step, HttpStatusCode status)
    {
        (await browser.GetAsync(path)).Document.QuerySelectorAll($"button[value='{step}']").ShouldBeEmpty();
        (await browser.PostAsync($"{path}?handler=Mistake", ("Mistake.Entered", step))).Status.ShouldBe(status);
        Current(await browser.GetAsync(path)).ShouldBe("Assessed");
    }

    private async Task<TestPage> MovedAsync(TestBrowser browser, params string[] stages)
    {
        var her = await office.RegisterAsync(Persons.Somebody("Этапова"));
        var page = await (await browser.GetAsync($"/cases/new?person={her}")).PressAsync("Open the case", ("Input.Type", "UnpaidWages"), ("Input.Reason", "Two months without pay."));
        foreach (var stage in stages) page = await page.PressAsync("Move", ("Move.To", stage));
        return page;
    }

    private static string Step(TestPage page) => page.Document.QuerySelectorAll("button[name='Mistake.Entered']").ShouldHaveSingleItem().GetAttribute("value")!;

    private static string Current(TestPage page) => page.Document.QuerySelector(".t-stages [aria-current]")!.ChildNodes[0].TextContent.Trim();

    private static string Reached(TestPage page, string stage) => page.Document.QuerySelector(".t-stages")!.Children.Single(s => s.TextContent.StartsWith(stage, StringComparison.Ordinal)).TextContent;
}
