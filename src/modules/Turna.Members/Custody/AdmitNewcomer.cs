using Turna.Data;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Members.Contracts;
using Turna.Vault;

namespace Turna.Members.Custody;

/// <summary>
/// Passes the key of a circle from a member who holds it to one who belongs there and waits. It is on the ledger; nobody is let in silently,
/// and an administrator has no key to pass.
/// </summary>
internal sealed class AdmitNewcomer(TurnaDb db, Circles circles, Holders holders, AuditLedger ledger)
{
    internal sealed record Input(Guid Circle, Guid Member);

    public async Task<Result<Done>> HandleAsync(Input input, Actor actor, CancellationToken cancel)
    {
        if (await db.AnsweredAsync<Done>(cancel) is { } before) return before.Value;
        var (circle, newcomer) = (new CircleId(input.Circle), new MemberId(input.Member));
        if (!StaffDirectory.CirclesOf(actor).Contains(circle)) return Error.NotFound;
        var waiting = await holders.WaitingAsync(actor.Organisation, [circle], cancel);
        if (!waiting.Contains(new Newcomer(circle, newcomer))) return Error.NotFound;
        if (!await circles.AreTrueAsync(actor.Organisation, circle, newcomer, cancel)) return Error.Altered;
        if (!await circles.AdmitAsync(circle, newcomer, cancel)) return Error.Refuse("You do not hold this key yourself yet.");

        ledger.Record(actor, MembersActs.Admitted, newcomer.Value, circle.Value);
        return await db.CommitAsync(Done.It, cancel);
    }
}
