using Turna.Statistics.Disclosure;

namespace Turna.UnitTests.Disclosure;

public sealed class Audit_tests
{
    private static readonly Dimension Sex = Dimension.Flat("sex", "all", ["F", "M"]);
    private static readonly Dimension Oblast = Dimension.Flat("oblast", "all", ["Osh", "Chuy", "Naryn"]);

    [Fact]
    public void Random_releases_hold_and_fall_without_protection()
    {
        var needed = 0;
        for (var seed = 1; seed <= 150; seed++)
        {
            var release = new RandomRelease(seed);
            var result = Protection.Of(release.Dimensions, release.Tables, release.Rules);
            var cells = result.Tables.ToDictionary(table => table.Name, table => table.Cells);

            var report = Audit.Of(release.Dimensions, release.Seen((table, c) => cells[table.Name][c].Shown is not null), release.Rules);
            report.Findings.Where(finding => !result.Unprotected.Contains(finding.Cell)).ShouldBeEmpty($"release {seed}");
            report.Unsolved.ShouldBe(0);

            if (result.Counts.GetValueOrDefault(Status.Complementary) == 0) continue;
            needed++;
            Audit.Of(release.Dimensions, release.Seen((table, c) => cells[table.Name][c].Status != Status.Primary), release.Rules)
                .Findings.ShouldNotBeEmpty($"release {seed} without complementary suppression");
            Audit.Of(release.Dimensions, release.Seen((_, _) => true), release.Rules).Findings.ShouldContain(finding => finding.Leak == Leak.Shown);
        }

        needed.ShouldBeGreaterThan(50);
    }

    [Fact]
    public void A_lone_suppressed_cell_is_found_exactly_with_its_value()
    {
        var seen = new Table("t", ["sex"], [new(["all"], 34), new(["F"], null), new(["M"], 30)]);

        var finding = Audit.Of([Sex], [seen], new Rules { Threshold = 5 }).Findings.ShouldHaveSingleItem();

        finding.Leak.ShouldBe(Leak.Exact);
        finding.Cell.ShouldBe("sex F");
        finding.Lower.ShouldBe(4, 1e-6);
        finding.Upper.ShouldBe(4, 1e-6);
    }

    [Fact]
    public void Two_cells_that_add_up_to_two_are_known_where_zeros_are_shown()
    {
        // Osh F + Osh M = 2 and neither is zero, for every zero is shown: both are 1 though neither is a combination of shown cells.
        var seen = new Table("t", ["oblast", "sex"],
        [
            new(["all", "all"], 60), new(["all", "F"], 30), new(["all", "M"], 30), new(["Osh", "all"], 2), new(["Osh", "F"], null), new(["Osh", "M"], null),
            new(["Chuy", "all"], 38), new(["Chuy", "F"], null), new(["Chuy", "M"], null), new(["Naryn", "all"], 20), new(["Naryn", "F"], 10), new(["Naryn", "M"], 10),
        ]);

        var findings = Audit.Of([Oblast, Sex], [seen], new Rules { Threshold = 2 }).Findings;

        findings.Select(finding => finding.Leak).Distinct().ShouldBe([Leak.Narrow]);
        findings.Count.ShouldBe(4);
        Audit.Of([Oblast, Sex], [seen], new Rules { Threshold = 2, ProtectZeros = true, Width = 2 }).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void An_amount_is_bounded_around_its_true_value()
    {
        // One employer holds 90 of 100; whoever holds the other 10 must not learn 90 to within a fifth of it.
        var original = new Table("t", ["sex"],
        [
            new(["all"], 112) { From = new Contributions(9, [90, 10, 5, 4, 3]) },
            new(["F"], 100) { From = new Contributions(2, [90, 10]) },
            new(["M"], 12) { From = new Contributions(7, [5, 4, 3]) },
        ]);
        var seen = original with { Cells = [original.Cells[0], original.Cells[1] with { Value = null }, original.Cells[2] with { Value = null }] };
        var rules = new Rules { PPercent = 20 };

        Audit.Of([Sex], [seen], rules, [original]).Findings.ShouldContain(finding => finding.Leak == Leak.Narrow && finding.Cell == "sex F");
        Audit.Of([Sex], [seen], new Rules { PPercent = 13 }, [original]).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void Figures_of_another_release_are_not_taken_for_the_true_ones()
    {
        var seen = new Table("t", ["oblast", "sex"],
        [
            new(["all", "all"], 60), new(["all", "F"], 30), new(["all", "M"], 30), new(["Osh", "all"], 2), new(["Osh", "F"], null), new(["Osh", "M"], null),
            new(["Chuy", "all"], 38), new(["Chuy", "F"], null), new(["Chuy", "M"], null), new(["Naryn", "all"], 20), new(["Naryn", "F"], 10), new(["Naryn", "M"], 10),
        ]);
        decimal[] other = [60, 30, 30, 12, 5, 7, 28, 15, 13, 20, 10, 10];
        var original = seen with { Cells = [.. seen.Cells.Select((cell, c) => cell with { Value = other[c] })] };

        var findings = Audit.Of([Oblast, Sex], [seen], new Rules { Threshold = 2 }, [original]).Findings;

        findings.Single(finding => finding.Cell == "oblast Osh, sex F").ShouldSatisfyAllConditions(found => found.Lower.ShouldBe(1, 1e-6), found => found.Upper.ShouldBe(1, 1e-6));
        findings.Count.ShouldBe(4);
    }

    [Fact]
    public void Contradicting_figures_are_reported()
    {
        // All ten women live in Naryn, so those of Osh and Chuy are none; but a zero would have been shown.
        var seen = new Table("t", ["oblast", "sex"],
        [
            new(["all", "all"], 60), new(["all", "F"], 10), new(["all", "M"], 50), new(["Osh", "all"], 2), new(["Osh", "F"], null), new(["Osh", "M"], null),
            new(["Chuy", "all"], 38), new(["Chuy", "F"], null), new(["Chuy", "M"], null), new(["Naryn", "all"], 20), new(["Naryn", "F"], 10), new(["Naryn", "M"], 10),
        ]);

        Audit.Of([Oblast, Sex], [seen], new Rules { Threshold = 2 }).Findings.Select(finding => finding.Leak).Distinct().ShouldBe([Leak.Contradiction]);
    }
}
