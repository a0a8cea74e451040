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

    /// <summary>Whether this member may open her identity and keep her record.</summary>
    public static bool MayOpen(Actor actor, Person person)
    {
        if (person.Organisation != actor.Organisation) return false;
        if (person.Sensitivity == PersonSensitivity.Restricted)
            return person.Team is { } keeper && (actor.HasIn(Role.Protection, keeper) || actor.HasIn(Role.Supervisor, keeper));
        return actor.Has(Role.FrontDesk) || actor.Has(Role.Caseworker) || actor.Has(Role.Protection)
            || (actor.Has(Role.Supervisor) && (person.Team is not { } team || actor.HasIn(Role.Supervisor, team)));
    }
}
