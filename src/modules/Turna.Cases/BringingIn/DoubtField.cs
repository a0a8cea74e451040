using Turna.Design;

namespace Turna.Cases.BringingIn;

/// <summary>What a doubt of a row is about, and how such doubts are counted and shown together.</summary>
internal static class DoubtField
{
    public const string BirthYear = "birthYear";

    // In the order in which they matter to whoever looks them through.
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["remark"] = Texts.Key("Safety"), ["date"] = Texts.Key("Day"), ["topics"] = Texts.Key("Question"), ["country"] = Texts.Key("Country"),
        ["name"] = Texts.Key("Name"), ["phone"] = Texts.Key("Telephone"), ["claimed"] = Texts.Key("Sum claimed"), ["recovered"] = Texts.Key("Sum recovered"),
        ["currency"] = Texts.Key("Currency"), ["sex"] = Texts.Key("Sex"), ["place"] = Texts.Key("Home"), ["row"] = Texts.Key("Row"),
        [BirthYear] = Texts.Key("Year of birth"),
    };

    /// <summary>All of them, in the order in which they are shown.</summary>
    public static IReadOnlyCollection<string> All => Words.Keys;

    /// <summary>The English key of its name.</summary>
    public static string Key(string field) => Words[field];

    /// <summary>The field itself; null for what is none.</summary>
    public static string? Known(string? field) => field is not null && Words.ContainsKey(field) ? field : null;

    /// <summary>The field that a doubt names, and what it says of it; null where it names none.</summary>
    public static (string? Field, string Said) Split(string doubt)
    {
        var colon = doubt.IndexOf(": ", StringComparison.Ordinal);
        return colon > 0 && Words.ContainsKey(doubt[..colon]) ? (doubt[..colon], doubt[(colon + 2)..]) : (null, doubt);
    }
}
