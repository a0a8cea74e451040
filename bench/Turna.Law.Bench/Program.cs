using System.Diagnostics;
using System.Globalization;
using Turna.Law;
using Turna.Law.Claims;
using Turna.Law.Packs;
using Turna.Law.Stays;

// Speed of the law engine on one core, in processor time, so that a busy machine does not spoil the figure. Usage: dotnet run -c Release -- CONTENT-FOLDER
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var folder = args.Length > 0 ? args[0] : Path.Combine("content", "law");
var watch = Stopwatch.StartNew();
var law = new Lawbook(Directory.EnumerateFiles(folder, "*.yaml").Select(file => PackReader.Read(file, File.ReadAllText(file)).Pack!));
Console.WriteLine($"reading every pack, cold              {watch.Elapsed.TotalMilliseconds,10:0.0} ms");

var random = new Random(7);
foreach (var jurisdiction in new[] { "RU", "KZ", "KG" })
{
    var claim = Claim(jurisdiction, random);
    Measure($"claim of 24 dues and 40 payments, {jurisdiction}", 200, 5_000, () => ClaimComputation.Compute(claim, law));
}

foreach (var area in new[] { "RU", "SCHENGEN", "KZ" })
{
    var question = Question(area, 200, random);
    Measure($"stay check of 200 stays, {area}", 50, 20_000, () => StayCheck.Answer(question, law));
}

Change(law, random);

static void Measure(string what, double limit, int rounds, Action act)
{
    // The figure is of the running server: what the compiler of the runtime does in the first seconds belongs to "cold".
    for (var warm = 0; warm < rounds * 3; warm++) act();
    var times = new List<double>();
    for (var batch = 0; batch < 11; batch++)
    {
        var start = Environment.CpuUsage.TotalTime;
        for (var round = 0; round < rounds / 10; round++) act();
        times.Add((Environment.CpuUsage.TotalTime - start).TotalMicroseconds / (rounds / 10));
    }

    times.Sort();
    Console.WriteLine($"{what,-37} {times[5],10:0.0} µs median, {times[^1]:0.0} µs worst batch; limit {limit:0} µs {(times[5] <= limit ? "kept" : "MISSED")}");
}

static void Change(Lawbook law, Random random)
{
    const int Situations = 1_000_000;
    var old = new Lawbook(law.Packs.Select(pack => pack with { Rules = [.. pack.Rules.Where(rule => rule.Id != "RU-115-5").Select(rule => rule.Id == "RU-115-5-old" ? rule with { To = null } : rule)] }));
    var questions = Enumerable.Range(0, 1000).Select(_ => Question("RU", 30, random)).ToArray();
    var start = Environment.CpuUsage.TotalTime;
    var changed = LawChange.Between(
        Enumerable.Range(0, Situations).Select(index => questions[index % questions.Length]),
        question => StayCheck.Answer(question, old).Value!.Cautious,
        question => StayCheck.Answer(question, law).Value!.Cautious,
        (before, after) => before == after).Count();
    var seconds = (Environment.CpuUsage.TotalTime - start).TotalSeconds;
    Console.WriteLine($"law change over {Situations:N0} stays       {seconds,10:0.0} s, {changed:N0} changed; limit 60 s {(seconds <= 60 ? "kept" : "MISSED")}");
}

static Claim Claim(string jurisdiction, Random random)
{
    var first = new DateOnly(2024, 1, 10);
    var dues = Enumerable.Range(0, 24).Select(index => new Due($"{index}", null, 50_000m + random.Next(0, 3_000_000) / 100m, first.AddMonths(index))).ToList();
    var payments = Enumerable.Range(0, 40).Select(index => new Payment(first.AddDays(random.Next(0, 900)), random.Next(100_000, 4_000_000) / 100m, index % 4 == 0 ? $"{random.Next(24)}" : null)).ToList();
    return new Claim(jurisdiction, "RUB", new DateOnly(2026, 7, 20), Rounding.Line, InterestBase.Gross, dues, payments);
}

static StayQuestion Question(string area, int count, Random random)
{
    var asOf = new DateOnly(2025, 9, 1);
    var stays = new List<Stay>();
    for (var (index, day) = (0, asOf); index < count; index++)
    {
        var exit = day.AddDays(-random.Next(1, 12));
        stays.Add(new Stay(exit.AddDays(-random.Next(0, 9)), index == 0 ? null : exit));
        day = stays[^1].Entry;
    }

    return new StayQuestion(area, "KG", StayBasis.VisaFree, asOf, stays, null, false, null, []);
}
