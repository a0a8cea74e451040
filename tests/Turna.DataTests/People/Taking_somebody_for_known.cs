using Turna.Evidence.Contracts;
using Turna.Kernel;
using Turna.People.Contracts;
using Turna.People.Registering;
using Turna.Testing;

namespace Turna.DataTests.People;

/// <summary>Who is shown as likely somebody new, before she is registered or while her first consultation is logged.</summary>
public abstract class Taking_somebody_for_known(TestOffice office)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Токтогулова Айбийке", "Айбийке Асанова", Sex.Female, null)]
    [InlineData("Токтогулова Айбийке", "Асанова Айбийке", Sex.NotStated, null)]
    [InlineData("Токтогулова Айбийке", "Айбийке Асан кызы", Sex.Female, null)]
    [InlineData("Токтогулова Айбийке", "Айбийке", Sex.Female, null)]
    [InlineData("Токтогулова Айбийке", "Айбийке К.", Sex.Female, null)]
    [InlineData("Токтогулова Айбийке", "К. Айбийке", Sex.NotStated, null)]
    [InlineData("Токтогулова Айбийке", "Айбийке Асанова", Sex.Female, 1990)]
    [InlineData("Токтогулов Бакытбек", "Бакытбек Асанов", Sex.Male, null)]
    [InlineData("Токтогулов Бакытбек", "Бакытбек Асанов", Sex.Male, 1989)]
    public async Task A_namesake_with_another_family_name_is_not_taken_for_her(string known, string typed, Sex sex, int? year)
    {
        var id = await RegisterAsync(known, 1989, sex == Sex.Male ? Sex.Male : Sex.Female);

        (await LikelyAsync(New(typed, year, sex))).ShouldNotContain(id);
    }

    [Theory]
    [InlineData("Токтогулова Айсезим", "Aisezim Toktogulova", null)]
    [InlineData("Токтогулова Айсезим", "Айсезим Токтогул кызы", null)]
    [InlineData("Токтогулова Айсезим", "Тоқтоғулова Айсезим", 1989)]
    [InlineData("Токтогулова Айсезим", "Айсезим Асанова", 1989)]
    [InlineData("Жумабаева Айсезим", "Жумабекова Айсезим", null)]
    public async Task Another_writing_and_a_name_from_before_the_wedding_with_the_year_of_birth_are(string known, string typed, int? year)
    {
        var id = await RegisterAsync(known, 1989, Sex.Female);

        (await LikelyAsync(New(typed, year, Sex.Female))).ShouldContain(id);
    }

    [Theory]
    [InlineData("Бакытбек Токтогулович Асанов", "Асанов Бакытбек Токтогулович")]
    [InlineData("Алиев Бакытбек", "Валиев Бакытбек")]
    [InlineData("Токтогулов Бакытбек", "Bakytbek Toktogulov")]
    public async Task A_man_is_found_under_another_writing(string known, string typed)
    {
        var id = await RegisterAsync(known, 1989, Sex.Male);

        (await LikelyAsync(New(typed, 1989, Sex.Male))).ShouldContain(id);
    }

    [Fact]
    public async Task Her_own_telephone_is_enough_whatever_her_name_is_now()
    {
        var id = await RegisterAsync("Токтогулова Айназик", null, Sex.Female, "+996555900417");

        (await LikelyAsync(New("Асанова Айназик", null, Sex.Female) with { Phones = [new NewPhone("0555 90-04-17", PhoneOwner.Herself)] })).ShouldContain(id);
    }

    private static NewPerson New(string name, int? year, Sex sex) => new() { WholeName = name, Sex = sex, Born = year is { } y ? PartialDate.Of(y) : null };

    private async Task<PersonId> RegisterAsync(string name, int? year, Sex sex, string? phone = null)
    {
        await using var scope = await office.AsAsync(office.Caseworker);
        var person = New(name, year, sex) with { Phones = phone is null ? [] : [new NewPhone(phone, PhoneOwner.Herself)] };
        var result = await scope.Get<RegisterPerson>().HandleAsync(person, [], scope.Actor, Cancel);
        result.Error.ShouldBeNull();
        return result.Value;
    }

    private async Task<IEnumerable<PersonId>> LikelyAsync(NewPerson person)
    {
        await using var scope = await office.AsAsync(office.FrontDesk);
        return (await scope.Get<PersonFinder>().LikelySameAsync(person, scope.Actor, Cancel, most: 50)).Select(p => p.Id);
    }
}

public sealed class Taking_somebody_for_known_on_sqlite(TestOffice office) : Taking_somebody_for_known(office), IClassFixture<TestOffice>;

public sealed class Taking_somebody_for_known_on_postgres(PostgresOffice office) : Taking_somebody_for_known(office), IClassFixture<PostgresOffice>;
