using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace Turna.Cases.Importing.Reading;

/// <summary>
/// Goes through the parts of an XLSX before the library opens it: really unpacks each and counts, so that neither a bomb nor a part that
/// lies about its size gets further; and notes which cells are formulas, which the library does not tell.
/// </summary>
internal sealed class ZippedWorkbook
{
    private const int MaximumParts = 2_000;
    private const long MaximumUnpacked = 1L << 30;
    private const long RatioFloor = 8L << 20;

    /// <summary>The library holds all texts of a workbook in memory at once, each as an object of its own: several times what they unpack to.</summary>
    private const long MaximumTexts = 128L << 20;
    private const int MaximumRatio = 150;
    private const int MaximumFormulas = 2_000_000;

    /// <summary>The last row and column that a sheet of the format has.</summary>
    private const int LastRow = 1_048_576;
    private const int LastColumn = 16_384;

    /// <summary>The library sets up every cell from the first to the last row and column, also where nothing stands.</summary>
    private const long MaximumExtent = 64_000_000;

    private readonly Dictionary<string, Formulas> formulasByPart = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> partBySheet = [];

    private ZippedWorkbook()
    {
    }

    /// <exception cref="UnreadableFileException">Not a workbook, damaged, or too large when unpacked.</exception>
    public static ZippedWorkbook Inspect(Stream file)
    {
        try
        {
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            var inspected = new ZippedWorkbook();
            inspected.Inspect(zip);
            return inspected;
        }
        catch (Exception damaged) when (damaged is InvalidDataException or XmlException or EndOfStreamException or NotSupportedException)
        {
            throw new UnreadableFileException("the workbook is damaged; open it in a spreadsheet program and save it again", damaged);
        }
        finally
        {
            file.Position = 0;
        }
    }

    /// <summary>True when the cell (row from 1, column from 0) of the n-th sheet is a formula.</summary>
    public bool IsFormula(int sheet, int row, int column) =>
        Of(sheet) is { } cells && cells.All.Contains(Key(row, column));

    /// <summary>The error that the cell shows ("#REF!"), or <see cref="SourceCell.NoResult"/> where a formula was never computed; null for neither.</summary>
    public string? Error(int sheet, int row, int column) => Of(sheet)?.Failed.GetValueOrDefault(Key(row, column));

    private Formulas? Of(int sheet) => sheet < partBySheet.Count ? formulasByPart.GetValueOrDefault(partBySheet[sheet]) : null;

    /// <summary>True when a line goes through the cell (row from 1, column from 0) of the n-th sheet.</summary>
    public bool IsStruck(int sheet, int row, int column) => Of(sheet) is { } cells && cells.Struck.Contains(Key(row, column));

    private sealed record Formulas(HashSet<long> All, Dictionary<long, string> Failed, HashSet<long> Struck);

    private void Inspect(ZipArchive zip)
    {
        if (zip.Entries.Count > MaximumParts) throw new UnreadableFileException("the workbook has too many parts to be a register");
        if (Find(zip, "xl/workbook.bin") is not null) throw new UnreadableFileException("this is a binary workbook (XLSB); save it as XLSX");
        if (Find(zip, "word/document.xml") is not null) throw new UnreadableFileException("this is a Word document; put the table into a spreadsheet and save it as XLSX");
        if (Find(zip, "content.xml") is not null) throw new UnreadableFileException("this is an OpenDocument file; save it as XLSX");
        var workbook = Find(zip, "xl/workbook.xml") ?? throw new UnreadableFileException("this is an archive, not a workbook");

        var struck = StruckStyles.In(Find(zip, "xl/styles.xml"), RatioFloor);
        var relations = Find(zip, "xl/_rels/workbook.xml.rels");
        var texts = TextsOf(relations);
        var left = MaximumUnpacked;
        foreach (var part in zip.Entries)
        {
            using var unpacked = part.Open();
            var most = IsSheet(part) && !texts.Contains(part.FullName) ? left : Math.Min(left, MaximumTexts);
            using var counted = new CountingStream(unpacked, Math.Min(most, Math.Max(RatioFloor, part.CompressedLength * MaximumRatio)));
            if (IsSheet(part)) formulasByPart[part.FullName] = FormulasOf(counted, struck);
            counted.CopyTo(Stream.Null);
            left -= counted.Count;
        }

        FindSheets(workbook, relations);
    }

