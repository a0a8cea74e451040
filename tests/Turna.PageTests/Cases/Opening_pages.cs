using Turna.PageTests.People;
using Turna.Testing;

namespace Turna.PageTests.Cases;

/// <summary>Who may know of a case is decided when it is opened.</summary>
public sealed class Opening_pages(TestOffice office) : IClassFixture<TestOffice>
{
    [Theory]
    [InlineData("GenderBasedViolence")]
    [InlineData("ForcedLabour")]
    public async Task A_case_of_violence_left_at_the_preset_is_set_to_the_team_only_and_asked_once(string type)
    {
        using var browser = await office.SignInAsync(office.Caseworker);
        var person = await office.RegisterAsync(Persons.Somebody("Мамытова"));
        var form = await browser.GetAsync($"/cases/new?person={person}");

        var asked = await form.PressAsync("Open the case", ("Input.Type", type), ("Input.Reason", "She is beaten."));

        asked.Errors.ShouldContain("Violence, trafficking and forced labour are for the team only. It is set so now: look at it, then open the case");
        asked.Document.QuerySelector("[name='Input.Sensitivity'][checked]")!.GetAttribute("value").ShouldBe("Restricted");
        (await asked.PressAsync("Open the case")).Text.ShouldContain("Restricted");
        (await asked.PressAsync("Open the case", ("Input.Id", Guid.CreateVersion7().ToString()), ("Input.Sensitivity", "Standard"))).Path.ShouldStartWith("/cases/");
    }

    [Fact]
    public async Task Only_those_who_may_keep_a_protected_case_are_offered()
    {
        using var browser = await office.SignInAsync(office.Protection);
        var form = await browser.GetAsync($"/cases/new?person={await office.RegisterAsync(Persons.Somebody("Мамытова"), office.Protection)}");
        using var legal = await office.SignInAsync(office.Caseworker);

        form.Document.QuerySelectorAll("[name='Input.Named'] option").Select(o => o.GetAttribute("value"))
            .ShouldBe([office.ProtectionColleague.Id.ToString(), office.ProtectionSupervisor.Id.ToString()], ignoreOrder: true);
        var hers = await legal.GetAsync($"/cases/new?person={await office.RegisterAsync(Persons.Somebody("Мамытова"))}");
        hers.Document.QuerySelector("[name='Input.Named']").ShouldBeNull();
        hers.Text.ShouldContain("ask your supervisor or the protection team");
    }
}
