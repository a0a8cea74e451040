using Turna.People.Contracts;
using Turna.People.Keeping;
using Turna.People.Matching;
using Turna.Testing;

namespace Turna.PageTests.People;

/// <summary>Records that are linked as one person warn together, and each is restricted by itself.</summary>
public sealed class Linked_record_pages(TestOffice office) : IClassFixture<TestOffice>
{
    private const string Rule = "Her husband must not know.";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task How_she_may_be_reached_is_told_by_both()
    {
        var (_, second) = await LinkedAsync("Эшматова");
        using var browser = await office.SignInAsync(office.Caseworker);

        (await browser.GetAsync($"/people/{second}")).Document.QuerySelector(".t-contact")!.TextContent.ShouldContain(Rule);
        await using var scope = await office.AsAsync(office.Caseworker);
        var card = await scope.Get<PersonCards>().OpenAsync(second, "test", scope.Actor, Cancel);
        card!.SafeContactLines.ShouldContain(line => line.Contains(Rule, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_restricts_one_is_led_to_the_other()
    {
        var (first, second) = await LinkedAsync("Жолдошева");
        using var supervisor = await office.SignInAsync(office.Supervisor);

        var page = await supervisor.GetAsync($"/people/{first}/access");

        page.Document.QuerySelector($".govuk-warning-text a[href='/people/{second}/access']").ShouldNotBeNull();
    }

    private async Task<(PersonId First, PersonId Second)> LinkedAsync(string family)
    {
        var first = await office.RegisterAsync(new NewPerson { Family = family, Given = "Айгүл", SafeContact = new() { Note = Rule } });
        var second = await office.RegisterAsync(new NewPerson { Family = family, Given = "Айгуль" });
        await using var scope = await office.AsAsync(office.Caseworker);
        (await scope.Get<DecideTwin>().HandleAsync(second, first, TwinDecision.Linked, scope.Actor, Cancel)).Error.ShouldBeNull();
        return (first, second);
    }
}
