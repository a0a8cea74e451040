namespace Turna.Names;

/// <summary>How far two sounds are apart, in slips: 0 alike, about 0.5 another tradition of writing, about 1 one slip of pen or key.</summary>
internal static class WordSimilarity
{
    /// <summary>More than this is not told apart from "quite another word".</summary>
    public const float TooFar = 9f;

    private const float Transposition = 0.8f;
    private const float Unlikely = 1.05f;
    private const float Dropped = 0.9f;
    private const int Size = 26;

    private static readonly float[] Substitution = new float[Size * Size];
    private static readonly float[] Dropping = new float[Size];

    static WordSimilarity()
    {
        Array.Fill(Substitution, Unlikely);
        Array.Fill(Dropping, Dropped);
        foreach (var row in NameTables.Rows("sound-distance.csv"))
        {
            var cost = (float)NameTables.Number(row[2]);
            if (row[1].Length == 0) Dropping[row[0][0] - 'a'] = cost;
            else Substitution[At(row[0][0], row[1][0])] = Substitution[At(row[1][0], row[0][0])] = cost;
        }

        for (var i = 0; i < Size; i++) Substitution[i * Size + i] = 0;
    }

    /// <summary>One bit for each sound that occurs.</summary>
    public static uint LettersOf(ReadOnlySpan<char> sound)
    {
        var letters = 0u;
        foreach (var c in sound) letters |= 1u << (c is >= 'a' and <= 'z' ? c - 'a' : 26 + c % 6);
        return letters;
    }

    /// <summary>The weighted Damerau–Levenshtein distance (optimal string alignment). Symmetric.</summary>
    public static float Between(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.SequenceEqual(b)) return 0;
        if (Math.Abs(a.Length - b.Length) > 4 || a.Length > Sounds.MaximumLength || b.Length > Sounds.MaximumLength) return TooFar;

        var width = b.Length + 1;
        Span<float> before = stackalloc float[width];
        Span<float> above = stackalloc float[width];
        Span<float> row = stackalloc float[width];
        above[0] = 0;
        for (var j = 1; j < width; j++) above[j] = above[j - 1] + Drop(b[j - 1]);

        for (var i = 1; i <= a.Length; i++)
        {
            var dropped = Drop(a[i - 1]);
            row[0] = above[0] + dropped;
            for (var j = 1; j < width; j++)
            {
                var cost = Math.Min(above[j - 1] + Replace(a[i - 1], b[j - 1]), Math.Min(above[j] + dropped, row[j - 1] + Drop(b[j - 1])));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) cost = Math.Min(cost, before[j - 2] + Transposition);
                row[j] = cost;
            }

            var spare = before;
            before = above;
            above = row;
            row = spare;
        }

        return above[b.Length];
    }

    private static float Replace(char a, char b) =>
        a == b ? 0f : a is >= 'a' and <= 'z' && b is >= 'a' and <= 'z' ? Substitution[At(a, b)] : Unlikely;

    private static float Drop(char c) => c is >= 'a' and <= 'z' ? Dropping[c - 'a'] : Dropped;

    private static int At(char a, char b) => (a - 'a') * Size + (b - 'a');
}
