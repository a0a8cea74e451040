using System.Text.Json;
using Turna.Statistics.Survey;

namespace Turna.Web.CommandLine.Survey;

/// <summary>Reads <c>request.json</c>.</summary>
internal sealed class SurveyRequestFile(string path)
{
    private static readonly Dictionary<string, SurveyStatistic> Statistics = new(StringComparer.Ordinal)
    {
        ["mean"] = SurveyStatistic.Mean,
        ["total"] = SurveyStatistic.Total,
        ["proportion"] = SurveyStatistic.Proportion,
        ["ratio"] = SurveyStatistic.Ratio,
        ["variance"] = SurveyStatistic.Variance,
        ["quantile"] = SurveyStatistic.Quantile,
        ["gap"] = SurveyStatistic.Gap,
        ["contrast"] = SurveyStatistic.Contrast,
        ["table"] = SurveyStatistic.Table,
        ["chisq"] = SurveyStatistic.ChiSquared,
        ["ttest"] = SurveyStatistic.TTest,
        ["ranktest"] = SurveyStatistic.RankTest,
        ["glm"] = SurveyStatistic.Glm,
        ["standardize"] = SurveyStatistic.Standardize,
    };

    private static readonly Dictionary<string, QuantileRule> Rules = Enum.GetValues<QuantileRule>().ToDictionary(rule => rule.ToString().ToLowerInvariant(), rule => rule, StringComparer.Ordinal);

    private static readonly Dictionary<string, IntervalType> Intervals = Enum.GetValues<IntervalType>().ToDictionary(type => type.ToString().ToLowerInvariant(), type => type, StringComparer.Ordinal);

    private static readonly Dictionary<string, ChiSquaredMethod> Tests = new(StringComparer.Ordinal)
    {
        ["F"] = ChiSquaredMethod.F,
        ["Chisq"] = ChiSquaredMethod.ChiSquared,
        ["Wald"] = ChiSquaredMethod.Wald,
        ["adjWald"] = ChiSquaredMethod.AdjustedWald,
        ["lincom"] = ChiSquaredMethod.LinearCombination,
        ["saddlepoint"] = ChiSquaredMethod.Saddlepoint,
    };

    private static readonly Dictionary<string, RankScore> Scores = new(StringComparer.Ordinal)
    {
        ["wilcoxon"] = RankScore.Wilcoxon,
        ["KruskalWallis"] = RankScore.Wilcoxon,
        ["vanderWaerden"] = RankScore.VanDerWaerden,
        ["median"] = RankScore.Median,
    };

    private static readonly Dictionary<string, GlmFamily> Families = new(StringComparer.Ordinal)
    {
        ["gaussian"] = GlmFamily.Gaussian,
        ["binomial"] = GlmFamily.Binomial,
        ["quasibinomial"] = GlmFamily.Binomial,
        ["poisson"] = GlmFamily.Poisson,
        ["quasipoisson"] = GlmFamily.Poisson,
    };

    private readonly List<string> unknown = [];

    /// <summary>Fields of the file that mean nothing here.</summary>
    public IReadOnlyList<string> Unknown => unknown;

