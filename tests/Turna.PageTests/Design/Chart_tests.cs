using System.Globalization;
using System.Text.Encodings.Web;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Turna.Design;
using Turna.Design.Charts;
using Turna.Design.Wording;

namespace Turna.PageTests.Design;

public sealed class Chart_tests
{
    private static readonly Figure Few = Figure.Hidden("fewer than 5");

    [Fact]
    public void Bars_are_as_long_as_their_numbers_and_begin_at_zero()
    {
        var chart = Draw(new Bars { Finding = "Most come from Russia", Heading = "Country", Categories = ["RU", "KZ", "TR"], Series = [new("Clients", [200, 50, 0])] });

        chart.QuerySelectorAll("rect.t-series-1").Select(bar => Percent(bar, "width")).ShouldBe([68m, 17m, 0m]);
        chart.QuerySelectorAll("rect.t-series-1").ShouldAllBe(bar => bar.GetAttribute("x") == "0");
        chart.QuerySelector("figcaption")!.TextContent.ShouldBe("Most come from Russia");
        chart.QuerySelector("svg")!.GetAttribute("aria-label").ShouldBe("Most come from Russia");
    }

    [Fact]
    public void A_hidden_number_is_hatched_says_why_and_is_nowhere_in_the_markup()
    {
        var chart = Draw(new Bars
        {
            Finding = "x", Heading = "Country", Categories = ["RU", "KR"], Series = [new("Clients", [200, Few])], Behind = (_, category) => $"/list/{category}",
        });

        chart.QuerySelectorAll("rect.t-chart__hidden").Single().GetAttribute("fill").ShouldBe("url(#c-hatch)");
        chart.QuerySelector("#c-hatch").ShouldNotBeNull();
        chart.QuerySelectorAll("td").Select(cell => cell.TextContent).ShouldBe(["200", "fewer than 5"]);
        chart.QuerySelectorAll("td a").Select(link => link.GetAttribute("href")).ShouldBe(["/list/0"]);
    }

    [Fact]
    public void Shares_fill_the_whole_bar()
    {
        var chart = Draw(new StackedBars
        {
            Finding = "x", Heading = "Team", Categories = ["Legal", "Shelter", "Empty"], AsShares = true,
            Series = [new("Closed", [75, 30, 0]), new("Open", [25, Few, 0])],
        });

        var parts = chart.QuerySelectorAll("rect[x]").ToList();
        parts.Select(part => (Percent(part, "x"), Percent(part, "width"))).ShouldBe([(0, 75), (75, 25), (0, 96), (96, 4), (0, 0), (0, 0)]);
        chart.QuerySelectorAll("text.t-chart__inside").Select(text => text.TextContent).ShouldBe(["75%", "25%", "30"], "a share beside a hidden part would be wrong");
    }

    [Fact]
    public void Stacked_bars_give_no_sum_beside_a_hidden_part()
    {
        var chart = Draw(new StackedBars
        {
            Finding = "x", Heading = "Team", Categories = ["Legal", "Shelter"], Series = [new("Closed", [75, 30]), new("Open", [25, Few])],
        });

        chart.QuerySelectorAll("text.t-chart__number").Select(text => text.TextContent).ShouldBe(["100"]);
    }

    [Fact]
    public void A_line_breaks_where_a_number_is_hidden_and_stands_on_zero()
    {
        var chart = Draw(new Lines { Finding = "x", Heading = "Month", Categories = ["1", "2", "3", "4", "5"], Series = [new("Calls", [0, 100, Few, 50, 200])] });

        chart.QuerySelectorAll("polyline").Select(line => line.GetAttribute("points")).ShouldBe(["0,240 25,120", "75,180 100,0"]);
        chart.QuerySelectorAll("rect.t-chart__hidden").Length.ShouldBe(1);
        chart.QuerySelector("text.t-chart__end")!.TextContent.ShouldBe("Calls 200");
    }

