using System.Text.Json.Serialization;
using Turna.Cases.Contracts;
using Turna.Kernel;

namespace Turna.Cases.BringingIn;

/// <summary>What a consultation that came with a register keeps of its row, sealed: the row as it was understood, with every doubt.</summary>
internal sealed record RegisterNote(int Row, decimal? Claimed, decimal? Recovered, string? Currency, string? Date, IReadOnlyList<string> Problems)
{
    public static RegisterNote Of(RegisterRow row) => new(row.Number, row.Claimed, row.Recovered, row.Currency, row.Date?.ToString(), row.Problems);

    /// <summary>What was recovered, for the reports; null where the sum or its currency is not known.</summary>
    [JsonIgnore]
    public Money? Returned => Recovered is { } sum && Currency is { } currency ? new Money(sum, currency) : null;
}
