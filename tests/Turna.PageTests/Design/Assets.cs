using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;

namespace Turna.PageTests.Design;

/// <summary>What the browser loads: small, ours, and readable.</summary>
public sealed partial class Assets
{
    private static readonly string Folder = Repository.Path("src", "platform", "Turna.Design", "wwwroot", "assets");

    [Fact]
    public void Styles_and_scripts_stay_below_120_KB_compressed() =>
        new[] { "turna.css", "turna.js" }.Sum(name => Compressed(Path.Combine(Folder, name))).ShouldBeLessThan(120 * 1024);

    [Fact]
    public void The_typeface_stays_below_60_KB() =>
        Directory.EnumerateFiles(Folder, "*.woff2").Sum(file => new FileInfo(file).Length).ShouldBeInRange(20 * 1024, 60 * 1024);

    [Fact]
    public void Nothing_of_the_government_is_left()
    {
        var css = File.ReadAllText(Path.Combine(Folder, "turna.css"));

        css.ShouldNotContain("GDS Transport");
        css.ShouldNotContain("crown", Case.Insensitive);
        AddressInStyles().Matches(css).Select(match => match.Groups[1].Value).ShouldAllBe(address => !address.Contains("//", StringComparison.Ordinal) || address.StartsWith("data:", StringComparison.Ordinal));
    }

    [Fact]
    public void A_small_screen_hides_no_page_of_a_list_without_a_sign()
    {
        var css = File.ReadAllText(Path.Combine(Folder, "turna.css"));

        // The last word on whether a number of a page is shown: seven of them, at 40 px, stand in the 290 px of the smallest screen.
        NumberOfPage().Matches(css).Last().Value.ShouldSatisfyAllConditions(rule => rule.ShouldContain("display:block"), rule => rule.ShouldContain("min-width:40px"));
    }

    [Fact]
    public void Scripts_make_no_markup_of_strings() =>
        Directory.EnumerateFiles(Repository.Path("src", "platform", "Turna.Design", "browser", "scripts"), "*.ts").Select(File.ReadAllText)
            .ShouldAllBe(source => !MarkupOfStrings().IsMatch(source));

    [Theory]
    [InlineData("ink", "paper", 7)]
    [InlineData("ink", "mist", 7)]
    [InlineData("slate", "paper", 7)]
    [InlineData("slate", "mist", 4.5)]
    [InlineData("lake", "paper", 4.5)]
    [InlineData("lake", "mist", 4.5)]
    [InlineData("lake-deep", "lake-pale", 4.5)]
    [InlineData("meadow", "paper", 4.5)]
    [InlineData("ochre", "paper", 4.5)]
    [InlineData("poppy", "paper", 4.5)]
    [InlineData("ink", "focus", 4.5)]
    [InlineData("ink", "apricot", 4.5)]
    public void Colours_stand_out_enough(string front, string ground, double least)
    {
        var tokens = Token().Matches(File.ReadAllText(Repository.Path("src", "platform", "Turna.Design", "browser", "styles", "_settings.scss")))
            .ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);
        var (one, other) = (Luminance(tokens[front]), Luminance(tokens[ground]));

        ((Math.Max(one, other) + 0.05) / (Math.Min(one, other) + 0.05)).ShouldBeGreaterThanOrEqualTo(least);
    }

    // WCAG 2.2, definition of relative luminance.
    private static double Luminance(string colour)
    {
        var parts = Enumerable.Range(0, 3).Select(i => int.Parse(colour.AsSpan(i * 2, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4)).ToArray();
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }

    private static long Compressed(string file)
    {
        using var into = new MemoryStream();
        using (var zip = new GZipStream(into, CompressionLevel.Optimal, leaveOpen: true)) zip.Write(File.ReadAllBytes(file));
        return into.Length;
    }

    [GeneratedRegex(@"(?<=[{},])\.govuk-pagination__item\{[^}]*display:[^}]*\}")]
    private static partial Regex NumberOfPage();

    [GeneratedRegex(@"url\(([^)]*)\)")]
    private static partial Regex AddressInStyles();

    [GeneratedRegex(@"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|\bany\b(?=[;,)>\]])")]
    private static partial Regex MarkupOfStrings();

    [GeneratedRegex(@"\$([\w-]+): #([0-9a-f]{6});")]
    private static partial Regex Token();
}
