using Turna.EndToEndTests.Office;

namespace Turna.EndToEndTests.EveryPage;

/// <summary>Every page of the route table, in four languages: accessible, within the screen, light, and from our server alone.</summary>
[Collection(OfficeHours.Name)]
public sealed class Every_page(SmallOffice office)
{
    private const int HeaviestPage = 40 * 1024;
    private const int HeaviestAssets = 120 * 1024;

    // 320: the narrowest phone, and 400 % at 1280; 640: 200 % at 1280.
    private static readonly int[] Widths = [1280, 640, 320];

    [Theory]
    [InlineData("en")]
    [InlineData("ru")]
    [InlineData("ky")]
    [InlineData("uz")]
    public async Task Is_accessible_fits_the_screen_is_light_and_asks_nobody_else(string language)
    {
        var faults = new List<string>();
        foreach (var visits in (await new Site(office).PagesAsync()).GroupBy(p => p.Member))
        {
            await using var desk = visits.Key is null ? await office.SitDownAsync(Screen.Desktop, language) : await office.SitDownAsync(visits.Key, Screen.Desktop, language);
            desk.Page.Request += (_, request) =>
            {
                if (!request.Url.StartsWith(office.Address, StringComparison.Ordinal)) faults.Add($"{desk.Path} asks {request.Url}");
            };
            foreach (var visit in visits) faults.AddRange((await LookAsync(desk, visit)).Select(f => $"{language} {visit.Address}: {f}"));
        }

        faults.ShouldBeEmpty(string.Join(Environment.NewLine, faults));
    }

    [Fact]
    public async Task Styles_and_scripts_are_light()
    {
        await using var desk = await office.SitDownAsync(Screen.Desktop);
        await desk.GoAsync("/sign-in");
        var addresses = await desk.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('link[rel=stylesheet], script[src]')].map(e => e.href || e.src)");
        using var http = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = System.Net.DecompressionMethods.None });
        var sum = 0;
        foreach (var address in addresses)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.AcceptEncoding.ParseAdd("gzip");
            using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
            answer.Content.Headers.ContentEncoding.ShouldContain("gzip");
            sum += (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length;
        }

        addresses.Length.ShouldBe(2);
        TestContext.Current.TestOutputHelper?.WriteLine($"styles and scripts: {sum} bytes compressed");
        sum.ShouldBeInRange(1, HeaviestAssets);
    }

    [Fact]
    public async Task A_fault_put_into_a_page_is_found()
    {
        await using var desk = await office.SitDownAsync(Screen.Desktop);
        await desk.GoAsync("/sign-in");
        (await Axe.FindAsync(desk.Page)).ShouldBeEmpty();

        await desk.Page.EvaluateAsync("document.querySelector('main').append(document.createElement('input'), Object.assign(document.createElement('div'), { className: 'govuk-grid-row', textContent: '–'.repeat(4000) }))");

        (await Axe.FindAsync(desk.Page)).ShouldContain(f => f.StartsWith("label", StringComparison.Ordinal));
        (await BeyondAsync(desk.Page)).ShouldBeGreaterThan(0);

        await desk.Page.SetViewportSizeAsync(320, 800);
        (await ScrolledRecordsAsync(desk.Page)).ShouldBeEmpty();
        await desk.Page.EvaluateAsync("""
            () => {
              const region = Object.assign(document.createElement('div'), { className: 't-scroll', ariaLabel: 'Wide' });
              region.append(Object.assign(document.createElement('table'), { className: 't-table--records', textContent: '–' }));
              region.firstChild.style.minWidth = '400px';
              document.querySelector('main').append(region);
            }
            """);
        (await ScrolledRecordsAsync(desk.Page)).ShouldBe(["Wide"]);

        (await PinnedAsync(desk.Page)).Length.ShouldBe(1);
        await desk.Page.EvaluateAsync("""
            () => {
              const bar = Object.assign(document.createElement('div'), { className: 't-actions--pinned' });
              bar.append(Object.assign(document.createElement('button'), { className: 'govuk-button--warning', textContent: 'End' }));
              document.querySelector('main').append(bar);
            }
            """);
        (await PinnedAsync(desk.Page)).ShouldContain("warning: End");
    }

    private static async Task<List<string>> LookAsync(Desk desk, Reached visit)
    {
        var faults = new List<string>();
        var answer = await desk.Page.GotoAsync(visit.Address);
        var bytes = (await answer!.BodyAsync()).Length;
        if (visit.Member is not null && bytes > HeaviestPage) faults.Add($"{bytes} bytes of HTML");
        foreach (var width in Widths)
        {
            await desk.Page.SetViewportSizeAsync(width, 800);
            if (await BeyondAsync(desk.Page) is var beyond and > 0) faults.Add($"{beyond} px wider than a screen of {width}");
            if (await ScrolledRecordsAsync(desk.Page) is { Length: > 0 } scrolled) faults.Add($"at {width} a record must be scrolled sideways: {string.Join(", ", scrolled)}");
            if (width < 640 && await PinnedAsync(desk.Page) is { } pinned && (pinned.Length > 1 || pinned.Any(p => p.Contains("warning", StringComparison.Ordinal)))) faults.Add($"at {width} fixed at the lower edge: {string.Join(", ", pinned)}");
            if (width == 640) continue;
            // The whole page at once: what a bar at the edge of the screen covers depends on where the page was scrolled to.
            var height = await desk.Page.EvaluateAsync<int>("document.documentElement.scrollHeight");
            await desk.Page.SetViewportSizeAsync(width, height);
            faults.AddRange((await Axe.FindAsync(desk.Page)).Select(f => $"at {width}: {f}"));
        }

        return faults;
    }

    private static Task<string[]> ScrolledRecordsAsync(IPage page) => page.EvaluateAsync<string[]>(
        "innerWidth > 640 ? [] : [...document.querySelectorAll('.t-scroll:has(> .t-table--records)')].filter(e => e.scrollWidth > e.clientWidth).map(e => e.getAttribute('aria-label'))");

    private static Task<string[]> PinnedAsync(IPage page) => page.EvaluateAsync<string[]>("""
        () => [...document.querySelectorAll('main *')].filter(e => getComputedStyle(e).position === 'fixed' && getComputedStyle(e).bottom === '0px')
          .map(e => e.querySelector('.govuk-button--warning') ? `warning: ${e.textContent.trim()}` : e.textContent.trim())
        """);

    private static Task<int> BeyondAsync(IPage page) => page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
}
