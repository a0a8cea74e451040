using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Turna.Law;
using Turna.Law.Lists;
using Turna.Law.Recruitment;

namespace Turna.Web.CommandLine;

/// <summary><c>./turna cost …</c>: recruitment cost, SDG 10.7.1.</summary>
internal static class CostVerbs
{
    private static readonly string[] WorkerFields = ["id", "costs", "reimbursements", "deductions", "earnings"];

    public static Command Cost() => new("cost", "Recruitment cost borne by workers, SDG 10.7.1")
    {
        LawVerb.Command("compute", "Months of earnings that recruitment cost each worker, and all of them", Compute),
    };

    public static JsonObject? Compute(LawFields fields, LawShelf shelf, LawVoice voice)
    {
        var currency = fields.Text("currency");
        var rates = fields.Each("rates").ConvertAll(rate => new ExchangeRate(rate.Text("currency"), Month(rate, "month"), rate.Amount("rate")));
        var alone = !fields.Has("workers");
        var breakdowns = alone ? [] : fields.Words("by");
        List<RecruitedWorker> workers = alone ? [Worker(fields, "", [])] : fields.Each("workers").ConvertAll(worker => Worker(worker, worker.Text("id"), breakdowns));
        if (!fields.IsSound) return null;

        var outcome = CostComputation.Compute(workers, currency, rates, breakdowns, LawContent.List("recruitment-cost-items"));
        if (outcome.Value is not { } result) return voice.Refuse(fields, outcome.Problems);
        var page = new Page(currency, LawContent.List("ilo-recruitment-fees"), voice.Language);
        var written = alone ? One(result.Workers[0], page) : Set(result, page);
        written["warnings"] = voice.Warnings(result.Warnings, fields);
        return written;
    }

    private static RecruitedWorker Worker(LawFields fields, string id, IReadOnlyList<string> breakdowns) => new(
        id,
        fields.Each("costs").ConvertAll(item => new CostItem(item.Text("code"), Sum(item), item.OptionalText("paidTo"))),
        fields.Each("reimbursements").ConvertAll(Sum),
        fields.Each("deductions").ConvertAll(Sum),
        fields.Object("earnings") is { } earnings ? Sum(earnings) : null,
        breakdowns.Except(WorkerFields, StringComparer.Ordinal).ToImmutableSortedDictionary(trait => trait, trait => fields.OptionalText(trait) ?? "", StringComparer.Ordinal));

    private static MonthlySum Sum(LawFields fields) => new(fields.Amount("amount"), fields.Text("currency"), Month(fields, "month"));

    /// <summary>A month such as 2017-03; absent where no conversion needs it.</summary>
    private static DateOnly Month(LawFields fields, string name)
    {
        if (fields.OptionalText(name) is not { } text) return DateOnly.MinValue;
        if (DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)) return month;
        fields.Report("input.month", name, ("value", text));
        return DateOnly.MinValue;
    }

    private static JsonObject Set(CostResult result, Page page)
    {
        var by = new JsonObject();
        foreach (var trait in result.Breakdowns.GroupBy(one => one.Trait, StringComparer.Ordinal))
            by[trait.Key] = new JsonObject(trait.Select(one => KeyValuePair.Create<string, JsonNode?>(one.Value, Summary(one.Summary))));
        return new JsonObject
        {
            ["currency"] = page.Currency,
            ["all"] = Summary(result.All),
            ["by"] = by,
            ["workers"] = LawJson.Array(result.Workers, worker => One(worker, page)),
        };
    }

    private static JsonObject One(WorkerCost worker, Page page)
    {
        var refused = worker.Lines.Where(line => !line.Chargeable).ToList();
        var written = new JsonObject
        {
            ["currency"] = page.Currency,
            ["cost"] = Money.Text(worker.Cost),
            ["earnings"] = worker.Earnings is { } earned ? Money.Text(earned) : null,
            ["months"] = Measure(worker.Months),
            ["notChargeable"] = Money.Text(refused.Sum(line => line.Converted)),
            ["items"] = LawJson.Array(worker.Lines, line => Line(line, page)),
        };
        if (worker.Worker.Id.Length > 0) written.Insert(0, "id", worker.Worker.Id);
        return written;
    }

    private static JsonObject Line(CostLine line, Page page) => new()
    {
        ["code"] = line.Item.Code,
        ["amount"] = Money.Text(line.Item.Sum.Amount),
        ["currency"] = line.Item.Sum.Currency,
        ["converted"] = Money.Text(line.Converted),
        ["counts"] = line.Sign,
        ["category"] = line.Category,
        ["mayBeCharged"] = line.Chargeable,
        ["ilo2019"] = page.Definition(line.Category),
        ["paidTo"] = line.Item.PaidTo,
    };

    private static JsonObject Summary(CostSummary summary) => new()
    {
        ["workers"] = summary.Workers,
        ["mean"] = Measure(summary.Mean),
        ["median"] = Measure(summary.Median),
        ["fourthQuintile"] = Measure(summary.FourthQuintile),
        ["ratioOfTotals"] = Measure(summary.RatioOfTotals),
        ["shareWithZeroCost"] = Measure(summary.ZeroShare),
        ["totalCost"] = Money.Text(summary.TotalCost),
        ["totalEarnings"] = Money.Text(summary.TotalEarnings),
    };

    /// <summary>What every part of the answer is written with.</summary>
    private sealed record Page(string Currency, CodeList Fees, string Language)
    {
        /// <summary>Where the ILO definition of 2019 names a category; null where it does not.</summary>
        public string? Definition(string category) =>
            Fees.Entries.FirstOrDefault(entry => entry.Group == category) is { } entry ? $"{entry.Code} {entry.Name.In(Language)}" : null;
    }

    /// <summary>Months of earnings or a share, to four decimals, half up.</summary>
    private static string? Measure(decimal? value) =>
        value is { } known ? Math.Round(known, 4, MidpointRounding.AwayFromZero).ToString("0.0000", CultureInfo.InvariantCulture) : null;
}
