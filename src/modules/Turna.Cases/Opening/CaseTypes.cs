using Turna.Cases.Keeping;
using Turna.Kernel.Codes;

namespace Turna.Cases.Opening;

/// <summary>Which case the topics of a consultation suggest.</summary>
internal static class CaseTypes
{
    /// <summary>By topic; one that is not named here goes by its parent, and many suggest no case.</summary>
    public static IReadOnlyDictionary<string, CaseType> OfTopics { get; } = new Dictionary<string, CaseType>(StringComparer.Ordinal)
    {
        ["wages"] = CaseType.UnpaidWages,
        ["documents_withheld"] = CaseType.DocumentsWithheld,
        ["forced_labour"] = CaseType.ForcedLabour,
        ["trafficking"] = CaseType.ForcedLabour,
        ["movement_restricted"] = CaseType.ForcedLabour,
        ["gbv"] = CaseType.GenderBasedViolence,
        ["migration_law"] = CaseType.StayAndReentryBan,
        ["reentry_ban"] = CaseType.StayAndReentryBan,
        ["deportation"] = CaseType.StayAndReentryBan,
        ["health"] = CaseType.Health,
        ["pension"] = CaseType.Pension,
        ["missing_person"] = CaseType.MissingRelative,
        ["child_left"] = CaseType.ChildLeftBehind,
        ["return"] = CaseType.Return,
        ["other"] = CaseType.Other,
    };

    /// <summary>The one case that these topics suggest, what is delicate before the rest; null where they suggest none, or several.</summary>
    public static CaseType? For(IEnumerable<string> topics)
    {
        List<(CaseType Type, bool IsDelicate)> suggested = [.. topics.Select(t => (Type: Of(t), IsDelicate: Consultation.IsDelicate([t]))).Where(s => s.Type is not null).Select(s => (s.Type!.Value, s.IsDelicate))];
        var delicate = suggested.Exists(s => s.IsDelicate);
        return suggested.Where(s => s.IsDelicate == delicate).Select(s => s.Type).Distinct().ToList() is [var one] ? one : null;
    }

    private static CaseType? Of(string topic) =>
        OfTopics.TryGetValue(topic, out var type) ? type
        : CodeLists.Shipped.Topics.TryFind(topic, out var code) && code.Parent is { } parent && OfTopics.TryGetValue(parent, out type) ? type : null;
}