    public IReadOnlyList<SurveyRequest> Read()
    {
        using var json = TextInput.ReadJson(path);
        var list = json.RootElement.ValueKind == JsonValueKind.Array ? json.RootElement : new JsonFields(json.RootElement, path).Value("requests");
        if (list is not { ValueKind: JsonValueKind.Array } items) throw new UsageException($"{path}: a list of requests is needed");
        var requests = items.EnumerateArray().Select((item, i) => Request(new JsonFields(item, $"{path}, requests[{i}]"), i)).ToArray();
        if (requests.Length == 0) throw new UsageException($"{path}: no request");
        var repeated = requests.GroupBy(request => request.Id, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        return repeated is null ? requests : throw new UsageException($"{path}: the id {repeated.Key} stands twice");
    }

    private SurveyRequest Request(JsonFields fields, int place)
    {
        var statistic = fields.Choice("statistic", Statistics) ?? throw fields.Wrong("statistic", $"given: one of {string.Join(", ", Statistics.Keys)}");
        var by = fields.Texts("by");
        var over = fields.Texts("over");
        var standard = Standard(fields, by);
        var (chi, rank) = Method(fields, statistic);
        var request = new SurveyRequest
        {
            Id = fields.Text("id") ?? $"request {place + 1}",
            Statistic = statistic,
            Of = Of(fields),
            By = standard is null ? by : [],
            Over = standard is null ? over : [.. by.Except(standard.By, StringComparer.Ordinal), .. over],
            Where = fields.Text("where"),
            MissingIsError = fields.Choice("missing", new Dictionary<string, bool>(StringComparer.Ordinal) { ["omit"] = false, ["fail"] = true }) ?? false,
            NormalInterval = fields.Choice("ci", new Dictionary<string, bool>(StringComparer.Ordinal) { ["t"] = false, ["normal"] = true }) ?? false,
            Level = Level(fields),
            DesignEffect = Effect(fields),
            Probabilities = Probabilities(fields),
            Rule = fields.Choice("rule", Rules) ?? QuantileRule.Math,
            Interval = fields.Choice("interval", Intervals),
            Between = Between(fields),
            Estimator = fields.Choice("estimator", Statistics),
            Contrasts = Contrasts(fields),
            Expression = fields.Text("expression"),
            ChiSquared = chi,
            RankScore = rank,
            Formula = fields.Text("formula"),
            Family = fields.Choice("family", Families) ?? GlmFamily.Gaussian,
            Standard = standard,
            ExcludingMissing = fields.Value("excludingMissing") is null ? null : fields.Texts("excludingMissing"),
        };
        unknown.AddRange(fields.Unknown.Select(name => $"{request.Id}: {name}"));
        return statistic == SurveyStatistic.ChiSquared && request.Of.Count == 0 && request.Formula is { } formula ? request with { Of = RightSide(formula) } : request;
    }

    /// <summary>Variables; a formula such as "~api00 + api99" in one text is taken apart.</summary>
    private static IReadOnlyList<string> Of(JsonFields fields)
    {
        var of = fields.Texts("of");
        return of is [var single] && single.TrimStart().StartsWith('~') ? RightSide(single) : of;
    }

    private static string[] RightSide(string formula) => formula[(formula.IndexOf('~', StringComparison.Ordinal) + 1)..].Split('+', StringSplitOptions.TrimEntries);

    private static double Level(JsonFields fields) =>
        fields.Number("level") is not { } level ? 0.95 : level is > 0 and < 1 ? level : throw fields.Wrong("level", "between 0 and 1");

    private static DesignEffect Effect(JsonFields fields) => fields.Value("deff") switch
    {
        null or { ValueKind: JsonValueKind.False } => DesignEffect.None,
        { ValueKind: JsonValueKind.True } => DesignEffect.WithoutReplacement,
        { ValueKind: JsonValueKind.String } text when text.GetString() == "replace" => DesignEffect.WithReplacement,
        _ => throw fields.Wrong("deff", "true, false or \"replace\""),
    };

    private static IReadOnlyList<double> Probabilities(JsonFields fields)
    {
        var p = fields.Numbers("p") ?? [0.5];
        return p.All(each => each is >= 0 and <= 1) ? p : throw fields.Wrong("p", "between 0 and 1");
    }

    private static (ChiSquaredMethod, RankScore) Method(JsonFields fields, SurveyStatistic statistic) => statistic switch
    {
        SurveyStatistic.ChiSquared => (fields.Choice("method", Tests) ?? ChiSquaredMethod.F, default),
        SurveyStatistic.RankTest => (default, fields.Choice("method", Scores) ?? RankScore.Wilcoxon),
        _ => default,
    };

    private static (string, string, string)? Between(JsonFields fields)
    {
        if (fields.Value("between") is not { } value) return null;
        if (value.ValueKind == JsonValueKind.String) return (value.GetString()!, "", "");
        var column = value.ValueKind == JsonValueKind.Object ? value.EnumerateObject().ToArray() : [];
        if (column is [{ Value.ValueKind: JsonValueKind.Array } only] && only.Value.GetArrayLength() == 2)
            return (only.Name, only.Value[0].ToString(), only.Value[1].ToString());
        throw fields.Wrong("between", "a column with two levels, such as {\"sex\":[\"F\",\"M\"]}");
    }

    private static IReadOnlyList<Contrast> Contrasts(JsonFields fields)
    {
        if (fields.Value("coefficients") is not { } value) return [];
        if (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Number))
            return [new Contrast("contrast", fields.Numbers(value, "coefficients"), null)];
        if (value.ValueKind == JsonValueKind.Array) return [.. value.EnumerateArray().Select((item, i) => One(fields, $"contrast{i + 1}", item))];
        if (value.ValueKind != JsonValueKind.Object) throw fields.Wrong("coefficients", "numbers");
        return value.EnumerateObject().All(item => item.Value.ValueKind == JsonValueKind.Number)
            ? [One(fields, "contrast", value)]
            : [.. value.EnumerateObject().Select(item => One(fields, item.Name, item.Value))];
    }

