using System.Text;
using Turna.Law.Packs;
using YamlDotNet.RepresentationModel;

namespace Turna.Law;

/// <summary>Templates that put notices into words of one language.</summary>
public sealed class Wording
{
    private readonly Dictionary<string, string> _templates;

    private Wording(Dictionary<string, string> templates) => _templates = templates;

    /// <summary>The codes that have a template.</summary>
    public IReadOnlyCollection<string> Codes => _templates.Keys;

    /// <summary>Reads a flat YAML mapping of code to template; placeholders are names in braces.</summary>
    /// <returns>Null when the text is not such a mapping.</returns>
    public static Wording? Read(string yaml)
    {
        if (YamlText.Root(yaml, static (_, _) => { }) is not { } root) return null;
        var templates = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in root.Children)
        {
            if (key is not YamlScalarNode { Value: { } code } || value is not YamlScalarNode { Value: { } template }) return null;
            templates[code] = template;
        }

        return new Wording(templates);
    }

    /// <summary>The template of a code as it stands; null when there is none.</summary>
    public string? Template(string code) => _templates.GetValueOrDefault(code);

    /// <summary>The notice in words. A code without a template is shown with its values, so that nothing is ever silent.</summary>
    public string Say(Notice notice)
    {
        if (!_templates.TryGetValue(notice.Code, out var template))
            return $"{notice.Code} {notice.Subject} {string.Join(", ", notice.Values.Select(value => $"{value.Key}={value.Value}"))}".TrimEnd();

        var text = new StringBuilder(template).Replace("{subject}", notice.Subject);
        foreach (var (name, value) in notice.Values) text.Replace("{" + name + "}", value);
        return text.ToString();
    }
}
