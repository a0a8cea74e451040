using Microsoft.EntityFrameworkCore;
using Turna.Cases.Keeping;
using Turna.Kernel;

namespace Turna.Cases.MyWork;

/// <summary>One number of a team's load, and the list behind it.</summary>
internal enum LoadPart
{
    /// <summary>Tasks whose day has passed.</summary>
    Overdue,

    /// <summary>Tasks due from today on within a week.</summary>
    Week,

    /// <summary>Cases that are not closed.</summary>
    Cases,
}

/// <summary>
/// What a team has to do, as its supervisor may know of it. The numbers of her work and the lists behind them ask the same, so that a number is as long
/// as its list; a protected case in which she is not named is in neither.
/// </summary>
internal sealed class TeamLoad(CaseAccess access)
{
    public IQueryable<Case> Cases(Actor actor, TeamId team) =>
        access.Visible(actor, CasesPermissions.Supervise).AsNoTracking().Where(c => c.Team == team && c.Stage != Stage.Closed);

    /// <summary>Tasks that are not done and due within a week, those overdue among them.</summary>
    public IQueryable<WorkTask> Tasks(Actor actor, TeamId team, DateOnly today)
    {
        var week = today.AddDays(7);
        return access.VisibleTasks(actor).AsNoTracking().Where(t => t.Team == team && t.DoneAt == null && t.DueOn <= week);
    }
}
