using System.Text.Json;
using System.Text.Json.Serialization;
using Turna.Statistics.Disclosure;

namespace Turna.Web.CommandLine.Tables;

/// <summary>The rules of a release as <c>rules.json</c> states them; see docs/reference/tables.md.</summary>
internal sealed record RulesFile
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.Strict,
        AllowDuplicateProperties = false,
    };

    public string? Count { get; init; }

    public string? Value { get; init; }

    public string? Contributor { get; init; }

    public string Total { get; init; } = "Total";

    public Dictionary<string, DimensionRule>? Dimensions { get; init; }

    public List<JsonElement>? Tables { get; init; }

    public int? Threshold { get; init; }

    public string Zeros { get; init; } = "publish";

    public int? Contributors { get; init; }

    public List<DominanceRule> Dominance { get; init; } = [];

    public decimal? PPercent { get; init; }

    public JsonElement? Width { get; init; }

    public List<Dictionary<string, string>> Keep { get; init; } = [];

    public List<string> Earlier { get; init; } = [];

    public string Method { get; init; } = "suppress";

    public int? Base { get; init; }

    public string? Key { get; init; }

    public int? Maximum { get; init; }

    public int? Floor { get; init; }

    /// <summary>Whether every figure is changed a little by the keys of its people.</summary>
    [JsonIgnore]
    public bool Perturbs => Method == "cellKey";

    /// <summary>Whether figures are rounded instead of suppressed.</summary>
    [JsonIgnore]
    public bool Rounds => Method == "round";

    [JsonIgnore]
    public string Path { get; private init; } = string.Empty;

    /// <exception cref="UsageException">The file is not what the reference describes; the message names the place.</exception>
    public static RulesFile Read(string path)
    {
        var text = TextInput.Read(path);
        try
        {
            var rules = JsonSerializer.Deserialize<RulesFile>(text, Strict) ?? throw new UsageException($"{path}: null is no set of rules");
            rules = rules with { Path = path };
            _ = rules.Limits();
            return rules;
        }
        catch (JsonException bad)
        {
            throw new UsageException($"{path}, line {bad.LineNumber + 1}: {Plainly(bad)}", bad);
        }
    }

    /// <summary>The rules in the engine's own words.</summary>
    public Rules Limits()
    {
        if (Method is not ("suppress" or "round" or "cellKey")) throw Fault($"method: '{Method}' is none of suppress, round, cellKey");
        if (Perturbs) return Keyed();
        if (Key is not null || Maximum is not null || Floor is not null) throw Fault("key, maximum and floor belong to the method cellKey");
        if (Threshold is null && Contributors is null && Dominance.Count == 0 && PPercent is null)
            throw Fault("no rule: give threshold, contributors, dominance or pPercent");
        if (Threshold is < 1 or > 1_000_000) throw Fault($"threshold: {Threshold} is not between 1 and 1000000");
        if (Contributors < 1) throw Fault($"contributors: {Contributors} is less than 1");
        if (PPercent is <= 0 or > 1000) throw Fault($"pPercent: {PPercent} is not between 0 and 1000");
        if (Dominance.Exists(rule => rule.N is < 1 or > 5)) throw Fault("dominance: n must be between 1 and 5");
        if (Dominance.Exists(rule => rule.K is <= 0 or >= 100)) throw Fault("dominance: k must be between 0 and 100");
        if (Threshold is not null && (Dominance.Count > 0 || PPercent is not null || Contributors is not null))
            throw Fault("threshold is for counts, dominance, pPercent and contributors are for values: make two releases of them");
        if (Threshold is null && Value is null) throw Fault("value: the column of the amounts must be named");
        if (Rounds && (Base is null || Base < Math.Max(2, Threshold ?? int.MaxValue) || Base > 1000))
            throw Fault("base: rounding is for counts, to a base of 2 to 1000 that is not below the threshold");
        if (!Rounds && Base is not null) throw Fault("base: given, but the method is not round");
        if (Rounds && Earlier.Count > 0) throw Fault("earlier: rounded figures beside an earlier exact release protect nothing");
        var zeros = Zeros switch { "publish" => false, "protect" => true, _ => throw Fault($"zeros: '{Zeros}' is neither publish nor protect") };
        var rules = new Rules
        {
            Threshold = Threshold, ProtectZeros = zeros, Contributors = Contributors, PPercent = PPercent, Keep = Keep,
            Dominance = [.. Dominance.Select(rule => new Dominance(rule.N, rule.K))],
        };
        return Width switch
        {
            null => rules,
            { ValueKind: JsonValueKind.Number } number when number.TryGetInt32(out var width) && width >= 0 => rules with { Width = width },
            { ValueKind: JsonValueKind.String } text when text.GetString() == "threshold" => rules with { Width = rules.WidestWidth },
            _ => throw Fault("width: neither a whole number from 0 nor \"threshold\""),
        };
    }

    private Rules Keyed()
    {
        if (Key is null) throw Fault("key: the column of the record keys must be named");
        if (Threshold is not null || Contributors is not null || Dominance.Count > 0 || PPercent is not null || Value is not null || Base is not null || Width is not null)
            throw Fault("method: cell keys change counts and know key, maximum and floor only");
        if (Earlier.Count > 0 || Keep.Count > 0) throw Fault("method: cell keys do not look at earlier releases, and keep nothing");
        return new Rules();
    }

    /// <summary>The tables of the release; none named means one table of all dimensions.</summary>
    public IReadOnlyList<TableRule> Shapes(IEnumerable<string> dimensions)
    {
        if (Tables is null) return [new TableRule([.. dimensions])];
        if (Tables.Count == 0) throw Fault("tables: the list is empty");
        return [.. Tables.Select((table, t) => table.ValueKind == JsonValueKind.Array
            ? new TableRule(Parse<List<string>>(table, $"tables[{t}]"))
            : Parse<TableRule>(table, $"tables[{t}]"))];
    }

    public T Parse<T>(JsonElement element, string place)
    {
        try
        {
            return element.Deserialize<T>(Strict) ?? throw Fault($"{place}: null");
        }
        catch (JsonException bad)
        {
            throw new UsageException($"{Path}: {place}: {Plainly(bad)}", bad);
        }
    }

    /// <summary>What is wrong, in words of the file and not of the program.</summary>
    private static string Plainly(JsonException bad)
    {
        var field = bad.Path?.TrimStart('$').TrimStart('.') is { Length: > 0 } named ? named : "the file";
        if (bad.Message.Contains("could not be mapped", StringComparison.Ordinal)) return $"the field {field} is not known";
        if (bad.Message.Contains("uplicate", StringComparison.Ordinal)) return $"{field}: a field stands twice";
        return bad.Message.Contains("could not be converted", StringComparison.Ordinal) ? $"{field}: not the kind of value that belongs here" : $"{field}: not JSON";
    }

    public UsageException Fault(string what) => new($"{Path}: {what}");
}

/// <summary>One dimension: the code of its whole, its groups, and whether its codes add up.</summary>
internal sealed record DimensionRule
{
    public JsonElement Total { get; init; }

    public List<string> Codes { get; init; } = [];

    public JsonElement? Groups { get; init; }

    public string Relation { get; init; } = "sum";
}

/// <summary>One (n,k) rule.</summary>
internal sealed record DominanceRule(int N, decimal K);

/// <summary>One table: its dimensions, and the cells that it does not display.</summary>
internal sealed record TableRule(List<string> By)
{
    public string? Name { get; init; }

    /// <summary>Patterns: dimension → code; a cell that matches all of one is not displayed.</summary>
    public List<Dictionary<string, string>> Hide { get; init; } = [];

    [JsonIgnore]
    public string Title => Name ?? string.Join(" × ", By);
}
