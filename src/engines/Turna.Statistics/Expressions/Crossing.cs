namespace Turna.Statistics.Survey;

/// <summary>Several categories as one: a level for every combination, the first category changing fastest.</summary>
internal static class Crossing
{
    private const int MaximumLevels = 1_000_000;

    public static CategoryColumn Of(string name, IReadOnlyList<CategoryColumn> categories)
    {
        if (categories.Count == 1) return categories[0];
        long size = 1;
        foreach (var category in categories) size *= Math.Max(1, category.Levels.Length);
        if (size > MaximumLevels) throw new SurveyInputException($"{name}: {size} combinations of categories, at most {MaximumLevels} are allowed");

        var levels = new string[size];
        for (var code = 0; code < levels.Length; code++) levels[code] = string.Join('.', Split(categories, code).Select((level, i) => categories[i].Levels[level]));

        var codes = new int[categories[0].Count];
        Blocks.ForEach(codes.Length, (from, to) =>
        {
            var step = 1;
            foreach (var category in categories)
            {
                AddCodes(category.Codes, step, codes, from, to);
                step *= category.Levels.Length;
            }
        });
        return new CategoryColumn(name, codes, levels);
    }

    /// <summary>The level of each category that a combination stands for.</summary>
    public static int[] Split(IReadOnlyList<CategoryColumn> categories, int code)
    {
        var levels = new int[categories.Count];
        for (var i = 0; i < levels.Length; i++)
        {
            var count = Math.Max(1, categories[i].Levels.Length);
            levels[i] = code % count;
            code /= count;
        }

        return levels;
    }

    private static void AddCodes(int[] own, int step, int[] codes, int from, int to)
    {
        for (var row = from; row < to; row++)
            codes[row] = own[row] < 0 || codes[row] < 0 ? CategoryColumn.Missing : codes[row] + (step * own[row]);
    }
}
