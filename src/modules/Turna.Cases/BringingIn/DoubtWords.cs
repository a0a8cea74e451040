using Turna.Cases.Contracts;
using Turna.Design;
using Turna.Kernel;
using Turna.Kernel.Codes;

namespace Turna.Cases.BringingIn;

/// <summary>
/// What the reading says of a value or a file, in the language of the screen: the sentence, the sentences within it, and the names of the codes it
/// speaks of. What was copied from the file stays as it was written.
/// </summary>
internal static class DoubtWords
{
    private const int LongestOwnCode = 5;

    private static readonly string[] OfSex = ["by the form of the name", "the form of the name says", "by the given name", "by how the story speaks of her", "not written, {0} by '{1}'", "like the row above"];

    public static string Of(Texts texts, string said)
    {
        var (field, rest) = DoubtField.Split(said);
        return field is null ? Sentence(texts, rest) : $"{texts[DoubtField.Key(field)]}: {Sentence(texts, rest)}";
    }

    /// <summary>The sentence as a key with its values, for an error of a form.</summary>
    public static (string Key, object[] Values) Split(Texts texts, string said) =>
        DoubtSentence.Find(said) is var (sentence, values) ? (sentence.Key, [.. values.Select((value, i) => (object)Value(texts, sentence, i, value))]) : (said, []);

    /// <summary>The key of a sentence without its values; null for one that is none of these.</summary>
    public static string? KeyOf(string said) => DoubtSentence.Find(said)?.Sentence.Key;

    /// <summary>A sentence whose values were not kept.</summary>
    public static string WithoutValues(Texts texts, string key) => texts[key, DoubtSentence.NoValues];

    private static string Sentence(Texts texts, string said)
    {
        if (DoubtSentence.Find(said) is not null)
        {
            var (key, values) = Split(texts, said);
            return texts[key, values];
        }

        // "W1: …" speaks of a code of the office's own.
        var colon = said.IndexOf(": ", StringComparison.Ordinal);
        return colon is > 0 and <= LongestOwnCode && DoubtSentence.Find(said[(colon + 2)..]) is not null ? $"{said[..colon]}: {Sentence(texts, said[(colon + 2)..])}" : said;
    }

    private static string Value(Texts texts, DoubtSentence sentence, int position, string value)
    {
        if (sentence.Copied[position]) return value;
        if (value is "F" or "M" && Array.Exists(OfSex, says => sentence.Key.Contains(says, StringComparison.Ordinal))) return texts[value == "F" ? "female" : "male"];
        if (Enum.TryParse<RegisterField>(value, out var field) && Enum.IsDefined(field) && !char.IsAsciiDigit(value[0])) return ImportWords.Field(texts, field);
        return DoubtSentence.Find(value) is null ? Named(texts, value) : Sentence(texts, value);
    }

    /// <summary>A day, or one or several codes, as people read them; anything else as it is.</summary>
    public static string Named(Texts texts, string value) =>
        value.Length >= 7 && PartialDate.TryParse(value, out var date) ? texts.Date(date) : Names(texts, value) ?? value;

    /// <summary>A code or several by their names: topics parted by commas or "+", countries by "and".</summary>
    private static string? Names(Texts texts, string value)
    {
        var names = Array.ConvertAll(value.Split([", ", "+", " and "], StringSplitOptions.None), code => Name(texts, code));
        return Array.Exists(names, name => name is null) ? null : string.Join(", ", names);
    }

    private static string? Name(Texts texts, string code)
    {
        var lists = CodeLists.Shipped;
        var language = texts.Language.Code;
        // The name of a topic is a phrase of several words, and needs its ends.
        if (lists.Topics.TryFind(code, out var topic)) return texts["“{0}”", topic.Name(language)];
        if (code.Length == 2 && lists.Countries.TryFind(code, out var country)) return country.Name(language);
        return code.Length == 3 && lists.Currencies.TryFind(code, out var currency) ? currency.Name(language) : null;
    }
}
