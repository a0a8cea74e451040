using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Turna.Data;
using Turna.Evidence.Contracts;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Members.Administering;
using Turna.Members.Contracts;
using Turna.Members.Keeping;
using Turna.Members.SigningIn;
using Turna.People.Contracts;
using Turna.People.Keeping;
using Turna.People.Registering;
using Turna.People.Restricting;
using Turna.Testing;
using Turna.Vault;
using Xunit;

namespace Turna.DataTests.Writing;

/// <summary>
/// Somebody who can write into the database, but has none of the server's secrets, alters rows past Turna: what he wrote is never covered by a
/// leaf, whatever is saved afterwards.
/// </summary>
public abstract class Altering_rows(TestOffice office)
{
    private const string Found = "ledger.row-altered";
    private static readonly CancellationToken Now = CancellationToken.None;

    [Fact]
    public async Task An_altered_row_is_not_changed_any_more_and_stays_found()
    {
        var person = await RegisterAsync("Асанова Гүлмира");
        (await SetAccessAsync(person, PersonSensitivity.Restricted)).Error.ShouldBeNull();
        await AlterAsync($"UPDATE people_person SET sensitivity = 'Standard' WHERE id = {person.Value}");
        var leaves = await LeavesAsync(Found);

        (await SetAccessAsync(person, PersonSensitivity.Restricted)).Error.ShouldBe(Error.Altered);
        (await SetAccessAsync(person, PersonSensitivity.Restricted)).Error.ShouldBe(Error.Altered);

        (await FalsehoodsAsync()).ShouldHaveSingleItem().What.ShouldBe("covers a row of people_person that has been altered");
        (await SensitivityAsync(person)).ShouldBe(PersonSensitivity.Standard);
        (await LeavesAsync(Found)).ShouldBe(leaves + 1);

        await AlterAsync($"UPDATE people_person SET sensitivity = 'Restricted' WHERE id = {person.Value}");
        (await FalsehoodsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_row_without_the_stamp_the_ledger_gave_it_is_found_and_not_changed()
    {
        var (person, other) = (await RegisterAsync("Алиева Бермет"), await RegisterAsync("Алиева Бурул"));
        var stamp = await StampAsync(person);
        await AlterAsync($"UPDATE people_person SET stamp = {await StampAsync(other)} WHERE id = {person.Value}");

        (await SetAccessAsync(person, PersonSensitivity.Restricted)).Error.ShouldBe(Error.Altered);
        (await SetAccessAsync(other, PersonSensitivity.Restricted)).Error.ShouldBeNull();
        (await FalsehoodsAsync()).ShouldHaveSingleItem().What.ShouldBe("covers a row of people_person whose stamp has been altered");

        await AlterAsync($"UPDATE people_person SET stamp = {stamp} WHERE id = {person.Value}");
        (await FalsehoodsAsync()).ShouldBeEmpty();
    }

    /// <summary>No leaf covers these rows, but each follows from a grant that one covers.</summary>
    [Fact]
    public async Task An_id_that_was_freed_is_found()
    {
        var person = await RegisterAsync("Абдиева Назира");
        await AlterAsync($"DELETE FROM vault_subject WHERE id = {person.Value}");

        (await FalsehoodsAsync()).ShouldHaveSingleItem().What.ShouldBe("rows of vault_subject are gone: 1");

        await AlterAsync($"INSERT INTO vault_subject (id) VALUES ({person.Value})");
        (await FalsehoodsAsync()).ShouldBeEmpty();
    }

    /// <summary>Each checkpoint names the one before it.</summary>
    [Fact]
    public async Task A_checkpoint_that_was_taken_out_is_found()
    {
        for (var i = 0; i < 3; i++)
        {
            office.Clock.Pass(TimeSpan.FromMinutes(1));
            await RegisterAsync("Токтосунова Жамал");
        }

        var sizes = await CheckpointsAsync();
        await AlterAsync($"CREATE TABLE kept AS SELECT * FROM ledger_checkpoint");
        foreach (var (gone, next) in new[] { (sizes[0], sizes[1]), (sizes[^2], sizes[^1]) })
        {
            await AlterAsync($"DELETE FROM ledger_checkpoint WHERE size = {gone}");
            (await FalsehoodsAsync()).ShouldHaveSingleItem().What.ShouldBe($"the checkpoint at {gone} is missing; that at {next} follows it");
            await AlterAsync($"INSERT INTO ledger_checkpoint SELECT * FROM kept WHERE size = {gone}");
        }

        // Of the newest no other tells: what lies behind the one before has waited too long.
        await AlterAsync($"DELETE FROM ledger_checkpoint WHERE size = {sizes[^1]}");
        (await FalsehoodsAsync()).ShouldHaveSingleItem().What.ShouldStartWith("a checkpoint is missing behind leaf");
        await AlterAsync($"DELETE FROM ledger_checkpoint");
        (await FalsehoodsAsync()).ShouldHaveSingleItem().What.ShouldBe("the ledger has no checkpoint");

        await AlterAsync($"INSERT INTO ledger_checkpoint SELECT * FROM kept");
        await AlterAsync($"DROP TABLE kept");
        (await FalsehoodsAsync()).ShouldBeEmpty();
    }

    /// <summary>A word that no column of the kind holds stops nobody from being told of it, nor of what else was altered.</summary>
    [Fact]
    public async Task A_row_that_cannot_be_read_is_found_and_hides_no_other()
    {
        var (person, other) = (await RegisterAsync("Осмонова Чолпон"), await RegisterAsync("Осмонова Шайыр"));
        await AlterAsync($"UPDATE people_person SET sensitivity = 'Nonsense' WHERE id = {person.Value}");
        await AlterAsync($"UPDATE people_person SET sensitivity = 'Restricted' WHERE id = {other.Value}");

        (await FalsehoodsAsync()).Select(f => f.What).ShouldBe(
            ["a row of people_person cannot be read", "covers a row of people_person that has been altered", "covers a row that is gone"], ignoreOrder: true);

        await AlterAsync($"UPDATE people_person SET sensitivity = 'Standard' WHERE id = {person.Value}");
        await AlterAsync($"UPDATE people_person SET sensitivity = 'Standard' WHERE id = {other.Value}");
        (await FalsehoodsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_altered_row_is_not_deleted_either()
    {
        var role = await RoleAsync(office.Colleague);
        await AlterAsync($"UPDATE members_membership SET role = 'Supervisor' WHERE id = {role}");

        (await TakeRoleAsync(office.Colleague, role)).Error.ShouldBe(Error.Altered);

        (await FalsehoodsAsync()).ShouldHaveSingleItem().What.ShouldBe("covers a row of members_membership that has been altered");
        await AlterAsync($"UPDATE members_membership SET role = 'Caseworker' WHERE id = {role}");
        (await FalsehoodsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_member_whose_suspension_was_lifted_in_the_database_does_not_sign_in()
    {
        var member = office.FrontDesk;
        (await AdministerAsync(h => h.Get<SuspendMember>().HandleAsync(member.Id, h.Actor, Now))).Error.ShouldBeNull();
        var suspended = await SuspendedAtAsync(member);
        await AlterAsync($"UPDATE members_member SET suspended_at = NULL WHERE id = {member.Id.Value}");

        (await SignInAsync(member, office.NextCode(member))).Error.ShouldBe(Error.Altered);
        (await SignInAsync(member, member.RecoveryCodes[0])).Error.ShouldBe(Error.Altered);
        (await SignInAsync(member, "000000")).Error.ShouldBe(SignIn.Refusal);

        (await FalsehoodsAsync()).ShouldHaveSingleItem().What.ShouldBe("covers a row of members_member that has been altered");
        await AlterAsync($"UPDATE members_member SET suspended_at = {suspended} WHERE id = {member.Id.Value}");
        (await AdministerAsync(h => h.Get<ResumeMember>().HandleAsync(member.Id, h.Actor, Now))).Error.ShouldBeNull();
        (await SignInAsync(member, office.NextCode(member))).Error.ShouldBeNull();
        (await FalsehoodsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_role_that_was_written_into_the_database_counts_for_nothing()
    {
        var member = office.Colleague;
        var role = Guid.CreateVersion7();
        var (team, organisation) = (office.ProtectionTeam.Value, office.Organisation.Value);
        await AlterAsync($"INSERT INTO members_membership (id, member, organisation, team, role, since) SELECT {role}, member, organisation, {team}, 'Supervisor', since FROM members_membership WHERE member = {member.Id.Value}");
        await AlterAsync($"INSERT INTO members_membership (id, member, organisation, team, role, since) SELECT {Guid.CreateVersion7()}, member, {organisation}, NULL, 'Administrator', since FROM members_membership WHERE id = {role}");

        (await SignInAsync(member, office.NextCode(member))).Error.ShouldBeNull();
        await using var hers = await office.AsAsync(member);
        var staff = hers.Get<StaffDirectory>();

        (await staff.ActorAsync(member.Id, office.Organisation, Now)).Grants.ShouldBe([new RoleGrant(Role.Caseworker, office.LegalTeam)]);
        (await FalsehoodsAsync()).Select(f => f.What).ShouldBe(["a row of members_membership is in no leaf", "a row of members_membership is in no leaf"]);
        await AlterAsync($"DELETE FROM members_membership WHERE member = {member.Id.Value} AND stamp IS NULL");
        (await FalsehoodsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_altered_grant_opens_nothing_and_takes_nothing_down_with_it()
    {
        var (person, other) = (await RegisterAsync("Токтосунова Жылдыз"), await RegisterAsync("Токтосунова Жибек"));
        var grant = await GrantAsync(person);
        await AlterAsync($"UPDATE vault_grant SET sealed_key = {(await GrantAsync(other)).SealedKey} WHERE subject = {person.Value}");
        var leaves = await LeavesAsync(Found);

        await using (var hers = await office.AsAsync(office.Caseworker))
            (await hers.Get<KeyVault>().FindKeysAsync([person.Subject, other.Subject], Now)).Keys.ShouldBe([other.Subject]);

        (await LeavesAsync(Found)).ShouldBe(leaves + 1);
        (await FalsehoodsAsync()).ShouldHaveSingleItem().What.ShouldBe("covers a row of vault_grant that has been altered");
        await AlterAsync($"UPDATE vault_grant SET sealed_key = {grant.SealedKey} WHERE subject = {person.Value}");
        (await FalsehoodsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Rows_from_before_there_were_stamps_are_given_theirs_unless_they_were_altered()
    {
        var (person, other) = (await RegisterAsync("Маматова Айнура"), await RegisterAsync("Маматова Айгүл"));
        await AlterAsync($"UPDATE people_person SET stamp = NULL");
        await AlterAsync($"UPDATE people_person SET warned_at = registered_at WHERE id = {other.Value}");
        await AlterAsync($"UPDATE ledger_tree SET stamped = (size = 0)");
        await using (var anyone = await office.AsAsync(office.Supervisor)) (await anyone.Get<Stamping>().RunAsync(progress: null, Now)).ShouldBeGreaterThan(0);

        (await SetAccessAsync(person, PersonSensitivity.Restricted)).Error.ShouldBeNull();
        (await SetAccessAsync(other, PersonSensitivity.Restricted)).Error.ShouldBe(Error.Altered);

        (await FalsehoodsAsync()).ShouldHaveSingleItem().What.ShouldBe("covers a row of people_person that has been altered");
        await AlterAsync($"UPDATE people_person SET warned_at = NULL WHERE id = {other.Value}");
        await AlterAsync($"UPDATE ledger_tree SET stamped = (size = 0)");
        await using (var anyone = await office.AsAsync(office.Supervisor)) (await anyone.Get<Stamping>().RunAsync(progress: null, Now)).ShouldBe(1);
        (await FalsehoodsAsync()).ShouldBeEmpty();
    }

    private async Task<PersonId> RegisterAsync(string name)
    {
        await using var hers = await office.AsAsync(office.Caseworker);
        var person = new NewPerson { WholeName = name, Sex = Sex.Female, Born = PartialDate.Of(1990), Consents = [ConsentPurpose.Service] };
        return (await hers.Get<RegisterPerson>().HandleAsync(person, [], hers.Actor, Now)).Value;
    }

    private async Task<Result<PersonId>> SetAccessAsync(PersonId person, PersonSensitivity sensitivity)
    {
        await using var hers = await office.AsAsync(office.Caseworker);
        return await hers.Get<SetAccess>().HandleAsync(person, sensitivity, office.LegalTeam, hers.Actor, Now);
    }

    /// <summary>What somebody does who has the database in his hands.</summary>
    private async Task AlterAsync(FormattableString statement)
    {
        await using var db = office.Services.GetRequiredService<TurnaDbFactory>().CreateForUpkeep();
        await db.Database.ExecuteSqlAsync(statement);
    }

    private async Task<IReadOnlyList<Falsehood>> FalsehoodsAsync()
    {
        await using var anyone = await office.AsAsync(office.Supervisor);
        return (await anyone.Get<Verification>().RunAsync(Now)).Falsehoods;
    }

    private async Task<byte[]> StampAsync(PersonId person)
    {
        await using var db = office.Services.GetRequiredService<TurnaDbFactory>().Create();
        return (await db.Set<Person>().Where(p => p.Id == person).WithStamps().SingleAsync(Now)).Stamp!;
    }

    private async Task<Person> ReadAsync(PersonId person)
    {
        await using var db = office.Services.GetRequiredService<TurnaDbFactory>().Create();
        return await db.Set<Person>().AsNoTracking().SingleAsync(p => p.Id == person, Now);
    }

    private async Task<GrantRow> GrantAsync(PersonId person)
    {
        await using var db = office.Services.GetRequiredService<TurnaDbFactory>().Create();
        return await db.Set<GrantRow>().AsNoTracking().SingleAsync(g => g.Subject == person.Subject, Now);
    }

    private async Task<PersonSensitivity> SensitivityAsync(PersonId person) => (await ReadAsync(person)).Sensitivity;

    private async Task<int> LeavesAsync(string act)
    {
        await using var db = office.Services.GetRequiredService<TurnaDbFactory>().Create();
        return await db.Set<LeafRow>().CountAsync(l => l.Act == act, Now);
    }

    private async Task<List<long>> CheckpointsAsync()
    {
        await using var db = office.Services.GetRequiredService<TurnaDbFactory>().Create();
        return await db.Set<CheckpointRow>().Select(c => c.Size).Order().ToListAsync(Now);
    }

    private async Task<Guid> RoleAsync(TestMember member)
    {
        await using var db = office.Services.GetRequiredService<TurnaDbFactory>().Create();
        return await db.Set<Membership>().Where(m => m.Member == member.Id).Select(m => m.Id).SingleAsync(Now);
    }

    private Task<Result<Done>> TakeRoleAsync(TestMember member, Guid role) => AdministerAsync(h => h.Get<TakeRole>().HandleAsync(member.Id, role, h.Actor, Now));

    private async Task<Result<Done>> AdministerAsync(Func<MemberScope, Task<Result<Done>>> act)
    {
        await using var his = await office.AsAsync(office.Administrator);
        return await act(his);
    }

    // As the database keeps it, since a moment goes into SQLite as a text.
    private async Task<object> SuspendedAtAsync(TestMember member)
    {
        await using var db = office.Services.GetRequiredService<TurnaDbFactory>().Create();
        var at = (await db.Set<Member>().AsNoTracking().SingleAsync(m => m.Id == member.Id, Now)).SuspendedAt!.Value;
        return db.Database.IsSqlite() ? at.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture) : at;
    }

    private async Task<Result<SignIn.Started>> SignInAsync(TestMember member, string code)
    {
        await using var scope = office.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SignIn>().HandleAsync(new SignIn.Input(member.SignInName, member.Password, code), "127.0.0.1", null, Now);
    }
}

public sealed class Altering_rows_on_SQLite(TestOffice office) : Altering_rows(office), IClassFixture<TestOffice>;

public sealed class Altering_rows_on_PostgreSQL(PostgresOffice office) : Altering_rows(office), IClassFixture<PostgresOffice>;
