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
    }

    private async Task<TaskId> CallBackAsync(PersonId person, TestMember by, TeamId team, TestMember to)
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
