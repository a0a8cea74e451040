using System.Text;
using Turna.Statistics.Survey;

namespace Turna.Web.CommandLine.Survey;

/// <summary>Reads <c>design.json</c> and declares the design on the data; files it names are relative to it.</summary>
internal sealed class SurveyDesignFile(string path)
{
    private static readonly Dictionary<string, LonelyPsu> Lonely = new(StringComparer.Ordinal)
    {
        ["fail"] = LonelyPsu.Fail,
        ["remove"] = LonelyPsu.Remove,
        ["certainty"] = LonelyPsu.Certainty,
        ["adjust"] = LonelyPsu.Adjust,
        ["average"] = LonelyPsu.Average,
    };

    private static readonly Dictionary<string, PpsMethod> Pps = new(StringComparer.Ordinal)
    {
        ["brewer"] = PpsMethod.Brewer,
        ["horvitz-thompson"] = PpsMethod.HorvitzThompson,
        ["yates-grundy"] = PpsMethod.YatesGrundy,
        ["hartley-rao"] = PpsMethod.HartleyRao,
        ["overton"] = PpsMethod.Overton,
    };

    private static readonly Dictionary<string, ReplicateMethod> Replicates = new(StringComparer.Ordinal)
    {
        ["JK1"] = ReplicateMethod.JK1,
        ["JKn"] = ReplicateMethod.JKn,
        ["BRR"] = ReplicateMethod.Brr,
        ["Fay"] = ReplicateMethod.Fay,
        ["bootstrap"] = ReplicateMethod.Bootstrap,
        ["subbootstrap"] = ReplicateMethod.Subbootstrap,
        ["rao-wu"] = ReplicateMethod.Subbootstrap,
        ["mrbbootstrap"] = ReplicateMethod.MultistageBootstrap,
        ["SDR"] = ReplicateMethod.SuccessiveDifference,
        ["ACS"] = ReplicateMethod.SuccessiveDifference,
        ["successive-difference"] = ReplicateMethod.SuccessiveDifference,
        ["JK2"] = ReplicateMethod.Other,
        ["other"] = ReplicateMethod.Other,
    };

    private static readonly Dictionary<string, CalibrationMethod> Methods = new(StringComparer.Ordinal)
    {
        ["poststratify"] = CalibrationMethod.PostStratify,
        ["rake"] = CalibrationMethod.Rake,
        ["raking"] = CalibrationMethod.Rake,
        ["linear"] = CalibrationMethod.Linear,
        ["logit"] = CalibrationMethod.Logit,
        ["trim"] = CalibrationMethod.Trim,
    };

    private readonly List<string> unknown = [];

    /// <summary>Fields of the file that mean nothing here.</summary>
    public IReadOnlyList<string> Unknown => unknown;

    /// <summary>What happens to a stratum of one unit, as stated or by default.</summary>
    public LonelyPsu LonelyPsu { get; private set; }

    public SurveyDesign Declare(string dataPath)
    {
        using var json = TextInput.ReadJson(path);
        var fields = new JsonFields(json.RootElement, path);
        var table = ReadTable(dataPath, SurveySchema.Of(fields));
        var plan = Plan(fields, table.RowCount);
        LonelyPsu = plan.LonelyPsu;
        var design = Replicated(fields, table, plan);
        var steps = fields.Objects("calibrate").Select(Step).ToArray();
        unknown.AddRange(fields.Unknown);
        return Calibration.Apply(design, steps);
    }

    private static SurveyTable ReadTable(string path, TableSchema schema)
    {
        try
        {
            if (path == "-") return CsvTable.Read(new StringReader(TextInput.Read(path)), schema, "standard input");
            if (!File.Exists(path)) throw new UsageException($"{path}: no such file");
            using var reader = new StreamReader(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
            return CsvTable.Read(reader, schema, path);
        }
        catch (DecoderFallbackException bad)
        {
            throw new UsageException($"{path}: not valid UTF-8", bad);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path}: {failed.Message}", failed);
        }
    }

