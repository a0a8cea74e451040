using Turna.Data;
using Turna.Evidence.Contracts;
using Turna.Evidence.Keeping;
using Turna.Evidence.Reporting;
using Turna.Kernel;
using Turna.Testing;

namespace Turna.DataTests.Reporting;

/// <summary>
/// A reader collects every protected report of a year, every period and breakdown, knows one team's figures exactly, and does linear algebra.
/// </summary>
public abstract class Attack_on_reports(TestOffice office)
{
    internal const int Year = 2025;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public async Task No_small_number_follows_from_all_reports_of_a_year_together(int seed, bool publish)
    {
        var view = publish ? View.Publishable : View.Inside;
        await using var scope = await office.AsAsync(office.Supervisor);
        var (db, organisation) = (scope.Get<TurnaDb>(), OrganisationId.New());
        var facts = await FillAsync(scope, organisation, seed);

        var all = await CollectAsync(db, organisation, view, Readers(), protect: true);
        var truth = new Truth(facts, office.LegalTeam, Protecting.Threshold(view));

        all.Figures.Count(f => f.Value is not null).ShouldBeGreaterThan(200);
        truth.Shown(all).ShouldBeEmpty();
        var hidden = truth.SmallHidden(all);
        hidden.Count.ShouldBeGreaterThan(20);
        new LinearAttack(all).Solve(hidden).ShouldBeEmpty();
    }

    [Fact]
    public async Task Reports_protected_one_by_one_are_broken_by_the_same_attack()
    {
        await using var scope = await office.AsAsync(office.Supervisor);
        var (db, organisation) = (scope.Get<TurnaDb>(), OrganisationId.New());
        var facts = await FillAsync(scope, organisation, seed: 1);

        var all = await CollectAsync(db, organisation, View.Inside, Readers(), protect: false);
        var truth = new Truth(facts, office.LegalTeam, Protecting.Threshold(View.Inside));

        new LinearAttack(all).Solve(truth.SmallHidden(all)).Count.ShouldBeGreaterThan(10);
        truth.Shown(all).ShouldNotBeEmpty();
    }

    /// <summary>Where somebody knows all teams, what is left over for her is the few protected cases: with them in the figures not even the total of a year can be shown.</summary>
    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task The_total_is_shown_where_somebody_knows_all_teams_and_protected_cases_are_left_out(bool leavesOut, bool isHidden)
    {
        await using var scope = await office.AsAsync(office.Supervisor);
        var (db, organisation) = (scope.Get<TurnaDb>(), OrganisationId.New());
        await FillAsync(scope, organisation, seed: 3, guarded: 3);
        Reader[] readers = [.. Readers(), Reader.Of(office.LegalTeam, office.ProtectionTeam)];

        var columns = await FactColumns.ReadAsync([db], organisation, Period.Year(Year), new FactScope(null, LeavesOutProtected: leavesOut), Cancel);
        var pattern = Pattern.Of(new Sightings(columns, Year, readers), View.Inside);

        pattern.Of(Period.Year(Year)).Contains(Position.Of(Measure.Consultations, ReportTable.All, ReportTable.All, ReportTable.All)).ShouldBe(isHidden);
    }

    /// <summary>Three of each team's callers gave no name: that leaves places empty, but how many contacts and clients there were in the year is still told.</summary>
    [Fact]
    public async Task Few_anonymous_callers_do_not_take_the_totals_with_them()
    {
        await using var scope = await office.AsAsync(office.Supervisor);
        var (db, organisation) = (scope.Get<TurnaDb>(), OrganisationId.New());
        TeamId[] teams = [office.LegalTeam, office.ProtectionTeam, TeamId.New()];
        var random = new Random(4);
        var facts = teams.SelectMany((team, t) => Enumerable.Range(0, 50 - (15 * t))
            .Select(i => Somebody(random) with { Sex = i % 2 == 0 ? Sex.Female : Sex.Male }).Concat(Enumerable.Repeat(Nobody, 3)).Select(who => Contact(organisation, team, random.Next(1, 13), who, random))).ToList();
        await KeptFacts.KeepAsync(scope, facts);
        Reader[] readers = [.. teams.Select(t => Reader.Of(t)), Reader.Of(teams[0], teams[1])];

        var columns = await FactColumns.ReadAsync([db], organisation, Period.Year(Year), new FactScope(null, LeavesOutProtected: true), Cancel);
        var pattern = Pattern.Of(new Sightings(columns, Year, readers), View.Inside);
        var tables = Protecting.Apply(new Counting(columns, Period.Year(Year), Breakdown.Team).Run(), View.Inside, Period.Year(Year), pattern);

        Figure Whole(Measure measure, string sex) => tables.Single(t => t.Measure == measure).Figures[(ReportTable.All, sex)];
        Whole(Measure.Consultations, "X").Value.ShouldBeNull();
        Whole(Measure.Consultations, ReportTable.All).Value.ShouldBe(114);
        Whole(Measure.Clients, ReportTable.All).Value.ShouldBe(105);
    }

