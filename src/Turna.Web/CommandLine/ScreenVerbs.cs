using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Turna.Law;
using Turna.Law.Lists;
using Turna.Law.Screening;

namespace Turna.Web.CommandLine;

/// <summary><c>./turna screen …</c>: forced labour and GBV, explained, without a score.</summary>
internal static class ScreenVerbs
{
    public static Command Screen() => new("screen", "Screening for forced labour and gender-based violence")
    {
        LawVerb.Command("labour", "ILO indicators, ICLS-2018 definition, Hard-to-see grid", Labour),
        LawVerb.Command("gbv", "GBVIMS classification by order of elimination, hours since the incident", Gbv),
    };

    public static JsonObject? Labour(LawFields fields, LawShelf shelf, LawVoice voice)
    {
        var codes = fields.Strings("indicators").ConvertAll(code => new FoundIndicator(code, null, null, null));
        var found = fields.Objects("indicators").ConvertAll(one =>
            new FoundIndicator(one.Text("code"), one.OptionalText("job"), one.OptionalDay("from"), one.OptionalDay("to")));
        if (!fields.Has("indicators")) fields.Report("input.missing", "indicators");
        if (!fields.IsSound) return null;

        var screening = new LabourScreening(LawContent.List("ilo-indicators-2012"), LawContent.List("icls-2018"), LawContent.List("hard-to-see-2012"));
        var outcome = screening.Screen([.. codes, .. found]);
        return outcome.Value is { } result ? Write(result, screening, fields, voice) : voice.Refuse(fields, outcome.Problems);
    }

    public static JsonObject? Gbv(LawFields fields, LawShelf shelf, LawVoice voice)
    {
        var incident = new GbvIncident(
            fields.Flag("penetration"), fields.Flag("attemptedRape"), fields.Flag("sexualContact"), fields.Flag("genitalCutting"),
            fields.Flag("physicalViolence"), fields.Flag("forcedMarriage"), fields.Flag("denialOfResources"), fields.Flag("psychologicalAbuse"));
        var (happened, told) = (Moment(fields, "incidentAt"), Moment(fields, "reportedAt"));
        if (told < happened) fields.Report("input.ends-before", "reportedAt");
        if (!fields.IsSound) return null;

        var types = LawContent.List("gbvims-incident-types");
        var result = new GbvClassification(types).Classify(incident);
        return new JsonObject
        {
            ["type"] = result.Type?.Code,
            ["name"] = result.Type?.Name.In(voice.Language),
            ["explanation"] = voice.Say(result.Type is { } type
                ? Notice.Of("screen.gbv-type", type.Code, ("name", type.Name.In(voice.Language)))
                : Notice.Of("screen.gbv-none", types.Name)),
            ["steps"] = LawJson.Array(result.Steps, step => new JsonObject
            {
                ["type"] = step.Type.Code,
                ["name"] = step.Type.Name.In(voice.Language),
                ["answer"] = step.Answer,
            }),
            ["time"] = happened is { } from && told is { } to ? Time(from, to) : null,
            ["warnings"] = voice.Warnings(result.Warnings, fields),
        };
    }

    private static JsonObject Time(DateTimeOffset incident, DateTimeOffset report) => new()
    {
        ["hours"] = LawJson.Number(Math.Floor((decimal)(report - incident).Ticks / TimeSpan.TicksPerHour * 100m) / 100m),
        ["band"] = HoursSinceIncident.Band(incident, report),
        ["medicalWindowEnds"] = incident.AddHours(HoursSinceIncident.MedicalWindowHours).ToString("yyyy-MM-ddTHH:mmzzz", CultureInfo.InvariantCulture),
    };

    private static DateTimeOffset? Moment(LawFields fields, string name)
    {
        if (fields.OptionalText(name) is not { } text) return null;
        string[] forms = ["yyyy-MM-ddTHH:mmzzz", "yyyy-MM-ddTHH:mm:sszzz", "yyyy-MM-ddTHH:mmZ", "yyyy-MM-ddTHH:mm:ssZ"];
        if (DateTimeOffset.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)) return moment;
        fields.Report("input.moment", name, ("value", text));
        return null;
    }

    private static JsonObject Write(LabourScreeningResult result, LabourScreening lists, LawFields fields, LawVoice voice) => new()
    {
        ["indicators"] = Entries(result.Indicators, voice),
        ["icls2018"] = new JsonObject
        {
            ["forcedLabour"] = result.MeetsIcls2018,
            ["involuntary"] = Entries(result.Involuntary, voice),
            ["coercion"] = Entries(result.Coercion, voice),
            ["pairs"] = LawJson.Array(result.Pairs, pair => new JsonObject { ["involuntary"] = pair.Involuntary, ["coercion"] = pair.Coercion, ["job"] = pair.Job }),
            ["explanation"] = voice.Say(Notice.Of(Explanation(result), lists.Icls.Name)),
        },
        ["hardToSee"] = LawJson.Array(result.HardToSee, dimension => new JsonObject
        {
            ["dimension"] = dimension.Dimension,
            ["met"] = dimension.Met,
            ["involuntariness"] = Entries(dimension.Involuntariness, voice),
            ["penalty"] = Entries(dimension.Penalty, voice),
            ["explanation"] = voice.Say(Notice.Of(dimension.Met ? "screen.grid-met" : "screen.grid-not-met", dimension.Dimension)),
        }),
        ["warnings"] = voice.Warnings(result.Warnings, fields),
    };

    private static string Explanation(LabourScreeningResult result) =>
        result.MeetsIcls2018 ? "screen.icls-met"
        : result.Involuntary.Count > 0 && result.Coercion.Count > 0 ? "screen.icls-apart"
        : result.Involuntary.Count > 0 ? "screen.icls-no-coercion"
        : result.Coercion.Count > 0 ? "screen.icls-voluntary"
        : "screen.icls-neither";

    private static JsonArray Entries(IEnumerable<CodedEntry> entries, LawVoice voice) => LawJson.Array(entries, entry =>
    {
        var written = new JsonObject { ["code"] = entry.Code, ["name"] = entry.Name.In(voice.Language) };
        if (entry.Grade.Length > 0) written["grade"] = entry.Grade[(entry.Grade.IndexOf('-', StringComparison.Ordinal) + 1)..];
        written["confidence"] = entry.Trust.Code();
        return written;
    });
}
