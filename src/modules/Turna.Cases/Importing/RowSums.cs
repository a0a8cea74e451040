using Turna.Cases.Contracts;
using Turna.Cases.Importing.Layout;
using Turna.Cases.Importing.Reading;
using Turna.Cases.Importing.Values;
using Turna.Kernel.Codes;

namespace Turna.Cases.Importing;

/// <summary>The sums of a row in one currency.</summary>
internal readonly record struct RowSums(decimal? Claimed, decimal? Recovered, string? Currency)
{
    public static RowSums Read(SourceRow row, ColumnMapping columns, string? country, Habits habits, Findings findings)
    {
        var claimed = findings.Take("claimed", RegisterField.Claimed, columns.Cell(row, RegisterField.Claimed), cell => Sum(cell, RegisterField.Claimed, columns));
        var recovered = ReadRecovered(columns.Cell(row, RegisterField.Recovered), columns, claimed, findings);
        if (claimed is null && recovered is null) return default;
        if (claimed is { } owed && recovered is { } back && back.Amount > owed.Amount && owed.Currency == back.Currency)
            findings.Doubt("recovered", $"{back.Amount:0.##} is more than the {owed.Amount:0.##} claimed");
        return new RowSums(claimed?.Amount, recovered?.Amount, CurrencyOf(row, columns, claimed, recovered, country, habits, findings));
    }

    private static Reading<Sum?> Sum(SourceCell cell, RegisterField field, ColumnMapping columns) =>
        columns.UnitOf(field).Applied(SumReader.Read(cell), cell.Written);

    private static Sum? ReadRecovered(SourceCell cell, ColumnMapping columns, Sum? claimed, Findings findings)
    {
        var folded = Spelling.Fold(cell.Written);
        if (cell.Kind == CellKind.Text && !folded.Any(char.IsDigit))
        {
            if (Words.Shipped.Mentions("part", folded)) return findings.Take("recovered", RegisterField.Recovered, cell, Part);
            if (Words.Shipped.Mentions("all", folded) && claimed is { } sum)
                return findings.Take("recovered", RegisterField.Recovered, cell, written => Reading<Sum?>.Doubtful(sum, $"'{written.Written}' read as all that was claimed"));
        }

        return findings.Take("recovered", RegisterField.Recovered, cell, written => Sum(written, RegisterField.Recovered, columns));

        static Reading<Sum?> Part(SourceCell written) => Reading<Sum?>.NotUnderstood($"'{written.Written}' names no sum");
    }

    /// <summary>What is written counts; then the habit of the register; the country alone only proposes.</summary>
    private static string? CurrencyOf(
        SourceRow row, ColumnMapping columns, Sum? claimed, Sum? recovered, string? country, Habits habits, Findings findings)
    {
        if (claimed?.Currency is { } owed && recovered?.Currency is { } back && owed != back) findings.Doubt("currency", $"{owed} claimed, {back} recovered");
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
