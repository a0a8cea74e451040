using System.Runtime.InteropServices;
using Turna.Cases.Contracts;
using Turna.Cases.Importing.Reading;
using Turna.Kernel;
using Turna.Kernel.Codes;

namespace Turna.Cases.BringingIn;

/// <summary>The file of an import as the reading sees it.</summary>
internal static class RegisterFile
{
    /// <summary>Past any title and heading: enough to see that there are entries.</summary>
    private const int RowsForColumns = 200;
    private const int Samples = 3;
    private const int RowsForSamples = 60;
    private const int LongestSample = 60;

    private static readonly IReadOnlyDictionary<string, RegisterField> NoMapping = new Dictionary<string, RegisterField>(StringComparer.Ordinal);

    public static Result<Register> Read(
        ReadOnlyMemory<byte> content, string name, DateOnly today, IReadOnlyDictionary<string, RegisterField> mapping, IProgress<RegisterProgress>? progress, CancellationToken cancel) =>
        Read(content, name, Options(today, mapping), progress, cancel);

    /// <summary>What its columns are proposed to be; whoever uploads it waits for that, and not for the reading of every row.</summary>
    public static Result<Register> ReadColumns(ReadOnlyMemory<byte> content, string name, DateOnly today, CancellationToken cancel) =>
        Read(content, name, Options(today, NoMapping) with { RowsRead = RowsForColumns }, progress: null, cancel);

    private static Result<Register> Read(ReadOnlyMemory<byte> content, string name, RegisterOptions options, IProgress<RegisterProgress>? progress, CancellationToken cancel)
    {
        using var stream = AsStream(content);
        return RegisterReader.Read(stream, name, options, progress, cancel);
    }

    /// <summary>The columns of all sheets by heading, with what stands in them; a remembered meaning comes before the proposal.</summary>
    public static FileLayout LayoutOf(Register register, ReadOnlyMemory<byte> content, IReadOnlyDictionary<string, RegisterField?>? remembered)
    {
        var samples = SamplesOf(register, content);
        var columns = new List<ColumnChoice>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        for (var sheet = 0; sheet < register.Sheets.Count; sheet++)
        {
            foreach (var column in register.Sheets[sheet].Columns)
            {
                if (!taken.Add(Spelling.Fold(column.Heading))) continue;
                var known = remembered is not null && remembered.TryGetValue(Spelling.Fold(column.Heading), out var field) ? (true, field) : (false, null);
                columns.Add(new ColumnChoice(
                    column.Heading, known.Item1 ? known.field : column.Field, known.Item1 ? 1 : column.Confidence, samples.GetValueOrDefault((sheet, column.Index), [])));
            }
        }

        return new FileLayout(register.FileName, [.. register.Sheets.Select(s => new SheetLayout(s.Name, s.HeadingRow, s.Year))], register.Notices, columns, remembered is not null);
    }

    /// <summary>For whoever looks only at what stands in the cells.</summary>
    public static RegisterOptions OptionsToOpen { get; } = Options(DateOnly.MaxValue, NoMapping);

    private static RegisterOptions Options(DateOnly today, IReadOnlyDictionary<string, RegisterField> mapping) =>
        new() { Today = today, Mapping = mapping, MaximumBytes = StageFile.Largest, MaximumRows = StageFile.MostRows };

    private static Dictionary<(int Sheet, int Column), List<string>> SamplesOf(Register register, ReadOnlyMemory<byte> content)
    {
        var samples = new Dictionary<(int, int), List<string>>();
        using var stream = AsStream(content);
        foreach (var source in SourceFile.Open(stream, OptionsToOpen))
        {
            // One sheet may hold several tables below each other, each with headings of its own.
            var tables = Enumerable.Range(0, register.Sheets.Count).Where(at => register.Sheets[at].Name == source.Name).ToArray();
            if (tables.Length == 0) continue;
            var above = -1;
            foreach (var row in source.Rows.TakeWhile(r => r.Number <= register.Sheets[tables[^1]].HeadingRow + RowsForSamples))
            {
                while (above + 1 < tables.Length && register.Sheets[tables[above + 1]].HeadingRow <= row.Number) above++;
                if (above >= 0 && row.Number > register.Sheets[tables[above]].HeadingRow && row.Number <= register.Sheets[tables[above]].HeadingRow + RowsForSamples) Sample(samples, tables[above], row);
            }
        }

        return samples;
    }

    private static void Sample(Dictionary<(int, int), List<string>> samples, int sheet, SourceRow row)
    {
        for (var column = 0; column < row.Cells.Length; column++)
        {
            if (row[column].IsBlank) continue;
            var written = row[column].Written.ReplaceLineEndings(" ");
            if (written.Length > LongestSample) written = written[..LongestSample] + "…";
            ref var kept = ref CollectionsMarshal.GetValueRefOrAddDefault(samples, (sheet, column), out _);
            kept ??= [];
            if (kept.Count < Samples && !kept.Contains(written)) kept.Add(written);
        }
    }

    public static MemoryStream AsStream(ReadOnlyMemory<byte> content) =>
        MemoryMarshal.TryGetArray(content, out var array) ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false) : new MemoryStream(content.ToArray(), writable: false);
}
