using System.Text.RegularExpressions;
using Turna.Kernel.Codes;

namespace Turna.Cases.Importing.Values;

/// <summary>
/// What is owed and what came back of it, written in one cell: "120 000, из них вернули 40", "60 миң, 20 миң алды", "получил 15 из 90 тыс".
/// </summary>
/// <param name="Claimed">The part of the text that tells the sum owed; empty where only what came back is written.</param>
/// <param name="Returned">The part that tells what came back.</param>
internal readonly partial record struct SumAndReturned(string Claimed, string Returned)
{
    private const decimal Thousand = 1_000;

    private const string OfIt = @"(из\s+(них|этого|этой\s+суммы|которых|нее|неё)|анын\s+ичинен|ичинен|анын|мындан|shundan|шундан)";

    private const string Received = @"(вернул(и|а|о)?|верн|возвр(ащен[оаы]?|ат)?|получил(и|а)?|получен[оаы]?|отдал(и|а|о)?|выплатил(и|а)?|выплачен[оаы]?|взыскан[оаы]?|взыскали|погасил(и|а)?|погашен[оаы]?|перев(ели|ел|ела)|перечислил(и|а)?|заплатил(и|а)?|оплатил(и|а)?|выдал(и|а)?|дал(и|а)?|received|returned|paid|recovered)";

    private const string Took = @"(ал(ды|ган|дык|дым|ышты|ынды)|бер(ди|ген|ишти|иптир|ишкен)|кайтар(ды|ылды|ган|ышты|ып\s+бер(ди|ишти))|кайтты|төл[өо](д[үу]|п\s+бер(ди|ишти)|нд[үу]|г[өо]н)|төл[өо]нг[өо]н|[өо]нд[үу]р[үу]л(д[үу]|г[өо]н)|вернул(и|а)?|получил(и|а)?|отдал(и|а)?|выплатил(и|а)?|выдал(и|а)?|возвращен[оаы]?|взыскан[оаы]?|получен[оаы]?|выплачен[оаы]?|oldi|olgan|olindi|berdi|bergan|berishdi|qaytardi|qaytarildi|qaytarishdi|toʻladi|олди|олган|берди|беришди|қайтарди|кайтарди|қайтарилди)";

    private const string Amount = @"[~≈]?\s*(\$|€)?[0-9][0-9 .,'’]*(\s*\p{L}+\.?(\s*\p{L}\.)?){0,2}\s*[$€₽₸₺₩]?";

    /// <summary>Takes such a text apart; null when it is none.</summary>
    public static SumAndReturned? Of(string text)
    {
        foreach (var shape in new[] { OutOfBehind(), OutOfBefore(), Behind(), Before(), Alone() })
        {
            if (shape.Match(text) is not { Success: true } match || IsDenied(text, match)) continue;
            return new SumAndReturned(Stem().Replace(match.Groups["claimed"].Value, "${thousand}").Trim(' ', ',', ';', '(', '/', '-', '–', '—', ':'), Stem().Replace(match.Groups["returned"].Value, "${thousand}").Trim(' ', ')', '.', ','));
        }

        return Whole().Match(text) is { Success: true } all && !IsDenied(text, all) && all.Groups["claimed"].Value.Trim(' ', ',', ';', '(', '/', '-', '–', '—', ':') is var claimed ? new SumAndReturned(claimed, claimed) : null;
    }

    /// <summary>"40 из 120 000" under what came back: the first of the two.</summary>
    public static SumAndReturned? OutOf(string text) =>
        OutOfAlone().Match(text) is { Success: true } match ? new SumAndReturned(match.Groups["claimed"].Value, match.Groups["returned"].Value) : null;

    /// <summary>"120 000, вернули 40": beside thousands a number of three figures counts thousands, unless more would have come back than was owed.</summary>
    public static Sum? Scaled(Sum returned, Sum claimed)
    {
        var thousands = returned with { Amount = returned.Amount * Thousand, Scaled = true };
        var whole = returned is { Scaled: false, Amount: < Thousand } && claimed.Amount >= Thousand && thousands.Amount <= claimed.Amount ? thousands : returned;
        return whole.Amount <= claimed.Amount && (whole.Currency is null || claimed.Currency is null || whole.Currency == claimed.Currency) ? whole : null;
    }

    private static bool IsDenied(string text, Match match) => Spelling.Fold(text[..(match.Groups["verb"].Index + match.Groups["verb"].Length)]).Split(' ').Any(Negation.IsBefore)
        || Spelling.Fold(text).Split(' ').Any(word => word is "жок" or "yoq" or "йук" or "эмес");

    [GeneratedRegex(@"^(?<claimed>.*[0-9].*?)[\s,;:(/–—-]+(" + OfIt + @"\s*[,:–—-]?\s*)?((уже|частично|ему|ей|пока|только|сразу|потом)\s+)*(?<verb>" + Received + @")(\s+(уже|только|лишь|пока|ей|ему|им|обратно|частично|примерно|около|сумму))*\s*[:–—-]?\s*(?<returned>" + Amount + @")\)?\.?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Behind();

    [GeneratedRegex(@"^(?<claimed>.*[0-9].*?)(\s*[,;:(/]\s*|\s+[–—-]\s+|\s+(?=" + OfIt + @")|(?<=\p{L}(ден|дан|dan))\s+)(" + OfIt + @"\s*)?((уже|частично|азырынча|ага|болгону)\s+)*(?<returned>" + Amount + @"?)\s*(?<verb>(?<!\p{L})" + Took + @")\)?\.?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Before();

    // "52 000, вернули всё"
    [GeneratedRegex(@"^(?<claimed>.*[0-9].*?)[\s,;:(/–—-]+(?<verb>" + Received + @"\s+(всё|все|полностью|целиком|всю\s+сумму|весь\s+долг)|(всё|все|полностью|целиком|баарын|толугу\s+менен|толук)\s+(" + Received + "|" + Took + @"))\)?\.?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Whole();

    [GeneratedRegex(@"^(?<claimed>)(?<verb>" + Received + @")\s*[:–—-]?\s*(?<returned>" + Amount + @")$|^(?<claimed>)(?<returned>" + Amount + @"?)\s*(?<verb>(?<!\p{L})" + Took + @")$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Alone();

    [GeneratedRegex(@"^(?<verb>" + Received + @")\s*(только\s+|лишь\s+|пока\s+)?(?<returned>" + Amount + @"?)\s+из\s+(?<claimed>" + Amount + @")$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex OutOfBehind();

    [GeneratedRegex(@"^(?<returned>" + Amount + @"?)\s+из\s+(?<claimed>" + Amount + @"?)\s+(?<verb>" + Received + @")\.?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex OutOfBefore();

    [GeneratedRegex(@"^(?<returned>" + Amount + @"?)\s+(из|out\s+of)\s+(?<claimed>" + Amount + @")$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex OutOfAlone();

    // "30 миңин", "20 миңди", "30 тысячу": the ending says that it was given, not how much.
    [GeneratedRegex(@"(?<!\p{L})(?<thousand>миң|мин|минг|ming|тысяч)\p{L}{1,3}(?!\p{L})", RegexOptions.IgnoreCase)]
    private static partial Regex Stem();
}
