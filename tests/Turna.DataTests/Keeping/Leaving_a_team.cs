using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Ledger;
using Turna.Members;
using Turna.Members.Administering;
using Turna.Members.Contracts;
using Turna.Members.Keeping;
using Turna.People.Contracts;
using Turna.People.Registering;
using Turna.Testing;
using Turna.Vault;

namespace Turna.DataTests.Keeping;

/// <summary>When somebody leaves, the next session of a holder makes a new key and wraps the old grants anew.</summary>
public abstract class Leaving_a_team(TestOffice office)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_generation_of_the_key_opens_what_the_old_one_did_and_the_one_who_left_opens_nothing()
    {
        var person = await RegisterAsync();
        var before = await GenerationAsync(person);
        await using (var administrator = await office.AsAsync(office.Administrator))
        {
            var role = await administrator.Get<TurnaDb>().Set<Membership>().Where(m => m.Member == office.Colleague.Id).Select(m => m.Id).SingleAsync(Cancel);
            (await administrator.Get<TakeRole>().HandleAsync(office.Colleague.Id, role, administrator.Actor, Cancel)).Error.ShouldBeNull();
        }

        await using (var holder = await office.AsAsync(office.Caseworker)) await holder.Get<KeyDelivery>().TakeAsync(holder.Actor, Cancel);

        (await GenerationAsync(person)).ShouldBe(before + 1);
        await using var hers = await office.AsAsync(office.FrontDesk);
        (await hers.Get<KeyVault>().FindKeyAsync(person.Subject, Cancel)).ShouldNotBeNull();
        await using var left = await office.AsAsync(office.Colleague);
        (await left.Get<KeyVault>().FindKeyAsync(person.Subject, Cancel)).ShouldBeNull();
        left.Get<KeyVault>().CanFind.ShouldBeFalse();
    }

    [Fact]
    public async Task Whoever_is_suspended_gets_no_new_generation_until_she_is_let_in_again()
    {
        await using (var administrator = await office.AsAsync(office.Administrator))
        {
            (await administrator.Get<SuspendMember>().HandleAsync(office.OtherTeam.Id, administrator.Actor, Cancel)).Error.ShouldBeNull();
            var row = await administrator.Get<TurnaDb>().Set<CircleRow>().SingleAsync(c => c.Id == CircleId.Of(office.Organisation), Cancel);
            row.RotationDue = true;
            administrator.Get<AuditLedger>().Record(administrator.Actor, MembersActs.KeysMade);
            (await administrator.Get<TurnaDb>().CommitAsync(true, Cancel)).Error.ShouldBeNull();
        }

        await using var holder = await office.AsAsync(office.Caseworker);
        await holder.Get<KeyDelivery>().TakeAsync(holder.Actor, Cancel);

        var newest = await holder.Get<TurnaDb>().Set<CircleRow>().Where(c => c.Id == CircleId.Of(office.Organisation)).Select(c => c.Generation).SingleAsync(Cancel);
        var holders = await holder.Get<TurnaDb>().Set<CircleKeyRow>().Where(k => k.Circle == CircleId.Of(office.Organisation) && k.Generation == newest).Select(k => k.Member).ToListAsync(Cancel);
        holders.ShouldContain(office.Caseworker.Id);
        holders.ShouldContain(office.FrontDesk.Id);
        holders.ShouldNotContain(office.OtherTeam.Id);
    }

    private async Task<PersonId> RegisterAsync()
    {
        await using var hers = await office.AsAsync(office.Caseworker);
        var result = await hers.Get<RegisterPerson>().HandleAsync(new NewPerson { Family = "Сатыбалдиева", Given = "Айпери" }, [], hers.Actor, Cancel);
        result.Error.ShouldBeNull();
        return result.Value;
    }

    private async Task<int> GenerationAsync(PersonId person)
    {
        await using var hers = await office.AsAsync(office.Administrator);
        return await hers.Get<TurnaDb>().Set<GrantRow>().Where(g => g.Subject == person.Subject).Select(g => g.Generation).SingleAsync(Cancel);
    }
}

public sealed class Leaving_a_team_on_sqlite(TestOffice office) : Leaving_a_team(office), IClassFixture<TestOffice>;

public sealed class Leaving_a_team_on_postgres(PostgresOffice office) : Leaving_a_team(office), IClassFixture<PostgresOffice>;
