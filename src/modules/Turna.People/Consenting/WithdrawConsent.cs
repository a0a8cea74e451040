using Turna.Data;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Members.Contracts;
using Turna.People.Contracts;
using Turna.People.Keeping;
using Turna.People.Rights;
using Turna.Vault;

namespace Turna.People.Consenting;

/// <summary>
/// Takes back a consent. It takes effect at once: whatever stands on it is closed in the same unit of work, and when she no longer wants
/// to be helped, the clock of her record runs out after the time of the warning.
/// </summary>
internal sealed class WithdrawConsent(
    TurnaDb db, AuditLedger ledger, PersonShelf shelf, ConsentBook consents, KeyVault vault, IEnumerable<IFollowsConsent> followers, StaffDirectory staff)
{
    public async Task<Result<Guid>> HandleAsync(PersonId person, Guid consent, bool sure, Actor actor, CancellationToken cancel)
    {
        if (await db.AnsweredAsync<Guid>(cancel) is { } first) return first.Value;
        if (!vault.CanFind || await shelf.OpenForChangeAsync(person, actor, cancel) is not { } open) return Error.NotFound;
        if (await consents.FindAsync(person, consent, cancel) is not { } given) return Error.NotFound;
        if (given.WithdrawnOn is not null) return Error.Refuse("This consent was withdrawn before.");
        if (!sure) return Error.Field("Sure", "Confirm that she withdraws it: it cannot be put back, only given anew.");

        var today = await staff.TodayAsync(actor.Organisation, cancel);
        given.WithdrawnOn = today;
        if (RetentionRule.ShortenedBy(given, await consents.OfAsync(person, cancel), open.Row.KeepUntil, today) is { } sooner) open.Row.KeepUntil = sooner;

        foreach (var follower in followers) await follower.WithdrawnAsync(person, given.Purpose, consent, actor, cancel);
        ledger.Record(actor, PeopleActs.ConsentWithdrawn, person.Value, consent);
        return await db.CommitAsync(consent, cancel);
    }
}
