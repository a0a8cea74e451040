namespace Turna.Design;

/// <summary>The languages in which people are spoken with, by their code (ISO 639-1); the screens have fewer.</summary>
public static class SpokenLanguages
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["ky"] = Texts.Key("Kyrgyz"), ["ru"] = Texts.Key("Russian"), ["uz"] = Texts.Key("Uzbek"), ["kk"] = Texts.Key("Kazakh"),
        ["tg"] = Texts.Key("Tajik"), ["en"] = Texts.Key("English"), ["tr"] = Texts.Key("Turkish"), ["ko"] = Texts.Key("Korean"),
    };

    /// <summary>The name in the reader's language; the code itself where it has none.</summary>
    public static string NameOf(Texts texts, string code) => Names.TryGetValue(code, out var name) ? texts[name] : code;
}