    private static bool IsSheet(ZipArchiveEntry part) =>
        part.FullName.StartsWith("xl/worksheets/", StringComparison.OrdinalIgnoreCase) && part.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase);

    /// <summary>The parts that a workbook names as its texts, wherever they stand.</summary>
    private static HashSet<string> TextsOf(ZipArchiveEntry? relations) => relations is null ? [] : Elements(relations, "Relationship")
        .Where(r => r.GetValueOrDefault("Type", string.Empty).EndsWith("/sharedStrings", StringComparison.OrdinalIgnoreCase))
        .Select(r => PartOf(r.GetValueOrDefault("Target", string.Empty))).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static string PartOf(string target) => target.StartsWith('/') ? target[1..] : "xl/" + target;

    private static ZipArchiveEntry? Find(ZipArchive zip, string name) =>
        zip.Entries.FirstOrDefault(part => string.Equals(part.FullName.TrimStart('/'), name, StringComparison.OrdinalIgnoreCase));

    private static Formulas FormulasOf(Stream sheet, IReadOnlySet<string> struck)
    {
        var found = new Formulas([], [], []);
        using var xml = XmlReader.Create(sheet, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, CloseInput = false });
        var cell = 0L;
        var (rows, columns) = (0L, 0L);
        string? type = null;
        var inValue = false;
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Text && inValue && cell != 0)
            {
                // A formula waits here without a result until its value is seen.
                if (type == "e") found.Failed[cell] = xml.Value;
                else found.Failed.Remove(cell);
            }

            if (xml.NodeType != XmlNodeType.Element) continue;
            inValue = xml.LocalName == "v";
            if (xml.LocalName == "row")
            {
                rows = long.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? Math.Max(rows, row) : rows + 1;
                if (rows > LastRow || rows * columns > MaximumExtent) throw TooFar();
            }
            else if (xml.LocalName == "c")
            {
                (cell, type) = (Key(xml.GetAttribute("r")), xml.GetAttribute("t"));
                columns = Math.Max(columns, ColumnOf(cell));
                if (columns > LastColumn || rows * columns > MaximumExtent) throw TooFar();
                if (struck.Count > 0 && xml.GetAttribute("s") is { } style && struck.Contains(style) && found.Struck.Count < MaximumFormulas) found.Struck.Add(cell);
            }
            else if (xml.LocalName == "f" && cell != 0 && found.All.Count < MaximumFormulas)
            {
                found.All.Add(cell);
                // The empty text is a result.
                if (type != "str") found.Failed[cell] = SourceCell.NoResult;
            }
        }

        return found;
    }

    /// <summary>Sheets in the order of their tabs, which need not be the order of the parts.</summary>
    private void FindSheets(ZipArchiveEntry workbook, ZipArchiveEntry? relations)
    {
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        if (relations is not null)
            foreach (var relation in Elements(relations, "Relationship"))
                if (relation.GetValueOrDefault("Id") is { } id && relation.GetValueOrDefault("Target") is { } target)
                    targets[id] = PartOf(target);

        foreach (var sheet in Elements(workbook, "sheet"))
            partBySheet.Add(targets.GetValueOrDefault(sheet.GetValueOrDefault("id", string.Empty), string.Empty));
    }

    private static IEnumerable<Dictionary<string, string>> Elements(ZipArchiveEntry part, string name)
    {
        using var stream = part.Open();
        using var xml = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != name) continue;
            var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
            while (xml.MoveToNextAttribute()) attributes[xml.LocalName] = xml.Value;
            yield return attributes;
        }
    }

    private static UnreadableFileException TooFar() => new("cells of the workbook lie farther out than those of any register; delete what stands far to the right or far below, and save it again");

    private static long ColumnOf(long key) => key & 0xFFFF;

    private static long Key(int row, int column) => ((long)row << 16) | (uint)(column + 1);

    private static long Key(string? reference)
    {
        var column = 0;
        var row = 0;
        foreach (var letter in reference ?? string.Empty)
        {
            if (letter is >= 'A' and <= 'Z') column = Math.Min(1 << 15, (column * 26) + (letter - 'A') + 1);
            else if (letter is >= '0' and <= '9') row = Math.Min(1 << 24, (row * 10) + (letter - '0'));
        }

        return column == 0 || row == 0 ? 0 : Key(row, column - 1);
    }

    /// <summary>Lets so many bytes through and no more.</summary>
    private sealed class CountingStream(Stream inner, long limit) : Stream
    {
        public long Count { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => Count; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer);
            Count += read;
            return Count <= limit
                ? read
                : throw new UnreadableFileException("the workbook unpacks to far more than a register holds; it is refused as unsafe");
        }

        public override void Flush() => inner.Flush();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
