using Turna.Evidence.Keeping;
using Turna.Kernel;
using Turna.Kernel.Codes;

namespace Turna.Evidence.Reporting;

/// <summary>Which facts a report is made of.</summary>
/// <param name="Teams">Of these teams only; null for all.</param>
/// <param name="LeavesOutProtected">Without those of protected cases.</param>
/// <param name="LeavesOutDelicate">Without contacts about topics that restrict a consultation, for readers who may not open those of colleagues.</param>
internal sealed record FactScope(IReadOnlyCollection<TeamId>? Teams, bool LeavesOutProtected, bool LeavesOutDelicate = false)
{
    private static readonly IReadOnlyList<string> Delicate =
        [.. CodeLists.Shipped.Topics.Codes.Where(t => t.Column("sensitivity") == "restricted").Select(t => $" {t.Value} ")];

    /// <summary>Whether one of these topics, parted by spaces, restricts a consultation.</summary>
    public static bool IsDelicate(string topics) => Delicate.Any($" {topics} ".Contains);

    public IQueryable<FactRow> Of(IQueryable<FactRow> facts)
    {
        var (teams, delicate) = (Teams, Delicate);
        if (teams is not null) facts = facts.Where(f => teams.Contains(f.Team));
        if (LeavesOutProtected) facts = facts.Where(f => !f.Guarded);
        if (!LeavesOutDelicate) return facts;
        foreach (var topic in delicate) facts = facts.Where(f => !(" " + f.Topics + " ").Contains(topic));
        return facts;
    }
}
