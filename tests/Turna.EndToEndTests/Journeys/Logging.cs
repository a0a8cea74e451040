using System.Text.Json;
using Turna.EndToEndTests.Office;

namespace Turna.EndToEndTests.Journeys;

[Collection(OfficeHours.Name)]
public sealed class Logging(SmallOffice office)
{
    private const string Page = "/consultations/new";
    private static readonly string[] Given = ["Бегимай", "Каныкей", "Сайкал", "Толгонай"];

    [Theory, OnEveryScreen]
    public async Task Somebody_new_then_the_same_caller_again(Screen screen)
    {
        await using var desk = await office.SitDownAsync("ayana", screen);
        var given = Given[(int)screen];
        await desk.GoAsync(Page);
        await desk.ChooseAsync("Input.Caller", "New");
        await desk.FillAsync("Input.NewName", $"{given} Шаршенова");
        await desk.ChooseAsync("Input.NewSex", "Female");
        await desk.PickAsync("Input.Topics", ("wages", "unp"), ("documents_withheld", "doc"));
        await desk.FillAsync("Input.Advice", "Collect the messages.");
        await desk.KeepPictureAsync("new");
        await desk.PressAsync("Save");
        await Expect(desk.Main).ToContainTextAsync("The consultation is saved.");
        await Expect(desk.Main).ToContainTextAsync(given);
        await Expect(desk.Main).ToContainTextAsync("Unpaid or late wages");
        await Expect(desk.Main).ToContainTextAsync("Documents withheld");

        await desk.GoAsync(Page);
        await desk.FindCallerAsync($"{given} шар", "one earlier consultation");
        await desk.PickAsync("Input.Topics", ("pension", "pen"));
        await desk.KeepPictureAsync("found");
        await desk.PressAsync("Save");
        await Expect(desk.Main).ToContainTextAsync("The consultation is saved.");
        await Expect(desk.Main).ToContainTextAsync("Pension, years of service");
        await desk.Main.Locator("dd a").Filter(new LocatorFilterOptions { HasText = given }).ClickAsync();
        await Expect(desk.Page.Locator(".moj-timeline")).ToContainTextAsync("Unpaid or late wages");
    }

    [Fact]
    public async Task Where_a_caller_is_follows_from_who_she_is_until_it_is_answered_by_hand()
    {
        await using var desk = await office.SitDownAsync("ayana", Screen.Desktop);
        await LogIn("Бурулай Чекирова", "TR");
        await LogIn("Гүлбара Чекирова", "KR");
        var country = desk.Page.Locator("select[name='Input.Country']");

        await desk.GoAsync(Page);
        await Expect(country).ToHaveValueAsync("KR");
        await desk.FindCallerAsync("бурулай чек", "one earlier consultation");
        await Expect(country).ToHaveValueAsync("TR");
        await country.SelectOptionAsync("DE");
        await desk.FindCallerAsync("гүлбара чек", "one earlier consultation");
        await Expect(country).ToHaveValueAsync("DE");

        async Task LogIn(string name, string where)
        {
            await desk.GoAsync(Page);
            await desk.ChooseAsync("Input.Caller", "New");
            await desk.FillAsync("Input.NewName", name);
            await desk.ChooseAsync("Input.NewSex", "Female");
            await desk.Page.Locator("select[name='Input.Country']").SelectOptionAsync(where);
            await desk.PickAsync("Input.Topics", ("wages", "unp"));
            await desk.PressAsync("Save");
            await Expect(desk.Main).ToContainTextAsync("The consultation is saved.");
        }
    }

