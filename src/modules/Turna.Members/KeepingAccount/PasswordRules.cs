using System.Globalization;
using System.Text;
using Turna.Kernel;

namespace Turna.Members.KeepingAccount;

/// <summary>
/// What a password must be: long rather than complicated, not the member's own name, and not one that everybody tries first.
/// </summary>
internal static class PasswordRules
{
    public const int Shortest = 12;
    public const int Longest = 200;

    private const int FewestDifferent = 5;
    private const string CommonWords = "security/common-passwords.txt";

    private static readonly Lazy<HashSet<string>> Common = new(ReadCommon);

    // What people put in the place of a letter; undone before the word is looked up.
    private static readonly Dictionary<char, char> Disguises = new()
    {
        ['0'] = 'o', ['1'] = 'i', ['3'] = 'e', ['4'] = 'a', ['5'] = 's', ['7'] = 't', ['@'] = 'a', ['$'] = 's', ['!'] = 'i',
    };

    /// <summary>Why a password cannot be taken; null when it can.</summary>
    public static Error? WhyNot(string? password, string signInName, string name, string field)
    {
        var given = Writing.Normal(password ?? string.Empty, NormalizationForm.FormKC);
        var length = new StringInfo(given).LengthInTextElements;
        if (length < Shortest) return Error.Field(field, "Choose a longer password: {0} characters or more. Four words that you will remember are good.", Shortest);
        if (given.Length > Longest) return Error.Field(field, "Choose a password of at most {0} characters.", Longest);
        if (IsNamed(given, signInName) || IsNamed(given, name)) return Error.Field(field, "Choose a password that is not your name.");
        return IsCommon(given) ? Error.Field(field, "Choose another password: this one is among those that are tried first.") : null;
    }

    /// <summary>Whether it is a well-known password, one of them with figures and signs around it or in disguise, or a mere pattern.</summary>
    public static bool IsCommon(string password)
    {
        var lower = Writing.Normal(password, NormalizationForm.FormKC).ToLowerInvariant();
        if (lower.Distinct().Count() < FewestDifferent || IsRun(lower) || Repeats(lower)) return true;
        return Faces(lower).Any(face => Common.Value.Contains(face) || IsMadeOfCommon(face));
    }

    private static bool IsNamed(string password, string name)
    {
        var (bare, own) = (LettersOf(password), LettersOf(name));
        return own.Length > 0 && (bare == own || (own.Length >= 4 && bare.Replace(own, string.Empty, StringComparison.Ordinal).Length < 4));
    }

    private static string LettersOf(string text) => new([.. text.ToLowerInvariant().Where(char.IsLetterOrDigit)]);

    private static IEnumerable<string> Faces(string lower)
    {
        yield return lower;
        yield return Letters(lower);
        var undone = new string([.. lower.Select(c => Disguises.GetValueOrDefault(c, c))]);
        yield return undone;
        yield return Letters(undone);
        yield return Letters(new string([.. lower.TrimEnd("0123456789!@#$%^&*()._-+=?".ToCharArray()).Select(c => Disguises.GetValueOrDefault(c, c))]));
    }

    private static string Letters(string text) => new([.. text.Where(char.IsLetter)]);

    // "passwordqwerty", "парольпароль": two or three of the words in a row.
    private static bool IsMadeOfCommon(string text, int words = 3)
    {
        if (text.Length == 0) return false;
        if (Common.Value.Contains(text)) return true;
        if (words == 1) return false;
        for (var cut = 3; cut <= text.Length - 3; cut++)
        {
            if (Common.Value.Contains(text[..cut]) && IsMadeOfCommon(text[cut..], words - 1)) return true;
        }

        return false;
    }

    // "123456789012", "abcdefghijkl", "фывапролджэё" is a keyboard's row and stands in the list.
    private static bool IsRun(string text)
    {
        var steps = text.Zip(text.Skip(1), (a, b) => b - a).ToList();
        return steps.Count(step => step is 1 or -1 or 0 or 9 or -9) >= steps.Count - 1;
    }

    private static bool Repeats(string text)
    {
        for (var length = 1; length <= text.Length / 2; length++)
        {
            var piece = text[..length];
            if (length < 6 && string.Concat(Enumerable.Repeat(piece, (text.Length / length) + 1)).StartsWith(text, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private static HashSet<string> ReadCommon()
    {
        using var stream = typeof(PasswordRules).Assembly.GetManifestResourceStream(CommonWords)
            ?? throw new InvalidOperationException($"{CommonWords} is missing from the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(line => !line.StartsWith('#'))];
    }
}
