using System.Net;
using System.Text.RegularExpressions;
using Turna.Kernel;
using Turna.Ledger;

namespace Turna.Web.Proofs.Access;

/// <summary>An answer that the role table does not give.</summary>
internal sealed record Unexpected(string Route, string Member, string Subject, string What)
{
    public override string ToString() => $"{Route} · {Member} · {Subject}: {What}";
}

/// <summary>
/// Every way into the host, asked by everybody about everything, against the role table: who may is answered, for who may not the thing looks
/// missing, who is not known is sent to sign in; no answer holds a sealed text that the member may not read, and none holds one whose opening
/// was not durable in the ledger before the answer began. No title, which stays on the screen and in the history, holds one at all.
/// </summary>
internal sealed partial class AccessMatrix(ProofOffice office, RoleTable table, IReadOnlyList<ProofSubject> subjects, Action<Unexpected> tell)
{
    private const string SignIn = "/sign-in";

    private readonly LedgerWatch watch = office.Services.GetRequiredService<LedgerWatch>();
    private readonly Dictionary<string, string> missingPages = new(StringComparer.Ordinal);
    private int questions;
    private readonly HashSet<string> shown = new(StringComparer.Ordinal);

    public List<Unexpected> Found { get; } = [];

    public int Answers { get; private set; }

    /// <summary>Answers that held a sealed text.</summary>
    public int Openings { get; private set; }

    /// <summary>Sealed texts that no answer ever showed: about these the matrix proved nothing.</summary>
    public IEnumerable<string> NeverShown => subjects.SelectMany(s => s.Secrets).Select(s => s.Text).Where(t => !shown.Contains(t));

    /// <summary>Asks every one of so many questions, 1 for all, 5 for each fifth, about the routes that are chosen.</summary>
    public async Task RunAsync(int each, Func<string, bool> about, CancellationToken cancel)
    {
        List<HostRoute> routes = [.. (await HostRoutes.OfAsync(office.Services)).Where(r => about(r.Key))];
        foreach (var route in routes.Where(r => !r.IsDeclared)) Report(route.Key, "-", "-", "declares no permission");
        foreach (var route in routes.Where(r => !table.Endpoints.ContainsKey(r.Key))) Report(route.Key, "-", "-", "is not in the role table's endpoints.csv");
        var members = office.Members.Values.ToList();
        // What a request uses up is taken last, so that those who may not have tried it before.
        foreach (var rule in routes.Where(r => table.Endpoints.ContainsKey(r.Key)).Select(r => table.Endpoints[r.Key]).OrderBy(r => r.Consumes)) await AskAsync(rule, members, each, cancel);
    }

    private async Task AskAsync(EndpointRule rule, List<ProofMember> members, int each, CancellationToken cancel)
    {
        foreach (var subject in SubjectsOf(rule))
        {
            var consumed = false;
            foreach (var member in members.OrderBy(m => m.Actor is { } actor && Permits(rule, actor, subject)))
            {
                if ((rule.Act == "leave" && member.Actor is not null) || questions++ % each != 0) continue;
                var answer = await SendAsync(rule, member, subject, cancel);
                Answers++;
                var allowed = member.Actor is { } actor && Permits(rule, actor, subject);
                if (WhyWrong(rule, member, subject, answer, allowed, consumed) is { } wrong) Report(rule.Key, member.Name, subject?.Name ?? "-", wrong);
                consumed |= rule.Consumes && allowed;
                await CheckTextsAsync(rule, member, subject, answer, cancel);
            }
        }
    }

    private IEnumerable<ProofSubject?> SubjectsOf(EndpointRule rule)
    {
        if (rule.Subject.Length > 0) return subjects.Where(s => s.Kind == rule.Subject);
        if (rule.Form.Contains("{query}", StringComparison.Ordinal)) return subjects.Where(s => s.Query.Length > 0);
        return new ProofSubject?[] { null };
    }

    private bool Permits(EndpointRule rule, Actor actor, ProofSubject? subject) => rule.Act switch
    {
        "members" or "all" => true,
        "nobody" or "leave" => false,
        _ => rule.Subject.Length == 0 ? table.May(rule.Act, actor, null) : subject!.Exists && table.May(rule.Act, actor, subject),
    };

    private string? WhyWrong(EndpointRule rule, ProofMember member, ProofSubject? subject, ProofAnswer answer, bool allowed, bool consumed)
    {
        if ((int)answer.Status >= 500) return $"answered {(int)answer.Status}";
        var sentToSignIn = answer.Status == HttpStatusCode.Redirect && answer.Location!.Split('?')[0] == SignIn && rule.Route != SignIn;
        if (rule.Act is "all" or "leave") return sentToSignIn && rule.Act == "all" ? "is open to all but asked for a sign-in" : null;
        if (member.Actor is null && rule.Route.StartsWith("/api/", StringComparison.Ordinal)) return answer.Status == HttpStatusCode.Unauthorized ? null : $"did not answer 401 but {(int)answer.Status}";
        if (member.Actor is null) return sentToSignIn && answer.Location == SignInFor(rule, PathOf(rule, subject)) ? null : $"did not send to sign in: {(int)answer.Status} {answer.Location}";
        if (allowed) return answer.Status == HttpStatusCode.NotFound && !consumed ? "is permitted but was refused" : sentToSignIn ? "is permitted but was sent to sign in" : null;
        if (answer.Status != HttpStatusCode.NotFound) return $"is not permitted but was answered {(int)answer.Status}";
        // A machine may be told without a page that something is missing.
        return (rule.Route.StartsWith("/api/", StringComparison.Ordinal) && answer.Body.Length == 0) || Shape(answer.Body, PathOf(rule, subject)) == Without(PathOf(rule, subject), missingPages[member.Name]) ? null : "is refused, but not as what is missing";
    }