    /// <summary>Lines that show no number stand in the order of their codes: in the order of the numbers they would tell them.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_order_of_the_lines_tells_nothing_of_what_is_hidden(bool publish)
    {
        var view = publish ? View.Publishable : View.Inside;
        await using var scope = await office.AsAsync(office.Supervisor);
        var (db, organisation) = (scope.Get<TurnaDb>(), OrganisationId.New());
        await FillAsync(scope, organisation, seed: 5);
        var columns = await FactColumns.ReadAsync([db], organisation, Period.Year(Year), new FactScope(null, LeavesOutProtected: false), Cancel);
        var pattern = Pattern.Of(new Sightings(columns, Year, Readers()), view);

        var hidden = 0;
        foreach (var period in Periods())
        {
            foreach (var table in Enum.GetValues<Breakdown>().SelectMany(by => Protecting.Apply(new Counting(columns, period, by).Run(), view, period, pattern)))
            {
                var silent = table.Rows.Where(row => table.At(row, ReportTable.All).Value is null).ToList();
                silent.ShouldBe(silent.Order(StringComparer.Ordinal));
                if (table.By is not (nameof(Breakdown.Age) or nameof(Breakdown.Month))) table.Rows.TakeLast(silent.Count).ShouldBe(silent);
                if (silent.Count > 1) hidden++;
            }
        }

        hidden.ShouldBeGreaterThan(20);
    }

    /// <summary>An empty place is one that its reader cannot fill: never the only one of a line, of a column that adds up, or of all, new and returning clients.</summary>
    [Theory]
    [InlineData(6, false)]
    [InlineData(7, true)]
    public async Task No_figure_is_hidden_that_its_own_page_tells(int seed, bool publish)
    {
        var view = publish ? View.Publishable : View.Inside;
        await using var scope = await office.AsAsync(office.Supervisor);
        var (db, organisation) = (scope.Get<TurnaDb>(), OrganisationId.New());
        await FillAsync(scope, organisation, seed);
        var columns = await FactColumns.ReadAsync([db], organisation, Period.Year(Year), new FactScope(null, LeavesOutProtected: false), Cancel);
        var pattern = Pattern.Of(new Sightings(columns, Year, Readers()), view);

        var told = new List<string>();
        foreach (var (period, by) in Periods().SelectMany(period => Enum.GetValues<Breakdown>().Select(by => (period, by))))
        {
            var tables = Protecting.Apply(new Counting(columns, period, by).Run(), view, period, pattern);
            foreach (var table in tables)
            {
                foreach (var row in table.Rows.Append(ReportTable.All)) Look([.. ReportTable.Sexes.Select(sex => table.At(row, sex))], $"{table.Measure} {row}");
                if (!table.LinesAddUp) continue;
                foreach (var sex in ReportTable.Sexes) Look([.. table.Rows.Append(ReportTable.All).Select(row => table.At(row, sex))], $"{table.Measure} {sex}");
            }

            var clients = tables.Where(t => t.Measure is Measure.Clients or Measure.NewClients or Measure.ReturningClients).ToList();
            foreach (var sex in ReportTable.Sexes) Look([.. clients.Select(t => t.At(ReportTable.All, sex))], $"clients {sex}");

            void Look(List<Figure> sum, string where)
            {
                if (sum.Count(f => f.Value is null) == 1) told.Add($"{period.Name} by {by}: {where}");
            }
        }

        told.ShouldBeEmpty();
    }

    private Reader[] Readers() => [Reader.Of(office.LegalTeam), Reader.Of(office.ProtectionTeam)];

    private static async Task<Collected> CollectAsync(TurnaDb db, OrganisationId organisation, View view, IReadOnlyCollection<Reader> readers, bool protect)
    {
        var columns = await FactColumns.ReadAsync([db], organisation, Period.Year(Year), new FactScope(null, LeavesOutProtected: false), Cancel);
        var pattern = Pattern.Of(protect ? new Sightings(columns, Year, readers) : new Sightings(new FactColumns(), Year, []), view);
        var figures = new Dictionary<Place, int?>();
        foreach (var period in Periods())
        {
            foreach (var breakdown in Enum.GetValues<Breakdown>())
            {
                var tables = Protecting.Apply(new Counting(columns, period, breakdown).Run(), view, period, pattern);
                foreach (var table in tables) Collect(table, period, figures);
                if (breakdown == Breakdown.Month) CollectClientsOfMonths(tables, figures);
            }
        }

        return new Collected(figures);
    }

