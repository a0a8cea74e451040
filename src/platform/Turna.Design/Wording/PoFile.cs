using System.Text;

namespace Turna.Design.Wording;

/// <summary>One text of a PO file and its translations: one, or as many as the language has plural forms.</summary>
public sealed record PoEntry(string? Context, string Id, string? PluralId, IReadOnlyList<string> Translations)
{
    /// <summary>Lines for the translator, each with its mark (<c>#</c>, <c>#.</c>, <c>#:</c>).</summary>
    public IReadOnlyList<string> Comments { get; init; } = [];

    /// <summary>Not yet reviewed by a speaker.</summary>
    public bool IsFuzzy { get; init; }

    public bool IsTranslated => Translations.Count > 0 && Translations.All(text => text.Length > 0);
}

/// <summary>A PO file that breaks the format; the message names the file and the line.</summary>
public sealed class PoFormatException(string file, int line, string what) : FormatException($"{file}:{line}: {what}");

/// <summary>
/// Reads and writes gettext PO files. Strict: anything it does not understand is an error with its line.
/// Not supported, because not used: obsolete entries (<c>#~</c>) and previous ids (<c>#|</c>) are kept out.
/// </summary>
public sealed class PoFile(IReadOnlyList<PoEntry> entries)
{
    public IReadOnlyList<PoEntry> Entries { get; } = entries;

    /// <exception cref="PoFormatException">The text is not a PO file of the language.</exception>
    public static PoFile Parse(string text, string file, Language language)
    {
        var reader = new Reader(file, language);
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++) reader.Take(lines[i].TrimEnd('\r'), i + 1);
        return new PoFile(reader.Finish(lines.Length));
    }

    public static string Write(IEnumerable<PoEntry> entries, Language language)
    {
        var text = new StringBuilder();
        text.Append("msgid \"\"\nmsgstr \"\"\n\"Language: ").Append(language.Code)
            .Append("\\n\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n");
        foreach (var entry in entries)
        {
            text.Append('\n');
            foreach (var comment in entry.Comments) text.Append(comment).Append('\n');
            if (entry.IsFuzzy) text.Append("#, fuzzy\n");
            if (entry.Context is not null) Line(text, "msgctxt", entry.Context);
            Line(text, "msgid", entry.Id);
            if (entry.PluralId is null)
            {
                Line(text, "msgstr", entry.Translations.Count > 0 ? entry.Translations[0] : string.Empty);
                continue;
            }

            Line(text, "msgid_plural", entry.PluralId);
            for (var form = 0; form < language.PluralForms; form++)
            {
                Line(text, $"msgstr[{form}]", form < entry.Translations.Count ? entry.Translations[form] : string.Empty);
            }
        }

        return text.ToString();
    }

    private static void Line(StringBuilder text, string keyword, string value) =>
        text.Append(keyword).Append(" \"").Append(value
            .Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal)).Append("\"\n");

    private sealed class Reader(string file, Language language)
    {
        private readonly List<PoEntry> entries = [];
        private readonly HashSet<(string?, string)> seen = [];
        private readonly SortedDictionary<int, StringBuilder> translations = [];
        private List<string> comments = [];
        private bool fuzzy;
        private StringBuilder? context;
        private StringBuilder? id;
        private StringBuilder? pluralId;
        private StringBuilder? current;
        private int startedAt;

        public void Take(string line, int number)
        {
            line = line.Trim();
            if (line.Length == 0) return;
            if (line[0] == '#') Comment(line, number);
            else if (line[0] == '"') (current ?? throw Bad(number, "a string without a keyword")).Append(Quoted(line, number));
            else Keyword(line, number);
        }

        public List<PoEntry> Finish(int number)
        {
            EndEntry(number);
            return entries;
        }

        private void Comment(string line, int number)
        {
            if (translations.Count > 0) EndEntry(number);
            if (line.StartsWith("#~", StringComparison.Ordinal) || line.StartsWith("#|", StringComparison.Ordinal)) return;
            if (line.StartsWith("#,", StringComparison.Ordinal)) fuzzy |= line[2..].Split(',').Any(flag => flag.Trim() == "fuzzy");
            else comments.Add(line);
        }

        private void Keyword(string line, int number)
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            if (space < 0) throw Bad(number, $"'{line}' is neither a keyword nor a string");
            var value = Quoted(line[space..].Trim(), number);
            switch (line[..space])
            {
                case "msgctxt":
                    EndEntry(number);
                    current = context = new StringBuilder(value);
                    break;
                case "msgid":
                    if (translations.Count > 0 || id is not null) EndEntry(number);
                    startedAt = number;
                    current = id = new StringBuilder(value);
                    break;
                case "msgid_plural":
                    if (id is null) throw Bad(number, "msgid_plural without msgid");
                    current = pluralId = new StringBuilder(value);
                    break;
                case "msgstr":
                    Translation(0, value, number);
                    break;
                case ['m', 's', 'g', 's', 't', 'r', '[', >= '0' and <= '9' and var digit, ']']:
                    if (pluralId is null) throw Bad(number, "msgstr[n] without msgid_plural");
                    Translation(digit - '0', value, number);
                    break;
                default:
                    throw Bad(number, $"'{line[..space]}' is not a keyword");
            }
        }

        private void Translation(int form, string value, int number)
        {
            if (id is null) throw Bad(number, "msgstr without msgid");
            current = new StringBuilder(value);
            if (!translations.TryAdd(form, current)) throw Bad(number, "the same msgstr twice");
        }

        private void EndEntry(int number)
        {
            if (id is null)
            {
                if (context is not null && translations.Count == 0) throw Bad(number, "msgctxt without msgid");
                return;
            }

            if (translations.Count == 0) throw Bad(number, $"no msgstr for \"{id}\"");
            var forms = pluralId is null ? 1 : language.PluralForms;
            if (translations.Count != forms || translations.Keys.Last() != forms - 1)
            {
                throw Bad(startedAt, $"\"{id}\" has {translations.Count} forms, {language.Code} needs {forms}");
            }

            if (id.Length > 0)
            {
                if (!seen.Add((context?.ToString(), id.ToString()))) throw Bad(startedAt, $"\"{id}\" stands here twice");
                entries.Add(new PoEntry(context?.ToString(), id.ToString(), pluralId?.ToString(), [.. translations.Values.Select(t => t.ToString())])
                {
                    Comments = comments, IsFuzzy = fuzzy,
                });
            }

            (comments, fuzzy, context, id, pluralId, current) = ([], false, null, null, null, null);
            translations.Clear();
        }

        private string Quoted(string line, int number)
        {
            if (line.Length < 2 || line[0] != '"' || line[^1] != '"') throw Bad(number, "a string must stand between quotation marks");
            var value = new StringBuilder();
            for (var i = 1; i < line.Length - 1; i++)
            {
                if (line[i] == '"') throw Bad(number, "a quotation mark inside a string needs a backslash");
                if (line[i] != '\\')
                {
                    value.Append(line[i]);
                    continue;
                }

                if (++i == line.Length - 1) throw Bad(number, "the string ends with a backslash");
                value.Append(line[i] switch
                {
                    'n' => '\n', 't' => '\t', '"' => '"', '\\' => '\\',
                    var other => throw Bad(number, $"'\\{other}' is not an escape"),
                });
            }

            return value.ToString();
        }

        private PoFormatException Bad(int number, string what) => new(file, number, what);
    }
}
