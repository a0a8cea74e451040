using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Evidence.Contracts;
using Turna.Evidence.Keeping;
using Turna.Kernel;
using Turna.Members.Contracts;
using Turna.Vault;

namespace Turna.Evidence.Reporting;

/// <summary>Makes a report. Who may open every record behind a figure sees it exactly; everybody else sees protected figures of fixed periods.</summary>
internal sealed class MakeReport(TurnaDbFactory units, StaffDirectory staff, KeyVault vault, IEnumerable<IOpensFacts> rooms)
{
    private const int MostReaders = 4;

    /// <summary>
    /// Asks for all teams of the reader together, exactly, where no team asks for the protected figures of the organisation. Only where she may open and has
    /// the keys of every team she belongs to: as whoever knows just these teams she is among the readers that protection reckons with.
    /// </summary>
    public static readonly TeamId AllMine = new(Guid.Empty);

    internal sealed record Input(string? Period, Breakdown Breakdown, bool Publishable, TeamId? Team)
    {
        public bool IsOfAllMine => Team == AllMine;
    }

    public async Task<Result<Report>> HandleAsync(Input input, Actor actor, DateOnly today, CancellationToken cancel)
    {
        var period = input.Period is null ? Period.Offered(today)[1] : Period.Read(input.Period);
        if (period is null) return Error.Field("Period", "Choose a month, a quarter or a year, or two days in order");
        if (ViewOf(input, actor) is not { } view) return Error.NotFound;
        if (view != View.Exact && !period.IsFixed) return Error.Field("Period", "Protected figures are made for whole months, quarters and years only");

        var scope = view == View.Exact ? Scope(input, actor, vault) : null;
        // A role alone opens no record: exact figures go with the keys of what is behind them.
        if (scope is { Count: 0 }) return Error.Refuse("You have not been given the keys yet. Ask a colleague who works with people to admit you.");
        var leavesOutDelicate = scope is not null && LeavesOutDelicate(scope, actor);
        // What protects a period is drawn from its whole year, which is read once for both.
        var read = view == View.Exact ? period : Period.Year(period.From.Year);
        IReadOnlyCollection<Reader> readers = view == View.Exact ? [] : await ReadersAsync(actor.Organisation, cancel);
        // Whoever knows all teams exactly would know the protected cases by what is left over: then the organisation's figures leave them out too.
        var leavesOut = view == View.Exact || await SomebodyKnowsAllAsync(actor.Organisation, readers, cancel);
        var columns = await ReadAsync(read, new FactScope(scope, leavesOut, leavesOutDelicate), actor.Organisation, cancel);
        var counting = new Counting(columns, period, input.Breakdown);
        var counted = counting.Run();
        if (view == View.Exact)
            return Exact(period, input, actor, scope!, counting, counted, columns) with { LeavesOutDelicate = leavesOutDelicate, Overdue = await rooms.Single().OverdueAsync(scope!, period.From, period.To, actor, cancel) };
        var pattern = Pattern.Of(new Sightings(columns, period.From.Year, readers), view);
        return new Report(
            period, view, input.Breakdown, Protecting.Apply(counted, view, period, pattern), Anonymous(counting, view, pattern.Of(period)), new Dictionary<string, long>(StringComparer.Ordinal))
        {
            LeavesOutProtected = leavesOut,
            IsProvisional = period.FinalFrom > today,
        };
    }

    /// <summary>The year of the organisation's first fact: registers brought in may lie years back. Null while there is none.</summary>
    public async Task<int?> FirstYearAsync(OrganisationId organisation, CancellationToken cancel)
    {
        await using var db = units.Create();
        return (await db.Set<FactRow>().Where(f => f.Organisation == organisation).MinAsync(f => (DateOnly?)f.On, cancel))?.Year;
    }

    /// <summary>Teams whose every record she may open (protected cases are left out of exact figures for everyone).</summary>
    public static List<TeamId> OpenableTeams(Actor actor) =>
        [.. actor.Grants.Where(g => g.Team is not null && g.Role is Role.Caseworker or Role.Protection or Role.Supervisor).Select(g => g.Team!.Value).Distinct()];

    /// <summary>Teams whose consultations she may open; the front desk opens no cases.</summary>
    public static List<TeamId> ContactTeams(Actor actor) =>
        [.. OpenableTeams(actor).Union(actor.Grants.Where(g => g.Team is not null && g.Role == Role.FrontDesk).Select(g => g.Team!.Value))];

    /// <summary>Whether she may see figures of the whole organisation, protected, and publish them.</summary>
    public static bool WholeOrganisation(Actor actor) => actor.Has(Role.Supervisor) || actor.Has(Role.Analyst);

    /// <summary>The teams that exact figures are made of, of those whose key she holds.</summary>
    internal static List<TeamId> Scope(Input input, Actor actor, KeyVault vault)
    {
        if (input.IsOfAllMine && !MaySeeAllMine(actor, vault)) return [];
        var teams = input is { IsOfAllMine: false, Team: { } team } ? [team] : OpenableTeams(actor) is { Count: > 0 } openable ? openable : ContactTeams(actor);
        return [.. teams.Where(t => vault.Holds(CircleId.Of(t)))];
    }

    /// <summary>Whether exact figures of these teams leave out contacts about delicate topics: the front desk may not open those of its colleagues.</summary>
    internal static bool LeavesOutDelicate(List<TeamId> scope, Actor actor) => !scope.TrueForAll(OpenableTeams(actor).Contains);

