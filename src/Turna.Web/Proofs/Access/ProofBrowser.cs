using System.Net;
using System.Text.RegularExpressions;

namespace Turna.Web.Proofs.Access;

/// <summary>An answer of the host.</summary>
internal sealed record ProofAnswer(HttpStatusCode Status, string? Location, string Body, string Request);

/// <summary>A browser without a screen: one member's cookies, and the antiforgery token that her forms carry.</summary>
internal sealed partial class ProofBrowser : IDisposable
{
    private static long requests;

    private readonly HttpClientHandler handler = new() { AllowAutoRedirect = false, CookieContainer = new CookieContainer() };
    private readonly HttpClient client;
    private string? token;

    public ProofBrowser(Uri address)
    {
        client = new HttpClient(handler) { BaseAddress = address };
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
    }

    public Task<ProofAnswer> GetAsync(string path, CancellationToken cancel) => SendAsync(HttpMethod.Get, path, null, cancel);

    /// <summary>Posts fields with the token of a page that this browser may see.</summary>
    public async Task<ProofAnswer> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> fields, CancellationToken cancel)
    {
        token ??= Token().Match((await GetAsync("/sign-in", cancel)) is { Status: HttpStatusCode.OK } page ? page.Body : (await GetAsync("/account", cancel)).Body).Groups["value"].Value;
        using var form = new FormUrlEncodedContent([.. fields, new("__RequestVerificationToken", token)]);
        return await SendAsync(HttpMethod.Post, path, form, cancel);
    }

    /// <summary>Posts a form with a file.</summary>
    public async Task<ProofAnswer> PostFileAsync(string path, string field, string name, byte[] bytes, CancellationToken cancel)
    {
        token ??= Token().Match((await GetAsync("/account", cancel)).Body).Groups["value"].Value;
        using var form = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" }, { new ByteArrayContent(bytes), field, name },
        };
        return await SendAsync(HttpMethod.Post, path, form, cancel);
    }

    public void Dispose()
    {
        client.Dispose();
        handler.Dispose();
    }

    private async Task<ProofAnswer> SendAsync(HttpMethod method, string path, HttpContent? content, CancellationToken cancel)
    {
        var number = Interlocked.Increment(ref requests).ToString(System.Globalization.CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Add(LedgerWatch.Header, number);
        using var answer = await client.SendAsync(request, cancel);
        return new ProofAnswer(answer.StatusCode, answer.Headers.Location?.OriginalString, await answer.Content.ReadAsStringAsync(cancel), number);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"(?<value>[^\"]+)\"", RegexOptions.CultureInvariant)]
    internal static partial Regex Token();
}