    private static Contrast One(JsonFields fields, string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => new Contrast(name, fields.Numbers(value, "coefficients"), null),
        JsonValueKind.Object => new Contrast(name, null, value.EnumerateObject().ToDictionary(item => item.Name, item => item.Value.GetDouble(), StringComparer.Ordinal)),
        _ => throw fields.Wrong("coefficients", "lists of numbers"),
    };

    /// <summary>
    /// Sizes as a list or by level: of the classes in "by" (groups then stand in "over"), or of the columns that the population itself names.
    /// </summary>
    private StandardPopulation? Standard(JsonFields fields, IReadOnlyList<string> by)
    {
        if (fields.Value("population") is not { } value) return null;
        if (value.ValueKind == JsonValueKind.String) return FromFile(value.GetString()!, by);
        if (value.ValueKind == JsonValueKind.Array) return new StandardPopulation(by, fields.Numbers(value, "population"), null);
        if (value.ValueKind != JsonValueKind.Object) throw fields.Wrong("population", "a list of sizes, or sizes by level");
        if (value.EnumerateObject().All(item => item.Value.ValueKind == JsonValueKind.Number)) return new StandardPopulation(by, null, Sizes(value));
        if (value.EnumerateObject().ToArray() is not [var named]) throw fields.Wrong("population", "of one set of columns");
        string[] columns = named.Name.Split(',', StringSplitOptions.TrimEntries);
        return named.Value.ValueKind == JsonValueKind.Array
            ? new StandardPopulation(columns, fields.Numbers(named.Value, "population"), null)
            : new StandardPopulation(columns, null, Sizes(named.Value));
    }

    private StandardPopulation FromFile(string file, IReadOnlyList<string> by)
    {
        var full = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path)) ?? "", file);
        var table = CsvTable.Read(new StringReader(TextInput.Read(full)), TableSchema.Empty, file);
        var classes = by.Where(name => table.TryGet(name, out _)).ToArray();
        var total = table.TryGet("total", out _) ? "total" : table.Columns[^1].Name;
        var sizes = table.CompleteNumbers(total, "a size");
        return new StandardPopulation(classes, null, Enumerable.Range(0, table.RowCount).ToDictionary(row => string.Join('.', classes.Select(name => table.Required(name).Text(row))), row => sizes[row], StringComparer.Ordinal));
    }

    private static Dictionary<string, double> Sizes(JsonElement value) => value.EnumerateObject().ToDictionary(item => item.Name, item => item.Value.GetDouble(), StringComparer.Ordinal);
}
