using Shouldly;
using Turna.Data;
using Turna.Evidence.Contracts;
using Turna.Evidence.Keeping;
using Turna.Evidence.Reporting;
using Turna.Kernel;
using Turna.Testing;

namespace Turna.DataTests.Reporting;

/// <summary>The people behind each place are counted in one pass for all periods and readers; here they are counted place by place, as the words say.</summary>
public abstract class People_behind_places(TestOffice office)
{
    private const int Year = Attack_on_reports.Year;
    private static readonly TeamId[] Teams = [.. Enumerable.Range(0, 4).Select(_ => TeamId.New())];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <param name="seed">Which facts.</param>
    /// <param name="people">How many people; few of them come often, to several teams, and not always as the same.</param>
    [Theory]
    [InlineData(1, 12)]
    [InlineData(2, 60)]
    [InlineData(3, 400)]
    public async Task Are_as_many_as_a_plain_count_finds(int seed, int people)
    {
        await using var scope = await office.AsAsync(office.Supervisor);
        var organisation = OrganisationId.New();
        var facts = Facts(organisation, seed, people);
        await KeptFacts.KeepAsync(scope, facts);
        Reader[] readers = [Reader.Of(Teams[0]), Reader.Of(Teams[1]), Reader.Of(Teams[1], Teams[2]), Reader.AtDesk(Teams[0]), Reader.AtDesk(Teams[3]) with { Teams = new HashSet<TeamId> { Teams[2] } }];

        var columns = await FactColumns.ReadAsync([scope.Get<TurnaDb>()], organisation, Period.Year(Year), new FactScope(null, LeavesOutProtected: false), Cancel);
        var sightings = new Sightings(columns, Year, readers);

        foreach (var period in Attack_on_reports.Periods())
        {
            var plain = new PlainCount([.. facts.Where(f => f.On >= period.From && f.On <= period.To)], facts, period.From, [Reader.Of(), .. readers]);
            var held = sightings.Of(period);
            held.Select(h => h.Place).ShouldBe(held.Select(h => h.Place).Distinct());
            foreach (var holding in held) holding.ShouldBe(plain.At(holding.Place), period.Name);
            plain.Places.Except(held.Select(h => h.Place)).ShouldBeEmpty(period.Name);
        }
    }

    private static List<FactRow> Facts(OrganisationId organisation, int seed, int people)
    {
        var random = new Random(seed);
        T Any<T>(params T[] all) => all[random.Next(all.Length)];
        var tokens = Enumerable.Range(0, people).Select(_ => KeptFacts.TokenOf(random)).ToList();
        return [.. Enumerable.Range(0, 900).Select(i => new FactRow
        {
            Id = Guid.CreateVersion7(), Organisation = organisation, Team = Any(Teams), Kind = random.Next(4) == 0 ? Any(FactKind.Service, FactKind.CaseOpened, FactKind.CaseClosed) : FactKind.Consultation,
            On = new DateOnly(random.Next(30) == 0 ? Year - 1 : Year, random.Next(1, 13), random.Next(1, 29)), Record = KeptFacts.TokenOf(random), Person = random.Next(8) == 0 ? null : Any([.. tokens]),
            Sex = Any(Sex.Female, Sex.Female, Sex.Female, Sex.Male, Sex.Other, Sex.NotStated), AgeBand = Any("18-24", "25-29"), Oblast = Any("41702000000000", null),
            Destination = Any("RU", "RU", "KZ", null), Subtype = Any("letter", "court"), Topics = Any("wages", "ban wages", "ban", "gbv", "gbv wages", string.Empty), Guarded = random.Next(10) == 0,
        })];
    }

    private sealed class PlainCount(List<FactRow> facts, List<FactRow> ever, DateOnly from, Reader[] readers)
    {
        private readonly Dictionary<Position, int> sums = [];
        private readonly Dictionary<(Position Place, int Reader), HashSet<object>> people = [];
        private bool isCounted;

        public IEnumerable<Position> Places => Counted().Keys;

        public Holding At(Position place)
        {
            var sum = Counted().GetValueOrDefault(place);
            int[] seen = [.. Enumerable.Range(0, readers.Length).Select(reader => people.GetValueOrDefault((place, reader))?.Count ?? 0).Where(count => count > 0)];
            return new Holding(place, sum, seen.Length > 0 ? seen.Min() : int.MaxValue);
        }

