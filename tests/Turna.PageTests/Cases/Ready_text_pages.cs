using System.Net;
using Turna.Testing;

namespace Turna.PageTests.Cases;

public sealed class Ready_text_pages(TestOffice office) : IClassFixture<TestOffice>
{
    private const string List = "/ready-texts";

    [Fact]
    public async Task A_text_that_the_administrator_adds_is_offered_where_advice_is_written()
    {
        using var administrator = await office.SignInAsync(office.Administrator);
        (await administrator.GetAsync("/organisation")).Document.QuerySelector($"main a[href='{List}']").ShouldNotBeNull();

        var saved = await AddAsync(administrator, "Complaint to the inspectorate", "Write down the days worked.");

        saved.Path.ShouldBe("/ready-texts?saved=1");
        saved.Text.ShouldContain("Complaint to the inspectorate");
        using var browser = await office.SignInAsync(office.Caseworker);
        var form = await browser.GetAsync("/consultations/new");
        var value = form.Document.QuerySelectorAll("select[name='Input.Ready'] option").Single(o => o.TextContent == "Complaint to the inspectorate").GetAttribute("value")!;
        (await form.PressAsync("Put it in", ("Input.Ready", value))).Document.QuerySelector("textarea[name='Input.Advice']")!.TextContent.ShouldContain("Write down the days worked.");
    }

    [Fact]
    public async Task A_supervisor_changes_a_text_and_takes_it_out_of_use_and_what_was_written_stays()
    {
        using var browser = await office.SignInAsync(office.Supervisor);
        (await browser.GetAsync("/consultations/new")).Document.QuerySelector($"main a[href='{List}']").ShouldNotBeNull();
        var list = await AddAsync(browser, "Copy of the passport", "Make a copy.");
        var own = list.Document.QuerySelectorAll("main tbody a").Single(a => a.TextContent == "Copy of the passport").GetAttribute("href")!;

        var changed = await (await browser.GetAsync(own)).PressAsync("Save", ("Input.Text", "Make two copies."));
        var retired = await (await browser.GetAsync(own)).PressAsync("Take it out of use");

        changed.Text.ShouldContain("Make two copies.");
        retired.Text.ShouldContain("Out of use");
        (await browser.GetAsync("/consultations/new")).Html.ShouldNotContain("Copy of the passport");
        var again = await (await browser.GetAsync(own)).PressAsync("Take it into use again");
        again.Status.ShouldBe(HttpStatusCode.OK);
        (await browser.GetAsync("/consultations/new")).Html.ShouldContain("Copy of the passport");
    }

    [Fact]
    public async Task What_is_missing_is_said_beside_its_field_and_the_text_is_kept()
    {
        using var browser = await office.SignInAsync(office.Supervisor);

        var empty = await AddAsync(browser, " ", "Keep these words");
        await AddAsync(browser, "Twice", "Once.");
        var twice = await AddAsync(browser, "Twice", "Again.");

        (empty.Status, twice.Status).ShouldBe((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest));
        empty.Errors.ShouldBe(["Write a title in 100 characters or fewer"]);
        empty.Html.ShouldContain("Keep these words");
        twice.Errors.ShouldBe(["There is a ready text of this title. Choose another"]);
    }

    [Fact]
    public async Task The_same_form_sent_twice_adds_one_text()
    {
        using var browser = await office.SignInAsync(office.Supervisor);
        var form = await browser.GetAsync(List);

        await form.PressAsync("Add the text", ("Input.Title", "Sent twice"), ("Input.Text", "Once."));
        var second = await form.PressAsync("Add the text", ("Input.Title", "Sent twice"), ("Input.Text", "Once."));

        second.Document.QuerySelectorAll("main tbody a").Count(a => a.TextContent == "Sent twice").ShouldBe(1);
    }

    [Fact]
    public async Task Who_comes_second_is_told()
    {
        using var browser = await office.SignInAsync(office.Supervisor);
        var own = (await AddAsync(browser, "Two at once", "First.")).Document.QuerySelectorAll("main tbody a").Single(a => a.TextContent == "Two at once").GetAttribute("href")!;
        var mine = await browser.GetAsync(own);
        await (await browser.GetAsync(own)).PressAsync("Save", ("Input.Text", "Second."));

        var refused = await mine.PressAsync("Save", ("Input.Text", "Third."));

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Errors[0].ShouldStartWith("Somebody else has changed this record");
        refused.Html.ShouldContain("Third.");
    }

    [Fact]
    public async Task Nobody_else_finds_the_texts_and_no_other_organisation_one_of_them()
    {
        using var supervisor = await office.SignInAsync(office.Supervisor);
        var own = (await AddAsync(supervisor, "Ours alone", "Ours.")).Document.QuerySelector("main tbody a")!.GetAttribute("href")!;

        foreach (var member in new[] { office.FrontDesk, office.Caseworker, office.Analyst })
        {
            using var browser = await office.SignInAsync(member);
            (await browser.GetAsync(List)).Status.ShouldBe(HttpStatusCode.NotFound, member.SignInName);
            (await browser.GetAsync(own)).Status.ShouldBe(HttpStatusCode.NotFound, member.SignInName);
        }

        using var elsewhere = await office.SignInAsync(office.Elsewhere);
        (await elsewhere.GetAsync(List)).Text.ShouldNotContain("Ours alone");
        (await elsewhere.GetAsync(own)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await supervisor.GetAsync($"{List}/{Guid.NewGuid()}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<TestPage> AddAsync(TestBrowser browser, string title, string text) =>
        await (await browser.GetAsync(List)).PressAsync("Add the text", ("Input.Title", title), ("Input.Text", text));
}
