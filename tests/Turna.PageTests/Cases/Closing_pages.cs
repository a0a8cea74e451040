using System.Net;
using Turna.PageTests.People;
using Turna.Testing;

namespace Turna.PageTests.Cases;

/// <summary>What is left when a case ends, and what a second tab still sends into it.</summary>
public sealed class Closing_pages(TestOffice office) : IClassFixture<TestOffice>
{
    [Fact]
    public async Task Tasks_left_are_said_at_both_steps_and_end_with_the_case_only_by_a_tick()
    {
        using var browser = await office.SignInAsync(office.Caseworker);
        var page = await OpenAsync(browser);
        page = await AddTaskAsync(page, "Write to the employer");
        page.Text.ShouldContain("One task of this case is still to be done.");
        (await page.PressAsync("Propose closing", ("Move.Outcome", "Achieved"))).Errors.ShouldContain("Tasks still to be done: 1. Finish them first, or tick that they end with the case");
        page = await page.PressAsync("Propose closing", ("Move.Outcome", "Achieved"), ("Move.FinishTasks", "true"));
        page.Text.ShouldNotContain("still to be done");
        page = await AddTaskAsync(page, "Call the court");
        using var supervisor = await office.SignInAsync(office.Supervisor);
        var approving = await supervisor.GetAsync(page.Path);
        (await approving.PressAsync("Approve closing")).Status.ShouldBe(HttpStatusCode.BadRequest);

        var closed = await approving.PressAsync("Approve closing", ("Move.FinishTasks", "true"));

        closed.Text.ShouldContain("Closed on");
        (await browser.GetAsync("/work")).Text.ShouldNotContain("Call the court");
        (await browser.GetAsync("/work")).Text.ShouldNotContain("Write to the employer");
    }

