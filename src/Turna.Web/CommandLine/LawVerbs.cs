using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Turna.Law;
using Turna.Law.Lists;
using Turna.Law.Packs;

namespace Turna.Web.CommandLine;

/// <summary><c>./turna law …</c>: the content itself.</summary>
internal static class LawVerbs
{
    private const int FreshMonths = 12;

    public static Command Law() => new("law", "The dated law in content/law") { Check(), LawDiff.Command() };

    private static Command Check()
    {
        var folder = new Option<string?>("--content") { Description = "folder of packs; the one Turna uses by default" };
        var asOf = new Option<string?>("--as-of") { Description = "the day to judge age by, such as 2026-01-31; today by default" };
        var months = new Option<int>("--months") { Description = "what was checked longer ago is listed", DefaultValueFactory = _ => FreshMonths };
        var (format, language) = (LawVerb.FormatOption(), LawVerb.LanguageOption());
        var command = new Command("check", "Validate the packs; list what is unverified or old") { folder, asOf, months, format, language };
        command.SetAction(parsed =>
        {
            var day = parsed.GetValue(asOf) is { } text ? Day(text) : DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
            if (parsed.GetValue(months) is < 0 or > 1200) throw new UsageException("--months: must be between 0 and 1200");
            LawVerb.Write(Report(parsed.GetValue(folder) ?? LawContent.Folder, day, parsed.GetValue(months), parsed.GetValue(language)!), parsed.GetValue(format)!);
        });
        return command;
    }

    private static DateOnly Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new UsageException($"--as-of: must be a day such as 2026-01-31, not '{text}'");

    /// <exception cref="UsageException">A file is no pack or list; every problem of every file, with its line.</exception>
    private static JsonObject Report(string folder, DateOnly asOf, int months, string language)
    {
        if (!Directory.Exists(folder)) throw new UsageException($"{folder}: no such folder");
        var problems = new List<PackProblem>();
        var packs = new List<RulePack>();
        var lists = new List<CodeList>();
        foreach (var file in LawContent.Files(folder))
        {
            var reading = PackReader.Read(file, TextInput.Read(file));
            problems.AddRange(reading.Problems);
            if (reading.Pack is { } pack) packs.Add(pack);
        }

        var listFolder = Path.Combine(folder, "lists");
        foreach (var file in Directory.Exists(listFolder) ? LawContent.Files(listFolder) : [])
        {
            var (list, found) = CodeList.Read(file, TextInput.Read(file));
            problems.AddRange(found);
            if (list is not null) lists.Add(list);
        }

        foreach (var twice in packs.GroupBy(pack => pack.Name, StringComparer.Ordinal).Where(group => group.Count() > 1))
            problems.Add(new PackProblem(folder, 1, $"overlap: pack '{twice.Key}' appears twice"));
        if (packs.Count == 0 && problems.Count == 0) throw new UsageException($"{folder}: no packs");
        if (problems.Count > 0) throw new UsageException(string.Join("\n", problems));
        return Write(packs, lists, asOf, months, language);
    }

    private static JsonObject Write(List<RulePack> packs, List<CodeList> lists, DateOnly asOf, int months, string language)
    {
        var facts = packs.SelectMany(pack => Facts(pack, language)).Concat(lists.SelectMany(list => Facts(list, language))).ToList();
        return new JsonObject
        {
            ["asOf"] = LawJson.Day(asOf),
            ["packs"] = LawJson.Array(packs, pack => new JsonObject
            {
                ["pack"] = pack.Name,
                ["country"] = pack.Country,
                ["rules"] = pack.Rules.Count,
                ["series"] = pack.Series.Count,
                ["holidays"] = pack.Calendar?.Holidays.Count ?? 0,
            }),
            ["lists"] = LawJson.Array(lists, list => new JsonObject { ["list"] = list.Name, ["entries"] = list.Entries.Count }),
            ["unverified"] = LawJson.Array(facts.Where(fact => !fact.Trust.IsVerified()), fact => new JsonObject
            {
                ["id"] = fact.Id,
                ["version"] = fact.Version,
                ["confidence"] = fact.Trust.Code(),
                ["what"] = fact.What,
            }),
            ["old"] = LawJson.Array(facts.Where(fact => fact.Checked.AddMonths(months) < asOf), fact => new JsonObject
            {
                ["id"] = fact.Id,
                ["version"] = fact.Version,
                ["checked"] = LawJson.Day(fact.Checked),
                ["what"] = fact.What,
            }),
            ["unknownAfter"] = LawJson.Array(
                packs.SelectMany(pack => pack.Series).Where(series => series.To is null && series.KnownThrough < asOf),
                series => new JsonObject { ["id"] = series.Id, ["knownThrough"] = LawJson.Day(series.KnownThrough) }),
        };
    }

    private static IEnumerable<Fact> Facts(RulePack pack, string language)
    {
        foreach (var rule in pack.Rules)
            yield return new Fact(rule.Id, rule.Version, rule.Origin.Trust, rule.Origin.Checked, rule.Text.In(language));
        foreach (var series in pack.Series)
            foreach (var value in series.Values)
                yield return new Fact(series.Id, LawJson.Day(value.From), value.Trust, series.Origin.Checked, series.Text.In(language));
        if (pack.Calendar is { } calendar)
            yield return new Fact(calendar.Id, "undated", calendar.Origin.Trust, calendar.Origin.Checked, calendar.Origin.Source);
    }

    private static IEnumerable<Fact> Facts(CodeList list, string language) =>
        list.Entries.Select(entry => new Fact(list.Name, entry.Code, entry.Trust, list.Origin.Checked, entry.Name.In(language)));

    private sealed record Fact(string Id, string Version, TrustMark Trust, DateOnly Checked, string What);
}
