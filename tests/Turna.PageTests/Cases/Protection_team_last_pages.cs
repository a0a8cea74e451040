using Turna.Kernel;
using Turna.Testing;

namespace Turna.PageTests.Cases;

/// <summary>Nobody logs into the protection team by accident: it stands last, and is never chosen beforehand where there is another.</summary>
public sealed class Protection_team_last_pages(TestOffice office) : IClassFixture<TestOffice>
{
    [Fact]
    public async Task A_protection_team_stands_last_and_is_not_preselected()
    {
        using var administrator = await office.SignInAsync(office.Administrator);
        await (await administrator.GetAsync($"/teams/{office.ProtectionTeam}")).PressAsync("Save", ("Input.Name", "A team that protects"));
        await (await administrator.GetAsync($"/members/{office.Supervisor.Id}")).PressAsync("Give this role", ("NewRole.Role", nameof(Role.Supervisor)), ("NewRole.Team", office.ProtectionTeam.ToString()));
        await (await (await office.SignInAsync(office.ProtectionSupervisor)).GetAsync("/keys")).PressAsync("admit");
        using var browser = await office.SignInAsync(office.Supervisor);

        var first = await browser.GetAsync("/consultations/new");
        await first.PressAsync("Save", ("Input.Caller", "Anonymous"), ("Input.Topics", "health"), ("Input.Team", office.ProtectionTeam.ToString()));
        var next = await browser.GetAsync("/consultations/new");

        foreach (var page in new[] { first, next })
        {
            page.Document.QuerySelectorAll("select[name='Input.Team'] option").Select(o => o.TextContent).ShouldBe(["Legal team", "A team that protects"]);
            page.Document.QuerySelector("select[name='Input.Team'] option[selected]")!.TextContent.ShouldBe("Legal team");
        }

        next.Document.QuerySelector(".t-menu__team")!.TextContent.ShouldBe("Legal team +1");
    }
}
