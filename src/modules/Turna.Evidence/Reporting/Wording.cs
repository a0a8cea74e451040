using Turna.Design;
using Turna.Kernel;
using Turna.Kernel.Codes;
using Turna.Members.Contracts;

namespace Turna.Evidence.Reporting;

/// <summary>The words for the codes of a report, in the language of the request.</summary>
internal sealed class Wording(Texts texts, IReadOnlyList<TeamName> teams)
{
    private static readonly Dictionary<Measure, string> Measures = new()
    {
        [Measure.Consultations] = Texts.Key("Consultations"),
        [Measure.Clients] = Texts.Key("Clients"),
        [Measure.NewClients] = Texts.Key("New clients"),
        [Measure.ReturningClients] = Texts.Key("Returning clients"),
        [Measure.Services] = Texts.Key("Services"),
        [Measure.CasesOpened] = Texts.Key("Cases opened"),
        [Measure.CasesClosed] = Texts.Key("Cases closed"),
    };

    private static readonly Dictionary<string, string> CaseTypes = new(StringComparer.Ordinal)
    {
        ["UnpaidWages"] = Texts.Key("Unpaid wages"),
        ["DocumentsWithheld"] = Texts.Key("Documents withheld"),
        ["ForcedLabour"] = Texts.Key("Forced labour"),
        ["GenderBasedViolence"] = Texts.Key("Gender-based violence"),
        ["StayAndReentryBan"] = Texts.Key("Stay and re-entry ban"),
        ["Health"] = Texts.Key("Health"),
        ["Pension"] = Texts.Key("Pension"),
        ["MissingRelative"] = Texts.Key("Missing relative"),
        ["ChildLeftBehind"] = Texts.Key("Child left behind"),
        ["Return"] = Texts.Key("Return"),
        ["Other"] = Texts.Key("Other matter"),
    };

    private static readonly Dictionary<Breakdown, string> Breakdowns = new()
    {
        [Breakdown.Topic] = Texts.Key("Topic"),
        [Breakdown.Age] = Texts.Key("Age"),
        [Breakdown.Destination] = Texts.Key("Destination"),
        [Breakdown.Oblast] = Texts.Key("Home oblast"),
        [Breakdown.Team] = Texts.Key("Team"),
        [Breakdown.Month] = Texts.Key("Month"),
    };

    private static readonly Dictionary<View, string> Views = new()
    {
        [View.Exact] = Texts.Key("Exact"),
        [View.Inside] = Texts.Key("Protected, for use inside"),
        [View.Publishable] = Texts.Key("Protected, to publish"),
    };

    /// <summary>What each measure counts, with the version of the definitions.</summary>
    public IReadOnlyList<string> Definitions =>
    [
        texts["Definitions of version {0}.", 2],
        texts["Consultation: one contact on one day. It may have several topics."],
        texts["Client: a person, counted once in each cell however often she came; linked records are one person; anonymous callers are none. Sex, age and home are those of her last contact in the period."],
        texts["New client: her first contact ever lies in the period. Returning client: it lies before."],
        texts["Service, case opened, case closed: counted on its day, with the attributes of the day the case was opened."],
    ];

    /// <summary>What the figures of this report count, and what they leave out.</summary>
    public IReadOnlyList<string> DefinitionsOf(Report report)
    {
        List<string> lines = [.. Definitions];
        if (report.View == View.Exact) lines.Add(texts["Figures of teams look no further than these teams: who came to another one before is new here."]);
        if (report.LeavesOutProtected) lines.Add(texts["Protected cases are counted in none of these figures, and neither is the work in them."]);
        if (report.IsProvisional) lines.Add(texts["This period, or its quarter, is not over: the figures may hide other places tomorrow. Give them away when it is over, for two versions can be subtracted from one another."]);
        if (report.LeavesOutDelicate) lines.Add(texts["Consultations about violence, exploitation and other topics that only caseworkers open are not counted here."]);
        return lines;
    }

