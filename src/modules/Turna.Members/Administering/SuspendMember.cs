using Turna.Data;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Members.Keeping;
using Turna.Vault;

namespace Turna.Members.Administering;

/// <summary>Shuts a member out at once: her sessions end, and no password opens the account until it is resumed.</summary>
internal sealed class SuspendMember(TurnaDb db, Accounts accounts, Sessions sessions, AuditLedger ledger)
{
    public async Task<Result<Done>> HandleAsync(MemberId id, Actor actor, CancellationToken cancel)
    {
        if (await accounts.FindAsync(id, actor, cancel) is not { } member) return Error.NotFound;
        if (member.SuspendedAt is not null) return Done.It;
        if (id == actor.Member) return Error.Refuse("You cannot suspend yourself. Another administrator can.");

        member.SuspendedAt = accounts.Now;
        await sessions.EndAllAsync(id, cancel);
        ledger.Record(actor, MembersActs.Suspended, id.Value);
        return await db.CommitAsync(Done.It, cancel);
    }
}

/// <summary>Lets a suspended member in again.</summary>
internal sealed class ResumeMember(TurnaDb db, Accounts accounts, AuditLedger ledger)
{
    public async Task<Result<Done>> HandleAsync(MemberId id, Actor actor, CancellationToken cancel)
    {
        if (await accounts.FindAsync(id, actor, cancel) is not { } member) return Error.NotFound;
        if (member.SuspendedAt is null) return Done.It;

        member.SuspendedAt = null;
        member.Succeeded();
        ledger.Record(actor, MembersActs.Resumed, id.Value);
        return await db.CommitAsync(Done.It, cancel);
    }
}

/// <summary>Ends every session of a member.</summary>
internal sealed class EndSessions(TurnaDb db, Accounts accounts, Sessions sessions, AuditLedger ledger)
{
    public async Task<Result<Done>> HandleAsync(MemberId id, Actor actor, CancellationToken cancel)
    {
        if (await accounts.FindAsync(id, actor, cancel) is null) return Error.NotFound;
        await sessions.EndAllAsync(id, cancel);
        ledger.Record(actor, MembersActs.SessionsEnded, id.Value);
        return await db.CommitAsync(Done.It, cancel);
    }
}

/// <summary>Keeps a member's name and the language of her screens.</summary>
internal sealed class CorrectMember(TurnaDb db, Accounts accounts, AuditLedger ledger)
{
    internal sealed record Input(string? Name);

    public async Task<Result<Done>> HandleAsync(MemberId id, Input input, Actor actor, CancellationToken cancel)
    {
        if (await accounts.FindAsync(id, actor, cancel) is not { } member) return Error.NotFound;
        if (WrittenName.Of(input.Name) is not { } name) return Error.Field(nameof(Input.Name), "Write her name, in at most 200 characters.");

        member.Name = name;
        ledger.Record(actor, MembersActs.ProfileChanged, id.Value);
        return await db.CommitAsync(Done.It, cancel);
    }
}
