using System.Globalization;
using Turna.Testing.Names;

namespace Turna.Names.Bench;

/// <summary>
/// Plays the frequency attack on a stolen index: the thief knows how often every key occurs in a population of the same kind and size,
/// sees how many rows each token has, and matches the two by rank (Naveed, Kamara, Wright, "Inference attacks on property-preserving
/// encrypted databases", CCS 2015). Tokens are drawn at random for each key, as a keyed hash does for who lacks the key.
/// </summary>
internal static class Leakage
{
    private const int KeysPerPerson = 9;
    private const int BucketSize = 16;

    public static void Run()
    {
        foreach (var people in new[] { 10_000, 100_000 })
        {
            var stolen = Rows(seed: 51, people);
            var known = Rows(seed: 52, people);
            var width = (int)Math.Round(Math.Log2((double)people * KeysPerPerson / BucketSize));
            Console.WriteLine($"{people,7:N0} people: rows named right with tokens of {width} bits {Attack(stolen, known, 1 << width):P2}; with tokens that never collide {Attack(stolen, known, int.MaxValue):P2}");
        }
    }

    private static List<string> Rows(int seed, int people)
    {
        var rows = new List<string>(people * KeysPerPerson);
        foreach (var p in Population.Draw(seed, people))
        {
            var record = new NameRecord(PersonName.Of(p.Family, p.Given, p.Patronymic), Sex.Unknown, p.Person.BirthYear);
            rows.AddRange(NameKeys.For(record).Select(k => string.Create(CultureInfo.InvariantCulture, $"{k.Kind}|{k.Text}")));
        }

        return rows;
    }

    /// <summary>The share of rows whose key the thief names right.</summary>
    private static double Attack(List<string> stolen, List<string> known, int tokens)
    {
        var random = new Random(53);
        var tokenOf = stolen.Concat(known).Distinct().ToDictionary(k => k, _ => random.Next(tokens));
        var seen = stolen.GroupBy(k => tokenOf[k]).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).ToArray();
        var expected = known.GroupBy(k => k).OrderByDescending(g => g.Count()).Select(g => g.Key).ToArray();

        long right = 0;
        for (var i = 0; i < Math.Min(seen.Length, expected.Length); i++) right += seen[i].Count(k => k == expected[i]);
        return (double)right / stolen.Count;
    }
}
