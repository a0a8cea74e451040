using System.Net;
using Turna.Kernel;
using Turna.Testing;

namespace Turna.PageTests.Reporting;

/// <summary>Whoever gives out roles can give herself one; the figures go with the keys.</summary>
public sealed class Role_without_key_report_page(TestOffice office) : IClassFixture<TestOffice>
{
    [Fact]
    public async Task A_role_without_the_key_shows_no_exact_figures()
    {
        using var administrator = await office.SignInAsync(office.Administrator);
        await (await administrator.GetAsync($"/members/{office.Administrator.Id}")).PressAsync("Give this role", ("NewRole.Role", nameof(Role.Supervisor)), ("NewRole.Team", office.LegalTeam.ToString()));
        using var again = await office.SignInAsync(office.Administrator);
        var year = office.Clock.GetUtcNow().Year;

        var report = await again.GetAsync($"/reports?period={year}&by=Topic&team={office.LegalTeam}");
        var behind = await again.PostAsync("/reports/behind", ("Period", $"{year}"), ("By", "Topic"), ("Team", office.LegalTeam.ToString()), ("C", "0A*"));

        report.Text.ShouldContain("You have not been given the keys yet.");
        report.Document.QuerySelectorAll("main td").ShouldBeEmpty();
        behind.Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
