using System.Net;
using System.Text;
using System.Text.Json;
using Turna.Kernel;
using Turna.Ledger;
using Turna.People.Contracts;
using Turna.Testing;

namespace Turna.PageTests.People;

/// <summary>What is kept about a person, changed through its pages.</summary>
public sealed class Keeping_pages(TestOffice office) : IClassFixture<TestOffice>
{
    [Fact]
    public async Task A_corrected_name_is_found_and_the_old_one_no_more()
    {
        var id = await office.RegisterAsync(new NewPerson { Family = "Прежняя", Given = "Уулкан" });
        using var browser = await office.SignInAsync(office.Caseworker);

        var page = await (await browser.GetAsync($"/people/{id}/edit")).PressAsync("Save", ("Input.Names[0].Family", "Нынешняя"));

        page.Heading.ShouldBe("Нынешняя Уулкан");
        var search = await browser.GetAsync("/people/search");
        (await search.PressAsync("Find", ("Query", "Уулкан Нынешняя"))).Text.ShouldContain("Нынешняя Уулкан");
        (await search.PressAsync("Find", ("Query", "Уулкан Прежняя"))).Text.ShouldContain("Nobody found");
    }

    [Fact]
    public async Task A_change_made_meanwhile_is_shown_before_it_is_overwritten()
    {
        var id = await office.RegisterAsync(Persons.Somebody("Одновременная"));
        using var browser = await office.SignInAsync(office.Caseworker);
        var mine = await browser.GetAsync($"/people/{id}/edit");
        await (await browser.GetAsync($"/people/{id}/safe-contact")).PressAsync("Save", ("Input.Note", "спит днём"));

        var answer = await mine.PressAsync("Save", ("Input.Village", "Кочкор"));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Document.QuerySelector("[name='Input.Village']")!.GetAttribute("value").ShouldBe("Кочкор");
        answer.Document.QuerySelector($"main a[href='/people/{id}'][target='_blank']").ShouldNotBeNull();
        var saved = await answer.PressAsync("Save");
        saved.Path.ShouldBe($"/people/{id}");
        saved.Text.ShouldContain("Кочкор");
        saved.Text.ShouldContain("спит днём");
    }

    [Fact]
    public async Task Saving_again_after_a_look_undoes_nothing_that_another_has_changed()
    {
        var id = await office.RegisterAsync(Persons.Somebody("Эсирткенова"));
        using var browser = await office.SignInAsync(office.Caseworker);
        await (await browser.GetAsync($"/people/{id}/edit")).PressAsync("Save", ("Input.Phones[0].Number", "0555010203"), ("Input.Phones[0].Owner", "Herself"));
        var (mine, colleagues) = (await browser.GetAsync($"/people/{id}/edit"), await browser.GetAsync($"/people/{id}/edit"));
        await colleagues.PressAsync(
            "Save", ("Input.Phones[0].Owner", "Husband"), ("Input.Phones[0].Note", "не звонить"), ("Input.Phones[1].Number", "0777010203"), ("Input.Phones[1].Owner", "Herself"), ("Input.Village", "Ат-Башы"), ("Input.Education", "UpperSecondary"));

        var refused = await mine.PressAsync("Save", ("Input.Languages", "ky, ru"), ("Input.Village", "Нарын"), ("Input.Phones[1].Number", "0700010203"), ("Input.Phones[1].Owner", "Relative"));

        refused.Errors.ShouldBe([refused.Errors[0], "Somebody else has changed this too. It stands now: Ат-Башы"]);
        await refused.PressAsync("Save");
        var now = await browser.GetAsync($"/people/{id}/edit");
        string? Value(string field) => now.Document.QuerySelector($"[name='{field}']") switch
        {
            AngleSharp.Html.Dom.IHtmlSelectElement select => select.Value,
            var input => input?.GetAttribute("value"),
        };
        Value("Input.Phones[0].Owner").ShouldBe("Husband");
        Value("Input.Phones[0].Note").ShouldBe("не звонить");
        (Value("Input.Phones[1].Number"), Value("Input.Phones[2].Number")).ShouldBe(("+996777010203", "+996700010203"));
        (Value("Input.Education"), Value("Input.Village"), Value("Input.Languages")).ShouldBe(("UpperSecondary", "Нарын", "ky, ru"));
    }

