using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Turna.Cases.BringingIn;
using Turna.Testing;

namespace Turna.PageTests.Importing;

/// <summary>After midnight of the office its new day has come, whatever day it is in Greenwich.</summary>
public sealed class Register_day_pages(TestOffice office) : IClassFixture<TestOffice>
{
    private const string Register = "Дата обращения;ФИО;Телефон;Пол;Год рождения;Страна;Вопрос;Примечание\nпозже;Ночная Нурия;;ж;1988;Россия;пенсия;\n15.05.2023;Дневная Роза;;ж;1988;Россия;пенсия;\n";

    [Fact]
    public async Task Rows_without_a_day_can_be_given_the_day_that_has_begun_at_the_office_and_not_the_next()
    {
        var night = office.Clock.GetUtcNow();
        office.Clock.Pass(new DateTimeOffset(night.Year, night.Month, night.Day, 20, 5, 0, TimeSpan.Zero).AddDays(night.Hour < 20 ? 0 : 1) - night);
        var browser = await office.SignInAsync(office.Supervisor);
        var columns = await (await browser.GetAsync("/registers/new")).UploadAsync("Upload", "register.csv", Encoding.UTF8.GetBytes(Register));
        var read = await columns.PressAsync("Read the rows");
        var path = string.Join('/', read.Path.Split('?')[0].Split('/').Take(3));
        await office.Services.GetRequiredService<ImportRunner>().FinishedAsync(Guid.Parse(path.Split('/')[2]));
        var today = DateOnly.FromDateTime(office.Clock.GetUtcNow().UtcDateTime.AddHours(6));

        (await browser.GetAsync(path)).Text.ShouldContain("Consultations to enter: 1.");
        (await GiveAsync(browser, path, today)).Status.ShouldBe(HttpStatusCode.Redirect);
        var given = await browser.GetAsync(path);
        given.Text.ShouldContain("Consultations to enter: 2.");
        given.Text.ShouldContain($"Of these, without a day 1, entered under {Turna.Design.Language.English.Date(today)}");
        given.Text.ShouldContain("They are entered under");
        (await GiveAsync(browser, path, today.AddDays(1))).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static Task<TestPage> GiveAsync(TestBrowser browser, string path, DateOnly day) => browser.PostAsync(
        $"{path}?handler=Day", ("Dayless.Day", $"{day.Day}"), ("Dayless.Month", $"{day.Month}"), ("Dayless.Year", $"{day.Year}"));
}
