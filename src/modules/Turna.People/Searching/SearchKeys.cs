using Turna.Names;
using Turna.People.Keeping;
using Sex = Turna.Names.Sex;

namespace Turna.People.Searching;

/// <summary>A key of the blind index before it becomes a token.</summary>
/// <param name="Kind">Keeps keys of different making apart.</param>
/// <param name="Text">The key.</param>
/// <param name="Weight">How much it tells that somebody answers to it.</param>
internal readonly record struct SearchKey(string Kind, string Text, int Weight)
{
    public const int NumberWeight = 100;

    /// <summary>A telephone or a document, which few share.</summary>
    public bool IsNumber => Weight == NumberWeight;

    public static SearchKey Phone(string number) => new("phone", number, NumberWeight);

    public static SearchKey Document(string number) => new("document", number, NumberWeight);

    // The version of the rules is no part of the kind: while an index is made anew, most keys still meet those of the rules before.
    public static SearchKey Of(NameKey key) => key.Kind switch
    {
        NameKeyKind.TwoNames => new("name2", key.Text, 4),
        NameKeyKind.NameAndYear => new("name-year", key.Text, 3),
        NameKeyKind.NameAndStart => new("name-start", key.Text, 2),
        _ => new("initial", key.Text, 1),
    };
}

/// <summary>The keys by which a person is found. All come from the names engine; nothing that few people share is indexed alone.</summary>
internal static class SearchKeys
{
    /// <summary>Country of a number written without its country code.</summary>
    public const string HomeCountry = "KG";

    public const int ShortestDocument = 5;

    public static HashSet<SearchKey> Of(Identity identity)
    {
        var keys = new HashSet<SearchKey>();
        foreach (var record in Records(identity)) keys.UnionWith(NameKeys.For(record).Select(SearchKey.Of));
        keys.UnionWith(identity.Phones.Select(p => PhoneKey(p.Number)).Where(k => k.Length > 0).Select(SearchKey.Phone));
        keys.UnionWith(identity.Documents.Select(d => DocumentKey(d.Number)).Where(k => k.Length >= ShortestDocument).Select(SearchKey.Document));
        return keys;
    }

    /// <summary>Every form of her name with what else counts in a comparison.</summary>
    public static IEnumerable<NameRecord> Records(Identity identity) => identity.Names.Select(n => new NameRecord(n.Read(), SexOf(identity), identity.BirthDate?.Year));

    public static string PhoneKey(string? number) => PhoneNumber.MatchKey(number, HomeCountry);

    /// <summary>
    /// Letters and digits alone. A series typed on the wrong keyboard is found by look (Н for H) and by sound (Н for N): letters that
    /// either way stand for each other are one. The digits tell documents apart.
    /// </summary>
    public static string DocumentKey(string? number)
    {
        if (number is null) return string.Empty;
        var kept = Kernel.Writing.Normal(number, System.Text.NormalizationForm.FormKC).ToUpperInvariant().Where(char.IsLetterOrDigit).Select(SeriesLetter).Take(40);
        return string.Concat(kept);
    }

    private static Sex SexOf(Identity identity) => identity.Sex switch
    {
        Evidence.Contracts.Sex.Female => Sex.Female,
        Evidence.Contracts.Sex.Male => Sex.Male,
        _ => Sex.Unknown,
    };

    private static char SeriesLetter(char letter) => letter switch
    {
        'А' => 'A',
        'В' or 'V' => 'B',
        'Е' => 'E',
        'И' or 'І' => 'I',
        'Д' => 'D',
        'К' => 'K',
        'М' => 'M',
        'Н' or 'H' => 'N',
        'О' => 'O',
        'Р' or 'R' => 'P',
        'С' or 'S' => 'C',
        'Т' => 'T',
        'У' or 'U' => 'Y',
        'Х' => 'X',
        _ => letter,
    };
}
