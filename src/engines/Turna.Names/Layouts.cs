namespace Turna.Names;

/// <summary>The two keyboards of the region, one over the other: a name typed while the wrong one was switched on (Fcfyjdf for Асанова).</summary>
internal static class Layouts
{
    private const string Latin = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
    private const string Cyrillic = "йцукенгшщзхъфывапролджэячсмитьбюё";

    /// <summary>What the same keys write on the other keyboard; null for a text of both scripts or of neither.</summary>
    public static string? Other(string text)
    {
        bool latin = false, cyrillic = false;
        foreach (var c in text)
        {
            latin |= NameText.IsLatin(c);
            cyrillic |= NameText.IsCyrillic(c);
        }

        if (latin == cyrillic || text.Length > NameText.MaximumLength) return null;
        var (from, to) = latin ? (Latin, Cyrillic) : (Cyrillic, Latin);
        return string.Create(text.Length, (text, from, to), static (into, keys) =>
        {
            for (var i = 0; i < into.Length; i++)
            {
                var key = keys.from.IndexOf(char.ToLowerInvariant(keys.text[i]), StringComparison.Ordinal);
                into[i] = key < 0 ? keys.text[i] : keys.to[key];
            }
        });
    }

    /// <summary>Whether two letters are beside each other in one row of a keyboard.</summary>
    public static bool AreNeighbours(char a, char b) => AreNeighbours(Latin, a, b) || AreNeighbours(Cyrillic, a, b);

    private static bool AreNeighbours(string rows, char a, char b)
    {
        // Twelve keys in the first row, eleven in the second, ten in the third.
        const int SecondRow = 12;
        const int ThirdRow = 23;
        int at = rows.IndexOf(a, StringComparison.Ordinal), other = rows.IndexOf(b, StringComparison.Ordinal);
        return at >= 0 && other >= 0 && Math.Abs(at - other) == 1 && Math.Max(at, other) is not (SecondRow or ThirdRow);
    }
}