    [Fact]
    public async Task Rules_of_contact_that_another_changed_meanwhile_can_be_saved_after_a_look()
    {
        var id = await office.RegisterAsync(Persons.Somebody("Бирмаалова"));
        using var browser = await office.SignInAsync(office.Caseworker);
        var mine = await browser.GetAsync($"/people/{id}/safe-contact");
        await (await browser.GetAsync($"/people/{id}/safe-contact")).PressAsync("Save", ("Input.Note", "спит днём"));

        var refused = await mine.PressAsync("Save", ("Input.Note", "работает ночью"));

        refused.Errors[0].ShouldStartWith("Somebody else has changed this record");
        refused.Errors.Skip(1).ShouldBe(["Somebody else has changed this too. It stands now: спит днём"]);
        var saved = await refused.PressAsync("Save");
        saved.Path.ShouldBe($"/people/{id}");
        saved.Text.ShouldContain("работает ночью");
    }

    [Fact]
    public async Task A_journey_that_another_changed_meanwhile_can_be_saved_after_a_look()
    {
        var id = await office.RegisterAsync(Persons.Somebody("Жолдошева"));
        using var browser = await office.SignInAsync(office.Caseworker);
        await (await browser.GetAsync($"/people/{id}/journeys")).PressAsync("Save", ("Input.Destination", "RU"), ("Input.Place", "Казань"));
        var journey = (await browser.GetAsync($"/people/{id}/journeys")).Document.QuerySelector("main dd a")!.GetAttribute("href")!;
        var mine = await browser.GetAsync(journey);
        await (await browser.GetAsync(journey)).PressAsync("Save", ("Input.Place", "Самара"));

        var refused = await mine.PressAsync("Save", ("Input.Place", "Уфа"));

        refused.Errors.Skip(1).ShouldBe(["Somebody else has changed this too. It stands now: Самара"]);
        refused.Document.QuerySelector($"main a[href='{journey}'][target='_blank']").ShouldNotBeNull();
        (await refused.PressAsync("Save")).Text.ShouldContain("Уфа");
    }

    [Fact]
    public async Task Consent_is_given_once_and_withdrawal_takes_effect()
    {
        var id = await office.RegisterAsync(Persons.Somebody("Согласиева"));
        using var browser = await office.SignInAsync(office.Caseworker);
        var form = await browser.GetAsync($"/people/{id}/consent");
        var empty = await form.PressAsync("Save");
        empty.Errors.ShouldContain("Choose what it is for.");
        empty.Errors.ShouldContain("Choose how it was given.");
        (await form.PressAsync("Save", ("Input.Purpose", "Referral"), ("Input.Manner", "Voice"))).Errors.ShouldContain("Write to whom she may be referred.");
        await form.SubmitOnlyAsync("Save", ("Input.Purpose", "Referral"), ("Input.Manner", "Voice"), ("Input.Recipient", "Сезим"));

        var given = await browser.WithdrawAsync(id);

        given.Text.ShouldContain("Сезим");
        given.Text.ShouldContain("withdrawn on");
        (await browser.GetAsync($"/people/{id}")).Text.ShouldContain("No consent");
    }

    [Fact]
    public async Task How_she_may_be_reached_stands_before_her_telephones_where_they_are_changed()
    {
        var id = await office.RegisterAsync(Persons.Somebody("Осторожнова"));
        using var browser = await office.SignInAsync(office.Caseworker);
        await (await browser.GetAsync($"/people/{id}/safe-contact")).PressAsync(
            "Save", ("Input.Channels", "WhatsApp"), ("Input.From", "18:00"), ("Input.WhatToSay", "the sewing course"), ("Input.Note", "her husband must not know"));

        var page = await browser.GetAsync($"/people/{id}/edit");
        page.Text.ShouldContain("Contact her only after 18:00. Only by: WhatsApp. If somebody else answers, say: the sewing course. Also: her husband must not know.");

        (await page.PressAsync("Save", ("Input.Born.Year", "9999"))).Text.ShouldContain("Contact her only after 18:00.");
    }

