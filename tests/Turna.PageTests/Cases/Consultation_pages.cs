using System.Net;
using Microsoft.EntityFrameworkCore;
using Turna.Cases.Keeping;
using Turna.Data;
using Turna.Evidence.Contracts;
using Turna.Evidence.Keeping;
using Turna.PageTests.People;
using Turna.People.Contracts;
using Turna.Testing;

namespace Turna.PageTests.Cases;

public sealed class Consultation_pages(TestOffice office) : IClassFixture<TestOffice>
{
    private const string Log = "/consultations/new";

    [Fact]
    public async Task Who_was_picked_without_scripts_stays_chosen_when_something_else_is_wrong()
    {
        var person = await office.RegisterAsync(Persons.Somebody("Ускенбаева"));
        await office.RegisterAsync(Persons.Somebody("Ускенбаева"));
        var browser = await office.SignInAsync(office.Caseworker);
        var found = await (await browser.GetAsync(Log)).PressAsync("Find", ("Input.Caller", "Known"), ("Input.Who", "Ускенбаева Айпери"));

        var refused = await found.PressAsync("Save", ("Input.Picked", person.ToString()), ("Input.Topics", "pension"), ("Input.Next", "CallBack"));
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        var saved = await refused.PressAsync("Save", ("Input.Next", "Nothing"));

        saved.Path.ShouldEndWith("?saved=1");
        saved.Text.ShouldContain("Ускенбаева");
    }

    [Fact]
    public async Task A_returning_caller_is_found_without_scripts_and_her_consultation_is_shown()
    {
        var person = await office.RegisterAsync(new NewPerson { Family = "Токтогулова", Given = "Зууракан" });
        var browser = await office.SignInAsync(office.Caseworker);
        var page = await browser.GetAsync(Log);

        var found = await page.PressAsync("Find", ("Input.Who", "зууракан токтогул"));
        found.Text.ShouldContain("Зууракан");
        var saved = await found.PressAsync("Save", ("Input.Person", person.ToString()), ("Input.Topics", "wages"), ("Input.Advice", "We wrote to the employer."));

        saved.Path.ShouldStartWith("/consultations/");
        saved.Text.ShouldContain("Токтогулова");
        saved.Text.ShouldContain("We wrote to the employer.");
    }

    [Fact]
    public async Task Where_she_is_comes_from_her_own_latest_contact_and_not_from_whom_the_member_helped_last()
    {
        var person = await office.RegisterAsync(Persons.Somebody("Жекшенбаева"));
        using var colleague = await office.SignInAsync(office.Colleague);
        await (await colleague.GetAsync(Log)).PressAsync(
            "Save", ("Input.Caller", "Known"), ("Input.Person", person.ToString()), ("Input.Topics", "wages"), ("Input.Country", "TR"), ("Input.Language", "uz"));
        using var browser = await office.SignInAsync(office.Caseworker);
        await (await browser.GetAsync(Log)).PressAsync("Save", ("Input.Caller", "Anonymous"), ("Input.Topics", "wages"), ("Input.Country", "KR"), ("Input.Language", "ru"));

        var blank = await browser.GetAsync(Log);
        var hers = await browser.GetAsync($"{Log}?person={person}");
        using var suggested = System.Text.Json.JsonDocument.Parse((await browser.PostAsync("/people/suggest", ("query", "жекшенбаева айпери"))).Html);

        (Selected(blank, "Input.Country"), Selected(blank, "Input.Language")).ShouldBe(("KR", "ru"));
        (Selected(hers, "Input.Country"), Selected(hers, "Input.Language")).ShouldBe(("TR", "uz"));
        var item = suggested.RootElement.GetProperty("items")[0];
        (item.GetProperty("country").GetString(), item.GetProperty("language").GetString()).ShouldBe(("TR", "uz"));
    }

