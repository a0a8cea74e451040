using Turna.Data;
using Turna.Kernel;
using Turna.Ledger;
using Turna.People.Contracts;
using Turna.People.Keeping;
using Turna.People.Searching;
using Turna.Vault;

namespace Turna.People.Correcting;

/// <summary>Changes a person's identity in one step: opens it on record, seals what changed, keeps the blind index true.</summary>
internal sealed class ChangePerson(TurnaDb db, AuditLedger ledger, PersonShelf shelf, SearchIndex index, KeyVault vault)
{
    /// <summary>
    /// Applies a change to the identity as it stands. <paramref name="revision"/> is the one the member saw: a change made meanwhile
    /// by another is refused and nothing is lost.
    /// </summary>
    public async Task<Result<PersonId>> HandleAsync(
        PersonId id, int revision, Func<Identity, FieldErrors, Identity> change, Actor actor, CancellationToken cancel)
    {
        if (await db.AnsweredAsync<PersonId>(cancel) is { } first) return first.Value;
        if (await shelf.OpenForChangeAsync(id, actor, cancel) is not { } open) return Error.NotFound;
        if (!vault.CanFind) return Error.NotFound;
        if (open.Row.Revision != revision) return Error.Changed;

        var errors = new FieldErrors();
        var changed = change(open.Identity, errors);
        if (errors.Any) return errors.ToError();

        shelf.Reseal(open, changed);
        await index.ReplaceAsync(open.Row, open.Identity, changed, cancel);
        ledger.Record(actor, PeopleActs.Corrected, id.Value);
        return await db.CommitAsync(id, cancel);
    }
}
