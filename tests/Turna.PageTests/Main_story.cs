using Microsoft.Extensions.DependencyInjection;
using Turna.Ledger;
using Turna.Testing;

namespace Turna.PageTests;

/// <summary>The first real path, through HTTP, on each database: register with a consultation, find her again, open a case, read the report, verify.</summary>
public abstract class Main_story(TestOffice office)
{
    [Fact]
    public async Task From_the_first_call_to_the_report()
    {
        var browser = await office.SignInAsync(office.Caseworker);
        var logged = await (await browser.GetAsync("/consultations/new")).PressAsync(
            "Save", ("Input.Caller", "New"), ("Input.NewName", "Айгүл Асан кызы"), ("Input.NewSex", "Female"), ("Input.Topics", "wages"), ("Input.Advice", "Collect the messages."));
        logged.Text.ShouldContain("Айгүл");

        var found = await (await browser.GetAsync("/consultations/new")).PressAsync("Find", ("Input.Who", "асанова айгуль"));
        found.Text.ShouldContain("Айгүл");

        var matter = await (await browser.GetAsync($"/cases/new?consultation={logged.Path.Split('/', '?')[2]}")).PressAsync(
            "Open the case", ("Input.Type", "UnpaidWages"), ("Input.Reason", "Two months without pay."));
        matter.Text.ShouldContain("Two months without pay.");
        matter.Text.ShouldContain("Collect the messages.");

        var report = await browser.GetAsync($"/reports?period={office.Clock.GetUtcNow().Year}&by=Topic");
        report.Text.ShouldContain("one consultation with one person");

        await using var scope = office.Services.CreateAsyncScope();
        var verified = await scope.ServiceProvider.GetRequiredService<Verification>().RunAsync(TestContext.Current.CancellationToken);
        verified.Falsehoods.ShouldBeEmpty();
        verified.Rows.ShouldBeGreaterThan(0);
    }
}

public sealed class Main_story_on_sqlite(TestOffice office) : Main_story(office), IClassFixture<TestOffice>;

public sealed class Main_story_on_postgres(PostgresOffice office) : Main_story(office), IClassFixture<PostgresOffice>;
