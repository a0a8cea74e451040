using System.Globalization;
using System.Text;
using CsvHelper;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Turna.Design;
using Turna.Kernel;

namespace Turna.Evidence.Reporting;

/// <summary>A report as a file. Texts that a spreadsheet would take for a formula are written as texts.</summary>
internal static class Export
{
    /// <summary>The report as lines of cells: texts and numbers, hidden figures as a dash. First it says whose they are and of when.</summary>
    public static IReadOnlyList<IReadOnlyList<object>> Lines(Report report, Wording wording, Texts texts, string organisation, string asOf)
    {
        var lines = new List<IReadOnlyList<object>>
        {
            new object[] { wording.Finding(report) },
            new object[] { texts["Organisation"], organisation },
            new object[] { texts["Teams"], wording.TeamsOf(report) },
            new object[] { texts["Period"], wording.Of(report.Period) },
            new object[] { texts["Figures"], wording.Of(report.View) },
        };
        if (report.View != View.Exact) lines.Add([texts["Not shown"], texts["Numbers below {0} and those from which they would follow", Protecting.Threshold(report.View)]]);
        lines.Add([texts["Data as of"], asOf]);
        if (report.Overdue is { } overdue) lines.Add([texts["Overdue tasks"], overdue]);
        lines.Add([texts["Anonymous contacts"], report.Anonymous.Value is { } anonymous ? (object)anonymous : "–"]);
        foreach (var (currency, minor) in report.Recovered) lines.Add([texts["Recovered in closed cases and registers, {0}", currency], Money.FromMinorUnits(minor, currency).Amount]);
        foreach (var table in report.Tables)
        {
            lines.Add([]);
            lines.Add([wording.Of(table.Measure)]);
            lines.Add([wording.HeadingOf(table), .. ReportTable.Sexes.Select(wording.OfSex)]);
            // The zeros beside a hidden number would say that all of a few people are women, or men: as on the page, such a line is only named.
            var silent = table.Silent([]);
            foreach (var row in table.Rows.Except(silent).Append(ReportTable.All))
                lines.Add([wording.OfRow(table, row), .. ReportTable.Sexes.Select(sex => table.Shown(row, sex) is { } value ? (object)value : "–")]);
            if (silent.Count > 0) lines.Add([wording.Silent(table, silent)]);
            if (!table.LinesAddUp) lines.Add([texts["One contact or person may stand in several lines, so the lines do not add up to the total."]]);
        }

        lines.Add([]);
        lines.Add([texts["How it was counted"]]);
        foreach (var definition in wording.DefinitionsOf(report)) lines.Add([definition]);
        return lines;
    }

    /// <summary>UTF-8 with a byte order mark, cells parted as the spreadsheets of the language expect.</summary>
    public static byte[] Csv(IReadOnlyList<IReadOnlyList<object>> lines, Language language)
    {
        using var bytes = new MemoryStream();
        using (var writer = new StreamWriter(bytes, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)))
        using (var csv = CsvWriter.Create(writer, new CsvWriterOptions { Separator = language.CellSeparator }))
        {
            // RFC 4180: every record has as many fields as the others.
            var width = lines.Max(l => l.Count);
            foreach (var line in lines)
            {
                for (var i = 0; i < width; i++) csv.WriteField(i < line.Count ? Written(line[i], language) : string.Empty);
                csv.EndRecord();
            }
        }

        return bytes.ToArray();
    }

    private static string Written(object cell, Language language) => cell is string text ? SpreadsheetText.Harmless(text) : language.Cell(Convert.ToDecimal(cell, CultureInfo.InvariantCulture));

    public static byte[] Xlsx(IReadOnlyList<IReadOnlyList<object>> lines, string sheet)
    {
        using var bytes = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            var worksheet = workbook.AddNewPart<WorksheetPart>();
            worksheet.Worksheet = new Worksheet(
                new Columns(new Column { Min = 1, Max = 1, Width = 44, CustomWidth = true }, new Column { Min = 2, Max = 5, Width = 18, CustomWidth = true }),
                new SheetData(lines.Select(RowOf)));
            workbook.Workbook = new Workbook(new Sheets(new Sheet { Name = sheet, SheetId = 1, Id = workbook.GetIdOfPart(worksheet) }));
        }

        return bytes.ToArray();
    }

    private static Row RowOf(IReadOnlyList<object> line) => new(line.Select(cell => cell switch
    {
        int number => new Cell { DataType = CellValues.Number, CellValue = new CellValue(number) },
        decimal sum => new Cell { DataType = CellValues.Number, CellValue = new CellValue(sum) },
        _ => new Cell { DataType = CellValues.InlineString, InlineString = new InlineString(new Text((string)cell)) },
    }));
}
