using System.Text.RegularExpressions;

namespace Turna.Cases.Importing.Grouping;

/// <summary>Names that came through a wrong code page: "?м?рбек уулу Нурсейит".</summary>
internal static partial class LostLetters
{
    private const int Readable = 1;

    /// <summary>The name without the words that lost their first letter or several: what is left of them agrees with nobody.</summary>
    public static string LeftOut(string name)
    {
        if (!Lost().IsMatch(name)) return name;
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var kept = words.Where((word, i) => !IsSpoilt(word) && !(Particle().IsMatch(word) && i > 0 && IsSpoilt(words[i - 1]))).ToArray();
        return kept.Length == 0 ? name : string.Join(' ', kept);
    }

    private static bool IsSpoilt(string word) => word.Length > 1 && (Lost().IsMatch(word[..1]) || Lost().Count(word) > Readable);

    [GeneratedRegex(@"[?\uFFFD□]")]
    private static partial Regex Lost();

    [GeneratedRegex(@"^(уулу|кызы|уул|кыз|кизи|uulu|kyzy|kizi|qizi|ogli|угли)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Particle();
}
