using Turna.Cases.Consulting;
using Turna.Cases.Contracts;
using Turna.Evidence.Contracts;
using Turna.PageTests.People;
using Turna.People.Contracts;
using Turna.Testing;

namespace Turna.PageTests.Reporting;

/// <summary>So few people came that every figure of a line is hidden.</summary>
public sealed class Small_office_report_page(TestOffice office) : IClassFixture<TestOffice>
{
    [Fact]
    public async Task A_file_tells_no_more_than_the_page_that_its_few_people_are_all_women()
    {
        await LogAsync("Садыкова", Sex.Female, "pension");
        await LogAsync("Турдуева", Sex.Female, "pension");
        var analyst = await office.SignInAsync(office.Analyst);

        var csv = (await analyst.GetAsync($"/reports?period={office.Clock.GetUtcNow().Year}&by=Topic&view=publishable&handler=File&format=csv")).Html;

        csv.ShouldNotContain("\nPension");
        csv.ShouldNotContain("\n\"Pension");
        csv.ShouldMatch("not shown: [^\n]*Pension, years of service");
    }

    [Fact]
    public async Task Whoever_has_chosen_nothing_meets_the_exact_figures_of_her_team()
    {
        var supervisor = await office.SignInAsync(office.Supervisor);

        var first = await supervisor.GetAsync("/reports");
        var chosen = await supervisor.GetAsync("/reports?team=&by=Topic&view=internal");

        first.Document.QuerySelector(".t-paper")!.TextContent.ShouldContain("· Exact ·");
        chosen.Document.QuerySelector(".t-paper")!.TextContent.ShouldContain("The whole organisation · Protected, for use inside");
    }

    [Fact]
    public async Task Days_are_written_where_figures_are_exact_and_nowhere_else()
    {
        await LogAsync("Исаева", Sex.Female, "wages");
        var today = DateOnly.FromDateTime(office.Clock.GetUtcNow().UtcDateTime);
        var caseworker = await office.SignInAsync(office.Caseworker);
        var analyst = await office.SignInAsync(office.Analyst);

        var exact = await Chosen(caseworker, today.AddDays(-3), today.AddDays(1));

        exact.Document.QuerySelector(".t-paper")!.TextContent.ShouldContain("Exact");
        exact.Document.QuerySelectorAll(".t-figures tbody tr").ShouldNotBeEmpty();
        (await Chosen(caseworker, new(2026, 2, 3), null)).Text.ShouldContain("Write the last day as well");
        (await Chosen(caseworker, null, new(2026, 2, 3))).Text.ShouldContain("Write the first day as well");
        (await Chosen(caseworker, new(2026, 2, 3), new(2026, 2, 1))).Text.ShouldContain("The last day lies before the first");
        (await Chosen(caseworker, new(2006, 2, 3), new(2026, 2, 1))).Text.ShouldContain("Choose days that lie at most ten years apart");
        (await analyst.GetAsync("/reports/periods")).Document.QuerySelector("input[name='Input.From.Day']").ShouldBeNull();
        (await analyst.PostAsync("/reports/periods", [.. Fields("From", today), .. Fields("To", today)])).Location.ShouldBe("/reports/periods");

        static async Task<TestPage> Chosen(TestBrowser browser, DateOnly? from, DateOnly? to)
        {
            var answer = await browser.PostAsync("/reports/periods", [.. Fields("From", from), .. Fields("To", to), ("By", "Topic")]);
            return answer.Location is { Length: > 0 } report ? await browser.GetAsync(report) : answer;
        }

        static IEnumerable<(string, string)> Fields(string name, DateOnly? day) => day is { } d ? [($"Input.{name}.Day", $"{d.Day}"), ($"Input.{name}.Month", $"{d.Month}"), ($"Input.{name}.Year", $"{d.Year}")] : [];
    }

    [Fact]
    public async Task Every_quarter_and_month_since_the_first_record_is_found()
    {
        await LogAsync("Токтогулова", Sex.Female, "wages", new DateOnly(2024, 2, 5));
        var caseworker = await office.SignInAsync(office.Caseworker);
        var report = await caseworker.GetAsync("/reports?by=Age");

        var periods = await caseworker.GetAsync(report.Document.QuerySelector("a[href^='/reports/periods']")!.GetAttribute("href")!);

        var offered = periods.Document.QuerySelectorAll("main a[href*='period=']").Select(a => a.GetAttribute("href")!).ToList();
        offered.ShouldContain("/reports?period=2024-Q1&by=Age&view=internal");
        offered.ShouldContain("/reports?period=2024-02&by=Age&view=internal");
        var today = office.Clock.GetUtcNow();
        offered.ShouldNotContain($"/reports?period={today.Year + 1}&by=Age&view=internal");
        (await caseworker.GetAsync("/reports?period=2024-02&by=Age&view=internal")).Document.QuerySelectorAll(".t-figures tbody tr").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Hidden_figures_are_not_drawn_and_whoever_has_no_team_is_told_of_none()
    {
        await LogAsync("Аманова", Sex.Female, "wages");
        await LogAsync("Беделов", Sex.Male, "wages");
        await LogAsync("Жолова", Sex.Female, "pension");
        await LogAsync("Маматов", Sex.Male, "pension");
        var report = $"/reports?period={office.Clock.GetUtcNow().Year}&by=Topic";

        var analyst = await (await office.SignInAsync(office.Analyst)).GetAsync(report);
        var caseworker = await (await office.SignInAsync(office.Caseworker)).GetAsync(report);
        var supervisor = await (await office.SignInAsync(office.Supervisor)).GetAsync(report);

        analyst.Document.QuerySelector(".t-chart").ShouldBeNull();
        analyst.Text.ShouldContain("There is no chart, since its numbers are hidden.");
        analyst.Text.ShouldContain("No number below 5.");
        analyst.Document.QuerySelectorAll(".t-figures tbody tr").ShouldBeEmpty();
        analyst.Text.ShouldContain("2 lines are not shown: Pension, years of service; Unpaid or late wages.");
        analyst.Text.ShouldNotContain("Of your own teams");
        supervisor.Text.ShouldContain("Of your own teams exact");
        caseworker.Text.ShouldNotContain("There is no chart");
        caseworker.Document.QuerySelectorAll(".t-chart__number").Select(n => n.TextContent).ShouldContain("Women: 1");
    }

    private async Task LogAsync(string family, Sex sex, string topic, DateOnly? on = null)
    {
        var person = await office.RegisterAsync(new NewPerson { Family = family, Given = "Азиз", Sex = sex });
        await using var scope = await office.AsAsync(office.Caseworker);
        var logged = await scope.Get<LogConsultation>().HandleAsync(
            new LogConsultation.Input { Id = ConsultationId.New(), Team = office.LegalTeam, Person = person, Channel = "phone", Country = "RU", Language = "ky", Topics = [topic], On = on },
            scope.Actor, TestContext.Current.CancellationToken);
        logged.Error.ShouldBeNull();
    }
}
