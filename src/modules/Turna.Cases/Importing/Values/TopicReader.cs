using System.Text.RegularExpressions;
using Turna.Cases.Importing.Reading;
using Turna.Kernel.Codes;

namespace Turna.Cases.Importing.Values;

/// <summary>Topics of a cell: the codes understood, the pieces that were not or may mean something else, and what such pieces may mean as well.</summary>
internal sealed record Topics(IReadOnlyList<string> Codes, IReadOnlyList<string> Doubts, IReadOnlyList<string> Beside)
{
    /// <summary>One topic, and no other doubt than that it came to an end: "зарплата получена".</summary>
    public bool IsOnlySettled => Codes.Count == 1 && Beside.Count == 0 && Doubts.Count > 0
        && Doubts.All(doubt => doubt.EndsWith(BesideTopic.MayBeSettled, StringComparison.Ordinal) || doubt.EndsWith(TopicReader.MaySayIt, StringComparison.Ordinal));
}

/// <summary>
/// Reads what a consultation was about. A cell names its topics one after the other; each piece between separators names one topic, the
/// one whose pattern explains most of it.
/// </summary>
internal static partial class TopicReader
{
    /// <summary>How a doubt ends where the cell speaks of nothing but an end.</summary>
    public const string MaySayIt = "may say that it is settled";
    private const int WordsOfSentence = 2;
    private const int ShortestBrokenOff = 2;
    private const int LongEnough = 4;
    // "Уволили беременную" tells two topics with one pattern.
    private const char Both = '+';
    private static readonly char[] Strong = [';', '\n', '|', '+'];

    public static Topics Read(SourceCell cell)
    {
        if (cell.IsBlank) return new Topics([], [], []);
        var own = EntryReference.LeftOut(cell.Written);
        if (own.Length == 0) return new Topics([], [$"'{cell.Written}' was not understood as a topic"], []);
        var written = Abbreviations.WrittenOut(own);
        if (PlacesOfComplaint.LeftOut(written) is not { } told) return Standing(cell, written);
        if (Standing(cell, told) is { Codes.Count: > 0 } beside) return beside;
        var alone = Text(written);
        return alone.Doubts.Count == 0 ? alone with { Doubts = [$"'{cell.Written}' may only say where she complained"] } : alone;
    }

    /// <summary>What the cell says beside what it denies or says to be settled.</summary>
    private static Topics Standing(SourceCell cell, string written)
    {
        if (SettledMatters.LeftOut(written) is not { } rest) return Text(written);
        if (Text(rest) is { Codes.Count: > 0 } standing)
            return standing with { Doubts = [.. standing.Doubts, $"'{cell.Written}' read without what it denies or says to be settled"], Beside = [.. standing.Beside, .. MentionedIn(written)] };
        var whole = Text(written);
        return whole.Doubts.Count == 0 ? whole with { Doubts = [$"'{cell.Written}' {MaySayIt}"] } : whole;
    }

    private static Topics Text(string written)
    {
        var codes = new List<string>();
        var doubts = new List<string>();
        var beside = new List<string>();
        if (IsToldByOne(written)) written = string.Join(' ', written.Split(Strong));
        var pieces = written.Split(Strong, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var piece in Telling(pieces)) Piece(Numbering(piece), codes, doubts, beside);
        ImpliedTopics.TakeOut(written, codes, doubts);
        TogetherTopics.Add(written, codes, doubts);
        return new Topics(codes.Distinct(StringComparer.Ordinal).ToArray(), doubts, beside);
    }

    /// <summary>Every code that a free text (remark, what was done) may mention; used for caution only, never as topics.</summary>
    public static IEnumerable<string> MentionedIn(string text)
    {
        foreach (var piece in Weak().Split(Abbreviations.WrittenOut(text)).SelectMany(piece => piece.Split(Strong, StringSplitOptions.RemoveEmptyEntries)))
        {
            // "забрали паспорт и избили": what stands beside the first topic counts as well.
            var rest = Spelling.Fold(piece);
            while (Values.Words.Shipped.Topics.Best(rest) is { } match)
            {
                yield return match.Meaning;
                if (match.Rival is { } rival) yield return rival;
                rest = string.Join(' ', Values.Words.Shipped.Topics.Unexplained(rest));
            }
        }
    }

