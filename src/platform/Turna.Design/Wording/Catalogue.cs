using System.Collections.Frozen;
using System.Reflection;

namespace Turna.Design.Wording;

/// <summary>
/// All translations, read once from the PO files that are built into this assembly. Several files per language
/// (<c>people.ru.po</c>, <c>cases.ru.po</c>) form one list; a text without <c>msgctxt</c> means the same everywhere.
/// </summary>
public sealed class Catalogue
{
    private readonly FrozenDictionary<string, FrozenDictionary<(string? Context, string Id), PoEntry>> languages;

    private Catalogue(Dictionary<string, FrozenDictionary<(string?, string), PoEntry>> languages) =>
        this.languages = languages.ToFrozenDictionary();

    /// <summary>The files of <c>content/translations</c> as they were when this assembly was built.</summary>
    /// <exception cref="PoFormatException">A file breaks the format: the build is broken.</exception>
    public static Catalogue BuiltIn() => Read(BuiltInFiles());

    /// <summary>Joins files given as (name, text); the language is the part of the name before <c>.po</c>.</summary>
    /// <exception cref="PoFormatException">A file breaks the format.</exception>
    public static Catalogue Read(IEnumerable<(string Name, string Text)> files)
    {
        var all = Language.All.ToDictionary(language => language.Code, _ => new Dictionary<(string?, string), PoEntry>());
        foreach (var (name, text) in files.OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            var code = name.Split('.') is [.., var language, "po"] ? language : string.Empty;
            var spoken = Language.Find(code) ?? throw new PoFormatException(name, 1, $"the name must end in a language and .po; '{code}' is none of ours");
            foreach (var entry in PoFile.Parse(text, name, spoken).Entries)
            {
                if (entry.IsTranslated) all[code].TryAdd((entry.Context, entry.Id), entry);
            }
        }

        return new Catalogue(all.ToDictionary(pair => pair.Key, pair => pair.Value.ToFrozenDictionary()));
    }

    /// <summary>The translation for this place, else the general one; null when there is none.</summary>
    public PoEntry? Find(Language language, string? context, string id)
    {
        var entries = languages[language.Code];
        return (context is not null && entries.TryGetValue((context, id), out var special) ? special : null)
            ?? (entries.TryGetValue((null, id), out var general) ? general : null);
    }

    public Texts In(Language language) => new(this, language);

    private static IEnumerable<(string, string)> BuiltInFiles()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith("texts/", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return (name["texts/".Length..], reader.ReadToEnd());
        }
    }
}
