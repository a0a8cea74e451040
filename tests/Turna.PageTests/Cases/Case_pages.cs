using System.Net;
using Turna.PageTests.People;
using Turna.Testing;

namespace Turna.PageTests.Cases;

public sealed class Case_pages(TestOffice office) : IClassFixture<TestOffice>
{
    [Fact]
    public async Task A_case_goes_its_stages_and_is_closed_by_the_supervisor_only()
    {
        var browser = await office.SignInAsync(office.Caseworker);
        var page = await OpenAsync(browser, ("Input.Sensitivity", "Standard"));
        page = await page.PressAsync("Move", ("Move.To", "Assessed"));
        page.Text.ShouldContain("Assessed");
        page = await page.PressAsync("Propose closing", ("Move.Outcome", "Achieved"), ("Move.Recovered", "71 500,00"), ("Move.Currency", "RUB"));
        page.Html.ShouldNotContain("Approve closing");
        var refused = await browser.PostAsync($"{page.Path}?handler=Move", ("Move.To", "Closed"));
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Errors.ShouldContain("Closing is approved by a supervisor of the team.");

        var closed = await (await (await office.SignInAsync(office.Supervisor)).GetAsync(page.Path)).PressAsync("Approve closing");

        closed.Text.ShouldContain("Closed on");
        closed.Text.ShouldContain("71,500");
    }

    [Fact]
    public async Task Only_stages_the_case_went_through_are_shown_as_past()
    {
        var browser = await office.SignInAsync(office.Caseworker);
        var page = await OpenAsync(browser, ("Input.Sensitivity", "Standard"));
        page = await page.PressAsync("Move", ("Move.To", "Assessed"));

        page = await page.PressAsync("Propose closing", ("Move.Outcome", "Withdrawn"));

        Past(page).ShouldBe(["Open", "Assessed"]);
        var back = await (await office.SignInAsync(office.Supervisor)).GetAsync(page.Path);
        back = await back.PressAsync("Move", ("Move.To", "InService"));
        Past(back).ShouldBe(["Open", "Assessed"]);
        back = await back.PressAsync("Propose closing", ("Move.Outcome", "Withdrawn"));
        Past(back).ShouldBe(["Open", "Assessed", "In service"]);
    }

    [Fact]
    public async Task What_is_wrong_in_a_folded_form_lies_open()
    {
        var browser = await office.SignInAsync(office.Caseworker);
        var page = await OpenAsync(browser, ("Input.Sensitivity", "Standard"));
        page.Document.QuerySelector("details:has(#Task_Text)")!.HasAttribute("open").ShouldBeFalse();

        var refused = await page.PressAsync("Add the task", ("Task.Text", "Call the employer"));

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Document.QuerySelector("details:has(#Task_Text)")!.HasAttribute("open").ShouldBeTrue();
        refused.Document.QuerySelectorAll("details[open]").Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("InService")]
    [InlineData("Planned")]
    public async Task A_stage_cannot_be_left_out(string stage)
    {
        var browser = await office.SignInAsync(office.Caseworker);
        var page = await OpenAsync(browser, ("Input.Sensitivity", "Standard"));

        var answer = await browser.PostAsync($"{page.Path}?handler=Move", ("Move.To", stage));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Errors.ShouldContain("A case cannot go from here to that stage.");
    }

