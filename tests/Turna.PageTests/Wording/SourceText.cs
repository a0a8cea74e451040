using System.Net;
using System.Text.RegularExpressions;

namespace Turna.PageTests.Wording;

/// <summary>A text that the sources show to a reader: the key of its translations.</summary>
public sealed record SourceText(string Module, string File, int Line, string Id, string? PluralId)
{
    public override string ToString() => $"{File}:{Line}: \"{Id}\"";
}

/// <summary>Finds the texts of all views and classes by the few ways in which they are written.</summary>
public static partial class SourceTexts
{
    public static IReadOnlyList<SourceText> InRepository() =>
    [
        .. Directory.EnumerateFiles(Repository.Path("src"), "*.cs*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".cshtml")
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            // What the build makes, and the page of examples that only developers see.
            .Where(file => !file.Contains("/obj/") && !file.Contains("/bin/") && !file.Contains("/node_modules/") && !file.Contains("/Gallery/"))
            .Order(StringComparer.Ordinal)
            .SelectMany(file => In(file, File.ReadAllText(Repository.Path(file)))),
    ];

    public static IEnumerable<SourceText> In(string file, string source)
    {
        var module = ModuleOf(file);
        SourceText At(int index, string id, string? plural = null) => new(module, file, 1 + source.AsSpan(0, index).Count('\n'), id, plural);

        foreach (Match call in Calls().Matches(source)) yield return At(call.Index, Unescape(call.Groups["id"].Value));
        foreach (Match call in Alternatives().Matches(source))
        {
            yield return At(call.Index, Unescape(call.Groups["id"].Value));
            yield return At(call.Index, Unescape(call.Groups["other"].Value));
        }

        foreach (Match call in Plurals().Matches(source))
        {
            yield return At(call.Index, Unescape(call.Groups["id"].Value), Unescape(call.Groups["plural"].Value));
        }

        if (!file.EndsWith(".cshtml", StringComparison.Ordinal)) yield break;
        foreach (Match tag in Tags().Matches(source))
        {
            foreach (Match attribute in Attributes().Matches(tag.Groups["attributes"].Value))
            {
                var text = WebUtility.HtmlDecode(attribute.Groups["text"].Value);
                // The action of a form is an address, that of a row is a word.
                if (text.Length > 0 && text[0] != '/' && !text.Contains('@')) yield return At(tag.Index, text);
            }
        }
    }

    private static string ModuleOf(string file) =>
        file.Split('/').FirstOrDefault(part => part.StartsWith("Turna.", StringComparison.Ordinal))?["Turna.".Length..].ToLowerInvariant() ?? "web";

    private static string Unescape(string literal) => Regex.Unescape(literal);

    /// <summary>Attributes of our tags that are translated.</summary>
    private const string Translated = "(?:label|hint|text|title|caption|prefix|suffix|status|action|empty)";

    private const string Literal = "\"(?<id>(?:[^\"\\\\]|\\\\.)*)\"";

    private const string FieldName = "(?:\"[^\"]*\"|nameof\\([^)]*\\)|\\w+|string\\.Empty|\\$\"[^\"]*\")";

    [GeneratedRegex(
        @"\b(?:T|texts|Texts|words|this)\[\s*" + Literal
        + @"|\bTexts\.Key\(\s*" + Literal
        + @"|\b[Ee]rrors?\.Refuse\(\s*" + Literal
        + @"|\bError\.Field\(\s*" + FieldName + @"\s*,\s*" + Literal
        + @"|\berrors\.Add\(\s*" + FieldName + @"\s*,\s*" + Literal
        + @"|\bAddModelError\(\s*" + FieldName + @"\s*,\s*" + Literal
        + @"|\bnew (?:NavigationEntry|FrameLink)\(\s*" + Literal
        + @"|\bnew (?:Error\.)?Refused\(\s*" + Literal
        + @"|\bnew FieldError\(\s*" + FieldName + @"\s*,\s*" + Literal)]
    private static partial Regex Calls();

    // T[late ? "Overdue" : "Open"], and the same as an attribute: text="@(late ? "Overdue" : "Open")".
    [GeneratedRegex(@"(?:\b(?:T|texts|Texts|words|this)\[[^\]""]*|\s" + Translated + @"=""@\([^""]*)\?\s*" + Literal
        + "\\s*:\\s*\"(?<other>(?:[^\"\\\\]|\\\\.)*)\"")]
    private static partial Regex Alternatives();

    [GeneratedRegex(@"\.Plural\([^"";]*,\s*" + Literal + "\\s*,\\s*\"(?<plural>(?:[^\"\\\\]|\\\\.)*)\"")]
    private static partial Regex Plurals();

    // A value may hold code with quotation marks of its own: href="@($"/cases/{id}")".
    [GeneratedRegex("<t-[\\w-]+(?<attributes>(?:\\s+[\\w:-]+(?:\\s*=\\s*(?:\"@\\((?:[^()]|\\((?:[^()]|\\([^()]*\\))*\\))*\\)\"|\"@T\\[[^\\]]*\\]\"|\"[^\"]*\"|'[^']*'))?)+)")]
    private static partial Regex Tags();

    [GeneratedRegex("(?<=\\s)" + Translated + "\\s*=\\s*\"(?<text>[^\"]*)\"")]
    private static partial Regex Attributes();
}
