using Turna.Cases.Consulting;
using Turna.Cases.Contracts;
using Turna.Cases.Keeping;
using Turna.Cases.Opening;
using Turna.Cases.Working;
using Turna.PageTests.People;
using Turna.Testing;

namespace Turna.PageTests.Cases;

/// <summary>Handing everything over is said before, after, and to whoever gets it.</summary>
public sealed class Handing_over_pages(TestOffice office) : IClassFixture<TestOffice>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task How_much_goes_is_said_before_and_after_and_the_receiver_is_told_from_whom_for_a_week()
    {
        await WorkAsync();
        using var supervisor = await office.SignInAsync(office.Supervisor);
        var before = await supervisor.GetAsync($"/handover/{office.LegalTeam}/{office.Colleague.Id}");
        before.Text.ShouldContain("Team Legal team Open cases 2 Tasks 1 Calls back 1");

        var after = await before.PressAsync("Hand over", ("Input.To", office.Caseworker.Id.ToString()));

        after.Path.ShouldStartWith("/work?to=");
        after.Text.ShouldContain($"To {office.Caseworker.Name} went: 2 open cases, one task, one call back.");
        using var receiver = await office.SignInAsync(office.Caseworker);
        (await receiver.GetAsync("/work")).Text.ShouldContain($"2 cases have come to you from {office.Colleague.Name}.");
        office.Clock.Pass(TimeSpan.FromDays(8));
        using var later = await office.SignInAsync(office.Caseworker);
        (await later.GetAsync("/work")).Text.ShouldNotContain("have come to you");
    }

    private async Task WorkAsync()
    {
        var person = await office.RegisterAsync(Persons.Somebody("Өткөрмөева"), office.Colleague);
        await using var hers = await office.AsAsync(office.Colleague);
        var today = DateOnly.FromDateTime(office.Clock.GetUtcNow().UtcDateTime);
        for (var i = 0; i < 2; i++)
        {
            var opened = await hers.Get<OpenCase>().HandleAsync(
                new OpenCase.Input { Id = CaseId.New(), Person = person, Team = office.LegalTeam, Type = CaseType.Pension, Reason = "Years of service." }, hers.Actor, Cancel);
            opened.Error.ShouldBeNull();
            if (i == 0) (await hers.Get<MakeTask>().HandleAsync(new MakeTask.Input(TaskId.New(), opened.Value, "Write to the fund", today.AddDays(20), null), hers.Actor, Cancel)).Error.ShouldBeNull();
        }

        (await hers.Get<LogConsultation>().HandleAsync(
            new LogConsultation.Input
            {
                Id = ConsultationId.New(), Team = office.LegalTeam, Person = person, Channel = "phone", Language = "ky", Topics = ["wages"], Country = "RU", Next = NextStep.CallBack, CallBackOn = today.AddDays(20),
            },
            hers.Actor, Cancel)).Error.ShouldBeNull();
    }
}