    /// <summary>Whether <see cref="AllMine"/> is a choice: several teams, all of them wholly hers.</summary>
    public bool MaySeeAllMine(Actor actor) => MaySeeAllMine(actor, vault);

    private static bool MaySeeAllMine(Actor actor, KeyVault vault) =>
        OpenableTeams(actor) is { Count: > 1 } openable && openable.Count == ContactTeams(actor).Count && openable.TrueForAll(t => vault.Holds(CircleId.Of(t)));

    /// <summary>Teams each of which she may see exactly, by choosing it: she may open what is behind the figures, and holds the key.</summary>
    public List<TeamId> ExactTeams(Actor actor) => [.. ContactTeams(actor).Where(t => vault.Holds(CircleId.Of(t)))];

    /// <summary>What a reader meets who has chosen nothing yet: her own teams exactly, where each of them is hers; null for what <see cref="ViewOf"/> says.</summary>
    public TeamId? OwnFigures(Actor actor) => MaySeeAllMine(actor) ? AllMine : ExactTeams(actor) is [var only] && ContactTeams(actor).Count == 1 ? only : null;

    /// <summary>How she may see what she asks for; null when not at all.</summary>
    internal static View? ViewOf(Input input, Actor actor)
    {
        if (input.Publishable) return WholeOrganisation(actor) ? View.Publishable : null;
        var mine = ContactTeams(actor);
        if (input.IsOfAllMine) return mine.Count > 0 ? View.Exact : null;
        if (input.Team is { } team) return mine.Contains(team) ? View.Exact : null;
        return WholeOrganisation(actor) ? View.Inside : mine.Count > 0 ? View.Exact : null;
    }

    /// <summary>Whether she may open every record behind exact numbers of this kind.</summary>
    internal static bool MayOpen(Measure measure, List<TeamId> scope, Actor actor) =>
        IsOfContacts(measure) || scope.TrueForAll(OpenableTeams(actor).Contains);

    private static bool IsOfContacts(Measure measure) => measure is Measure.Consultations or Measure.Clients or Measure.NewClients or Measure.ReturningClients;

    private static Report Exact(
        Period period, Input input, Actor actor, List<TeamId> scope, Counting counting, IReadOnlyList<CountTable> counted, FactColumns columns)
    {
        var opensCases = MayOpen(Measure.CasesOpened, scope, actor);
        var shown = counted.Where(t => opensCases || IsOfContacts(t.Measure)).ToList();
        return new Report(
            period, View.Exact, input.Breakdown, Protecting.Open(shown), Figure.Exact(counting.Anonymous),
            opensCases ? columns.Recovered : new Dictionary<string, long>(StringComparer.Ordinal))
        {
            LeavesOutProtected = true,
            Teams = scope,
        };
    }

    private async Task<FactColumns> ReadAsync(Period period, FactScope scope, OrganisationId organisation, CancellationToken cancel)
    {
        await using var state = await SameState.OpenAsync(units, Math.Min(MostReaders, Environment.ProcessorCount), cancel);
        return await FactColumns.ReadAsync(state.Units, organisation, period, scope, cancel);
    }

    /// <summary>
    /// Whoever sees the organisation's figures may know those of her teams exactly, so each team by itself and each set of teams that one member
    /// belongs to is a reader. The front desk, to whom what is published is open as to everybody, knows its team but for the delicate contacts.
    /// </summary>
    private async Task<IReadOnlyCollection<Reader>> ReadersAsync(OrganisationId organisation, CancellationToken cancel)
    {
        var teams = (await staff.TeamsAsync(organisation, cancel)).Select(t => t.Id).ToList();
        var grants = new List<(MemberId Member, RoleGrant Grant)>();
        foreach (var team in teams) grants.AddRange((await staff.GrantsInAsync(team, cancel)).Select(g => (g.Member, g.Grant)));
        var ofMembers = grants.GroupBy(g => g.Member, g => g.Grant).Select(hers => KnownBy([.. hers]));
        return [.. teams.Select(t => Reader.Of(t)), .. ofMembers.Where(r => r.Teams.Count != 1 || r.ButDelicate.Count > 0)];
    }

    private static Reader KnownBy(List<RoleGrant> grants)
    {
        var wholly = grants.Where(g => g.Role != Role.FrontDesk).Select(g => g.Team!.Value).ToHashSet();
        return new Reader(wholly, grants.Select(g => g.Team!.Value).Where(team => !wholly.Contains(team)).ToHashSet());
    }

    private async Task<bool> SomebodyKnowsAllAsync(OrganisationId organisation, IReadOnlyCollection<Reader> readers, CancellationToken cancel)
    {
        var teams = await staff.TeamsAsync(organisation, cancel);
        return teams.Count > 0 && readers.Any(known => teams.All(team => known.Teams.Contains(team.Id)));
    }

    private static Figure Anonymous(Counting counting, View view, IReadOnlySet<Position> hidden)
    {
        var count = counting.Anonymous;
        var isHidden = hidden.Contains(Position.Of(Measure.Consultations, Sightings.Caller, Sightings.Anonymous, ReportTable.All))
            || (count > 0 && count < Protecting.Threshold(view));
        return isHidden ? new Figure(null, Statistics.Disclosure.Status.Primary) : Figure.Exact(count);
    }
}
