using System.Text.Json.Serialization;
using Turna.Kernel;

namespace Turna.Cases.BringingIn;

/// <summary>What a consultation that came with a register keeps of its row, sealed: the row as it was understood, with every doubt.</summary>
internal sealed record RegisterNote(int Row, decimal? Claimed, decimal? Recovered, string? Currency, string? Date, IReadOnlyList<string> Problems)
{
    /// <summary>What a member made of the row before it came in; null for a row as it was read.</summary>
    public ByHand? ByHand { get; init; }

    public static RegisterNote Of(StagedRow staged)
    {
        var row = staged.Row;
        return new RegisterNote(row.Number, row.Claimed, row.Recovered, row.Currency, row.Date?.ToString(), row.Problems) { ByHand = staged.ByHand };
    }

    /// <summary>What was recovered, for the reports; null where the sum or its currency is not known.</summary>
    [JsonIgnore]
    public Money? Returned => Recovered is { } sum && Currency is { } currency ? new Money(sum, currency) : null;
}
