using System.Net;
using Turna.Testing;

namespace Turna.PageTests.Importing;

/// <summary>Doubtful rows are found by what is doubtful, and a row is corrected or confirmed before it comes in.</summary>
public sealed class Correcting_rows_pages(TestOffice office) : IClassFixture<TestOffice>
{
    private readonly Register_steps steps = new(office);

    [Fact]
    public async Task Kinds_of_doubt_are_counted_and_lead_to_their_rows_and_ages_come_last()
    {
        using var browser = await office.SignInAsync(office.Supervisor);
        var preview = await steps.PreviewAsync(
            browser, "15.05.2011;Видова Роза;;ж;35;Россия;пенсия;;;", "16.05.2011;Видова Айна;;ж;1990;РК;пенсия;;;", "17.05.2011;Видова Бурул;;ж;36;Россия;абракадабра;;;", "18.05.2011;Видова Сайра;;ж;1990;Россия;пенсия;;;");

        var all = await browser.GetAsync($"{preview.Path}/rows?which=doubtful");
        var kinds = all.Document.QuerySelectorAll(".t-kinds a");

        kinds.Select(k => k.TextContent.Trim()).ShouldBe(["All doubtful rows: 3", "Question: 1", "Country: 1", "Year of birth: 2"]);
        Numbers(all).ShouldBe(["Row 3", "Row 4", "Row 2"], "of row 2 only the age is doubtful");
        var country = await browser.GetAsync(kinds[2].GetAttribute("href")!);
        Numbers(country).ShouldBe(["Row 3"]);
        country.Document.QuerySelector(".t-kinds [aria-current]")!.TextContent.ShouldContain("Country");
        Numbers(await browser.GetAsync($"{preview.Path}/rows?which=doubtful&about=nonsense")).Count.ShouldBe(3);
        Numbers(await browser.GetAsync($"{preview.Path}/rows?which=sure&about=country")).ShouldBe(["Row 5"]);
    }

    [Fact]
    public async Task A_corrected_row_comes_in_as_it_was_corrected_and_says_so()
    {
        using var browser = await office.SignInAsync(office.Supervisor);
        var preview = await steps.PreviewAsync(browser, "6/5/2010;Правкина Роза;;ж;35;РК;абракадабра;50000;;не звонить");
        var form = await FormAsync(browser, preview, 1);
        form.Text.ShouldContain("абракадабра");
        foreach (var written in new[] { "6/5/2010", "Правкина Роза", "РК", "50000", "не звонить" })
            form.Document.QuerySelectorAll(".govuk-summary-list dd").Select(cell => cell.TextContent.Trim()).ShouldContain(written, "the written row stands beside");
        form.Document.QuerySelector("[name='Input.Country'] option[selected]")!.GetAttribute("value").ShouldBe("KZ");
        form.Document.QuerySelector("[name='Input.Date.Year']")!.GetAttribute("value").ShouldBe("2010");

        var list = await form.PressAsync("Save", ("Input.Country", "KR"), ("Input.Topics", "health"), ("Input.BirthYear", "1974"), ("Input.Claimed", "60000"), ("Input.Currency", "KRW"), ("Input.Date.Month", "5"), ("Input.Date.Day", "6"));

        list.Text.ShouldContain("There is no such row.");
        var sure = await browser.GetAsync($"{preview.Path}/rows?which=sure");
        sure.Text.ShouldContain("Corrected by hand");
        sure.Text.ShouldContain("Country (was read as Kazakhstan)");
        (await browser.GetAsync(preview.Path)).Text.ShouldContain("Doubtful, to look at 0 (1 of 1 looked at)");

        var come = await steps.BringInAsync(browser, preview.Path);
        var csv = await browser.Client.GetStringAsync(new Uri($"{come.Path}/report.csv", UriKind.Relative), TestContext.Current.CancellationToken);
        csv.ShouldContain("Corrected by hand: ");
        (await browser.Client.GetStringAsync(new Uri($"{come.Path}/report.json", UriKind.Relative), TestContext.Current.CancellationToken)).ShouldContain("\"correctedByHand\":[\"");
        var details = await DetailsAsync(browser, 2010);
        details.Text.ShouldContain("Health");
        details.Text.ShouldContain("6 May 2010");
        details.Text.ShouldContain("60,000 KRW");
        details.Text.ShouldContain("Corrected by hand: ");
        details.Text.ShouldNotContain("was not understood as a topic");
    }

