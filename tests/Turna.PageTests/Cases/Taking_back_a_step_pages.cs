using System.Net;
using Turna.Ledger;
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

        var tasked = await MovedAsync(browser, "Assessed");
        step = Step(tasked);
        await TaskedAsync(tasked, office.Clock.GetUtcNow().AddDays(3));
        await RefusedAsync(browser, tasked.Path, step, HttpStatusCode.BadRequest);

        var theirs = await MovedAsync(browser, "Assessed");
        step = Step(theirs);
        using (var colleague = await office.SignInAsync(office.Colleague)) await RefusedAsync(colleague, theirs.Path, step, HttpStatusCode.NotFound);
        using (var supervisor = await office.SignInAsync(office.Supervisor)) await RefusedAsync(supervisor, theirs.Path, step, HttpStatusCode.BadRequest);

        office.Clock.Pass(TimeSpan.FromDays(1));
        using var later = await office.SignInAsync(office.Caseworker);
        await RefusedAsync(later, theirs.Path, step, HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task After_a_task_was_done_or_postponed_it_is_refused(bool done)
    {
        using var browser = await office.SignInAsync(office.Caseworker);
        var page = await TaskedAsync(await MovedAsync(browser), office.Clock.GetUtcNow().AddDays(3));
        var task = TaskIn(await browser.GetAsync($"{page.Path}?tab=tasks"));
        // The task itself is older than the step.
        office.Clock.Pass(TimeSpan.FromMinutes(10));
        page = await (await browser.GetAsync(page.Path)).PressAsync("Move", ("Move.To", "Assessed"));
        var step = Step(page);

        office.Clock.Pass(TimeSpan.FromMinutes(10));
        var until = office.Clock.GetUtcNow().AddDays(5);
        var own = await browser.GetAsync($"/tasks/{task}");
        if (done) await own.PressAsync("Done");
        else await own.PressAsync("Postpone", ("Input.Until.Day", $"{until.Day}"), ("Input.Until.Month", $"{until.Month}"), ("Input.Until.Year", $"{until.Year}"), ("Input.Because", "She is away."));

        await RefusedAsync(browser, page.Path, step, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Taking_it_back_is_on_record()
    {
        using var browser = await office.SignInAsync(office.Caseworker);
        var page = await MovedAsync(browser, "Assessed", "Planned");
        var before = await ActsAsync(page);

        await page.PressAsync(Step(page));

        (await ActsAsync(page)).Except(before).Select(a => a.Act).Where(a => a is "case.stage-changed" or "case.mistake-marked").ShouldBe(["case.stage-changed", "case.mistake-marked"], ignoreOrder: true);
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

    private async Task<IReadOnlyList<LedgerEntry>> ActsAsync(TestPage page)
    {
        await using var hers = await office.AsAsync(office.Caseworker);
        return await hers.Get<AuditLedger>().AboutAsync(Guid.Parse(page.Path.Split('/', '?')[2]), [office.Caseworker.Id], 500, TestContext.Current.CancellationToken);
    }

    private static Task<TestPage> TaskedAsync(TestPage page, DateTimeOffset due) =>
        page.PressAsync("Add the task", ("Task.Text", "Write to the employer"), ("Task.DueOn.Day", $"{due.Day}"), ("Task.DueOn.Month", $"{due.Month}"), ("Task.DueOn.Year", $"{due.Year}"));

    private static string TaskIn(TestPage page) => page.Document.QuerySelectorAll("main a[href^='/tasks/']").First().GetAttribute("href")!.Split('/')[2];

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
