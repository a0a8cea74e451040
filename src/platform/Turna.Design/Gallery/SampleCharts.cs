using Turna.Design.Charts;

namespace Turna.Design.Gallery;

/// <summary>One chart of each kind, with invented numbers.</summary>
internal static class SampleCharts
{
    private static readonly string[] Countries = ["Россия", "Казакстан", "Түркия", "Түштүк Корея"];
    private static readonly string[] Months = ["01.2026", "02.2026", "03.2026", "04.2026", "05.2026", "06.2026", "07.2026", "08.2026"];
    private static readonly string[] Ages = ["18–24", "25–34", "35–44", "45–54", "55+"];
    private static readonly string[] Oblasts = ["Талас", "Чүй", "Бишкек", "Ысык-Көл", "Жалал-Абад", "Нарын", "Баткен", "Ош шаары", "Ош"];
    private static readonly string[] OblastCodes = ["KG-T", "KG-C", "KG-GB", "KG-Y", "KG-J", "KG-N", "KG-B", "KG-GO", "KG-O"];

    private static readonly Figure Few = Figure.Hidden("fewer than 5");

    public static IReadOnlyList<Chart> All { get; } =
    [
        new Bars
        {
            Finding = "Three of four consultations come from Russia", Heading = "Country", Categories = Countries,
            Series = [new("Consultations", [1214, 310, 87, Few])], Behind = (_, category) => $"#list-{category}",
        },
        new Bars
        {
            Finding = "Women ask about wages, men about entry bans", Heading = "Topic", Categories = ["Wages", "Entry ban"],
            Series = [new("women", [420, 130]), new("men", [310, 505])],
        },
        new StackedBars
        {
            Finding = "Most cases are closed within the quarter", Heading = "Team", Categories = ["Legal", "Shelter"],
            Series = [new("Closed", [140, 32]), new("Open", [60, 21]), new("Overdue", [12, Few])], AsShares = true, FoldTable = true,
        },
        new Lines
        {
            Finding = "Calls doubled after the new rule of February", Heading = "Month", Categories = Months,
            Series = [new("Consultations", [80, 92, 150, 171, 182, 165, 178, 190]), new("Clients", [61, 70, 110, Few, 131, 120, 133, 141])],
            Note = "April: one number is hidden because it is below 5.",
        },
        new SmallMultiples
        {
            Finding = "Only Russia grows", Heading = "Month", Categories = Months, FoldTable = true,
            Series =
            [
                new("Россия", [70, 74, 90, 110, 118, 121, 130, 140]), new("Казакстан", [30, 28, 31, 30, 29, 33, 31, 30]),
                new("Түркия", [12, 11, 10, Few, 9, 12, 11, 10]),
            ],
        },
        new Pyramid
        {
            Finding = "Callers are young: half are under 35", Heading = "Age", Categories = Ages, FoldTable = true,
            Series = [new("Women", [180, 240, 120, 60, 14]), new("Men", [150, 210, 130, 45, Few])],
        },
        new TileMap
        {
            Finding = "Osh and Batken send most of the callers", Heading = "Oblast", Categories = Oblasts, Codes = OblastCodes, FoldTable = true,
            Series = [new("Clients", [45, 60, 110, 38, 190, 22, 260, 75, 310])],
        },
    ];
}
