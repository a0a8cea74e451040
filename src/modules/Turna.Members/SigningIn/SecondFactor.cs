using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Members.Keeping;
using Turna.Vault;

namespace Turna.Members.SigningIn;

/// <summary>The second thing a member signs in with: a code of her authenticator, or one of her recovery codes.</summary>
internal sealed class SecondFactor(TurnaDb db, OneTimeCodes codes)
{
    private const int LongestCode = 40;

    /// <summary>True for a right code that was not used before; it is used up in this unit of work.</summary>
    public async Task<bool> AcceptAsync(Member member, string? code, CancellationToken cancel)
    {
        if (member.SealedTotp is null || string.IsNullOrWhiteSpace(code) || code.Length > LongestCode) return false;
        if (codes.Match(member.Id.Value, member.SealedTotp, code, member.LastTotpStep) is { } step)
        {
            member.LastTotpStep = step;
            return true;
        }

        var stored = codes.StoredCode(member.Id.Value, code);
        var given = await db.Set<RecoveryCode>().SingleOrDefaultAsync(c => c.Stored == stored, cancel);
        if (given is null) return false;
        db.Remove(given);
        return true;
    }

    /// <summary>Takes a new authenticator and new recovery codes in the place of the old; returns the codes, to be shown once.</summary>
    public async Task<IReadOnlyList<string>> ReplaceAsync(Member member, string secret, CancellationToken cancel)
    {
        member.SealedTotp = codes.SealText(member.Id.Value, secret);
        return await RenewCodesAsync(member, cancel);
    }

    /// <summary>Gives ten new recovery codes; the old are void.</summary>
    public async Task<IReadOnlyList<string>> RenewCodesAsync(Member member, CancellationToken cancel)
    {
        db.RemoveRange(await db.Set<RecoveryCode>().Where(c => c.Member == member.Id).ToListAsync(cancel));
        var made = codes.NewRecoveryCodes(member.Id.Value);
        db.AddRange(made.Select(c => new RecoveryCode { Stored = c.Stored, Member = member.Id }));
        return [.. made.Select(c => c.Code)];
    }
}
