using System.Text.RegularExpressions;
using Turna.Cases.Importing.Reading;
using Turna.Kernel.Codes;

namespace Turna.Cases.Importing.Values;

/// <summary>What an office's own codes of topics mean ("W1 – unpaid wages"), as a sheet, a table beside the entries or a line over them explains.</summary>
internal sealed partial class TopicLegend
{
    private const int FewestCodes = 3;
    private const int LongestCode = 5;
    private static readonly char[] Separators = [',', ';', '/', '+', '&', '|', '\n'];

    private readonly Dictionary<string, Topics> meanings = new(StringComparer.Ordinal);

    /// <summary>True for a few letters or digits that are no word by themselves.</summary>
    public static bool IsCode(string written) => written.Length <= LongestCode && Code().IsMatch(written);

    /// <summary>Two columns, codes and what they mean; null where fewer than three codes are explained, or most of them by nothing that is a topic.</summary>
    public static TopicLegend? OfRows(IEnumerable<SourceRow> rows)
    {
        var pairs = new List<(string, string)>();
        foreach (var row in rows)
            // What has a number behind it is a line of a summary, and its code the number of the line.
            if (row.Cells.Where(cell => !cell.IsBlank).Select(cell => cell.Written).ToArray() is [var code, var meaning, .. var rest] && IsCode(code) && meaning.Any(char.IsLetter) && !rest.Any(cell => cell.All(char.IsAsciiDigit)))
                pairs.Add((code, meaning));
        return Of(pairs);
    }

    /// <summary>"Коды: 1 – зарплата; 2 – документы; 3 – насилие" in a line over the headings.</summary>
    public static TopicLegend? OfLines(IEnumerable<string> lines) => Of(lines
        .SelectMany(line => Introduced().Replace(line, string.Empty).Split([';', ',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        .Select(piece => Explained().Match(piece)).Where(match => match.Success).Select(match => (match.Groups["code"].Value, match.Groups["meaning"].Value)));

    /// <summary>True when most of the cells are made of these codes.</summary>
    public bool Explains(IEnumerable<SourceCell> cells)
    {
        var filled = cells.Where(cell => !cell.IsBlank).ToArray();
        return filled.Length > 0 && filled.Count(cell => Pieces(cell.Written).Any(Knows)) * 2 > filled.Length;
    }

    /// <summary>True when nothing but these codes stands there.</summary>
    public bool IsMadeOf(SourceCell cell) => Pieces(cell.Written).ToArray() is { Length: > 0 } pieces && Array.TrueForAll(pieces, Knows);

    public Topics Read(SourceCell cell)
    {
        var pieces = Pieces(cell.Written).ToArray();
        if (!Array.Exists(pieces, Knows)) return TopicReader.Read(cell);
        var told = pieces.Where(Knows).Select(piece => meanings[Key(piece)]).ToList();
        var rest = string.Join("; ", pieces.Where(piece => !Knows(piece)));
        if (rest.Length > 0) told.Add(TopicReader.Read(SourceCell.Of(rest)));
        return new Topics([.. told.SelectMany(topics => topics.Codes).Distinct(StringComparer.Ordinal)], [.. told.SelectMany(topics => topics.Doubts)], [.. told.SelectMany(topics => topics.Beside)]);
    }

    private static TopicLegend? Of(IEnumerable<(string Code, string Meaning)> pairs)
    {
        var legend = new TopicLegend();
        var known = 0;
        foreach (var (code, meaning) in pairs)
        {
            var read = TopicHeading.Read(meaning);
            if (read.Codes.Count > 0) known++;
            var doubts = read.Codes.Count > 0 ? read.Doubts.Select(doubt => $"{code}: {doubt}") : [$"'{code}' stands for '{meaning}', which is no known topic"];
            // A code that is explained twice explains nothing.
            if (!legend.meanings.TryAdd(Key(code), read with { Doubts = [.. doubts] })) return null;
        }

        return legend.meanings.Count >= FewestCodes && known * 2 > legend.meanings.Count ? legend : null;
    }

    private bool Knows(string piece) => meanings.ContainsKey(Key(piece));

    private IEnumerable<string> Pieces(string written) => written.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .SelectMany(piece => piece.Split(' ') is { Length: > 1 } words && Array.TrueForAll(words, Knows) ? words : [piece]);

    /// <summary>Codes are typed in either alphabet.</summary>
    private static string Key(string code) => LookalikeLetters.ToLatin(code.Trim().TrimEnd('.', ')').ToUpperInvariant());

    [GeneratedRegex(@"^(\p{L}{1,3}[-.]?[0-9]{0,3}|[0-9]{1,2}([.][0-9]{1,2})?)[.)]?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Code();

    [GeneratedRegex(@"^[^0-9:]{3,40}:\s*")]
    private static partial Regex Introduced();

    [GeneratedRegex(@"^(?<code>\p{L}?[0-9]{1,2}|\p{Lu}{1,3})\s*[-–—=:.)]\s*(?<meaning>\p{L}[^0-9]*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Explained();
}