    [Theory]
    [InlineData("")]
    [InlineData("ABC")]
    public async Task All_that_is_wrong_with_a_closing_is_told_at_once(string currency)
    {
        using var browser = await office.SignInAsync(office.Caseworker);
        var page = await AddTaskAsync(await OpenAsync(browser), "Ask the bank");

        var refused = await page.PressAsync("Propose closing", ("Move.Recovered", "45000"), ("Move.Currency", currency));

        refused.Errors.ShouldBe(
            ["Choose how it ended", "Write the sum as a number above zero and choose its currency", "Tasks still to be done: 1. Finish them first, or tick that they end with the case"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_sum_that_cannot_be_read_is_told_together_with_what_is_missing()
    {
        using var browser = await office.SignInAsync(office.Caseworker);
        var page = await AddTaskAsync(await OpenAsync(browser), "Ask the bank");

        var refused = await page.PressAsync("Propose closing", ("Move.Recovered", "much"));

        refused.Errors.ShouldBe(
            ["Choose how it ended", "Write a sum in figures, like 45000 or 45 000,50.", "Tasks still to be done: 1. Finish them first, or tick that they end with the case"], ignoreOrder: true);
    }

    [Fact]
    public async Task Danger_outcome_and_tasks_left_are_named_at_once()
    {
        using var browser = await office.SignInAsync(office.Caseworker);
        var page = await AddTaskAsync(await OpenAsync(browser), "Ask the police");
        page = await page.PressAsync("Mark as in danger");

        var refused = await page.PressAsync("Propose closing");

        refused.Errors.ShouldBe(
            ["Marked as in danger: note first that the danger has passed.", "Choose how it ended", "Tasks still to be done: 1. Finish them first, or tick that they end with the case"]);
        refused.Document.QuerySelectorAll(".govuk-error-summary__list a").Length.ShouldBe(2);
    }

    [Fact]
    public async Task Where_the_next_stages_lead_back_none_is_chosen_beforehand()
    {
        using var browser = await office.SignInAsync(office.Caseworker);
        var page = await OpenAsync(browser);
        foreach (var next in new[] { "Assessed", "Planned", "InService" })
        {
            Chosen(page).ShouldBe(next);
            page = await page.PressAsync("Move");
        }

        Chosen(page).ShouldBe("");
        var refused = await page.PressAsync("Move");
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Errors.ShouldBe(["Choose the stage"]);
        Chosen(await refused.PressAsync("Move", ("Move.To", "Planned"))).ShouldBe("InService");

        static string Chosen(TestPage page) => ((AngleSharp.Html.Dom.IHtmlSelectElement)page.Document.QuerySelector("select[name='Move.To']")!).Value ?? "";
    }

    [Fact]
    public async Task A_closed_case_is_opened_again_only_with_a_reason_which_is_sealed_in_its_timeline()
    {
        using var browser = await office.SignInAsync(office.Caseworker);
        var path = (await (await OpenAsync(browser)).PressAsync("Propose closing", ("Move.Outcome", "Withdrawn"))).Path;
        using var supervisor = await office.SignInAsync(office.Supervisor);
        var closed = await (await supervisor.GetAsync(path)).PressAsync("Approve closing");

        var refused = await closed.PressAsync("Move", ("Move.Remark", " "));

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Errors.ShouldBe(["Write why the case is opened again"]);
        refused.Document.QuerySelector("#Move_Remark-error, #Move_Remark")!.Closest(".govuk-form-group--error").ShouldNotBeNull();
        (await browser.GetAsync(path)).Text.ShouldContain("Closed on");
        var open = await refused.PressAsync("Move", ("Move.Remark", "The employer paid only a third."));
        open.Text.ShouldContain("The employer paid only a third.");
        open.Text.ShouldNotContain("Closed on");
    }

    [Fact]
    public async Task Nobody_in_danger_disappears_with_a_closed_case()
    {
        using var browser = await office.SignInAsync(office.Caseworker);
        var page = await OpenAsync(browser);
        page = await page.PressAsync("Mark as in danger", ("Danger.HoursSinceIncident", "10"));

        (await page.PressAsync("Propose closing", ("Move.Outcome", "Achieved"))).Text.ShouldContain("Marked as in danger: note first that the danger has passed.");
        page = await page.PressAsync("She is safe now");

        (await page.PressAsync("Propose closing", ("Move.Outcome", "Achieved"))).Text.ShouldContain("Closing");
    }

    [Fact]
    public async Task What_a_second_tab_sends_into_a_closed_case_is_refused_and_kept_on_the_page()
    {
        using var browser = await office.SignInAsync(office.Caseworker);
        var tab = await OpenAsync(browser);
        await tab.PressAsync("Propose closing", ("Move.Outcome", "Achieved"));
        using var supervisor = await office.SignInAsync(office.Supervisor);
        await (await supervisor.GetAsync(tab.Path)).PressAsync("Approve closing");

        var note = await tab.PressAsync("Save the note", ("Note.Text", "She called again."));
        var service = await tab.PressAsync("Record the service", ("Service.Kind", "legal_advice"), ("Service.Remark", "By phone."));
        var task = await AddTaskAsync(tab, "Ask for the papers");

        foreach (var answer in new[] { note, service, task }) answer.Errors.ShouldContain("The case is closed. Open it again first.");
        note.Document.QuerySelector("[name='Note.Text']")!.TextContent.Trim().ShouldBe("She called again.");
        service.Document.QuerySelector("[name='Service.Remark']")!.TextContent.Trim().ShouldBe("By phone.");
        task.Document.QuerySelector("[name='Task.Text']")!.GetAttribute("value").ShouldBe("Ask for the papers");
        (await browser.GetAsync(tab.Path)).Text.ShouldNotContain("She called again.");
    }

    [Fact]
    public async Task A_service_shows_its_day_number_cost_and_remark()
    {
        using var browser = await office.SignInAsync(office.Caseworker);
        var page = await OpenAsync(browser);

        page = await page.PressAsync(
            "Record the service", ("Service.Kind", "legal_advice"), ("Service.Quantity", "3"), ("Service.Cost", "2500"), ("Service.Currency", "KGS"), ("Service.Remark", "At the office."));

        foreach (var shown in new[] { page, await browser.GetAsync($"{page.Path}?tab=services") })
            foreach (var words in new[] { "How many: 3", "Cost: 2,500", "At the office." })
                shown.Text.Replace('\u00a0', ' ').ShouldContain(words, customMessage: shown.Path);
    }

    [Theory]
    [InlineData("2 500", "2,500")]
    [InlineData("2 500,75", "2,500.75")]
    [InlineData("2.500,75", "2,500.75")]
    public async Task A_cost_is_read_as_it_is_written_here(string written, string shown)
    {
        using var browser = await office.SignInAsync(office.Caseworker);
        var page = await OpenAsync(browser);

        page = await page.PressAsync("Record the service", ("Service.Kind", "legal_advice"), ("Service.Cost", written), ("Service.Currency", "KGS"));

        page.Text.ShouldContain($"Cost: {shown}");
    }

    [Theory]
    [InlineData(10, "Medical help protects best until", null)]
    [InlineData(100, "72-hour window is over", "emergency contraception may still help")]
    [InlineData(130, "72-hour window is over", null)]
    public async Task The_medical_window_says_whether_it_is_over(int hours, string said, string? helps)
    {
        using var browser = await office.SignInAsync(office.Caseworker);
        var page = await OpenAsync(browser);

        page = await page.PressAsync("Danger.InDanger", ("Danger.HoursSinceIncident", $"{hours}"));

        page.Text.ShouldContain(said);
        page.Text.Contains("protects best until", StringComparison.Ordinal).ShouldBe(hours < 72);
        page.Text.Contains("emergency contraception", StringComparison.Ordinal).ShouldBe(helps is not null);
    }

    [Theory]
    [InlineData(2001, "This day has passed. Choose today or a later day")]
    [InlineData(9999, "Choose a day within 10 years")]
    public async Task A_task_is_due_on_a_day_on_which_it_can_be_done(int year, string message)
    {
        using var browser = await office.SignInAsync(office.Caseworker);
        var page = await OpenAsync(browser);

        var answer = await page.PressAsync("Add the task", ("Task.Text", "Write"), ("Task.DueOn.Day", "1"), ("Task.DueOn.Month", "1"), ("Task.DueOn.Year", $"{year}"));

        answer.Errors.ShouldContain(message);
    }

    private Task<TestPage> AddTaskAsync(TestPage page, string text)
    {
        var due = office.Clock.GetUtcNow().AddDays(3);
        return page.PressAsync(
            "Add the task", ("Task.Id", Guid.CreateVersion7().ToString()), ("Task.Text", text), ("Task.DueOn.Day", $"{due.Day}"), ("Task.DueOn.Month", $"{due.Month}"), ("Task.DueOn.Year", $"{due.Year}"));
    }

    private async Task<TestPage> OpenAsync(TestBrowser browser)
    {
        var person = await office.RegisterAsync(Persons.Somebody("Мамытова"));
        return await (await browser.GetAsync($"/cases/new?person={person}")).PressAsync(
            "Open the case", ("Input.Sensitivity", "Standard"), ("Input.Type", "DocumentsWithheld"), ("Input.Reason", "The employer keeps her passport."));
    }
}
