using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Turna.Law.Packs;

/// <summary>Parses a content file: YAML whose only document is one mapping.</summary>
internal static class YamlText
{
    /// <summary>The mapping; null, with a report of line and reason, when the text is none.</summary>
    public static YamlMappingNode? Root(string text, Action<long, string> report)
    {
        var stream = new YamlStream();
        try
        {
            using var reader = new StringReader(text);
            stream.Load(reader);
        }
        catch (YamlException broken)
        {
            report(broken.Start.Line, $"not YAML: {broken.Message}");
            return null;
        }

        if (stream.Documents is [{ RootNode: YamlMappingNode root }]) return root;
        report(1, "a content file is one mapping");
        return null;
    }
}
