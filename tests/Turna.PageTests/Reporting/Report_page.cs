using System.Net;
using Turna.Testing;

namespace Turna.PageTests.Reporting;

public sealed class Report_page(TestOffice office) : IClassFixture<TestOffice>
{
    [Fact]
    public async Task Exact_figures_go_to_the_team_and_small_ones_are_hidden_from_everyone_else()
    {
        var browser = await office.SignInAsync(office.Caseworker);
        for (var i = 0; i < 12; i++) await LogAsync(browser, "wages");
        for (var i = 0; i < 2; i++) await LogAsync(browser, "pension");
        var year = office.Clock.GetUtcNow().Year;

        var exact = Row(await browser.GetAsync($"/reports?period={year}&by=Topic"), "Pension");
        var inside = Row(await (await office.SignInAsync(office.Analyst)).GetAsync($"/reports?period={year}&by=Topic"), "Pension");
        var published = await (await office.SignInAsync(office.Supervisor)).GetAsync($"/reports?period={year}&by=Topic&view=publishable");

        exact[^1].ShouldBe("2");
        inside[^1].ShouldBe("–");
        Row(published, "Pension")[^1].ShouldBe("–");
        published.Text.ShouldContain("Numbers below 10 are not shown");
    }

    [Fact]
    public async Task Tables_of_the_organisation_are_for_supervisors_and_analysts()
    {
        foreach (var member in new[] { office.FrontDesk, office.Caseworker, office.Protection })
        {
            var browser = await office.SignInAsync(member);
            (await browser.GetAsync("/reports?view=publishable")).Status.ShouldBe(HttpStatusCode.NotFound, member.SignInName);
            (await browser.GetAsync("/reports?handler=File&format=csv&view=publishable")).Status.ShouldBe(HttpStatusCode.NotFound, member.SignInName);
        }

        var caseworker = await office.SignInAsync(office.Caseworker);
        (await caseworker.GetAsync($"/reports?team={office.ProtectionTeam}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Protected_figures_are_not_made_for_single_days()
    {
        var browser = await office.SignInAsync(office.Analyst);
        var answer = await browser.GetAsync("/reports?period=2026-01-01..2026-01-15");

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Errors.ShouldContain("Protected figures are made for whole months, quarters and years only");
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task A_report_can_be_taken_away(string format)
    {
        var browser = await office.SignInAsync(office.Analyst);
        var answer = await browser.GetAsync($"/reports?handler=File&format={format}&view=publishable");

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Headers.Content.Headers.ContentDisposition.ShouldNotBeNull().FileName.ShouldNotBeNull().ShouldEndWith(format);
    }

    [Fact]
    public async Task An_administrator_sees_no_report() =>
        (await (await office.SignInAsync(office.Administrator)).GetAsync("/reports")).Status.ShouldBe(HttpStatusCode.NotFound);

    private static async Task LogAsync(TestBrowser browser, string topic) =>
        (await (await browser.GetAsync("/consultations/new")).PressAsync("Save", ("Input.Caller", "Anonymous"), ("Input.Topics", topic))).Status.ShouldBe(HttpStatusCode.OK);

    private static List<string> Row(TestPage page, string name) => page.Document.QuerySelectorAll("tbody tr")
        .Where(r => r.QuerySelector("th")?.TextContent.Contains(name, StringComparison.Ordinal) == true && r.QuerySelectorAll("td").Length == 4)
        .Select(r => r.QuerySelectorAll("td").Select(c => c.TextContent.Trim()).ToList()).First();
}
