namespace Turna.Statistics.Agreement;

/// <summary>Shares that need no model of chance.</summary>
public static class Simple
{
    /// <summary>The share of units on which all raters agree, to within a tolerance; units that not all have rated are left out.</summary>
    /// <param name="ratings">The ratings.</param>
    /// <param name="tolerance">How far apart the largest and the smallest rating may be; above 0 only for numbers.</param>
    /// <exception cref="AgreementException">A tolerance for words, or no complete unit.</exception>
    public static Agreed Percent(Ratings ratings, double tolerance = 0)
    {
        if (tolerance > 0 && !ratings.IsNumeric) throw new AgreementException("a tolerance needs numbers; these ratings are words");
        var complete = ratings.Complete();
        var agreed = Enumerable.Range(0, complete.Units).Count(u =>
        {
            var scores = Enumerable.Range(0, complete.Raters).Select(g => complete.Scores[complete[u, g]]).ToArray();
            return scores.Max() - scores.Min() <= tolerance;
        });
        return new Agreed("percent-all", (double)agreed / complete.Units, complete.Units);
    }

    /// <summary>
    /// For one code and two coders who marked stretches of text or not: how much of the text both, one or none have marked.
    /// </summary>
    /// <param name="ratings">Two raters, two categories; the later category means "marked".</param>
    /// <exception cref="AgreementException">Other numbers of raters or categories.</exception>
    public static Overlap Overlap(Ratings ratings)
    {
        if (ratings.Raters != 2 || ratings.Categories.Count != 2) throw new AgreementException("overlap is for two coders and two categories");
        var complete = ratings.Complete();
        var (both, either, marks) = (0, 0, 0);
        for (var u = 0; u < complete.Units; u++)
        {
            var marked = complete[u, 0] + complete[u, 1];
            marks += marked;
            if (marked == 2) both++;
            if (marked > 0) either++;
        }

        double n = complete.Units;
        return new Overlap(both / n, (n - either) / n, either == 0 ? double.NaN : (double)both / either, marks == 0 ? double.NaN : 2.0 * both / marks);
    }
}

/// <summary>How far two coders marked the same stretches.</summary>
/// <param name="Both">The share that both marked.</param>
/// <param name="Neither">The share that neither marked.</param>
/// <param name="Jaccard">Both over either.</param>
/// <param name="F1">Twice both over all marks.</param>
public sealed record Overlap(double Both, double Neither, double Jaccard, double F1);
