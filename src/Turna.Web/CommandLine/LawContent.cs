using Turna.Law;
using Turna.Law.Lists;
using Turna.Law.Packs;

namespace Turna.Web.CommandLine;

/// <summary>
/// The law as it lies in <c>content/law</c>: beside the repository (<c>TURNA_ROOT</c>) or beside the program.
/// Only the packs that a question needs are read.
/// </summary>
internal static class LawContent
{
    public static string Folder { get; } = Find();

    /// <summary>The packs by file name, without those that do not exist: an unknown country is the engine's to refuse.</summary>
    public static Lawbook Read(IEnumerable<string> names) =>
        new(names.Select(name => Path.Combine(Folder, name + ".yaml")).Where(File.Exists).Select(ReadPack));

    /// <summary>The book with every pack of the folder.</summary>
    public static Lawbook ReadAll() => new(Files(Folder).Select(ReadPack));

    public static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal);

    /// <exception cref="UsageException">The file is missing or not a pack; every problem with file and line.</exception>
    public static RulePack ReadPack(string path)
    {
        var reading = PackReader.Read(path, TextInput.Read(path));
        return reading.Pack ?? throw new UsageException(string.Join("\n", reading.Problems));
    }

    /// <summary>A list of codes by name.</summary>
    /// <exception cref="UsageException">The file is missing or not a list.</exception>
    public static CodeList List(string name) => ReadList(Path.Combine(Folder, "lists", name + ".yaml"));

    public static CodeList ReadList(string path)
    {
        var (list, problems) = CodeList.Read(path, TextInput.Read(path));
        return list ?? throw new UsageException(string.Join("\n", problems));
    }

    /// <summary>The templates of a language.</summary>
    public static Wording Words(string language)
    {
        var path = Path.Combine(Folder, "texts", language + ".yaml");
        return Wording.Read(TextInput.Read(path)) ?? throw new UsageException($"{path}: not a mapping of texts");
    }

    private static string Find()
    {
        var root = Environment.GetEnvironmentVariable("TURNA_ROOT");
        var beside = Path.Combine(root ?? "", "content", "law");
        return root is not null && Directory.Exists(beside) ? beside : Path.Combine(AppContext.BaseDirectory, "content", "law");
    }
}