    private SamplingPlan Plan(JsonFields fields, int rows) => new()
    {
        Ids = Identifiers(fields.Texts("ids")),
        Strata = fields.Texts("strata"),
        Nest = fields.Flag("nest") ?? false,
        Weights = fields.Text("weights"),
        Probabilities = fields.Texts("probabilities"),
        PopulationSizes = fields.Texts("fpc"),
        LonelyPsu = fields.Choice("lonelyPsu", Lonely) ?? LonelyPsu.Fail,
        LonelyDomain = fields.Flag("lonelyDomain") ?? false,
        Pps = fields.Value("pps") is { } pps ? Unequal(pps, rows) : null,
    };

    /// <summary>R's <c>~1</c> and <c>~0</c> say that every row is a unit.</summary>
    private static IReadOnlyList<string> Identifiers(IReadOnlyList<string> ids) => ids is ["1" or "0"] ? [] : ids;

    private PpsSampling Unequal(System.Text.Json.JsonElement value, int rows)
    {
        if (value.ValueKind == System.Text.Json.JsonValueKind.String) value = System.Text.Json.JsonSerializer.SerializeToElement(new { method = value.GetString() });
        var fields = new JsonFields(value, $"{path}, pps");
        var method = fields.Choice("method", Pps) ?? throw fields.Wrong("method", "given");
        var joint = fields.Text("joint") is { } file ? MatrixFile.Read(Beside(file), rows) : null;
        var isYates = method == PpsMethod.YatesGrundy || fields.Choice("variance", new Dictionary<string, bool>(StringComparer.Ordinal) { ["HT"] = false, ["YG"] = true }) == true;
        var pps = new PpsSampling(isYates && method == PpsMethod.HorvitzThompson ? PpsMethod.YatesGrundy : method, joint, fields.Number("sum"), isYates);
        unknown.AddRange(fields.Unknown.Select(name => $"pps.{name}"));
        return pps;
    }

    private SurveyDesign Replicated(JsonFields fields, SurveyTable table, SamplingPlan plan)
    {
        if (fields.Value("replicates") is not { } value) return SampleDesign.Declare(table, plan);
        var replicates = new JsonFields(value, $"{path}, replicates");
        var made = new ReplicatePlan
        {
            Method = replicates.Choice("type", Replicates) ?? throw replicates.Wrong("type", "given"),
            Columns = replicates.Texts("columns"),
            Rho = replicates.Number("rho") ?? 0,
            Scale = replicates.Number("scale"),
            PerReplicate = replicates.Numbers("rscales"),
            Combined = replicates.Flag("combined") ?? true,
            Mse = replicates.Flag("mse") ?? false,
            Count = (int)(replicates.Number("count") ?? replicates.Number("replicates") ?? 200),
            Seed = (ulong)(replicates.Number("seed") ?? 1),
        };
        unknown.AddRange(replicates.Unknown.Select(name => $"replicates.{name}"));
        if (made.Columns.Count == 0) return MadeReplicates.From(SampleDesign.Declare(table, plan), made);
        if (made.PerReplicate is { Count: 1 } single) made = made with { PerReplicate = [.. Enumerable.Repeat(single[0], made.Columns.Count)] };
        return GivenReplicates.Declare(table, plan.Weights, made);
    }

    private CalibrationStep Step(JsonFields fields)
    {
        var bounds = fields.Numbers("bounds");
        if (bounds is { Count: not 2 }) throw fields.Wrong("bounds", "two numbers");
        var step = new CalibrationStep
        {
            Method = fields.Choice("method", Methods) ?? throw fields.Wrong("method", "given"),
            Margins = [.. fields.Objects("margins").Select(margin => MarginFile.Read(margin, Beside))],
            Lower = fields.Number("lower") ?? bounds?[0] ?? double.NegativeInfinity,
            Upper = fields.Number("upper") ?? bounds?[1] ?? double.PositiveInfinity,
            Strict = fields.Flag("strict") ?? false,
            Epsilon = fields.Number("epsilon"),
            MaximumRounds = (int?)(fields.Number("maxit") ?? fields.Number("maximumRounds")),
        };
        unknown.AddRange(fields.Unknown.Select(name => $"calibrate.{name}"));
        return step;
    }

    private string Beside(string file) => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path)) ?? "", file);
}
