using Microsoft.EntityFrameworkCore;
using Turna.Cases.Contracts;
using Turna.Data;
using Turna.Kernel;
using Turna.Kernel.Codes;
using Turna.Ledger;
using Turna.Vault;

namespace Turna.Cases.BringingIn;

/// <summary>
/// What the columns of registers were taken to mean, for each set of headings of an organisation. Sealed for those who work with people: a
/// sheet may carry a name where its headings should be.
/// </summary>
internal sealed class ColumnMemory(TurnaDb db, KeyVault vault, AuditLedger ledger)
{
    internal sealed record Meaning(string Heading, RegisterField? Field);

    internal sealed record Meanings(IReadOnlyList<Meaning> Columns);

    /// <summary>The meanings by folded heading; null when these headings are new here.</summary>
    public async Task<IReadOnlyDictionary<string, RegisterField?>?> FindAsync(Register register, Actor actor, CancellationToken cancel)
    {
        var token = TokenOf(register.Sheets.SelectMany(s => s.Columns).Select(c => c.Heading));
        var row = await db.Set<RememberedColumns>().AsNoTracking().SingleOrDefaultAsync(c => c.Organisation == actor.Organisation && c.Headings == token, cancel);
        if (row is null || await vault.FindKeyAsync(row.Subject, cancel) is not { } key) return null;
        var receipt = await ledger.OpenAsync(actor, CasesActs.RegisterOpened, "columns of a register", [row.Subject], cancel);
        return vault.Open<Meanings>(receipt, key, row.Place, row.Content).Columns.ToDictionary(c => c.Heading, c => c.Field, StringComparer.Ordinal);
    }

    /// <summary>Remembers the meanings in the current unit of work.</summary>
    public async Task KeepAsync(IReadOnlyList<ColumnChoice> columns, Actor actor, CancellationToken cancel)
    {
        var token = TokenOf(columns.Select(c => c.Heading));
        var meanings = new Meanings([.. columns.Select(c => new Meaning(Spelling.Fold(c.Heading), c.Field)).DistinctBy(m => m.Heading)]);
        var row = await db.Set<RememberedColumns>().SingleOrDefaultAsync(c => c.Organisation == actor.Organisation && c.Headings == token, cancel);
        if (row is null)
        {
            row = new RememberedColumns { Id = Guid.CreateVersion7(), Organisation = actor.Organisation, Headings = token };
            var made = await vault.CreateAsync(row.Subject, actor.Organisation, [CircleId.Of(actor.Organisation)], cancel);
            row.Content = vault.Seal(made, row.Place, meanings);
            db.Add(row);
        }
        else if (await vault.FindKeyAsync(row.Subject, cancel) is { } key)
        {
            row.ContentRevision++;
            row.Content = vault.Seal(key, row.Place, meanings);
        }
    }

    private Token TokenOf(IEnumerable<string> headings) =>
        vault.IndexToken("register-headings", string.Join('|', headings.Select(Spelling.Fold).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)));
}
