using Microsoft.EntityFrameworkCore;
using Turna.Cases;
using Turna.Cases.Contracts;
using Turna.Cases.Keeping;
using Turna.Cases.Opening;
using Turna.Cases.Revising;
using Turna.Cases.Working;
using Turna.Data;
using Turna.Evidence.Keeping;
using Turna.Kernel;
using Turna.Kernel.Codes;
using Turna.People.Contracts;
using Turna.People.Registering;
using Turna.Testing;
using Turna.Vault;

namespace Turna.DataTests.Cases;

/// <summary>The key of a case, its names and its facts follow who may know of it, on either database.</summary>
public abstract class Changing_who_knows_of_a_case(TestOffice office)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Its_key_its_names_and_its_facts_go_to_those_named_and_come_back_to_the_team()
    {
        var matter = await OpenAsync();
        await ChangeAsync(office.OtherTeam, matter, Sensitivity.Protected, office.ProtectionSupervisor.Id, office.Protection.Id);
        Guid[] named = [office.ProtectionSupervisor.Id.Value, office.Protection.Id.Value];
        await StandsAsync(matter, named, named, guarded: true);

        await ChangeAsync(office.ProtectionSupervisor, matter, Sensitivity.Standard);

        await StandsAsync(matter, [office.ProtectionTeam.Value], [], guarded: false);
    }

    [Fact]
    public async Task A_service_or_a_task_decided_by_the_case_as_it_was_is_refused_once_the_case_was_protected()
    {
        var matter = await OpenAsync();
        await using var provides = await HoldingAsync(matter);
        await using var makes = await HoldingAsync(matter);
        await ChangeAsync(office.OtherTeam, matter, Sensitivity.Protected, office.ProtectionSupervisor.Id, office.Protection.Id);
        var due = DateOnly.FromDateTime(office.Clock.GetUtcNow().UtcDateTime).AddDays(3);

        var provided = await provides.Get<ProvideService>().HandleAsync(
            new ProvideService.Input(matter, CodeLists.Shipped.Services.Codes[0].Value, null, null, null, null, null), provides.Actor, Cancel);
        var made = await makes.Get<MakeTask>().HandleAsync(new MakeTask.Input(TaskId.New(), matter, "Write to the employer", due, office.OtherTeam.Id), makes.Actor, Cancel);

        provided.Error.ShouldBe(Error.Changed);
        made.Error.ShouldBe(Error.Changed);
    }

    [Fact]
    public async Task Nobody_is_named_in_a_case_that_was_opened_to_the_team_meanwhile()
    {
        var matter = await OpenAsync();
        await ChangeAsync(office.OtherTeam, matter, Sensitivity.Protected, office.ProtectionSupervisor.Id, office.Protection.Id);
        await using var names = await HoldingAsync(matter);
        await ChangeAsync(office.ProtectionSupervisor, matter, Sensitivity.Standard);

        var named = await names.Get<NameColleague>().HandleAsync(new NameColleague.Input(matter, office.ProtectionColleague.Id), names.Actor, Cancel);

        named.Error.ShouldBe(Error.Changed);
        await StandsAsync(matter, [office.ProtectionTeam.Value], [], guarded: false);
    }

    [Fact]
    public async Task What_is_shown_after_a_lost_race_is_what_stands()
    {
        var matter = await OpenAsync();
        await using var late = await HoldingAsync(matter);
        await using (var first = await office.AsAsync(office.OtherTeam))
            (await first.Get<CorrectStory>().HandleAsync(new CorrectStory.Input(matter, "Four months without pay.", 1), first.Actor, Cancel)).Error.ShouldBeNull();
        (await late.Get<CorrectStory>().HandleAsync(new CorrectStory.Input(matter, "Five months without pay.", 1), late.Actor, Cancel)).Error.ShouldBe(Error.Changed);

        var story = await late.Get<CorrectStory>().ShowAsync(matter, late.Actor, Cancel);

        story.ShouldNotBeNull();
        story.Content.Reason.ShouldBe("Four months without pay.");
        story.Found.Case.ContentRevision.ShouldBe(2);
    }

    [Fact]
    public async Task Who_may_know_is_shown_as_it_stands_after_a_lost_race()
    {
        var matter = await OpenAsync();
        await using var late = await HoldingAsync(matter);
        await ChangeAsync(office.OtherTeam, matter, Sensitivity.Protected, office.ProtectionSupervisor.Id, office.Protection.Id);
        (await late.Get<ChangeReach>().HandleAsync(new ChangeReach.Input(matter, Sensitivity.Standard, Sensitivity.Restricted, [], null, "Violence."), late.Actor, Cancel))
            .Error.ShouldBe(Error.Changed);

        var shown = await late.Get<ChangeReach>().ShowAsync(matter, late.Actor, Cancel);

        shown.ShouldNotBeNull();
        shown.Case.Sensitivity.ShouldBe(Sensitivity.Protected);
        await StandsAsync(
            matter, [office.ProtectionSupervisor.Id.Value, office.Protection.Id.Value], [office.ProtectionSupervisor.Id.Value, office.Protection.Id.Value], guarded: true);
    }

    // As a request of the supervisor that has read the case and has not saved yet.
    private async Task<MemberScope> HoldingAsync(CaseId matter)
    {
        var hers = await office.AsAsync(office.ProtectionSupervisor);
        (await hers.Get<CaseAccess>().FindAsync(matter, hers.Actor, CasesPermissions.Open, Cancel)).ShouldNotBeNull();
        return hers;
    }

    private async Task<CaseId> OpenAsync()
    {
        await using var hers = await office.AsAsync(office.OtherTeam);
        var person = await hers.Get<RegisterPerson>().HandleAsync(new NewPerson { Family = "Кайтпасова", Given = "Айпери" }, [], hers.Actor, Cancel);
        var opened = await hers.Get<OpenCase>().HandleAsync(
            new OpenCase.Input { Id = CaseId.New(), Person = person.Value, Team = office.ProtectionTeam, Type = CaseType.Other, Reason = "Two months without pay." }, hers.Actor, Cancel);
        opened.Error.ShouldBeNull();
        return opened.Value;
    }

    private async Task ChangeAsync(TestMember by, CaseId matter, Sensitivity to, params MemberId[] named)
    {
        await using var hers = await office.AsAsync(by);
        var seen = (await hers.Get<ChangeReach>().ShowAsync(matter, hers.Actor, Cancel))?.Case.Sensitivity;
        var changed = await hers.Get<ChangeReach>().HandleAsync(new ChangeReach.Input(matter, seen, to, named, named.Length > 0 ? named[0] : null, "Threats."), hers.Actor, Cancel);
        changed.Error.ShouldBeNull();
    }

    private async Task StandsAsync(CaseId matter, Guid[] holders, Guid[] named, bool guarded)
    {
        await using var hers = await office.AsAsync(office.ProtectionSupervisor);
        var (db, vault) = (hers.Get<TurnaDb>(), hers.Get<KeyVault>());
        var token = vault.FactToken(matter.Value);
        (await vault.HoldersAsync(new SubjectId(matter.Value), Cancel)).ShouldBe(holders, ignoreOrder: true);
        (await db.Set<NamedMember>().Where(n => n.Case == matter).Select(n => n.Member).ToListAsync(Cancel)).Select(m => m.Value).ShouldBe(named, ignoreOrder: true);
        (await db.Set<FactRow>().Where(f => f.Record == token).Select(f => f.Guarded).ToListAsync(Cancel)).ShouldBe([guarded]);
    }
}

public sealed class Changing_who_knows_of_a_case_on_sqlite(TestOffice office) : Changing_who_knows_of_a_case(office), IClassFixture<TestOffice>;

public sealed class Changing_who_knows_of_a_case_on_postgres(PostgresOffice office) : Changing_who_knows_of_a_case(office), IClassFixture<PostgresOffice>;
