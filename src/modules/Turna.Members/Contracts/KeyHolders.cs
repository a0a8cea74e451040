using Turna.Kernel;
using Turna.Vault;

namespace Turna.Members.Contracts;

/// <summary>A key of her work that a member has not been given yet.</summary>
/// <param name="Name">The team, or the organisation, whose records it opens.</param>
/// <param name="Holders">The colleagues who have it and can pass it on, by name; none where nobody at work has it.</param>
public sealed record AwaitedKey(string Name, IReadOnlyList<string> Holders);

/// <summary>Who has the keys that the work of a team needs. Reads only; what is given to somebody without the key is out of her sight.</summary>
public sealed class KeyHolders(StaffDirectory staff, Circles circles, KeyVault vault)
{
    /// <summary>The keys of her work that the member of this session has not been given yet; those of everyone first.</summary>
    public async Task<IReadOnlyList<AwaitedKey>> AwaitedAsync(Actor actor, CancellationToken cancel)
    {
        var lacking = StaffDirectory.CirclesOf(actor).Where(circle => !vault.Holds(circle)).ToList();
        if (lacking.Count == 0) return [];
        var names = (await staff.TeamsAsync(actor.Organisation, cancel)).ToDictionary(t => CircleId.Of(t.Id), t => t.Name);
        if (await staff.FindAsync(actor.Member, cancel) is { } her) names[CircleId.Of(actor.Organisation)] = her.OrganisationName;
        var colleagues = await staff.ColleaguesAsync(actor.Organisation, cancel);
        var awaited = new List<AwaitedKey>();
        foreach (var circle in lacking.Where(names.ContainsKey))
        {
            var holders = await circles.HoldersAsync(circle, cancel);
            awaited.Add(new AwaitedKey(names[circle], [.. colleagues.Where(c => !c.Suspended && holders.Contains(c.Id)).Select(c => c.Name)]));
        }

        return awaited;
    }

    /// <summary>Of these colleagues, those who have been given the team's key and can open what is given to them.</summary>
    public async Task<IReadOnlyList<Colleague>> AmongAsync(IEnumerable<Colleague> colleagues, TeamId team, CancellationToken cancel)
    {
        var holders = await circles.HoldersAsync(CircleId.Of(team), cancel);
        return [.. colleagues.Where(c => holders.Contains(c.Id))];
    }

    /// <summary>Whether a colleague has been given the team's key.</summary>
    public async Task<bool> HasAsync(MemberId member, TeamId team, CancellationToken cancel) => (await circles.HoldersAsync(CircleId.Of(team), cancel)).Contains(member);
}
