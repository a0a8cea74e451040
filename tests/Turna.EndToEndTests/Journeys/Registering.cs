using Turna.EndToEndTests.Office;

namespace Turna.EndToEndTests.Journeys;

[Collection(OfficeHours.Name)]
public sealed class Registering(SmallOffice office)
{
    private static readonly string[] Given = ["Мээрим", "Назгүл", "Жазгүл", "Айпери"];
    private static readonly string[] Latin = ["Meerim", "Nazgul", "Zhazgul", "Aiperi"];

    [Theory, OnEveryScreen]
    public async Task A_likely_duplicate_is_shown_and_linked_and_nothing_merges_by_itself(Screen screen)
    {
        await using var desk = await office.SitDownAsync("ayana", screen);
        await RegisterAsync(desk, "Бекболотова", Given[(int)screen], 1991);
        await Expect(desk.Heading).ToContainTextAsync(Given[(int)screen]);
        var first = desk.Path;

        await RegisterAsync(desk, "BEKBOLOTOVA", Latin[(int)screen], 1991);
        var likely = desk.Page.Locator("#likely");
        await Expect(likely).ToContainTextAsync($"Бекболотова {Given[(int)screen]}");
        await Expect(likely.Locator("a").First).ToHaveAttributeAsync("href", first);
        await desk.KeepPictureAsync("likely");
        await desk.ChooseAsync("Input.Twins[0].Answer", "same");
        await desk.PressAsync("Register");

        await Expect(desk.Heading).ToContainTextAsync("BEKBOLOTOVA");
        desk.Path.ShouldNotBe(first);
        await desk.KeepPictureAsync("registered");
        await desk.FollowAsync($"Бекболотова {Given[(int)screen]}");
        await Expect(desk.Heading).ToContainTextAsync(Given[(int)screen]);
    }

    [Theory, OnEveryScreen]
    public async Task Safe_contact_stands_before_the_number(Screen screen)
    {
        await using var desk = await office.SitDownAsync("ayana", screen);
        await desk.GoAsync("/people/new");
        await desk.FillAsync("Input.Family", "Токтоматова");
        await desk.FillAsync("Input.Given", Given[(int)screen]);
        await desk.FillAsync("Input.SafeContact.From", "18:00");
        await desk.FillAsync("Input.SafeContact.WhatToSay", "it is about the sewing course");
        await desk.FillAsync("Input.Phone", $"0555 77 88 9{(int)screen}");
        await desk.Page.SelectOptionAsync("[name='Input.PhoneOwner']", "Herself");
        await desk.PressAsync("Register");
        await Expect(desk.Heading).ToContainTextAsync("Токтоматова");

        var bar = await desk.Page.Locator(".t-identity").InnerTextAsync();
        bar.ShouldContain("18:00");
        bar.ShouldContain("sewing course");
        bar.IndexOf("18:00", StringComparison.Ordinal).ShouldBeLessThan(bar.IndexOf("+996555", StringComparison.Ordinal));
        (await desk.Page.TitleAsync()).ShouldNotContain("Токтоматова");
    }

    [Theory, OnEveryScreen]
    public async Task What_is_wrong_is_said_beside_the_field_with_the_text_kept(Screen screen)
    {
        await using var desk = await office.SitDownAsync("ayana", screen);
        await desk.GoAsync("/people/new");
        await desk.FillAsync("Input.Village", "Кара-Суу");
        await desk.PressAsync("Register");

        await Expect(desk.Errors).ToBeVisibleAsync();
        await Expect(desk.Page.Locator("[name='Input.Village']")).ToHaveValueAsync("Кара-Суу");
        await desk.KeepPictureAsync("errors");
    }

    private static async Task RegisterAsync(Desk desk, string family, string given, int year)
    {
        await desk.GoAsync("/people/new");
        await desk.FillAsync("Input.Family", family);
        await desk.FillAsync("Input.Given", given);
        await desk.ChooseAsync("Input.Sex", "Female");
        await desk.FillAsync("Input.Born.Year", year.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await desk.PressAsync("Register");
    }
}
