using System.Diagnostics;
using Turna.Statistics.Disclosure;
using Turna.UnitTests.Disclosure;

/// <summary>Random releases of 2–5 dimensions with groups, linked tables and earlier releases: protected, then attacked.</summary>
internal static class Releases
{
    public static void Attack(int from, int to)
    {
        var watch = Stopwatch.StartNew();
        var (leaking, unsolved, controls, standing, unprotectable) = (0, 0, 0, 0, 0);
        for (var seed = from; seed <= to; seed++)
        {
            var release = new RandomRelease(seed);
            var result = Protection.Of(release.Dimensions, release.Tables, release.Rules);
            var cells = result.Tables.ToDictionary(table => table.Name, table => table.Cells);
            var report = Audit.Of(release.Dimensions, release.Seen((table, c) => cells[table.Name][c].Shown is not null), release.Rules);
            unprotectable += result.Unprotected.Count > 0 ? 1 : 0;
            unsolved += report.Unsolved > 0 ? 1 : 0;
            if (report.Findings.Any(finding => !result.Unprotected.Contains(finding.Cell)))
            {
                leaking++;
                Console.WriteLine($"release {seed} leaks: {string.Join("; ", report.Findings.Select(finding => finding.Cell))}");
            }

            if (result.Counts.GetValueOrDefault(Status.Primary) == 0) continue;
            Control(seed, release, (_, _) => true, ref controls, ref standing);
            if (result.Counts.GetValueOrDefault(Status.Complementary) > 0)
                Control(seed, release, (table, c) => cells[table.Name][c].Status != Status.Primary, ref controls, ref standing);
        }

        Console.WriteLine($"{to - from + 1} random releases: {leaking} give something away, {unsolved} attacked in part only, {unprotectable} refused because of what an earlier one showed; " +
            $"{controls} controls without protection, {standing} of them unbroken; {watch.Elapsed.TotalSeconds:0} s");
    }

    private static void Control(int seed, RandomRelease release, Func<Table, int, bool> isShown, ref int controls, ref int standing)
    {
        controls++;
        if (Audit.Of(release.Dimensions, release.Seen(isShown), release.Rules).Findings.Count > 0) return;
        standing++;
        Console.WriteLine($"release {seed}: a control without protection is not broken");
    }
}
