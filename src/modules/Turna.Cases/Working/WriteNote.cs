using Turna.Cases.Contracts;
using Turna.Cases.Keeping;
using Turna.Data;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Vault;

namespace Turna.Cases.Working;

/// <summary>Writes a sealed note into a case.</summary>
internal sealed class WriteNote(TurnaDb db, CaseAccess access, KeyVault vault, AuditLedger ledger, TimeProvider clock)
{
    public const int Longest = 20_000;

    internal sealed record Input(CaseId Case, string? Text);

    public async Task<Result<CaseId>> HandleAsync(Input input, Actor actor, CancellationToken cancel)
    {
        if (await access.FindAsync(input.Case, actor, CasesPermissions.Open, cancel) is not { } open) return Error.NotFound;
        if (open.Case.IsClosed) return Error.Refuse("The case is closed. Open it again first.");
        var text = Writing.Text(input.Text);
        if (text.Length == 0) return Error.Field("Text", "Write the note");
        if (text.Length > Longest) return Error.Field("Text", "The note must be {0} characters or fewer", Longest);

        var entry = new Entry { Id = Guid.CreateVersion7(), Case = open.Case.Id, Kind = EntryKind.Note, At = clock.GetUtcNow().UtcDateTime, Member = actor.Member };
        entry.Text = vault.Seal(open.Key, entry.TextPlace(open.Case.Organisation), text);
        db.Add(entry);
        ledger.Record(actor, CasesActs.NoteWritten, open.Case.Id.Value);
        return await db.CommitAsync(open.Case.Id, cancel);
    }
}
