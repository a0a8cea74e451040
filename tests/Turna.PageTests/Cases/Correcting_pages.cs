using System.Net;
using Turna.PageTests.People;
using Turna.People.Contracts;
using Turna.Testing;

namespace Turna.PageTests.Cases;

public sealed class Correcting_pages(TestOffice office) : IClassFixture<TestOffice>
{
    private const string Log = "/consultations/new";

    [Fact]
    public async Task What_was_logged_wrongly_is_corrected_and_the_page_says_when_and_by_whom()
    {
        var browser = await office.SignInAsync(office.Caseworker);
        var saved = await LogAsync(browser, ("Input.Topics", "wages"), ("Input.Advice", "Go to court."), ("Input.Minutes", "15"));
        var form = await browser.GetAsync(Correct(saved));
        form.Html.ShouldContain("Go to court.");

        var corrected = await form.PressAsync("Save", ("Input.Topics", "pension"), ("Input.Advice", "Go to the pension fund."), ("Input.Minutes", "25"), ("Input.City", "Osh"));

        corrected.Path.ShouldBe($"{saved}?corrected=1");
        corrected.Text.ShouldContain("The consultation is corrected.");
        corrected.Text.ShouldContain("Pension, years of service");
        corrected.Text.ShouldContain("Go to the pension fund.");
        corrected.Text.ShouldNotContain("Go to court.");
        corrected.Text.ShouldMatch("Corrected on [0-9]+ [A-Z][a-z]+ [0-9]{4} by Caseworker Testova");
    }

    [Fact]
    public async Task The_wrong_person_is_replaced_without_scripts_and_the_timelines_follow()
    {
        var (wrong, right) = (await office.RegisterAsync(new NewPerson { Family = "Жумакадырова", Given = "Бурул" }), await office.RegisterAsync(new NewPerson { Family = "Жумакеева", Given = "Бурма" }));
        var browser = await office.SignInAsync(office.Caseworker);
        var saved = await LogAsync(browser, ("Input.Caller", "Known"), ("Input.Person", wrong.ToString()), ("Input.Topics", "health"));

        var found = await (await browser.GetAsync(Correct(saved))).PressAsync("Find", ("Input.Concerns", "Known"), ("Input.Who", "Жумакеева Бурма"), ("Input.Advice", "Keep these words"));
        found.Text.ShouldContain("Жумакеева");
        found.Html.ShouldContain("Keep these words");
        var corrected = await found.PressAsync("Save", ("Input.Picked", right.ToString()));

        corrected.Text.ShouldContain("Жумакеева Бурма");
        (await browser.GetAsync($"/people/{wrong}")).Html.ShouldNotContain(saved);
        var hers = await browser.GetAsync($"/people/{right}");
        hers.Html.ShouldContain(saved);
        // The line itself ends with who logged it; the same name stands there once.
        hers.Text.ShouldMatch("Corrected on [0-9]+ [A-Z][a-z]+ [0-9]{4} by Caseworker Testova");
        hers.Text.ShouldNotContain("by Caseworker Testova by Caseworker Testova");
    }

    [Fact]
    public async Task Another_person_who_is_not_chosen_is_asked_for_with_the_text_kept()
    {
        await office.RegisterAsync(new NewPerson { Family = "Сейталиева", Given = "Гүлзада" });
        var browser = await office.SignInAsync(office.Caseworker);
        var form = await browser.GetAsync(Correct(await LogAsync(browser, ("Input.Topics", "wages"))));

        var empty = await form.PressAsync("Save", ("Input.Concerns", "Known"), ("Input.Advice", "Keep these words"));
        var typed = await form.PressAsync("Save", ("Input.Concerns", "Known"), ("Input.Who", "Сейталиева Гүлзада"));
        var nobody = await form.PressAsync("Save", ("Input.Concerns", "Known"), ("Input.Who", "Никакова Никто"));

        (empty.Status, typed.Status, nobody.Status).ShouldBe((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.BadRequest));
        empty.Errors.ShouldBe(["Find whom it concerns"]);
        empty.Html.ShouldContain("Keep these words");
        typed.Errors.ShouldBe(["Choose whom it concerns from those found"]);
        nobody.Errors.ShouldBe(["Nobody was found. Check the spelling"]);
    }

    [Fact]
    public async Task In_a_case_the_page_says_why_the_person_stays()
    {
        var person = await office.RegisterAsync(Persons.Somebody("Эгембердиева"));
        var browser = await office.SignInAsync(office.Caseworker);
        var saved = await LogAsync(browser, ("Input.Caller", "Known"), ("Input.Person", person.ToString()), ("Input.Topics", "wages"));
        await (await browser.GetAsync($"/cases/new?consultation={saved.Split('/')[2]}")).PressAsync("Open the case", ("Input.Type", "UnpaidWages"), ("Input.Reason", "No pay."));

        var form = await browser.GetAsync(Correct(saved));

        form.Text.ShouldContain("It belongs to a case: whom it concerns stays.");
        form.Html.ShouldNotContain("Input.Concerns");
        (await form.PressAsync("Save", ("Input.Concerns", "Anonymous"))).Errors.ShouldBe(["It belongs to a case: whom it concerns stays"]);
        (await form.PressAsync("Save", ("Input.Minutes", "90"))).Path.ShouldBe($"{saved}?corrected=1");
    }