    // Who is new and who returns in the longer period are together all who came in the month.
    private static void CollectClientsOfMonths(IReadOnlyList<ReportTable> tables, Dictionary<Place, int?> figures)
    {
        ReportTable Of(Measure measure) => tables.Single(t => t.Measure == measure);
        foreach (var (row, sex) in Of(Measure.Clients).Rows.SelectMany(row => ReportTable.Sexes.Select(sex => (row, sex))))
        {
            if (Of(Measure.NewClients).At(row, sex).Value + Of(Measure.ReturningClients).At(row, sex).Value is { } clients)
                figures[new Place(row, Measure.Clients, ReportTable.All, ReportTable.All, sex)] = clients;
        }
    }

    // A month's line in the table by month is that month's whole; two pages that show the same place differently are read at their best.
    private static void Collect(ReportTable table, Period period, Dictionary<Place, int?> figures)
    {
        if (table.Measure is not (Measure.Consultations or Measure.Clients or Measure.NewClients or Measure.ReturningClients)) return;
        foreach (var ((row, sex), figure) in table.Figures)
        {
            var byMonth = table.By == nameof(Breakdown.Month) && row != ReportTable.All;
            // Who is new in the year is not new in each of its months.
            if (byMonth && table.Measure is not (Measure.Consultations or Measure.Clients)) continue;
            var place = byMonth ? new Place(row, table.Measure, ReportTable.All, ReportTable.All, sex)
                : new Place(period.Name, table.Measure, row == ReportTable.All ? ReportTable.All : table.By, row, sex);
            if (!figures.TryGetValue(place, out var known) || known is null) figures[place] = figure.Value;
        }
    }

    internal static IEnumerable<Period> Periods() =>
        [Period.Year(Year), .. Enumerable.Range(1, 4).Select(q => Period.Quarter(Year, q)), .. Enumerable.Range(1, 12).Select(m => Period.Month(Year, m))];

    private async Task<List<FactRow>> FillAsync(MemberScope scope, OrganisationId organisation, int seed, int guarded = 0)
    {
        var random = new Random(seed);
        var people = Enumerable.Range(0, 260).Select(_ => Somebody(random)).ToList();
        var facts = new List<FactRow>();
        for (var i = 0; i < 700; i++)
        {
            // Some months are quiet, and the second team is small.
            var month = random.Next(4) == 0 ? random.Next(1, 13) : random.Next(3, 7);
            var who = random.Next(12) == 0 ? Nobody : people[random.Next(people.Count)];
            facts.Add(Contact(organisation, random.Next(10) == 0 ? office.ProtectionTeam : office.LegalTeam, month, who, random, i < guarded));
        }

        // The next saves find distinct days: her last contact must be one.
        facts = [.. facts.GroupBy(f => (f.Person, f.On)).SelectMany(same => same.Key.Person is null ? same : same.Take(1))];
        await KeptFacts.KeepAsync(scope, facts);
        return facts;
    }

    private static FactRow Contact(
        OrganisationId organisation, TeamId team, int month, (Token? Person, Sex Sex, string Age, string? Oblast) who, Random random, bool guarded = false) => new()
    {
        Id = Guid.CreateVersion7(), Organisation = organisation, Team = team, Kind = FactKind.Consultation,
        On = new DateOnly(Year, month, random.Next(1, 29)), Record = KeptFacts.TokenOf(random), Person = who.Person, Sex = who.Sex, AgeBand = who.Age, Oblast = who.Oblast,
        Destination = Draw(random, "RU", "RU", "RU", "KZ", "TR"), Topics = Draw(random, "wages", "wages", "health", "gbv wages", "pension"), Guarded = guarded,
    };

    private static (Token? Person, Sex Sex, string Age, string? Oblast) Nobody => (null, Sex.NotStated, AgeBands.Unknown, null);

    private static (Token? Person, Sex Sex, string Age, string? Oblast) Somebody(Random random) => (
        KeptFacts.TokenOf(random), random.Next(30) == 0 ? Sex.Other : random.Next(2) == 0 ? Sex.Female : Sex.Male,
        Draw(random, "18-24", "30-39", "30-39", "40-49"), Draw(random, "41706000000000", "41706000000000", "41703000000000"));

    private static string Draw(Random random, params string[] of) => of[random.Next(of.Length)];
}

public sealed class Attack_on_reports_on_sqlite(TestOffice office) : Attack_on_reports(office), IClassFixture<TestOffice>;

public sealed class Attack_on_reports_on_postgres(PostgresOffice office) : Attack_on_reports(office), IClassFixture<PostgresOffice>;
