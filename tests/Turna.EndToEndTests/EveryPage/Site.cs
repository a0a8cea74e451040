using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Turna.EndToEndTests.Office;

namespace Turna.EndToEndTests.EveryPage;

/// <summary>A page as it was reached: its route, an address of it and who sees it (null: nobody signed in).</summary>
internal sealed record Reached(string Route, string Address, string? Member);

/// <summary>
/// Every page of the route table with an address and a member who sees it. A new page is visited without being listed; one whose address has
/// a parameter that is not known here fails until an example is given.
/// </summary>
internal sealed class Site(SmallOffice office)
{
    /// <summary>Pages that show nothing by themselves.</summary>
    private static readonly Dictionary<string, string> NotVisited = new(StringComparer.Ordinal)
    {
        [""] = "leads on to the first page of the member's work",
        ["sign-out"] = "leads on to the sign-in",
        ["design"] = "only developers see the gallery; its own tests look at it",
        ["drafts/{id:guid}"] = "needs a text that was kept; the journey of the interrupted form looks at it",
        ["reports/behind"] = "answers a form of the report",
        ["questions/{id:guid}"] = "needs a second organisation; the page tests look at it",
        ["people/{id:guid}/copy"] = "answers a form; the journey of her rights looks at it",
    };

    private static readonly string?[] Visitors = ["salima", "ayana", "gulnara", "admin", "erkin", null];

    public async Task<IReadOnlyList<Reached>> PagesAsync()
    {
        if (office.Pages is { } known) return known;
        return office.Pages = await FindAsync();
    }

    private async Task<IReadOnlyList<Reached>> FindAsync()
    {
        var examples = await ExamplesAsync();
        var reached = new List<Reached>();
        var unreached = new List<string>();
        foreach (var route in Routes().Where(r => !NotVisited.ContainsKey(r)))
        {
            var addresses = examples.TryGetValue(route, out var given) ? given : route.Contains('{', StringComparison.Ordinal) ? null : [$"/{route}"];
            var found = addresses is null ? null : await FirstAsync(route, addresses);
            if (found is null) unreached.Add(addresses is null ? $"{route}: give an example of its address" : $"{route}: nobody sees it");
            else reached.AddRange(found);
        }

        unreached.ShouldBeEmpty();
        return reached;
    }

