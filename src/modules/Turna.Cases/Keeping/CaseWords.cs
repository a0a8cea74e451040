using Turna.Cases.Keeping;
using Turna.Design;
using Turna.Kernel.Codes;

namespace Turna.Cases;

/// <summary>The words for the codes of cases and consultations, in the language of the request.</summary>
internal static class CaseWords
{
    private static readonly Dictionary<Enum, string> Words = new()
    {
        [CaseType.UnpaidWages] = Texts.Key("Unpaid wages"),
        [CaseType.DocumentsWithheld] = Texts.Key("Documents withheld"),
        [CaseType.ForcedLabour] = Texts.Key("Forced labour"),
        [CaseType.GenderBasedViolence] = Texts.Key("Gender-based violence"),
        [CaseType.StayAndReentryBan] = Texts.Key("Stay and re-entry ban"),
        [CaseType.Health] = Texts.Key("Health"),
        [CaseType.Pension] = Texts.Key("Pension"),
        [CaseType.MissingRelative] = Texts.Key("Missing relative"),
        [CaseType.ChildLeftBehind] = Texts.Key("Child left behind"),
        [CaseType.Return] = Texts.Key("Return"),
        [CaseType.Other] = Texts.Key("Other matter"),
        [Stage.Open] = Texts.Key("Open"),
        [Stage.Assessed] = Texts.Key("Assessed"),
        [Stage.Planned] = Texts.Key("Planned"),
        [Stage.InService] = Texts.Key("In service"),
        [Stage.Closing] = Texts.Key("Closing"),
        [Stage.Closed] = Texts.Key("Closed"),
        [Outcome.Achieved] = Texts.Key("Achieved"),
        [Outcome.Partly] = Texts.Key("Partly achieved"),
        [Outcome.NotAchieved] = Texts.Key("Not achieved"),
        [Outcome.Withdrawn] = Texts.Key("Withdrawn by the person"),
        [Sensitivity.Standard] = Texts.Key("Standard"),
        [Sensitivity.Restricted] = Texts.Key("Marked as delicate"),
        [Sensitivity.Protected] = Texts.Key("Protected"),
        [EntryKind.Opened] = Texts.Key("Case opened"),
        [EntryKind.Note] = Texts.Key("Note"),
        [EntryKind.StageChanged] = Texts.Key("Stage changed"),
        [EntryKind.HandedOver] = Texts.Key("Handed over"),
        [EntryKind.DangerMarked] = Texts.Key("Marked as in danger"),
        [EntryKind.DangerPassed] = Texts.Key("No longer in danger"),
        [EntryKind.ClosingRefused] = Texts.Key("Sent back by the supervisor"),
        [EntryKind.ColleagueNamed] = Texts.Key("One more colleague was named"),
        [EntryKind.StoryCorrected] = Texts.Key("What happened was corrected"),
        [EntryKind.MadeStandard] = Texts.Key("Opened to the team, not marked as delicate"),
        [EntryKind.MadeRestricted] = Texts.Key("Opened to the team, marked as delicate"),
        [EntryKind.MadeProtected] = Texts.Key("Protected: only named colleagues know of it"),
        [EntryKind.ConsultationLeft] = Texts.Key("A consultation left the case: it concerns somebody else"),
    };

    /// <summary>Key of the timeline's line for a service.</summary>
    public static string ServiceProvided { get; } = Texts.Key("Service provided");

    /// <summary>Key of the timeline's line for a consultation.</summary>
    public static string Consultation { get; } = Texts.Key("Consultation");

    /// <summary>That a consultation was corrected, when and by whom.</summary>
    /// <param name="by">Null where the name of whoever corrected it stands beside anyway.</param>
    public static string Corrected(Texts texts, DateOnly on, string? by) => by is null ? texts["Corrected on {0}", texts.Date(on)] : texts["Corrected on {0} by {1}", texts.Date(on), by];

    /// <summary>Stands in the place of what was sealed and does not open as it was sealed.</summary>
    public static string Altered(Texts texts) => texts["Changed outside of Turna and not shown: tell your administrator"];

    /// <summary>Stands in the place of what is closed with the record of a person.</summary>
    public static string Closed(Texts texts) => texts["Closed with her record: only those who may open it read it."];

    /// <summary>The advice of a consultation, or why it is not shown.</summary>
    public static string? Advice(Texts texts, ShownConsultation shown) => shown switch
    {
        { IsClosed: true } => Closed(texts),
        { Content.Advice: var advice } => advice,
        _ => Altered(texts),
    };

    public static string Of(Texts texts, Enum code) => texts[Words[code]];

    /// <summary>The English key of a word, for a tag that translates by itself.</summary>
    public static string Key(Enum code) => Words[code];

    public static string Topics(Texts texts, IEnumerable<string> codes) => string.Join(", ", codes.Select(c => Name(texts, CodeLists.Shipped.Topics, c)));

    /// <summary>The name of a language; null where nobody knows in which one they spoke.</summary>
    public static string? Language(Texts texts, string code) =>
        code == BringingIn.PublishRows.UnknownLanguage ? null : SpokenLanguages.NameOf(texts, code);

    /// <summary>The language of a consultation as a line of a timeline tells it.</summary>
    public static string? SpokenIn(Texts texts, string code) => Language(texts, code) is { } name ? texts["Language: {0}", name] : null;

    public static string Name(Texts texts, CodeList list, string? code) => list.TryFind(code, out var found) ? found.Name(texts.Language.Code) : code ?? string.Empty;
}