    [Fact]
    public async Task One_press_confirms_a_row_as_it_was_read_and_what_endangers_her_stays_said()
    {
        using var browser = await office.SignInAsync(office.Supervisor);
        var preview = await steps.PreviewAsync(browser, "15.05.2009;Верная Роза;;ж;35;РК;пенсия;;;опасно", "16.05.2009;Верная Айна;;ж;35;Россия;пенсия;;;");
        var rows = await browser.GetAsync($"{preview.Path}/rows?which=doubtful&about=country");

        var after = await rows.PressAsync("Row 2 is right");

        after.Path.ShouldContain("about=country");
        Numbers(await browser.GetAsync($"{preview.Path}/rows?which=doubtful")).ShouldBe(["Row 3"]);
        (await browser.GetAsync(preview.Path)).Text.ShouldContain("1 (1 of 2 looked at)");
        await steps.BringInAsync(browser, preview.Path);
        var details = await DetailsAsync(browser, 2009, "Верная Роза");
        details.Text.ShouldContain("Confirmed by hand");
        details.Text.ShouldContain("Safety: ");
        details.Text.ShouldNotContain("stands for Kazakhstan");
    }

    [Fact]
    public async Task A_row_that_could_not_be_entered_needs_a_day_and_a_question_and_then_comes_in()
    {
        using var browser = await office.SignInAsync(office.Supervisor);
        var preview = await steps.PreviewAsync(browser, "15.05.2008;Целая Роза;;ж;1980;Россия;пенсия;;;", ";;;;;Турция;;;;сказали зайти завтра");
        var rows = await browser.GetAsync($"{preview.Path}/rows?which=rejected");
        var form = await browser.GetAsync(rows.Document.QuerySelector("a[href*='/rows/2?']")!.GetAttribute("href")!);

        var refused = await form.PressAsync("Save");
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Errors.ShouldBe(["Write the day of the contact", "Choose at least one topic"]);
        await form.PressAsync("Save", ("Input.Date.Day", "17"), ("Input.Date.Month", "5"), ("Input.Date.Year", "2008"), ("Input.Topics", "health"), ("Input.Country", "TR"));

        (await browser.GetAsync(preview.Path)).Text.ShouldContain("Consultations to enter: 2.");
        var come = await steps.BringInAsync(browser, preview.Path);
        come.Text.ShouldContain("2 consultations");
        (await (await office.SignInAsync(office.Caseworker)).GetAsync("/reports?period=2008&by=Topic")).Text.ShouldContain("2 consultations");
    }

    [Fact]
    public async Task What_another_corrected_meanwhile_is_not_lost_and_her_own_words_stay()
    {
        using var browser = await office.SignInAsync(office.Supervisor);
        using var other = await office.SignInAsync(office.Caseworker);
        var preview = await steps.PreviewAsync(browser, "15.05.2007;Двойная Роза;;ж;1980;РК;пенсия;;;");
        var (hers, his) = (await FormAsync(browser, preview, 1), await FormAsync(other, preview, 1));
        await his.PressAsync("Save", ("Input.Country", "KR"));

        var refused = await hers.PressAsync("Save", ("Input.BirthYear", "1981"));

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Document.QuerySelector("[name='Input.Country'] option[selected]")!.GetAttribute("value").ShouldBe("KR", "what she has not touched is shown as it stands now");
        refused.Document.QuerySelector("[name='Input.BirthYear']")!.GetAttribute("value").ShouldBe("1981");
        await refused.PressAsync("Save");
        (await browser.GetAsync($"{preview.Path}/rows?which=sure")).Text.ShouldContain("Korea");
        (await browser.GetAsync($"{preview.Path}/rows?which=sure")).Text.ShouldContain("1981");
    }

    [Fact]
    public async Task A_form_sent_twice_corrects_once_and_after_the_register_came_in_it_is_refused()
    {
        using var browser = await office.SignInAsync(office.Supervisor);
        var preview = await steps.PreviewAsync(browser, "15.05.2006;Поздняя Роза;;ж;1980;РК;пенсия;;;");
        var form = await FormAsync(browser, preview, 1);
        await form.PressAsync("Save", ("Input.Country", "KR"));
        (await form.PressAsync("Save", ("Input.Country", "KR"))).Path.ShouldContain("/rows?which=doubtful", customMessage: "a repeat is answered as the first was");
        var late = await FormAsync(browser, preview, 1);

        await steps.BringInAsync(browser, preview.Path);
        var refused = await late.PressAsync("Save", ("Input.Country", "TR"));

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Errors.ShouldBe(["The register is being brought in or has come in already: correct the consultation itself."]);
        refused.Html.ShouldContain($"href=\"{preview.Path}\"");
    }

