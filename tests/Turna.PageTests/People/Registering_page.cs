using System.Net;
using Turna.People.Contracts;
using Turna.Testing;

namespace Turna.PageTests.People;

public sealed class Registering_page(TestOffice office) : IClassFixture<TestOffice>
{
    [Fact]
    public async Task A_person_is_registered_and_shown_with_safe_contact_before_the_number()
    {
        using var browser = await office.SignInAsync(office.FrontDesk);
        var page = await browser.GetAsync("/people/new");

        var hers = await page.SubmitAsync(
            ("Input.Family", "Мамытова"), ("Input.Given", "Чолпон"), ("Input.Born.Year", "1991"), ("Input.Born.Month", "5"), ("Input.Phone", "0555 010 203"), ("Input.PhoneOwner", "Herself"),
            ("Input.Sex", "Female"), ("Input.SafeContact.From", "18:00"), ("Input.SafeContact.WhatToSay", "it is about the sewing course"),
            ("Input.SafeContact.NeverLeaveMessage", "true"), ("Input.Consents", "Service"));

        hers.Path.ShouldStartWith("/people/");
        hers.Heading.ShouldBe("Мамытова Чолпон");
        hers.Text.ShouldContain("Call only after 18:00.");
        hers.Text.IndexOf("Never leave a message.", StringComparison.Ordinal).ShouldBeLessThan(hers.Text.IndexOf("+996555010203", StringComparison.Ordinal));
        hers.Text.ShouldContain("May 1991");
        hers.Document.Title!.ShouldNotContain("Мамытова");
        hers.Document.QuerySelector(".govuk-exit-this-page").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("", "Сабырова", "Do not call by day")]
    [InlineData("18:00", "Тентимишева", "Also: Do not call by day")]
    public async Task A_note_on_safe_contact_follows_the_other_rules_or_stands_alone(string from, string family, string shown)
    {
        using var browser = await office.SignInAsync(office.FrontDesk);
        var hers = await (await browser.GetAsync("/people/new")).SubmitAsync(
            ("Input.Family", family), ("Input.Given", "Асель"), ("Input.Sex", "Female"), ("Input.SafeContact.From", from), ("Input.SafeContact.Note", "Do not call by day"),
            ("Input.Consents", "Service"));

        hers.Text.ShouldContain(shown);
        if (from.Length == 0) hers.Text.ShouldNotContain("Also:");
    }

    public static TheoryData<string, string, string> WrongAnswers => new()
    {
        { "Input.Family", "", "Write her family name or her given name." },
        { "Input.Family", "\u202e\u0007 \u200f", "Write her family name or her given name." },
        { "Input.Family", new string('ы', 101), "Write at most 100 characters." },
        { "Input.Family", new string('ы', 200_000), "Write at most 100 characters." },
        { "Input.Phone", "позвоните мне", "Write the telephone with its digits, like 0555 123 456 or +7 916 123 45 67." },
        { "Input.Born.Year", "1000", "The year of birth must be 1900 or later." },
        { "Input.Born.Year", "9999", "This day has not come yet." },
        { "Input.Born.Year", "0001", "This date does not exist. Write it like 24 11 1989." },
        { "Input.HomeOblast", "nowhere", "Choose an oblast from the list." },
        { "Input.Restricted", "true", "Choose the team that alone may open her record." },
    };

