using System.Globalization;

namespace Turna.Statistics.Agreement;

/// <summary>Ratings that cannot be judged; the message says why.</summary>
public sealed class AgreementException(string message) : Exception(message);

/// <summary>
/// Who said what about which unit: units by raters, some values missing. Categories are ordered by number where all values are
/// numbers, else by the order given, else ordinally by text.
/// </summary>
public sealed class Ratings
{
    /// <summary>Stands for "no rating".</summary>
    public const int Missing = -1;

    private readonly int[][] values;

    private Ratings(int[][] values, string[] categories, double[] scores, bool isNumeric)
    {
        (this.values, Categories, Scores, IsNumeric) = (values, categories, scores, isNumeric);
        Raters = values[0].Length;
    }

    /// <summary>How many units there are, rated or not.</summary>
    public int Units => values.Length;

    /// <summary>How many raters there are.</summary>
    public int Raters { get; }

    /// <summary>The categories in use, in order.</summary>
    public IReadOnlyList<string> Categories { get; }

    /// <summary>Each category as a number: its own, or its place from 1 where the categories are words.</summary>
    public IReadOnlyList<double> Scores { get; }

    /// <summary>Are all categories numbers? Interval and ratio coefficients need that.</summary>
    public bool IsNumeric { get; }

    /// <summary>Reads ratings from text.</summary>
    /// <param name="units">One row per unit, one value per rater; null or empty for a missing rating.</param>
    /// <param name="order">The categories in their order, where they are words with one; every value must be among them.</param>
    /// <exception cref="AgreementException">Rows of different length, fewer than two raters, or no rating at all.</exception>
    public static Ratings Of(IReadOnlyList<IReadOnlyList<string?>> units, IReadOnlyList<string>? order = null)
    {
        if (units.Count == 0) throw new AgreementException("there are no units");
        var raters = units[0].Count;
        if (raters < 2) throw new AgreementException("agreement needs at least two raters");
        for (var u = 0; u < units.Count; u++)
            if (units[u].Count != raters) throw new AgreementException($"unit {u + 1} has {units[u].Count} ratings where the first has {raters}");

        var used = units.SelectMany(row => row).OfType<string>().Where(value => value.Length > 0).Distinct(StringComparer.Ordinal).ToArray();
        if (used.Length == 0) throw new AgreementException("all ratings are missing");
        var (categories, scores, numeric) = Order(used, order);
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < used.Length; i++) places[used[i]] = categories.FindIndex(category => SameAs(category, used[i], numeric));
        var coded = units.Select(row => row.Select(value => string.IsNullOrEmpty(value) ? Missing : places[value]).ToArray()).ToArray();
        return new Ratings(coded, [.. categories], scores, numeric);
    }

    /// <summary>The place of a rating in <see cref="Categories"/>, or <see cref="Missing"/>.</summary>
    public int this[int unit, int rater] => values[unit][rater];

    /// <summary>The ratings of some raters only.</summary>
    /// <param name="raters">Their places.</param>
    public Ratings Of(params int[] raters) => new([.. values.Select(row => raters.Select(rater => row[rater]).ToArray())], [.. Categories], [.. Scores], IsNumeric);

    /// <summary>The units that every rater has rated.</summary>
    /// <exception cref="AgreementException">There are none.</exception>
    public Ratings Complete()
    {
        var complete = values.Where(row => Array.TrueForAll(row, value => value != Missing)).ToArray();
        return complete.Length > 0 ? new Ratings(complete, [.. Categories], [.. Scores], IsNumeric) : throw new AgreementException("no unit was rated by all raters");
    }

    /// <summary>For each unit how often each category was chosen.</summary>
    internal double[][] Counts() => [.. values.Select(row =>
    {
        var counts = new double[Categories.Count];
        foreach (var value in row) if (value != Missing) counts[value]++;
        return counts;
    })];

    private static bool SameAs(string category, string value, bool numeric) =>
        numeric ? Number(category) == Number(value) : category == value;

    private static (List<string> Categories, double[] Scores, bool IsNumeric) Order(string[] used, IReadOnlyList<string>? order)
    {
        if (order is { Count: > 0 })
        {
            var stranger = Array.Find(used, value => !order.Contains(value, StringComparer.Ordinal));
            if (stranger is not null) throw new AgreementException($"the value '{stranger}' is not among the categories given");
            var numbers = order.Select(Number).ToArray();
            return Array.TrueForAll(numbers, number => number is not null)
                ? ([.. order], [.. numbers.Select(number => number!.Value)], true)
                : ([.. order], [.. order.Select((_, at) => at + 1.0)], false);
        }

        if (Array.TrueForAll(used, value => Number(value) is not null))
        {
            var distinct = used.GroupBy(value => Number(value)!.Value).OrderBy(group => group.Key).ToArray();
            return ([.. distinct.Select(group => group.First())], [.. distinct.Select(group => group.Key)], true);
        }

        var words = used.Order(StringComparer.Ordinal).ToList();
        return (words, [.. words.Select((_, at) => at + 1.0)], false);
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
}