    private static void Piece(string piece, List<string> codes, List<string> doubts, List<string> beside)
    {
        var folded = Spelling.Fold(piece);
        if (folded.Length == 0 || Values.Words.Shipped.Says("empty", folded)) return;
        if (Values.Words.Shipped.Lists.Topics.Recognise(folded) is { } exact)
        {
            codes.Add(exact.Value);
            return;
        }

        if (Stroke().Split(piece) is { Length: > 1 } sides)
        {
            foreach (var side in sides) Piece(side, codes, doubts, beside);
            return;
        }

        if (List(piece) is { } list)
        {
            foreach (var topic in list) Piece(topic, codes, doubts, beside);
            return;
        }

        var whole = Best(piece);
        if (whole is null && LatinLetters.Cyrillic(folded) is { } cyrillic && Values.Words.Shipped.Topics.Best(cyrillic) is { } latin)
        {
            codes.AddRange(latin.Meaning.Split(Both));
            doubts.Add($"'{piece}' read as {latin.Meaning}, as '{cyrillic}'");
            return;
        }

        if (whole is null && ByShortened(piece) is { } shortened)
        {
            codes.AddRange(shortened.Meaning.Split(Both));
            doubts.Add($"'{piece}' read as {shortened.Meaning}, too vague to be certain");
            return;
        }

        var parts = Weak().Split(And().Replace(piece, ",")).Select(part => part.Trim()).Where(part => part.Length > 0).ToArray();
        if (whole is null || (parts.Length > 1 && !Explains(whole, folded) && PartsSayMore(parts, whole)))
        {
            if (parts.Length > 1)
            {
                foreach (var part in Telling(parts)) Piece(part, codes, doubts, beside);
                return;
            }

            doubts.Add($"'{piece}' was not understood as a topic");
            return;
        }

        codes.AddRange(whole.Meaning.Split(Both));
        if (whole.Rival is { } second) beside.Add(second);
        if (!whole.Sure)
        {
            doubts.Add(whole.Rival is { } rival ? $"'{piece}' read as {whole.Meaning}, may be {rival}" : $"'{piece}' read as {whole.Meaning}, too vague to be certain");
            // "зарплата (документы)": longer words do not make a vague topic the only one.
            if (Values.Words.Shipped.Topics.Best(string.Join(' ', Values.Words.Shipped.Topics.Unexplained(folded))) is { Sure: true } plain) codes.Add(plain.Meaning);
        }
        else if ((BesideTopic.Strange(folded, whole.Meaning, beside, codes) ?? StandsAlone(parts, whole, beside)) is { } strange)
            doubts.Add($"'{piece}' read as {whole.Meaning}, {strange}");
    }

    /// <summary>
    /// The parts of "зарплата, документы": an enumeration in which a part names a topic as well as the whole does, and another part
    /// names another. Neither may take the other's place, however vague the other is; what says nothing known is named as a doubt.
    /// </summary>
    private static List<string>? List(string piece)
    {
        if (Best(piece) is not { } whole) return null;
        var parts = Stop().Split(piece).Where(part => part.Trim().Length > 0).SelectMany(Joined).ToList();
        var told = parts.ConvertAll(Best);
        // "обманом вывезли, держат": what is told by words of several parts together is no enumeration.
        var alone = told.Exists(match => match is not null && match.Meaning == whole.Meaning && match.Words == whole.Words) || EachTellsItsOwn(told, whole);
        var others = told.Exists(match => match is not null && match.Meaning != whole.Meaning);
        if (!alone || !others || !told.Exists(match => match is { Sure: true })) return null;
        return parts.FindAll(part => !AsksHow(part) && (Best(part) is not null || !Spelling.Fold(part).Split(' ').All(BesideTopic.IsNeutral)));
    }

    /// <summary>"вахта, без выходных 60 дней, зарплаты нет": each of two topics is told by a part of its own. "Держат силой, заставляют работать" is one thing, told by both.</summary>
    private static bool EachTellsItsOwn(List<PhrasePatterns.Match?> told, PhrasePatterns.Match whole) =>
        !Remark.IsRestricted(whole.Meaning) && told.Exists(match => match is { Sure: true } && match.Meaning == whole.Meaning) && told.Exists(match => match is { Sure: true, Words: >= WordsOfSentence } && match.Meaning != whole.Meaning);

    /// <summary>"зарплата и документы" are two; in "забрали паспорт и документы" a verb may govern both, so that only single words are parted, and sentences that each tell a topic.</summary>
    private static IEnumerable<string> Joined(string part)
    {
        var sides = And().Split(part);
        if (sides.Length < 2) return [part];
        return Array.TrueForAll(sides, side => !side.Trim().Contains(' ', StringComparison.Ordinal)) || Array.TrueForAll(sides, side => Best(side) is { Sure: true, Words: >= WordsOfSentence }) ? sides : [part];
    }