    [Theory, OnEveryScreen]
    public async Task A_caller_to_call_back_waits_in_my_work(Screen screen)
    {
        await using var desk = await office.SitDownAsync("zarina", screen);
        await desk.GoAsync(Page);
        await desk.ChooseAsync("Input.Caller", "Anonymous");
        await desk.PickAsync("Input.Topics", ("health", "heal"));
        await desk.ChooseAsync("Input.Next", "CallBack");
        await desk.FillDateAsync("Input.CallBackOn", office.Today.AddDays(2));
        await desk.PressAsync("Save and log another");
        await Expect(desk.Main).ToContainTextAsync("The consultation is saved.");
        await Expect(desk.Heading).ToHaveTextAsync("Log a consultation");

        await desk.GoAsync("/work");
        await Expect(desk.Main).ToContainTextAsync(Desk.Written(office.Today.AddDays(2)));
        await desk.KeepPictureAsync("work");
    }

    [Fact]
    public async Task A_topic_that_was_typed_and_not_chosen_is_taken_or_asked_about()
    {
        await using var desk = await office.SitDownAsync("ayana", Screen.Desktop);
        await desk.GoAsync(Page);
        await desk.ChooseAsync("Input.Caller", "Anonymous");
        var topics = desk.Page.Locator("select[name='Input.Topics'] + .t-tokens input");
        await topics.PressSequentiallyAsync("pens");
        await topics.PressAsync("Escape");
        await topics.PressAsync("Control+Enter");
        await Expect(desk.Main).ToContainTextAsync("Pension, years of service");

        await desk.GoAsync(Page);
        await desk.ChooseAsync("Input.Caller", "Anonymous");
        await desk.PickAsync("Input.Topics", ("pension", "pen"));
        await topics.PressSequentiallyAsync("passsport");
        await desk.PressAsync("Save");
        await Expect(desk.Heading).ToHaveTextAsync("Log a consultation");
        (await topics.EvaluateAsync<string>("field => field.validationMessage")).ShouldBe("Choose from the list what you have typed, or clear it");
        await topics.FillAsync(string.Empty);
        // The button takes no second click within a second.
        await topics.PressAsync("Control+Enter");
        await Expect(desk.Main).ToContainTextAsync("The consultation is saved.");
    }

    [Fact]
    public async Task What_is_typed_while_the_search_is_on_its_way_goes_to_the_topics()
    {
        await using var desk = await office.SitDownAsync("ayana", Screen.Desktop);
        await desk.GoAsync(Page);
        var asked = new TaskCompletionSource();
        var answer = new TaskCompletionSource();
        await desk.Page.RouteAsync("**/people/suggest", async route =>
        {
            asked.TrySetResult();
            await answer.Task;
            await route.FulfillAsync(Found("Бегимай Шаршенова", doubtful: false));
        });

        await desk.Page.Locator("[name='Input.Who']").PressSequentiallyAsync("бегимай шар");
        await desk.Page.Keyboard.PressAsync("Enter");
        await asked.Task;
        await desk.Page.Keyboard.TypeAsync("pen");
        await desk.Page.Keyboard.PressAsync("Enter");
        answer.SetResult();

        await Expect(desk.Page.Locator("#caller")).ToContainTextAsync("Бегимай Шаршенова");
        await Expect(desk.Page.Locator(".t-tokens__token")).ToContainTextAsync("Pension, years of service");
        await Expect(desk.Page.Locator("[name='Input.Who']")).ToHaveValueAsync("Бегимай Шаршенова");
    }

    [Fact]
    public async Task Enter_takes_nobody_whose_name_differs_and_the_next_words_are_no_part_of_a_name_that_nobody_has()
    {
        await using var desk = await office.SitDownAsync("ayana", Screen.Desktop);
        await desk.GoAsync(Page);
        var who = desk.Page.Locator("[name='Input.Who']");
        var options = desk.Page.Locator(".t-listbox__option");
        await desk.Page.RouteAsync("**/people/suggest", route => route.FulfillAsync(
            route.Request.PostData!.Contains("kas", StringComparison.Ordinal) ? Found("Венера Алмазова", doubtful: true) : Found(null, doubtful: false)));

        // Only the whole of it finds her, so that no answer to a part of it comes in between.
        await who.PressSequentiallyAsync("venera kas");
        await Expect(options).ToHaveCountAsync(1);
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(options).ToHaveCountAsync(1);
        await Expect(desk.Page.Locator("#caller")).ToBeHiddenAsync();
        await desk.Page.Keyboard.PressAsync("ArrowDown");
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Page.Locator("#caller")).ToContainTextAsync("Венера Алмазова");