    [Fact]
    public async Task A_note_that_was_not_sent_comes_back_with_the_answer_of_another_form()
    {
        var browser = await office.SignInAsync(office.Caseworker);
        var page = await OpenAsync(browser, ("Input.Sensitivity", "Standard"));
        page.Document.QuerySelector("form[data-written]").ShouldBeNull();

        var moved = await page.PressAsync("Move", ("Move.To", "Assessed"), ("Note.Text", "She will bring the payslips."), ("Service.Cost", "abc"), ("Service.Remark", "By post"));

        moved.Status.ShouldBe(HttpStatusCode.OK);
        moved.Errors.ShouldBeEmpty();
        moved.Document.QuerySelector("[aria-current='step']")!.TextContent.ShouldContain("Assessed");
        NoteOf(moved).ShouldBe("She will bring the payslips.");
        moved.Document.QuerySelector("form:has(#Note_Text)")!.HasAttribute("data-written").ShouldBeTrue();
        moved.Document.QuerySelector("#Service_Cost")!.GetAttribute("value").ShouldBe("abc");
        moved.Document.QuerySelector("details:has(#Service_Remark)")!.HasAttribute("open").ShouldBeTrue();
        (await browser.GetAsync($"/cases/{moved.Path.Split('/', '?')[2]}")).Text.ShouldNotContain("She will bring the payslips.");

        var saved = await moved.PressAsync("Save the note");
        saved.Document.QuerySelector(".moj-timeline")!.TextContent.ShouldContain("She will bring the payslips.");
        NoteOf(saved).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_note_that_was_not_sent_outlives_a_refused_form_and_the_end_of_the_case()
    {
        var browser = await office.SignInAsync(office.Supervisor);
        var page = await OpenAsync(browser, office.Supervisor, ("Input.Sensitivity", "Standard"));
        var refused = await page.PressAsync("Add the task", ("Task.Text", "Call the employer"), ("Note.Text", "She will bring the payslips."));
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        NoteOf(refused).ShouldBe("She will bring the payslips.");
        var closing = await page.PressAsync("Propose closing", ("Move.Outcome", "Achieved"), ("Note.Text", "She will bring the payslips."));

        var closed = await closing.PressAsync("Approve closing", ("Note.Text", NoteOf(closing)!));

        closed.Text.ShouldContain("Closed on");
        NoteOf(closed).ShouldBe("She will bring the payslips.");
    }

    [Fact]
    public async Task A_form_that_took_a_note_along_and_is_sent_twice_is_done_once()
    {
        var browser = await office.SignInAsync(office.Caseworker);
        var page = await OpenAsync(browser, ("Input.Sensitivity", "Standard"));
        (string, string)[] answers = [("Service.Kind", "legal_advice"), ("Service.Remark", "By post"), ("Note.Text", "She will bring the payslips.")];
        await page.PressAsync("Record the service", answers);

        var again = await page.PressAsync("Record the service", answers);

        again.Status.ShouldBe(HttpStatusCode.OK);
        NoteOf(again).ShouldBe("She will bring the payslips.");
        again.Document.QuerySelectorAll(".moj-timeline__item").Count(item => item.TextContent.Contains("By post", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task Notes_services_and_tasks_stand_in_the_timeline()
    {
        var browser = await office.SignInAsync(office.Caseworker);
        var page = await OpenAsync(browser, ("Input.Sensitivity", "Standard"));
        page = await page.PressAsync("Save the note", ("Note.Text", "She called from another number."));
        page = await page.PressAsync("Record the service", ("Service.Kind", "legal_advice"));
        var due = office.Clock.GetUtcNow().AddDays(3);
        page = await page.PressAsync(
            "Add the task", ("Task.Text", "Write to the employer"), ("Task.DueOn.Day", $"{due.Day}"), ("Task.DueOn.Month", $"{due.Month}"), ("Task.DueOn.Year", $"{due.Year}"));

        page.Text.ShouldContain("She called from another number.");
        page.Text.ShouldContain("Legal advice");
        page.Text.ShouldContain("Write to the employer");
        (await browser.GetAsync("/work")).Text.ShouldContain("Write to the employer");
    }

    [Fact]
    public async Task A_protected_case_does_not_exist_for_those_who_are_not_named()
    {
        var browser = await office.SignInAsync(office.Protection);
        var page = await OpenAsync(
            browser, office.Protection, ("Input.Sensitivity", "Protected"), ("Input.Named", office.ProtectionColleague.Id.ToString()), ("Input.Type", "GenderBasedViolence"));
        page.Text.ShouldContain("Protected");

        (await (await office.SignInAsync(office.ProtectionColleague)).GetAsync(page.Path)).Status.ShouldBe(HttpStatusCode.OK);
        foreach (var unnamed in new[] { office.OtherTeam, office.ProtectionSupervisor, office.Caseworker, office.Elsewhere })
        {
            var hers = await office.SignInAsync(unnamed);
            (await hers.GetAsync(page.Path)).Status.ShouldBe(HttpStatusCode.NotFound, unnamed.SignInName);
            (await hers.GetAsync("/cases?which=team")).Html.ShouldNotContain(page.Path.Split('/')[2], customMessage: unnamed.SignInName);
        }
    }

    [Fact]
    public async Task A_protected_case_needs_a_second_name()
    {
        var browser = await office.SignInAsync(office.Protection);
        var answer = await OpenAsync(browser, office.Protection, ("Input.Sensitivity", "Protected"));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Errors.ShouldContain("Name at least one more colleague, so that one departure loses nothing");
    }

    [Fact]
    public async Task A_supervisor_hands_everything_of_a_member_to_a_colleague()
    {
        var browser = await office.SignInAsync(office.Colleague);
        var page = await OpenAsync(browser, office.Colleague, ("Input.Sensitivity", "Standard"));
        var supervisor = await office.SignInAsync(office.Supervisor);

        var work = await (await supervisor.GetAsync($"/handover/{office.LegalTeam}/{office.Colleague.Id}")).PressAsync("Hand over", ("Input.To", office.Caseworker.Id.ToString()));

        work.Path.ShouldStartWith("/work?to=");
        (await (await office.SignInAsync(office.Caseworker)).GetAsync(page.Path)).Text.ShouldContain($"Responsible: {office.Caseworker.Name}");
        (await browser.GetAsync($"/handover/{office.LegalTeam}/{office.Colleague.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    /// <summary>The front desk opens no cases: what was handed to it would be seen by nobody.</summary>
    [Fact]
    public async Task Cases_are_handed_only_to_who_may_open_them()
    {
        var supervisor = await office.SignInAsync(office.Supervisor);
        var page = await supervisor.GetAsync($"/handover/{office.LegalTeam}/{office.Colleague.Id}");
        page.Html.ShouldNotContain(office.FrontDesk.Id.ToString());

        var answer = await supervisor.PostAsync(page.Path, ("Input.To", office.FrontDesk.Id.ToString()));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Errors.ShouldContain("Choose a member of the team");
    }

    [Theory]
    [InlineData("1.500")]
    [InlineData("abc")]
    [InlineData("71500,001")]
    public async Task A_sum_that_can_be_read_in_two_ways_is_asked_for_again(string sum)
    {
        var browser = await office.SignInAsync(office.Caseworker);
        var page = await OpenAsync(browser, ("Input.Sensitivity", "Standard"));
        await page.PressAsync("Move", ("Move.To", "Assessed"));

        var answer = await browser.PostAsync($"{page.Path}?handler=Move", ("Move.To", "Closing"), ("Move.Outcome", "Achieved"), ("Move.Recovered", sum), ("Move.Currency", "RUB"));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Errors.ShouldContain("Write a sum in figures, like 45000 or 45 000,50.");
    }

    private Task<TestPage> OpenAsync(TestBrowser browser, params (string, string)[] fields) => OpenAsync(browser, office.Caseworker, fields);

    private async Task<TestPage> OpenAsync(TestBrowser browser, TestMember member, params (string, string)[] fields)
    {
        var person = await office.RegisterAsync(Persons.Somebody("Мамытова"), member);
        var page = await browser.GetAsync($"/cases/new?person={person}");
        List<(string, string)> all = [.. fields, ("Input.Reason", "The employer keeps her passport.")];
        if (!fields.Any(f => f.Item1 == "Input.Type")) all.Add(("Input.Type", "DocumentsWithheld"));
        return await page.PressAsync("Open the case", [.. all]);
    }

    private static string? NoteOf(TestPage page) => page.Document.QuerySelector("#Note_Text")?.TextContent.Trim();

    private static IEnumerable<string> Past(TestPage page) => page.Document.QuerySelectorAll(".t-stages__past").Select(stage => stage.FirstChild!.TextContent.Trim());
}
