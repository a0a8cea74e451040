using Turna.Cases.Contracts;
using Turna.Cases.Importing.Layout;
using Turna.Cases.Importing.Reading;
using Turna.Cases.Importing.Values;
using Turna.Kernel.Codes;

namespace Turna.Cases.Importing;

/// <summary>The sums of a row in one currency.</summary>
internal readonly record struct RowSums(decimal? Claimed, decimal? Recovered, string? Currency)
{
    private const decimal SmallestUnnamed = 100;

    public static RowSums Read(SourceRow row, ColumnMapping columns, string? country, Habits habits, Findings findings)
    {
        var claimed = findings.Take("claimed", RegisterField.Claimed, columns.Cell(row, RegisterField.Claimed), cell => Sum(cell, RegisterField.Claimed, columns));
        var recovered = ReadRecovered(columns.Cell(row, RegisterField.Recovered), columns, claimed, findings);
        if (claimed is null && recovered is null) return default;
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

        return findings.Take("recovered", RegisterField.Recovered, cell, written => Sum(written, RegisterField.Recovered, columns));

        static Reading<Sum?> Part(SourceCell written) => Reading<Sum?>.NotUnderstood($"'{written.Written}' names no sum");
    }

    /// <summary>A remark that names a currency or thousands and no number of its own ("евро", "сумма в тыс.") may speak of the sum.</summary>
    private static void OtherUnitInRemarks(SourceRow row, ColumnMapping columns, Sum? claimed, Sum? recovered, Findings findings)
    {
        foreach (var column in columns.Of(RegisterField.Remark))
        {
            if (row[column].Kind != CellKind.Text || row[column].Words!.Any(char.IsAsciiDigit)) continue;
            var unit = SumUnit.Of(row[column].Words!);
            var heading = columns.Columns.First(known => known.Index == column).Heading;
            if (unit.Currency is { } named && named != (claimed?.Currency ?? recovered?.Currency)) findings.Doubt("currency", $"may stand in '{row[column].Written}' under '{heading}'");
            if (unit.Multiplier == 1) continue;
            if (claimed is { Scaled: false }) findings.Doubt("claimed", $"may stand in '{row[column].Written}' under '{heading}'");
            if (recovered is { Scaled: false }) findings.Doubt("recovered", $"may stand in '{row[column].Written}' under '{heading}'");
        }
    }

    /// <summary>What is written counts; then the habit of the register; the country alone only proposes.</summary>
    private static string? CurrencyOf(
        SourceRow row, ColumnMapping columns, Sum? claimed, Sum? recovered, string? country, Habits habits, Findings findings)
    {
        if ((claimed?.Currency ?? recovered?.Currency) is { } written) return written;
        if (claimed is { CurrencyUnclear: true } || recovered is { CurrencyUnclear: true }) findings.Doubt("currency", "what is written beside the sum was not understood");
        var column = columns.Cell(row, RegisterField.Currency);
        if (!column.IsBlank && Words.Shipped.Lists.Currencies.Recognise(column.Written) is { } named) return named.Value;
        if (!column.IsBlank) findings.Doubt("currency", $"'{column.Written}' was not understood", columns.Of(RegisterField.Currency)[0]);

        var ofCountry = OfCountry(country);
        if (habits.Currency is { } usual)
        {
            if (!habits.CurrencyRegardlessOfCountry && usual != ofCountry)
                findings.Doubt("currency", $"not written, {usual} like the other sums of the register");
            return usual;
        }

        findings.Doubt("currency", ofCountry is null ? "not written" : $"not written, {ofCountry} by the country");
        return ofCountry;
    }

    public static string? OfCountry(string? country) => country is null ? null : Words.Shipped.Lists.Currencies.Codes
        .FirstOrDefault(currency => currency.Column("countries").Split(' ').Contains(country, StringComparer.Ordinal))?.Value;
}