    [Fact]
    public async Task A_delicate_consultation_says_who_else_may_open_her_record()
    {
        var person = await office.RegisterAsync(Persons.Somebody("Кененбаева"));
        using var browser = await office.SignInAsync(office.Caseworker);
        var form = await browser.GetAsync($"{Log}?person={person}");

        var delicate = await form.PressAsync("Save", ("Input.Caller", "Known"), ("Input.Person", person.ToString()), ("Input.Topics", "gbv"));
        var plain = await (await browser.GetAsync($"{Log}?person={person}")).PressAsync("Save", ("Input.Caller", "Known"), ("Input.Person", person.ToString()), ("Input.Topics", "wages"));

        delicate.Text.ShouldContain("can be opened by everyone in the organisation who works with people");
        delicate.Document.QuerySelectorAll($"main a[href='/people/{person}/access']").Length.ShouldBe(1);
        plain.Text.ShouldNotContain("can be opened by everyone");
    }

    private static string? Selected(TestPage page, string field) => page.Document.QuerySelector($"select[name='{field}'] option[selected]")?.GetAttribute("value");

    [Fact]
    public async Task The_language_of_a_consultation_stands_on_its_page_and_in_both_timelines()
    {
        var person = await office.RegisterAsync(Persons.Somebody("Тилекматова"));
        var browser = await office.SignInAsync(office.Caseworker);
        var saved = await (await browser.GetAsync(Log)).PressAsync(
            "Save", ("Input.Caller", "Known"), ("Input.Person", person.ToString()), ("Input.Topics", "wages"), ("Input.Language", "uz"), ("Input.Advice", "Keep the payslips."));
        var matter = await (await browser.GetAsync($"/cases/new?consultation={saved.Path.Split('/', '?')[2]}")).PressAsync("Open the case");

        saved.Document.QuerySelectorAll("dt").Single(d => d.TextContent.Trim() == "Language").NextElementSibling!.TextContent.Trim().ShouldBe("Uzbek");
        matter.Document.QuerySelector(".moj-timeline")!.TextContent.ShouldContain("Language: Uzbek");
        (await browser.GetAsync($"/people/{person}")).Document.QuerySelector(".moj-timeline")!.TextContent.ShouldContain("Language: Uzbek");
        await browser.PostAsync("/language", ("language", "ru"), ("return", "/work"));
        (await browser.GetAsync(saved.Path)).Text.ShouldContain("узбекский");
        await browser.PostAsync("/language", ("language", "en"), ("return", "/work"));
    }

    [Fact]
    public async Task A_language_that_nobody_knows_is_not_shown()
    {
        var person = await office.RegisterAsync(Persons.Somebody("Тилекматова"));
        await using var hers = await office.AsAsync(office.Caseworker);
        var logged = await hers.Get<Turna.Cases.Consulting.LogConsultation>().HandleAsync(
            new() { Id = Turna.Cases.Contracts.ConsultationId.New(), Team = office.LegalTeam, Person = person, Channel = "phone", Language = "und", Topics = ["wages"], Country = "RU" },
            hers.Actor, TestContext.Current.CancellationToken);
        var browser = await office.SignInAsync(office.Caseworker);

        (await browser.GetAsync($"/consultations/{logged.Value}")).Document.QuerySelectorAll("dt").ShouldNotContain(d => d.TextContent.Trim() == "Language");
        (await browser.GetAsync($"/people/{person}")).Text.ShouldNotContain("Language:");
    }

    [Fact]
    public async Task Nobody_is_asked_to_call_back_whom_nobody_may_call()
    {
        var person = await office.RegisterAsync(Persons.Somebody("Тынчтыкова") with { SafeContact = new SafeContact { NeverContact = true } });
        var browser = await office.SignInAsync(office.Caseworker);
        var day = DateOnly.FromDateTime(office.Clock.GetUtcNow().UtcDateTime).AddDays(3);

        var refused = await (await browser.GetAsync(Log)).PressAsync(
            "Save", ("Input.Caller", "Known"), ("Input.Person", person.ToString()), ("Input.Topics", "wages"), ("Input.Advice", "Keep the payslips."), ("Input.Next", "CallBack"),
            ("Input.CallBackOn.Day", $"{day.Day}"), ("Input.CallBackOn.Month", $"{day.Month}"), ("Input.CallBackOn.Year", $"{day.Year}"));

        refused.Errors.ShouldBe(["She must never be called or written to. Agree when she will call or come herself"]);
        refused.Text.ShouldContain("Keep the payslips.");
        (await refused.PressAsync("Save", ("Input.Next", "Nothing"))).Path.ShouldEndWith("?saved=1");
    }

