using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Turna.Law;
using Turna.Law.Claims;

namespace Turna.Web.CommandLine;

/// <summary><c>./turna claim …</c>: unpaid wages, interest, limitation.</summary>
internal static class ClaimVerbs
{
    public static Command Claim() => new("claim", "Unpaid wages: what is due, interest for delay, limitation")
    {
        LawVerb.Command("compute", "What is owed on late wages as of a day", Compute),
        LawVerb.Command("wages", "Wages due from an agreement and a diary of work", ClaimWages.Compute),
    };

    public static JsonObject? Compute(LawFields fields, LawShelf shelf, LawVoice voice)
    {
        var claim = Read(fields);
        if (!fields.IsSound) return null;
        var outcome = ClaimComputation.Compute(claim, shelf.Book(LawJson.PackOf(claim.Jurisdiction)));
        return outcome.Value is { } result ? Write(result, fields, voice) : voice.Refuse(fields, outcome.Problems);
    }

    private static Claim Read(LawFields fields)
    {
        var jurisdiction = fields.Code("jurisdiction");
        var currency = fields.Text("currency");
        var asOf = fields.Day("asOf");
        var rounding = fields.Choice("rounding", required: false, ("line", Rounding.Line), ("end", Rounding.End));
        var interestBase = fields.Choice("base", required: false, ("gross", InterestBase.Gross), ("net", InterestBase.Net));
        var dues = fields.Each("dues", required: true).ConvertAll(due =>
            new Due(due.Text("id"), due.OptionalText("for"), due.Amount("amount"), due.Day("due")));
        var payments = fields.Each("payments").ConvertAll(payment =>
            new Payment(payment.Day("date"), payment.Amount("amount"), payment.OptionalText("towards")));
        return new Claim(jurisdiction, currency, asOf, rounding, interestBase, dues, payments);
    }

    private static JsonObject Write(ClaimResult result, LawFields fields, LawVoice voice) => new()
    {
        ["outstanding"] = Money.Text(result.Outstanding),
        ["interest"] = Money.Text(result.Interest),
        ["total"] = Money.Text(result.Total),
        ["currency"] = result.Claim.Currency,
        ["asOf"] = LawJson.Day(result.Claim.AsOf),
        ["base"] = Word(result.Claim.Base),
        ["leftOver"] = Money.Text(result.LeftOver),
        ["otherBase"] = result.Other is not { } other ? null : new JsonObject
        {
            ["base"] = Word(other.Base),
            ["taxPercent"] = LawJson.Number(other.TaxPercent),
            ["interest"] = Money.Text(other.Interest),
            ["total"] = Money.Text(result.Outstanding + other.Interest),
        },
        ["lines"] = LawJson.Array(result.Lines, Line),
        ["dues"] = LawJson.Array(result.Balances, Balance),
        ["payments"] = LawJson.Array(result.Allocations, Allocation),
        ["limitation"] = LawJson.Array(result.Limitation, day => new JsonObject
        {
            ["due"] = day.Due,
            ["lastDay"] = LawJson.Day(day.LastDay),
            ["rule"] = day.Rule.Id,
            ["daysLeft"] = day.DaysLeft,
            ["late"] = day.IsLate,
        }),
        ["interruption"] = LawJson.Array(result.Interruption, rule => new JsonObject { ["rule"] = rule.Id, ["text"] = rule.Text.In(voice.Language) }),
        ["warnings"] = voice.Warnings(result.Warnings, fields),
        ["rules"] = LawJson.Rules(result.Rules),
    };

    private static JsonObject Line(InterestLine line) => new()
    {
        ["due"] = line.Due,
        ["from"] = LawJson.Day(line.From),
        ["to"] = LawJson.Day(line.To),
        ["days"] = line.Days,
        ["base"] = Money.Text(line.Base),
        ["rate"] = LawJson.Number(line.Rate),
        ["amount"] = Money.Text(line.Amount),
        ["rule"] = line.Rule.Id,
    };

    private static JsonObject Balance(DueBalance balance) => new()
    {
        ["id"] = balance.Due.Id,
        ["for"] = balance.Due.For,
        ["due"] = LawJson.Day(balance.Due.Day),
        ["amount"] = Money.Text(balance.Due.Amount),
        ["paid"] = Money.Text(balance.Paid),
        ["outstanding"] = Money.Text(balance.Outstanding),
        ["interest"] = Money.Text(balance.Interest),
    };

    private static JsonObject Allocation(Allocation part) => new()
    {
        ["payment"] = part.Payment,
        ["date"] = LawJson.Day(part.Day),
        ["towards"] = part.Due,
        ["amount"] = Money.Text(part.Amount),
    };

    private static string Word(InterestBase interestBase) => interestBase == InterestBase.Net ? "net" : "gross";
}
