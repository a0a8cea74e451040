using Turna.Cases.Consulting;
using Turna.Cases.Contracts;
using Turna.Cases.Keeping;
using Turna.Cases.Opening;
using Turna.Cases.Working;
using Turna.Kernel;
using Turna.PageTests.People;
using Turna.Testing;

namespace Turna.PageTests.Cases;

/// <summary>A day with more than a page holds: nothing is left out silently, and the page passes a bad line.</summary>
public sealed class Work_pages(TestOffice office) : IClassFixture<TestOffice>
{
    private const int Shown = 15;
    private const int MostBytes = 40 * 1024;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_hard_day_tells_what_it_does_not_show()
    {
        await FillAsync();
        var browser = await office.SignInAsync(office.Supervisor);
        foreach (var language in new[] { "en", "ky", "uz", "ru" })
        {
            await browser.PostAsync("/language", ("language", language), ("return", "/work"));
            var page = await browser.GetAsync("/work");
            page.Document.DocumentElement.GetAttribute("lang").ShouldBe(language);
            page.Document.QuerySelectorAll(".t-alarm .t-work__item").Length.ShouldBe(Shown);
            page.Document.QuerySelectorAll("form .t-work__item").Length.ShouldBe(Shown);
            page.Document.QuerySelector(".t-alarm a[href='/cases?which=team']").ShouldNotBeNull();
            System.Text.Encoding.UTF8.GetByteCount(page.Html).ShouldBeLessThan(MostBytes, language);
        }

        await browser.PostAsync("/language", ("language", "en"), ("return", "/work"));
        var english = await browser.GetAsync("/work");
        english.Text.ShouldContain("2 more people are in danger: see all open cases.");
        english.Text.ShouldContain("3 more tasks follow when these are done.");
    }

    [Fact]
    public async Task Nothing_is_called_calm_under_somebody_in_danger()
    {
        const string Calm = "Nothing is due. New tasks appear here by themselves.";
        var person = await office.RegisterAsync(Persons.Somebody("Тынчтыкова"), office.ProtectionSupervisor);
        var browser = await office.SignInAsync(office.ProtectionSupervisor);
        (await browser.GetAsync("/work")).Document.QuerySelector(".t-finding")!.TextContent.Trim().ShouldBe(Calm);
        await using var hers = await office.AsAsync(office.ProtectionSupervisor);
        var opened = await hers.Get<OpenCase>().HandleAsync(
            new OpenCase.Input { Id = CaseId.New(), Person = person, Team = office.ProtectionTeam, Type = CaseType.UnpaidWages, Reason = "Two months without pay." }, hers.Actor, Cancel);
        (await hers.Get<MarkDanger>().HandleAsync(new MarkDanger.Input(opened.Value, InDanger: true, HoursSinceIncident: null), hers.Actor, Cancel)).Error.ShouldBeNull();

        var page = await browser.GetAsync("/work");

        page.Document.QuerySelector(".t-alarm").ShouldNotBeNull();
        page.Document.QuerySelector(".t-finding").ShouldBeNull();
        page.Text.ShouldNotContain(Calm);
        page.Text.ShouldContain("No task of your own is due.");
    }

    [Fact]
    public async Task Whoever_has_nothing_overdue_has_none_of_it()
    {
        var person = await office.RegisterAsync(Persons.Somebody("Нөлбаева"), office.ProtectionSupervisor);
        await using var hers = await office.AsAsync(office.ProtectionSupervisor);
        (await hers.Get<OpenCase>().HandleAsync(
            new OpenCase.Input { Id = CaseId.New(), Person = person, Team = office.ProtectionTeam, Type = CaseType.Pension, Reason = "Years of service." }, hers.Actor, Cancel)).Error.ShouldBeNull();

        var page = await (await office.SignInAsync(office.ProtectionSupervisor)).GetAsync("/work");

        page.Document.QuerySelectorAll("tbody td.n").Take(2).Select(cell => cell.TextContent.Trim()).ShouldBe(["0", "0"]);
    }

    private async Task FillAsync()
    {
        var person = await office.RegisterAsync(Persons.Somebody("Абдыкадырова"), office.Supervisor);
        await using var hers = await office.AsAsync(office.Supervisor);
        var today = DateOnly.FromDateTime(office.Clock.GetUtcNow().UtcDateTime);
        for (var i = 0; i < Shown + 2; i++)
        {
            var opened = await hers.Get<OpenCase>().HandleAsync(
                new OpenCase.Input { Id = CaseId.New(), Person = person, Team = office.LegalTeam, Type = CaseType.UnpaidWages, Reason = "Two months without pay." }, hers.Actor, Cancel);
            (await hers.Get<MarkDanger>().HandleAsync(new MarkDanger.Input(opened.Value, InDanger: true, HoursSinceIncident: i), hers.Actor, Cancel)).Error.ShouldBeNull();
        }

        for (var i = 0; i < Shown + 3; i++)
        {
            var logged = await hers.Get<LogConsultation>().HandleAsync(
                new LogConsultation.Input
                {
                    Id = ConsultationId.New(), Team = office.LegalTeam, Person = person, Channel = "phone", Language = "ky", Topics = ["wages"], Advice = "Wait.", Country = "RU",
                    Next = NextStep.CallBack, CallBackOn = today, CallBackBy = office.Supervisor.Id,
                },
                hers.Actor, Cancel);
            logged.Error.ShouldBeNull();
        }
    }
}
