using Turna.EndToEndTests.Office;

namespace Turna.EndToEndTests.Journeys;

/// <summary>
/// A returning caller with two topics takes at most 25 presses of keys beside free text, from whatever page is open (as long as no field of it has the focus). Every press is counted,
/// also a second one of a chord; the names are those of the demonstration, typed as one hears them.
/// </summary>
[Collection(OfficeHours.Name)]
public sealed class Counting_keystrokes(SmallOffice office)
{
    private const int Most = 25;

    [Theory]
    [InlineData("ru", "нев", "док", "/work")]
    [InlineData("ru", "зар", "уво", "/cases")]
    [InlineData("en", "unp", "dis", "/account")]
    [InlineData("ky", "айл", "док", "/consultations")]
    [InlineData("uz", "ish", "huj", "/reports")]
    public async Task A_returning_caller_with_two_topics(string language, string first, string second, string from)
    {
        await using var desk = await office.SitDownAsync("ayana", Screen.Desktop, language);
        var callers = Callers();
        callers.Count.ShouldBe(5);
        foreach (var caller in callers)
        {
            await desk.GoAsync(from);
            var keys = new Keys(desk.Page);
            await keys.PressAsync("c");
            await Expect(desk.Page.Locator("[name='Input.Who']")).ToBeFocusedAsync();
            await keys.TypeAsync(caller.Typed);
            await Expect(desk.Page.Locator(".t-listbox__option").Filter(new LocatorFilterOptions { HasText = caller.Name })).ToBeVisibleAsync();
            await Down(desk, keys, caller.Name);
            await keys.PressAsync("Enter");
            await Topic(desk, keys, first);
            await Topic(desk, keys, second);
            await Expect(desk.Page.Locator(".t-tokens__token")).ToHaveCountAsync(2);
            await keys.PressAsync("Tab");
            await Expect(desk.Page.Locator("[name='Input.Advice']")).ToBeFocusedAsync();
            await desk.Page.Keyboard.InsertTextAsync("Free text is not counted.");
            await keys.ChordAsync("Control", "Enter");

            await Expect(desk.Page.Locator(".govuk-notification-banner--success")).ToBeVisibleAsync();
            await Expect(desk.Main).ToContainTextAsync(caller.Name);
            TestContext.Current.TestOutputHelper?.WriteLine($"{language}: {keys.Pressed} keys for “{caller.Typed}” ({caller.Name})");
            keys.Pressed.ShouldBeLessThanOrEqualTo(Most, caller.Typed);
        }
    }

    private static async Task Topic(Desk desk, Keys keys, string letters)
    {
        await keys.TypeAsync(letters);
        await Expect(desk.Page.Locator(".t-listbox__option").First).ToBeVisibleAsync();
        await keys.PressAsync("Enter");
    }

    /// <summary>Goes down the list to the one who is meant, as a reader would.</summary>
    private static async Task Down(Desk desk, Keys keys, string name)
    {
        var lines = await desk.Page.Locator(".t-listbox__option").AllInnerTextsAsync();
        for (var line = lines.ToList().FindIndex(l => l.Contains(name, StringComparison.Ordinal)); line > 0; line--) await keys.PressAsync("ArrowDown");
    }

    /// <summary>Some of those who came before, each with what is typed to find her.</summary>
    private List<(string Name, string Typed)> Callers() =>
        [.. office.Callers.Where(n => n.Split(' ').All(w => w.Length >= 3) && n[1] is >= 'а' and <= 'ү')
            .Where(n => !n.Contains("уулу", StringComparison.Ordinal) && !n.Contains("кызы", StringComparison.Ordinal)).Take(5)
            .Select(n => (n, Shortest(n.Split(' ')[0].ToLowerInvariant(), n.Split(' ')[1].ToLowerInvariant())))];

    /// <summary>As somebody types who knows the search: the shorter name whole, then three letters of the longer one.</summary>
    private static string Shortest(string family, string given) => given.Length <= family.Length ? $"{given} {family[..3]}" : $"{family} {given[..3]}";

    private sealed class Keys(IPage page)
    {
        public int Pressed { get; private set; }

        public async Task PressAsync(string key)
        {
            Pressed++;
            await page.Keyboard.PressAsync(key);
        }

        public async Task ChordAsync(string held, string key)
        {
            Pressed += 2;
            await page.Keyboard.PressAsync($"{held}+{key}");
        }

        public async Task TypeAsync(string text)
        {
            foreach (var letter in text)
            {
                Pressed++;
                await page.Keyboard.TypeAsync(letter.ToString());
            }
        }
    }
}
