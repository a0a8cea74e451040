using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Design;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Members.Keeping;

namespace Turna.Members.KeepingAccount;

/// <summary>Keeps the language of a member's screens.</summary>
internal sealed class KeepProfile(TurnaDb db, AuditLedger ledger)
{
    internal sealed record Input(string? Language);

    public async Task<Result<Language>> HandleAsync(Input input, Actor actor, CancellationToken cancel)
    {
        if (Language.Find(input.Language) is not { } language) return Error.Field(nameof(Input.Language), "Choose a language.");
        var member = await db.Set<Member>().SingleAsync(m => m.Id == actor.Member, cancel);
        member.Language = language.Code;
        ledger.Record(actor, MembersActs.ProfileChanged, actor.Member.Value);
        var done = await db.CommitAsync(Done.It, cancel);
        return done.Succeeded ? language : done.Error;
    }
}
