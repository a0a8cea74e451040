using Turna.EndToEndTests.Office;

namespace Turna.EndToEndTests.Journeys;

/// <summary>The browser's Back shows the form again; Save must not make a second record of it.</summary>
[Collection(OfficeHours.Name)]
public sealed class Going_back(SmallOffice office)
{
    private static readonly string[] Given = ["Айсезим", "Бегайым", "Гүлбарчын", "Эркеайым"];

    [Theory, OnEveryScreen]
    public async Task Back_and_Save_again_makes_no_second_consultation(Screen screen)
    {
        await using var desk = await office.SitDownAsync("ayana", screen);
        var person = await RegisterAsync(desk, "Арткыбаева", Given[(int)screen], 1970 + ((int)screen * 7));
        var form = $"/consultations/new?person={person.Split('/')[2]}";
        await desk.GoAsync(form);
        await WriteAsync(desk);
        await desk.PressAsync("Save");
        await Expect(desk.Main).ToContainTextAsync("The consultation is saved.");
        var saved = desk.Path.Split('?')[0];

        await desk.Page.GoBackAsync();
        if (screen.HasScripts()) await Expect(desk.Main).ToContainTextAsync("This consultation is saved already");
        else
        {
            await WriteAsync(desk);
            await desk.PressAsync("Save");
            await Expect(desk.Errors).ToContainTextAsync("a moment ago");
            await Expect(desk.Page.Locator("[name='Input.Advice']")).ToHaveValueAsync("Collect the messages.");
            await desk.KeepPictureAsync("asked");
            await desk.FollowAsync("Look at the one that is saved");
        }

        desk.Path.Split('?')[0].ShouldBe(saved);
        await desk.KeepPictureAsync("saved");
        await desk.GoAsync(person);
        await Expect(desk.Page.Locator($".moj-timeline a[href^='/consultations/']")).ToHaveCountAsync(1);
    }

    [Theory]
    [InlineData(Screen.Desktop)]
    [InlineData(Screen.Phone)]
    public async Task After_save_and_log_another_Back_leads_to_what_was_saved(Screen screen)
    {
        await using var desk = await office.SitDownAsync("ayana", screen);
        await desk.GoAsync("/consultations/new");
        await desk.ChooseAsync("Input.Caller", "Anonymous");
        await WriteAsync(desk);
        await desk.PressAsync("Save and log another");
        await Expect(desk.Main).ToContainTextAsync("The consultation is saved.");

        await desk.Page.GoBackAsync();

        await Expect(desk.Main).ToContainTextAsync("This consultation is saved already");
        await Expect(desk.Main).ToContainTextAsync("Collect the messages.");
    }

    [Theory]
    [InlineData(Screen.Desktop)]
    [InlineData(Screen.Phone)]
    public async Task Who_was_registered_is_shown_again_and_not_registered_twice(Screen screen)
    {
        await using var desk = await office.SitDownAsync("ayana", screen);
        var person = await RegisterAsync(desk, "Кайтмазова", screen == Screen.Desktop ? "Сейилкан" : "Төрөкан", 2001 + (int)screen);

        await desk.Page.GoBackAsync();

        await Expect(desk.Main).ToContainTextAsync("She is registered already");
        desk.Path.Split('?')[0].ShouldBe(person);
    }

    private static async Task WriteAsync(Desk desk)
    {
        await desk.PickAsync("Input.Topics", ("pension", "pen"));
        await desk.FillAsync("Input.Advice", "Collect the messages.");
    }

    private static async Task<string> RegisterAsync(Desk desk, string family, string given, int year)
    {
        await desk.GoAsync("/people/new");
        await desk.FillAsync("Input.Family", family);
        await desk.FillAsync("Input.Given", given);
        await desk.FillAsync("Input.Born.Year", year.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await desk.PressAsync("Register");
        await Expect(desk.Heading).ToContainTextAsync(family);
        return desk.Path.Split('?')[0];
    }
}
