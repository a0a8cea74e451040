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

    /// <summary>Withdraws her one consent, asked and confirmed as on the page.</summary>
    public static async Task<TestPage> WithdrawAsync(this TestBrowser browser, PersonId person)
    {
        var asked = await browser.GetAsync($"/people/{person}/consent");
        return await (await browser.GetAsync(asked.Document.QuerySelector("tbody a[href*='withdraw=']")!.GetAttribute("href")!)).PressAsync("Withdraw", ("Sure", "true"));
    }

    /// <summary>A name that no other test uses.</summary>
    public static NewPerson Somebody(string family = "Сыдыкова") => new() { Family = family, Given = "Айпери" };
}
