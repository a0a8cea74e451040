using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Evidence.Contracts;
using Turna.Evidence.Keeping;
using Turna.Kernel;

namespace Turna.Evidence.Reporting;

/// <summary>A number of an exact report, as its button names it: measure, line and column.</summary>
internal sealed record Spot(Measure Measure, string Row, string Sex)
{
    private const string Columns = "FMXA";

    /// <summary>The name of the button: <c>0Fwages</c>. Holds codes, never anything about a person.</summary>
    public static string Name(Measure measure, string row, string sex) => $"{(int)measure}{(sex == ReportTable.All ? 'A' : sex[0])}{row}";

    public static Spot? Read(string? name)
    {
        if (name is not { Length: >= 2 } || !char.IsAsciiDigit(name[0]) || !Columns.Contains(name[1], StringComparison.Ordinal)) return null;
        var measure = (Measure)(name[0] - '0');
        return Enum.IsDefined(measure) ? new Spot(measure, name[2..], name[1] == 'A' ? ReportTable.All : name[1].ToString()) : null;
    }

    public bool IsOfClients => Measure is Measure.Clients or Measure.NewClients or Measure.ReturningClients;

    public FactKind Kind => Measure switch
    {
        Measure.Services => FactKind.Service,
        Measure.CasesOpened => FactKind.CaseOpened,
        Measure.CasesClosed => FactKind.CaseClosed,
        _ => FactKind.Consultation,
    };
}

/// <summary>
/// Finds the facts behind a number, by the definitions the number was counted with: for a number of clients the last contact of each in the
/// period. The newest come first.
/// </summary>
internal sealed class FindBehind(TurnaDb db)
{
    public async Task<IReadOnlyList<FactBehind>> HandleAsync(
        Spot spot, Breakdown breakdown, Period period, FactScope scope, OrganisationId organisation, CancellationToken cancel)
    {
        var kind = spot.Kind;
        var facts = await scope.Of(db.Set<FactRow>().AsNoTracking().Where(f => f.Organisation == organisation && f.Kind == kind && f.On >= period.From && f.On <= period.To)).ToListAsync(cancel);
        var found = spot.IsOfClients ? await ClientsAsync(facts, spot, breakdown, period, scope, organisation, cancel) : facts.Where(f => IsIn(f, spot, breakdown));
        return [.. found.OrderByDescending(f => f.On).ThenBy(f => f.Id).Select(f => new FactBehind(f.Record, f.On, f.Subtype))];
    }

    private async Task<IEnumerable<FactRow>> ClientsAsync(
        List<FactRow> facts, Spot spot, Breakdown breakdown, Period period, FactScope scope, OrganisationId organisation, CancellationToken cancel)
    {
        // The last of a day is who FactColumns.IsLater takes for it, or a list would not be as long as its number says.
        var clients = facts.Where(f => f.Person is not null).OrderBy(f => f.On).ThenBy(f => f.Sex)
            .ThenBy(f => f.AgeBand, StringComparer.Ordinal).ThenBy(f => f.Oblast ?? string.Empty, StringComparer.Ordinal).GroupBy(f => f.Person!.Value)
            .Where(hers => HasSex(hers.Last(), spot.Sex) && (Counting.ClientsAddUp(breakdown) ? IsInLine(hers.Last(), spot.Row, breakdown) : hers.Any(f => IsInLine(f, spot.Row, breakdown))))
            .ToDictionary(hers => hers.Key, hers => hers.Last());
        if (spot.Measure == Measure.Clients) return clients.Values;
        var before = (await scope.Of(db.Set<FactRow>().AsNoTracking())
            .Where(f => f.Organisation == organisation && f.Kind == FactKind.Consultation && f.Person != null && f.On < period.From)
            .Select(f => f.Person).Distinct().ToListAsync(cancel)).Select(p => p!.Value).ToHashSet();
        return clients.Where(c => before.Contains(c.Key) == (spot.Measure == Measure.ReturningClients)).Select(c => c.Value);
    }

    private static bool IsIn(FactRow fact, Spot spot, Breakdown breakdown) => HasSex(fact, spot.Sex)
        && (fact.Kind == FactKind.Consultation ? IsInLine(fact, spot.Row, breakdown) : spot.Row == ReportTable.All || (fact.Subtype ?? string.Empty) == spot.Row);

    private static bool HasSex(FactRow fact, string sex) => sex == ReportTable.All || ReportTable.SexCode(fact.Sex) == sex;

    private static bool IsInLine(FactRow fact, string row, Breakdown breakdown) => row == ReportTable.All || breakdown switch
    {
        Breakdown.Topic => row.Length == 0 ? fact.Topics.Length == 0 : fact.Topics.Split(' ').Contains(row),
        Breakdown.Age => fact.AgeBand == row,
        Breakdown.Destination => (fact.Destination ?? string.Empty) == row,
        Breakdown.Oblast => (fact.Oblast ?? string.Empty) == row,
        Breakdown.Team => fact.Team.ToString() == row,
        _ => Period.Month(fact.On.Year, fact.On.Month).Name == row,
    };
}
