using System.Globalization;
using System.Text.Json.Serialization;
using Turna.Cases.Contracts;
using Turna.Cases.Importing.Values;
using Turna.Kernel;

namespace Turna.Cases.BringingIn;

/// <summary>The values of a row that a member may correct.</summary>
internal sealed record RowValues(
    PartialDate? Date, string? Country, IReadOnlyList<string> Topics, char? Sex, int? BirthYear, decimal? Claimed, decimal? Recovered, string? Currency)
{
    /// <summary>The fields of the doubts that are settled when these values are saved, in the words of the reading.</summary>
    public static IReadOnlyList<string> Fields { get; } = ["date", "country", "topics", "sex", DoubtField.BirthYear, "claimed", "recovered", "currency"];

    public static RowValues Of(RegisterRow row) => new(row.Date, row.Country, row.Topics, row.Sex, row.BirthYear, row.Claimed, row.Recovered, row.Currency);

    /// <summary>By field, as codes; in the order of <see cref="Fields"/>.</summary>
    public IReadOnlyList<(string Field, string? Value)> ByField() =>
    [
        .. Fields.Zip(new[]
        {
            Date?.ToString(), Country, Topics.Count == 0 ? null : string.Join(", ", Topics.Order(StringComparer.Ordinal)), Sex?.ToString(),
            BirthYear?.ToString(CultureInfo.InvariantCulture), Number(Claimed), Number(Recovered), Currency,
        }),
    ];

    private static string? Number(decimal? sum) => sum?.ToString("0.##", CultureInfo.InvariantCulture);
}

/// <summary>What a member made of a row by hand.</summary>
/// <param name="Read">By field that she changed: how it was read, as a code; null where nothing was. Empty where she confirmed the row as it was read.</param>
internal sealed record ByHand(IReadOnlyDictionary<string, string?> Read);

/// <summary>A row as a member corrected or confirmed it.</summary>
/// <param name="Values">As she says them.</param>
/// <param name="Settled">The fields whose doubts she settled.</param>
/// <param name="Revision">How often the row was corrected: what somebody else corrected meanwhile is not overwritten.</param>
internal sealed record RowCorrection(RowValues Values, IReadOnlyList<string> Settled, int Revision)
{
    private const string Safety = "remark";

    /// <summary>The row as it comes in. What endangers her stays said, though it was looked at; and what is restricted stays so.</summary>
    public StagedRow Of(StagedRow staged)
    {
        var (read, settled) = (staged.Row, Settled.ToHashSet(StringComparer.Ordinal));
        var open = read.Problems.Where(doubt => !settled.Contains(FieldOf(doubt))).ToList();
        var row = read with
        {
            Date = Values.Date, Country = Values.Country, Topics = Values.Topics, Sex = Values.Sex, BirthYear = Values.BirthYear,
            Born = Values.BirthYear == read.BirthYear ? read.Born : null, Claimed = Values.Claimed, Recovered = Values.Recovered, Currency = Values.Currency,
            Restricted = read.Restricted || Values.Topics.Any(Remark.IsRestricted),
            Problems = [.. read.Problems.Where(doubt => open.Contains(doubt) || FieldOf(doubt) == Safety)],
            Status = open.Count > 0 ? RegisterRowStatus.Doubtful : RegisterRowStatus.Ok,
        };
        return staged with { Row = row, ByHand = new ByHand(Changed(read)) };
    }

    private Dictionary<string, string?> Changed(RegisterRow read) => RowValues.Of(read).ByField().Zip(Values.ByField())
        .Where(pair => pair.First.Value != pair.Second.Value).ToDictionary(pair => pair.First.Field, pair => pair.First.Value, StringComparer.Ordinal);

    private static string FieldOf(string doubt) => DoubtField.Split(doubt).Field ?? string.Empty;
}

/// <summary>The rows of a register that were corrected or confirmed by hand, by position. Sealed as one part; the rows stay as they were read.</summary>
internal sealed record Corrections
{
    public Dictionary<int, RowCorrection> Rows { get; init; } = [];

    [JsonIgnore]
    public int Count => Rows.Count;

    public StagedRow Of(int position, StagedRow row) => Rows.TryGetValue(position, out var correction) ? correction.Of(row) : row;

    /// <summary>How often a row was corrected.</summary>
    public int RevisionOf(int position) => Rows.TryGetValue(position, out var correction) ? correction.Revision : 0;
}
