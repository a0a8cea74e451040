using Microsoft.Extensions.DependencyInjection;
using Turna.Evidence.Contracts;
using Turna.Kernel;
using Turna.Ledger;
using Turna.People.Contracts;
using Turna.People.Registering;
using Turna.Testing;

namespace Turna.DataTests.Importing;

internal static class Offices
{
    public static async Task<PersonId> RegisterAsync(this TestOffice office, string family, string given, string phone, int year)
    {
        await using var hers = await office.AsAsync(office.Supervisor);
        var person = new NewPerson { Family = family, Given = given, Sex = Sex.Female, Born = PartialDate.Of(year), Phones = [new NewPhone(phone, PhoneOwner.Herself)] };
        var result = await hers.Get<RegisterPerson>().HandleAsync(person, [], hers.Actor, CancellationToken.None);
        result.Error.ShouldBeNull();
        return result.Value;
    }

    /// <summary>What does not fit in the ledger.</summary>
    public static async Task<IReadOnlyList<Falsehood>> VerifyLedgerAsync(this TestOffice office)
    {
        await using var scope = office.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<Verification>().RunAsync(TestContext.Current.CancellationToken)).Falsehoods;
    }
}
