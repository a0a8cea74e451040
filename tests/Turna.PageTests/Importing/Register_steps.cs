using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Turna.Cases.BringingIn;
using Turna.Testing;

namespace Turna.PageTests.Importing;

/// <summary>The steps of a register from its upload to its preview, as a member takes them in the browser.</summary>
internal sealed class Register_steps(TestOffice office, string headings = Register_steps.Usual)
{
    public const string Usual = "Дата обращения;ФИО;Телефон;Пол;Год рождения;Страна;Вопрос;Сумма долга;Возвращено;Примечание";

    public Task<TestPage> ColumnsAsync(TestBrowser browser, params string[] rows) => UploadAsync(browser, $"{headings}\n{string.Join('\n', rows)}\n");

    public async Task<TestPage> PreviewAsync(TestBrowser browser, params string[] rows) =>
        await FinishAsync(browser, await (await ColumnsAsync(browser, rows)).PressAsync("Read the rows"));

    public async Task<TestPage> BringInAsync(TestBrowser browser, string preview) =>
        await FinishAsync(browser, await (await browser.GetAsync(preview)).PressAsync("Bring it in"));

    /// <summary>Waits until what is at work on the register of this page is at its end, and shows it again.</summary>
    public async Task<TestPage> FinishAsync(TestBrowser browser, TestPage page)
    {
        var id = page.Path.Split('?')[0].Split('/')[2];
        await office.Services.GetRequiredService<ImportRunner>().FinishedAsync(Guid.Parse(id));
        return await browser.GetAsync($"/registers/{id}");
    }

    private static async Task<TestPage> UploadAsync(TestBrowser browser, string content) =>
        await (await browser.GetAsync("/registers/new")).UploadAsync("Upload", "register.csv", Encoding.UTF8.GetBytes(content));
}
