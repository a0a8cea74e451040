using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Turna.PageTests.Design;

internal static class Html
{
    public static async Task<IHtmlDocument> ReadHtmlAsync(this HttpResponseMessage answer)
    {
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return Parse(html);
    }

    public static IHtmlDocument Parse(string html) => new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html);

    public static async Task<IHtmlDocument> GetHtmlAsync(this HttpClient client, string path) =>
        await (await client.GetAsync(path, TestContext.Current.CancellationToken)).ReadHtmlAsync();

    /// <summary>Sends a form as a browser would: every field of the page, with some of them filled in.</summary>
    public static async Task<HttpResponseMessage> SubmitAsync(this HttpClient client, string path, string form, params (string Name, string Value)[] filled)
    {
        var shown = await client.GetAsync(path, TestContext.Current.CancellationToken);
        var page = await shown.ReadHtmlAsync();
        var fields = page.QuerySelectorAll<IHtmlInputElement>($"{form} input")
            .Where(input => input.Name is not null && (input.Type is not ("radio" or "checkbox") || input.IsChecked))
            .Select(input => KeyValuePair.Create(input.Name!, input.Value))
            .Where(field => filled.All(given => given.Name != field.Key))
            .Concat(filled.Select(given => KeyValuePair.Create(given.Name, given.Value)));
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) };
        if (shown.Headers.TryGetValues("Set-Cookie", out var cookies)) request.Headers.Add("Cookie", cookies.Select(cookie => cookie.Split(';')[0]));
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
