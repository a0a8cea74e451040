using Turna.Law.Packs;

namespace Turna.UnitTests.Law;

/// <summary>The content as it lies beside the tests after the build.</summary>
internal static class Content
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "content", "law");

    public static Lawbook Law { get; } = new(Directory.EnumerateFiles(Folder, "*.yaml").Order(StringComparer.Ordinal).Select(Pack));

    public static RulePack Pack(string path) =>
        PackReader.Read(path, File.ReadAllText(path)).Pack ?? throw new InvalidDataException(path);
}
