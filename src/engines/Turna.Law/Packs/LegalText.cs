namespace Turna.Law.Packs;

/// <summary>One wording in the four languages of the product.</summary>
/// <param name="English">English.</param>
/// <param name="Russian">Russian.</param>
/// <param name="Kyrgyz">Kyrgyz.</param>
/// <param name="Uzbek">Uzbek (Latin script).</param>
public sealed record LegalText(string English, string Russian, string Kyrgyz, string Uzbek)
{
    /// <summary>The languages, as ISO 639-1 codes: en, ru, ky, uz.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "ru", "ky", "uz"];

    /// <summary>The wording in a language; English for a code that is not one of <see cref="Languages"/>.</summary>
    public string In(string language) => language switch
    {
        "ru" => Russian,
        "ky" => Kyrgyz,
        "uz" => Uzbek,
        _ => English,
    };
}
