using Microsoft.EntityFrameworkCore;
using Turna.Cases.Consulting;
using Turna.Cases.Contracts;
using Turna.Cases.Keeping;
using Turna.Cases.MyWork;
using Turna.Cases.Opening;
using Turna.Cases.Working;
using Turna.Data;
using Turna.Kernel;
using Turna.Members.Administering;
using Turna.Members.Custody;
using Turna.Members.Keeping;
using Turna.People.Contracts;
using Turna.People.Keeping;
using Turna.People.Registering;
using Turna.People.Restricting;
using Turna.People.Rights;
using Turna.Testing;
using Turna.Vault;

namespace Turna.DataTests.Cases;

/// <summary>What one team knows does not come to those of another, or of fewer rights, by a way around.</summary>
public abstract class Walls_within_an_office(TestOffice office)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_takes_a_person_from_another_team_cannot_erase_her()
    {
        var person = await RegisterAsync("Кудайбергенова Зулайка");
        await using (var taker = await office.AsAsync(office.Protection))
        {
            (await taker.Get<SetAccess>().HandleAsync(person, PersonSensitivity.Standard, office.ProtectionTeam, Taker, Cancel)).Error.ShouldBeNull();
            (await taker.Get<ErasePerson>().HandleAsync(person, ErasureReason.SheAsked, sure: true, Taker, Cancel)).Error.ShouldBe(Error.NotFound);
            (await taker.Get<SetAccess>().HandleAsync(person, PersonSensitivity.Restricted, office.ProtectionTeam, Taker, Cancel)).Error.ShouldBeNull();
        }

        await using (var taker = await office.AsAsync(office.Protection))
        {
            (await taker.Get<ErasePerson>().HandleAsync(person, ErasureReason.SheAsked, sure: true, Taker, Cancel)).Error.ShouldBe(Error.NotFound);
            (await taker.Get<SetAccess>().HandleAsync(person, PersonSensitivity.Standard, null, Taker, Cancel)).Error.ShouldBeNull();
        }

        await using var hers = await office.AsAsync(office.Supervisor);
        (await hers.Get<TurnaDb>().Set<Person>().AsNoTracking().SingleAsync(p => p.Id == person, Cancel)).Team.ShouldBe(office.LegalTeam);
        (await hers.Get<ErasePerson>().HandleAsync(person, ErasureReason.SheAsked, sure: true, hers.Actor, Cancel)).Error.ShouldBeNull();
    }

    [Fact]
    public async Task A_register_is_told_of_nobody_restricted_whoever_has_it_read()
    {
        var person = await RegisterAsync("Токтосунова Зулайка");
        var asked = new NewPerson { WholeName = "Токтосунова Зулайка", Born = PartialDate.Of(1991) };
        await using (var taker = await office.AsAsync(office.Protection))
        {
            (await taker.Get<LikelyPeople>().FindAsync([asked], Taker, Cancel))[0].Select(p => p.Id).ShouldContain(person);
            (await taker.Get<SetAccess>().HandleAsync(person, PersonSensitivity.Restricted, office.ProtectionTeam, Taker, Cancel)).Error.ShouldBeNull();
        }

        await using var again = await office.AsAsync(office.Protection);
        (await again.Get<PersonCards>().OpenAsync(person, "test", Taker, Cancel)).ShouldNotBeNull();
        (await again.Get<LikelyPeople>().FindAsync([asked], Taker, Cancel))[0].Select(p => p.Id).ShouldNotContain(person);
    }

    [Fact]
    public async Task A_task_of_a_case_she_may_not_know_of_names_nobody()
    {
        var matter = await OpenCaseAsync(await RegisterAsync("Мамат кызы Кундуз"), null, office.Caseworker, office.LegalTeam);
        await MakeTaskAsync(matter, office.FrontDesk);

        await using (var desk = await office.AsAsync(office.FrontDesk))
            (await desk.Get<ShowWork>().HandleAsync(desk.Actor, Cancel)).Now.Single(t => t.Case == matter).Person.ShouldBeNull();

        await MakeTaskAsync(matter, office.Colleague);
        await using var colleague = await office.AsAsync(office.Colleague);
        (await colleague.Get<ShowWork>().HandleAsync(colleague.Actor, Cancel)).Now.Single(t => t.Case == matter).Person.ShouldBe("Мамат кызы Кундуз");
    }

    [Fact]
    public async Task Work_of_somebody_who_is_of_the_team_no_more_stays_in_sight()
    {
        var matter = await OpenCaseAsync(await RegisterAsync("Осмонова Чынара"), null, office.Caseworker, office.LegalTeam);
        await MakeTaskAsync(matter, office.Colleague);
        await using (var administrator = await office.AsAsync(office.Administrator))
        {
            var role = await administrator.Get<TurnaDb>().Set<Membership>().Where(m => m.Member == office.Colleague.Id).Select(m => m.Id).SingleAsync(Cancel);
            (await administrator.Get<TakeRole>().HandleAsync(office.Colleague.Id, role, administrator.Actor, Cancel)).Error.ShouldBeNull();
        }

        await using (var supervisor = await office.AsAsync(office.Supervisor))
            (await supervisor.Get<ShowWork>().HandleAsync(supervisor.Actor, Cancel)).Team.ShouldContain(l => l.Member == office.Colleague.Id && l.DueThisWeek > 0);

        await using var giving = await office.AsAsync(office.Administrator);
        (await giving.Get<GiveRole>().HandleAsync(office.Colleague.Id, new GiveRole.Input(Role.Caseworker, office.LegalTeam.Value), giving.Actor, Cancel)).Error.ShouldBeNull();
        await AdmitAsync(office.Colleague, CircleId.Of(office.LegalTeam), CircleId.Of(office.Organisation));
    }

    [Fact]
    public async Task What_was_said_in_another_team_is_not_read_in_the_case_that_began_with_it()
    {
        var person = await RegisterAsync("Бакирова Айжамал");
        ConsultationId said;
        await using (var hers = await office.AsAsync(office.Protection))
        {
            var input = new LogConsultation.Input
            {
                Id = ConsultationId.New(), Team = office.ProtectionTeam, Person = person, Channel = "phone", Country = "RU", Topics = ["gbv"], Minutes = 10, Advice = "Said in confidence.",
            };
            said = (await hers.Get<LogConsultation>().HandleAsync(input, hers.Actor, Cancel)).Value;
        }

        await using (var administrator = await office.AsAsync(office.Administrator))
        {
            foreach (var member in new[] { office.Protection, office.OtherTeam })
                (await administrator.Get<GiveRole>().HandleAsync(member.Id, new GiveRole.Input(Role.Caseworker, office.LegalTeam.Value), administrator.Actor, Cancel)).Error.ShouldBeNull();
        }

        await AdmitAsync(office.Protection, CircleId.Of(office.LegalTeam));
        await AdmitAsync(office.OtherTeam, CircleId.Of(office.LegalTeam));
        var matter = await OpenCaseAsync(null, said, office.Protection, office.LegalTeam);

        (await AdviceAsync(matter, Role.Caseworker)).ShouldBe(["Said in confidence."]);
        (await AdviceAsync(matter, Role.FrontDesk)).ShouldBeEmpty();
    }

    /// <summary>Protection staff and supervisor of another team than that of the people here.</summary>
    private Actor Taker => new(office.Protection.Id, office.Organisation, [new RoleGrant(Role.Protection, office.ProtectionTeam), new RoleGrant(Role.Supervisor, office.ProtectionTeam)]);

    /// <summary>What a caseworker of the case's team reads in it of consultations, who has another role in the other team.</summary>
    private async Task<IReadOnlyList<string?>> AdviceAsync(CaseId matter, Role inTheOther)
    {
        await using var reader = await office.AsAsync(office.OtherTeam);
        var actor = new Actor(office.OtherTeam.Id, office.Organisation, [new RoleGrant(Role.Caseworker, office.LegalTeam), new RoleGrant(inTheOther, office.ProtectionTeam)]);
        return [.. (await reader.Get<ShowCase>().HandleAsync(matter, actor, Cancel)).Value.Timeline.Where(h => h.Consultation is not null).Select(h => h.Text)];
    }

    private async Task<PersonId> RegisterAsync(string name)
    {
        await using var hers = await office.AsAsync(office.Caseworker);
        var person = new NewPerson { WholeName = name, Born = PartialDate.Of(1991), Team = office.LegalTeam, Consents = [ConsentPurpose.Service] };
        return (await hers.Get<RegisterPerson>().HandleAsync(person, [], hers.Actor, Cancel)).Value;
    }

    private async Task<CaseId> OpenCaseAsync(PersonId? person, ConsultationId? consultation, TestMember by, TeamId team)
    {
        await using var hers = await office.AsAsync(by);
        var actor = new Actor(by.Id, office.Organisation, [.. hers.Actor.Grants, new RoleGrant(Role.Caseworker, team)]);
        var input = new OpenCase.Input { Id = CaseId.New(), Person = person, Consultation = consultation, Team = team, Type = CaseType.UnpaidWages, Reason = "No pay." };
        var opened = await hers.Get<OpenCase>().HandleAsync(input, actor, Cancel);
        opened.Error.ShouldBeNull();
        return opened.Value;
    }

    private async Task MakeTaskAsync(CaseId matter, TestMember assignee)
    {
        await using var hers = await office.AsAsync(office.Caseworker);
        var today = DateOnly.FromDateTime(office.Clock.GetUtcNow().UtcDateTime.AddHours(6));
        (await hers.Get<MakeTask>().HandleAsync(new MakeTask.Input(TaskId.New(), matter, "Call the court.", today, assignee.Id), hers.Actor, Cancel)).Error.ShouldBeNull();
    }

    private async Task AdmitAsync(TestMember newcomer, params CircleId[] circles)
    {
        await using var holder = await office.AsAsync(office.Caseworker);
        foreach (var circle in circles) (await holder.Get<AdmitNewcomer>().HandleAsync(new AdmitNewcomer.Input(circle.Value, newcomer.Id.Value), holder.Actor, Cancel)).Error.ShouldBeNull();
    }
}

public sealed class Walls_within_an_office_on_sqlite(TestOffice office) : Walls_within_an_office(office), IClassFixture<TestOffice>;

public sealed class Walls_within_an_office_on_postgres(PostgresOffice office) : Walls_within_an_office(office), IClassFixture<PostgresOffice>;
