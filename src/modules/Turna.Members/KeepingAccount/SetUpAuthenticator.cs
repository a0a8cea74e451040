using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Members.Contracts;
using Turna.Members.Keeping;
using Turna.Members.SigningIn;
using Turna.Vault;

namespace Turna.Members.KeepingAccount;

/// <summary>
/// Takes a member's new authenticator once a code of it has been shown to work, and gives new recovery codes. The secret travels with the
/// form, sealed, so that nothing is kept for those who never finish.
/// </summary>
internal sealed class SetUpAuthenticator(
    TurnaDb db, OneTimeCodes codes, SecondFactor factor, MemberKeys keys, KeyDelivery delivery, Sessions sessions, AuditLedger ledger, SignInPace pace)
{
    internal sealed record Input(Guid Setup, string? Sealed, string? Password, string? Code);

    /// <summary>Recovery codes, to be shown once.</summary>
    internal sealed record NewCodes(IReadOnlyList<string> Codes);

    /// <summary>A secret offered to a member: as text for her app, and sealed for the form.</summary>
    internal sealed record Offer(Guid Setup, string Sealed, string Secret, string Address);

    public async Task<Offer> OfferAsync(Actor actor, CancellationToken cancel)
    {
        var setup = Guid.CreateVersion7();
        var made = codes.NewSecret(setup);
        return await OfferAsync(new Input(setup, Convert.ToBase64String(made.Sealed), null, null), actor, cancel);
    }

    /// <summary>The same secret again, for a form that was refused; another when the form was tampered with.</summary>
    public async Task<Offer> OfferAsync(Input input, Actor actor, CancellationToken cancel)
    {
        if (SecretOf(input) is not { } secret) return await OfferAsync(actor, cancel);
        var name = await db.Set<Member>().AsNoTracking().Where(m => m.Id == actor.Member).Select(m => m.SignInName).SingleAsync(cancel);
        return new Offer(input.Setup, input.Sealed!, secret, AuthenticatorAddress.Of(name, secret));
    }

    public Task<bool> IsFirstAsync(Actor actor, CancellationToken cancel) =>
        db.Set<Member>().AnyAsync(m => m.Id == actor.Member && m.SealedTotp == null, cancel);

    public async Task<Result<NewCodes>> HandleAsync(Input input, Actor actor, string cookie, string address, CancellationToken cancel)
    {
        var member = await db.Set<Member>().SingleAsync(m => m.Id == actor.Member, cancel);
        var isFirst = member.SealedTotp is null;
        if (SecretOf(input) is not { } secret) return Error.Refuse("This form has been open too long. Scan the new code below.");
        if (!pace.Admit(member.SignInName, address)) return Error.Refuse("Too many wrong codes. Wait some minutes and try again.");
        if (!isFirst && !await keys.UnlockAsync(actor.Member, input.Password ?? string.Empty, cancel))
            return Error.Field(nameof(Input.Password), "This is not your password.");
        if (codes.Match(input.Setup, Convert.FromBase64String(input.Sealed!), input.Code ?? string.Empty, 0) is not { } step)
            return Error.Field(nameof(Input.Code), "This code is not right. Wait for the next one in your app and write it here.");

        pace.GiveBack(member.SignInName, address);
        var given = await factor.ReplaceAsync(member, secret, cancel);
        (member.LastTotpStep, member.TicketHash, member.TicketEndsAt) = (step, null, null);
        await sessions.EndOthersAsync(actor.Member, cookie, cancel);
        ledger.Record(actor, MembersActs.AuthenticatorChanged, actor.Member.Value);
        var done = await db.CommitAsync(Done.It, cancel);
        if (!done.Succeeded) return done.Error;
        if (isFirst) await TakeKeysAsync(actor, cookie, cancel);
        return new NewCodes(given);
    }

    private async Task TakeKeysAsync(Actor actor, string cookie, CancellationToken cancel)
    {
        await delivery.TakeAsync(actor, cancel);
        await sessions.RefreshAsync(cookie, cancel);
    }

    private string? SecretOf(Input input)
    {
        try
        {
            return string.IsNullOrEmpty(input.Sealed) || input.Sealed.Length > 400 ? null : codes.OpenText(input.Setup, Convert.FromBase64String(input.Sealed));
        }
        catch (Exception altered) when (altered is FormatException or SealBrokenException)
        {
            return null;
        }
    }
}
