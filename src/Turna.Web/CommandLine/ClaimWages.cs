using System.Globalization;
using System.Text.Json.Nodes;
using Turna.Law;
using Turna.Law.Wages;

namespace Turna.Web.CommandLine;

/// <summary><c>./turna claim wages</c>: an agreement and a diary in, dues out, in the shape that <c>claim compute</c> takes.</summary>
internal static class ClaimWages
{
    public static JsonObject? Compute(LawFields fields, LawShelf shelf, LawVoice voice)
    {
        var question = Read(fields);
        if (!fields.IsSound) return null;
        var outcome = WageComputation.Compute(question, shelf.Book(LawJson.PackOf(question.Jurisdiction)));
        return outcome.Value is { } result ? Write(result, fields, voice) : voice.Refuse(fields, outcome.Problems);
    }

    private static WageQuestion Read(LawFields fields)
    {
        var jurisdiction = fields.Code("jurisdiction");
        var currency = fields.Text("currency");
        if (!fields.Has("agreement")) fields.Report("input.missing", "agreement");
        var agreement = fields.Object("agreement") is { } terms ? Agreement(terms) : new Agreement(PayUnit.Hour, 1m, null, [], [], null, null, null, null);
        return new WageQuestion(jurisdiction, currency, agreement, fields.Each("diary", required: true).ConvertAll(Entry));
    }

    private static Agreement Agreement(LawFields terms) => new(
        terms.Choice("per", required: true, ("hour", PayUnit.Hour), ("shift", PayUnit.Shift), ("day", PayUnit.Day), ("month", PayUnit.Month), ("piece", PayUnit.Piece)),
        terms.Amount("rate"),
        terms.OptionalAmount("hoursPerDay"),
        terms.Wholes("payDays"),
        RestDays(terms),
        terms.OptionalDay("ended"),
        terms.OptionalAmount("overtimeFactor"),
        terms.OptionalAmount("restDayFactor"),
        terms.OptionalAmount("nightPercent"));

    private static List<DayOfWeek> RestDays(LawFields terms)
    {
        var days = new List<DayOfWeek>();
        foreach (var word in terms.Words("restDays"))
        {
            if (Enum.GetValues<DayOfWeek>().Where(day => day.ToString().Equals(word, StringComparison.OrdinalIgnoreCase)).ToList() is [var day]) days.Add(day);
            else terms.Report("input.weekday", "restDays", ("value", word));
        }

        return days;
    }

    private static WorkEntry Entry(LawFields entry) => new(
        entry.Day("day"), Time(entry, "start"), Time(entry, "end"), entry.Whole("breakMinutes") ?? 0,
        entry.Flag("dayOff"), entry.Flag("holiday"), entry.OptionalAmount("pieces"));

    private static TimeOnly? Time(LawFields entry, string name)
    {
        if (entry.OptionalText(name) is not { } text) return null;
        if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return time;
        entry.Report("input.time", name, ("value", text));
        return null;
    }

    private static JsonObject Write(WageResult result, LawFields fields, LawVoice voice) => new()
    {
        ["jurisdiction"] = result.Question.Jurisdiction,
        ["currency"] = result.Question.Currency,
        ["total"] = Money.Text(result.Total),
        ["dues"] = LawJson.Array(result.Dues, due => new JsonObject
        {
            ["id"] = due.Id,
            ["for"] = $"{LawJson.Day(due.From)}/{LawJson.Day(due.To)}",
            ["amount"] = Money.Text(due.Amount),
            ["due"] = LawJson.Day(due.Day),
        }),
        ["lines"] = LawJson.Array(result.Lines, line => new JsonObject
        {
            ["day"] = LawJson.Day(line.Day),
            ["kind"] = Word(line.Kind),
            ["quantity"] = LawJson.Number(line.Quantity),
            ["rate"] = LawJson.Number(line.Rate),
            ["factor"] = LawJson.Number(line.Factor),
            ["amount"] = Money.Text(line.Amount),
            ["rule"] = line.Rule?.Id,
            ["why"] = line.Rule?.Text.In(voice.Language),
        }),
        ["minimumWage"] = LawJson.Array(result.Checks, check => new JsonObject
        {
            ["month"] = check.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture),
            ["minimum"] = Money.Text(check.Minimum),
            ["pay"] = Money.Text(check.Pay),
            ["shortfall"] = Money.Text(check.Shortfall),
            ["rule"] = check.Rule.Id,
        }),
        ["warnings"] = voice.Warnings(result.Warnings, fields),
        ["rules"] = LawJson.Rules(result.Rules),
    };

    private static string Word(PayKind kind) => kind switch
    {
        PayKind.OvertimeFirst => "overtime-first",
        PayKind.OvertimeThen => "overtime-then",
        PayKind.RestDay => "rest-day",
        PayKind.Night => "night",
        _ => "regular",
    };
}