    [Fact]
    public async Task A_journey_is_written_down_changed_and_removed()
    {
        var id = await office.RegisterAsync(Persons.Somebody("Путешественникова"));
        using var browser = await office.SignInAsync(office.Caseworker);
        var page = await browser.GetAsync($"/people/{id}/journeys");
        (await page.PressAsync("Save", ("Input.Destination", "Nowhere"), ("Input.Left.Day", "31"), ("Input.Left.Month", "2"), ("Input.Left.Year", "2020"), ("Input.FirstMonthEarnings", "much"))).Errors
            .ShouldBe(["Choose a country from the list.", $"This date does not exist. Write it like {office.Clock.GetUtcNow():d M yyyy}.", "Write a sum in figures, like 45000 or 45 000,50.", "Say in which currency the sums are."], ignoreOrder: true);
        (await page.PressAsync("Save", ("Input.Destination", "RU"), ("Input.Left.Year", "2023"), ("Input.Returned.Year", "2020"))).Errors
            .ShouldContain("She cannot come back before she left.");

        var kept = await page.PressAsync(
            "Save", ("Input.Destination", "RU"), ("Input.Place", "Подольск"), ("Input.Left.Year", "2023"), ("Input.Currency", "RUB"), ("Input.CostItem", "RC03"), ("Input.CostAmount", "45 000,50"));
        kept.Text.ShouldContain("Подольск");
        kept.Text.ShouldContain("Visa, work permit or patent");
        var one = await browser.GetAsync(kept.Document.QuerySelector(".govuk-summary-list a")!.GetAttribute("href")!);
        (await one.PressAsync("Save", ("Input.Place", "Химки"))).Text.ShouldContain("Химки");
        (await one.PressAsync("Remove: written down by mistake")).Text.ShouldNotContain("Химки");
    }

    [Fact]
    public async Task Two_registered_people_are_related_from_both_ends()
    {
        var mother = await office.RegisterAsync(new NewPerson { Family = "Семейная", Given = "Анара", Sex = Evidence.Contracts.Sex.Female });
        var child = await office.RegisterAsync(new NewPerson { Family = "Семейный", Given = "Нурбек" });
        using var browser = await office.SignInAsync(office.Caseworker);
        var found = await (await browser.GetAsync($"/people/{mother}/household")).PressAsync("Find", ("Query", "Семейный Нурбек"));

        await found.PressAsync("Save", ("Input.Person", child.ToString()), ("Input.Kind", "Child"), ("Input.LeftBehind", "true"));

        (await browser.GetAsync($"/people/{mother}")).Text.ShouldContain("Child: Семейный Нурбек");
        (await browser.GetAsync($"/people/{child}")).Text.ShouldContain("Mother: Семейная Анара");
    }

    [Fact]
    public async Task Whoever_may_not_know_of_her_does_not_read_her_name_with_her_relative()
    {
        var wife = await office.RegisterAsync(new NewPerson { Family = "Скрытая", Given = "Анара", Sex = Evidence.Contracts.Sex.Female }, office.Protection);
        var brother = await office.RegisterAsync(new NewPerson { Family = "Видимый", Given = "Нурбек" }, office.Protection);
        using var protection = await office.SignInAsync(office.Protection);
        await protection.PostAsync($"/people/{wife}/household", ("Input.Id", Guid.NewGuid().ToString()), ("Input.Person", brother.ToString()), ("Input.Kind", "Brother"));
        using var desk = await office.SignInAsync(office.FrontDesk);
        (await desk.GetAsync($"/people/{brother}")).Text.ShouldContain("Скрытая Анара");

        await (await protection.GetAsync($"/people/{wife}/access")).PressAsync("Save", ("Input.Sensitivity", "Restricted"), ("Input.Team", office.ProtectionTeam.ToString()));

        foreach (var path in new[] { $"/people/{brother}", $"/people/{brother}/household" }) (await desk.GetAsync(path)).Text.ShouldNotContain("Скрытая");
        (await protection.GetAsync($"/people/{brother}")).Text.ShouldContain("Скрытая Анара");
    }

    [Theory]
    [InlineData("photo.jpg", "<html><script>alert(1)</script>", "Choose a photo (JPEG, PNG, WebP, HEIC) or a PDF.")]
    [InlineData("x.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>", "Choose a photo (JPEG, PNG, WebP, HEIC) or a PDF.")]
    [InlineData("empty.pdf", "", "This file is empty.")]
    public async Task Only_photos_and_pdf_are_taken_whatever_their_name(string name, string content, string message)
    {
        var id = await office.RegisterAsync(Persons.Somebody("Файлова"));
        using var browser = await office.SignInAsync(office.Caseworker);

        (await SendFileAsync(browser, id, name, Encoding.UTF8.GetBytes(content))).ShouldContain(message);
    }

