using Turna.Design;
using Turna.Design.Components;
using Turna.Design.Markup;
using Turna.Kernel;
using Turna.Members.Contracts;

namespace Turna.Members.Administering;

/// <summary>What a form that gives a role offers.</summary>
internal sealed record RoleChoices(IReadOnlyList<Choice> Roles, IReadOnlyList<Choice> Teams)
{
    public static async Task<RoleChoices> OfAsync(StaffDirectory staff, Actor actor, Texts texts, CancellationToken cancel)
    {
        var teams = await staff.TeamsAsync(actor.Organisation, cancel);
        return new RoleChoices(
            [.. Enum.GetValues<Role>().Select(role => new Choice(role.ToString(), Content.Text(texts[RoleWords.Of(role)])))],
            [.. teams.Select(team => new Choice(team.Id.ToString(), Content.Text(team.Name)))]);
    }
}

/// <summary>What forms of accounts and settings offer.</summary>
internal static class Offered
{
    public static IReadOnlyList<Choice> Languages { get; } = [.. Language.All.Select(l => new Choice(l.Code, Content.Text(l.Name)))];

    public static IReadOnlyList<Choice> Zones { get; } = [.. KeepOrganisation.Zones.Select(zone => new Choice(zone, Content.Text(zone)))];
}
