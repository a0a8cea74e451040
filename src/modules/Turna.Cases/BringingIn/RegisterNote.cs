using Turna.Cases.Contracts;

namespace Turna.Cases.BringingIn;

/// <summary>What a consultation that came with a register keeps of its row, sealed: the row as it was understood, with every doubt.</summary>
internal sealed record RegisterNote(int Row, decimal? Claimed, decimal? Recovered, string? Currency, string? Date, IReadOnlyList<string> Problems)
{
    public static RegisterNote Of(RegisterRow row) => new(row.Number, row.Claimed, row.Recovered, row.Currency, row.Date?.ToString(), row.Problems);
}