    [Fact]
    public async Task A_file_comes_back_as_it_was_and_only_as_a_download()
    {
        var id = await office.RegisterAsync(Persons.Somebody("Файлова"));
        using var browser = await office.SignInAsync(office.Caseworker);
        var pdf = Encoding.ASCII.GetBytes("%PDF-1.7 the contract of a person who exists in this test only");

        await SendFileAsync(browser, id, "договор.pdf", pdf);
        var list = await browser.GetAsync($"/people/{id}/files");
        var answer = await browser.Client.GetAsync(list.Document.QuerySelector("tbody a")!.GetAttribute("href"), TestContext.Current.CancellationToken);

        (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe(pdf);
        answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        using var stranger = await office.SignInAsync(office.Elsewhere);
        (await stranger.GetOnlyAsync(list.Document.QuerySelector("tbody a")!.GetAttribute("href")!)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task She_takes_her_copy_away_and_sees_who_opened_it()
    {
        var id = await office.RegisterAsync(new NewPerson { Family = "Копиева", Given = "Мээрим", Born = PartialDate.Of(1990), Phones = [new NewPhone("0555 777 001", PhoneOwner.Herself)] });
        using var browser = await office.SignInAsync(office.Caseworker);

        var copy = await (await browser.GetAsync($"/people/{id}/rights")).SubmitOnlyAsync("Download the copy");

        using var json = JsonDocument.Parse(copy.Html);
        json.RootElement.GetProperty("identity").GetProperty("Names")[0].GetProperty("Family").GetString().ShouldBe("Копиева");
        json.RootElement.GetProperty("identity").GetProperty("Phones")[0].GetProperty("Number").GetString().ShouldBe("+996555777001");
        var openings = await browser.GetAsync($"/people/{id}/openings");
        openings.Text.ShouldContain("Caseworker Testova");
        openings.Text.ShouldContain("made her copy");
    }

    [Fact]
    public async Task Erased_she_is_gone_and_only_a_supervisor_who_says_why_can_do_it()
    {
        var id = await office.RegisterAsync(Persons.Somebody("Уходящая"));
        using var caseworker = await office.SignInAsync(office.Caseworker);
        using var supervisor = await office.SignInAsync(office.Supervisor);
        (await caseworker.GetAsync($"/people/{id}/rights")).Text.ShouldContain("A supervisor of her team can erase it");
        var page = await supervisor.GetAsync($"/people/{id}/rights");
        page.Document.QuerySelectorAll("input[type=radio][name=Reason]").Select(r => r.GetAttribute("value")).ShouldBe(["SheAsked"], "her time is not over");
        page.Document.QuerySelector("input[name=Reason][checked]").ShouldBeNull();
        foreach (var wrong in new[] { "", "7", "Whim" })
            (await page.PressAsync("Erase her record", ("Reason", wrong), ("Sure", "true"))).Status.ShouldBe(HttpStatusCode.BadRequest, wrong);
        (await page.PressAsync("Erase her record", ("Sure", "true"))).Errors.ShouldBe(["Say why it is erased: nobody can bring her record back."]);

        (await page.PressAsync("Erase her record", ("Reason", "TimeIsOver"), ("Sure", "true"))).Errors.ShouldBe(["The time for keeping it is not over. Choose another reason."]);
        (await supervisor.GetAsync($"/people/{id}")).Status.ShouldBe(HttpStatusCode.OK);

        var after = await page.PressAsync("Erase her record", ("Reason", "SheAsked"), ("Sure", "true"));

        after.Text.ShouldContain("The record is erased.");
        await using var hers = await office.AsAsync(office.Supervisor);
        (await hers.Get<AuditLedger>().AboutAsync(id.Value, [office.Supervisor.Id], 9, TestContext.Current.CancellationToken))
            .Single(leaf => leaf.Act == "person.erased").Purpose.ShouldBe("erasure: she asked for it");

        (await caseworker.GetOnlyAsync($"/people/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        var search = await (await caseworker.GetAsync("/people/search")).PressAsync("Find", ("Query", "Уходящая Айпери"));
        search.Text.ShouldContain("Nobody found");
    }

    [Fact]
    public async Task A_record_made_restricted_leaves_those_outside_the_team()
    {
        var id = await office.RegisterAsync(Persons.Somebody("Прячущаяся"));
        using var browser = await office.SignInAsync(office.Caseworker);

        var after = await (await browser.GetAsync($"/people/{id}/access")).PressAsync("Save", ("Input.Sensitivity", "Restricted"), ("Input.Team", office.ProtectionTeam.ToString()));

        after.Path.ShouldBe("/people/search");
        (await browser.GetOnlyAsync($"/people/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        using var protection = await office.SignInAsync(office.Protection);
        (await protection.GetAsync($"/people/{id}")).Heading.ShouldBe("Прячущаяся Айпери");
    }

    private static async Task<string> SendFileAsync(TestBrowser browser, PersonId id, string name, byte[] content)
    {
        var page = await browser.GetAsync($"/people/{id}/files");
        var token = page.Document.QuerySelector("main form input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new ByteArrayContent(content), "Photo", name } };
        using var answer = await browser.Client.PostAsync($"/people/{id}/files", form, TestContext.Current.CancellationToken);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