    [Fact]
    public async Task Decisions_about_people_stay_and_what_is_restricted_stays_so()
    {
        using var browser = await office.SignInAsync(office.Supervisor);
        var preview = await steps.PreviewAsync(
            browser, "15.05.2005;Закрытая Роза;+996555910501;ж;1980;РК;избил муж;;;", "16.05.2005;Закрытая Роза;+996555910501;ж;1980;Россия;пенсия;;;");
        var decided = await preview.PressAsync("JoinAll", ("bulk", "JoinAll"));
        decided.Text.ShouldContain("Decided");

        await (await FormAsync(browser, preview, 1)).PressAsync("Save", ("Input.Country", "KR"), ("Input.Topics", "pension"));

        (await browser.GetAsync(preview.Path)).Text.ShouldContain("Decided");
        (await browser.GetAsync($"{preview.Path}/rows?which=sure")).Text.ShouldContain("Restricted");
        var come = await steps.BringInAsync(browser, preview.Path);
        come.Text.ShouldContain("2 consultations");
        come.Text.ShouldContain("Registered anew 1");
    }

    [Theory]
    [InlineData("Input.Date.Year", "2090", "Write a day that has been")]
    [InlineData("Input.Country", "XX", "Choose the country from the list")]
    [InlineData("Input.Topics", "nonsense", "Choose the topics from the list")]
    [InlineData("Input.BirthYear", "74", "Write the year of birth with four digits")]
    [InlineData("Input.Claimed", "100", "Choose the currency of the sums")]
    [InlineData("Input.Claimed", "-5", "Write a sum in figures, like 45000 or 45 000,50.")]
    [InlineData("Input.Currency", "ZZZ", "Choose the currency from the list")]
    public async Task What_cannot_be_is_refused_beside_its_field(string field, string value, string error)
    {
        using var browser = await office.SignInAsync(office.Supervisor);
        var preview = await steps.PreviewAsync(browser, "15.05.2004;Неверная Роза;;ж;1980;РК;пенсия;;;");
        var path = $"{preview.Path}/rows/1";

        var refused = await (await browser.GetAsync(path)).PressAsync("Save", (field, value));

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Errors.ShouldContain(error);
        Numbers(await browser.GetAsync($"{preview.Path}/rows?which=doubtful")).ShouldBe(["Row 2"]);
    }

    [Fact]
    public async Task What_is_no_row_to_correct_or_not_hers_is_not_found()
    {
        using var browser = await office.SignInAsync(office.Supervisor);
        var preview = await steps.PreviewAsync(browser, "15.05.2003;Чужая Роза;;ж;1980;РК;пенсия;;;", "ИТОГО;;;;;;;;;");
        foreach (var row in new[] { "-1", "0", "2", "99" }) (await browser.GetAsync($"{preview.Path}/rows/{row}")).Status.ShouldBe(HttpStatusCode.NotFound, row);
        (await browser.PostAsync($"{preview.Path}/rows/2?handler=Confirm", ("Revision", "0"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync($"/registers/{Guid.CreateVersion7()}/rows/1")).Status.ShouldBe(HttpStatusCode.NotFound);
        foreach (var member in new[] { office.FrontDesk, office.Analyst, office.OtherTeam, office.ProtectionSupervisor, office.Elsewhere })
        {
            using var stranger = await office.SignInAsync(member);
            (await stranger.GetAsync($"{preview.Path}/rows/1")).Status.ShouldBe(HttpStatusCode.NotFound, member.SignInName);
            foreach (var handler in new[] { string.Empty, "?handler=Confirm" })
                (await stranger.PostAsync($"{preview.Path}/rows/1{handler}", ("Revision", "0"), ("Input.Country", "TR"))).Status.ShouldBe(HttpStatusCode.NotFound, member.SignInName);
        }

        Numbers(await browser.GetAsync($"{preview.Path}/rows?which=doubtful")).ShouldBe(["Row 2"]);
    }

    private static Task<TestPage> FormAsync(TestBrowser browser, TestPage preview, int row) => browser.GetAsync($"{preview.Path}/rows/{row}?which=doubtful&p=1");

    private static List<string> Numbers(TestPage rows) => [.. rows.Document.QuerySelectorAll(".t-register-row h2").Select(h => h.TextContent.Split(':')[0].Trim())];

    private static async Task<TestPage> DetailsAsync(TestBrowser browser, int year, string? name = null)
    {
        var list = await browser.GetAsync($"/consultations?From.Day=1&From.Month=1&From.Year={year}&To.Day=31&To.Month=12&To.Year={year}");
        var line = list.Document.QuerySelectorAll("main tbody tr").First(row => name is null || row.TextContent.Contains(name, StringComparison.Ordinal));
        return await browser.GetAsync(line.QuerySelector("a[href^='/consultations/']")!.GetAttribute("href")!);
    }
}
