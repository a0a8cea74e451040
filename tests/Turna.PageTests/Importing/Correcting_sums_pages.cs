using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Turna.Cases.BringingIn;
using Turna.Testing;

namespace Turna.PageTests.Importing;

/// <summary>What a register told of sums and was read wrongly is corrected like the rest, and the reports count what is true.</summary>
public sealed class Correcting_sums_pages(TestOffice office) : IClassFixture<TestOffice>
{
    private const string Headings = "Дата обращения;ФИО;Телефон;Страна;Вопрос;Сумма долга;Возвращено";

    [Fact]
    public async Task A_sum_that_was_read_wrongly_is_corrected_and_the_report_follows()
    {
        using var browser = await office.SignInAsync(office.Supervisor);
        var address = await BringInAsync(browser, "15.05.2019;Суммабаева Роза;+996555910077;Россия;не выплатили зарплату;50000 руб;5000 руб");
        var before = await browser.GetAsync(address);
        before.Text.ShouldContain("Sum recovered 5,000 RUB");
        var form = await browser.GetAsync($"{address}/correct");

        var corrected = await form.PressAsync("Save", ("Input.Claimed", "150 000"), ("Input.Recovered", "7 500"), ("Input.Currency", "KGS"));

        corrected.Path.ShouldBe($"{address}?corrected=1");
        corrected.Text.ShouldContain("Sum claimed 150,000 KGS");
        corrected.Text.ShouldContain("Sum recovered 7,500 KGS");
        // A caseworker sees her team's exact figures.
        using var caseworker = await office.SignInAsync(office.Caseworker);
        var report = await caseworker.GetAsync("/reports?period=2019&handler=File&format=csv");
        report.Html.ShouldContain("\"Recovered in closed cases and registers, KGS\",7500");
        report.Html.ShouldNotContain("RUB");
    }

    [Fact]
    public async Task A_sum_needs_its_currency()
    {
        using var browser = await office.SignInAsync(office.Supervisor);
        var address = await BringInAsync(browser, "16.05.2018;Валютаева Айна;+996555910078;Россия;не выплатили зарплату;40000 руб;");
        var form = await browser.GetAsync($"{address}/correct");

        var refused = await form.PressAsync("Save", ("Input.Claimed", "45000"), ("Input.Currency", ""));
        var unread = await form.PressAsync("Save", ("Input.Claimed", "many"));

        (refused.Status, unread.Status).ShouldBe((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest));
        refused.Errors.ShouldBe(["Choose the currency of the sums"]);
        unread.Html.ShouldContain("many");
        (await form.PressAsync("Save", ("Input.Claimed", ""), ("Input.Currency", ""))).Text.ShouldNotContain("Sum claimed");
    }

    [Fact]
    public async Task A_consultation_that_no_register_brought_has_no_sums()
    {
        using var browser = await office.SignInAsync(office.Supervisor);
        var saved = await (await browser.GetAsync("/consultations/new")).PressAsync("Save", ("Input.Caller", "Anonymous"), ("Input.Topics", "health"));

        (await browser.GetAsync($"{saved.Path.Split('?')[0]}/correct")).Document.QuerySelector("[name='Input.Claimed']").ShouldBeNull();
    }

    private async Task<string> BringInAsync(TestBrowser browser, string row)
    {
        var columns = await (await browser.GetAsync("/registers/new")).UploadAsync("Upload", "register.csv", Encoding.UTF8.GetBytes($"{Headings}\n{row}\n"));
        var path = string.Join('/', columns.Path.Split('?')[0].Split('/').Take(3));
        await columns.PressAsync("Read the rows");
        await office.Services.GetRequiredService<ImportRunner>().FinishedAsync(Guid.Parse(path.Split('/')[2]));
        await (await browser.GetAsync(path)).PressAsync("Bring it in");
        await office.Services.GetRequiredService<ImportRunner>().FinishedAsync(Guid.Parse(path.Split('/')[2]));
        var year = row.Split(';')[0].Split('.')[2];
        var list = await browser.GetAsync($"/consultations?From.Day=1&From.Month=1&From.Year={year}&To.Day=31&To.Month=12&To.Year={year}");
        return list.Document.QuerySelector("main tbody a[href^='/consultations/']")!.GetAttribute("href")!;
    }
}
