using System.CommandLine;
using System.Text.Json.Nodes;
using Turna.Law;
using Turna.Law.Packs;
using Turna.Law.Stays;

namespace Turna.Web.CommandLine;

/// <summary><c>./turna stay …</c>: days of stay used and left, deadlines.</summary>
internal static class StayVerbs
{
    private const int LargestLimit = 36_500;

    public static Command Stay() => new("stay", "Days of stay and their deadlines")
    {
        LawVerb.Command("check", "Days used and left, first breach, last lawful day, deadlines", Check),
    };

    public static JsonObject? Check(LawFields fields, LawShelf shelf, LawVoice voice)
    {
        var question = Read(fields);
        if (!fields.IsSound) return null;
        var outcome = StayCheck.Answer(question, question.Area is null ? new Lawbook([]) : Shelve(question, shelf));
        return outcome.Value is { } answer ? Write(answer, fields, voice) : voice.Refuse(fields, outcome.Problems);
    }

    private static Lawbook Shelve(StayQuestion question, LawShelf shelf) => question.Basis == StayBasis.EaeuContract
        ? shelf.Book(LawJson.PackOf(question.Area!), "eaeu")
        : shelf.Book(LawJson.PackOf(question.Area!));

    private static StayQuestion Read(LawFields fields)
    {
        var bare = fields.Object("rule") is { } rule ? BareRule(rule) : null;
        if (bare is not null && fields.Has("area")) fields.Report("input.rule-or-area", "rule");
        var area = fields.Has("rule") ? null : fields.Code("area");
        var citizenship = fields.OptionalText("citizenship") ?? "KG";
        var basis = fields.Choice("basis", required: false, ("visa-free", StayBasis.VisaFree), ("eaeu-contract", StayBasis.EaeuContract));
        var stays = fields.Each("stays", required: true).ConvertAll(stay => new Stay(stay.Day("entry"), stay.OptionalDay("exit")));
        var contract = fields.Object("contract") is { } term
            ? new WorkContract(term.Day("from"), term.OptionalDay("to"), term.OptionalDay("endedEarly"))
            : null;
        var reenter = fields.Whole("reenterFor") is { } days ? [days] : Array.Empty<int>();
        var registered = fields.Flag("registered") ?? false;
        var asOf = fields.Day("asOf");
        return new StayQuestion(area, citizenship, basis, asOf, stays, contract, registered, bare, reenter);
    }

    private static StayLimit? BareRule(LawFields rule)
    {
        var kind = rule.Choice("kind", required: true, ("rolling", "rolling"), ("calendar-year", "calendar-year"), ("since-entry", "since-entry"));
        var max = Count(rule, "max");
        return kind switch
        {
            "rolling" => new RollingLimit(max, Count(rule, "window")),
            "calendar-year" => new CalendarYearLimit(max, rule.Has("continuous") ? Count(rule, "continuous") : LargestLimit),
            _ => new SinceEntryLimit(max),
        };
    }

    private static int Count(LawFields rule, string name)
    {
        if (!rule.Has(name)) rule.Report("input.missing", name);
        if (rule.Whole(name) is not { } count) return 1;
        if (count is >= 1 and <= LargestLimit) return count;
        rule.Report("input.day-count", name, ("most", LargestLimit));
        return 1;
    }

    private static JsonObject Write(StayAnswer answer, LawFields fields, LawVoice voice)
    {
        var result = Figures(answer.Cautious);
        result.Insert(0, "rule", answer.Rule);
        result["asOf"] = LawJson.Day(answer.Question.AsOf);
        result["deadlines"] = LawJson.Array(answer.Deadlines, Deadline);
        if (answer.Readings.Count > 1) result["readings"] = LawJson.Array(answer.Readings, reading => Reading(reading, voice));
        if (answer.Reentries.Count > 0) result["reentry"] = LawJson.Array(answer.Reentries, Reentry);
        if (answer.Consequences.Count > 0) result["consequences"] = LawJson.Array(answer.Consequences, rule => new JsonObject { ["rule"] = rule.Id, ["text"] = rule.Text.In(voice.Language) });
        result["steps"] = LawJson.Array(answer.Steps, step => Step(step, voice));
        result["warnings"] = voice.Warnings(answer.Warnings, fields);
        result["rules"] = LawJson.Rules(answer.Rules);
        return result;
    }

    private static JsonObject Figures(StayReading reading) => new()
    {
        ["daysUsed"] = reading.DaysUsed,
        ["daysLeft"] = reading.DaysLeft,
        ["breach"] = reading.Breach,
        ["firstBreach"] = LawJson.Day(reading.FirstBreach),
        ["lastLawfulDay"] = LawJson.Day(reading.LastLawfulDay),
    };

    private static JsonObject Reading(StayReading reading, LawVoice voice)
    {
        var result = Figures(reading);
        result.Insert(0, "reading", reading.Name);
        result["text"] = voice.Say(Notice.Of("reading." + reading.Name, ""));
        return result;
    }

    private static JsonObject Deadline(Deadline deadline) => new()
    {
        ["what"] = deadline.What,
        ["day"] = LawJson.Day(deadline.Day),
        ["rule"] = deadline.Rule.Id,
        ["otherReading"] = LawJson.Day(deadline.OtherReading),
        ["passed"] = deadline.Passed,
    };

    private static JsonObject Reentry(Reentry reentry) => new() { ["days"] = reentry.Days, ["earliest"] = LawJson.Day(reentry.Day) };

    private static JsonObject Step(StayStep step, LawVoice voice) => new()
    {
        ["from"] = LawJson.Day(step.From),
        ["to"] = LawJson.Day(step.To),
        ["days"] = step.Days,
        ["counted"] = step.Counted,
        ["reason"] = voice.Say(step.Reason),
    };
}
