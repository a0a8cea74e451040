namespace Turna.Names;

/// <summary>How far two sounds are apart, in slips: 0 alike, about 0.5 another tradition of writing, about 1 one slip of pen or key.</summary>
internal static class WordSimilarity
{
    /// <summary>More than this is not told apart from "quite another word".</summary>
    public const float TooFar = 9f;

    /// <summary>Up to this a difference is one of tradition.</summary>
    public const float Tradition = 0.65f;

    private const float Transposition = 0.8f;
    private const float Unlikely = 1.05f;
    private const float Dropped = 0.9f;
    private const int Size = 26;

    private static readonly Costs[] All = [.. Enum.GetValues<Writing>().Select(w => Costs.Read(w, traditionsOnly: false))];
    private static readonly Costs[] Traditions = [.. Enum.GetValues<Writing>().Select(w => Costs.Read(w, traditionsOnly: true))];

    /// <summary>One bit for each sound that occurs.</summary>
    public static uint LettersOf(ReadOnlySpan<char> sound)
    {
        var letters = 0u;
        foreach (var c in sound) letters |= 1u << (c is >= 'a' and <= 'z' ? c - 'a' : 26 + c % 6);
        return letters;
    }

    /// <summary>The weighted Damerau–Levenshtein distance (optimal string alignment). Symmetric.</summary>
    public static float Between(ReadOnlySpan<char> a, ReadOnlySpan<char> b, Writing writing) => Between(a, b, All[(int)writing], Transposition);

    /// <summary>The same where nothing but differences of tradition is allowed; <see cref="TooFar"/> or more when they do not explain it.</summary>
    public static float ByTradition(ReadOnlySpan<char> a, ReadOnlySpan<char> b, Writing writing) => Between(a, b, Traditions[(int)writing], TooFar);

    /// <summary>What one sound for another costs; more at the beginning of a name, where only some traditions differ.</summary>
    public static float Replacing(char a, char b, bool first, Writing writing) => All[(int)writing].Replace(a, b, first);

    /// <summary>What a sound left out costs.</summary>
    public static float Omitting(char c, bool first, Writing writing) => All[(int)writing].Drop(c, first);

    private static float Between(ReadOnlySpan<char> a, ReadOnlySpan<char> b, Costs costs, float transposition)
    {
        if (a.SequenceEqual(b)) return 0;
        if (Math.Abs(a.Length - b.Length) > 4 || a.Length > Sounds.MaximumLength || b.Length > Sounds.MaximumLength) return TooFar;

        var width = b.Length + 1;
        Span<float> before = stackalloc float[width];
        Span<float> above = stackalloc float[width];
        Span<float> row = stackalloc float[width];
        above[0] = 0;
        for (var j = 1; j < width; j++) above[j] = above[j - 1] + costs.Drop(b[j - 1], j == 1);

        for (var i = 1; i <= a.Length; i++)
        {
            var dropped = costs.Drop(a[i - 1], i == 1);
            row[0] = above[0] + dropped;
            for (var j = 1; j < width; j++)
            {
                var cost = Math.Min(above[j - 1] + costs.Replace(a[i - 1], b[j - 1], i == 1 || j == 1), Math.Min(above[j] + dropped, row[j - 1] + costs.Drop(b[j - 1], j == 1)));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) cost = Math.Min(cost, before[j - 2] + transposition);
                row[j] = cost;
            }

            var spare = before;
            before = above;
            above = row;
            row = spare;
        }

        return above[b.Length];
    }

    /// <summary>The costs of one kind of writing, from <c>content/names/sound-distance.csv</c>.</summary>
    private sealed class Costs
    {
        private const int FirstColumn = 5;

        private readonly float[] substitution = new float[Size * Size];
        private readonly float[] atFirst = new float[Size * Size];
        private readonly float[] dropping = new float[Size];
        private readonly float[] droppingFirst = new float[Size];
        private readonly float unlikely;
        private readonly float dropped;

        private Costs(bool traditionsOnly)
        {
            unlikely = traditionsOnly ? TooFar : Unlikely;
            dropped = traditionsOnly ? TooFar : Dropped;
            Array.Fill(substitution, unlikely);
            Array.Fill(atFirst, unlikely);
            Array.Fill(dropping, dropped);
            Array.Fill(droppingFirst, dropped);
        }

        public static Costs Read(Writing writing, bool traditionsOnly)
        {
            var costs = new Costs(traditionsOnly);
            foreach (var row in NameTables.Rows("sound-distance.csv"))
            {
                var cost = (float)NameTables.Number(row[2 + (int)writing]);
                if (traditionsOnly && cost > Tradition) continue;
                costs.Set(row[0][0], row[1], cost, alsoFirst: row[FirstColumn] == "yes" || cost > Tradition);
            }

            for (var i = 0; i < Size; i++) costs.substitution[i * Size + i] = costs.atFirst[i * Size + i] = 0;
            return costs;
        }

        public float Replace(char a, char b, bool first) =>
            a == b ? 0f : a is >= 'a' and <= 'z' && b is >= 'a' and <= 'z' ? (first ? atFirst : substitution)[At(a, b)] : unlikely;

        public float Drop(char c, bool first) => c is >= 'a' and <= 'z' ? (first ? droppingFirst : dropping)[c - 'a'] : dropped;

        private void Set(char a, string b, float cost, bool alsoFirst)
        {
            if (b.Length == 0)
            {
                dropping[a - 'a'] = cost;
                if (alsoFirst) droppingFirst[a - 'a'] = cost;
                return;
            }

            substitution[At(a, b[0])] = substitution[At(b[0], a)] = cost;
            if (alsoFirst) atFirst[At(a, b[0])] = atFirst[At(b[0], a)] = cost;
        }

        private static int At(char a, char b) => (a - 'a') * Size + (b - 'a');
    }
}
