using System.Text;

namespace Turna.Testing.Names;

/// <summary>The letters in which an office writes.</summary>
public enum Letters { Home, RussianLetters, Icao, Passport, BgnPcgn, Gost, Iso9, Informal, UzbekLatin, Turkish }

/// <summary>Writes words of home Cyrillic in the letters of another office. Tables of its own, so that the engine is not tested with itself.</summary>
public static class Spelling
{
    private const string Plain = "абвгдзиклмнопрстуф";
    private const string PlainLatin = "abvgdziklmnoprstuf";

    public static string Write(string word, Letters letters, Random random) => letters switch
    {
        Letters.Home => word,
        Letters.RussianLetters => RussianLetters(word, random),
        _ => Latin(word, letters, random),
    };

    /// <summary>What an office without ң ө ү ў қ ғ ҳ types.</summary>
    public static string RussianLetters(string word, Random random)
    {
        var text = new StringBuilder();
        foreach (var c in word.ToLowerInvariant())
        {
            text.Append(c switch
            {
                'ң' => random.Next(4) == 0 ? "нг" : "н",
                'ө' => "о",
                'ү' => random.Next(6) == 0 ? "ю" : "у",
                'ў' => "у",
                'қ' => "к",
                'ғ' => "г",
                'ҳ' => "х",
                'ҷ' => "дж",
                'ӣ' => "и",
                'ё' => random.Next(2) == 0 ? "е" : "ё",
                _ => c.ToString(),
            });
        }

        return text.ToString();
    }

    /// <summary>Russian forms of Uzbek and Tajik names: о where Russian hears а.</summary>
    public static string RussianEar(string word, Random random)
    {
        var text = new StringBuilder(RussianLetters(word, random));
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == 'о' && i > 0 && i + 1 < text.Length && text[i + 1] is not ('в' or 'г') && random.Next(2) == 0) text[i] = 'а';
            if (text[i] == 'ж' && i == 0 && random.Next(2) == 0) text.Insert(i++, 'д');
        }

        return text.ToString();
    }

    private static string Latin(string word, Letters letters, Random random)
    {
        var text = new StringBuilder();
        var lower = word.ToLowerInvariant();
        var zh = random.Next(4);
        var y = random.Next(2);
        for (var i = 0; i < lower.Length; i++)
        {
            var c = lower[i];
            var atStart = i == 0 || "аеёиоуыэюяөүў".Contains(lower[i - 1], StringComparison.Ordinal);
            text.Append(Letter(c, letters, atStart, zh, y, random));
        }

        return text.ToString();
    }

    private static string Letter(char c, Letters letters, bool atStart, int zh, int y, Random random)
    {
        var at = Plain.IndexOf(c, StringComparison.Ordinal);
        if (at >= 0) return PlainLatin[at].ToString();
        return (c, letters) switch
        {
            ('е', Letters.Informal or Letters.UzbekLatin or Letters.BgnPcgn) when atStart && random.Next(2) == 0 => "ye",
            ('е', _) => "e",
            ('ё', Letters.Icao or Letters.Passport or Letters.Gost) => "e",
            ('ё', Letters.Iso9) => "ë",
            ('ё', _) => "yo",
            ('ж', Letters.BgnPcgn or Letters.UzbekLatin) => "j",
            ('ж', Letters.Iso9) => "ž",
            ('ж', Letters.Turkish) => "c",
            ('ж', Letters.Informal) => zh switch { 0 => "j", 1 => "dj", 2 => "dzh", _ => "zh" },
            ('ж', _) => "zh",
            ('ҷ', _) => letters is Letters.Icao or Letters.Gost ? "dzh" : "j",
            ('й', Letters.Icao or Letters.Gost) => "i",
            ('й', Letters.Iso9) => "j",
            ('й', Letters.Informal) => y == 0 ? "y" : "i",
            ('й', _) => "y",
            ('х', Letters.Iso9 or Letters.Turkish) => "h",
            ('х', Letters.UzbekLatin) => "x",
            ('х', Letters.Informal) => random.Next(2) == 0 ? "h" : "kh",
            ('х', _) => "kh",
            ('ҳ', _) => "h",
            ('ц', Letters.Iso9) => "c",
            ('ц', Letters.Gost) => "tc",
            ('ц', _) => "ts",
            ('ч', Letters.Iso9) => "č",
            ('ч', Letters.Turkish) => "ç",
            ('ч', _) => "ch",
            ('ш', Letters.Iso9) => "š",
            ('ш', Letters.Turkish) => "ş",
            ('ш', _) => "sh",
            ('щ', _) => "shch",
            ('ъ', Letters.Icao) => "ie",
            ('ъ', _) => "",
            ('ы', Letters.Turkish) => "ı",
            ('ы', Letters.UzbekLatin) => "i",
            ('ы', _) => "y",
            ('ь', Letters.Icao or Letters.UzbekLatin or Letters.Turkish) => "",
            ('ь', Letters.Iso9) => "ʹ",
            ('ь', _) => random.Next(2) == 0 ? "'" : "",
            ('э', Letters.Iso9) => "è",
            ('э', _) => "e",
            ('ю', Letters.Icao or Letters.Gost) => "iu",
            ('ю', Letters.Iso9) => "û",
            ('ю', _) => "yu",
            ('я', Letters.Icao or Letters.Gost) => "ia",
            ('я', Letters.Iso9) => "â",
            ('я', _) => "ya",
            ('ң', Letters.Icao or Letters.Gost or Letters.Turkish) => "n",
            ('ң', Letters.Iso9) => "ņ",
            ('ң', _) => random.Next(2) == 0 ? "ng" : "n",
            ('ө', Letters.BgnPcgn or Letters.Turkish) => "ö",
            ('ө', Letters.Iso9) => "ô",
            ('ө', Letters.Informal) => random.Next(4) == 0 ? "oe" : "o",
            ('ө', _) => "o",
            ('ү', Letters.BgnPcgn or Letters.Turkish) => "ü",
            ('ү', Letters.Iso9) => "ù",
            ('ү', Letters.Informal) => random.Next(5) == 0 ? "ue" : "u",
            ('ү', _) => "u",
            ('ў', Letters.UzbekLatin) => Apostrophe("o", random),
            ('ў', _) => "u",
            ('ғ', Letters.UzbekLatin) => Apostrophe("g", random),
            ('ғ', _) => random.Next(3) == 0 ? "gh" : "g",
            ('қ', Letters.UzbekLatin) => "q",
            ('қ', _) => random.Next(3) == 0 ? "q" : "k",
            ('ӣ', _) => "i",
            _ => c.ToString(),
        };
    }

    // Every keyboard has another sign for it, and some people none.
    private static string Apostrophe(string letter, Random random) => letter + random.Next(6) switch { 0 => "'", 1 => "’", 2 => "ʻ", 3 => "`", 4 => "‘", _ => "" };
}
