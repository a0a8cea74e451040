using Turna.Vault;

namespace Turna.Members.Contracts;

/// <summary>A sign-in that everybody may know, with the code that is right at this moment.</summary>
public sealed record KnownSignIn(string SignInName, string Password, string Code, string Who);

/// <summary>
/// The sign-ins of the demonstration, shown on its sign-in page. A host that serves real people registers none.
/// </summary>
public sealed class KnownSignIns(IReadOnlyList<FoundedMember> members, TimeProvider clock)
{
    public IReadOnlyList<KnownSignIn> All =>
        [.. members.Select(m => new KnownSignIn(m.SignInName, m.Password, OneTimeCodes.CodeAt(m.TotpSecret, clock.GetUtcNow()), m.Name))];
}
