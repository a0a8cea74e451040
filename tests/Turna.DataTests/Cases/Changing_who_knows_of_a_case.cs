using Microsoft.EntityFrameworkCore;
using Turna.Cases.Contracts;
using Turna.Cases.Keeping;
using Turna.Cases.Opening;
using Turna.Cases.Revising;
using Turna.Data;
using Turna.Evidence.Keeping;
using Turna.Kernel;
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
        var changed = await hers.Get<ChangeReach>().HandleAsync(new ChangeReach.Input(matter, to, named, named.Length > 0 ? named[0] : null, "Threats."), hers.Actor, Cancel);
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