    [Fact]
    public void Names_of_lines_that_end_together_do_not_cover_one_another()
    {
        var chart = Draw(new Lines { Finding = "x", Heading = "Month", Categories = ["1", "2"], Series = [new("A", [1, 100]), new("B", [2, 99]), new("C", [3, 98])] });

        var heights = chart.QuerySelectorAll("text.t-chart__end").Select(text => decimal.Parse(text.GetAttribute("y")!, CultureInfo.InvariantCulture)).Order().ToList();
        heights.Zip(heights.Skip(1), (upper, lower) => lower - upper).ShouldAllBe(distance => distance >= 18);
    }

    [Fact]
    public void A_pyramid_has_women_to_the_left_and_the_young_below()
    {
        var chart = Draw(new Pyramid { Finding = "x", Heading = "Age", Categories = ["18–24", "25–34"], Series = [new("Women", [10, 20]), new("Men", [Few, 20])] });

        chart.QuerySelectorAll("rect.t-series-1").Select(bar => Percent(bar, "x") + Percent(bar, "width")).ShouldAllBe(edge => edge == 41);
        chart.QuerySelectorAll("rect.t-series-2").ShouldAllBe(bar => Percent(bar, "x") == 59);
        chart.QuerySelectorAll("text.t-chart__band").Select(text => (text.TextContent, decimal.Parse(text.GetAttribute("y")!, CultureInfo.InvariantCulture)))
            .OrderByDescending(band => band.Item2).First().TextContent.ShouldBe("18–24");
    }

    [Fact]
    public void The_map_darkens_with_the_number_and_passes_over_unknown_codes()
    {
        var chart = Draw(new TileMap
        {
            Finding = "x", Heading = "Oblast", Categories = ["Ош", "Талас", "Нарын", "Марс"], Codes = ["KG-O", "KG-T", "KG-N", "XX"],
            Series = [new("Clients", [100, 1, Few, 7])],
        });

        chart.QuerySelectorAll("g rect").Select(tile => tile.ClassName).ShouldBe(["t-shade-5", "t-shade-1", "t-chart__hidden"]);
        chart.QuerySelectorAll("tbody tr").Length.ShouldBe(4, "the table keeps what the map cannot place");
    }

    [Fact]
    public void Numbers_of_a_table_are_written_as_the_language_does()
    {
        var chart = Html.Parse(Markup(new Bars
        {
            Finding = "x", Heading = "Country", Categories = ["RU"], Series = [new("Claimed", [71_500m])], Measure = Measure.Money("RUB"),
        }, Language.Russian));

        chart.QuerySelector("td")!.TextContent.ShouldBe("71\u00a0500\u00a0₽");
    }

    [Fact]
    public void Nobody_tells_six_series_apart() => Should.Throw<InvalidOperationException>(() => Draw(new Bars
    {
        Finding = "x", Heading = "y", Categories = ["a"], Series = [.. Enumerable.Range(0, 6).Select(i => new Series($"s{i}", [i]))],
    }));

    [Fact]
    public void Names_of_places_and_series_are_text() =>
        Draw(new Bars { Finding = "<b>x</b>", Heading = "<b>y</b>", Categories = ["<b>a</b>"], Series = [new("<b>s</b>", [1]), new("t", [2])] })
            .QuerySelectorAll("b").ShouldBeEmpty();

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.3, 0.5)]
    [InlineData(7, 10)]
    [InlineData(10, 10)]
    [InlineData(11, 20)]
    [InlineData(201, 250)]
    [InlineData(260, 500)]
    public void Scales_end_at_a_round_number(double largest, double top)
    {
        var chart = Draw(new Lines { Finding = "x", Heading = "y", Categories = ["a", "b"], Series = [new("s", [0, (decimal)largest])] });

        chart.QuerySelectorAll("text.t-chart__tick").Select(text => text.TextContent).ShouldContain(Language.English.Number((decimal)top));
    }

    private static IHtmlDocument Draw(Chart chart) => Html.Parse(Markup(chart, Language.English));

    private static string Markup(Chart chart, Language language)
    {
        using var writer = new StringWriter();
        chart.Render("c", Catalogue.Read([]).In(language)).WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }

    private static decimal Percent(IElement element, string attribute) =>
        decimal.Parse(element.GetAttribute(attribute)!.TrimEnd('%'), CultureInfo.InvariantCulture);
}
