using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Turna.Testing;

/// <summary>A browser without a screen: keeps cookies, follows redirects, parses pages, sends their forms.</summary>
public sealed class TestBrowser : IDisposable
{
    private const int MostRedirects = 10;

    private readonly HttpClientHandler handler;
    private readonly HttpClient client;

    internal TestBrowser(Uri address)
    {
        handler = new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() };
        client = new HttpClient(handler) { BaseAddress = address };
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
    }

    public CookieContainer Cookies => handler.CookieContainer;

    /// <summary>The client itself, for what is neither page nor form.</summary>
    public HttpClient Client => client;

    /// <summary>Asks for a page and follows redirects to where they lead.</summary>
    public Task<TestPage> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null, follow: true);

    /// <summary>Asks for a page; a redirect is the answer.</summary>
    public Task<TestPage> GetOnlyAsync(string path) => SendAsync(HttpMethod.Get, path, null, follow: false);

    /// <summary>Posts fields with the antiforgery token of this browser, to an address that need not show a form.</summary>
    public async Task<TestPage> PostAsync(string path, params (string Name, string Value)[] fields) =>
        await SendAsync(HttpMethod.Post, path, Fields([.. fields, ("__RequestVerificationToken", await TokenAsync())]), follow: false);

    public void Dispose()
    {
        client.Dispose();
        handler.Dispose();
    }

    internal async Task<TestPage> SendAsync(HttpMethod method, string path, HttpContent? content, bool follow)
    {
        for (var step = 0; step < MostRedirects; step++)
        {
            using var request = new HttpRequestMessage(method, path) { Content = content };
            var answer = await client.SendAsync(request);
            var isRedirect = answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.SeeOther;
            if (!isRedirect || !follow) return await TestPage.ReadAsync(this, path, answer);
            (method, path, content) = (HttpMethod.Get, answer.Headers.Location!.OriginalString, null);
        }

        throw new InvalidOperationException($"{path}: more than {MostRedirects} redirects");
    }

    internal static FormUrlEncodedContent Fields(IEnumerable<(string Name, string Value)> fields) =>
        new(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));

    // The header of a signed-in page has a form, and so has the sign-in page.
    private async Task<string> TokenAsync()
    {
        var page = await GetAsync("/account");
        return page.Document.QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")?.Value ?? string.Empty;
    }
}

/// <summary>An answer of the server, parsed.</summary>
public sealed class TestPage
{
    private readonly TestBrowser browser;

    private TestPage(TestBrowser browser, string path, HttpResponseMessage answer, string html, IDocument document)
    {
        this.browser = browser;
        (Path, Status, Headers, Html, Document) = (path, answer.StatusCode, answer, html, document);
    }

    /// <summary>Path and query of this answer, after redirects.</summary>
    public string Path { get; }

    public HttpStatusCode Status { get; }

    public HttpResponseMessage Headers { get; }

    /// <summary>Where it redirects to, if it does.</summary>
    public string? Location => Headers.Headers.Location?.OriginalString;

    public string Html { get; }

    public IDocument Document { get; }

