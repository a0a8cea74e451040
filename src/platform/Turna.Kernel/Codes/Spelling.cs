using System.Globalization;
using System.Text;

namespace Turna.Kernel.Codes;

/// <summary>Brings ways of writing one word together, for looking it up in a list. Not for comparing names of people: see Turna.Names.</summary>
public static class Spelling
{
    private const string LatinLooks = "aceopxykmhti";
    private const string CyrillicLooks = "асеорхукмнти";

    /// <summary>
    /// Lower case; Kyrgyz, Uzbek and Kazakh letters and ё to the plain letters a Russian keyboard has; accents and apostrophes
    /// dropped; dots, hyphens and other punctuation to single spaces (a slash stays), letters that stand alone drawn together
    /// ("О.А.Э." is "оаэ"); Latin look-alikes inside a Cyrillic word to Cyrillic.
    /// </summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in Writing.Normal(text, NormalizationForm.FormKC))
        {
            var plain = Plain(char.ToLowerInvariant(letter));
            if (plain == '\0') continue;
            if (plain != ' ') folded.Append(plain);
            else if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
        }

        while (folded.Length > 0 && folded[^1] == ' ') folded.Length--;
        MendLookAlikes(folded);
        JoinInitials(folded);
        return folded.ToString();
    }

    private static void JoinInitials(StringBuilder text)
    {
        for (var i = text.Length - 2; i > 0; i--)
        {
            var between = text[i] == ' ' && char.IsLetter(text[i - 1]) && char.IsLetter(text[i + 1]);
            if (between && StandsAlone(text, i - 1) && StandsAlone(text, i + 1)) text[i] = '\u0001';
        }

        text.Replace("\u0001", string.Empty);
    }

    private static bool StandsAlone(StringBuilder text, int at) =>
        (at == 0 || text[at - 1] is ' ' or '\u0001') && (at == text.Length - 1 || text[at + 1] is ' ' or '\u0001');

    private static char Plain(char letter) => letter switch
    {
        'ё' => 'е',
        'ү' or 'ў' or 'ұ' => 'у',
        'ө' => 'о',
        'ә' => 'а',
        'ң' => 'н',
        'қ' => 'к',
        'ғ' => 'г',
        'ҳ' or 'һ' => 'х',
        'і' => 'и',
        'ı' => 'i',
        '\'' or '’' or '‘' or 'ʻ' or 'ʼ' or '`' or '´' or '"' or '«' or '»' or '“' or '”' or '„' => '\0',
        '/' or '$' or '€' or '₽' or '₸' or '₺' or '₩' or '£' or '¥' or '₪' or '₴' or '%' => letter,
        _ when char.IsLetterOrDigit(letter) => Unaccented(letter),
        _ when IsInvisible(letter) => '\0',
        _ => ' ',
    };

    private static bool IsInvisible(char letter) =>
        char.GetUnicodeCategory(letter) is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark;

    /// <summary>й is a letter of its own, not и with a breve; only Latin letters lose their accents.</summary>
    private static char Unaccented(char letter) =>
        letter is >= '\u00c0' and <= '\u024f' ? letter.ToString().Normalize(NormalizationForm.FormD)[0] : letter;

    private static void MendLookAlikes(StringBuilder text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            var cyrillic = false;
            for (; end < text.Length && text[end] != ' '; end++) cyrillic |= text[end] is >= 'а' and <= 'я';
            for (var i = start; cyrillic && i < end; i++)
            {
                var look = LatinLooks.IndexOf(text[i], StringComparison.Ordinal);
                if (look >= 0) text[i] = CyrillicLooks[look];
            }

            start = end + 1;
        }
    }
}
