using Turna.Data;
using Turna.Evidence.Contracts;
using Turna.Evidence.Keeping;
using Turna.Evidence.Reporting;
using Turna.Kernel;
using Turna.Testing;

namespace Turna.DataTests.Reporting;

/// <summary>A reader collects every protected report of a year and narrows down what is hidden: no small number may be left with small values only.</summary>
public abstract class Narrowing_reports(TestOffice office)
{
    private const int Year = Attack_on_reports.Year;
    private static readonly string[] Oblasts = [.. Enumerable.Range(2, 9).Select(i => $"417{i:00}000000000")];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(11, 400, false)]
    [InlineData(12, 400, true)]
    [InlineData(13, 1500, false)]
    [InlineData(14, 1500, true)]
    [InlineData(15, 5000, false)]
    [InlineData(16, 5000, true)]
    public async Task No_hidden_small_number_is_known_to_be_small(int seed, int people, bool publish)
    {
        var view = publish ? View.Publishable : View.Inside;
        await using var scope = await office.AsAsync(office.Supervisor);
        var (db, organisation) = (scope.Get<TurnaDb>(), OrganisationId.New());
        await KeptFacts.KeepAsync(scope, Facts(organisation, seed, people));

        var seen = await CollectAsync(db, organisation, view, new DateOnly(Year + 1, 1, 1));

        var attack = new IntervalAttack(seen);
        var (shown, hidden) = (seen.Count(f => f.Value is not null), seen.Count(f => f.Value is null));
        TestContext.Current.TestOutputHelper?.WriteLine($"{people} people, {view}: {shown} shown, {hidden} hidden, {attack.Exact().Count} known exactly, {attack.Small(Protecting.Threshold(view)).Count} known to be small");
        attack.Small(Protecting.Threshold(view)).ShouldBeEmpty();
        hidden.ShouldBeGreaterThan(20);
        seen[new Place($"{Year}", Measure.Consultations, ReportTable.All, ReportTable.All, ReportTable.All)].ShouldNotBeNull();
        seen[new Place($"{Year}", Measure.Clients, ReportTable.All, ReportTable.All, ReportTable.All)].ShouldNotBeNull();
    }

    /// <summary>A report is asked for after each month, before what follows has happened. What it says of a period stays so.</summary>
    [Theory]
    [InlineData(21, 1200, false)]
    [InlineData(22, 1200, true)]
    public async Task Reports_kept_from_each_month_tell_no_more_than_the_last(int seed, int people, bool publish)
    {
        var view = publish ? View.Publishable : View.Inside;
        await using var scope = await office.AsAsync(office.Supervisor);
        var (db, organisation) = (scope.Get<TurnaDb>(), OrganisationId.New());
        var facts = Facts(organisation, seed, people);
        var kept = new Dictionary<Place, int?>();
        for (var month = 1; month <= 12; month++)
        {
            await KeptFacts.KeepAsync(scope, [.. facts.Where(f => f.On.Month == month)]);
            var today = new DateOnly(Year, month, 1).AddMonths(1);
            foreach (var (place, value) in await CollectAsync(db, organisation, view, today))
            {
                if (!kept.TryAdd(place, value)) value.ShouldBe(kept[place], $"{place}, seen after month {month}");
            }
        }

        kept.Keys.Select(p => p.Period).Distinct().Count().ShouldBe(17);
        new IntervalAttack(kept).Small(Protecting.Threshold(view)).ShouldBeEmpty();
    }

    /// <summary>Periods that still run are shown too, from what there is so far.</summary>
    [Theory]
    [InlineData(31, 2, false)]
    [InlineData(31, 2, true)]
    [InlineData(32, 5, false)]
    [InlineData(32, 5, true)]
    [InlineData(33, 11, false)]
    [InlineData(33, 11, true)]
    public async Task A_year_that_still_runs_tells_no_hidden_small_number(int seed, int lastMonth, bool publish)
    {
        var view = publish ? View.Publishable : View.Inside;
        await using var scope = await office.AsAsync(office.Supervisor);
        var (db, organisation) = (scope.Get<TurnaDb>(), OrganisationId.New());
        await KeptFacts.KeepAsync(scope, [.. Facts(organisation, seed, 1500).Where(f => f.On.Month <= lastMonth)]);

        var seen = await CollectAsync(db, organisation, view, DateOnly.MaxValue);

        seen.Values.ShouldContain((int?)null);
        new IntervalAttack(seen).Small(Protecting.Threshold(view)).ShouldBeEmpty();
    }

    private Reader[] Readers() => [Reader.Of(office.LegalTeam), Reader.Of(office.ProtectionTeam)];

    private async Task<Dictionary<Place, int?>> CollectAsync(TurnaDb db, OrganisationId organisation, View view, DateOnly today)
    {
        var columns = await FactColumns.ReadAsync([db], organisation, Period.Year(Year), new FactScope(null, LeavesOutProtected: true), Cancel);
        var seen = new Dictionary<Place, int?>();
        var pattern = Pattern.Of(new Sightings(columns, Year, Readers()), view);
        foreach (var period in Attack_on_reports.Periods().Where(p => p.FinalFrom <= today))
        {
            foreach (var breakdown in Enum.GetValues<Breakdown>())
            {
                foreach (var table in Protecting.Apply(new Counting(columns, period, breakdown).Run(), view, period, pattern)) Collect(table, period, seen);
            }
        }

        return seen;
    }

    // What two pages show differently is read at its best, and a month's line is that month's whole.
    internal static void Collect(ReportTable table, Period period, Dictionary<Place, int?> seen)
    {
        foreach (var ((row, sex), figure) in table.Figures)
        {
            if (table.By == nameof(Breakdown.Month) && row != ReportTable.All && row == period.Name) continue;
            var place = table.By == nameof(Breakdown.Month) && row != ReportTable.All
                ? new Place(row, table.Measure, ReportTable.All, ReportTable.All, sex)
                : new Place(period.Name, table.Measure, row == ReportTable.All ? ReportTable.All : table.By, row, sex);
            // New clients of a year by month are not those that were new in the month.
            if (table.By == nameof(Breakdown.Month) && row != ReportTable.All && table.Measure is Measure.NewClients or Measure.ReturningClients) continue;
            if (seen.GetValueOrDefault(place) is null) seen[place] = figure.Value;
        }
    }

    /// <summary>Facts as an office has them: a few large lines and many small ones, more women, quiet and busy months.</summary>
    private List<FactRow> Facts(OrganisationId organisation, int seed, int count)
    {
        var random = new Random(seed);
        string[] destinations = ["RU", "KZ", "TR", "KR", "AE", "PL", "DE", "US"];
        string[] topics = ["wages", "contract", "health", "pension", "gbv", "documents", "trafficking", "school", "return", "ban"];
        string[] ages = ["0-17", "18-24", "25-29", "30-39", "40-49", "50-59", "60+", AgeBands.Unknown];
        TeamId[] teams = [office.LegalTeam, office.LegalTeam, office.LegalTeam, office.ProtectionTeam];
        string Of(string[] all) => all[(int)(all.Length * Math.Pow(random.NextDouble(), 2.5))];
        var people = Enumerable.Range(0, count).Select(_ => (
            Person: KeptFacts.TokenOf(random), Sex: random.Next(60) == 0 ? Sex.NotStated : random.Next(5) < 3 ? Sex.Female : Sex.Male, Age: Of(ages), Oblast: random.Next(20) == 0 ? null : Of(Oblasts),
            Destination: random.Next(15) == 0 ? null : Of(destinations))).ToList();
        var facts = new List<FactRow>();
        for (var i = 0; i < count * 3 / 2; i++)
        {
            var who = people[random.Next(count)];
            var isNobody = random.Next(15) == 0;
            var service = random.Next(8) == 0;
            facts.Add(new FactRow
            {
                Id = Guid.CreateVersion7(), Organisation = organisation, Team = teams[random.Next(4)], Kind = service ? random.Next(2) == 0 ? FactKind.Service : FactKind.CaseOpened : FactKind.Consultation,
                On = new DateOnly(Year, 1 + (int)(12 * Math.Sqrt(random.NextDouble())), random.Next(1, 29)), Record = KeptFacts.TokenOf(random),
                Person = isNobody ? null : who.Person, Sex = isNobody ? random.Next(3) == 0 ? Sex.Female : Sex.NotStated : who.Sex, AgeBand = isNobody ? AgeBands.Unknown : who.Age,
                Oblast = isNobody ? null : who.Oblast, Destination = who.Destination, Subtype = service ? Of(["letter", "escort", "translation", "court"]) : "phone",
                Topics = random.Next(4) == 0 ? string.Join(' ', new[] { Of(topics), Of(topics) }.Distinct().Order(StringComparer.Ordinal)) : Of(topics),
            });
        }

        return facts;
    }
}

public sealed class Narrowing_reports_on_sqlite(TestOffice office) : Narrowing_reports(office), IClassFixture<TestOffice>;

public sealed class Narrowing_reports_on_postgres(PostgresOffice office) : Narrowing_reports(office), IClassFixture<PostgresOffice>;
