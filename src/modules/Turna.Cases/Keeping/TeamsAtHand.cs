using Turna.Design;
using Turna.Kernel;
using Turna.Members.Contracts;
using Turna.Vault;

namespace Turna.Cases.Keeping;

/// <summary>
/// The teams into which a member may write: those of her roles whose key she holds. What goes to another one of hers she could not read again, and would
/// write a second time.
/// </summary>
internal sealed class TeamsAtHand(StaffDirectory staff, KeyVault vault)
{
    /// <summary>Why nothing of a team is given to a colleague without its key.</summary>
    public static readonly string Lacking = Texts.Key("She has not been given the key of this team yet and could not open it");

    /// <summary>Those for which a permission is hers, as they are offered.</summary>
    public async Task<List<TeamName>> OfAsync(Actor actor, Permission permission, CancellationToken cancel)
    {
        var mine = CaseAccess.TeamsFor(actor, permission);
        return [.. (await staff.TeamsAsync(actor.Organisation, cancel)).Where(t => mine.Contains(t.Id) && vault.Holds(CircleId.Of(t.Id)))];
    }

    /// <summary>
    /// The team of a form. One that is hers and whose key she lacks stays, for the use case to refuse: what was written for it must not slip into another.
    /// Any other that is not offered gives way to the first.
    /// </summary>
    public static Guid? Choose(Guid? asked, List<TeamName> offered, Actor actor, Permission permission)
    {
        var mine = CaseAccess.TeamsFor(actor, permission);
        if (asked is { } team && mine.Contains(new TeamId(team))) return team;
        return offered is [var first, ..] ? first.Id.Value : mine is [var lacking, ..] ? lacking.Value : null;
    }

    /// <summary>Says beside the field of the team that she has not been given its key.</summary>
    public void Check(FieldErrors errors, TeamId team)
    {
        if (!vault.Holds(CircleId.Of(team))) errors.Add("Team", "You have not been given the key of this team yet. Choose another team, or ask a colleague who has it");
    }
}
