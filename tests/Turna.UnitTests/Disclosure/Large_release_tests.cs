using Turna.Statistics.Disclosure;

namespace Turna.UnitTests.Disclosure;

/// <summary>Releases of more than 2,000 cells, which are protected by trades. The auditor solves them as a whole.</summary>
public sealed class Large_release_tests
{
    [Theory]
    [InlineData(1, false)]
    [InlineData(3, false)]
    [InlineData(1, true)]
    public void Nothing_is_given_away(int width, bool zeros)
    {
        var (dimensions, tables) = Release(people: 25_000);
        var rules = new Rules { Threshold = 5, Width = width, ProtectZeros = zeros };

        var release = Protection.Of(dimensions, tables, rules);

        release.Unprotected.ShouldBeEmpty();
        release.Counts[Status.Primary].ShouldBeGreaterThan(20);
        var report = Audit.Of(dimensions, Seen(tables, release, status => status == Status.Published), rules);
        report.Findings.ShouldBeEmpty();
        report.Unsolved.ShouldBe(0);
        Audit.Of(dimensions, Seen(tables, release, status => status != Status.Primary), rules).Findings.Count.ShouldBeGreaterThan(20);
    }

    [Fact]
    public void Amounts_keep_the_distance_that_the_rules_ask_for()
    {
        var random = new Random(5);
        Dimension[] dimensions = [Flat("a", 11), Flat("b", 13), Flat("c", 12)];
        Line[] lines = [.. Enumerable.Range(0, 40_000).Select(i =>
            new Line([Pick("a", 11, random), Pick("b", 13, random), Pick("c", 12, random)], random.Next(5, 40) * (random.Next(400) == 0 ? 50 : 1), $"p{i}"))];
        Table[] tables = [Crossing.Of("t", dimensions, lines)];
        var rules = new Rules { PPercent = 15 };

        var release = Protection.Of(dimensions, tables, rules);

        release.Unprotected.ShouldBeEmpty();
        release.Counts[Status.Primary].ShouldBeGreaterThan(5);
        var report = Audit.Of(dimensions, Seen(tables, release, status => status == Status.Published), rules, tables);
        report.Findings.ShouldBeEmpty();
        report.Unsolved.ShouldBe(0);
        Audit.Of(dimensions, Seen(tables, release, status => status != Status.Primary), rules, tables).Findings.ShouldNotBeEmpty();
    }

    [Fact]
    public void The_same_release_is_protected_in_the_same_way()
    {
        var (dimensions, tables) = Release(people: 9_000);
        var rules = new Rules { Threshold = 5 };

        var (first, second) = (Protection.Of(dimensions, tables, rules), Protection.Of(dimensions, tables, rules));

        first.Tables.SelectMany(table => table.Cells).Select(cell => cell.Shown).ShouldBe(second.Tables.SelectMany(table => table.Cells).Select(cell => cell.Shown));
    }

    [Fact]
    public void A_problem_too_large_to_solve_is_cleared_with_the_true_figures_and_not_without()
    {
        var (dimensions, tables) = Release(people: 3_000);
        var rules = new Rules { Threshold = 5 };
        var release = Protection.Of(dimensions, tables, rules);
        var seen = Seen(tables, release, status => status == Status.Published);

        var blind = Audit.Of(dimensions, seen, rules);
        blind.Findings.ShouldBeEmpty();
        blind.Unsolved.ShouldBeGreaterThan(1_500);
        Audit.Of(dimensions, seen, rules, tables).Unsolved.ShouldBe(0);
        // A pair of small cells that hold one another in place: no other table can be found for them.
        Audit.Of(dimensions, Seen(tables, release, status => status != Status.Primary), rules, tables).Findings.ShouldNotBeEmpty();
    }

    /// <summary>Raions in oblasts by age and topic, and the same people by sex and oblast.</summary>
    private static (Dimension[] Dimensions, Table[] Tables) Release(int people)
    {
        string[] raions = [.. Enumerable.Range(0, 16).Select(i => $"r{i}")];
        var place = Dimension.Of("place", "all", raions, [.. Enumerable.Range(0, 4).Select(o => new Group($"oblast{o}", raions[(4 * o)..((4 * o) + 4)]))]);
        Dimension[] dimensions = [place, Flat("age", 9), Flat("topic", 12), Flat("sex", 2)];
        var random = new Random(3);
        string[][] rows = [.. Enumerable.Range(0, people).Select(_ =>
            new[] { raions[(int)(16 * Math.Pow(random.NextDouble(), 1.6))], Pick("age", 9, random), Pick("topic", 12, random), Pick("sex", 2, random) })];
        return (dimensions,
        [
            Crossing.Of("wide", dimensions[..3], [.. rows.Select(row => new Line(row[..3], 1))]),
            Crossing.Of("sexes", [place, dimensions[3]], [.. rows.Select(row => new Line([row[0], row[3]], 1))]),
        ]);
    }

    private static Table[] Seen(Table[] tables, ProtectedRelease release, Func<Status, bool> isShown) => [.. tables.Select((table, t) => table with
    {
        Cells = [.. table.Cells.Select((cell, c) => isShown(release.Tables[t].Cells[c].Status) ? cell : cell with { Value = null })],
    })];

    private static Dimension Flat(string name, int codes) => Dimension.Flat(name, "all", [.. Enumerable.Range(0, codes).Select(i => $"{name}{i}")]);

    private static string Pick(string name, int codes, Random random) => $"{name}{(int)(codes * Math.Pow(random.NextDouble(), 1.5))}";
}
