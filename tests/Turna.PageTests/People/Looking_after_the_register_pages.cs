using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Turna.Data;
using Turna.People.Contracts;
using Turna.People.Reviewing;
using Turna.Testing;

namespace Turna.PageTests.People;

public sealed class Looking_after_the_register_pages(TestOffice office) : IClassFixture<TestOffice>
{
    [Theory]
    [InlineData("/people/likely-same")]
    [InlineData("/questions")]
    [InlineData("/questions/new")]
    public async Task They_open_for_those_who_work_with_people(string page)
    {
        (await StatusAsync(office.FrontDesk, page)).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(office.Supervisor, page)).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(office.Analyst, page)).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(office.Administrator, page)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_register_is_looked_through_beside_the_requests_and_a_pair_is_linked()
    {
        var one = await office.RegisterAsync(new NewPerson { Family = "Ормонбекова", Given = "Айжаркын", Village = "Токтогул" });
        await office.RegisterAsync(new NewPerson { Family = "Ormonbekova", Given = "Aizharkyn", Village = "Кара-Көл" });
        using var browser = await office.SignInAsync(office.Caseworker);
        var page = await browser.GetAsync("/people/likely-same");

        await page.PressAsync("Look through the whole register");
        await FinishedAsync(RegisterWorkKinds.Twins);

        page = await browser.GetAsync("/people/likely-same");
        page.Text.ShouldContain("Ормонбекова Айжаркын");
        page.Text.ShouldContain("Ormonbekova Aizharkyn");
        page.Text.ShouldContain("same given name");
        page.Document.Title!.ShouldNotContain("Ормонбекова");

        page = await page.PressAsync("The same person: link");
        page.Path.ShouldBe("/people/likely-same");
        page.Text.ShouldNotContain("Ормонбекова Айжаркын");
        (await browser.GetAsync($"/people/{one}/likely-same")).Text.ShouldContain("Ormonbekova Aizharkyn");
    }

    [Fact]
    public async Task Answers_to_who_may_not_search_are_alike_for_known_and_unknown_people()
    {
        await office.RegisterAsync(new NewPerson { Family = "Кыдыркожоева", Given = "Айбүбү" });
        using var elsewhere = await office.SignInAsync(office.Elsewhere);
        using var analyst = await office.SignInAsync(office.Analyst);
        foreach (var browser in (TestBrowser[])[elsewhere, analyst])
        {
            var known = await browser.PostAsync("/people/suggest", ("query", "Кыдыркожоева Айбүбү"));
            var unknown = await browser.PostAsync("/people/suggest", ("query", "Мыдырнокоева Айдүдү"));

            unknown.Status.ShouldBe(known.Status);
            unknown.Html.ShouldBe(known.Html);
        }
    }

    [Fact]
    public async Task A_question_opens_for_the_two_alone_and_says_sent_until_it_is_answered_with_consent()
    {
        using var officer = await office.SignInAsync(office.Elsewhere);
        var page = await officer.GetAsync("/questions");
        await page.PressAsync("Take questions");

        using var asker = await office.SignInAsync(office.Caseworker);
        page = await asker.GetAsync("/questions/new");
        var refused = await page.PressAsync("Send", ("Input.Who", ""), ("Input.Why", ""));
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        page = await asker.GetAsync("/questions/new");
        page = await page.PressAsync("Send", ("Input.Officer", office.Elsewhere.Id.Value.ToString()), ("Input.Who", "Асанова Айгүл"), ("Input.BirthYear", "1989"), ("Input.Why", "She asks for her file."));
        var path = page.Path;
        page.Text.ShouldContain("Sent");
        page.Document.Title!.ShouldNotContain("Асанова");

        using var colleague = await office.SignInAsync(office.Colleague);
        (await colleague.GetOnlyAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);

        page = await officer.GetAsync(path);
        page.Text.ShouldContain("Асанова Айгүл");
        (await page.PressAsync("Answer", ("Input.Answer", "She is here."))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await asker.GetAsync(path)).Text.ShouldNotContain("She is here.");

        page = await officer.GetAsync(path);
        await page.PressAsync("Answer", ("Input.Answer", "She is here."), ("Input.Consented", "true"));
        (await asker.GetAsync(path)).Text.ShouldContain("She is here.");
    }

    private async Task FinishedAsync(string kind)
    {
        await using var scope = await office.AsAsync(office.Caseworker);
        var job = (await scope.Get<RegisterJobs>().NewestAsync(office.Organisation, kind, CancellationToken.None)).ShouldNotBeNull();
        await office.Services.GetRequiredService<RegisterWork>().FinishedAsync(job.Id);
        (await scope.Get<RegisterJobs>().FindAsync(job.Id, CancellationToken.None)).ShouldNotBeNull().State.ShouldBe(JobState.Done);
    }

    private async Task<HttpStatusCode> StatusAsync(TestMember member, string path)
    {
        using var browser = await office.SignInAsync(member);
        return (await browser.GetOnlyAsync(path)).Status;
    }
}
