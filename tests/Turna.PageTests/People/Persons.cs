using Turna.People.Contracts;
using Turna.People.Registering;
using Turna.Testing;

namespace Turna.PageTests.People;

/// <summary>Registers people for page tests through the real use case.</summary>
internal static class Persons
{
    public static async Task<PersonId> RegisterAsync(this TestOffice office, NewPerson person, TestMember? by = null)
    {
        await using var scope = await office.AsAsync(by ?? office.Caseworker);
        var result = await scope.Get<RegisterPerson>().HandleAsync(person, [], scope.Actor, CancellationToken.None);
        result.Error.ShouldBeNull();
        return result.Value;
    }

    /// <summary>A name that no other test uses.</summary>
    public static NewPerson Somebody(string family = "Сыдыкова") => new() { Family = family, Given = "Айпери" };
}
