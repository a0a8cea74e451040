using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Turna.Law;
using Turna.Law.Packs;

namespace Turna.Web.CommandLine;

/// <summary><c>./turna law diff OLD NEW --cases FILE</c>: which results change between two versions of a pack, and how.</summary>
internal static class LawDiff
{
    /// <summary>Sources and warnings change with every edit; what a lawyer wants to see is the result.</summary>
    private static readonly string[] Unwatched = ["rules", "warnings", "steps"];

    private static readonly Dictionary<string, LawQuestion> Verbs = new(StringComparer.Ordinal)
    {
        ["claim compute"] = ClaimVerbs.Compute,
        ["claim wages"] = ClaimWages.Compute,
        ["stay check"] = StayVerbs.Check,
        ["cost compute"] = CostVerbs.Compute,
        ["screen labour"] = ScreenVerbs.Labour,
        ["screen gbv"] = ScreenVerbs.Gbv,
    };

    public static Command Command()
    {
        var (old, now) = (new Argument<string>("OLD") { Description = "pack file or folder of packs" }, new Argument<string>("NEW") { Description = "pack file or folder of packs" });
        var cases = new Option<string>("--cases") { Description = "JSON array of situations, or a file of content/law/cases", Required = true };
        var (format, language) = (LawVerb.FormatOption(), LawVerb.LanguageOption());
        var command = new Command("diff", "What a change of law changes for a set of situations") { old, now, cases, format, language };
        command.SetAction(parsed =>
        {
            using var document = TextInput.ReadJson(parsed.GetValue(cases)!);
            var (before, after) = (Shelf(parsed.GetValue(old)!), Shelf(parsed.GetValue(now)!));
            LawVerb.Write(Compare(Situations(document.RootElement), before, after, parsed.GetValue(language)!), parsed.GetValue(format)!);
        });
        return command;
    }

    /// <summary>The content of Turna with the packs of a file or folder in place of those of the same name.</summary>
    private static LawShelf Shelf(string path)
    {
        var files = Directory.Exists(path) ? LawContent.Files(path).ToList() : [path];
        if (files.Count == 0) throw new UsageException($"{path}: no packs");
        var given = files.ConvertAll(LawContent.ReadPack);
        var names = given.ToDictionary(pack => pack.Name, StringComparer.Ordinal);
        return new LawShelf(packs => new Lawbook([
            .. LawContent.Read(packs.Where(name => !names.ContainsKey(name))).Packs,
            .. packs.Where(names.ContainsKey).Select(name => names[name]),
        ]));
    }

    private static List<(string Name, string Verb, JsonElement Input)> Situations(JsonElement root)
    {
        var fallback = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("verb", out var common) ? common.GetString() : null;
        var list = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("cases", out var cases) ? cases : root;
        if (list.ValueKind != JsonValueKind.Array) throw new UsageException("--cases: must be an array of situations, or an object with 'cases'");
        return [.. list.EnumerateArray().Select((item, index) => Situation(item, FormattableString.Invariant($"[{index}]"), fallback))];
    }

    private static (string Name, string Verb, JsonElement Input) Situation(JsonElement item, string place, string? fallback)
    {
        if (item.ValueKind != JsonValueKind.Object) throw new UsageException($"--cases: {place}: must be an object");
        var input = item.TryGetProperty("input", out var inner) ? inner : item;
        var verb = item.TryGetProperty("verb", out var named) && named.ValueKind == JsonValueKind.String ? named.GetString() : fallback;
        verb ??= Guess(input) ?? throw new UsageException($"--cases: {place}: 'verb' is missing and the input does not show it");
        if (!Verbs.ContainsKey(verb)) throw new UsageException($"--cases: {place}: '{verb}' is not one of {string.Join(", ", Verbs.Keys)}");
        var name = item.TryGetProperty("name", out var given) || item.TryGetProperty("id", out given) ? given.ToString() : place;
        return (name, verb, input);
    }

    private static string? Guess(JsonElement input)
    {
        if (input.ValueKind != JsonValueKind.Object) return null;
        if (input.TryGetProperty("dues", out _)) return "claim compute";
        if (input.TryGetProperty("diary", out _)) return "claim wages";
        if (input.TryGetProperty("stays", out _)) return "stay check";
        return input.TryGetProperty("costs", out _) || input.TryGetProperty("workers", out _) ? "cost compute" : null;
    }

    private static JsonObject Compare(List<(string Name, string Verb, JsonElement Input)> situations, LawShelf before, LawShelf after, string language)
    {
        var changes = LawChange.Between(
            situations,
            one => Fields(one.Verb, one.Input, before, language),
            one => Fields(one.Verb, one.Input, after, language),
            (left, right) => left.Count == right.Count && left.All(field => right.TryGetValue(field.Key, out var value) && value == field.Value)).ToList();
        return new JsonObject
        {
            ["situations"] = situations.Count,
            ["changed"] = changes.Count,
            ["changes"] = LawJson.Array(changes, change => new JsonObject
            {
                ["index"] = change.Index,
                ["case"] = change.Situation.Name,
                ["verb"] = change.Situation.Verb,
                ["fields"] = LawJson.Array(Different(change.Before, change.After), field => new JsonObject
                {
                    ["field"] = field,
                    ["old"] = change.Before.GetValueOrDefault(field),
                    ["new"] = change.After.GetValueOrDefault(field),
                }),
            }),
        };
    }

    private static IEnumerable<string> Different(SortedDictionary<string, string?> before, SortedDictionary<string, string?> after) =>
        before.Keys.Union(after.Keys, StringComparer.Ordinal)
            .Where(field => !(before.TryGetValue(field, out var old) && after.TryGetValue(field, out var now) && old == now))
            .Order(StringComparer.Ordinal);

    private static SortedDictionary<string, string?> Fields(string verb, JsonElement input, LawShelf shelf, string language)
    {
        var fields = new SortedDictionary<string, string?>(StringComparer.Ordinal);
        try
        {
            Flatten(LawVerb.Answer(input, Verbs[verb], shelf, language), "", fields);
        }
        catch (UsageException refused)
        {
            fields["refused"] = refused.Message;
        }

        return fields;
    }

    private static void Flatten(JsonNode? node, string path, SortedDictionary<string, string?> fields)
    {
        if (node is JsonObject inner)
            foreach (var (name, value) in inner)
                if (path.Length > 0 || !Unwatched.Contains(name, StringComparer.Ordinal)) Flatten(value, path.Length == 0 ? name : $"{path}.{name}", fields);
        if (node is JsonArray items)
            for (var index = 0; index < items.Count; index++) Flatten(items[index], FormattableString.Invariant($"{path}[{index}]"), fields);
        if (node is null or JsonValue) fields[path] = node?.ToString();
    }
}
