using System.Net;
using Turna.Design;
using Turna.Kernel;
using Turna.Ledger;
using Turna.People.Contracts;
using Turna.Testing;

namespace Turna.PageTests.People;

/// <summary>Whose record a page shows, erasing it on purpose, how long it is kept and why, and who agreed for a child.</summary>
public sealed class Her_rights_pages(TestOffice office) : IClassFixture<TestOffice>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private DateOnly Today => DateOnly.FromDateTime(office.Clock.GetUtcNow().UtcDateTime.AddHours(6));

    [Fact]
    public async Task Nothing_is_erased_until_it_is_confirmed_whose_record_it_is()
    {
        var id = await office.RegisterAsync(Persons.Somebody("Стираемая"));
        using var browser = await office.SignInAsync(office.Supervisor);
        var page = await browser.GetAsync($"/people/{id}/rights");
        page.Document.QuerySelector("input[type=checkbox][name=Sure][checked]").ShouldBeNull();
        page.Document.QuerySelector("label[for=Sure]")!.TextContent.Trim().ShouldBe("I have checked it: this is the record of Стираемая Айпери, and erasing it cannot be undone.");

        foreach (var unsure in new[] { "", "false", "7" })
            (await page.PressAsync("Erase her record", ("Reason", "SheAsked"), ("Sure", unsure))).Status.ShouldBe(HttpStatusCode.BadRequest, unsure);
        (await page.PressAsync("Erase her record")).Errors.ShouldBe(["Say why it is erased: nobody can bring her record back.", "Confirm that this is the record to be erased."]);
        var refused = await page.PressAsync("Erase her record", ("Reason", "SheAsked"));
        refused.Errors.ShouldBe(["Confirm that this is the record to be erased."]);
        refused.Document.QuerySelector("#Sure-error").ShouldNotBeNull();
        refused.Document.QuerySelector("input[name=Reason][value=SheAsked]")!.HasAttribute("checked").ShouldBeTrue();
        (await browser.GetAsync($"/people/{id}")).Heading.ShouldBe("Стираемая Айпери");
        (await page.PressAsync("Erase her record", ("Reason", "SheAsked"), ("Sure", "true"))).Text.ShouldContain("The record is erased.");
        (await browser.GetOnlyAsync($"/people/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("rights")]
    [InlineData("consent")]
    [InlineData("files")]
    [InlineData("edit")]
    [InlineData("openings")]
    [InlineData("access")]
    [InlineData("safe-contact")]
    [InlineData("journeys")]
    [InlineData("household")]
    public async Task A_page_says_whose_record_it_is_and_opening_it_is_on_record(string part)
    {
        var id = await office.RegisterAsync(Persons.Somebody("Названная"));
        using var browser = await office.SignInAsync(office.Caseworker);
        var before = await OpenedAsync(id);

        var page = await browser.GetAsync($"/people/{id}/{part}");

        Caption(page).ShouldBe("Названная Айпери");
        page.Document.Title!.ShouldNotContain("Названная");
        (await OpenedAsync(id)).ShouldBe(before + 1);
        using var stranger = await office.SignInAsync(office.Elsewhere);
        var hidden = await stranger.GetOnlyAsync($"/people/{id}/{part}");
        hidden.Status.ShouldBe(HttpStatusCode.NotFound);
        hidden.Html.ShouldNotContain("Названная");
    }

    [Theory]
    [InlineData("rights", "Erase her record", "Reason", "Whim")]
    [InlineData("consent", "Save", "Input.GivenOn.Day", "99")]
    [InlineData("files", "Seal and save", "Note", "a photo")]
    [InlineData("edit", "Save", "Input.Born.Year", "9999")]
    [InlineData("edit", "Save", "Input.GuardianPhone", "0555")]
    [InlineData("access", "Save", "Input.Sensitivity", "Whim")]
    [InlineData("access", "Save", "Input.Sensitivity", "Restricted")]
    [InlineData("safe-contact", "Save", "Input.From", "99:99")]
    public async Task A_refused_form_still_says_whose_record_it_is(string part, string button, string field, string answer)
    {
        var id = await office.RegisterAsync(Persons.Somebody("Отказанная"));
        using var browser = await office.SignInAsync(office.Supervisor);

        var refused = await (await browser.GetAsync($"/people/{id}/{part}")).PressAsync(button, (field, answer));

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        Caption(refused).ShouldBe("Отказанная Айпери");
    }

    [Fact]
    public async Task Whoever_withdraws_her_consent_is_told_before_and_after_how_long_the_record_stays()
    {
        var id = await office.RegisterAsync(Persons.Somebody("Отзывова"));
        using var browser = await office.SignInAsync(office.Supervisor);
        var (soon, late) = (Language.English.Date(Today.AddDays(60)), Language.English.Date(Today.AddYears(5)));
        var page = await GiveAsync(browser, id, "Service");
        page.Text.ShouldContain($"The consent is written down. Her record is kept until {late}.");
        var asked = await browser.GetAsync(page.Document.QuerySelector("tbody a[href*='withdraw=']")!.GetAttribute("href")!);
        asked.Text.ShouldContain($"If she withdraws it, her record is kept only until {soon}.");
        var unsure = await asked.PressAsync("Withdraw");
        unsure.Status.ShouldBe(HttpStatusCode.BadRequest);
        unsure.Errors.ShouldBe(["Confirm that she withdraws it: it cannot be put back, only given anew."]);
        (await browser.GetAsync($"/people/{id}/consent")).Text.ShouldContain("in force");

        var withdrawn = await unsure.PressAsync("Withdraw", ("Sure", "true"));

        withdrawn.Text.ShouldContain($"The consent is withdrawn. Her record is now kept only until {soon}.");
        (await browser.GetAsync($"/people/{id}/rights")).Text.ShouldContain($"Until {soon},");
        (await browser.GetAsync($"/people/{id}")).Text.ShouldContain("She withdrew her consent to be helped: her record will be deleted soon unless she gives it again or somebody prolongs it.");
        (await browser.GetAsync($"/people/{id}")).Text.ShouldNotContain("rested for long");
        (await browser.GetAsync("/people/retention")).Text.ShouldContain($"Отзывова Айпери {soon} She withdrew her consent to be helped");
    }

    [Fact]
    public async Task A_consent_given_again_counts_the_time_anew_and_takes_the_warning_back()
    {
        var id = await office.RegisterAsync(Persons.Somebody("Передумова"));
        using var browser = await office.SignInAsync(office.Supervisor);
        await GiveAsync(browser, id, "Service");
        await browser.WithdrawAsync(id);
        (await browser.GetAsync("/people/retention")).Text.ShouldContain("Передумова");

        var again = await GiveAsync(browser, id, "Service");

        var late = Language.English.Date(Today.AddYears(5));
        again.Text.ShouldContain($"Her record is kept until {late}.");
        (await browser.GetAsync($"/people/{id}/rights")).Text.ShouldContain($"Until {late},");
        (await browser.GetAsync($"/people/{id}")).Text.ShouldNotContain("will be deleted soon");
        (await browser.GetAsync("/people/retention")).Text.ShouldNotContain("Передумова");
    }

    [Fact]
    public async Task A_consent_withdrawn_by_mistake_and_written_down_again_with_its_day_brings_the_old_time_back()
    {
        var (id, since) = (await office.RegisterAsync(Persons.Somebody("Ошибочная") with { KnownSince = Today.AddYears(-2) }), Today.AddYears(-2));
        using var browser = await office.SignInAsync(office.Supervisor);
        (string, string)[] sameDay = [("Input.GivenOn.Day", $"{since.Day}"), ("Input.GivenOn.Month", $"{since.Month}"), ("Input.GivenOn.Year", $"{since.Year}")];
        await GiveAsync(browser, id, "Service", "Voice", sameDay);
        await browser.WithdrawAsync(id);

        var again = await GiveAsync(browser, id, "Service", "Voice", sameDay);

        again.Text.ShouldContain($"Her record is kept until {Language.English.Date(since.AddYears(5))}.");
    }

    [Fact]
    public async Task A_consent_that_changes_nothing_of_the_time_says_nothing_of_it()
    {
        var id = await office.RegisterAsync(Persons.Somebody("Прочная"));
        using var browser = await office.SignInAsync(office.Caseworker);
        await GiveAsync(browser, id, "Service");
        (await GiveAsync(browser, id, "Service")).Text.ShouldNotContain("If she withdraws it");
        var other = await office.RegisterAsync(Persons.Somebody("Сторонняя"));

        var page = await GiveAsync(browser, other, "Statistics");

        page.Text.ShouldNotContain("If she withdraws it");
        var withdrawn = await browser.WithdrawAsync(other);
        withdrawn.Text.ShouldContain("The consent is withdrawn.");
        withdrawn.Text.ShouldNotContain("kept only until");
    }

    [Fact]
    public async Task A_record_nobody_worked_with_for_years_still_says_so()
    {
        var id = await office.RegisterAsync(Persons.Somebody("Давняя") with { KnownSince = Today.AddYears(-9) });
        using var browser = await office.SignInAsync(office.Supervisor);

        (await browser.GetAsync($"/people/{id}")).Text.ShouldContain("Work with her has rested for long");
        (await browser.GetAsync("/people/retention")).Text.ShouldContain($"Давняя Айпери {Language.English.Date(Today.AddDays(60))} Work with her has rested for long");
    }

    [Fact]
    public async Task Work_with_her_counts_the_time_anew_before_it_runs_out()
    {
        var (worked, rested) = (await office.RegisterAsync(Persons.Somebody("Приходящая") with { KnownSince = Today.AddYears(-6) }), await office.RegisterAsync(Persons.Somebody("Ушедшая") with { KnownSince = Today.AddYears(-6) }));
        using var caseworker = await office.SignInAsync(office.Caseworker);
        await (await caseworker.GetAsync("/consultations/new")).PressAsync("Save", ("Input.Caller", "Known"), ("Input.Person", worked.ToString()), ("Input.Topics", "wages"));
        using var browser = await office.SignInAsync(office.Supervisor);

        (await browser.GetAsync($"/people/{worked}")).Text.ShouldNotContain("rested for long");
        (await browser.GetAsync($"/people/{rested}")).Text.ShouldContain("rested for long");
        var list = await browser.GetAsync("/people/retention");
        list.Text.ShouldContain("Ушедшая");
        list.Text.ShouldNotContain("Приходящая");
        (await browser.GetAsync($"/people/{worked}/rights")).Text.ShouldContain($"Until {Language.English.Date(Today.AddYears(5))},");
    }

    [Fact]
    public async Task A_case_that_is_open_keeps_her_record_and_a_consent_withdrawn_does_not()
    {
        var (helped, withdrawn) = (await office.RegisterAsync(Persons.Somebody("Ведомая") with { KnownSince = Today.AddYears(-6) }), await office.RegisterAsync(Persons.Somebody("Отказавшаяся")));
        using var caseworker = await office.SignInAsync(office.Caseworker);
        await (await caseworker.GetAsync($"/cases/new?person={helped}")).PressAsync("Open the case", ("Input.Type", "UnpaidWages"), ("Input.Reason", "Two months without pay."));
        await (await caseworker.GetAsync("/consultations/new")).PressAsync("Save", ("Input.Caller", "Known"), ("Input.Person", withdrawn.ToString()), ("Input.Topics", "wages"));
        using var browser = await office.SignInAsync(office.Supervisor);
        await GiveAsync(browser, withdrawn, "Service");
        await browser.WithdrawAsync(withdrawn);

        var list = await browser.GetAsync("/people/retention");

        list.Text.ShouldNotContain("Ведомая");
        list.Text.ShouldContain("Отказавшаяся");
    }

    [Fact]
    public async Task What_is_missing_of_the_agreement_for_a_child_is_said_until_it_is_there()
    {
        var id = await office.RegisterAsync(Persons.Somebody("Несовершенная") with { Born = PartialDate.Of(Today.Year - 12) });
        using var browser = await office.SignInAsync(office.Caseworker);
        (await WarningAsync()).ShouldBe("She may be under 18: write down who speaks for her, and ask her too.");

        await AgreeAsync(("Input.GuardianName", "Эне Апаева"), ("Input.GuardianRelation", "mother"));
        (await browser.GetAsync($"/people/{id}")).Document.QuerySelector(".t-identity")!.TextContent.ShouldContain("Guardian: Эне Апаева (mother)");
        (await WarningAsync()).ShouldBe("She may be under 18, and the agreement of her guardian is missing. Ask her too.");

        await AgreeAsync(("Input.GuardianAgrees", "true"));
        (await WarningAsync()).ShouldBe("She may be under 18, and it is not written down that she herself agrees. Ask her, as far as her age allows.");

        await AgreeAsync(("Input.GuardianAgrees", "false"), ("Input.ChildAssents", "true"));
        (await WarningAsync()).ShouldBe("She may be under 18, and the agreement of her guardian is missing.");

        await AgreeAsync(("Input.GuardianAgrees", "true"), ("Input.ChildAssents", "true"));
        (await WarningAsync()).ShouldBeNull();

        async Task AgreeAsync(params (string, string)[] fields) => (await (await browser.GetAsync($"/people/{id}/edit")).PressAsync("Save", fields)).Path.ShouldBe($"/people/{id}");

        async Task<string?> WarningAsync() => (await browser.GetAsync($"/people/{id}")).Document.QuerySelector("main .govuk-warning-text__text")?.ChildNodes[^1].TextContent.Trim();
    }

    [Fact]
    public async Task A_consent_that_the_guardian_gave_is_the_agreement_of_the_guardian()
    {
        var id = await office.RegisterAsync(Persons.Somebody("Опекаемая") with { Born = PartialDate.Of(Today.Year - 12) });
        using var browser = await office.SignInAsync(office.Caseworker);
        await (await browser.GetAsync($"/people/{id}/edit")).PressAsync("Save", ("Input.GuardianName", "Эне Апаева"), ("Input.ChildAssents", "true"));

        await GiveAsync(browser, id, "Service", "Guardian");

        (await browser.GetAsync($"/people/{id}")).Text.ShouldNotContain("She may be under 18");
        await browser.WithdrawAsync(id);
        (await browser.GetAsync($"/people/{id}")).Text.ShouldContain("the agreement of her guardian is missing.");
    }

    private static string Caption(TestPage page) => page.Document.QuerySelector("h1")!.PreviousElementSibling!.TextContent.Trim();

    private static async Task<TestPage> GiveAsync(TestBrowser browser, PersonId id, string purpose, string manner = "Voice", params (string, string)[] day) =>
        await (await browser.GetAsync($"/people/{id}/consent")).PressAsync("Save", [("Input.Purpose", purpose), ("Input.Manner", manner), .. day]);

    private async Task<int> OpenedAsync(PersonId id)
    {
        await using var hers = await office.AsAsync(office.Caseworker);
        return (await hers.Get<AuditLedger>().AboutAsync(id.Value, [office.Caseworker.Id], 99, Cancel)).Count(leaf => leaf.Act == "person.opened");
    }
}
