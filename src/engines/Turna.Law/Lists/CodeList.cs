using System.Collections.Frozen;
using Turna.Law.Packs;
using YamlDotNet.RepresentationModel;

namespace Turna.Law.Lists;

/// <summary>One code of a published list.</summary>
/// <param name="Code">The code.</param>
/// <param name="Group">The part of the list it belongs to.</param>
/// <param name="Grade">A grade within the group (strong, medium; counts, subtracts); empty where the list has none.</param>
/// <param name="Name">Its name.</param>
/// <param name="Trust">How far the entry may be trusted.</param>
public sealed record CodedEntry(string Code, string Group, string Grade, LegalText Name, TrustMark Trust);

/// <summary>A published list of codes, in its order.</summary>
/// <param name="Name">Name of the list.</param>
/// <param name="Title">What it is.</param>
/// <param name="Origin">Where we have it from; entries carry their own mark.</param>
/// <param name="Entries">The entries.</param>
public sealed record CodeList(string Name, LegalText Title, Origin Origin, IReadOnlyList<CodedEntry> Entries)
{
    private readonly FrozenDictionary<string, CodedEntry> _byCode = Entries.ToFrozenDictionary(entry => entry.Code, StringComparer.Ordinal);

    /// <summary>The entry of a code; null when the list has none.</summary>
    public CodedEntry? Find(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>A warning that names the list when the entries used are not verified; null when all are.</summary>
    public Notice? Doubt(IEnumerable<CodedEntry> used)
    {
        var doubtful = used.Where(entry => !entry.Trust.IsVerified()).ToList();
        if (doubtful.Count == 0) return null;
        var worst = doubtful.Max(entry => entry.Trust);
        return Notice.Of("list.unverified", Name, ("codes", string.Join(", ", doubtful.Select(entry => entry.Code))), ("mark", worst.Code()));
    }

    /// <summary>Reads a list from YAML; problems carry file and line, and a list with a problem is not read.</summary>
    public static (CodeList? List, IReadOnlyList<PackProblem> Problems) Read(string file, string text)
    {
        var problems = new List<PackProblem>();
        Action<long, string> report = (line, message) => problems.Add(new PackProblem(file, line, message));
        if (YamlText.Root(text, report) is not { } node) return (null, problems);
        var root = new YamlFields(node, report);
        var (name, title) = (root.Text("list"), root.Wording("title"));
        var origin = new Origin(root.Text("source"), root.Day("checked"), root.Trust("confidence"));
        var entries = ReadEntries(root, origin.Trust, report);
        root.RefuseOthers();
        return (problems.Count == 0 ? new CodeList(name, title, origin, entries) : null, problems);
    }

    private static List<CodedEntry> ReadEntries(YamlFields root, TrustMark usual, Action<long, string> report)
    {
        var entries = new List<CodedEntry>();
        foreach (var node in root.List("entries"))
        {
            if (node is not YamlMappingNode map)
            {
                report(node.Start.Line, "each of 'entries' must be a mapping");
                continue;
            }

            var fields = new YamlFields(map, report);
            var entry = new CodedEntry(
                fields.Text("code"), fields.OptionalText("group") ?? "", fields.OptionalText("grade") ?? "", fields.Wording("name"),
                fields.Has("confidence") ? fields.Trust("confidence") : usual);
            fields.RefuseOthers();
            if (entries.Exists(other => other.Code == entry.Code)) report(fields.Line, $"code '{entry.Code}' appears twice");
            else entries.Add(entry);
        }

        return entries;
    }
}
