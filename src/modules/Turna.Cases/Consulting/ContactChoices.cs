using Turna.Design.Components;
using Turna.Kernel.Codes;

namespace Turna.Cases.Consulting;

/// <summary>What the forms of a contact offer for choice, in a language.</summary>
internal sealed class ContactChoices(string language)
{
    public IReadOnlyList<Choice> Channels { get; } = Names(CodeLists.Shipped.Channels, language);

    public IReadOnlyList<Choice> Countries { get; } = CountryChoices.For(language);

    public IReadOnlyList<Choice> Topics { get; } = Names(CodeLists.Shipped.Topics, language);

    public IReadOnlyList<Choice> Languages { get; } =
        [Choose("ky", "Кыргызча"), Choose("ru", "Русский"), Choose("uz", "O‘zbekcha"), Choose("en", "English"), Choose("tr", "Türkçe"), Choose("tg", "Тоҷикӣ")];

    /// <summary>The currencies of the list, in a language.</summary>
    public static IReadOnlyList<Choice> Currencies(string language) => [.. CodeLists.Shipped.Currencies.Codes.Select(c => Choose(c.Value, $"{c.Value} — {c.Name(language)}"))];

    public static Choice Choose(string value, string text) => new(value, Design.Markup.Content.Text(text));

    private static List<Choice> Names(CodeList list, string language) => [.. list.Codes.Select(c => Choose(c.Value, c.Name(language)))];
}