    /// <summary>The words of the page's main part, blanks collapsed.</summary>
    public string Text => string.Join(
        ' ', (Document.QuerySelector("main") ?? Document.Body!).GetDescendants().OfType<IText>().SelectMany(t => t.Data.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)));

    /// <summary>The heading.</summary>
    public string Heading => Document.QuerySelector("h1")?.TextContent.Trim() ?? string.Empty;

    /// <summary>The errors of the summary, without the names of their fields.</summary>
    public IReadOnlyList<string> Errors => [.. Document.QuerySelectorAll(".govuk-error-summary__list li").Select(e =>
        e.TextContent[(e.QuerySelector(".t-errors__field")?.TextContent.Length ?? 0)..].Trim())];

    /// <summary>The form of the page's main part; with several, the one that has the button of this text or name.</summary>
    public IHtmlFormElement Form(string? button = null)
    {
        var forms = Document.QuerySelectorAll<IHtmlFormElement>("main form").ToList();
        if (forms.Count == 0) throw new InvalidOperationException($"{Path} ({Status}) shows no form: {Text}");
        if (button is null) return forms[0];
        return forms.Find(f => Button(f, button) is not null) ?? throw new InvalidOperationException($"{Path} has no button '{button}'");
    }

    /// <summary>Sends the first form as filled in, with these fields changed or added, and follows the redirect.</summary>
    public Task<TestPage> SubmitAsync(params (string Name, string Value)[] fields) => SubmitAsync(null, fields);

    /// <summary>Sends the form that has the button of this text or name.</summary>
    public Task<TestPage> PressAsync(string button, params (string Name, string Value)[] fields) => SubmitAsync(button, fields);

    /// <summary>Sends the first form with a file, as multipart, and follows the redirect.</summary>
    public async Task<TestPage> UploadAsync(string field, string fileName, byte[] file)
    {
        var form = Form();
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in FilledIn(form)) content.Add(new StringContent(value), name);
        content.Add(new ByteArrayContent(file), field, fileName);
        return await browser.SendAsync(HttpMethod.Post, form.GetAttribute("action") is { Length: > 0 } action ? action : Path, content, follow: true);
    }

    /// <summary>Sends the form exactly as a browser would, without following a redirect.</summary>
    public Task<TestPage> SubmitOnlyAsync(string? button, params (string Name, string Value)[] fields) => SendAsync(button, fields, follow: false);

    internal static async Task<TestPage> ReadAsync(TestBrowser browser, string path, HttpResponseMessage answer)
    {
        var html = await answer.Content.ReadAsStringAsync();
        var document = await BrowsingContext.New(Configuration.Default).OpenAsync(r => r.Content(html).Address($"http://localhost{path}"));
        return new TestPage(browser, path, answer, html, document);
    }

    private Task<TestPage> SubmitAsync(string? button, (string Name, string Value)[] fields) => SendAsync(button, fields, follow: true);

    private Task<TestPage> SendAsync(string? button, (string Name, string Value)[] fields, bool follow)
    {
        var form = Form(button);
        var given = fields.Select(f => f.Name).ToHashSet();
        var pressed = button is null ? null : Button(form, button);
        List<(string, string)> all = [.. FilledIn(form).Where(f => !given.Contains(f.Name)), .. fields];
        if (pressed?.GetAttribute("name") is { Length: > 0 } name) all.Add((name, pressed.GetAttribute("value") ?? string.Empty));
        var target = (pressed?.GetAttribute("formaction") ?? form.GetAttribute("action")) is { Length: > 0 } action ? action : Path;
        return browser.SendAsync(HttpMethod.Post, target, TestBrowser.Fields(all), follow);
    }

    private static IElement? Button(IHtmlFormElement form, string button) =>
        form.QuerySelectorAll("button").Concat(form.Id is { Length: > 0 } id ? form.Owner!.QuerySelectorAll($"button[form='{id}']") : []).FirstOrDefault(b => b.TextContent.Trim() == button || b.GetAttribute("name") == button || b.GetAttribute("value") == button);

    private static IEnumerable<(string Name, string Value)> FilledIn(IHtmlFormElement form)
    {
        foreach (var element in form.Elements)
        {
            var name = element.GetAttribute("name");
            if (string.IsNullOrEmpty(name) || element.HasAttribute("disabled")) continue;
            switch (element)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio" } choice:
                    if (choice.IsChecked) yield return (name, choice.Value);
                    break;
                case IHtmlInputElement { Type: "file" or "submit" or "button" }:
                    break;
                case IHtmlInputElement input:
                    yield return (name, input.Value);
                    break;
                case IHtmlTextAreaElement area:
                    yield return (name, area.Value);
                    break;
                case IHtmlSelectElement select:
                    foreach (var option in select.Options.Where(o => o.IsSelected)) yield return (name, option.Value);
                    break;
            }
        }
    }
}
