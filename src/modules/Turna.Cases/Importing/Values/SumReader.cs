using System.Globalization;
using System.Text.RegularExpressions;
using Turna.Cases.Importing.Reading;
using Turna.Kernel;
using Turna.Kernel.Codes;

namespace Turna.Cases.Importing.Values;

/// <summary>An amount and the currency written beside it.</summary>
/// <param name="Scaled">Thousands or millions are written beside it.</param>
/// <param name="CurrencyUnclear">Something about the currency is written and was not understood: the register's habit must not fill it in silently.</param>
internal readonly record struct Sum(decimal Amount, string? Currency, bool Scaled = false, bool CurrencyUnclear = false)
{
    /// <summary>The currency stands in the heading only.</summary>
    public bool IsOfHeading { get; init; }
}

/// <summary>Reads sums of money: 71500, 71 500 р, 71.500,00, 71,500.00, ~69000, 45 тыс. руб., $300.</summary>
internal static partial class SumReader
{
    private const decimal LargestSum = 1_000_000_000_000m;
    private const long SmallestPhone = 1_000_000_000;
    private const long SmallestWithoutZero = 100_000_000;
    private const int Rounded = 1_000;
    private const int LatestYear = 2_100;
    private static readonly System.Buffers.SearchValues<char> VagueMarks = System.Buffers.SearchValues.Create("~≈?<>±+");

    public static Reading<Sum?> Read(SourceCell cell)
    {
        if (cell.IsBlank) return Reading<Sum?>.Nothing;
        if (cell.Kind == CellKind.Text) return Words(cell.Words!);
        if (cell.Kind == CellKind.Day) return NotUnderstood(cell.Written);
        if (cell.Unit is { } unit) return unit == NumberFormat.LocalCurrency ? InLocalCurrency(cell) : Words(cell.Written);
        return Number(cell);
    }

    private static Reading<Sum?> Number(SourceCell cell) => cell.Number is >= 0 and < SmallestPhone && !IsPhoneOfHome((decimal)cell.Number)
        ? Reading<Sum?>.Sure(new Sum(decimal.Round((decimal)cell.Number, 2, MidpointRounding.AwayFromZero), null))
        : NotUnderstood(cell.Written);

    private static Reading<Sum?> Words(string text)
    {
        if (NamesDocument(text)) return NotUnderstood(text);
        var read = OneSum(text);
        return read.Value is null && read.Doubt is not null && SumParts.Read(text, OneSum) is { } together ? together : read;
    }

