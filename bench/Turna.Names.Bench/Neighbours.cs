using Turna.Names;

namespace Turna.Names.Bench;

/// <summary>Prints known names that only tradition keeps apart and that no row of <c>same-name.csv</c> joins: each pair is to be read and joined, or left as two names.</summary>
internal static class Neighbours
{
    public static void Run()
    {
        var all = File.ReadLines("content/names/given-names.csv").Where(l => !l.StartsWith('#')).Skip(1).Select(l => l.Split(',')[0])
            .Select(n => (Name: n, Word: NameWord.Given(NameText.Normalise(n), Sounds.Of(NameText.Normalise(n)), initial: false)))
            .GroupBy(n => n.Word.Sound).Select(g => g.First()).ToArray();
        for (var i = 0; i < all.Length; i++)
        {
            for (var j = i + 1; j < all.Length; j++)
            {
                if (WordAgreement.Of(all[i].Word, all[j].Word) != Agreement.OtherName) continue;
                var distance = WordSimilarity.ByTradition(all[i].Word.Sound, all[j].Word.Sound, Writing.Cyrillic);
                if (distance <= 0.9f) Console.WriteLine($"{all[i].Name} {all[j].Name}");
            }
        }
    }
}
