namespace Turna.Names;

/// <summary>
/// Other sounds a written name may stand for, where the letters do not tell: a mark dropped from Latin (Celik for Çelik, Sahin for
/// Şahin, Cumabekov for Жумабеков, bajalpov for Байалпов) and the h that traditions drop (Хакимов, Акимов).
/// </summary>
internal static class OtherWritings
{
    /// <summary>The names, each as it would be without the doubt; none when there is no doubt.</summary>
    public static IReadOnlyList<NameWord> Of(NameWord word)
    {
        var others = new List<NameWord>(3);
        var sound = word.Sound;
        if (word.Alphabet == Alphabet.PlainLatin)
        {
            Add(others, word, sound.Replace('s', 'x'));
            Add(others, word, sound.Replace('q', 'c'));
            Add(others, word, sound.Replace('q', 'j'));
            Add(others, word, sound.Replace('j', 'i'));
        }
        else Add(others, word, sound.Replace('x', 's').Replace('c', 'q').Replace('j', 'q'));

        if (Sounds.IsVowel(sound[0])) Add(others, word, "h" + sound);
        else if (sound.Length > 1 && Sounds.IsVowel(sound[1]))
        {
            if (sound[0] == 'h') Add(others, word, sound[1..]);
            // Heydər and Гейдар: Azerbaijani h is г in Russian.
            if (sound[0] == 'h' && word.Alphabet == Alphabet.MarkedLatin) Add(others, word, "g" + sound[1..]);
            if (sound[0] == 'g' && word.Alphabet == Alphabet.Cyrillic) Add(others, word, "h" + sound[1..]);
        }

        return others;
    }

    private static void Add(List<NameWord> others, NameWord word, string sound)
    {
        if (sound == word.Sound) return;
        var stem = new string(NameEndings.Stem(sound));
        others.Add(NameWord.Stem(word.Text, stem, stem));
    }
}
