using Microsoft.Extensions.DependencyInjection;
using Turna.People.Reviewing;
using Turna.Testing;

namespace Turna.PageTests.People;

/// <summary>The queue of pairs in a register of four: it shows so many only, and others of the class would fill it.</summary>
public sealed class Contradicting_queue_pages(TestOffice office) : IClassFixture<TestOffice>
{
    [Fact]
    public async Task A_pair_with_other_fathers_and_days_of_birth_says_so_and_stands_behind_the_others()
    {
        await office.RegisterAsync(Contradicting_pair_pages.Somebody("Бекташева", "Акылай", "Сыдыковна", new(1988, 3, 2), "+996555700001"));
        await office.RegisterAsync(Contradicting_pair_pages.Somebody("Бекташева", "Акылай", "Жолдошевна", new(1990, 5, 7), "+996555700001"));
        await office.RegisterAsync(Contradicting_pair_pages.Somebody("Чотонова", "Бактыгүл", null, new(1979, 1, 5), null));
        await office.RegisterAsync(Contradicting_pair_pages.Somebody("Chotonova", "Baktygul", null, new(1979, 1, 5), null));
        using var browser = await office.SignInAsync(office.Caseworker);
        var page = await browser.GetAsync("/people/likely-same");
        await page.PressAsync("Look through the whole register");
        await FinishedAsync();

        page = await browser.GetAsync("/people/likely-same");

        var pairs = page.Document.QuerySelectorAll("main section").Where(p => p.TextContent.Contains("Бекташева", StringComparison.Ordinal) || p.TextContent.Contains("Чотонова", StringComparison.Ordinal)).ToList();
        pairs.Select(p => p.QuerySelector("h2")!.TextContent).ShouldBe(["Probably one person", "Alike, but perhaps two people"]);
        pairs[0].TextContent.ShouldContain("same day of birth");
        pairs[0].TextContent.ShouldNotContain("Contradicts");
        var (agrees, contradicts) = (pairs[1].QuerySelectorAll("p")[0].TextContent, pairs[1].QuerySelectorAll("p")[1].TextContent);
        agrees.ShouldSatisfyAllConditions(t => t.ShouldContain("Telephone: her own"), t => t.ShouldContain("same given name"), t => t.ShouldContain("same family name"), t => t.ShouldNotContain("differ"));
        contradicts.ShouldSatisfyAllConditions(t => t.ShouldContain("Contradicts"), t => t.ShouldContain("fathers’ names differ"), t => t.ShouldContain("dates of birth differ: 2 March 1988 and 7 May 1990"));
    }

    private async Task FinishedAsync()
    {
        await using var scope = await office.AsAsync(office.Caseworker);
        var job = (await scope.Get<RegisterJobs>().NewestAsync(office.Organisation, RegisterWorkKinds.Twins, CancellationToken.None)).ShouldNotBeNull();
        await office.Services.GetRequiredService<RegisterWork>().FinishedAsync(job.Id);
    }
}
