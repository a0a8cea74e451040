using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Turna.Cases.Contracts;
using Turna.Cases.Keeping;
using Turna.Cases.Opening;
using Turna.Cases.Working;
using Turna.Design;
using Turna.Design.Wording;
using Turna.Kernel;
using Turna.People;
using Turna.People.Contracts;
using Turna.People.Keeping;
using Turna.People.Rights;
using Turna.Testing;

namespace Turna.PageTests.People;

/// <summary>Her copy and the list of openings are read by her: nothing in them is a name of ours.</summary>
public sealed partial class Copy_for_her_pages(TestOffice office) : IClassFixture<TestOffice>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_copy_to_print_speaks_the_language_of_its_reader()
    {
        var id = await office.RegisterAsync(Whole);
        using var browser = await office.SignInAsync(office.Caseworker);
        await (await browser.GetAsync($"/people/{id}/journeys")).PressAsync(
            "Save", ("Input.Destination", "RU"), ("Input.Left.Year", "2023"), ("Input.Sector", "F"), ("Input.Currency", "RUB"), ("Input.CostItem", "RC03"), ("Input.CostAmount", "45 000,50"));
        await (await browser.GetAsync($"/people/{id}/household")).PressAsync("Save", ("Input.Kind", "Child"), ("Input.Name", "Нурбек"), ("Input.LeftBehind", "true"));
        browser.Cookies.Add(office.Address, new System.Net.Cookie(LanguageChoice.Cookie, "ru"));

        var copy = await browser.PostAsync($"/people/{id}/copy", ("form", "html"));

        copy.Document.QuerySelectorAll("main dt").Select(d => d.TextContent.Trim()).Where(d => !Cyrillic().IsMatch(d)).ShouldBeEmpty();
        var values = copy.Document.QuerySelectorAll("main dd, main dd li").Where(d => d.QuerySelector("dl, ul") is null).Select(d => d.TextContent.Trim()).ToList();
        values.Where(v => !Cyrillic().IsMatch(v) && v.Any(char.IsAsciiLetter)).Distinct().ShouldBe(["KOPIEVA MEERIM", "AC1234567", "WhatsApp"], ignoreOrder: true);
        copy.Text.ShouldNotMatch(@"\d{4}-\d{2}");
        foreach (var words in new[] { "17 мая 1990", "Женский", "Паспорт", "Кыргызстан", "устно", "мужа", "Строительство", "45 000,5", "Ребёнок", "22:00" })
            copy.Text.Replace('\u00a0', ' ').ShouldContain(words);
    }

    [Fact]
    public async Task The_copy_tells_of_her_cases_but_not_what_colleagues_noted_nor_what_another_team_keeps()
    {
        var id = await office.RegisterAsync(Persons.Somebody("Делова"));
        var matter = await OpenAsync(id, office.Caseworker, office.LegalTeam, "Two months without pay.");
        await OpenAsync(id, office.Protection, office.ProtectionTeam, "A matter of another team.");
        await using (var hers = await office.AsAsync(office.Caseworker))
        {
            (await hers.Get<WriteNote>().HandleAsync(new WriteNote.Input(matter, "Her cousin saw it."), hers.Actor, Cancel)).Error.ShouldBeNull();
            (await hers.Get<ProvideService>().HandleAsync(new ProvideService.Input(matter, "legal_advice", null, 2, null, null, null), hers.Actor, Cancel)).Error.ShouldBeNull();
        }

        using var browser = await office.SignInAsync(office.Caseworker);
        var copy = await browser.PostAsync($"/people/{id}/copy", ("form", "html"));
        var file = await browser.PostAsync($"/people/{id}/copy", ("form", "json"));

        foreach (var text in new[] { copy.Text, file.Html })
        {
            text.ShouldContain("Two months without pay.");
            text.ShouldNotContain("Her cousin saw it.");
            text.ShouldNotContain("A matter of another team.");
        }

        copy.Document.QuerySelectorAll("main dt").Select(d => d.TextContent.Trim()).ShouldContain("Services");
        copy.Document.QuerySelectorAll("main dt").ShouldAllBe(d => !char.IsLower(d.TextContent.Trim()[0]));
    }

    [Fact]
    public async Task Who_opened_her_file_stands_last_in_the_copy_and_is_grouped_as_on_its_own_page()
    {
        var id = await office.RegisterAsync(Persons.Somebody("Листкова"));
        await OpenAsync(id, office.Caseworker, office.LegalTeam, "Two months without pay.");
        using var browser = await office.SignInAsync(office.Caseworker);
        for (var i = 0; i < 3; i++) await browser.GetAsync($"/people/{id}");

        var copy = await browser.PostAsync($"/people/{id}/copy", ("form", "html"));
        var own = await browser.GetAsync($"/people/{id}/openings");
        using var file = System.Text.Json.JsonDocument.Parse((await browser.PostAsync($"/people/{id}/copy", ("form", "json"))).Html);

        copy.Text.IndexOf("Who opened this file", StringComparison.Ordinal).ShouldBeGreaterThan(copy.Text.IndexOf("Two months without pay.", StringComparison.Ordinal));
        Lines(copy).ShouldContain(line => line.Contains("opened her record (her page) · 3×", StringComparison.Ordinal));
        Lines(own).ShouldBe(Lines(copy));
        file.RootElement.EnumerateObject().Last().Name.ShouldBe("openedBy");
        file.RootElement.GetProperty("openedBy").GetArrayLength().ShouldBeGreaterThan(Lines(copy).Count);

        static List<string> Lines(TestPage page) => [.. page.Document.QuerySelectorAll("main tbody tr").Select(row => row.TextContent.Trim())];
    }

    [Fact]
    public void What_one_member_did_again_and_again_within_an_hour_is_one_line()
    {
        var noon = new DateTime(2026, 11, 24, 12, 0, 0, DateTimeKind.Utc);
        var (asel, namesake) = (MemberId.New(), MemberId.New());
        Opening Seen(int minutesAgo, MemberId? by, string what = "opened her record") => new(noon.AddMinutes(-minutesAgo), "Асель", what) { Member = by };

        var lines = Openings.Together(
        [
            Seen(0, asel), Seen(30, asel), Seen(60, asel), Seen(61, asel), Seen(62, namesake), Seen(63, asel), Seen(64, asel, "changed her record"), Seen(200, asel, "changed her record"), Seen(201, null), Seen(202, null),
        ]);

        lines.Select(l => l.Times).ShouldBe([3, 1, 1, 1, 1, 1, 1, 1]);
        (lines[0].First, lines[0].Last).ShouldBe((noon.AddMinutes(-60), noon));
    }

    [Fact]
    public void Everything_that_is_kept_about_her_has_a_heading_in_her_copy()
    {
        Type[] kept = [typeof(Identity), typeof(ConsentDetail), typeof(JourneyDetail), typeof(RelationDetail), typeof(AttachmentCaption)];

        kept.SelectMany(CopyWords.PropertiesOf).Where(p => !CopyWords.Knows(p)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_act_has_words_of_its_own_in_the_list_of_openings()
    {
        var texts = Catalogue.Read([]).In(Language.English);

        PeopleActs.All.Where(act => WhoOpened.Words(act.Name, texts) == WhoOpened.Words("an act of tomorrow", texts)).Select(act => act.Name).ShouldBeEmpty();
        WhoOpened.Words("case.opened", texts).ShouldBe("worked with her record");
    }

    [Theory]
    [InlineData(20, "20 или 21 год")]
    [InlineData(21, "21 или 22 года")]
    [InlineData(50, "50 или 51 год")]
    [InlineData(25, "25 или 26 лет")]
    public async Task An_age_between_two_years_is_said_as_people_say_it(int least, string said)
    {
        var id = await office.RegisterAsync(Persons.Somebody("Возрастова") with { Born = PartialDate.Of(office.Clock.GetUtcNow().Year - least - 1) });
        using var browser = await office.SignInAsync(office.Caseworker);
        browser.Cookies.Add(office.Address, new System.Net.Cookie(LanguageChoice.Cookie, "ru"));

        (await browser.GetAsync($"/people/{id}")).Text.ShouldContain(said);
    }

    private static NewPerson Whole => new()
    {
        Family = "Копиева", Given = "Мээрим", PassportName = "KOPIEVA MEERIM", Sex = Evidence.Contracts.Sex.Female, Born = PartialDate.Of(1990, 5, 17),
        Phones = [new NewPhone("0555 777 002", PhoneOwner.Husband, "вечером")], Documents = [new NewDocument(DocumentKind.Passport, "AC1234567", "KG", PartialDate.Of(2030, 1, 2))],
        SafeContact = new SafeContact { Channels = [ContactChannel.WhatsApp], From = new TimeOnly(22, 0), Until = new TimeOnly(23, 0), NeverLeaveMessage = true, WhoMayAnswer = "только она" },
        Consents = [ConsentPurpose.Service],
    };

    private async Task<CaseId> OpenAsync(PersonId person, TestMember by, TeamId team, string reason)
    {
        await using var hers = await office.AsAsync(by);
        var opened = await hers.Get<OpenCase>().HandleAsync(
            new OpenCase.Input { Id = CaseId.New(), Person = person, Team = team, Type = CaseType.UnpaidWages, Reason = reason }, hers.Actor, Cancel);
        opened.Error.ShouldBeNull();
        return opened.Value;
    }

    [GeneratedRegex(@"\p{IsCyrillic}")]
    private static partial Regex Cyrillic();
}