    /// <summary>The report in a sentence that can be read aloud.</summary>
    public string Finding(Report report)
    {
        var clients = report.Of(Measure.Clients);
        if (report.Of(Measure.Consultations).Total.Value is not { } contacts) return texts["{0}: the number of consultations is not shown, so that no small number can be worked out from it.", Of(report.Period)];
        var counted = texts.Plural(contacts, "one consultation", "{0} consultations");
        if (clients.Total.Value is not { } people) return texts["{0}: {1}.", Of(report.Period), counted];
        var met = texts.Plural(people, "with one person", "with {0} people");
        return clients.At(ReportTable.All, "F").Value is { } women && people > 0
            ? texts["{0}: {1} {2}, {3} of them women.", Of(report.Period), counted, met, texts.Percent((decimal)women / people)]
            : texts["{0}: {1} {2}.", Of(report.Period), counted, met];
    }

    /// <summary>Which lines of a table are not shown at all.</summary>
    public string Silent(ReportTable table, IReadOnlyList<string> lines) =>
        texts.Plural(lines.Count, "One line is not shown: {1}.", "{0} lines are not shown: {1}.", string.Join("; ", lines.Select(row => OfRow(table, row))));

    /// <summary>Whose figures they are: the names of the teams, or that they are the whole organisation's.</summary>
    public string TeamsOf(Report report) => report.Teams is { } some
        ? string.Join(", ", some.Select(NameOf).Distinct().Order(StringComparer.CurrentCulture))
        : texts["The whole organisation"];

    /// <summary>Whether the figures are protected, and for whom.</summary>
    public string Of(View view) => texts[Views[view]];

    public string Of(Measure measure) => texts[Measures[measure]];

    public string Of(Breakdown breakdown) => texts[Breakdowns[breakdown]];

    public string HeadingOf(ReportTable table) => table.By == "Kind"
        ? texts[table.Measure == Measure.Services ? "Service" : "Type of case"]
        : Of(Enum.Parse<Breakdown>(table.By));

    /// <summary>The words for the kinds of sex, in the order of the columns.</summary>
    public string OfSex(string sex) => sex switch
    {
        "F" => texts["Women"],
        "M" => texts["Men"],
        "X" => texts["Other or not stated"],
        _ => texts["All"],
    };

    public string OfRow(ReportTable table, string row)
    {
        if (row == ReportTable.All) return texts["All"];
        if (row.Length == 0 || row == AgeUnknown) return texts["Not known"];
        return table.By switch
        {
            nameof(Breakdown.Topic) => Name(CodeLists.Shipped.Topics, row),
            nameof(Breakdown.Destination) => Name(CodeLists.Shipped.Countries, row),
            nameof(Breakdown.Oblast) => Name(CodeLists.Shipped.Places, row),
            nameof(Breakdown.Team) => NameOf(new TeamId(Guid.Parse(row))),
            nameof(Breakdown.Age) => row.Replace('-', '–'),
            nameof(Breakdown.Month) => texts.Date(Period.Read(row) is { } month ? PartialDate.Of(month.From.Year, month.From.Month)!.Value : default),
            _ => table.Measure == Measure.Services ? Name(CodeLists.Shipped.Services, row) : texts[CaseTypes.GetValueOrDefault(row, "Other matter")],
        };
    }

    public string Of(Period period)
    {
        if (!period.IsFixed) return $"{texts.Date(period.From)} – {texts.Date(period.To)}";
        if (period.Name.Length == 4) return texts["Year {0}", period.Name];
        // Russian, Kyrgyz and Uzbek statistics number quarters in Roman figures ("III квартал 2026 года"), as their translations do.
        return period.Name[5] == 'Q'
            ? texts[period.Name[6..] switch { "1" => Texts.Key("Q1 {0}"), "2" => Texts.Key("Q2 {0}"), "3" => Texts.Key("Q3 {0}"), _ => Texts.Key("Q4 {0}") }, period.Name[..4]]
            : texts.Date(PartialDate.Of(period.From.Year, period.From.Month)!.Value);
    }

    private const string AgeUnknown = Contracts.AgeBands.Unknown;

    private string NameOf(TeamId team) => teams.FirstOrDefault(t => t.Id == team)?.Name ?? texts["A closed team"];

    private string Name(CodeList list, string code) => list.TryFind(code, out var found) ? found.Name(texts.Language.Code) : code;
}
