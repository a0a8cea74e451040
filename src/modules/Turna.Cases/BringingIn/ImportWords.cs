using Turna.Cases.Contracts;
using Turna.Design;
using Turna.Design.Components;

namespace Turna.Cases.BringingIn;

/// <summary>The words for the steps, fields and doubts of a register.</summary>
internal static class ImportWords
{
    /// <summary>Stands among the choices for a column that is only kept as text.</summary>
    public const string TextOnly = "text";

    private static readonly Dictionary<ImportStep, (string Key, string Kind)> Steps = new()
    {
        [ImportStep.Columns] = (Texts.Key("Columns to confirm"), "attention"),
        [ImportStep.Reading] = (Texts.Key("Being read"), "info"),
        [ImportStep.Preview] = (Texts.Key("To look over"), "attention"),
        [ImportStep.Publishing] = (Texts.Key("Being brought in"), "info"),
        [ImportStep.Published] = (Texts.Key("Come in"), "done"),
        [ImportStep.Cancelled] = (Texts.Key("Given up"), "plain"),
    };

    private static readonly Dictionary<RegisterField, string> Fields = new()
    {
        [RegisterField.Number] = Texts.Key("Number of the row"),
        [RegisterField.Date] = Texts.Key("Day of the consultation"),
        [RegisterField.Name] = Texts.Key("Whole name"),
        [RegisterField.FamilyName] = Texts.Key("Family name"),
        [RegisterField.GivenName] = Texts.Key("Given name"),
        [RegisterField.Patronymic] = Texts.Key("Patronymic"),
        [RegisterField.Phone] = Texts.Key("Telephone"),
        [RegisterField.Sex] = Texts.Key("Sex"),
        [RegisterField.BirthYear] = Texts.Key("Year of birth"),
        [RegisterField.BirthDate] = Texts.Key("Date of birth"),
        [RegisterField.Age] = Texts.Key("Age"),
        [RegisterField.Place] = Texts.Key("Where she comes from"),
        [RegisterField.Country] = Texts.Key("Country where she is"),
        [RegisterField.City] = Texts.Key("City where she is"),
        [RegisterField.CountryCity] = Texts.Key("Country and city where she is"),
        [RegisterField.Topic] = Texts.Key("Question"),
        [RegisterField.Action] = Texts.Key("What was done"),
        [RegisterField.Member] = Texts.Key("Who of the staff"),
        [RegisterField.Claimed] = Texts.Key("Sum claimed"),
        [RegisterField.Recovered] = Texts.Key("Sum recovered"),
        [RegisterField.Currency] = Texts.Key("Currency"),
        [RegisterField.Remark] = Texts.Key("Remark"),
        [RegisterField.Channel] = Texts.Key("How the contact was made"),
        [RegisterField.Minutes] = Texts.Key("Minutes"),
        [RegisterField.Language] = Texts.Key("Language"),
        [RegisterField.Caller] = Texts.Key("Who made the contact"),
        [RegisterField.Membership] = Texts.Key("Number as a member"),
        [RegisterField.Document] = Texts.Key("Document"),
    };

    private static readonly Dictionary<string, string> Evidence = new(StringComparer.Ordinal)
    {
        ["name"] = Texts.Key("name"),
        ["initial"] = Texts.Key("initial"),
        ["membership"] = Texts.Key("number as a member"),
        ["document"] = Texts.Key("document"),
        ["phone"] = Texts.Key("telephone"),
        ["birth year"] = Texts.Key("year of birth"),
        ["place"] = Texts.Key("home"),
        ["relative's phone"] = Texts.Key("a relative’s telephone"),
    };

    private static readonly string RejectedRows = Texts.Key("Rows that cannot be entered");
    private static readonly string SkippedRows = Texts.Key("Rows that are no consultations");
    private static readonly string SureRows = Texts.Key("Understood for certain");
    private static readonly string DoubtfulRows = Texts.Key("Doubtful rows");

    /// <summary>Heading of the page of rows of a status.</summary>
    public static string Title(RegisterRowStatus status) =>
        status switch { RegisterRowStatus.Rejected => RejectedRows, RegisterRowStatus.Skipped => SkippedRows, RegisterRowStatus.Ok => SureRows, _ => DoubtfulRows };

    public static string Key(ImportStep step) => Steps[step].Key;

    public static string Kind(ImportStep step) => Steps[step].Kind;

    public static string Field(Texts texts, RegisterField field) => texts[Fields[field]];

    public static IReadOnlyList<Choice> FieldChoices(Texts texts) =>
    [
        new(TextOnly, Design.Markup.Content.Text(texts["Only keep as text"])),
        .. Fields.Select(f => new Choice(f.Key.ToString(), Design.Markup.Content.Text(texts[f.Value]))),
    ];

    /// <summary>What agrees between two rows.</summary>
    public static string Why(Texts texts, IEnumerable<string> evidence) => string.Join(", ", evidence.Select(e => Evidence.TryGetValue(e, out var key) ? texts[key] : e));
}
