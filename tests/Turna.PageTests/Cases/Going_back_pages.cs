using System.Net;
using Turna.PageTests.People;
using Turna.Testing;

namespace Turna.PageTests.Cases;

/// <summary>Back and Save again makes no second record: the entry in the address knows what it saved; without scripts the page asks.</summary>
public sealed class Going_back_pages(TestOffice office) : IClassFixture<TestOffice>
{
    private const string Log = "/consultations/new";

    [Fact]
    public async Task An_entry_that_is_not_saved_gives_the_form_its_id_and_one_that_is_leads_to_what_it_saved()
    {
        var (browser, entry) = (await office.SignInAsync(office.Caseworker), Guid.CreateVersion7());
        var form = await browser.GetAsync($"{Log}?entry={entry}");
        form.Document.QuerySelector("form.t-log")!.GetAttribute("data-entry").ShouldBe(entry.ToString());

        var saved = await form.PressAsync("Save", ("Input.Caller", "Anonymous"), ("Input.Topics", "wages"));
        var back = await browser.GetAsync($"{Log}?entry={entry}");

        saved.Path.ShouldBe($"/consultations/{entry}?saved=1");
        back.Path.ShouldBe($"/consultations/{entry}?already=1");
        back.Text.ShouldContain("This consultation is saved already: going back made no second one.");
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("")]
    public async Task An_entry_that_is_none_is_not_looked_at(string entry)
    {
        var browser = await office.SignInAsync(office.Caseworker);

        var saved = await (await browser.GetAsync($"{Log}?entry={entry}")).PressAsync("Save", ("Input.Caller", "Anonymous"), ("Input.Topics", "wages"));

        saved.Text.ShouldContain("The consultation is saved.");
    }

    [Fact]
    public async Task An_address_that_names_a_record_of_others_leads_nowhere_and_takes_nothing()
    {
        var person = await office.RegisterAsync(Persons.Somebody("Чужакова"));
        var theirs = (await (await (await office.SignInAsync(office.Protection)).GetAsync(Log)).PressAsync("Save", ("Input.Caller", "Anonymous"), ("Input.Topics", "wages"))).Path.Split('/', '?')[2];
        var browser = await office.SignInAsync(office.Caseworker);

        foreach (var taken in new[] { theirs, person.ToString() })
        {
            var form = await browser.GetAsync($"{Log}?entry={taken}");
            form.Status.ShouldBe(HttpStatusCode.OK);
            form.Html.ShouldNotContain($"data-entry=\"{taken}\"");
            (await form.PressAsync("Save", ("Input.Caller", "Anonymous"), ("Input.Topics", "wages"))).Text.ShouldContain("The consultation is saved.");
        }
    }

    [Fact]
    public async Task Without_scripts_the_same_again_is_asked_about_once()
    {
        var person = await office.RegisterAsync(Persons.Somebody("Кайрылова"));
        var browser = await office.SignInAsync(office.Caseworker);
        (string, string)[] said = [("Input.Caller", "Known"), ("Input.Person", person.ToString()), ("Input.Topics", "pension"), ("Input.Advice", "Keep these words")];
        var first = (await (await browser.GetAsync(Log)).PressAsync("Save", said)).Path.Split('?')[0];

        var asked = await (await browser.GetAsync(Log)).PressAsync("Save", said);

        asked.Status.ShouldBe(HttpStatusCode.BadRequest);
        asked.Errors.ShouldBe(["You saved a consultation with this person about the same a moment ago. Is this another one?"]);
        asked.Html.ShouldContain($"href=\"{first}\"");
        asked.Html.ShouldContain("Keep these words");
        var second = await asked.PressAsync("Save", ("Input.Anew", "true"));
        second.Text.ShouldContain("The consultation is saved.");
        second.Path.Split('?')[0].ShouldNotBe(first);
        (await asked.PressAsync("Save", ("Input.Anew", "true"))).Path.ShouldBe(second.Path);
    }

    [Fact]
    public async Task What_differs_is_not_asked_about()
    {
        var person = await office.RegisterAsync(Persons.Somebody("Башкачаева"));
        var browser = await office.SignInAsync(office.Caseworker);
        var yesterday = DateOnly.FromDateTime(office.Clock.GetUtcNow().UtcDateTime).AddDays(-1);
        (string, string)[] said = [("Input.Caller", "Known"), ("Input.Person", person.ToString()), ("Input.Topics", "pension")];
        async Task SavesAsync(TestBrowser by, string address, params (string, string)[] fields) =>
            (await (await by.GetAsync(address)).PressAsync("Save", fields)).Text.ShouldContain("The consultation is saved.");

        await SavesAsync(browser, Log, said);
        await SavesAsync(browser, Log, [.. said[..2], ("Input.Topics", "health")]);
        await SavesAsync(browser, Log, [.. said, ("Input.On.Day", $"{yesterday.Day}"), ("Input.On.Month", $"{yesterday.Month}"), ("Input.On.Year", $"{yesterday.Year}")]);
        await SavesAsync(browser, $"{Log}?entry={Guid.CreateVersion7()}", said);
        await SavesAsync(await office.SignInAsync(office.Colleague), Log, said);
        office.Clock.Pass(TimeSpan.FromMinutes(11));
        await SavesAsync(browser, Log, said);
    }

    [Fact]
    public async Task Who_is_registered_already_is_shown_and_not_registered_again()
    {
        var (browser, entry) = (await office.SignInAsync(office.Caseworker), Guid.CreateVersion7());
        var form = await browser.GetAsync($"/people/new?entry={entry}");

        await form.PressAsync("Register", ("Input.Family", "Кайтарова"), ("Input.Given", "Дамира"));
        var back = await browser.GetAsync($"/people/new?entry={entry}");

        back.Path.ShouldBe($"/people/{entry}?already=1");
        back.Text.ShouldContain("She is registered already: going back registered nobody a second time.");
    }

    [Fact]
    public async Task Somebody_restricted_whom_she_may_not_open_is_not_registered_again_either()
    {
        var (browser, entry) = (await office.SignInAsync(office.Caseworker), Guid.CreateVersion7());
        (string, string)[] said = [("Input.Family", "Жашырынова"), ("Input.Given", "Дамира"), ("Input.Restricted", "true"), ("Input.Team", office.ProtectionTeam.ToString())];

        var done = await (await browser.GetAsync($"/people/new?entry={entry}")).PressAsync("Register", said);

        done.Path.ShouldBe("/people/registered");
        (await browser.GetAsync($"/people/new?entry={entry}")).Path.ShouldBe("/people/registered");
        (await browser.GetAsync($"/people/new?entry={Guid.CreateVersion7()}")).Heading.ShouldBe("Register a person");
    }
}
