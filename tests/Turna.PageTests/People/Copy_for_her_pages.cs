using System.Text.RegularExpressions;
using AngleSharp.Dom;
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
        values.Where(v => !Cyrillic().IsMatch(v) && v.Any(char.IsAsciiLetter)).Distinct().ShouldBe(["KOPIEVA MEERIM", "AC1234567", "WhatsApp", office.Caseworker.Name], ignoreOrder: true);
        copy.Text.ShouldNotMatch(@"\d{4}-\d{2}");
        foreach (var words in new[] { "17 мая 1990", "Женский", "Паспорт", "Кыргызстан", "устно", "мужа", "Строительство", "45 000,5", "Ребёнок", "22:00" })
            copy.Text.Replace('\u00a0', ' ').ShouldContain(words);
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

    [GeneratedRegex(@"\p{IsCyrillic}")]
    private static partial Regex Cyrillic();
}
