using System.Text.RegularExpressions;

namespace Turna.Cases.Importing.Values;

/// <summary>"Сыргак к. Айнура", "Бектур у-лу Адил": the shortened word between two names is that of a daughter or a son.</summary>
internal static partial class Particles
{
    public static string WrittenOut(string name) => Short().Replace(name, particle => particle.Groups["daughter"].Success ? "кызы" : "уулу");

    // A single letter is only short for it in small writing, with its point or between two names: "Асанова К. Айнура" has an initial.
    [GeneratedRegex(@"(?<=\p{L}{3}\s+)((?<daughter>к-зы|к/зы|к/з|к-з|к\.(?=\s*\p{Lu}\p{Ll})|к(?=\s+\p{Lu}\p{Ll}))|у-лу|у/лу|у-л|у/у|у\.(?=\s*\p{Lu}\p{Ll})|у(?=\s+\p{Lu}\p{Ll}))(?![\p{L}])", RegexOptions.ExplicitCapture)]
    private static partial Regex Short();
}
