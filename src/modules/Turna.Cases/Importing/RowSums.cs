using System.Text.RegularExpressions;
using Turna.Cases.Contracts;
using Turna.Cases.Importing.Layout;
using Turna.Cases.Importing.Reading;
using Turna.Cases.Importing.Values;
using Turna.Kernel.Codes;

namespace Turna.Cases.Importing;

/// <summary>The sums of a row in one currency.</summary>
internal readonly partial record struct RowSums(decimal? Claimed, decimal? Recovered, string? Currency)
{
    private const decimal SmallestUnnamed = 100;
    private const decimal Thousand = 1_000;
    private static readonly string[] Names = ["claimed", "recovered"];

    public static RowSums Read(SourceRow row, ColumnMapping columns, string? country, Habits habits, Findings findings)
    {
        var cells = SumCells.Of(row, columns);
        var apart = Apart(cells.Claimed);
        var claimed = findings.Take("claimed", RegisterField.Claimed, cells.Claimed, cell => Claim(cell, apart, columns));
        var recovered = cells.Recovered.IsBlank && apart is { } both
            ? Returned(cells.Claimed, both, claimed, columns, findings)
            : ReadRecovered(cells.Recovered, columns, claimed, findings);
        if (claimed is null && recovered is null) return default;
        if (cells.Undivided is { } shared) EitherSum(row[shared.Index], shared, findings);
        if (cells.Divided && claimed is { } one && recovered is { } other) (claimed, recovered) = (ScaledLike(other, one, "claimed", findings), ScaledLike(one, other, "recovered", findings));
        if (claimed?.Currency is { } first && recovered?.Currency is { } second && first != second)
        {
            // The report has one currency for both: ten dollars must not become ten roubles.
            findings.Doubt("recovered", $"{first} claimed, {second} recovered");
            findings.Keep(RegisterField.Recovered);
            recovered = null;
        }

        OtherUnitInRemarks(row, columns, claimed, recovered, findings);
        if (claimed is { } owed && recovered is { } back && back.Amount > owed.Amount && owed.Currency == back.Currency)
            findings.Doubt("recovered", $"{back.Amount:0.##} is more than the {owed.Amount:0.##} claimed");
        return new RowSums(claimed?.Amount, recovered?.Amount, CurrencyOf(row, columns, claimed, recovered, country, habits, findings));
    }

    /// <summary>A lone sum under a heading that asks for both may be the one or the other.</summary>
    private static void EitherSum(SourceCell cell, RegisterColumn column, Findings findings)
    {
        foreach (var name in Names.Where(name => !findings.HasDoubt(name)))
            findings.Doubt(name, $"may stand in '{cell.Written}' under '{column.Heading}'", column.Index);
    }

    /// <summary>"45 / 20 тыс. руб": the thousands beside the one number may be those of the other, unless more would have come back than was owed.</summary>
    private static Sum ScaledLike(Sum other, Sum sum, string name, Findings findings)
    {
        if (!other.Scaled || sum is not { Scaled: false, Amount: > 0 and < Thousand } || Own(sum) is not null) return sum;
        var scaled = sum with { Amount = sum.Amount * Thousand, Scaled = true };
        if (name == "recovered" && scaled.Amount > other.Amount) return sum;
        findings.Doubt(name, $"'{sum.Amount:0.##}' read as {scaled.Amount:0.##}");
        findings.Keep(name == "claimed" ? RegisterField.Claimed : RegisterField.Recovered);
        return scaled;
    }

    private static SumAndReturned? Apart(SourceCell claimed) => claimed.Kind == CellKind.Text ? SumAndReturned.Of(claimed.Words!) : null;

    private static Reading<Sum?> Claim(SourceCell cell, SumAndReturned? apart, ColumnMapping columns)
    {
        if (apart is not { } both) return Sum(cell, RegisterField.Claimed, columns);
        if (both.Claimed.Length == 0) return Reading<Sum?>.NotUnderstood($"'{cell.Written}' tells what came back, not what is owed");
        return Sum(SourceCell.Of(both.Claimed), RegisterField.Claimed, columns).Value is { } owed
            ? Reading<Sum?>.Doubtful(owed, $"'{cell.Written}' read as {owed.Amount:0.##}, of which something came back")
            : Reading<Sum?>.NotUnderstood($"'{cell.Written}' was not understood as a sum");
    }

    private static Sum? Returned(SourceCell cell, SumAndReturned both, Sum? claimed, ColumnMapping columns, Findings findings) => findings.Take("recovered", RegisterField.Claimed, cell, _ =>
    {
        var read = Sum(SourceCell.Of(both.Returned), RegisterField.Claimed, columns).Value;
        var back = read is { } returned && claimed is { } owed ? SumAndReturned.Scaled(returned, owed) : both.Claimed.Length == 0 ? read : null;
        return back is { } sum ? Reading<Sum?>.Doubtful(sum, $"'{cell.Written}' read as {sum.Amount:0.##}") : Reading<Sum?>.NotUnderstood($"what came back in '{cell.Written}' was not understood");
    });

    private static Reading<Sum?> Sum(SourceCell cell, RegisterField field, ColumnMapping columns) =>
        columns.UnitOf(field) is var unit && SumReader.Read(cell) is var read && unit.Applied(read, cell.Written) is var whole && IsOddlySmall(read, whole, unit)
            ? Reading<Sum?>.Doubtful(whole.Value, $"'{cell.Written}' read as {whole.Value!.Value.Amount:0.##}")
            : whole;

    /// <summary>"45" owed, and no currency beside it: thousands are as likely. A heading that counts in dollars or euros makes it plausible.</summary>
    private static bool IsOddlySmall(Reading<Sum?> read, Reading<Sum?> whole, SumUnit unit) =>
        read is { IsCertain: true, Value.Currency: null } && whole is { IsCertain: true, Value: { Scaled: false, Amount: > 0 and < SmallestUnnamed } } && unit.Currency is not ("USD" or "EUR" or "GBP");

    private static Sum? ReadRecovered(SourceCell cell, ColumnMapping columns, Sum? claimed, Findings findings)
    {
        var folded = Spelling.Fold(cell.Written);
        if (cell.Kind == CellKind.Text && !folded.Any(char.IsDigit))
        {
            if (Words.Shipped.Says("nothing", folded)) return null;
            if (Words.Shipped.Mentions("part", folded)) return findings.Take("recovered", RegisterField.Recovered, cell, Part);
            if (Words.Shipped.Mentions("all", folded) && claimed is { } sum)
                return findings.Take("recovered", RegisterField.Recovered, cell, written => Reading<Sum?>.Doubtful(sum, $"'{written.Written}' read as all that was claimed"));
        }

        return findings.Take("recovered", RegisterField.Recovered, cell, written => OutOfClaimed(written, columns, claimed) ?? Sum(written, RegisterField.Recovered, columns));

        static Reading<Sum?> Part(SourceCell written) => Reading<Sum?>.NotUnderstood($"'{written.Written}' names no sum");
    }

    /// <summary>"15 из 90 тыс." under what came back; null where the cell tells nothing of what was owed.</summary>
    private static Reading<Sum?>? OutOfClaimed(SourceCell cell, ColumnMapping columns, Sum? claimed)
    {
        if (cell.Kind != CellKind.Text || claimed is not { } owed || (SumAndReturned.OutOf(cell.Words!) ?? SumAndReturned.Of(cell.Words!)) is not { } both) return null;
        return Sum(SourceCell.Of(both.Returned), RegisterField.Recovered, columns).Value is { } returned && SumAndReturned.Scaled(returned, owed) is { } back
            ? Reading<Sum?>.Doubtful(back, $"'{cell.Written}' read as {back.Amount:0.##}")
            : null;
    }

    /// <summary>A remark that names a currency or thousands and no number of its own ("евро", "сумма в тыс.") may speak of the sum.</summary>
    private static void OtherUnitInRemarks(SourceRow row, ColumnMapping columns, Sum? claimed, Sum? recovered, Findings findings)
    {
        foreach (var column in columns.Of(RegisterField.Remark))
        {
            if (row[column].Kind != CellKind.Text || row[column].Words!.Any(char.IsAsciiDigit)) continue;
            var unit = SumUnit.Of(row[column].Words!);
            var heading = columns.Columns.First(known => known.Index == column).Heading;
            if (unit.Currency is { } named && named != (claimed?.Currency ?? recovered?.Currency) && NothingBut(row[column].Words!) is null) findings.Doubt("currency", $"may stand in '{row[column].Written}' under '{heading}'");
            if (unit.Multiplier == 1) continue;
            if (claimed is { Scaled: false }) findings.Doubt("claimed", $"may stand in '{row[column].Written}' under '{heading}'");
            if (recovered is { Scaled: false }) findings.Doubt("recovered", $"may stand in '{row[column].Written}' under '{heading}'");
        }
    }

    /// <summary>What is written counts; then the habit of the register; the country alone only proposes.</summary>
    private static string? CurrencyOf(
        SourceRow row, ColumnMapping columns, Sum? claimed, Sum? recovered, string? country, Habits habits, Findings findings)
    {
        if ((Own(claimed) ?? Own(recovered)) is { } written) return written;
        var column = columns.Cell(row, RegisterField.Currency);
        var remarked = InRemarks(row, columns);
        if ((claimed?.Currency ?? recovered?.Currency) is { } headed)
        {
            if ((Words.Shipped.Lists.Currencies.Recognise(column.Written)?.Value ?? remarked) is not { } other || other == headed) return headed;
            findings.Doubt("currency", $"{headed} by the heading, {other} in the row");
            return other;
        }

        if (claimed is { CurrencyUnclear: true } || recovered is { CurrencyUnclear: true }) findings.Doubt("currency", "what is written beside the sum was not understood");
        if (!IsNothing(column))
        {
            // What is written there stands against the currency of the country and of the register, even where nobody understands it.
            if (Soms().IsMatch(column.Written)) findings.Doubt("currency", $"'{column.Written}' may be of Kyrgyzstan or of Uzbekistan", columns.Of(RegisterField.Currency)[0]);
            else if (Words.Shipped.Lists.Currencies.Recognise(column.Written) is { } named) return named.Value;
            else findings.Doubt("currency", $"'{column.Written}' was not understood", columns.Of(RegisterField.Currency)[0]);
            return null;
        }

        if (remarked is not null)
        {
            findings.Doubt("currency", $"{remarked} by the remark");
            return remarked;
        }

        var ofCountry = OfCountry(country);
        if (habits.Currency is { } usual && (habits.CurrencyRegardlessOfCountry || usual == ofCountry)) return usual;
        if (claimed is null or { Amount: 0 } && recovered is null or { Amount: 0 }) return null;
        if (ofCountry is null && habits.Currency is { } others)
        {
            findings.Doubt("currency", $"not written, {others} like the other sums of the register");
            return others;
        }

        findings.Doubt("currency", ofCountry is null ? "not written" : $"not written, {ofCountry} by the country");
        return ofCountry;
    }

    private static string? Own(Sum? sum) => sum is { IsOfHeading: false } written ? written.Currency : null;

    private static bool IsNothing(SourceCell cell) => cell.IsBlank || SourceCell.IsDash(cell.Written) || Words.Shipped.Says("empty", Spelling.Fold(cell.Written));

    /// <summary>The currency of remarks that are nothing but a currency ("тенге!", "в долларах"); null where there is none, or several.</summary>
    private static string? InRemarks(SourceRow row, ColumnMapping columns)
    {
        var named = columns.Of(RegisterField.Remark).Where(column => row[column].Kind == CellKind.Text).Select(column => NothingBut(row[column].Words!)).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        return named.Length == 1 ? named[0] : null;
    }

    private static string? NothingBut(string remark)
    {
        if (Soms().IsMatch(remark)) return null;
        var words = Spelling.Fold(remark).Split(' ').Where(word => !Words.Shipped.Says("besideCurrency", word)).ToArray();
        return words.Length > 0 ? Words.Shipped.Lists.Currencies.Recognise(string.Join(' ', words))?.Value : null;
    }

    // Written in Latin letters it is that of Kyrgyzstan among Uzbeks of Osh, and of Uzbekistan by the list.
    [GeneratedRegex(@"(?<!\p{L})so[\p{P}\p{Sk}\p{Lm}]?m(?!\p{L})", RegexOptions.IgnoreCase)]
    private static partial Regex Soms();

    public static string? OfCountry(string? country) => country is null ? null : Words.Shipped.Lists.Currencies.Codes
        .FirstOrDefault(currency => currency.Column("countries").Split(' ').Contains(country, StringComparer.Ordinal))?.Value;
}
