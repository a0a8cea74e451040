using Turna.Design;
using Turna.Design.Wording;

namespace Turna.PageTests.Wording;

/// <summary>The PO files of the repository, one list for each language, and the way to add what is missing.</summary>
internal sealed class Translations
{
    private static string Folder => Repository.Path("content", "translations");

    public static IEnumerable<Language> Foreign => Language.All.Skip(1);

    public static IReadOnlyList<(string File, PoEntry Entry)> In(Language language) =>
    [
        .. Directory.EnumerateFiles(Folder, $"*.{language.Code}.po").Order(StringComparer.Ordinal)
            .SelectMany(file => PoFile.Parse(File.ReadAllText(file), Path.GetFileName(file), language).Entries.Select(entry => (Path.GetFileName(file), entry))),
    ];

    /// <summary>Texts without an entry, or with an empty one.</summary>
    public static IReadOnlyList<SourceText> Missing(Language language, IEnumerable<SourceText> sources)
    {
        var translated = In(language).Where(found => found.Entry.IsTranslated).Select(found => found.Entry.Id).ToHashSet(StringComparer.Ordinal);
        return [.. sources.Where(text => !translated.Contains(text.Id))];
    }

    /// <summary>Adds an empty entry to the file of the text's module for each text that no file has.</summary>
    public static void AddMissing(Language language, IEnumerable<SourceText> sources)
    {
        var known = In(language).Select(found => found.Entry.Id).ToHashSet(StringComparer.Ordinal);
        var additions = sources.Where(text => !known.Contains(text.Id)).DistinctBy(text => text.Id).GroupBy(text => text.Module);
        foreach (var module in additions)
        {
            var path = Path.Combine(Folder, $"{module.Key}.{language.Code}.po");
            var entries = File.Exists(path) ? PoFile.Parse(File.ReadAllText(path), path, language).Entries : [];
            File.WriteAllText(path, PoFile.Write(entries.Concat(module.Select(Empty)), language));
        }
    }

    private static PoEntry Empty(SourceText text) => new(null, text.Id, text.PluralId, []) { Comments = [$"#: {text.File}"] };
}
