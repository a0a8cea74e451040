using AngleSharp.Dom;
using Turna.Testing;

namespace Turna.PageTests.Design;

/// <summary>On a phone one bar at most stays at the lower edge, and nothing in it destroys or answers for many at once.</summary>
public sealed class Pinned_bars(TestOffice office) : IClassFixture<TestOffice>
{
    [Fact]
    public async Task The_team_is_saved_from_the_bar_and_closed_from_the_page()
    {
        var page = await (await office.SignInAsync(office.Administrator)).GetAsync($"/teams/{office.LegalTeam}");

        Pinned(page).ShouldBe(["Save"]);
        page.Text.ShouldContain("Close the team");
    }

    [Fact]
    public async Task Sign_out_everywhere_else_is_no_bar()
    {
        using var another = await office.SignInAsync(office.Caseworker);
        var page = await (await office.SignInAsync(office.Caseworker)).GetAsync("/account/sessions");

        page.Text.ShouldContain("Sign out everywhere else");
        Pinned(page).ShouldBeEmpty();
    }

    public static IEnumerable<string> Pinned(TestPage page) => page.Document.QuerySelectorAll(".t-actions--pinned").Select(bar => bar.TextContent.Trim());
}
