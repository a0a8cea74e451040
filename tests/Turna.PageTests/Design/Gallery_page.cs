using System.Net;
using AngleSharp;
using AngleSharp.Dom;

namespace Turna.PageTests.Design;

public sealed class Gallery_page(DesignHost host) : IClassFixture<DesignHost>
{
    [Fact]
    public async Task Shows_components_inside_the_frame()
    {
        var page = await GetAsync("/design");

        page.QuerySelectorAll("h1").Length.ShouldBeGreaterThan(0);
        page.QuerySelector(".t-nav a[aria-current=page]")!.TextContent.ShouldBe("Components");
        page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!.ShouldMatch(@"/assets/turna\.[a-z0-9]+\.css");
    }

    private async Task<IDocument> GetAsync(string path)
    {
        var answer = await host.Client.GetAsync(path, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return await BrowsingContext.New(Configuration.Default).OpenAsync(request => request.Content(html), TestContext.Current.CancellationToken);
    }
}
