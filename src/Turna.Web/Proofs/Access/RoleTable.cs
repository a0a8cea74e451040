using Turna.Kernel;
using Turna.Web.CommandLine;

namespace Turna.Web.Proofs.Access;

/// <summary>What the table says of one endpoint: the act it is, what kind of subject it concerns, and what to send.</summary>
/// <param name="Method">GET or POST.</param>
/// <param name="Route">The route pattern as declared.</param>
/// <param name="Handler">The named handler of a page; empty for the page itself.</param>
/// <param name="Act">The act, or several joined by a plus; or a word for pages without one: all, members, nobody, leave.</param>
/// <param name="Subject">Kind of subject; empty when there is none.</param>
/// <param name="Consumes">True when a permitted request takes away what it names, so that only the first can succeed.</param>
/// <param name="Form">Fields or query to send, with places in braces.</param>
internal sealed record EndpointRule(string Method, string Route, string Handler, string Act, string Subject, bool Consumes, string Form)
{
    public string Key => $"{Method} {Route} {Handler}".TrimEnd();
}

/// <summary>The role table of the security design and what each endpoint is in it, as data of <c>content/security/access</c>.</summary>
internal sealed class RoleTable
{
    private readonly Dictionary<(string Act, Role Role), string> scopes = [];

    public IReadOnlyDictionary<string, EndpointRule> Endpoints { get; private init; } = new Dictionary<string, EndpointRule>();

    public static RoleTable Read(string folder, IEnumerable<EndpointRule>? more = null)
    {
        var endpoints = CsvRows.Read(Path.Combine(folder, "endpoints.csv"));
        string Cell(string[] row, string column) => row[endpoints.Column(column)];
        var rules = endpoints.Rows.Select(row => new EndpointRule(
            Cell(row, "method"), Cell(row, "route"), Cell(row, "handler"), Cell(row, "act"), Cell(row, "subject"), Cell(row, "child") == "consumed", Cell(row, "form")));
        var table = new RoleTable { Endpoints = rules.Concat(more ?? []).ToDictionary(r => r.Key, StringComparer.Ordinal) };
        var roles = CsvRows.Read(Path.Combine(folder, "roles.csv"));
        foreach (var row in roles.Rows)
        {
            foreach (var role in Enum.GetValues<Role>()) table.scopes[(row[roles.Column("act")], role)] = row[roles.Column(role.ToString().ToLowerInvariant())];
        }

        return table;
    }

    /// <summary>Whether a member with these roles may do the act to the subject; without a subject, whether to anything at all.</summary>
    public bool May(string act, Actor actor, ProofSubject? subject) =>
        !IsClosedWithRecord(act, actor, subject) && act.Split('+').All(one => actor.Grants.Any(grant => Reaches(ScopeOf(one, grant.Role), grant, actor, subject)));

    /// <summary>What was said in a consultation is read and corrected by those alone who may open the restricted record of whom it concerns.</summary>
    private bool IsClosedWithRecord(string act, Actor actor, ProofSubject? subject) =>
        act is "advice" or "correct" && subject?.Record is { IsRestricted: true } record && !May("identity", actor, record);

    private string ScopeOf(string act, Role role) =>
        scopes.TryGetValue((act, role), out var scope) ? scope : throw new InvalidDataException($"roles.csv does not know the act '{act}'");

    private static bool Reaches(string scope, RoleGrant grant, Actor actor, ProofSubject? subject)
    {
        if (scope == "none") return false;
        if (subject is null) return true;
        // What stands between organisations opens for the members it names, and for nobody by where she works.
        if (scope is "between" or "officer") return subject.Named.Contains(actor.Member) && (scope == "between" || subject.By != actor.Member);
        if (subject.Organisation != actor.Organisation) return false;
        var sameTeam = subject.Team == grant.Team;
        var isNamed = !subject.IsProtected || subject.Named.Contains(actor.Member);
        return scope switch
        {
            "organisation" => true,
            "standard" => !subject.IsRestricted,
            "restricted" => !subject.IsRestricted || sameTeam,
            "team" => sameTeam && !subject.IsProtected,
            "sameteam" => sameTeam,
            "named" => sameTeam && isNamed,
            "basic" => sameTeam && (!subject.IsRestricted || subject.By == actor.Member),
            "mine" => sameTeam && subject.By == actor.Member,
            "assigned" => sameTeam && isNamed && subject.By == actor.Member,
            "supervised" => sameTeam && isNamed,
            _ => throw new InvalidDataException($"roles.csv: unknown scope '{scope}'"),
        };
    }
}
