using System.Diagnostics;
using System.Globalization;
using Turna.Statistics.Disclosure;

// Suppression of one table of people over several dimensions, all margins shown, threshold 5.
// Usage: dotnet run -c Release -- [9450] [100k] [report] [audit] [releases [FIRST LAST]]; all without arguments. "audit" solves components of hidden cells as a whole. "releases" protects and attacks
// 1,000 random releases, and attacks each again without complementary suppression and without any.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var wanted = args.Length == 0 ? ["report", "9450", "100k", "audit", "releases"] : args;

if (wanted.Contains("report")) Report();
if (wanted.Contains("9450"))
{
    foreach (var people in (int[])[4_000, 40_000, 100_000]) Measure([9, 2, 4, 6, 8], people, 1);
    Measure([9, 2, 4, 6, 8], 40_000, 0);
    Measure([9, 2, 4, 6, 8], 40_000, 3);
    Measure([29, 34, 8], 4_000, 1);
    Measure([29, 34, 8], 40_000, 1);
}

if (wanted.Contains("100k"))
{
    Measure([49, 39, 49], 400_000, 1);
    Measure([19, 2, 12, 9, 12], 400_000, 1);
    Measure([19, 2, 12, 9, 12], 400_000, 0);
}

if (wanted.Contains("audit")) {
    Solve([14, 9, 10], 3_000);
    Solve([9, 2, 4, 6, 8], 100_000);
    Solve([9, 2, 4, 6, 8], 200_000);
    Solve([29, 34, 8], 40_000);
}

if (wanted.Contains("releases")) Releases.Attack(args.Length == 3 ? int.Parse(args[1]) : 1, args.Length == 3 ? int.Parse(args[2]) : 1_000);

static void Report()
{
    // Ten linked tables over one year of consultations, as the Friday report shows them.
    string[] names = ["sex", "age", "destination", "oblast", "topic", "team"];
    int[] sizes = [3, 9, 12, 9, 18, 6];
    int[][] crossings = [[0], [1], [2], [3], [4], [5], [0, 1], [0, 2], [0, 4], [3, 0]];
    var dimensions = names.Select((name, d) => Dimension.Flat(name, "all", [.. Enumerable.Range(0, sizes[d]).Select(Code)])).ToArray();
    var lines = People(sizes, 1_200, 11);
    var tables = crossings.Select((by, t) => Crossing.Of($"table {t + 1}", [.. by.Select(d => dimensions[d])],
        [.. lines.Select(line => new Line([.. by.Select(d => line.Codes[d])], 1))])).ToArray();
    for (var round = 0; round < 5; round++)
    {
        var (watch, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var release = Protection.Of(dimensions, tables, new Rules { Threshold = 10, Width = 8 });
        Print("report of 10 tables, width 8", tables.Sum(table => table.Cells.Count), release, watch, before);
    }
}

// Components of hidden cells solved as a whole: once where only small cells are hidden, once protected; without the true figures at hand and with them.
static void Solve(int[] sizes, int people)
{
    var dimensions = sizes.Select((size, d) => Dimension.Flat($"d{d}", "all", [.. Enumerable.Range(0, size).Select(Code)])).ToArray();
    var table = Crossing.Of("table", dimensions, People(sizes, people, 7));
    var rules = new Rules { Threshold = 5 };
    var cells = Protection.Of(dimensions, [table], rules).Tables[0].Cells;
    foreach (var (what, shown) in ((string, Func<Status, bool>)[])[("small cells hidden", status => status != Status.Primary), ("protected", status => status == Status.Published)])
    {
        var seen = table with { Cells = [.. table.Cells.Select((cell, c) => shown(cells[c].Status) ? cell : cell with { Value = null })] };
        foreach (var original in (Table[][])[[], [table]])
        {
            var (watch, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
            var report = Audit.Of(dimensions, [seen], rules, original);
            var kinds = string.Concat(report.Findings.GroupBy(finding => finding.Leak).OrderBy(group => group.Key).Select(group => $"{group.Count()} {group.Key}, bounds {group.Sum(finding => finding.Lower):0.######} to {group.Sum(finding => finding.Upper):0.######}; "));
            Console.WriteLine($"audit of {string.Join("x", sizes)}, {people} people, {what}, {report.Suppressed} cells, {(original.Length > 0 ? "with" : "without")} the true figures: {kinds}{report.Unsolved} not decided: " +
                $"{watch.Elapsed.TotalSeconds:0.0} s ({(Environment.CpuUsage.TotalTime - before).TotalSeconds:0.0} s processor)");
        }
    }
}

static void Measure(int[] sizes, int people, int width)
{
    var dimensions = sizes.Select((size, d) => Dimension.Flat($"d{d}", "all", [.. Enumerable.Range(0, size).Select(Code)])).ToArray();
    var table = Crossing.Of("table", dimensions, People(sizes, people, 7));
    var rules = new Rules { Threshold = 5, Width = width };
    ProtectedRelease? release = null;
    for (var round = 0; round < 2; round++)
    {
        var (watch, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        release = Protection.Of(dimensions, [table], rules);
        Print($"{string.Join("x", sizes)} and margins, {people} people, width {width}", table.Cells.Count, release, watch, before);
    }

    var clock = Stopwatch.StartNew();
    var shown = release!.Tables[0].Cells;
    var seen = table with { Cells = [.. table.Cells.Select((cell, c) => shown[c].Shown is null ? cell with { Value = null } : cell)] };
    var report = Audit.Of(dimensions, [seen], rules, [table]);
    Console.WriteLine($"  attacked: {report.Findings.Count} of {report.Suppressed} suppressed cells given away, {report.Unsolved} not decided ({clock.Elapsed.TotalSeconds:0} s)");
}

// Wall-clock time tells what a person waits; processor time what it costs on a machine that does other work beside.
static void Print(string what, int cells, ProtectedRelease release, Stopwatch watch, TimeSpan before) => Console.WriteLine(
    $"{what}: {cells} cells, {string.Join(", ", release.Counts.OrderBy(pair => pair.Key).Select(pair => $"{pair.Value} {pair.Key}"))}, " +
    $"cost {release.Cost}, unprotected {release.Unprotected.Count}: {watch.Elapsed.TotalSeconds:0.000} s ({(Environment.CpuUsage.TotalTime - before).TotalSeconds:0.000} s processor)");

static Line[] People(int[] sizes, int people, int seed)
{
    var random = new Random(seed);
    return [.. Enumerable.Range(0, people).Select(_ => new Line([.. sizes.Select(size => Code((int)(size * Math.Pow(random.NextDouble(), 1.7))))], 1))];
}

static string Code(int at) => at.ToString("'c'00", CultureInfo.InvariantCulture);
