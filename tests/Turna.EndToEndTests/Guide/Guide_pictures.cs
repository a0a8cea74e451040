using System.Text.RegularExpressions;
using Turna.EndToEndTests.Office;

namespace Turna.EndToEndTests.Guide;

/// <summary>
/// The pictures of the guide, made from the screens as they are. They always come to artifacts/guide; with TURNA_GUIDE=write to docs/guide.
/// The people in them are made up.
/// </summary>
[Collection(OfficeHours.Name)]
public sealed class Guide_pictures(SmallOffice office)
{
    private const int Heaviest = 100 * 1024;
    private static readonly string[] Languages = ["en", "ru"];

    private static string Folder(string language) =>
        Environment.GetEnvironmentVariable("TURNA_GUIDE") == "write" ? Repository.Path("docs", "guide", language, "pictures") : Repository.Path("artifacts", "guide", language);

    [Theory]
    [InlineData("en")]
    [InlineData("ru")]
    public async Task Are_made_by_walking_through_the_first_day(string language)
    {
        await using (var stranger = await office.SitDownAsync(Screen.Desktop, language))
        {
            await stranger.GoAsync("/sign-in");
            await ShootAsync(stranger, language, "sign-in", 1000, 620);
            await stranger.GoAsync("/welcome");
            await ShootAsync(stranger, language, "welcome", 1000, 800);
        }

        await using var desk = await office.SitDownAsync("ayana", Screen.Desktop, language);
        await desk.GoAsync("/work");
        await ShootAsync(desk, language, "work", 1100, 620);
        await desk.Page.Keyboard.PressAsync("?");
        await ShootAsync(desk, language, "keys", 900, 500);
        await desk.GoAsync("/people/new");
        await ShootAsync(desk, language, "register", 1100, 900);
        await LogAsync(desk, language);
        await desk.GoAsync("/cases");
        await desk.Main.Locator("tbody a").First.ClickAsync();
        await ShootAsync(desk, language, "case", 1100, 900);
        await desk.Page.Locator(".t-identity a[href^='/people/']").ClickAsync();
        await Expect(desk.Page.Locator(".moj-timeline")).ToBeVisibleAsync();
        await ShootAsync(desk, language, "person", 1100, 860);
        await desk.GoAsync($"{desk.Path.Split('?')[0]}/rights");
        await ShootAsync(desk, language, "rights", 1100, 700);

        await using var supervisor = await office.SitDownAsync("salima", Screen.Desktop, language);
        await supervisor.GoAsync("/reports");
        await ShootAsync(supervisor, language, "report", 1100, 900);

        await using var phone = await office.SitDownAsync("ayana", Screen.Phone, language);
        await phone.GoAsync("/work");
        await ShootAsync(phone, language, "phone", 360, 740);
    }

    [Fact]
    public void Every_picture_a_guide_shows_is_there_small_and_every_one_there_is_shown()
    {
        foreach (var language in Languages)
        {
            var guide = Repository.Path("docs", "guide", language);
            var shown = Directory.EnumerateFiles(guide, "*.md")
                .SelectMany(file => Regex.Matches(File.ReadAllText(file), @"\]\((pictures/[\w-]+\.png)\)").Select(m => m.Groups[1].Value)).ToHashSet();
            shown.Count.ShouldBeGreaterThan(5);
            foreach (var picture in shown) new FileInfo(Path.Combine(guide, picture)).Length.ShouldBeInRange(1, Heaviest, picture);
            Directory.EnumerateFiles(Path.Combine(guide, "pictures")).Select(f => $"pictures/{Path.GetFileName(f)}").ShouldBeSubsetOf(shown);
        }
    }

    private async Task LogAsync(Desk desk, string language)
    {
        var name = office.Callers.First(n => n.Contains("кызы", StringComparison.Ordinal) || n.EndsWith("вна", StringComparison.Ordinal));
        await desk.GoAsync("/consultations/new");
        await desk.Page.Locator("[name='Input.Who']").PressSequentiallyAsync(string.Join(' ', name.Split(' ').Where(w => w != "кызы").Take(2)));
        await Expect(desk.Page.Locator(".t-listbox__option").First).ToBeVisibleAsync();
        await ShootAsync(desk, language, "find", 1100, 560);
        await desk.Page.PressAsync("[name='Input.Who']", "Enter");
        await desk.PickAsync("Input.Topics", language == "en" ? ("wages", "unp") : ("wages", "нев"), language == "en" ? ("documents_withheld", "doc") : ("documents_withheld", "док"));
        await ShootAsync(desk, language, "log", 1100, 1000);
        // Nothing of this is saved: the page is left on purpose.
        desk.Page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
    }

    private static async Task ShootAsync(Desk desk, string language, string name, int width, int height)
    {
        await desk.Page.SetViewportSizeAsync(width, height);
        await desk.Page.EvaluateAsync("document.fonts.ready.then(() => true)");
        await desk.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folder(language), $"{name}.png"), Animations = ScreenshotAnimations.Disabled, Caret = ScreenshotCaret.Hide });
    }
}