    private IEnumerable<string> Routes() => office.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null).Select(e => e.RoutePattern.RawText!.Trim('/')).Distinct().Order(StringComparer.Ordinal);

    private async Task<IReadOnlyList<Reached>?> FirstAsync(string route, IReadOnlyList<string> addresses)
    {
        foreach (var member in Visitors)
        {
            await using var desk = member is null ? await office.SitDownAsync(Screen.DesktopWithoutScripts) : await office.SitDownAsync(member, Screen.DesktopWithoutScripts);
            var all = new List<Reached>();
            foreach (var address in addresses)
            {
                var answer = await desk.Context.APIRequest.GetAsync(address, new APIRequestContextOptions { MaxRedirects = 0 });
                // The page of what went wrong answers with the status it speaks of.
                if (answer.Status == 200 || (route.StartsWith("wrong", StringComparison.Ordinal) && answer.Status != 302)) all.Add(new Reached(route, address, member));
            }

            if (all.Count == addresses.Count) return all;
        }

        return null;
    }

    /// <summary>Addresses of pages with parameters, found by following the links of the lists.</summary>
    private async Task<Dictionary<string, IReadOnlyList<string>>> ExamplesAsync()
    {
        await using var desk = await office.SitDownAsync("salima", Screen.DesktopWithoutScripts);
        await using var admin = await office.SitDownAsync("admin", Screen.DesktopWithoutScripts);
        var matter = await FirstLinkAsync(desk, "/cases?which=team", "tbody a[href^='/cases/']");
        var person = await FirstLinkAsync(desk, matter, ".t-identity a[href^='/people/']");
        var consultation = await FirstLinkAsync(desk, "/consultations", "tbody a[href^='/consultations/']");
        var examples = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            ["cases/{id:guid}"] = [matter, $"{matter}?tab=tasks", $"{matter}?tab=services", $"{matter}?tab=team"],
            ["cases/{id:guid}/story"] = [$"{matter}/story"],
            ["cases/{id:guid}/access"] = [$"{matter}/access"],
            ["cases/new"] = [$"/cases/new?person={person.Split('/')[2]}"],
            ["consultations/{id:guid}"] = [consultation],
            ["consultations/{id:guid}/correct"] = [$"{consultation}/correct"],
            ["consultations/new"] = ["/consultations/new", $"/consultations/new?person={person.Split('/')[2]}"],
            ["handover/{team:guid}/{member:guid}"] = [await FirstLinkAsync(desk, "/work", "a[href^='/handover/']")],
            ["load/{team:guid}"] = [await FirstLinkAsync(desk, "/work", "a[href^='/load/']")],
            ["ready-texts/{id:guid}"] = [await ReadyTextAsync(admin)],
            ["members/{id:guid}"] = [await FirstLinkAsync(admin, "/members", "main a[href^='/members/']:not([href$='/new'])")],
            ["teams/{id:guid}"] = [await FirstLinkAsync(admin, "/teams", "main a[href^='/teams/']")],
            ["tasks/{id:guid}"] = [await TaskAsync(desk, matter)],
            ["people/{id:guid}"] = [person],
            ["people/{id:guid}/journeys/{journey:guid?}"] = [$"{person}/journeys"],
            ["wrong/{status:int=500}"] = ["/wrong/404", "/wrong/400", "/wrong/413", "/wrong/500"],
        };
        var register = await RegisterAsync(desk);
        examples["registers/{id:guid}/rows/{row:int}"] = [$"{register}/rows/2"];
        foreach (var part in new[] { string.Empty, "/columns", "/people", "/rows" }) examples[$"registers/{{id:guid}}{part}"] = [$"{register}{part}"];
        foreach (var part in new[] { "access", "consent", "edit", "files", "household", "likely-same", "openings", "rights", "safe-contact" })
            examples[$"people/{{id:guid}}/{part}"] = [$"{person}/{part}"];
        return examples;
    }

    private static async Task<string> FirstLinkAsync(Desk desk, string page, string link)
    {
        await desk.GoAsync(page);
        return (await desk.Page.Locator(link).First.GetAttributeAsync("href"))!;
    }

    private static async Task<string> ReadyTextAsync(Desk admin)
    {
        await admin.GoAsync("/ready-texts");
        await admin.FillAsync("Input.Title", "Papers to bring");
        await admin.FillAsync("Input.Text", "Bring the passport and a copy of it.");
        await admin.PressAsync("Add the text");
        return await FirstLinkAsync(admin, "/ready-texts", "tbody a[href^='/ready-texts/']");
    }

    /// <summary>A small register that was read and waits to be looked over.</summary>
    private static async Task<string> RegisterAsync(Desk desk)
    {
        const string Rows = "Дата;ФИО;Телефон;Пол;Год рождения;Страна;Вопрос;Примечание\n15.05.2023;Абдыраева Роза;;ж;1988;Россия;пенсия;\n6/5/2021;Кенжебаева Уулкан;+996555910001;ж;35 лет;Россия;забрали паспорт;звонить только после 18:00\n";
        await desk.GoAsync("/registers/new");
        await desk.Page.SetInputFilesAsync("[name='Upload']", new FilePayload { Name = "register.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(Rows) });
        await desk.Page.Locator("[name='Team'][type=radio]").First.CheckAsync();
        await desk.PressAsync("Seal and read");
        await desk.PressAsync("Read the rows");
        await Expect(desk.Main.Locator("a[href*='/rows?which=']").First).ToBeVisibleAsync();
        return desk.Path.Split('?')[0];
    }

    private async Task<string> TaskAsync(Desk desk, string matter)
    {
        await desk.GoAsync(matter);
        await desk.UnfoldAsync("Add a task");
        await desk.FillAsync("Task.Text", "Look at every page");
        await desk.FillDateAsync("Task.DueOn", office.Today.AddDays(2));
        await desk.PressAsync("Add the task");
        return (await desk.Main.Locator("a[href^='/tasks/']").First.GetAttributeAsync("href"))!;
    }
}
