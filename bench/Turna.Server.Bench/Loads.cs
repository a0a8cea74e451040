namespace Turna.Server.Bench;

/// <summary>What the clients do, by the pages that people use.</summary>
internal sealed class Loads(string namesFile)
{
    private static readonly string[] Topics = ["wages", "migration_law", "contract", "dismissal", "health", "pension", "civil_documents", "job_search"];

    private readonly List<string[]> names = [.. File.ReadLines(namesFile).Skip(1).Select(l => l.Split(','))];

    /// <summary>A returning caller with two topics, advice and minutes: sealed, on the ledger, durable when the answer comes.</summary>
    public static async Task<bool> SaveReturningAsync(Client client) =>
        await SaveAsync(client, ("Input.Caller", "Known"), ("Input.Person", client.One(client.People)["/people/".Length..]));

    public static async Task<bool> SaveAnonymousAsync(Client client) => await SaveAsync(client, ("Input.Caller", "Anonymous"));

    public static Task<bool> PersonAsync(Client client) => ReadAsync(client, client.One(client.People));

    public static Task<bool> CaseAsync(Client client) => ReadAsync(client, client.One(client.Cases));

    public static Task<bool> WorkAsync(Client client) => ReadAsync(client, "/work");

    public static Task<bool> FormAsync(Client client) => ReadAsync(client, "/consultations/new");

    public static Task<bool> ListAsync(Client client) => ReadAsync(client, "/consultations");

    public async Task<bool> SearchAsync(Client client)
    {
        var given = client.One(names.Where(n => n[0] != "father").ToList());
        var father = client.One(names.Where(n => n[0] == "father").ToList());
        var query = client.Chance(0.5) ? $"{given[1]} {father[1]}" : $"{father[3]}OV {given[3]}";
        var answer = await client.Wire.PostAsync("/people/search", client.Write(("Query", query)));
        return answer.Status == 200;
    }

    public static async Task<bool> ReportAsync(Client client, int year) => await ReadAsync(client, $"/reports?period={year}");

    private static async Task<bool> SaveAsync(Client client, params (string, string)[] who)
    {
        var entry = Guid.CreateVersion7();
        var form = client.Write(
        [
            .. who, ("Input.Id", entry.ToString()), ("Input.NewId", Guid.CreateVersion7().ToString()), ("Input.Channel", "phone"), ("Input.Country", "RU"),
            ("Input.City", "Москва"), ("Input.Language", "ky"), ("Input.Topics", client.One(Topics)), ("Input.Topics", client.One(Topics)), ("Input.Minutes", "15"),
            ("Input.Advice", "Объяснила порядок обращения, договорились о документах. Сүйлөштүк, документтерди жөнөтөт."), ("Input.Next", "Nothing"), ("Input.Team", client.Team),
            ("Input.NewSex", "NotStated"), ("Input.NewName", ""), ("Input.NewPhone", ""), ("Input.Who", ""),
        ]);
        var answer = await client.Wire.PostAsync($"/consultations/new?entry={entry}", form);
        return answer is { Status: 302, Location: { } location } && location.StartsWith("/consultations/", StringComparison.Ordinal);
    }

    private static async Task<bool> ReadAsync(Client client, string path)
    {
        var answer = await client.Wire.GetAsync(path);
        return answer.Status == 200 && answer.Body.Span.IndexOf("</html>"u8) > 0;
    }
}