    [Fact]
    public async Task A_call_back_is_shown_with_its_day_and_caller_until_it_is_done()
    {
        var browser = await office.SignInAsync(office.Caseworker);
        var day = DateOnly.FromDateTime(office.Clock.GetUtcNow().UtcDateTime).AddDays(3);
        var saved = await (await browser.GetAsync(Log)).PressAsync(
            "Save", ("Input.Caller", "Anonymous"), ("Input.Topics", "wages"), ("Input.Next", "CallBack"), ("Input.CallBackBy", office.Colleague.Id.ToString()),
            ("Input.CallBackOn.Day", $"{day.Day}"), ("Input.CallBackOn.Month", $"{day.Month}"), ("Input.CallBackOn.Year", $"{day.Year}"));

        var shown = day.ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture);
        saved.Document.QuerySelectorAll("dd").Select(d => d.TextContent.Trim()).ShouldContain($"{shown}, {office.Colleague.Name}");
        var task = saved.Document.QuerySelector("main a[href^='/tasks/']")!.GetAttribute("href")!;
        var hers = await office.SignInAsync(office.Colleague);
        await (await hers.GetAsync(task)).PressAsync("Done");
        (await browser.GetAsync(saved.Path)).Text.ShouldNotContain(shown);
    }

    [Fact]
    public async Task The_everyday_words_of_the_topics_come_apart_from_the_page_and_are_kept_by_the_browser()
    {
        var browser = await office.SignInAsync(office.FrontDesk);
        var address = (await browser.GetAsync(Log)).Document.QuerySelector("select[name='Input.Topics']")!.GetAttribute("data-words")!;

        using var answer = await browser.Client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

        answer.Headers.CacheControl!.Private.ShouldBeTrue();
        answer.Headers.CacheControl.MaxAge.ShouldBe(TimeSpan.FromDays(365));
        answer.Headers.Pragma.ShouldBeEmpty();
        using var words = System.Text.Json.JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        words.RootElement.GetProperty("documents_withheld").EnumerateArray().Select(word => word.GetString()).ShouldContain("паспорт*");
        (await (await office.SignInAsync(office.Analyst)).GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_anonymous_caller_leaves_no_link_and_counts_as_a_fact()
    {
        var browser = await office.SignInAsync(office.FrontDesk);
        var saved = await (await browser.GetAsync(Log)).PressAsync("Save", ("Input.Caller", "Anonymous"), ("Input.Topics", "health"));

        saved.Status.ShouldBe(HttpStatusCode.OK);
        var id = Guid.Parse(saved.Path.Split('/', '?')[2]);
        await using var hers = await office.AsAsync(office.FrontDesk);
        var db = hers.Get<TurnaDb>();
        (await db.Set<Consultation>().AsNoTracking().SingleAsync(c => c.Id == new Turna.Cases.Contracts.ConsultationId(id), TestContext.Current.CancellationToken)).PersonLink.ShouldBeNull();
        var token = hers.Get<Turna.Vault.KeyVault>().FactToken(id);
        var fact = await db.Set<FactRow>().AsNoTracking().SingleAsync(f => f.Record == token, TestContext.Current.CancellationToken);
        fact.Person.ShouldBeNull();
        fact.Topics.ShouldBe("health");
    }

    [Fact]
    public async Task Somebody_new_who_seems_known_is_asked_about_before_anything_is_saved()
    {
        await office.RegisterAsync(new NewPerson { Family = "Ускенова", Given = "Назира", Sex = Sex.Female, Phones = [new NewPhone("+79351000115", PhoneOwner.Herself)] });
        var browser = await office.SignInAsync(office.Caseworker);
        (string, string)[] answers = [("Input.Caller", "New"), ("Input.NewName", "Назира Ускенова"), ("Input.NewPhone", "8 (935) 100-01-15"), ("Input.NewPhoneOwner", "Herself"), ("Input.NewSex", "Female"), ("Input.Topics", "pension")];

        var asked = await (await browser.GetAsync(Log)).PressAsync("Save", answers);

        asked.Status.ShouldBe(HttpStatusCode.BadRequest);
        asked.Text.ShouldContain("Perhaps she is known already.");
        var saved = await asked.PressAsync("Save", [.. answers, ("Input.Alike", "none")]);
        saved.Path.ShouldStartWith("/consultations/");
    }

    [Fact]
    public async Task What_is_asked_and_what_is_wrong_of_somebody_new_are_told_together()
    {
        await office.RegisterAsync(new NewPerson { Family = "Асылбекова", Given = "Нуржан", Sex = Sex.Female, Phones = [new NewPhone("+79351000114", PhoneOwner.Herself)] });
        var browser = await office.SignInAsync(office.Caseworker);

        var asked = await (await browser.GetAsync(Log)).PressAsync(
            "Save", ("Input.Caller", "New"), ("Input.NewName", "Нуржан Асылбекова"), ("Input.NewPhone", "8 (935) 100-01-14"), ("Input.Next", "CallBack"));

        asked.Text.ShouldContain("Perhaps she is known already.");
        asked.Errors.ShouldBe(
            ["Somebody like her is known already: look at those shown below", "Say whose telephone it is.", "Choose at least one topic", "Choose the day to call back, from today on"], ignoreOrder: true);
    }

    [Fact]
    public async Task How_somebody_new_may_be_reached_is_asked_before_her_number_and_stands_before_it()
    {
        using var browser = await office.SignInAsync(office.Caseworker);
        var page = await browser.GetAsync(Log);
        page.Html.IndexOf("Input.NewSafeContact", StringComparison.Ordinal).ShouldBeLessThan(page.Html.IndexOf("Input.NewPhone\"", StringComparison.Ordinal));

        var saved = await page.PressAsync(
            "Save", ("Input.Caller", "New"), ("Input.NewName", "Эльвира Тойгонбаева"), ("Input.NewSafeContact", "Only by day, the husband must not know"), ("Input.NewPhone", "8 (935) 100-01-44"),
            ("Input.NewPhoneOwner", "Husband"), ("Input.NewSex", "Female"), ("Input.Topics", "pension"));

        saved.Text.ShouldContain("The consultation is saved.");
        saved.Text.ShouldContain("Only by day, the husband must not know");
        var person = await browser.GetAsync(saved.Document.QuerySelector("dd a[href^='/people/']")!.GetAttribute("href")!);
        person.Text.IndexOf("the husband must not know", StringComparison.Ordinal).ShouldBeInRange(0, person.Text.IndexOf("+79351000144", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Somebody_taken_for_new_is_chosen_among_those_like_her()
    {
        var known = await office.RegisterAsync(new NewPerson { Family = "Чоюнова", Given = "Бактыгүл", Sex = Sex.Female, Phones = [new NewPhone("+79351000116", PhoneOwner.Herself)] });
        var browser = await office.SignInAsync(office.Caseworker);
        (string, string)[] answers = [("Input.Caller", "New"), ("Input.NewName", "Бактыгуль Чоюнова"), ("Input.NewPhone", "8 (935) 100-01-16"), ("Input.NewPhoneOwner", "Herself"), ("Input.NewSex", "Female"), ("Input.Topics", "pension")];
        var asked = await (await browser.GetAsync(Log)).PressAsync("Save", answers);

        var saved = await asked.PressAsync("Save", [.. answers, ("Input.Alike", known.ToString())]);

        saved.Path.ShouldStartWith("/consultations/");
        saved.Html.ShouldContain($"/people/{known}");
    }

    [Fact]
    public async Task That_she_is_none_of_those_like_her_is_asked_once()
    {
        await office.RegisterAsync(new NewPerson { Family = "Эсенбаева", Given = "Гүлзат", Sex = Sex.Female, Phones = [new NewPhone("+79351000117", PhoneOwner.Herself)] });
        var browser = await office.SignInAsync(office.Caseworker);
        (string, string)[] answers = [("Input.Caller", "New"), ("Input.NewName", "Гульзат Эсенбаева"), ("Input.NewPhone", "8 (935) 100-01-17"), ("Input.NewPhoneOwner", "Herself"), ("Input.NewSex", "Female")];
        var asked = await (await browser.GetAsync(Log)).PressAsync("Save", [.. answers, ("Input.Topics", "pension")]);
        asked.Text.ShouldContain("Perhaps she is known already.");

        var again = await asked.PressAsync("Save", [.. answers, ("Input.Alike", "none"), ("Input.Topics", "pension"), ("Input.Minutes", "-5")]);

        again.Status.ShouldBe(HttpStatusCode.BadRequest);
        again.Text.ShouldNotContain("Perhaps she is known already.");
        (await again.PressAsync("Save", [.. answers, ("Input.Topics", "pension"), ("Input.Minutes", "5")])).Path.ShouldStartWith("/consultations/");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task That_she_is_none_of_those_like_her_is_asked_again_when_another_name_is_typed(bool together)
    {
        await office.RegisterAsync(new NewPerson { Family = "Кыдыралиева", Given = "Жанара", Sex = Sex.Female, Phones = [new NewPhone("+79351000118", PhoneOwner.Herself)] });
        await office.RegisterAsync(new NewPerson { Family = "Мырзаева", Given = "Аида", Sex = Sex.Female, Phones = [new NewPhone("+79351000119", PhoneOwner.Herself)] });
        var browser = await office.SignInAsync(office.Caseworker);
        (string, string)[] rest = [("Input.Caller", "New"), ("Input.NewSex", "Female"), ("Input.Topics", "pension")];
        var page = await (await browser.GetAsync(Log)).PressAsync("Save", [.. rest, ("Input.NewName", "Жанара Кыдыралиева"), ("Input.NewPhone", "8 (935) 100-01-18"), ("Input.NewPhoneOwner", "Herself")]);
        page.Text.ShouldContain("Perhaps she is known already.");
        if (!together) page = await page.PressAsync("Save", [.. rest, ("Input.NewName", "Жанара Кыдыралиева"), ("Input.Alike", "none"), ("Input.Minutes", "-5")]);

        var asked = await page.PressAsync(
            "Save", [.. rest, ("Input.NewName", "Аида Мырзаева"), ("Input.NewPhone", "8 (935) 100-01-19"), ("Input.NewPhoneOwner", "Herself"), ("Input.Minutes", "5"), .. together ? [("Input.Alike", "none")] : Array.Empty<(string, string)>()]);

        asked.Status.ShouldBe(HttpStatusCode.BadRequest);
        asked.Text.ShouldContain("Perhaps she is known already.");
        asked.Text.ShouldContain("Мырзаева");
        (await asked.PressAsync("Save", ("Input.Alike", "none"))).Path.ShouldStartWith("/consultations/");
    }

    [Theory]
    [InlineData("Айсулуу Согласова", "true", "Consent given")]
    [InlineData("Бермет Отказова", "false", "No consent")]
    public async Task Consent_of_somebody_new_is_what_she_said(string name, string agrees, string shown)
    {
        var browser = await office.SignInAsync(office.Caseworker);
        var saved = await (await browser.GetAsync(Log)).PressAsync(
            "Save", ("Input.Caller", "New"), ("Input.NewName", name), ("Input.NewSex", "Female"), ("Input.Topics", "pension"), ("Input.NewConsent", agrees));

        var her = System.Text.RegularExpressions.Regex.Match(saved.Html, "/people/[0-9a-f-]{36}").Value;
        (await browser.GetAsync(her)).Text.ShouldContain(shown);
    }

    [Fact]
    public async Task What_was_noted_on_paper_is_logged_under_its_day()
    {
        var browser = await office.SignInAsync(office.Caseworker);
        var day = DateOnly.FromDateTime(office.Clock.GetUtcNow().UtcDateTime).AddDays(-3);

        var saved = await (await browser.GetAsync(Log)).PressAsync(
            "Save", ("Input.Caller", "Anonymous"), ("Input.Topics", "health"), ("Input.On.Day", $"{day.Day}"), ("Input.On.Month", $"{day.Month}"), ("Input.On.Year", $"{day.Year}"));

        saved.Text.ShouldContain(day.ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Somebody_new_is_registered_with_the_consultation()
    {
        var browser = await office.SignInAsync(office.Caseworker);
        var saved = await (await browser.GetAsync(Log)).PressAsync(
            "Save", ("Input.Caller", "New"), ("Input.NewName", "Назгүл Бейшен кызы"), ("Input.NewSex", "Female"), ("Input.Topics", "pension"));

        saved.Text.ShouldContain("Назгүл");
        var again = await (await browser.GetAsync(Log)).PressAsync("Find", ("Input.Who", "Бейшенова Назгуль"));
        again.Text.ShouldContain("Назгүл");
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_consultation()
    {
        var browser = await office.SignInAsync(office.Caseworker);
        var page = await browser.GetAsync(Log);
        (string, string)[] fields = [("Input.Caller", "Anonymous"), ("Input.Topics", "return")];

        var first = await page.PressAsync("Save", fields);
        var second = await page.PressAsync("Save", fields);

        second.Path.ShouldBe(first.Path);
    }

    [Theory]
    [InlineData("Input.Topics", "nonsense", "Choose the topics from the list")]
    [InlineData("Input.Minutes", "-1", "Write the minutes as a number from 0 to 1,440")]
    [InlineData("Input.Country", "XX", "Choose the country from the list")]
    [InlineData("Input.Channel", "pigeon", "Choose how the contact was made")]
    public async Task Wrong_input_is_refused_with_the_text_kept(string field, string value, string error)
    {
        var browser = await office.SignInAsync(office.Caseworker);
        List<(string, string)> fields = [("Input.Caller", "Anonymous"), ("Input.Topics", "wages"), ("Input.Advice", "Keep these words")];
        fields.RemoveAll(f => f.Item1 == field);

        var answer = await (await browser.GetAsync(Log)).PressAsync("Save", [.. fields, (field, value)]);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Errors.ShouldContain(error);
        answer.Html.ShouldContain("Keep these words");
    }

    [Fact]
    public async Task Nobody_chosen_is_refused()
    {
        var browser = await office.SignInAsync(office.Caseworker);
        var answer = await (await browser.GetAsync(Log)).PressAsync("Save", ("Input.Topics", "wages"));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Errors.ShouldContain("Find the caller, or choose “anonymous” or “new”");
    }

    [Fact]
    public async Task Analyst_and_administrator_find_nothing_here()
    {
        foreach (var member in new[] { office.Analyst, office.Administrator })
        {
            var browser = await office.SignInAsync(member);
            (await browser.GetAsync(Log)).Status.ShouldBe(HttpStatusCode.NotFound);
            (await browser.GetAsync("/consultations")).Status.ShouldBe(HttpStatusCode.NotFound);
            (await browser.GetAsync("/work")).Status.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task A_visitor_is_sent_to_sign_in() =>
        (await office.Open().GetOnlyAsync(Log)).Location.ShouldNotBeNull().ShouldStartWith("/sign-in");

    [Fact]
    public async Task Another_team_and_another_organisation_do_not_find_a_consultation()
    {
        var browser = await office.SignInAsync(office.Caseworker);
        var saved = await (await browser.GetAsync(Log)).PressAsync("Save", ("Input.Caller", "Anonymous"), ("Input.Topics", "contract"));
        var path = saved.Path.Split('?')[0];

        foreach (var stranger in new[] { office.OtherTeam, office.Protection, office.Elsewhere })
            (await (await office.SignInAsync(stranger)).GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound, stranger.SignInName);
        (await (await office.SignInAsync(office.Colleague)).GetAsync(path)).Status.ShouldBe(HttpStatusCode.OK);
    }
}
