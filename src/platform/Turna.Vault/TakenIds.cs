using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Ledger;

namespace Turna.Vault;

/// <summary>Every subject with a grant has its id taken: where that was undone, a second key could be made under the same id.</summary>
internal sealed class TakenIds : IUncoveredRows
{
    public async IAsyncEnumerable<string> MissingAsync(TurnaDb db, [EnumeratorCancellation] CancellationToken cancel)
    {
        var free = await db.Set<GrantRow>().Where(g => !db.Set<SubjectRow>().Any(s => s.Id == g.Subject)).Select(g => g.Subject).Distinct().CountAsync(cancel);
        if (free > 0) yield return $"rows of vault_subject are gone: {free}";
    }
}
