using Microsoft.EntityFrameworkCore;
using Turna.Data;

namespace Turna.Ledger;

/// <summary>Whose database this is: with other secrets than its own nobody can sign in, and what is written bears signatures that nobody knows.</summary>
public sealed class DatabaseOrigin
{
    private readonly TurnaDb db;
    private readonly ServerSecrets secrets;

    internal DatabaseOrigin(TurnaDb db, ServerSecrets secrets) => (this.db, this.secrets) = (db, secrets);

    /// <summary>
    /// Whether the first or the newest checkpoint is signed with these secrets; true where nothing was written yet. Not promised: that the ledger
    /// is whole, which <see cref="Verification"/> tells.
    /// </summary>
    public async Task<bool> IsOursAsync(CancellationToken cancel)
    {
        var checkpoints = db.Set<CheckpointRow>().AsNoTracking().OrderBy(c => c.Size);
        var first = await checkpoints.FirstOrDefaultAsync(cancel);
        return first is null || IsSigned(first) || IsSigned(await checkpoints.LastAsync(cancel));
    }

    private bool IsSigned(CheckpointRow checkpoint) => SignedNote.Verify(checkpoint.Note, checkpoint.Size, checkpoint.Root, secrets.SigningKey);
}