        await who.FillAsync("nobody here");
        await who.PressAsync("Enter");
        await Expect(desk.Page.Locator(".t-listbox__note")).ToContainTextAsync("Nobody found");
        await desk.Page.Keyboard.TypeAsync("pen");
        await Expect(who).ToHaveValueAsync("pen");
    }

    [Theory]
    [InlineData("ru", "паспорт", "Удержание документов"), InlineData("ru", "паспорт", "Гражданские документы, рождение")]
    [InlineData("ru", "зарплату", "Невыплата или задержка зарплаты"), InlineData("ru", "не заплатили", "Невыплата или задержка зарплаты")]
    [InlineData("ru", "Чёрный список", "Запрет на въезд, реестр контролируемых лиц"), InlineData("ru", "депортация", "Выдворение, депортация")]
    [InlineData("ru", "избили", "Гендерное насилие"), InlineData("ru", "муж", "Семья, брак, развод"), InlineData("ru", "больница", "Здоровье, травма на работе")]
    [InlineData("ru", "айлык", "Невыплата или задержка зарплаты"), InlineData("ky", "айлыгын бербей", "Айлык акы төлөнбөдү же кечикти")]
    [InlineData("ky", "кара тизме", "Кирүүгө тыюу, көзөмөл реестри"), InlineData("ky", "күйөөсү урат", "Гендердик зомбулук"), InlineData("ky", "зарплата", "Айлык акы төлөнбөдү же кечикти")]
    [InlineData("uz", "oylik bermadi", "Ish haqi toʻlanmagan yoki kechikkan"), InlineData("uz", "qarz", "Qarz, pul oʻtkazmalari, bank"), InlineData("uz", "shifoxona", "Sogʻliq, ishdagi jarohat")]
    [InlineData("en", "passport", "Documents withheld"), InlineData("en", "not paid", "Unpaid or late wages"), InlineData("en", "hospital", "Health, injury at work")]
    public async Task A_topic_is_found_by_what_people_call_it(string language, string typed, string topic)
    {
        await using var desk = await office.SitDownAsync("ayana", Screen.Desktop, language);
        await desk.GoAsync(Page);
        await desk.ChooseAsync("Input.Caller", "Anonymous");
        var topics = desk.Page.Locator("select[name='Input.Topics'] + .t-tokens input");

        await topics.PressSequentiallyAsync(typed);

        await desk.Page.Locator("[role=option]", new PageLocatorOptions { HasText = topic }).ClickAsync();
        await Expect(desk.Page.Locator(".t-tokens__token")).ToContainTextAsync(topic);
    }

    [Theory, OnEveryScreen]
    public async Task Nothing_chosen_is_said_with_the_text_kept(Screen screen)
    {
        await using var desk = await office.SitDownAsync("ayana", screen);
        await desk.GoAsync(Page);
        await desk.FillAsync("Input.Advice", "Keep these words");
        await desk.PressAsync("Save");

        await Expect(desk.Errors).ToContainTextAsync("Find the caller");
        await Expect(desk.Page.Locator("[name='Input.Advice']")).ToHaveValueAsync("Keep these words");
        await desk.KeepPictureAsync("errors");
    }

    private static RouteFulfillOptions Found(string? name, bool doubtful) => new()
    {
        ContentType = "application/json",
        Body = JsonSerializer.Serialize(new
        {
            items = name is null ? [] : new[] { new { value = Guid.CreateVersion7(), text = name, hint = "1990", lines = Array.Empty<string>(), doubtful } },
            note = name is null ? "Nobody found" : null,
        }),
    };
}
