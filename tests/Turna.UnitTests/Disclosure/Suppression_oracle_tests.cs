using System.Globalization;
using Turna.Statistics.Disclosure;

namespace Turna.UnitTests.Disclosure;

/// <summary>Six tables protected by R's GaussSuppression: sensitive cells exactly, cost within a tenth.</summary>
public sealed class Suppression_oracle_tests
{
    [Theory]
    [InlineData("smallcounts.z1", "region,hovedint", 4)]
    [InlineData("smallcounts.z3.formula", "region,hovedint", 6)]
    [InlineData("smallcounts.gbv.3way", "region,sex,viol;sex,age,viol", 5)]
    [InlineData("smallcounts.gbv.4way", "region,sex,age,viol", 5)]
    public void Counts(string id, string tables, int threshold) =>
        Compare(id, tables, new Rules { Threshold = threshold, ProtectZeros = true });

    // GaussSuppression asks for no interval around an amount, so neither does the comparison.
    [Theory]
    [InlineData("dominance.mag", "region,viol")]
    [InlineData("fewcontrib", "region,age,viol")]
    public void Amounts(string id, string tables) => Compare(id, tables, id == "fewcontrib"
        ? new Rules { Contributors = 4, Width = 0 }
        : new Rules { Dominance = [new(1, 80), new(2, 99)], Width = 0 });

    private static void Compare(string id, string tables, Rules rules)
    {
        var oracle = Oracles.Cases("sdc", "sdc.json")[id];
        var (header, rows) = Oracles.Csv("sdc", oracle.GetProperty("data").GetString() + ".csv");
        var amounts = rules.Threshold is null;
        var value = Array.IndexOf(header, amounts ? "value" : "ant");
        var who = Array.IndexOf(header, "char");
        string[][] shapes = [.. tables.Split(';').Select(table => table.Split(','))];
        var dimensions = shapes.SelectMany(by => by).Distinct().Select(name => DimensionOf(name, header, rows)).ToArray();
        var crossed = shapes.Select(by => Crossing.Of(string.Join("x", by), [.. by.Select(Find)], [.. rows.Select(row => new Line(
            [.. by.Select(name => row[Array.IndexOf(header, name)])], decimal.Parse(row[value], CultureInfo.InvariantCulture),
            amounts ? who < 0 || id == "dominance.mag" ? Guid.CreateVersion7().ToString() : row[who] : null))])).ToArray();

        var release = Protection.Of(dimensions, crossed, rules);

        var ours = new Dictionary<string, Status>();
        foreach (var table in release.Tables)
            foreach (var cell in table.Cells)
                ours[string.Join('|', dimensions.Select(dimension => table.By.ToList().IndexOf(dimension.Name) is >= 0 and var at ? cell.Codes[at] : "Total"))] = cell.Status;
        var theirs = Read(oracle.GetProperty("table"), dimensions, amounts ? "value" : "ant");

        ours.Keys.Order(StringComparer.Ordinal).ShouldBe(theirs.Keys.Order(StringComparer.Ordinal));
        ours.Where(cell => cell.Value == Status.Primary).Select(cell => cell.Key).Order(StringComparer.Ordinal)
            .ShouldBe(theirs.Where(cell => cell.Value.Primary).Select(cell => cell.Key).Order(StringComparer.Ordinal));
        var complementary = theirs.Where(cell => cell.Value is { Suppressed: true, Primary: false }).ToArray();
        ((double)release.Cost).ShouldBeLessThanOrEqualTo(1.1 * complementary.Sum(cell => cell.Value.Value));
        ((double)release.Counts[Status.Complementary]).ShouldBeLessThanOrEqualTo(1.1 * complementary.Length);

        Dimension Find(string name) => dimensions.Single(dimension => dimension.Name == name);
    }

    private static Dictionary<string, (double Value, bool Primary, bool Suppressed)> Read(System.Text.Json.JsonElement table, Dimension[] dimensions, string value)
    {
        var cells = new Dictionary<string, (double, bool, bool)>();
        for (var i = 0; i < table.GetProperty("primary").GetArrayLength(); i++)
        {
            string At(string column) => table.GetProperty(column)[i].GetString()!;
            cells.Add(string.Join('|', dimensions.Select(dimension => At(dimension.Name))),
                (double.Parse(At(value), CultureInfo.InvariantCulture), At("primary") == "TRUE", At("suppressed") == "TRUE"));
        }

        return cells;
    }

    private static Dimension DimensionOf(string name, string[] header, string[][] rows)
    {
        string[] codes = [.. rows.Select(row => row[Array.IndexOf(header, name)]).Distinct()];
        if (name != "region" || !header.Contains("fylke")) return Dimension.Flat(name, "Total", codes);
        return Dimension.Of(name, "Total", codes, [.. new[] { "fylke", "kostragr" }.SelectMany(level =>
            rows.GroupBy(row => row[Array.IndexOf(header, level)]).Select(group => new Group(group.Key, [.. group.Select(row => row[Array.IndexOf(header, name)]).Distinct()])))]);
    }
}
