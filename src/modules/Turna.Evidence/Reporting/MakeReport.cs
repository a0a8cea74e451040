using Turna.Data;
using Turna.Evidence.Contracts;
using Turna.Kernel;

namespace Turna.Evidence.Reporting;

/// <summary>Makes a report. Who may open every record behind a figure sees it exactly; everybody else sees protected figures of fixed periods.</summary>
internal sealed class MakeReport(TurnaDb db)
{
    internal sealed record Input(string? Period, Breakdown Breakdown, bool Publishable, TeamId? Team);

    public async Task<Result<Report>> HandleAsync(Input input, Actor actor, DateOnly today, CancellationToken cancel)
    {
        var period = input.Period is null ? Period.Offered(today)[1] : Period.Read(input.Period);
        if (period is null) return Error.Field("Period", "Choose a month, a quarter or a year, or two days in order");
        var openable = OpenableTeams(actor);
        var teams = input.Team is { } team ? [team] : WholeOrganisation(actor) ? null : openable;
        // Tables of the organisation are for those who answer for it; of a team that is not hers she sees nothing.
        if (input.Publishable && !WholeOrganisation(actor)) return Error.NotFound;
        if (input.Team is { } asked && !openable.Contains(asked)) return Error.NotFound;
        var view = ViewOf(input, actor, openable);
        if (view != View.Exact && !period.IsFixed) return Error.Field("Period", "Protected figures are made for whole months, quarters and years only");

        var scope = view == View.Exact ? teams ?? openable : WholeOrganisation(actor) ? null : actor.Teams.ToList();
        var columns = await FactColumns.ReadAsync(db, actor.Organisation, period, scope, view == View.Exact, cancel);
        var counting = new Counting(columns, period, input.Breakdown);
        var tables = Protecting.Apply(counting.Run(), view);
        return new Report(period, view, input.Breakdown, tables, Anonymous(counting, view), view == View.Exact ? columns.Recovered : new Dictionary<string, long>(StringComparer.Ordinal));
    }

    /// <summary>Teams whose every record she may open (protected cases are left out of exact figures for everyone).</summary>
    public static List<TeamId> OpenableTeams(Actor actor) =>
        [.. actor.Grants.Where(g => g.Team is not null && g.Role is Role.Caseworker or Role.Protection or Role.Supervisor).Select(g => g.Team!.Value).Distinct()];

    /// <summary>Whether she may see figures of the whole organisation, protected.</summary>
    public static bool WholeOrganisation(Actor actor) => actor.Has(Role.Supervisor) || actor.Has(Role.Analyst);

    private static View ViewOf(Input input, Actor actor, List<TeamId> openable)
    {
        if (input.Publishable) return View.Publishable;
        if (input.Team is not null) return View.Exact;
        return WholeOrganisation(actor) || openable.Count == 0 ? View.Inside : View.Exact;
    }

    private static Figure Anonymous(Counting counting, View view)
    {
        var count = counting.Anonymous;
        var small = view != View.Exact && count > 0 && count < Protecting.Threshold(view);
        return small ? new Figure(null, Statistics.Disclosure.Status.Primary) : Figure.Exact(count);
    }
}