    private static Reading<Sum?> OneSum(string text)
    {
        var folded = Spelling.Fold(text);
        if (Values.Words.Shipped.Says("empty", folded) || text.Trim('-', '—', '–', ' ', '.').Length == 0) return Reading<Sum?>.Nothing;

        var numbers = Numbers().Matches(text);
        if (numbers.Count is 0 or > 2 || text[0] == '(') return NotUnderstood(text);
        var span = numbers.Count == 2 && Span().IsMatch(text);
        if (numbers.Count == 2 && !span) return NotUnderstood(text);
        if (text.AsSpan(0, numbers[0].Index).TrimEnd().EndsWith("-") && !span) return NotUnderstood(text);
        if (WrittenNumber.Read(numbers[0].Value) is not { } amount) return NotUnderstood(text);

        var beside = SumWords.Beside(text[..numbers[0].Index], text[(numbers[^1].Index + numbers[^1].Length)..], span);
        if (beside.ScaledBefore && amount.Value >= Rounded) return NotUnderstood(text);
        if (span)
        {
            if (LowerEnd(text, amount.Value, numbers, beside) is not { } lower) return NotUnderstood(text);
            beside = beside with { Multiplier = lower };
        }

        var sum = new Sum(amount.Value * beside.Multiplier, beside.Currency, beside.Multiplier != 1, beside.Strange && beside.Currency is null);
        if (sum.Amount >= LargestSum || beside.NamesNoMoney || (beside.NamesCount && (sum.Amount < Rounded || sum is { Scaled: false, Amount: < LatestYear })) || MayBePhone(sum, numbers[0].Value)) return NotUnderstood(text);
        var som = sum.Currency is null ? Soms().Match(text) : Match.Empty;
        if (som.Success) sum = sum with { Currency = som.Length > "som".Length ? "UZS" : "KGS", CurrencyUnclear = false };
        var units = sum.Currency is null && ConventionalUnits().IsMatch(text);
        if (units) sum = sum with { Currency = "USD", CurrencyUnclear = false };
        if (span) return Reading<Sum?>.Doubtful(sum, $"'{text}' is a span, its lower end is taken");
        if (beside.Vague || text.AsSpan().ContainsAny(VagueMarks)) return Reading<Sum?>.Doubtful(sum, $"'{text}' is approximate");
        if (som.Success) return Reading<Sum?>.Doubtful(sum, $"'{text}': of Kyrgyzstan or of Uzbekistan, read as {sum.Currency}");
        if (units) return Reading<Sum?>.Doubtful(sum, $"'{text}' read as {sum.Currency}");
        if (beside.Strange) return Reading<Sum?>.Doubtful(sum, $"'{text}': the words beside the sum were not understood");
        if (amount.Doubtful && !ArePartedThousands(numbers[0].Value, sum))
            return Reading<Sum?>.Doubtful(sum, $"'{text}' read as {sum.Amount.ToString("0.##", CultureInfo.InvariantCulture)}");
        return Reading<Sum?>.Sure(sum);
    }

    /// <summary>"$1,200", "1.800 евро": no money but that of a few countries has three figures behind its mark.</summary>
    private static bool ArePartedThousands(string number, Sum sum) =>
        sum is { Scaled: false, Currency: not null and not ("KWD" or "BHD" or "OMR" or "JOD" or "TND" or "IQD" or "LYD") } && number[0] != '0';

    /// <summary>What the lower end of a span is multiplied by: "50 тыс – 60 тыс" scales each end, "500 – 1 млн" only one; null where it can't be told.</summary>
    private static decimal? LowerEnd(string text, decimal lower, MatchCollection numbers, SumWords beside)
    {
        if (SumWords.Between(text[(numbers[0].Index + numbers[0].Length)..numbers[1].Index]) is not { } between) return null;
        if (between != 1) return beside.Multiplier == 1 || beside.Multiplier == between ? between : null;
        return beside.Multiplier == 1 || WrittenNumber.Read(numbers[1].Value) is { } upper && lower < upper.Value ? beside.Multiplier : null;
    }

    /// <summary>"AC2718394", "ID 1849302", "№ 1234567", "паспорт 1234567": the number of a paper in the place of a sum. Letters that name a currency name no paper.</summary>
    private static bool NamesDocument(string text)
    {
        foreach (Match match in DocumentNumber().Matches(text))
        {
            var letters = Spelling.Fold(match.Groups["series"].Value);
            if (Values.Words.Shipped.Lists.Currencies.Recognise(letters) is null && !Values.Words.Shipped.Says("approximate", letters) && SumWords.Between(letters) == 1) return true;
        }

        if (Numbered().IsMatch(text)) return true;
        var words = Spelling.Fold(text).Split(' ');
        return InOnePiece().IsMatch(text) && Array.Exists(words, word => Values.Words.Shipped.Says("document", word)) && !Array.Exists(words, word => Values.Words.Shipped.Lists.Currencies.Recognise(word) is not null);
    }

    /// <summary>No currency beside them, and ten figures and more in one piece, or a nought before them: 89161234567, 0556 410022.</summary>
    private static bool MayBePhone(Sum sum, string number) => sum is { Currency: null, Scaled: false }
        && ((sum.Amount >= SmallestPhone && number.All(char.IsAsciiDigit)) || IsPhoneOfHome(sum.Amount) || (number[0] == '0' && number.Count(char.IsAsciiDigit) > 6));

    /// <summary>Nine figures that nobody rounded: a number of home without its nought.</summary>
    private static bool IsPhoneOfHome(decimal amount) => amount is >= SmallestWithoutZero and < SmallestPhone && amount % Rounded != 0;

    private static Reading<Sum?> InLocalCurrency(SourceCell cell) => Number(SourceCell.Of(cell.Number)) is { Value: { } sum }
        ? Reading<Sum?>.Doubtful(sum with { CurrencyUnclear = true }, $"'{sum.Amount.ToString("0.##", CultureInfo.InvariantCulture)}' is formatted as the currency of whichever computer shows it")
        : NotUnderstood(cell.Written);

    private static Reading<Sum?> NotUnderstood(string text) => Reading<Sum?>.NotUnderstood($"'{text}' was not understood as a sum");

    // Written in Latin letters both are one word; the sign in it speaks for the Uzbek one, but Uzbeks of Osh write so of theirs as well.
    [GeneratedRegex(@"(?<!\p{L})so[\p{P}\p{Sk}\p{Lm}]?m(?!\p{L})", RegexOptions.IgnoreCase)]
    private static partial Regex Soms();

    // "Условные единицы" are dollars wherever prices are written in them.
    [GeneratedRegex(@"(?<!\p{L})у\.?\s?е\.?(?!\p{L})|усл\.?\s*ед", RegexOptions.IgnoreCase)]
    private static partial Regex ConventionalUnits();

    [GeneratedRegex(@"[0-9](?:[0-9.,'’]|\s(?=[0-9]{3}(?![0-9])))*")]
    private static partial Regex Numbers();

    // Small letters stand only directly before the figures: "ок 500000" is about so much.
    [GeneratedRegex(@"(?<!\p{L})(?<series>\p{Lu}{2}\s?|\p{L}{2})(?<figures>[0-9]{6,9})(?![0-9])(?!\s[0-9]{3}(?![0-9]))", RegexOptions.ExplicitCapture)]
    private static partial Regex DocumentNumber();

    [GeneratedRegex("[0-9]{6,}")]
    private static partial Regex InOnePiece();

    [GeneratedRegex(@"(№|(?<!\p{L})N[o°º]?\.?)\s*[0-9]{5,}", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"[0-9]\D{0,6}[-–—]\s*[0-9]|\b(от|from)\b.*\b(до|to)\b|[0-9]\s*(до|же|или)\s*[0-9]", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Span();
}
