using Turna.Testing;

namespace Turna.PageTests.Cases;

/// <summary>Somebody new is registered with her consultation.</summary>
public sealed class New_caller_pages(TestOffice office) : IClassFixture<TestOffice>
{
    [Fact]
    public async Task The_whole_name_of_somebody_new_goes_into_its_parts()
    {
        using var browser = await office.SignInAsync(office.Caseworker);
        var saved = await (await browser.GetAsync("/consultations/new")).PressAsync(
            "Save", ("Input.Caller", "New"), ("Input.NewName", "Бөлүнбөсова Айгуль Маратовна"), ("Input.Topics", "wages"));
        var person = saved.Document.QuerySelector("main dd a[href^='/people/']")!;

        var form = await browser.GetAsync($"{person.GetAttribute("href")}/edit");

        person.TextContent.ShouldBe("Бөлүнбөсова Айгуль Маратовна");
        form.Document.QuerySelectorAll("input[name^='Input.Names[0].']").Select(i => i.GetAttribute("value")).ShouldBeSubsetOf(["Own", "Бөлүнбөсова", "Айгуль", "Маратовна"]);
        form.Document.QuerySelector("input[name='Input.Names[0].Given']")!.GetAttribute("value").ShouldBe("Айгуль");
    }
}
