using Turna.Cases.Contracts;
using Turna.Cases.Importing.Reading;
using Turna.Cases.Importing.Values;
using Turna.Kernel.Codes;

namespace Turna.Cases.Importing.Layout;

/// <summary>
/// Columns whose heading asks for one thing and whose cells clearly hold another ("Возврат" over "Россия, Москва"): a word of a heading
/// does not beat what stands under it.
/// </summary>
internal static class ContraryValues
{
    private const int FewestCells = 3;
    private const double Few = 0.3;
    private const double Most = 0.7;
    private const double NearlyAll = 0.9;
    private const int FewestPhoneDigits = 9;

    private static readonly HashSet<RegisterField?> Places = [RegisterField.Country, RegisterField.City, RegisterField.CountryCity, RegisterField.Place];
    private static readonly RegisterField[] PlacesRead = [RegisterField.Country, RegisterField.City, RegisterField.Place];
    private static readonly HashSet<RegisterField?> Checked = [.. CompoundHeading.Sums, .. Places, RegisterField.Sex, RegisterField.Phone];

    public static void Move(ColumnMapping.Proposal[] proposals, IReadOnlyList<SourceRow> sample, DateOnly today)
    {
        foreach (var asked in proposals.Where(proposal => proposal.Confidence < 1 && Checked.Contains(proposal.Field)).ToArray())
        {
            var cells = sample.Select(row => row[asked.Index]).Where(cell => !cell.IsBlank && !SourceCell.IsDash(cell.Written)).ToArray();
            if (cells.Length < FewestCells || Share(cells, cell => Fits(cell, asked.Field!.Value)) > Few) continue;
            if (Kind(cells) is { } kind) proposals[asked.Index] = asked with { Field = kind, Confidence = ColumnMapping.ByValues, Words = 0 };
            else if (DayColumn.Of(asked.Index, sample, today) is not null) proposals[asked.Index] = asked with { Field = null, Confidence = 0, Known = true };
        }
    }

    /// <summary>"Ничего", "половину" and "нет" tell of a sum as well as figures do.</summary>
    private static bool Fits(SourceCell cell, RegisterField field)
    {
        if (field != RegisterField.CountryCity && ColumnMapping.Reads(cell, field)) return true;
        var folded = Spelling.Fold(cell.Written);
        if (Places.Contains(field)) return PlacesRead.Any(place => ColumnMapping.Reads(cell, place));
        return Words.Shipped.Says("empty", folded) || (CompoundHeading.Sums.Contains(field) && (Words.Shipped.Says("no", folded) || Words.Shipped.Says("yes", folded) || Words.Shipped.Mentions("part", folded) || Words.Shipped.Mentions("all", folded) || SumCells.Apart(cell) is not null));
    }

    private static RegisterField? Kind(SourceCell[] cells)
    {
        if (Share(cells, cell => ColumnMapping.Reads(cell, RegisterField.Sex)) >= NearlyAll) return RegisterField.Sex;
        if (Share(cells, cell => cell.Written.Count(char.IsAsciiDigit) >= FewestPhoneDigits && ColumnMapping.Reads(cell, RegisterField.Phone)) >= Most) return RegisterField.Phone;
        if (Share(cells, cell => ColumnMapping.Reads(cell, RegisterField.Country)) >= Most) return RegisterField.Country;
        return Share(cells, cell => TopicReader.Read(cell) is { Codes.Count: > 0, Doubts.Count: 0 }) >= Most ? RegisterField.Topic : null;
    }

    private static double Share(SourceCell[] cells, Func<SourceCell, bool> reads) => (double)cells.Count(reads) / cells.Length;
}
