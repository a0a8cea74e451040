using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Design;
using Turna.Kernel;
using Turna.Members.Keeping;

namespace Turna.Members.Administering;

/// <summary>A role as it is shown: with the name of its team, if it has one.</summary>
internal sealed record RoleView(Guid Id, Role Role, string? Team, DateTime Since)
{
    public static async Task<IReadOnlyList<RoleView>> OfAsync(TurnaDb db, MemberId member, CancellationToken cancel) =>
        await db.Set<Membership>().AsNoTracking().Where(m => m.Member == member)
            .Select(m => new RoleView(m.Id, m.Role, db.Set<Team>().Where(t => t.Id == m.Team).Select(t => t.Name).SingleOrDefault(), m.Since))
            .ToListAsync(cancel);
}

/// <summary>The roles in words.</summary>
internal static class RoleWords
{
    private static readonly Dictionary<Role, string> Words = new()
    {
        [Role.FrontDesk] = Texts.Key("Front desk"),
        [Role.Caseworker] = Texts.Key("Caseworker, lawyer or psychologist"),
        [Role.Protection] = Texts.Key("Protection team"),
        [Role.Supervisor] = Texts.Key("Supervisor"),
        [Role.Analyst] = Texts.Key("Analyst"),
        [Role.Administrator] = Texts.Key("Administrator"),
    };

    public static string Of(Role role) => Words[role];

    /// <summary>The role with its team, once where the team is called like the role.</summary>
    public static string In(Texts texts, Role role, string? team)
    {
        var words = texts[Words[role]];
        return team is null || string.Equals(team, words, StringComparison.OrdinalIgnoreCase) ? words : $"{words}, {team}";
    }

    /// <summary>Whether the role is held in a team; the others hold for the organisation.</summary>
    public static bool IsOfTeam(Role role) => role is not (Role.Analyst or Role.Administrator);
}
