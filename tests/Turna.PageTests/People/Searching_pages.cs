using System.Net;
using System.Text.Json;
using Turna.Kernel;
using Turna.People.Contracts;
using Turna.Testing;

namespace Turna.PageTests.People;

public sealed class Searching_pages(TestOffice office) : IClassFixture<TestOffice>
{
    [Fact]
    public async Task Results_say_why_and_leave_no_name_in_the_address()
    {
        await office.RegisterAsync(new NewPerson { Family = "Эсенкулова", Given = "Назгүл", Village = "Балыкчы" });
        using var browser = await office.SignInAsync(office.FrontDesk);
        var page = await browser.GetAsync("/people/search");

        var answer = await page.PressAsync("Find", ("Query", "назгуль эсенкулова"));

        answer.Path.ShouldBe("/people/search");
        answer.Text.ShouldContain("Эсенкулова Назгүл");
        answer.Text.ShouldContain("Балыкчы");
        answer.Text.ShouldContain("same family name");
        answer.Document.Title!.ShouldNotContain("Эсенкулова");
    }

    [Fact]
    public async Task A_year_of_birth_that_agrees_is_among_the_reasons_while_a_name_is_only_begun()
    {
        await office.RegisterAsync(new NewPerson { Family = "Жумадылова", Given = "Сабира", Born = PartialDate.Of(1984) });
        using var browser = await office.SignInAsync(office.FrontDesk);

        (await (await browser.GetAsync("/people/search")).PressAsync("Find", ("Query", "жумадылова саб 1984"))).Text.ShouldContain("names begin like this, same year of birth");
        var without = (await (await browser.GetAsync("/people/search")).PressAsync("Find", ("Query", "жумадылова саб"))).Text;
        without.ShouldContain("names begin like this");
        without.ShouldNotContain("same year of birth");
    }

    [Fact]
    public async Task The_bare_address_of_people_leads_to_the_search_for_those_who_may()
    {
        using var browser = await office.SignInAsync(office.FrontDesk);
        using var analyst = await office.SignInAsync(office.Analyst);

        (await browser.GetOnlyAsync("/people")).Location.ShouldBe("/people/search");
        (await browser.GetAsync("/people")).Path.ShouldBe("/people/search");
        (await analyst.GetOnlyAsync("/people")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await office.Open().GetOnlyAsync("/people")).Location.ShouldNotBeNull().ShouldStartWith("/sign-in");
    }

    [Theory]
    [InlineData("Эсенкулова")]
    [InlineData("")]
    public async Task One_name_asks_for_more(string query)
    {
        using var browser = await office.SignInAsync(office.FrontDesk);
        var page = await browser.GetAsync("/people/search");

        (await page.PressAsync("Find", ("Query", query))).Text.ShouldContain("Write a second name");
    }

    [Theory]
    [InlineData("8071")]
    [InlineData("80 71")]
    [InlineData("1990")]
    public async Task The_end_of_a_number_asks_for_the_whole(string query)
    {
        using var browser = await office.SignInAsync(office.FrontDesk);

        var answer = await (await browser.GetAsync("/people/search")).PressAsync("Find", ("Query", query));

        answer.Text.ShouldContain("Write the whole number of the telephone or the document");
        answer.Text.ShouldNotContain("Write a second name");
    }

    [Theory]
    [InlineData("'; drop table people_person; --")]
    [InlineData("<script>alert(1)</script> Асан")]
    [InlineData("\u202eАсанова\u0001 Айгүл\u200f")]
    [InlineData("%_% %_%")]
    public async Task Whatever_is_typed_is_only_looked_for(string query)
    {
        using var browser = await office.SignInAsync(office.FrontDesk);
        var page = await browser.GetAsync("/people/search");

        var answer = await page.PressAsync("Find", ("Query", query));

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Document.QuerySelectorAll("main script").ShouldBeEmpty();
    }

    [Fact]
    public async Task Suggestions_are_at_most_five_and_need_the_token_of_the_form()
    {
        for (var i = 0; i < 7; i++) await office.RegisterAsync(new NewPerson { Family = "Дүйшөнбекова", Given = "Гүлзат" });
        using var browser = await office.SignInAsync(office.FrontDesk);

        var answer = await browser.PostAsync("/people/suggest", ("query", "гулзат дуй"));

        answer.Status.ShouldBe(HttpStatusCode.OK);
        using var json = JsonDocument.Parse(answer.Html);
        json.RootElement.GetProperty("items").GetArrayLength().ShouldBe(5);
        json.RootElement.GetProperty("note").GetString().ShouldStartWith("There are more.");
        json.RootElement.GetProperty("items")[0].GetProperty("text").GetString().ShouldBe("Дүйшөнбекова Гүлзат");
        using var bare = new FormUrlEncodedContent([KeyValuePair.Create("query", "гулзат дуй")]);
        (await browser.Client.PostAsync("/people/suggest", bare, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_suggestion_says_whether_a_name_differs_and_when_nothing_is_known_of_how_to_reach_her()
    {
        await office.RegisterAsync(new NewPerson { Family = "Чокморова", Given = "Бурулча" });
        await office.RegisterAsync(new NewPerson { Family = "Чокморова", Given = "Сонунбүбү", SafeContact = new SafeContact { NeverLeaveMessage = true } });
        using var browser = await office.SignInAsync(office.Caseworker);

        var hers = await SuggestAsync(browser, "Чокморова Бурулча");
        hers.GetProperty("doubtful").GetBoolean().ShouldBeFalse();
        hers.GetProperty("lines")[0].GetString().ShouldBe("Safe contact: nothing is known. Ask before you call again.");
        var ruled = await SuggestAsync(browser, "Чокморова Сонунбүбү");
        ruled.GetProperty("lines")[0].GetString().ShouldBe("Never leave a message.");
    }

    private static async Task<JsonElement> SuggestAsync(TestBrowser browser, string query)
    {
        using var json = JsonDocument.Parse((await browser.PostAsync("/people/suggest", ("query", query))).Html);
        return json.RootElement.GetProperty("items")[0].Clone();
    }

    [Fact]
    public async Task Who_decides_on_keeping_is_led_to_the_records_whose_time_is_over()
    {
        using var supervisor = await office.SignInAsync(office.Supervisor);
        using var caseworker = await office.SignInAsync(office.Caseworker);

        (await supervisor.GetAsync("/people/search")).Document.QuerySelector("main a[href='/people/retention']").ShouldNotBeNull();
        (await caseworker.GetAsync("/people/search")).Document.QuerySelector("main a[href='/people/retention']").ShouldBeNull();
    }
}