    [Fact]
    public async Task Who_comes_second_is_told_with_her_text_kept_and_may_save_over_it_after_looking()
    {
        var browser = await office.SignInAsync(office.Caseworker);
        var saved = await LogAsync(browser, ("Input.Topics", "wages"));
        var mine = await browser.GetAsync(Correct(saved));
        await (await (await office.SignInAsync(office.Colleague)).GetAsync(Correct(saved))).PressAsync("Save", ("Input.Minutes", "44"));

        var refused = await mine.PressAsync("Save", ("Input.Advice", "Keep these words"));

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Errors.ShouldHaveSingleItem().ShouldStartWith("Somebody else has changed this record");
        refused.Html.ShouldContain("Keep these words");
        refused.Text.ShouldContain("Look at how it stands now");
        (await refused.PressAsync("Save")).Text.ShouldContain("Keep these words");
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_correction()
    {
        var browser = await office.SignInAsync(office.Caseworker);
        var form = await browser.GetAsync(Correct(await LogAsync(browser, ("Input.Topics", "wages"))));

        var first = await form.PressAsync("Save", ("Input.Minutes", "5"));
        var second = await form.PressAsync("Save", ("Input.Minutes", "5"));

        (second.Status, second.Path).ShouldBe((HttpStatusCode.OK, first.Path));
    }

    [Theory]
    [InlineData("Input.Topics", "nonsense", "Choose the topics from the list")]
    [InlineData("Input.Minutes", "many", "Write a whole number in figures, like 15.")]
    [InlineData("Input.Minutes", "2.5", "Write a whole number in figures, like 15.")]
    [InlineData("Input.Minutes", "99999999999", "Write a whole number in figures, like 15.")]
    [InlineData("Input.Country", "XX", "Choose the country from the list")]
    [InlineData("Input.Channel", "pigeon", "Choose how the contact was made")]
    [InlineData("Input.On.Year", "9999", "The day must not lie in the future")]
    [InlineData("Input.On.Year", "1999", "A contact this old comes in with a register")]
    public async Task Wrong_input_is_refused_with_the_text_kept(string field, string value, string error)
    {
        var browser = await office.SignInAsync(office.Caseworker);
        var form = await browser.GetAsync(Correct(await LogAsync(browser, ("Input.Topics", "wages"))));

        var answer = await form.PressAsync("Save", (field, value), ("Input.Advice", "Keep these words"));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Errors.ShouldContain(error);
        answer.Html.ShouldContain("Keep these words");
    }

    [Fact]
    public async Task Only_who_logged_it_and_who_keeps_the_cases_of_its_team_is_shown_the_link_and_the_page()
    {
        var saved = await LogAsync(await office.SignInAsync(office.Caseworker), ("Input.Topics", "wages"));
        var ofDesk = await LogAsync(await office.SignInAsync(office.FrontDesk), ("Input.Topics", "wages"));

        foreach (var stranger in new[] { office.FrontDesk, office.OtherTeam, office.Protection, office.Analyst, office.Administrator, office.Elsewhere })
        {
            var browser = await office.SignInAsync(stranger);
            (await browser.GetAsync(Correct(saved))).Status.ShouldBe(HttpStatusCode.NotFound, stranger.SignInName);
            (await browser.PostAsync(Correct(saved), ("Input.Minutes", "1"))).Status.ShouldBe(HttpStatusCode.NotFound, stranger.SignInName);
            (await browser.PostAsync($"{Correct(saved)}?handler=Find", ("Input.Who", "Никакова Никто"))).Status.ShouldBe(HttpStatusCode.NotFound, stranger.SignInName);
        }

        var desk = await office.SignInAsync(office.FrontDesk);
        (await desk.GetAsync(saved)).Html.ShouldNotContain(Correct(saved));
        (await desk.GetAsync(ofDesk)).Html.ShouldContain(Correct(ofDesk));
        (await desk.GetAsync(Correct(ofDesk))).Status.ShouldBe(HttpStatusCode.OK);
        (await (await office.SignInAsync(office.Supervisor)).GetAsync(Correct(ofDesk))).Status.ShouldBe(HttpStatusCode.OK);
        (await desk.GetAsync($"/consultations/{Guid.NewGuid()}/correct")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await office.Open().GetOnlyAsync(Correct(saved))).Location.ShouldNotBeNull().ShouldStartWith("/sign-in");
    }

    [Fact]
    public async Task A_supervisor_alone_is_asked_whether_it_need_be_restricted()
    {
        var saved = await LogAsync(await office.SignInAsync(office.Caseworker), ("Input.Topics", "trafficking"));

        (await (await office.SignInAsync(office.Colleague)).GetAsync(Correct(saved))).Text.ShouldContain("a supervisor of the team can change that");
        var form = await (await office.SignInAsync(office.Supervisor)).GetAsync(Correct(saved));
        form.Text.ShouldContain("It need not be restricted any more");
        await form.PressAsync("Save", ("Input.Topics", "wages"), ("Input.Opened", "true"));

        (await (await office.SignInAsync(office.FrontDesk)).GetAsync(saved)).Status.ShouldBe(HttpStatusCode.OK);
    }

    private static string Correct(string consultation) => $"{consultation}/correct";

    private static async Task<string> LogAsync(TestBrowser browser, params (string, string)[] fields)
    {
        List<(string Name, string Value)> all = [.. fields];
        if (!all.Exists(f => f.Name == "Input.Caller")) all.Add(("Input.Caller", "Anonymous"));
        return (await (await browser.GetAsync(Log)).PressAsync("Save", [.. all])).Path.Split('?')[0];
    }
}
