using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Turna.Data;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Members.Administering;
using Turna.Members.Custody;
using Turna.Members.Keeping;
using Turna.Members.SigningIn;
using Turna.Testing;
using Turna.Vault;

namespace Turna.DataTests.Keeping;

/// <summary>Somebody who can write into the database puts his own public key there, or a key of his own making: nothing is sealed to the one or with the other.</summary>
public abstract class Keys_of_a_stranger(TestOffice office) : IDisposable
{
    private readonly ECDiffieHellman his = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private CircleId Legal => CircleId.Of(office.LegalTeam);

    public void Dispose()
    {
        his.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task In_the_place_of_the_recovery_key_get_no_new_key_of_a_circle()
    {
        var hers = (await Of<OrganisationKeyRow>(o => o.Id == office.Organisation)).RecoveryPublicKey;
        var before = (await CircleAsync()).Generation;
        await AlterAsync($"UPDATE vault_organisation_key SET recovery_public_key = {Hpke.Point(his)} WHERE id = {office.Organisation.Value}");
        await AlterAsync($"UPDATE vault_circle SET rotation_due = {true} WHERE id = {Legal.Value}");

        await SignInAsync(office.Caseworker);
        await NothingIsHisAsync();
        (await FalsehoodsAsync()).ShouldBe(["covers a row of vault_circle that has been altered", "covers a row of vault_organisation_key that has been altered"], ignoreOrder: true);

        // Also when the circle is due for a new key in truth.
        await AlterAsync($"UPDATE vault_circle SET rotation_due = {false} WHERE id = {Legal.Value}");
        await SetDueAsync();
        await SignInAsync(office.Caseworker);
        await NothingIsHisAsync();
        (await CircleAsync()).Generation.ShouldBe(before);
        (await FalsehoodsAsync()).ShouldBe(["covers a row of vault_organisation_key that has been altered"]);
        (await FoundAsync("vault_organisation_key")).ShouldBe(1);

        await AlterAsync($"UPDATE vault_organisation_key SET recovery_public_key = {hers} WHERE id = {office.Organisation.Value}");
        await SignInAsync(office.Caseworker);
        (await CircleAsync()).Generation.ShouldBe(before + 1);
        (await FalsehoodsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task In_the_place_of_a_members_get_neither_the_new_key_nor_one_that_a_colleague_passes_on()
    {
        var hers = (await Of<MemberKeyRow>(m => m.Id == office.FrontDesk.Id)).PublicKey;
        await AlterAsync($"UPDATE vault_member_key SET public_key = {Hpke.Point(his)} WHERE id = {office.FrontDesk.Id.Value}");
        await SetDueAsync();

        await SignInAsync(office.Caseworker);
        await NothingIsHisAsync();
        var generation = (await CircleAsync()).Generation;
        (await HoldersAsync(generation)).ShouldContain(office.Colleague.Id);
        (await HoldersAsync(generation)).ShouldNotContain(office.FrontDesk.Id);
        await using var giver = await office.AsAsync(office.Caseworker);
        (await giver.Get<AdmitNewcomer>().HandleAsync(new AdmitNewcomer.Input(Legal.Value, office.FrontDesk.Id.Value), giver.Actor, Cancel)).Error.ShouldBe(Error.Altered);
        (await giver.Get<Drafts>().KeepAsync(office.FrontDesk.Id, "what she wrote", Cancel)).ShouldBeNull();
        await Should.ThrowAsync<InvalidOperationException>(
            () => giver.Get<KeyVault>().CreateProtectedAsync(new SubjectId(Guid.CreateVersion7()), office.Organisation, [office.FrontDesk.Id, office.Colleague.Id], Cancel));

        await AlterAsync($"UPDATE vault_member_key SET public_key = {hers} WHERE id = {office.FrontDesk.Id.Value}");
        await using var again = await office.AsAsync(office.Caseworker);
        (await again.Get<AdmitNewcomer>().HandleAsync(new AdmitNewcomer.Input(Legal.Value, office.FrontDesk.Id.Value), again.Actor, Cancel)).Error.ShouldBeNull();
        (await FalsehoodsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task In_the_place_of_an_intake_key_get_nothing_that_is_handed_to_the_team()
    {
        var theirs = (await Of<CircleRow>(c => c.Id == CircleId.Of(office.ProtectionTeam))).IntakePublicKey;
        await AlterAsync($"UPDATE vault_circle SET intake_public_key = {Hpke.Point(his)} WHERE id = {office.ProtectionTeam.Value}");

        await using var hers = await office.AsAsync(office.Caseworker);
        await Should.ThrowAsync<InvalidOperationException>(
            () => hers.Get<KeyVault>().CreateAsync(new SubjectId(Guid.CreateVersion7()), office.Organisation, [CircleId.Of(office.ProtectionTeam)], Cancel));

        await AlterAsync($"UPDATE vault_circle SET intake_public_key = {theirs} WHERE id = {office.ProtectionTeam.Value}");
        (await FalsehoodsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task That_he_made_for_a_circle_are_not_taken_up()
    {
        var (member, generation) = (office.Supervisor.Id, (await CircleAsync()).Generation + 1);
        var bound = new CircleKeyRow { Circle = Legal, Generation = generation, Member = member, Organisation = office.Organisation, SealedKey = [] };
        var publicKey = (await Of<MemberKeyRow>(m => m.Id == member)).PublicKey;
        var planted = Hpke.Seal(publicKey, Circles.Purpose, Circles.Bound(bound), RandomNumberGenerator.GetBytes(Envelope.KeyLength));
        await AlterAsync($"INSERT INTO vault_circle_key (circle, generation, member, organisation, sealed_key) VALUES ({Legal.Value}, {generation}, {member.Value}, {office.Organisation.Value}, {planted})");

        await using var scope = await office.AsAsync(office.Supervisor);
        scope.Get<KeyRing>().NewestCircleKey(Legal)!.Value.Generation.ShouldBe(generation - 1);

        await AlterAsync($"DELETE FROM vault_circle_key WHERE generation = {generation} AND circle = {Legal.Value}");
        (await FalsehoodsAsync()).ShouldBeEmpty();
    }

    // Makes a new key of the circle due, as when somebody leaves it.
    private async Task SetDueAsync()
    {
        await using var scope = await office.AsAsync(office.Administrator);
        (await scope.Get<TurnaDb>().Set<CircleRow>().SingleAsync(c => c.Id == Legal, Cancel)).RotationDue = true;
        scope.Get<AuditLedger>().Record(scope.Actor, new Act("test.due", "A key was made due in a test"));
        (await scope.Get<TurnaDb>().CommitAsync(Done.It, Cancel)).Error.ShouldBeNull();
    }

    private async Task SignInAsync(TestMember member)
    {
        await using var scope = office.Services.CreateAsyncScope();
        var input = new SignIn.Input(member.SignInName, member.Password, office.NextCode(member));
        (await scope.ServiceProvider.GetRequiredService<SignIn>().HandleAsync(input, "127.0.0.1", null, Cancel)).Error.ShouldBeNull();
    }

    private async Task NothingIsHisAsync()
    {
        await using var db = office.Services.GetRequiredService<TurnaDbFactory>().Create();
        foreach (var row in await db.Set<CircleKeyRow>().AsNoTracking().ToListAsync(Cancel))
            Should.Throw<SealBrokenException>(() => Hpke.Open(his, Circles.Purpose, Circles.Bound(row), row.SealedKey));
    }

    private async Task<IReadOnlyList<MemberId>> HoldersAsync(int generation)
    {
        await using var db = office.Services.GetRequiredService<TurnaDbFactory>().Create();
        return await db.Set<CircleKeyRow>().Where(k => k.Circle == Legal && k.Generation == generation).Select(k => k.Member).ToListAsync(Cancel);
    }

    private Task<CircleRow> CircleAsync() => Of<CircleRow>(c => c.Id == Legal);

    private async Task<T> Of<T>(System.Linq.Expressions.Expression<Func<T, bool>> which)
        where T : class
    {
        await using var db = office.Services.GetRequiredService<TurnaDbFactory>().Create();
        return await db.Set<T>().AsNoTracking().SingleAsync(which, Cancel);
    }

    private async Task<int> FoundAsync(string table)
    {
        await using var db = office.Services.GetRequiredService<TurnaDbFactory>().Create();
        return (await db.Set<LeafRow>().Where(l => l.Act == "ledger.row-altered").Select(l => l.Body).ToListAsync(Cancel)).Count(body => Leaf.FromBytes(body).Purpose == table);
    }

    private async Task AlterAsync(FormattableString statement)
    {
        await using var db = office.Services.GetRequiredService<TurnaDbFactory>().CreateForUpkeep();
        await db.Database.ExecuteSqlAsync(statement, Cancel);
    }

    private async Task<IEnumerable<string>> FalsehoodsAsync()
    {
        await using var anyone = await office.AsAsync(office.Supervisor);
        return (await anyone.Get<Verification>().RunAsync(Cancel)).Falsehoods.Select(f => f.What);
    }
}

public sealed class Keys_of_a_stranger_on_sqlite(TestOffice office) : Keys_of_a_stranger(office), IClassFixture<TestOffice>;

public sealed class Keys_of_a_stranger_on_postgres(PostgresOffice office) : Keys_of_a_stranger(office), IClassFixture<PostgresOffice>;