    [Theory]
    [MemberData(nameof(WrongAnswers))]
    public async Task A_wrong_answer_is_named_and_nothing_is_lost(string field, string value, string message)
    {
        using var browser = await office.SignInAsync(office.FrontDesk);
        var page = await browser.GetAsync("/people/new");
        (string, string)[] typed = [("Input.Village", "Ак-Талаа"), (field, value), .. field == "Input.Family" ? Array.Empty<(string, string)>() : [("Input.Family", "Ошибаева")]];

        var answer = await page.SubmitAsync(typed);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Errors.ShouldContain(message);
        answer.Document.QuerySelector("[name='Input.Village']")!.GetAttribute("value").ShouldBe("Ак-Талаа");
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_at_once_and_of_which_field()
    {
        using var browser = await office.SignInAsync(office.FrontDesk);
        var answer = await (await browser.GetAsync("/people/new")).SubmitAsync(
            ("Input.Family", ""), ("Input.Born.Day", "31"), ("Input.Born.Month", "2"), ("Input.Born.Year", "1990"), ("Input.Phone", "позвоните мне"), ("Input.Restricted", "true"));

        answer.Errors.Count.ShouldBe(5);
        answer.Document.QuerySelectorAll(".govuk-error-summary__list li").Select(e => e.TextContent.Trim())
            .ShouldContain("Date of birth: This date does not exist. Write it like 24 11 1989.");
    }

    [Fact]
    public async Task Whose_the_telephone_is_must_be_said()
    {
        using var browser = await office.SignInAsync(office.FrontDesk);
        var page = await browser.GetAsync("/people/new");
        (string, string)[] answers = [("Input.Family", "Чейтелефон"), ("Input.Given", "Айсулуу"), ("Input.Phone", "0555 010 277")];

        var asked = await page.SubmitAsync(answers);
        asked.Errors.ShouldHaveSingleItem().ShouldBe("Say whose telephone it is.");
        asked.Document.QuerySelector("[name='Input.PhoneOwner']")!.GetAttribute("aria-describedby").ShouldNotBeNull().ShouldContain("error");
        var her = await asked.SubmitAsync([.. answers, ("Input.PhoneOwner", "Husband")]);

        her.Text.ShouldContain("+996555010277 (her husband’s)");
    }

    [Fact]
    public async Task Hours_through_the_night_are_asked_about_once_and_told_as_such()
    {
        using var browser = await office.SignInAsync(office.FrontDesk);
        var page = await browser.GetAsync("/people/new");
        (string, string)[] answers = [("Input.Family", "Ночная"), ("Input.Given", "Айсулуу"), ("Input.SafeContact.From", "20:00"), ("Input.SafeContact.Until", "09:00")];

        var asked = await page.SubmitAsync(answers);
        asked.Errors.ShouldHaveSingleItem().ShouldStartWith("These hours pass midnight: from 20:00 until 09:00");
        var her = await asked.SubmitAsync([.. answers, ("Input.SafeContact.OverNight", "true")]);

        her.Text.ShouldContain("Call only at night, between 20:00 and 09:00 of the next morning.");
        var again = await (await browser.GetAsync($"{her.Path}/safe-contact")).PressAsync("Save", ("Input.Note", "сестра дома"));
        again.Path.ShouldBe(her.Path);
    }

    [Fact]
    public async Task Rules_that_forbid_what_they_allow_are_not_saved()
    {
        using var browser = await office.SignInAsync(office.FrontDesk);
        var page = await browser.GetAsync("/people/new");
        (string, string)[] never = [("Input.Family", "Тишинова"), ("Input.Given", "Айсулуу"), ("Input.SafeContact.NeverContact", "true")];

        var asked = await page.SubmitAsync([.. never, ("Input.SafeContact.Channels", "Call")]);
        asked.Errors.ShouldHaveSingleItem().ShouldBe("Below it says never to call or write, here it says how: keep one of the two.");
        var her = await asked.SubmitAsync([.. never, ("Input.SafeContact.Channels", "Visit")]);

        her.Path.ShouldStartWith("/people/");
        her.Text.ShouldContain("Тишинова");
    }

    [Fact]
    public async Task Sent_twice_the_form_registers_once()
    {
        using var browser = await office.SignInAsync(office.FrontDesk);
        var page = await browser.GetAsync("/people/new");

        var first = await page.SubmitOnlyAsync("Register", ("Input.Family", "Дважды"), ("Input.Given", "Сыргак"));
        var second = await page.SubmitOnlyAsync("Register", ("Input.Family", "Дважды"), ("Input.Given", "Сыргак"));

        second.Location.ShouldBe(first.Location);
        var search = await (await browser.GetAsync("/people/search")).PressAsync("Find", ("Query", "Дважды Сыргак"));
        search.Document.QuerySelectorAll("#found li").Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_likely_duplicate_is_shown_before_saving_and_can_be_linked()
    {
        var known = await office.RegisterAsync(new NewPerson { Family = "Абдыкеримова", Given = "Жылдыз", Phones = [new NewPhone("0700 121 314", PhoneOwner.Herself)] });
        using var browser = await office.SignInAsync(office.FrontDesk);
        var page = await browser.GetAsync("/people/new");

        var asked = await page.SubmitAsync(("Input.Family", "Abdykerimova"), ("Input.Given", "Jyldyz"), ("Input.Phone", "+996700121314"), ("Input.PhoneOwner", "Herself"));
        asked.Path.ShouldBe("/people/new");
        asked.Text.ShouldContain("Is she one of these?");
        var hers = await asked.PressAsync("Register", ("Input.Twins[0].Answer", "same"));

        hers.Path.ShouldStartWith("/people/");
        hers.Document.QuerySelector($"aside a[href='/people/{known}']")!.TextContent.ShouldBe("Абдыкеримова Жылдыз");
        hers.Document.QuerySelector(".govuk-notification-banner")!.TextContent.ShouldContain("her record is linked with the one that was there");
        hers.Document.QuerySelector($".govuk-notification-banner a[href='/people/{known}']")!.TextContent.ShouldBe("Абдыкеримова Жылдыз");
        var record = hers.Path.Split('?')[0];
        (await browser.GetAsync($"/people/{known}?linked=1")).Document.QuerySelector($".govuk-notification-banner a[href='{record}']").ShouldNotBeNull();
        (await browser.GetAsync(record)).Document.QuerySelector(".govuk-notification-banner").ShouldBeNull();
        var parted = await (await browser.GetAsync($"{record}/likely-same")).PressAsync("Undo the link");
        parted.Text.ShouldContain("The same person: link");
    }

    [Fact]
    public async Task Declared_different_she_is_not_suggested_again()
    {
        var one = await office.RegisterAsync(new NewPerson { Family = "Осмоналиева", Given = "Бегимай" });
        await office.RegisterAsync(new NewPerson { Family = "Осмоналиева", Given = "Бегимай" });
        using var browser = await office.SignInAsync(office.Caseworker);

        var alike = await browser.GetAsync($"/people/{one}/likely-same");
        alike.Text.ShouldContain("Осмоналиева Бегимай");
        var after = await alike.PressAsync("Somebody else");

        after.Text.ShouldContain("No other record you may know of looks like hers.");
    }
}
