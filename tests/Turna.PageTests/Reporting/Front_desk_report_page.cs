using System.Globalization;
using Turna.Cases.Consulting;
using Turna.Cases.Contracts;
using Turna.Evidence.Contracts;
using Turna.Kernel;
using Turna.PageTests.People;
using Turna.People.Contracts;
using Turna.Testing;

namespace Turna.PageTests.Reporting;

/// <summary>What the front desk knows exactly, beside what is published, tells her nothing of what only caseworkers open.</summary>
public sealed class Front_desk_report_page(TestOffice office) : IClassFixture<TestOffice>
{
    [Theory]
    [InlineData(1, "internal", 5, 2, false)]
    [InlineData(3, "publishable", 10, 2, false)]
    [InlineData(4, "internal", 5, 20, true)]
    [InlineData(5, "publishable", 10, 20, true)]
    public async Task What_she_takes_away_from_the_organisation_leaves_no_few_delicate_contacts(int yearsAgo, string view, int threshold, int delicate, bool isShown)
    {
        var day = DateOnly.FromDateTime(office.Clock.GetUtcNow().UtcDateTime).AddYears(-yearsAgo);
        for (var i = 0; i < 20; i++) await LogAsync(office.Colleague, office.LegalTeam, "wages", on: day);
        for (var i = 0; i < delicate; i++) await LogAsync(office.Colleague, office.LegalTeam, "gbv", on: day);
        for (var i = 0; i < 20; i++) await LogAsync(office.Protection, office.ProtectionTeam, "wages", on: day);
        var report = $"/reports?period={day.Year}&by=Team";

        var exact = Line(await (await office.SignInAsync(office.FrontDesk)).GetAsync(report), "tbody", "Legal team").ShouldNotBeNull();
        var page = await (await office.SignInAsync(office.Analyst)).GetAsync($"{report}&view={view}");

        exact[^1].ShouldBe("20");
        // A line that shows nothing is named under the table: nothing can be taken from it.
        var shown = Line(page, "tbody", "Legal team");
        (shown is not null).ShouldBe(isShown);
        for (var column = 0; column < (shown?.Count ?? 0); column++)
        {
            if (shown![column] == "–") continue;
            var left = int.Parse(shown[column], CultureInfo.InvariantCulture) - int.Parse(exact[column], CultureInfo.InvariantCulture);
            left.ShouldNotBeInRange(1, threshold - 1);
        }

        Line(page, "tfoot", string.Empty)![^1].ShouldNotBe("–");
    }

    /// <summary>That somebody was with another team before, or about what only caseworkers open, is told by no figure of hers.</summary>
    [Fact]
    public async Task Who_came_only_to_others_before_is_new_in_her_figures()
    {
        var her = await office.RegisterAsync(new NewPerson { Family = "Жолова", Given = "Айнура", Sex = Sex.Female });
        var day = DateOnly.FromDateTime(office.Clock.GetUtcNow().UtcDateTime).AddYears(-2);
        await LogAsync(office.Protection, office.ProtectionTeam, "wages", her, day);
        await LogAsync(office.Colleague, office.LegalTeam, "gbv", her, day.AddDays(1));
        await LogAsync(office.FrontDesk, office.LegalTeam, "wages", her, day.AddDays(2));
        using var browser = await office.SignInAsync(office.FrontDesk);
        var period = $"{day.AddDays(2):yyyy-MM-dd}..{day.AddDays(2):yyyy-MM-dd}";

        var page = await browser.GetAsync($"/reports?period={period}&by=Age");
        var behind = await browser.PostAsync("/reports/behind", ("Period", period), ("By", "Age"), ("C", "3Aall"));
        var hers = await browser.PostAsync("/reports/behind", ("Period", period), ("By", "Age"), ("C", "2Aall"));

        page.Document.QuerySelectorAll("main table")[1].QuerySelectorAll("tfoot td").Select(c => c.TextContent.Trim()).ShouldBe(["1", "0", "0", "1", "1", "0"]);
        behind.Text.ShouldNotContain("Жолова");
        hers.Text.ShouldContain("Жолова");
    }

    private async Task LogAsync(TestMember member, TeamId team, string topic, PersonId? person = null, DateOnly? on = null)
    {
        await using var scope = await office.AsAsync(member);
        var logged = await scope.Get<LogConsultation>().HandleAsync(
            new LogConsultation.Input { Id = ConsultationId.New(), Team = team, Person = person, On = on, Channel = "phone", Country = "RU", Language = "ky", Topics = [topic] },
            scope.Actor, TestContext.Current.CancellationToken);
        logged.Error.ShouldBeNull();
    }

    private static List<string>? Line(TestPage page, string part, string name) => page.Document.QuerySelector("main table")!.QuerySelectorAll($"{part} tr")
        .Where(r => r.QuerySelector("th")!.TextContent.Contains(name, StringComparison.Ordinal)).Select(r => r.QuerySelectorAll("td").Select(c => c.TextContent.Trim()).ToList()).FirstOrDefault();
}
