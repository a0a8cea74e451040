using System.Text.RegularExpressions;
using Turna.Testing;

namespace Turna.PageTests.Importing;

/// <summary>What became of a register is told in the language of whoever brings it in, codes included; programs get the codes.</summary>
public sealed partial class Register_language_pages(TestOffice office) : IClassFixture<TestOffice>
{
    [Fact]
    public async Task The_report_is_in_her_language_and_programs_keep_the_codes()
    {
        var steps = new Register_steps(office);
        using var browser = await office.SignInAsync(office.Supervisor);
        var preview = await steps.PreviewAsync(
            browser, "15.05.2013;Языкова Роза;;;35;РК;зарплата выплачена;=90000 som;;", ";;;;;;что-то;;;", "ИТОГО;;;;;;;;;", "16.05.2013;Языкова Асель;;ж;1990;Россия;избил муж;;;");
        var come = await steps.BringInAsync(browser, preview.Path);
        await browser.PostAsync("/language", ("language", "ru"), ("return", "/work"));

        var csv = await browser.Client.GetStringAsync(new Uri($"{come.Path}/report.csv", UriKind.Relative), TestContext.Current.CancellationToken);
        var json = await browser.Client.GetStringAsync(new Uri($"{come.Path}/report.json", UriKind.Relative), TestContext.Current.CancellationToken);
        await browser.PostAsync("/language", ("language", "en"), ("return", "/work"));

        csv.ShouldContain("Внесено;");
        csv.ShouldContain(";женский;");
        csv.ShouldContain(";Россия;");
        csv.ShouldContain(";Да;");
        var own = Kept().Replace(csv, string.Empty);
        Latin().Matches(own).Select(m => m.Value).ShouldBeEmpty(own);
        json.ShouldContain("\"country\":\"RU\"");
        json.ShouldContain("\"sex\":\"F\"");
        json.ShouldContain("\"status\":\"doubtful\"");
        json.ShouldContain("read as wages");
    }

    [Fact]
    public async Task A_column_of_ticks_says_that_its_ticks_are_a_topic()
    {
        var steps = new Register_steps(office, "Дата;ФИО;Страна;Зарплата;Документы;Чай;Примечание");
        using var browser = await office.SignInAsync(office.Supervisor);

        var columns = await steps.ColumnsAsync(browser, "15.05.2012;Галочкина Роза;Россия;+;;да;", "16.05.2012;Галочкина Айнура;Россия;;x;+;+");

        var said = columns.Document.QuerySelectorAll(".t-column").ToDictionary(c => c.QuerySelector("label")!.TextContent.Trim(), c => c.TextContent);
        said["Зарплата"].ShouldContain("a tick in this column is read as the topic “Unpaid or late wages”");
        said["Документы"].ShouldContain("Ticks:");
        said["Чай"].ShouldNotContain("Ticks:");
        said["Примечание"].ShouldNotContain("Ticks:");
        var preview = await steps.FinishAsync(browser, await columns.PressAsync("Read the rows"));
        (await browser.GetAsync($"{preview.Path}/rows?which=doubtful")).Text.ShouldContain("Unpaid or late wages");
    }

    // Ids, keys of people, currencies by their ISO codes, and what was written in the file.
    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}|;p[0-9]+;|;[A-Z]{3};|«[^«»]*»|\\bsom\\b")]
    private static partial Regex Kept();

    [GeneratedRegex("[A-Za-z]{2,}")]
    private static partial Regex Latin();
}
