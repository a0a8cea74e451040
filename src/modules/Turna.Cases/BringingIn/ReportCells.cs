using System.Globalization;
using Turna.Cases.Contracts;
using Turna.Design;
using Turna.Kernel.Codes;

namespace Turna.Cases.BringingIn;

/// <summary>A line of the report as people read it: words and names of codes in the language of the reader.</summary>
internal static class ReportCells
{
    private static readonly Dictionary<RowOutcome, string> Outcomes = new()
    {
        [RowOutcome.Entered] = Texts.Key("Entered"),
        [RowOutcome.Repeated] = Texts.Key("Came in before"),
        [RowOutcome.Rejected] = Texts.Key("Cannot be entered"),
        [RowOutcome.NoDay] = Texts.Key("Without a day, not entered"),
        [RowOutcome.Skipped] = Texts.Key("No consultation"),
    };

    private static readonly Dictionary<RegisterRowStatus, string> Statuses = new()
    {
        [RegisterRowStatus.Ok] = Texts.Key("Understood for certain"),
        [RegisterRowStatus.Doubtful] = Texts.Key("Doubtful"),
        [RegisterRowStatus.Rejected] = Texts.Key("Not understood as a consultation"),
        [RegisterRowStatus.Skipped] = Texts.Key("Title, total or empty line"),
    };

    public static IReadOnlyList<string?> Of(ReportLine line, Texts texts)
    {
        var row = line.Row;
        return
        [
            row.Number.ToString(CultureInfo.InvariantCulture), texts[Outcomes[line.Outcome]], texts[Statuses[row.Status]], line.Person, row.Date?.ToString(),
            CaseWords.Name(texts, CodeLists.Shipped.Countries, row.Country), CaseWords.Topics(texts, row.Topics), Sex(row.Sex, texts),
            row.BirthYear?.ToString(CultureInfo.InvariantCulture), Sum(row.Claimed, texts), Sum(row.Recovered, texts), row.Currency,
            row.Restricted ? texts["Yes"] : null, line.Consultation?.ToString(), line.ByHand is { } byHand ? ByHandWords.Of(texts, byHand) : null,
            string.Join("; ", row.Problems.Concat(line.Remarks).Select(doubt => DoubtWords.Of(texts, doubt))),
            string.Join('\n', row.Text.Select(t => $"{t.Key}: {t.Value}")),
        ];
    }

    private static string? Sex(char? sex, Texts texts) => sex switch { 'F' => texts["female"], 'M' => texts["male"], _ => null };

    private static string? Sum(decimal? sum, Texts texts) => sum is { } known ? texts.Language.Cell(decimal.Round(known, 2)) : null;
}
