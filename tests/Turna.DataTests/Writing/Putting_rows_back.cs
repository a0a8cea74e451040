using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Turna.Data;
using Turna.Evidence.Contracts;
using Turna.Kernel;
using Turna.Ledger;
using Turna.People.Contracts;
using Turna.People.Keeping;
using Turna.People.Registering;
using Turna.People.Restricting;
using Turna.Testing;
using Xunit;

namespace Turna.DataTests.Writing;

/// <summary>
/// A row that is put back to what it once was, stamp and all, fits by itself, so it can be changed; but the leaf of that change says what it
/// was changed from, and there it stays.
/// </summary>
public abstract class Putting_rows_back(TestOffice office)
{
    private static readonly CancellationToken Now = CancellationToken.None;

    [Fact]
    public async Task Is_found_before_and_after_the_next_change()
    {
        await using var hers = await office.AsAsync(office.Caseworker);
        var form = new NewPerson { WholeName = "Асанова Гүлмира", Sex = Sex.Female, Born = PartialDate.Of(1990), Consents = [ConsentPurpose.Service] };
        var person = (await hers.Get<RegisterPerson>().HandleAsync(form, [], hers.Actor, Now)).Value;
        var once = await ReadAsync(person);
        (await SetAccessAsync(person, PersonSensitivity.Restricted)).Succeeded.ShouldBeTrue();

        await using (var his = office.Services.GetRequiredService<TurnaDbFactory>().CreateForUpkeep())
        {
            await his.Database.ExecuteSqlAsync(
                $"UPDATE people_person SET sensitivity = 'Standard', revision = {once.Row.Revision}, stamp = {once.Stamp} WHERE id = {person.Value}", Now);
        }

        (await FalsehoodsAsync()).ShouldHaveSingleItem().What.ShouldBe("covers a row of people_person that has been altered");
        (await SetAccessAsync(person, PersonSensitivity.Restricted)).Succeeded.ShouldBeTrue();
        (await FalsehoodsAsync()).ShouldHaveSingleItem().What.ShouldBe("changed a row of people_person that had been altered since the leaf before it");
    }

    private async Task<Result<PersonId>> SetAccessAsync(PersonId person, PersonSensitivity sensitivity)
    {
        await using var hers = await office.AsAsync(office.Caseworker);
        return await hers.Get<SetAccess>().HandleAsync(person, sensitivity, office.LegalTeam, hers.Actor, Now);
    }

    private async Task<Stamped<Person>> ReadAsync(PersonId person)
    {
        await using var db = office.Services.GetRequiredService<TurnaDbFactory>().Create();
        return await db.Set<Person>().Where(p => p.Id == person).WithStamps().SingleAsync(Now);
    }

    private async Task<IReadOnlyList<Falsehood>> FalsehoodsAsync()
    {
        await using var anyone = await office.AsAsync(office.Supervisor);
        return (await anyone.Get<Verification>().RunAsync(Now)).Falsehoods;
    }
}

public sealed class Putting_rows_back_on_SQLite(TestOffice office) : Putting_rows_back(office), IClassFixture<TestOffice>;

public sealed class Putting_rows_back_on_PostgreSQL(PostgresOffice office) : Putting_rows_back(office), IClassFixture<PostgresOffice>;
