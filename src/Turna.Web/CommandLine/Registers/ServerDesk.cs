using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Turna.Cases.Contracts;

namespace Turna.Web.CommandLine.Registers;

/// <summary>A server that runs on the data folder, asked over loopback as a browser would.</summary>
internal sealed partial class ServerDesk : IRegisterDesk
{
    private readonly HttpClientHandler handler = new() { AllowAutoRedirect = false, CookieContainer = new CookieContainer(), UseProxy = false };
    private readonly HttpClient client;

    public ServerDesk(Uri address)
    {
        client = new HttpClient(handler) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(10) };
        client.DefaultRequestHeaders.Add("Turna-Command", "import");
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
    }

    public async Task<ImportDesk> SignInAsync(SignInWords words, CancellationToken cancel)
    {
        var page = await client.GetStringAsync(new Uri("/sign-in", UriKind.Relative), cancel);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["Input.Name"] = words.Member, ["Input.Password"] = words.Password, ["Input.Code"] = words.Code, ["__RequestVerificationToken"] = Token().Match(page).Groups["value"].Value,
        });
        using var answer = await client.PostAsync(new Uri("/sign-in", UriKind.Relative), form, cancel);
        if (answer.StatusCode is not HttpStatusCode.Redirect)
            throw new UsageException("We could not sign you in. Check the name, the password and the code. After several wrong tries signing in rests for some minutes.");
        return await GetAsync<ImportDesk?>("desk", cancel) ?? throw new UsageException($"{words.Member}: may not bring in registers");
    }

    public async Task<Guid> StageAsync(Guid team, string fileName, byte[] content, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/registers/?team={team}") { Content = new ByteArrayContent(content) };
        request.Headers.Add("Turna-File-Name", Convert.ToBase64String(Encoding.UTF8.GetBytes(fileName)));
        using var answer = await client.SendAsync(request, cancel);
        await ExpectAsync(answer, cancel);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(cancel)).GetProperty("id").GetGuid();
    }

    public Task ReadAsync(Guid id, CancellationToken cancel) => PostAsync<object?>($"{id}/read", null, cancel);

    public Task DecideAsync(Guid id, ImportChoices choices, CancellationToken cancel) => PostAsync($"{id}/decide", choices, cancel);

    public Task BringInAsync(Guid id, CancellationToken cancel) => PostAsync<object?>($"{id}/bring-in", null, cancel);

    public Task CancelAsync(Guid id, CancellationToken cancel) => PostAsync<object?>($"{id}/cancel", null, cancel);

    public Task<ImportState> SeeAsync(Guid id, CancellationToken cancel) => GetAsync<ImportState>($"{id}", cancel);

    public async Task<byte[]> ReportAsync(Guid id, CancellationToken cancel)
    {
        using var answer = await client.GetAsync(new Uri($"/api/registers/{id}/report", UriKind.Relative), cancel);
        await ExpectAsync(answer, cancel);
        return await answer.Content.ReadAsByteArrayAsync(cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await SignOutAsync();
        client.Dispose();
        handler.Dispose();
    }

    private async Task SignOutAsync()
    {
        try
        {
            var page = await client.GetStringAsync(new Uri("/account", UriKind.Relative));
            using var form = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", Token().Match(page).Groups["value"].Value)]);
            using var answer = await client.PostAsync(new Uri("/sign-out", UriKind.Relative), form);
        }
        catch (HttpRequestException)
        {
            // Nobody was signed in, or the server is gone: there is no session to end.
        }
    }

    private async Task<T> GetAsync<T>(string path, CancellationToken cancel)
    {
        using var answer = await client.GetAsync(new Uri($"/api/registers/{path}", UriKind.Relative), cancel);
        if (answer.StatusCode == HttpStatusCode.NotFound && default(T) is null && typeof(T) == typeof(ImportDesk)) return default!;
        await ExpectAsync(answer, cancel);
        return (await answer.Content.ReadFromJsonAsync<T>(JsonSerializerOptions.Web, cancel))!;
    }

    private async Task PostAsync<T>(string path, T body, CancellationToken cancel)
    {
        using var answer = await client.PostAsJsonAsync(new Uri($"/api/registers/{path}", UriKind.Relative), body, cancel);
        await ExpectAsync(answer, cancel);
    }

    private static async Task ExpectAsync(HttpResponseMessage answer, CancellationToken cancel)
    {
        if (answer.IsSuccessStatusCode) return;
        if (answer.StatusCode == HttpStatusCode.BadRequest && answer.Content.Headers.ContentType?.MediaType == "application/json")
            throw new UsageException((await answer.Content.ReadFromJsonAsync<JsonElement>(cancel)).GetProperty("error").GetString()!);
        throw new UsageException(answer.StatusCode switch
        {
            HttpStatusCode.NotFound => "it is missing, or not hers to bring in",
            HttpStatusCode.Unauthorized => "the session has ended; nothing more was done",
            HttpStatusCode.RequestEntityTooLarge => "the file is too large; split it by year or month",
            _ => $"the server answered {(int)answer.StatusCode}",
        });
    }

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="(?<value>[^"]+)""")]
    private static partial Regex Token();
}
