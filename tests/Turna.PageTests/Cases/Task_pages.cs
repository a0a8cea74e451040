using System.Net;
using Microsoft.EntityFrameworkCore;
using Turna.Cases.Consulting;
using Turna.Cases.Contracts;
using Turna.Cases.Keeping;
using Turna.Data;
using Turna.Kernel;
using Turna.PageTests.People;
using Turna.People.Contracts;
using Turna.Testing;

namespace Turna.PageTests.Cases;

/// <summary>The page of a task: whom to call back stands there, and how she may be reached before where.</summary>
public sealed class Task_pages(TestOffice office) : IClassFixture<TestOffice>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task To_call_back_says_how_she_may_be_reached_before_the_number()
    {
        var person = await office.RegisterAsync(Persons.Somebody("Звонкова") with { Phones = [new NewPhone("0555 010 299", PhoneOwner.Husband)], SafeContact = new SafeContact { From = new TimeOnly(18, 0) } });
        using var browser = await office.SignInAsync(office.Caseworker);

        var page = await browser.GetAsync($"/tasks/{await CallBackAsync(person, office.Supervisor, office.LegalTeam, office.Caseworker)}");

        page.Text.ShouldContain("Звонкова");
        page.Text.IndexOf("Call only after 18:00.", StringComparison.Ordinal).ShouldBeInRange(0, page.Text.IndexOf("+996555010299", StringComparison.Ordinal));
        page.Text.ShouldContain("+996555010299 (her husband’s)");
        page.Document.Title!.ShouldNotContain("Звонкова");
    }

    [Fact]
    public async Task Whom_the_reader_may_not_open_it_does_not_name()
    {
        var person = await office.RegisterAsync(
            Persons.Somebody("Тайникова") with { Phones = [new NewPhone("0555 010 298", PhoneOwner.Herself)], Sensitivity = PersonSensitivity.Restricted, Team = office.ProtectionTeam });
        using var browser = await office.SignInAsync(office.OtherTeam);

        var page = await browser.GetAsync($"/tasks/{await CallBackAsync(person, office.ProtectionSupervisor, office.ProtectionTeam, office.OtherTeam)}");

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldNotContain("Тайникова");
        page.Text.ShouldNotContain("+996555010298");
        page.Text.ShouldContain("A person you may not open");
    }

    [Fact]
    public async Task Once_it_is_done_nobody_is_opened_for_it()
    {
        var person = await office.RegisterAsync(Persons.Somebody("Отзвонкова") with { Phones = [new NewPhone("0555 010 297", PhoneOwner.Herself)] });
        using var browser = await office.SignInAsync(office.Caseworker);
        var page = await browser.GetAsync($"/tasks/{await CallBackAsync(person, office.Supervisor, office.LegalTeam, office.Caseworker)}");
        page.Text.ShouldContain("+996555010297");

        await page.PressAsync("Done");

        var done = await browser.GetAsync(page.Path);
        done.Text.ShouldContain("Done");
        done.Text.ShouldNotContain("+996555010297");
        done.Text.ShouldNotContain("A person you may not open");
    }

    [Fact]
    public async Task Of_an_anonymous_caller_it_names_nobody()
    {
        using var browser = await office.SignInAsync(office.Caseworker);

        var page = await browser.GetAsync($"/tasks/{await CallBackAsync(null, office.Supervisor, office.LegalTeam, office.Caseworker)}");

        page.Text.ShouldContain("Open its consultation");
        page.Text.ShouldNotContain("A person you may not open");
    }

    [Fact]
    public async Task A_task_of_a_case_says_whom_it_concerns_and_a_protected_case_hides_it()
    {
        var person = await office.RegisterAsync(Persons.Somebody("Делова") with { Phones = [new NewPhone("0555 010 296", PhoneOwner.Herself)] }, office.Protection);
        using var browser = await office.SignInAsync(office.Protection);
        var standard = await TaskOfCaseAsync(browser, person, ("Input.Sensitivity", "Standard"));
        var hidden = await TaskOfCaseAsync(browser, person, ("Input.Sensitivity", "Protected"), ("Input.Named", office.ProtectionColleague.Id.ToString()));

        (await browser.GetAsync(standard)).Text.ShouldContain("+996555010296");
        using var supervisor = await office.SignInAsync(office.ProtectionSupervisor);
        (await supervisor.GetAsync(standard)).Text.ShouldContain("Делова");
        (await supervisor.GetAsync(hidden)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<string> TaskOfCaseAsync(TestBrowser browser, PersonId person, params (string, string)[] fields)
    {
        var matter = await (await browser.GetAsync($"/cases/new?person={person}")).PressAsync(
            "Open the case", [.. fields, ("Input.Type", "UnpaidWages"), ("Input.Reason", "Two months.")]);
        var due = office.Clock.GetUtcNow().AddDays(3);
        var page = await matter.PressAsync("Add the task", ("Task.Text", "Write"), ("Task.DueOn.Day", $"{due.Day}"), ("Task.DueOn.Month", $"{due.Month}"), ("Task.DueOn.Year", $"{due.Year}"));
        return page.Document.QuerySelectorAll("a[href^='/tasks/'], form[action^='/tasks/']").Select(e => e.GetAttribute("href") ?? e.GetAttribute("action")!).First().Split('?')[0];
    }

    private async Task<TaskId> CallBackAsync(PersonId? person, TestMember by, TeamId team, TestMember to)
    {
        await using var scope = await office.AsAsync(by);
        var logged = await scope.Get<LogConsultation>().HandleAsync(
            new LogConsultation.Input
            {
                Id = ConsultationId.New(), Team = team, Person = person, Channel = "phone", Language = "ky", Topics = ["wages"], Advice = "Wait.", Country = "RU",
                Next = NextStep.CallBack, CallBackOn = DateOnly.FromDateTime(office.Clock.GetUtcNow().UtcDateTime).AddDays(1), CallBackBy = to.Id,
            },
            scope.Actor, Cancel);
        logged.Error.ShouldBeNull();
        return await scope.Get<TurnaDb>().Set<WorkTask>().Where(t => t.Consultation == logged.Value).Select(t => t.Id).SingleAsync(Cancel);
    }
}
