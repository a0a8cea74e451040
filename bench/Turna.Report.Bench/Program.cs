using System.Diagnostics;
using System.Globalization;
using Turna.Data;
using Turna.Evidence.Contracts;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Testing;

// Turna.Report.Bench CONSULTATIONS [postgres]   publishes so many consultations of one year, day after day as offices do, and asks for the year's report over HTTP.
var contacts = int.Parse(args[0], CultureInfo.InvariantCulture);
await using TestOffice office = args.Contains("postgres") ? new PostgresOffice() : new TestOffice();
await office.InitializeAsync();
var year = office.Clock.GetUtcNow().Year - 1;
var filling = Stopwatch.StartNew();
await FillAsync();
Say($"{(args.Contains("postgres") ? "PostgreSQL" : "SQLite")}: {contacts} consultations of {contacts / 3} people in {year}, published in {filling.Elapsed.TotalSeconds:0.0} s");

await MeasureAsync("protected, whole organisation", office.Supervisor, $"/reports?period={year}");
await MeasureAsync("publishable, whole organisation", office.Analyst, $"/reports?period={year}&view=publishable");
await MeasureAsync("exact, one team", office.Caseworker, $"/reports?period={year}");
Say($"memory {Process.GetCurrentProcess().WorkingSet64 / (1024 * 1024)} MiB, highest {Process.GetCurrentProcess().PeakWorkingSet64 / (1024 * 1024)} MiB");
return 0;

async Task FillAsync()
{
    const int AtOnce = 5_000;
    var random = new Random(20_261_128);
    string[] topics = ["wages", "contract", "dismissal", "health", "pension", "migration_law", "civil_documents", "job_search"];
    string[] destinations = ["RU", "RU", "RU", "KZ", "TR", "KR"];
    var people = Enumerable.Range(0, contacts / 3).Select(_ => new FactPerson(Guid.CreateVersion7(), random.Next(5) < 3 ? Sex.Female : Sex.Male, random.Next(18, 65), null)).ToList();
    for (var done = 0; done < contacts; done += AtOnce)
    {
        await using var hers = await office.AsAsync(office.Caseworker);
        var (facts, db, ledger) = (hers.Get<Facts>(), hers.Get<TurnaDb>(), hers.Get<AuditLedger>());
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        for (var i = done; i < Math.Min(done + AtOnce, contacts); i++)
        {
            var fact = new Fact(
                Guid.CreateVersion7(), FactKind.Consultation, new DateOnly(year, 1, 1).AddDays((int)((long)i * 365 / contacts)), random.Next(4) > 0 ? office.LegalTeam : office.ProtectionTeam,
                random.Next(8) > 0 ? people[random.Next(people.Count)] : FactPerson.Anonymous)
            {
                Destination = destinations[random.Next(destinations.Length)], Subtype = random.Next(2) > 0 ? "phone" : "office",
                Topics = [topics[random.Next(8)], .. random.Next(2) > 0 ? new[] { topics[random.Next(4)] } : []], Minutes = 10,
            };
            facts.Publish(office.Organisation, fact with { Topics = [.. fact.Topics.Distinct()] });
        }

        ledger.Record(hers.Actor, new Act("bench.filled", "Facts of the bench"));
        if (!(await db.CommitAsync(done, CancellationToken.None)).Succeeded) throw new InvalidOperationException("The facts were refused.");
    }
}

async Task MeasureAsync(string name, TestMember member, string address)
{
    using var browser = await office.SignInAsync(member);
    for (var round = 1; round <= 3; round++)
    {
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        var page = await browser.GetAsync(address);
        watch.Stop();
        if (page.Heading.Length == 0 || page.Text.Length < 500) throw new InvalidOperationException($"{address} answered {page.Status}.");
        var spent = Process.GetCurrentProcess().TotalProcessorTime - before;
        Say($"{name,-34} {round}: {watch.Elapsed.TotalSeconds,6:0.00} s, {spent.TotalSeconds:0.00} s of processor time");
    }
}

static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
