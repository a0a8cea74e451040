using System.Net;
using System.Text.RegularExpressions;
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
        page.Text.ShouldContain("Nobody has looked through the register yet");
        page.Text.ShouldNotContain("No pair waits for you.");

        await page.PressAsync("Look through the whole register");
        await FinishedAsync(RegisterWorkKinds.Twins);

        page = await browser.GetAsync("/people/likely-same");
        page.Text.ShouldNotContain("Nobody has looked through the register yet");
        page.Text.ShouldNotContain("registered since then");
        page.Text.ShouldContain("Ормонбекова Айжаркын");
        page.Text.ShouldContain("Ormonbekova Aizharkyn");
        page.Text.ShouldContain("same given name");
        page.Document.Title!.ShouldNotContain("Ормонбекова");

        page = await page.PressAsync("The same person: link");
        page.Path.ShouldBe("/people/likely-same");
        page.Text.ShouldNotContain("Ормонбекова Айжаркын");
        (await browser.GetAsync($"/people/{one}/likely-same")).Text.ShouldContain("Ormonbekova Aizharkyn");

        page.Text.ShouldContain("No pair waits for you.");
        office.Clock.Pass(TimeSpan.FromSeconds(1));
        await office.RegisterAsync(new NewPerson { Family = "Кечигүүнова", Given = "Тазагүл" });
        (await browser.GetAsync("/people/likely-same")).Text.ShouldContain("One person was registered since then.");
    }

    [Theory]
    [InlineData("elsewhere", "Кыдыркожоева Айбүбү", "Мыдырнокоева Айдүдү")]
    [InlineData("analyst", "Чекирова Зуура", "Текимова Нууза")]
    [InlineData("front desk", "Сыртбаева Гүлбарчын", "Чыртмаева Мүлнарпын")]
    public async Task Answers_to_who_may_not_know_her_are_alike_in_content_and_size(string who, string known, string unknown)
    {
        // The front desk may know everybody but restricted people.
        var restricted = who == "front desk";
        var words = known.Split(' ');
        await office.RegisterAsync(
            new NewPerson { Family = words[0], Given = words[1], Sensitivity = restricted ? PersonSensitivity.Restricted : PersonSensitivity.Standard, Team = restricted ? office.ProtectionTeam : null },
            restricted ? office.Protection : office.Caseworker);
        using var browser = await office.SignInAsync(who switch { "elsewhere" => office.Elsewhere, "analyst" => office.Analyst, _ => office.FrontDesk });

        foreach (var (path, field) in (IEnumerable<(string, string)>)[("/people/suggest", "query"), ("/people/search", "Query")])
        {
            var (of, than) = (await browser.PostAsync(path, (field, known)), await browser.PostAsync(path, (field, unknown)));

            than.Status.ShouldBe(of.Status);
            than.Html.Length.ShouldBe(of.Html.Length);
            Shape(than.Html, unknown).ShouldBe(Shape(of.Html, known));
        }
    }

    // What is new on every page, and what she typed herself.
    private static string Shape(string html, string typed) =>
        Regex.Replace(WebUtility.HtmlDecode(html).Replace(typed, "typed", StringComparison.Ordinal), "CfDJ8[\\w-]+|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "new", RegexOptions.CultureInvariant);

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