        private Dictionary<Position, int> Counted()
        {
            if (isCounted) return sums;
            isCounted = true;
            foreach (var fact in facts) foreach (var line in LinesOf(fact)) Count(MeasureOf(fact.Kind), line, fact.Sex, fact.Person is { } known ? known : fact.Id, reader => !Knows(reader, fact));
            foreach (var hers in facts.Where(f => f is { Kind: FactKind.Consultation, Person: not null }).GroupBy(f => f.Person!.Value)) CountClient([.. hers]);
            return sums;
        }

        private void CountClient(List<FactRow> hers)
        {
            var last = hers.OrderBy(f => f.On).ThenBy(f => f.Sex).ThenBy(f => f.AgeBand, StringComparer.Ordinal).ThenBy(f => f.Oblast ?? string.Empty, StringComparer.Ordinal).Last();
            var came = hers.SelectMany(LinesOf).Where(l => l.By is nameof(Breakdown.Topic) or nameof(Breakdown.Destination) or nameof(Breakdown.Team)).Distinct();
            var isReturning = ever.Exists(f => f.Person == last.Person && f.Kind == FactKind.Consultation && f.On < from);
            foreach (var line in LinesOf(last).Where(l => l.By is ReportTable.All or nameof(Breakdown.Age) or nameof(Breakdown.Oblast)).Concat(came))
            {
                // Whom she knows of for what she sees there is taken away.
                var inLine = line.By is nameof(Breakdown.Topic) or nameof(Breakdown.Destination) or nameof(Breakdown.Team) ? hers.Where(f => LinesOf(f).Contains(line)) : hers;
                foreach (var measure in new[] { Measure.Clients, isReturning ? Measure.ReturningClients : Measure.NewClients })
                    Count(measure, line, last.Sex, last.Person!.Value, reader => !inLine.Any(f => Knows(reader, f)));
            }
        }

        private void Count(Measure measure, (string By, string Row) line, Sex sex, object person, Func<int, bool> isSeen)
        {
            foreach (var column in new[] { ReportTable.SexCode(sex), ReportTable.All })
            {
                var place = Position.Of(measure, line.By, line.Row, column);
                sums[place] = sums.GetValueOrDefault(place) + 1;
                for (var reader = 0; reader < readers.Length; reader++)
                {
                    if (!isSeen(reader)) continue;
                    if (!people.TryGetValue((place, reader), out var there)) people[(place, reader)] = there = [];
                    there.Add(person);
                }
            }
        }

        private bool Knows(int reader, FactRow fact) => !fact.Guarded
            && (readers[reader].Teams.Contains(fact.Team) || (readers[reader].ButDelicate.Contains(fact.Team) && !fact.Topics.Split(' ').Contains("gbv")));

        private static IEnumerable<(string By, string Row)> LinesOf(FactRow fact) => fact.Kind != FactKind.Consultation
            ? [(ReportTable.All, ReportTable.All), ("Kind", fact.Subtype!)]
            :
            [
                (ReportTable.All, ReportTable.All), .. fact.Topics.Split(' ').Select(topic => (nameof(Breakdown.Topic), topic)), (nameof(Breakdown.Age), fact.AgeBand),
                (nameof(Breakdown.Oblast), fact.Oblast ?? string.Empty), (nameof(Breakdown.Destination), fact.Destination ?? string.Empty), (nameof(Breakdown.Team), fact.Team.ToString()),
                (Sightings.Caller, fact.Person is null ? Sightings.Anonymous : "known"),
            ];

        private static Measure MeasureOf(FactKind kind) => kind switch
        {
            FactKind.Consultation => Measure.Consultations, FactKind.Service => Measure.Services, FactKind.CaseOpened => Measure.CasesOpened, _ => Measure.CasesClosed,
        };
    }
}

public sealed class People_behind_places_on_sqlite(TestOffice office) : People_behind_places(office), IClassFixture<TestOffice>;

public sealed class People_behind_places_on_postgres(PostgresOffice office) : People_behind_places(office), IClassFixture<PostgresOffice>;
