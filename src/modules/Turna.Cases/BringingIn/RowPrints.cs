using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Turna.Cases.Contracts;
using Turna.Data;
using Turna.Kernel;
using Turna.Kernel.Codes;
using Turna.Vault;

namespace Turna.Cases.BringingIn;

/// <summary>
/// Fingerprints of rows, keyed by the organisation's index key: what a row says after reading, so that it is recognised in another format, in
/// another order and among added rows. Rows that say the same are told apart by how many of them a file has.
/// </summary>
internal sealed class RowPrints(TurnaDb db, KeyVault vault)
{
    private const string Kind = "register-row/1";
    private const int DigitsOfPhone = 9;
    private const int AtOnce = 900;

    /// <summary>The fingerprint of a row; null for one that is no consultation.</summary>
    public Token? Of(RegisterRow row, Counter repeats)
    {
        if (row.Status == RegisterRowStatus.Skipped) return null;
        var said = Said(row);
        return vault.IndexToken(Kind, string.Create(CultureInfo.InvariantCulture, $"{said}|{repeats.Next(said)}"));
    }

    /// <summary>Those of the fingerprints that came in before.</summary>
    public async Task<HashSet<Token>> KnownAsync(IEnumerable<Token> tokens, Actor actor, CancellationToken cancel)
    {
        var known = new HashSet<Token>();
        foreach (var some in tokens.Chunk(AtOnce))
            known.UnionWith(await db.Set<ImportedRow>().AsNoTracking().Where(r => r.Organisation == actor.Organisation && some.Contains(r.Row)).Select(r => r.Row).ToListAsync(cancel));
        return known;
    }

    private static string Said(RegisterRow row)
    {
        // A row that could not be read has nothing but its words.
        var words = row.Status == RegisterRowStatus.Rejected
            ? string.Join('|', row.Text.Values.Select(Spelling.Fold).Order(StringComparer.Ordinal))
            : string.Join(',', row.Topics.Order(StringComparer.Ordinal));
        var phones = row.Phones.Select(p => string.Concat(p.Number.Where(char.IsAsciiDigit))).Select(d => d.Length > DigitsOfPhone ? d[^DigitsOfPhone..] : d);
        return string.Join(
            '|', row.Date?.ToString(), Spelling.Fold(row.Name ?? string.Empty), string.Join(',', phones.Order(StringComparer.Ordinal)), row.Country, words,
            row.Claimed?.ToString("0.##", CultureInfo.InvariantCulture), row.Recovered?.ToString("0.##", CultureInfo.InvariantCulture));
    }

    /// <summary>Counts how often a file has said the same.</summary>
    internal sealed class Counter
    {
        private readonly Dictionary<string, int> seen = new(StringComparer.Ordinal);

        public int Next(string said) => seen[said] = seen.GetValueOrDefault(said) + 1;
    }
}
