using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Turna.UnitTests.Importing;

/// <summary>Writes small XLSX files cell by cell, with what spreadsheet programs put into them: days, formulas, merged cells, several sheets.</summary>
internal sealed class WorkbookMaker
{
    /// <summary>A text with a line through it.</summary>
    internal sealed record Struck(string Text);

    private readonly List<(string Name, StringBuilder Cells, List<string> Merged)> sheets = [];

    public WorkbookMaker Sheet(string name)
    {
        sheets.Add((name, new StringBuilder(), []));
        return this;
    }

    /// <summary>Texts as they are; <see cref="DateOnly"/> as a day; numbers as numbers; "=formula→value" as a formula, without a value as one never computed; "#…" as an error.</summary>
    public WorkbookMaker Row(int number, params object?[] values)
    {
        var cells = sheets[^1].Cells.Append(CultureInfo.InvariantCulture, $"<row r=\"{number}\">");
        for (var column = 0; column < values.Length; column++) cells.Append(Cell($"{(char)('A' + column)}{number}", values[column]));
        cells.Append("</row>");
        return this;
    }

    /// <summary>A row as its XML is written, for what no spreadsheet program would write.</summary>
    public WorkbookMaker Raw(string row)
    {
        sheets[^1].Cells.Append(row);
        return this;
    }

    public WorkbookMaker Merge(string range)
    {
        sheets[^1].Merged.Add(range);
        return this;
    }

    public byte[] Make(Action<ZipArchive>? more = null)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>");
            Put(zip, "_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Put(zip, "xl/workbook.xml", "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
                + string.Concat(sheets.Select((sheet, i) => $"<sheet name=\"{sheet.Name}\" sheetId=\"{i + 1}\" r:id=\"s{i}\"/>")) + "</sheets></workbook>");
            Put(zip, "xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + string.Concat(sheets.Select((_, i) => $"<Relationship Id=\"s{i}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>"))
                + "<Relationship Id=\"st\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/></Relationships>");
            Put(zip, "xl/styles.xml", "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><fonts count=\"2\"><font/><font><strike/></font></fonts><cellStyleXfs count=\"1\"><xf fontId=\"1\"/></cellStyleXfs><cellXfs count=\"3\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/><xf numFmtId=\"0\" fontId=\"1\"/></cellXfs></styleSheet>");
            for (var i = 0; i < sheets.Count; i++) Put(zip, $"xl/worksheets/sheet{i + 1}.xml", Worksheet(sheets[i].Cells, sheets[i].Merged));
            more?.Invoke(zip);
        }

        return file.ToArray();
    }

    public static void Put(ZipArchive zip, string name, string text)
    {
        using var part = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Optimal).Open(), new UTF8Encoding(false));
        part.Write(text);
    }

    private static string Worksheet(StringBuilder rows, List<string> merged) =>
        $"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{rows}</sheetData>"
        + (merged.Count == 0 ? "" : $"<mergeCells count=\"{merged.Count}\">{string.Concat(merged.Select(range => $"<mergeCell ref=\"{range}\"/>"))}</mergeCells>") + "</worksheet>";

    private static string Cell(string at, object? value) => value switch
    {
        null => "",
        DateOnly day => $"<c r=\"{at}\" s=\"1\"><v>{day.ToDateTime(TimeOnly.MinValue).ToOADate().ToString(CultureInfo.InvariantCulture)}</v></c>",
        string text when text.StartsWith('=') && text.Contains('→') => $"<c r=\"{at}\"><f>{SecurityElement.Escape(text[1..text.IndexOf('→')])}</f><v>{text[(text.IndexOf('→') + 1)..]}</v></c>",
        string text when text.StartsWith('#') => $"<c r=\"{at}\" t=\"e\"><f>A1</f><v>{text}</v></c>",
        Struck text => $"<c r=\"{at}\" s=\"2\" t=\"inlineStr\"><is><t>{SecurityElement.Escape(text.Text)}</t></is></c>",
        string text => $"<c r=\"{at}\" t=\"inlineStr\"><is><t>{SecurityElement.Escape(text)}</t></is></c>",
        IFormattable number => $"<c r=\"{at}\"><v>{number.ToString(null, CultureInfo.InvariantCulture)}</v></c>",
        _ => throw new ArgumentException($"{value}"),
    };
}
