namespace Turna.Testing.Names;

/// <summary>Slips of fingers, eyes and machines.</summary>
public static class Slips
{
    private static readonly string[] Cyrillic = ["йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю"];
    private static readonly string[] Latin = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
    private const string LookAlikes = "аaеeоoрpсcуyхxіi";

    /// <summary>A neighbouring key instead of the letter.</summary>
    public static string Keyboard(string text, Random random) => At(text, random, (letters, i) =>
    {
        var c = char.ToLowerInvariant(letters[i]);
        foreach (var row in Cyrillic.Concat(Latin))
        {
            var key = row.IndexOf(c, StringComparison.Ordinal);
            if (key >= 0) letters[i] = row[key == 0 ? 1 : key == row.Length - 1 || random.Next(2) == 0 ? key - 1 : key + 1];
        }

        return new string(letters);
    });

    /// <summary>A letter left out.</summary>
    public static string Dropped(string text, Random random) => At(text, random, (letters, i) => new string(letters).Remove(i, 1));

    /// <summary>A letter typed twice.</summary>
    public static string Doubled(string text, Random random) => At(text, random, (letters, i) => new string(letters).Insert(i, letters[i].ToString()));

    /// <summary>Two letters exchanged.</summary>
    public static string Exchanged(string text, Random random) => At(text, random, (letters, i) =>
    {
        if (i + 1 < letters.Length && char.IsLetter(letters[i + 1])) (letters[i], letters[i + 1]) = (letters[i + 1], letters[i]);
        return new string(letters);
    });

    /// <summary>One letter for a quite different one.</summary>
    public static string Wrong(string text, Random random) => At(text, random, (letters, i) =>
    {
        letters[i] = letters[i] > 127 ? "абгдеиклмнортшу"[random.Next(15)] : "abgdeiklmnortsu"[random.Next(15)];
        return new string(letters);
    });

    /// <summary>What optical reading makes of capital letters.</summary>
    public static string Optical(string text, Random random)
    {
        var upper = text.ToUpperInvariant().ToCharArray();
        (char From, char To)[] pairs = [('O', '0'), ('О', '0'), ('I', '1'), ('S', '5'), ('B', '8'), ('З', '3'), ('Б', '6'), ('В', '8'), ('Ч', '4'), ('G', '6'), ('Z', '2'), ('L', '1')];
        var places = Enumerable.Range(0, upper.Length).Where(i => pairs.Any(p => p.From == upper[i])).ToArray();
        if (places.Length == 0) return Dropped(text, random);
        var at = places[random.Next(places.Length)];
        upper[at] = pairs.First(p => p.From == upper[at]).To;
        return new string(upper);
    }

    /// <summary>Letters of the other alphabet that look the same.</summary>
    public static string LookAlike(string text, Random random)
    {
        var letters = text.ToCharArray();
        for (var i = 0; i < letters.Length; i++)
        {
            var at = LookAlikes.IndexOf(letters[i], StringComparison.Ordinal);
            if (at >= 0 && random.Next(2) == 0) letters[i] = LookAlikes[at ^ 1];
        }

        return new string(letters);
    }

    public static string Any(string text, Random random) => random.Next(5) switch
    {
        0 => Keyboard(text, random),
        1 => Dropped(text, random),
        2 => Doubled(text, random),
        3 => Exchanged(text, random),
        _ => Wrong(text, random),
    };

    private static string At(string text, Random random, Func<char[], int, string> change)
    {
        var places = Enumerable.Range(0, text.Length).Where(i => char.IsLetter(text[i]) && !IsParticle(text, i)).ToArray();
        return places.Length == 0 ? text : change(text.ToCharArray(), places[random.Next(places.Length)]);
    }

    // A slip in a particle is a case of its own and changes no name.
    private static bool IsParticle(string text, int at)
    {
        var start = text.LastIndexOf(' ', at) + 1;
        var end = text.IndexOf(' ', at);
        var word = text[start..(end < 0 ? text.Length : end)].ToLowerInvariant();
        return word.Length < 4 || word is "уулу" or "кызы" or "uulu" or "kyzy" or "qizi" or "kizi";
    }
}
