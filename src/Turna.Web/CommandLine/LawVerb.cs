using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Turna.Law;
using Turna.Law.Packs;

namespace Turna.Web.CommandLine;

/// <summary>A question put to the law engine: how its input is read and its answer written.</summary>
/// <param name="fields">The JSON object.</param>
/// <param name="law">Finds the law the question needs.</param>
/// <param name="voice">The language of the answer.</param>
/// <returns>The answer; null when problems were reported.</returns>
internal delegate JsonObject? LawQuestion(LawFields fields, LawShelf law, LawVoice voice);

/// <summary>Takes packs from the shelf as they are asked for; a book once bound is kept for the rest of the run.</summary>
internal sealed class LawShelf(Func<IReadOnlyList<string>, Lawbook> bind)
{
    private readonly Dictionary<string, Lawbook> _books = new(StringComparer.Ordinal);

    public Lawbook Book(params string[] packs)
    {
        var key = string.Join(' ', packs);
        if (!_books.TryGetValue(key, out var book)) _books[key] = book = bind(packs);
        return book;
    }
}

/// <summary>Puts notices into words of the language that was asked for, and keeps the problems of the input.</summary>
internal sealed class LawVoice(string language, List<Notice> problems)
{
    private readonly Lazy<Wording> _wording = new(() => LawContent.Words(language));

    public string Language { get; } = language;

    public string Say(Notice notice) => _wording.Value.Say(notice);

    public JsonArray Warnings(IEnumerable<Notice> notices, LawFields fields)
    {
        var all = notices.Concat(fields.Unasked.Select(name => Notice.Of("input.ignored", name)));
        return [.. all.Distinct().Select(notice => JsonValue.Create(Say(notice)))];
    }

    /// <summary>Reports the problems of the engine at their place in the input.</summary>
    public JsonObject? Refuse(LawFields fields, IEnumerable<Notice> refused)
    {
        foreach (var notice in refused) problems.Add(notice with { Subject = fields.Path.Length == 0 ? notice.Subject : $"{fields.Path}.{notice.Subject}" });
        return null;
    }
}

/// <summary>Verbs of the form <c>--input FILE|- [--format json|table] [--lang en|ru|ky|uz]</c>: JSON in, JSON out, an array in gives an array out.</summary>
internal static class LawVerb
{
    public static Command Command(string name, string description, LawQuestion question)
    {
        var input = new Option<string>("--input") { Description = "JSON file, or - for standard input", Required = true };
        var (format, language) = (FormatOption(), LanguageOption());
        var command = new Command(name, description) { input, format, language };
        command.SetAction(parsed =>
        {
            using var document = TextInput.ReadJson(parsed.GetValue(input)!);
            var shelf = new LawShelf(LawContent.Read);
            Write(Answer(document.RootElement, question, shelf, parsed.GetValue(language)!), parsed.GetValue(format)!);
        });
        return command;
    }

    public static Option<string> FormatOption()
    {
        var format = new Option<string>("--format") { Description = "json for machines, table for people", DefaultValueFactory = _ => "json" };
        return format.AcceptOnlyFromAmong("json", "table");
    }

    public static Option<string> LanguageOption()
    {
        var language = new Option<string>("--lang") { Description = "language of the texts", DefaultValueFactory = _ => "en" };
        return language.AcceptOnlyFromAmong([.. LegalText.Languages]);
    }

    /// <summary>The answer to one question or to an array of them.</summary>
    /// <exception cref="UsageException">Any of them makes no sense; every problem is named and nothing is answered.</exception>
    public static JsonNode Answer(JsonElement root, LawQuestion question, LawShelf shelf, string language)
    {
        var problems = new List<Notice>();
        var voice = new LawVoice(language, problems);
        JsonNode answer = root.ValueKind == JsonValueKind.Array
            ? new JsonArray([.. root.EnumerateArray().Select((item, index) => Ask(item, FormattableString.Invariant($"[{index}]")))])
            : Ask(root, "")!;
        if (problems.Count == 0) return answer;
        throw new UsageException(string.Join("\n", problems.Distinct().Select(problem => $"{(problem.Subject.Length == 0 ? "input" : problem.Subject)}: {voice.Say(problem)}")));

        JsonNode? Ask(JsonElement item, string path)
        {
            var before = problems.Count;
            if (item.ValueKind != JsonValueKind.Object) problems.Add(Notice.Of("input.object", path));
            var fields = new LawFields(item, path, problems);
            var id = problems.Count > before ? null : fields.OptionalText("id");
            var found = problems.Count > before ? null : question(fields, shelf, voice);
            if (problems.Count > before || found is null) return new JsonObject();
            if (id is not null) found.Insert(0, "id", id);
            return found;
        }
    }

    public static void Write(JsonNode answer, string format)
    {
        using var output = Console.OpenStandardOutput();
        using var text = new StreamWriter(output);
        text.WriteLine(format == "table" ? LawTable.Draw(answer) : answer.ToJsonString(Readable));
    }

    private static JsonSerializerOptions Readable { get; } = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
