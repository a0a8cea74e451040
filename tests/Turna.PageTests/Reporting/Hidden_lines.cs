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

    [Fact]
    public void The_zeros_of_a_total_of_which_nothing_else_is_shown_do_not_say_who_the_few_are()
    {
        var table = Table("wages: – 0 0 –", "pension: 3 0 0 –", "all: – 0 0 –");

        ReportTable.Sexes.Select(sex => table.Shown(ReportTable.All, sex)).ShouldAllBe(figure => figure == null);
        ReportTable.Sexes.Select(sex => table.Shown("pension", sex)).ShouldBe([3, 0, 0, null]);
    }

    [Fact]
    public void They_are_named_and_what_they_hold_is_not_told_whatever_their_number()
    {
        var wording = new Evidence.Reporting.Wording(English, []);
        var table = Table("wages: 3 4 0 7", "pension: – – – –", "gbv: – – – –", "all: – – – 30");

        wording.Silent(table, ["pension"]).ShouldBe("One line is not shown: Pension, years of service.");
        wording.Silent(table, table.Silent([])).ShouldMatch("^2 lines are not shown: Pension, years of service; [^0-9]+\\.$");
    }

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
    public void The_longer_period_of_a_month_is_its_quarter(string period, string? longer) => (Period.Read(period)!.Longer?.Name).ShouldBe(longer);

    private static ReportTable Table(params string[] lines)
    {
        var parts = lines.Select(line => line.Split(": ")).ToList();
        var figures = parts.SelectMany(part => ReportTable.Sexes.Zip(part[1].Split(' '), (sex, value) => (Key: (part[0], sex), Value: value)))
            .ToDictionary(cell => cell.Key, cell => int.TryParse(cell.Value, out var value) ? Figure.Exact(value) : new Figure(null, Status.Primary));
        return new ReportTable(Measure.Consultations, "Topic", [.. parts.Select(part => part[0]).Where(row => row != ReportTable.All)], true, figures);
    }
}
