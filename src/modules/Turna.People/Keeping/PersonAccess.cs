using Turna.Kernel;
using Turna.People.Contracts;

namespace Turna.People.Keeping;

/// <summary>
/// Who may find and open whom. The vault holds the same wall with keys; this one adds what keys cannot tell: that a supervisor's own
/// right reaches her teams only, and that of a restricted person's team only protection staff and supervisors may know her.
/// </summary>
internal static class PersonAccess
{
    /// <summary>Whether she may appear among the answers of this member's search.</summary>
    public static bool MayFind(Actor actor, Person person) =>
        person.Organisation == actor.Organisation && (person.Sensitivity == PersonSensitivity.Standard ? actor.May(PeoplePermissions.Search) : MayOpen(actor, person));

    /// <summary>Whether this member may erase her: a supervisor of her team, and of the team she was taken from, whatever other roles she has.</summary>
    public static bool MayErase(Actor actor, Person person) =>
        MayOpen(actor, person) && (person.Team is { } team ? actor.HasIn(Role.Supervisor, team) : actor.Has(Role.Supervisor))
        && (person.TakenFrom is not { } earlier || actor.HasIn(Role.Supervisor, earlier));

    /// <summary>Whether this member may make the copy that leaves the house. The front desk does not export.</summary>
    public static bool MayCopy(Actor actor, Person person) =>
        MayOpen(actor, person)
        && (person.Sensitivity == PersonSensitivity.Restricted || actor.Has(Role.Caseworker) || actor.Has(Role.Protection)
            || (actor.Has(Role.Supervisor) && (person.Team is not { } team || actor.HasIn(Role.Supervisor, team))));

    /// <summary>Whether this member keeps the restricted records of a team.</summary>
    public static bool MayKeep(Actor actor, TeamId keeper) => actor.HasIn(Role.Protection, keeper) || actor.HasIn(Role.Supervisor, keeper);

    /// <summary>Whether this member may open her identity and keep her record.</summary>
    public static bool MayOpen(Actor actor, Person person)
    {
        if (person.Organisation != actor.Organisation) return false;
        if (person.Sensitivity == PersonSensitivity.Restricted)
            return person.Team is { } keeper && MayKeep(actor, keeper);
        return actor.Has(Role.FrontDesk) || actor.Has(Role.Caseworker) || actor.Has(Role.Protection)
            || (actor.Has(Role.Supervisor) && (person.Team is not { } team || actor.HasIn(Role.Supervisor, team)));
    }
}
