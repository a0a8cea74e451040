using System.Runtime.CompilerServices;
using Turna.Web.CommandLine;

namespace Turna.EndToEndTests.Office;

/// <summary>A browser of its own at which somebody sits, with the few gestures that journeys are made of.</summary>
public sealed class Desk(SmallOffice office, IBrowserContext context, IPage page, Screen screen) : IAsyncDisposable
{
    public IBrowserContext Context => context;

    public IPage Page => page;

    public Screen Screen => screen;

    public ILocator Main => page.Locator("main");

    public ILocator Heading => page.Locator("main h1");

    public ILocator Errors => page.Locator(".govuk-error-summary");

    /// <summary>Path and query of the page shown.</summary>
    public string Path => new Uri(page.Url).PathAndQuery;

    public async Task GoAsync(string path)
    {
        var answer = await page.GotoAsync(path);
        answer.ShouldNotBeNull().Status.ShouldBe(200, path);
    }

    public Task SignInAsync(string member) => SignInAsync(member, DemoOffice.Password, office.NextCode(member));

    public async Task SignInAsync(string member, string password, string code)
    {
        if (!Path.StartsWith("/sign-in", StringComparison.Ordinal)) await GoAsync("/sign-in");
        await page.FillAsync("[name='Input.Name']", member);
        await page.FillAsync("[name='Input.Password']", password);
        await page.FillAsync("[name='Input.Code']", code);
        await page.Locator("main form button[type=submit]").ClickAsync();    }

    /// <summary>Presses the button or link button of this text in the page's main part.</summary>
    public Task PressAsync(string text) => Main.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = text, Exact = true }).First.ClickAsync();

    public Task FollowAsync(string text) => Main.GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = text, Exact = true }).First.ClickAsync();

    public Task FillAsync(string name, string value) => page.FillAsync($"[name='{name}']:visible", value);

    public Task ChooseAsync(string name, string value) => page.CheckAsync($"[name='{name}'][value='{value}']");

    public async Task FillDateAsync(string name, DateOnly day)
    {
        var invariant = System.Globalization.CultureInfo.InvariantCulture;
        await page.FillAsync($"[name='{name}.Day']", day.Day.ToString(invariant));
        await page.FillAsync($"[name='{name}.Month']", day.Month.ToString(invariant));
        await page.FillAsync($"[name='{name}.Year']", day.Year.ToString(invariant));
    }

    /// <summary>A day as the English screens write it.</summary>
    public static string Written(DateOnly day) => day.ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Chooses answers of a list: with scripts by their first letters, without by the list itself.</summary>
    public async Task PickAsync(string name, params (string Value, string Typed)[] answers)
    {
        if (!screen.HasScripts())
        {
            await page.SelectOptionAsync($"select[name='{name}']", answers.Select(a => a.Value).ToArray());
            return;
        }

        var field = page.Locator($"select[name='{name}'] + .t-tokens input");
        foreach (var (_, typed) in answers)
        {
            await field.PressSequentiallyAsync(typed);
            await field.PressAsync("Enter");
        }
    }

    /// <summary>Finds a person by what is typed, and takes the first of those found.</summary>
    /// <param name="shows">What the list says of her, where there are scripts to show one.</param>
    public async Task FindCallerAsync(string typed, string shows)
    {
        if (!Screen.HasScripts())
        {
            await FillAsync("Input.Who", typed);
            await PressAsync("Find");
            await page.Locator("[name='Input.Picked']").First.CheckAsync();
            return;
        }

        var who = page.Locator("[name='Input.Who']");
        await who.PressSequentiallyAsync(typed);
        await Expect(page.Locator(".t-listbox__option").First).ToContainTextAsync(shows);
        await who.PressAsync("Enter");
        await Expect(page.Locator("#caller")).ToBeVisibleAsync();
    }

    /// <summary>Opens what is folded, so that what stands in it can be used.</summary>
    public Task UnfoldAsync(string summary) => Main.Locator("summary").Filter(new LocatorFilterOptions { HasText = summary }).First.ClickAsync();

    /// <summary>Nothing lies beside the screen.</summary>
    public async Task ShouldFitAsync()
    {
        if (!screen.HasScripts()) return;
        var beyond = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        beyond.ShouldBeLessThanOrEqualTo(0, $"{Path} is wider than the screen");
    }

    /// <summary>Keeps a picture of the whole page under artifacts/screens.</summary>
    public async Task KeepPictureAsync(string what, [CallerFilePath] string journey = "")
    {
        await ShouldFitAsync();
        await page.ScreenshotAsync(new PageScreenshotOptions
        {
            FullPage = true, Path = Repository.Path("artifacts", "screens", $"{System.IO.Path.GetFileNameWithoutExtension(journey)}-{what}-{screen}.png"),
        });
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