    private async Task CheckTextsAsync(EndpointRule rule, ProofMember member, ProofSubject? asked, ProofAnswer answer, CancellationToken cancel)
    {
        var body = WebUtility.HtmlDecode(answer.Body);
        var held = subjects.SelectMany(s => s.Secrets.Select(secret => (Of: s, Secret: secret))).Where(s => body.Contains(s.Secret.Text, StringComparison.Ordinal)
            // What she typed herself comes back to her.
            && !(rule.Form.Contains("{query}", StringComparison.Ordinal) && asked!.Query.Contains(s.Secret.Text, StringComparison.Ordinal) && !body.Contains($"/people/{s.Of.Id}", StringComparison.Ordinal))).ToList();
        if (held.Count == 0) return;
        Openings++;
        var title = Title().Match(body).Value;
        foreach (var (of, secret) in held)
        {
            shown.Add(secret.Text);
            if (title.Contains(secret.Text, StringComparison.Ordinal)) Report(rule.Key, member.Name, asked?.Name ?? "-", $"shows '{secret.Act}' of {of.Name} in its title");
            if (member.Actor is not { } actor || !MayRead(secret, actor, of)) Report(rule.Key, member.Name, asked?.Name ?? "-", $"shows '{secret.Act}' of {of.Name}");
            else if (!await IsOnRecordAsync(secret, actor.Member, answer, cancel)) Report(rule.Key, member.Name, asked?.Name ?? "-", $"shows '{secret.Act}' of {of.Name} without a leaf that was durable before");
        }
    }

    // Whoever may open the case may read its tasks.
    private bool MayRead(Secret secret, Actor actor, ProofSubject of) =>
        table.May(secret.Act, actor, of) || (secret.Act == "task" && table.May("case", actor, of));

    private async Task<bool> IsOnRecordAsync(Secret secret, MemberId member, ProofAnswer answer, CancellationToken cancel)
    {
        var (before, atStart) = watch.Of(answer.Request);
        await using var scope = office.Services.CreateAsyncScope();
        var leaves = await scope.ServiceProvider.GetRequiredService<AuditLedger>().AboutAsync(secret.Sealed, [member], 40, cancel);
        return leaves.Any(l => l.Member == member && l.Index >= before && l.Index < atStart);
    }

    private async Task<ProofAnswer> SendAsync(EndpointRule rule, ProofMember member, ProofSubject? subject, CancellationToken cancel)
    {
        if (!missingPages.ContainsKey(member.Name)) missingPages[member.Name] = Shape((await member.Browser.GetAsync("/nothing/of/the/kind", cancel)).Body, "/nothing/of/the/kind");
        var path = PathOf(rule, subject);
        return rule.Method == "GET" ? await member.Browser.GetAsync(path, cancel) : await member.Browser.PostAsync(path, Fields(rule, subject), cancel);
    }

    private string PathOf(EndpointRule rule, ProofSubject? subject)
    {
        var path = Place().Replace(rule.Route, m => ValueOf(m.Groups["name"].Value, rule, subject));
        List<string> query = [];
        if (rule.Handler.Length > 0) query.Add($"handler={rule.Handler}");
        if ((rule.Method == "GET" || rule.Form.StartsWith("person=", StringComparison.Ordinal)) && rule.Form.Length > 0) query.Add(Filled(rule.Form, rule, subject));
        path = path.Length > 1 ? path.TrimEnd('/') : path;
        return query.Count == 0 ? path : $"{path}?{string.Join('&', query)}";
    }

    private List<KeyValuePair<string, string>> Fields(EndpointRule rule, ProofSubject? subject) =>
    [
        .. rule.Form.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(f => f.Split('=', 2)).Select(f => KeyValuePair.Create(f[0], Filled(f[1], rule, subject))),
    ];

    private string Filled(string form, EndpointRule rule, ProofSubject? subject) => Place().Replace(form, m => ValueOf(m.Groups["name"].Value, rule, subject));

    private string ValueOf(string name, EndpointRule rule, ProofSubject? subject) => name switch
    {
        "id" => (subject?.Id ?? Guid.Empty).ToString(),
        "query" => subject!.Query,
        "status" => "404",
        "person" when subject is null => subjects[0].Id.ToString(),
        _ => subject?.Places.GetValueOrDefault(name) ?? Guid.Empty.ToString(),
    };

    // An answer of one page must not be told from that of another by anything but its address and what is new on every page.
    private static string Shape(string body, string path) => Fresh().Replace(Without(path, ProofBrowser.Token().Replace(body, "token")), "new");

    // A page that is asked for may be one of the member's own ways, which stand around every page.
    private static string Without(string path, string page) => page.Replace(WebUtility.HtmlEncode(path), "path", StringComparison.Ordinal).Replace(path, "path", StringComparison.Ordinal);

    private static string SignInFor(EndpointRule rule, string path) =>
        rule.Method == "POST" ? $"{SignIn}?unsaved=true" : path.Length is > 1 and <= 200 ? $"{SignIn}?return={Uri.EscapeDataString(path)}" : SignIn;

    private void Report(string route, string member, string subject, string what)
    {
        Found.Add(new Unexpected(route, member, subject, what));
        tell(Found[^1]);
    }

    [GeneratedRegex(@"\{(?<name>[a-z]+)[^}]*\}", RegexOptions.CultureInvariant)]
    private static partial Regex Place();

    [GeneratedRegex("<title>[^<]*", RegexOptions.CultureInvariant)]
    private static partial Regex Title();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9A-Z]{13}:[0-9A-F]{8}", RegexOptions.CultureInvariant)]
    private static partial Regex Fresh();
}