    /// <summary>"СНИЛС; стаж": one pattern explains every word of the cell, whatever stands between them.</summary>
    private static bool IsToldByOne(string written) =>
        written.AsSpan().IndexOfAny(Strong) >= 0 && Spelling.Fold(written) is var folded && Values.Words.Shipped.Topics.Best(folded) is { Sure: true } && Values.Words.Shipped.Topics.Unexplained(folded).Count == 0;

    /// <summary>The pieces but those that say nothing; all of them where none says anything.</summary>
    private static string[] Telling(string[] pieces) => pieces.Length == 1 ? pieces : Array.FindAll(pieces, piece => !SaysNothing(piece)) is { Length: > 0 } telling ? telling : pieces;

    /// <summary>"какие документы нужны", "куда подать": asked of the topic beside it.</summary>
    private static bool AsksHow(string part) => Values.Words.Shipped.Says("asksHow", string.Join(' ', Spelling.Fold(part).Split(' ').Where(word => !Values.Words.Shipped.Says("besideQuestion", word))));

    /// <summary>"за январь и февраль", "ответа нет": beside a topic it names none.</summary>
    private static bool SaysNothing(string part) => AsksHow(part) || (Spelling.Fold(part) is { Length: > 0 } folded && Values.Words.Shipped.Topics.Best(folded) is null
        && (Values.Words.Shipped.Says("outcome", folded) || folded.Split(' ').All(BesideTopic.IsNeutral)));

    /// <summary>"развод (дети остались)" says two things; "побои (муж)" and "обманом вывезли, держат" one.</summary>
    private static bool PartsSayMore(string[] parts, PhrasePatterns.Match whole)
    {
        var others = 0;
        foreach (var part in parts)
        {
            if (Best(part) is not { Sure: true } match) return false;
            if (match.Meaning != whole.Meaning) others++;
        }

        return others > 0;
    }

    /// <summary>"запр. въезд", "св. о рожд.": the reading that explains most words; null where two mean another thing, or one short word alone tells it.</summary>
    private static PhrasePatterns.Match? ByShortened(string piece)
    {
        var read = Shortened.WrittenOut(piece, Values.Words.Shipped.Topics, ShortestBrokenOff).Select(Best).OfType<PhrasePatterns.Match>().ToList();
        var most = read.FindAll(match => match.Words == read.Max(other => other.Words)).DistinctBy(match => match.Meaning).ToList();
        return most is [var only] && (only.Words >= WordsOfSentence || Spelling.Fold(piece).Length >= LongEnough) ? only : null;
    }

    /// <summary>"насилие, псих.": one phrase, or two matters of which the second is told by its part alone.</summary>
    private static string? StandsAlone(string[] parts, PhrasePatterns.Match whole, List<string> beside)
    {
        if (parts.Length < 2 || !Remark.IsRestricted(whole.Meaning)) return null;
        if (Array.Find(parts, part => Best(part) is { Sure: true } one && one.Meaning != whole.Meaning && !Remark.IsRestricted(one.Meaning)) is not { } other) return null;
        beside.Add(Best(other)!.Meaning);
        return $"may be {Best(other)!.Meaning} as well";
    }

    private static PhrasePatterns.Match? Best(string piece) => Values.Words.Shipped.Topics.Best(Spelling.Fold(piece));

    private static bool Explains(PhrasePatterns.Match match, string folded) => BesideTopic.Strange(folded, match.Meaning, []) is null;

    /// <summary>"1) зарплата 2) документы"</summary>
    private static string Numbering(string piece)
    {
        var at = 0;
        while (at < piece.Length && char.IsAsciiDigit(piece[at])) at++;
        return at is > 0 and < 3 && at < piece.Length && piece[at] is ')' or '.' ? piece[(at + 1)..] : piece;
    }

    // "с/у", "р/к": a stroke beside one or two letters stands inside a word.
    [GeneratedRegex(@"(?<=\S{3})/(?=\S{3})|\s/\s*|/\s+")]
    private static partial Regex Stroke();

    [GeneratedRegex(@"[,.()]|(?<=\S{3})/(?=\S{3})|\s/\s*|/\s+")]
    private static partial Regex Weak();

    // A point behind a short word is that of an abbreviation.
    [GeneratedRegex(@",|(?<=\p{L}{4})\.\s")]
    private static partial Regex Stop();

    [GeneratedRegex(@"\s+(и|а также|плюс|жана|va|and)\s+|\s[-–—]\s|\s[0-9][.)]\s", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex And();
}
