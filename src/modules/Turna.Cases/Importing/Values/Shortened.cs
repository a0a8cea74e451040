using System.Text.RegularExpressions;
using Turna.Kernel.Codes;

namespace Turna.Cases.Importing.Values;

/// <summary>
/// Words that an office broke off at a point or drew together at a hyphen ("вопр.", "обр-е", "Кырг-н"), written out with words that are known. Only what
/// they may stand for is told; whoever asks decides whether all of it means the same.
/// </summary>
internal static partial class Shortened
{
    private const int MostWords = 2;
    private const int MostReadings = 400;

    /// <summary>The text with each of its shortened words written out in every way that the patterns know; none where it has no such word, or too many.</summary>
    /// <param name="text">As it was written.</param>
    /// <param name="known">The patterns whose words may stand there.</param>
    /// <param name="fewest">How many letters must stand before the point or the hyphen.</param>
    public static IEnumerable<string> WrittenOut(string text, PhrasePatterns known, int fewest)
    {
        var words = Word().Matches(text).Where(word => word.Groups["start"].Length >= fewest).ToList();
        if (words.Count is 0 or > MostWords) return [];
        IEnumerable<string> readings = [text];
        var many = 1;
        for (var at = words.Count - 1; at >= 0; at--)
        {
            var (index, length) = (words[at].Index, words[at].Length);
            var ends = WordEnds.Of(words[at]);
            var whole = known.Words(ends.Start, ends.End).ToList();
            many *= whole.Count;
            readings = readings.SelectMany(reading => whole.Select(word => string.Concat(reading.AsSpan(0, index), word, " ", reading.AsSpan(index + length))));
        }

        return many <= MostReadings ? readings : [];
    }

    /// <summary>How the only word of the text begins and ends, where that is all that is written of it.</summary>
    public static WordEnds? Ends(string text) => Word().Match(text.Trim()) is { Success: true } word && word.Length == text.Trim().Length ? WordEnds.Of(word) : null;

    /// <summary>What is written of a shortened word, folded.</summary>
    internal sealed record WordEnds(string Start, string End)
    {
        public static WordEnds Of(Match word) => new(Spelling.Fold(word.Groups["start"].Value), Spelling.Fold(word.Groups["end"].Value));

        public bool Fit(string folded) =>
            folded.Length > Start.Length + End.Length && folded.StartsWith(Start, StringComparison.Ordinal) && folded.EndsWith(End, StringComparison.Ordinal);
    }

    // "вопр." and "обр-е"; behind the hyphen stand the last letters of the word.
    [GeneratedRegex(@"(?<!\p{L})(?<start>\p{L}{2,})(\.|-(?<end>\p{L}{1,3})(?!\p{L}))", RegexOptions.ExplicitCapture)]
    private static partial Regex Word();
}
