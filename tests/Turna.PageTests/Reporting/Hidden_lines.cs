using Turna.Design;
using Turna.Design.Wording;
using Turna.Evidence.Reporting;
using Turna.Statistics.Disclosure;

namespace Turna.PageTests.Reporting;

/// <summary>Lines of which a protected report shows nothing are named under the table instead of standing in it.</summary>
public sealed class Hidden_lines
{
    private static readonly Texts English = Catalogue.Read([]).In(Language.English);

    [Fact]
    public void A_line_is_silent_when_neither_it_nor_what_stands_beside_it_is_shown()
    {
        var clients = Table("wages: 3 4 0 7", "pension: – – – –", "gbv: – – 0 –", "return: – – – 9");
        var newClients = Table("wages: – – – –", "pension: – – – 0", "gbv: – – – 6");

        clients.Silent([]).ShouldBe(["pension", "gbv"]);
        clients.Silent([newClients]).ShouldBe(["pension"]);
    }

    [Theory]
    [InlineData("sum", "30", 16)]
    [InlineData("sum", "18", null)]
    [InlineData("sum", "–", null)]
    [InlineData("cover", "30", null)]
    public void What_silent_lines_hold_together_is_told_where_anybody_could_subtract_it(string lines, string whole, int? together) =>
        (Table("KZ: 3 4 0 7", "RU: 3 4 0 7", "TR: – – – –", "KR: – – – –", $"all: – – – {whole}") with { LinesAddUp = lines == "sum" })
            .Together(["TR", "KR"], 5).ShouldBe(together);

    [Fact]
    public void A_line_that_hides_its_whole_keeps_the_rest_from_being_told() =>
        Table("KZ: 3 4 0 –", "TR: – – – –", "all: – – – 30").Together(["TR"], 5).ShouldBeNull();

    [Fact]
    public void All_lines_together_are_the_whole_which_stands_above() =>
        Table("TR: – – – –", "KR: – – – –", "all: – – – 30").Together(["TR", "KR"], 5).ShouldBeNull();

    [Fact]
    public void A_picture_draws_all_together_where_women_and_men_are_hidden()
    {
        var wording = new Evidence.Reporting.Wording(English, []);
        var together = Pictures.Of(Table("wages: – – – 12", "pension: – – – 9", "return: 5 6 0 11", "gbv: – – – –"), wording, English)!;
        var apart = Pictures.Of(Table("wages: 6 6 0 12", "pension: 4 5 0 9", "return: – – – 11"), wording, English)!;

        together.Series.Select(s => s.Name).ShouldBe(["All"]);
        together.Categories.ShouldBe(["Unpaid or late wages", "Pension, years of service", "Return and reintegration"]);
        apart.Series.Select(s => s.Name).ShouldBe(["Women", "Men"]);
    }

    [Theory]
    [InlineData("2026-05", "2026-Q2")]
    [InlineData("2026-12", "2026-Q4")]
    [InlineData("2026-Q2", "2026")]
    [InlineData("2026", null)]
    [InlineData("2026-05-01..2026-05-09", null)]
    public void The_longer_period_of_a_month_is_its_quarter(string period, string? longer) => Period.Read(period)!.Longer?.Name.ShouldBe(longer);

    private static ReportTable Table(params string[] lines)
    {
        var parts = lines.Select(line => line.Split(": ")).ToList();
        var figures = parts.SelectMany(part => ReportTable.Sexes.Zip(part[1].Split(' '), (sex, value) => (Key: (part[0], sex), Value: value)))
            .ToDictionary(cell => cell.Key, cell => int.TryParse(cell.Value, out var value) ? Figure.Exact(value) : new Figure(null, Status.Primary));
        return new ReportTable(Measure.Consultations, "Topic", [.. parts.Select(part => part[0]).Where(row => row != ReportTable.All)], true, figures);
    }
}
