using System.Globalization;
using System.Text.RegularExpressions;
using Turna.Design;
using Turna.Kernel;
using Turna.Kernel.Codes;

namespace Turna.Cases.BringingIn;

/// <summary>
/// What the reading says of a value or a file, in the language of the screen. The reading speaks English with values in it; each of its
/// sentences is a key here, and what follows none of them is shown as it stands.
/// </summary>
internal static class DoubtWords
{
    private static readonly Dictionary<string, string> Fields = new(StringComparer.Ordinal)
    {
        ["date"] = Texts.Key("Day"), ["sex"] = Texts.Key("Sex"), ["birthYear"] = Texts.Key("Year of birth"), ["country"] = Texts.Key("Country"),
        ["topics"] = Texts.Key("Question"), ["phone"] = Texts.Key("Telephone"), ["remark"] = Texts.Key("Remark"), ["place"] = Texts.Key("Home"),
        ["claimed"] = Texts.Key("Sum claimed"), ["recovered"] = Texts.Key("Sum recovered"), ["currency"] = Texts.Key("Currency"), ["row"] = Texts.Key("Row"),
        ["name"] = Texts.Key("Name"),
    };

    // A longer sentence before one that its beginning would also fit.
    private static readonly (string Key, Regex Shape)[] Sentences = [.. Keys().Select(key => (key, Shape(key)))];

    public static string Of(Texts texts, string said)
    {
        var colon = said.IndexOf(": ", StringComparison.Ordinal);
        return colon > 0 && Fields.TryGetValue(said[..colon], out var field) ? $"{texts[field]}: {Sentence(texts, said[(colon + 2)..])}" : Sentence(texts, said);
    }

    /// <summary>The sentence as a key with its values, for an error of a form.</summary>
    public static (string Key, object[] Values) Split(string said)
    {
        foreach (var (key, shape) in Sentences)
        {
            if (shape.Match(said) is { Success: true } match) return (key, [.. match.Groups.Values.Skip(1).Select(g => g.Value)]);
        }

        return (said, []);
    }

    /// <summary>The key of a sentence without its values; null for one that is none of these.</summary>
    public static string? KeyOf(string said) => Array.Find(Sentences, s => s.Shape.IsMatch(said)).Key;

    /// <summary>A sentence whose values were not kept.</summary>
    public static string WithoutValues(Texts texts, string key) => texts[key, "…", "…", "…", "…", "…"];

    private static string Sentence(Texts texts, string said)
    {
        var (key, values) = Split(said);
        var ofSex = key.Contains("form of the name", StringComparison.Ordinal) || key.StartsWith("not written, {0} by", StringComparison.Ordinal);
        return texts[key, [.. values.Select(v => ofSex && OfSex(texts, (string)v) is { } sex ? sex : Value(texts, (string)v))]];
    }

    private static string? OfSex(Texts texts, string value) => value switch { "F" => texts["female"], "M" => texts["male"], _ => null };

    // A value may be a code, a day or a sentence of its own.
    public static string Value(Texts texts, string value)
    {
        if (CodeLists.Shipped.Topics.TryFind(value, out var topic)) return topic.Name(texts.Language.Code);
        if (value.Length == 2 && CodeLists.Shipped.Countries.TryFind(value, out var country)) return country.Name(texts.Language.Code);
        if (value.Length >= 7 && PartialDate.TryParse(value, out var date)) return texts.Date(date);
        return value.Contains("; ", StringComparison.Ordinal) || Sentences.All(s => !s.Shape.IsMatch(value)) ? value : Sentence(texts, value);
    }

    private static Regex Shape(string key)
    {
        var shape = Regex.Escape(key).Replace(@"\{", "{", StringComparison.Ordinal);
        for (var i = 0; i < 5; i++) shape = shape.Replace("{" + i.ToString(CultureInfo.InvariantCulture) + "}", "(.+?)", StringComparison.Ordinal);
        return new Regex($"^{shape}$", RegexOptions.CultureInvariant | RegexOptions.Singleline, TimeSpan.FromMilliseconds(100));
    }

    private static string[] Keys() =>
    [
        Texts.Key("'{0}' is formatted as the currency of whichever computer shows it"),
        Texts.Key("'{0}' read as a Kyrgyz abbreviation"),
        Texts.Key("'{0}' stands in a column taken for this by its values alone"),
        Texts.Key("'{0}' is more than one person: nobody is registered"),
        Texts.Key("'{0}' is somebody's relative, not named herself: nobody is registered"),
        Texts.Key("'{0}' says that it stands twice"),
        Texts.Key("it is struck through"),
        Texts.Key("what stands under '{0}' is too long to be read to its end"),
        Texts.Key("'{0}': of Kyrgyzstan or of Uzbekistan, read as {1}"),
        Texts.Key("'{0}' has a sign where a letter may be lost"),
        Texts.Key("'{0}' may be the city of Osh or Osh oblast"),
        Texts.Key("'{0}' names two years, the first is taken"),
        Texts.Key("'{0}' names {1}, the first is taken"),
        Texts.Key("{0} cells under {1} headings; '{2}' joined, but other places fit as well"),
        Texts.Key("{0} cells under {1} headings; '{2}' taken as one"),
        Texts.Key("{0} has not the length of a number of its country"),
        Texts.Key("'{0}' has too few digits"),
        Texts.Key("'{0}' has too many digits"),
        Texts.Key("a second column says '{0}'"),
        Texts.Key("column '{0}' was taken for this by its values alone"),
        Texts.Key("{0} by the mark under '{1}'"),
        Texts.Key("'{0}' read as {1}, though the heading counts in {2}"),
        Texts.Key("'{0}' is in another currency than the heading, and is not counted in {1}"),
        Texts.Key("'{0}' carries a question mark or a word of doubt; {1}"),
        Texts.Key("'{0}' carries a question mark or a word of doubt"),
        Texts.Key("'{0}' read as a day of the month over it, {1}"),
        Texts.Key("'{0}' read as an age, may be the year {1} or {2}"),
        Texts.Key("'{0}' read as {1}, may be {2}: other days here put the month first"),
        Texts.Key("'{0}': {1} years of age would mean {2}"),
        Texts.Key("'{0}': {1} is another day of the week"),
        Texts.Key("'{0}' read as {1}, but '{2}' was not understood"),
        Texts.Key("'{0}' read as {1}, may be {2} as well"),
        Texts.Key("'{0}' taken for the kind of the matter, may be a second one"),
        Texts.Key("'{0}' may only say where she complained"),
        Texts.Key("said to be the person of entry '{0}'"),
        Texts.Key("may stand in '{0}' under '{1}'"),
        Texts.Key("the spreadsheet holds {0}, but seems to have turned day and month round: read as {1}"),
        Texts.Key("what is written beside the sum was not understood"),
        Texts.Key("not written"),
        Texts.Key("not written, {0} by the country"),
        Texts.Key("not written, {0} like the other sums of the register"),
        Texts.Key("not written, {0} by the form of the name"),
        Texts.Key("not written, {0} by the given name"),
        Texts.Key("not written, {0} by how the story speaks of her"),
        Texts.Key("not written, {0} by '{1}'"),
        Texts.Key("{0}, {1} by the form of the name"),
        Texts.Key("{0}, {1} by the city '{2}'"),
        Texts.Key("neither day, nor topic, nor name: it can't be entered"),
        Texts.Key("a single cell is filled; it may belong to the row above"),
        Texts.Key("it could not be entered as a person and is kept as text"),
        Texts.Key("'{0}' is the last result of a formula"),
        Texts.Key("'{0}' names only the year"),
        Texts.Key("'{0}' names only the month"),
        Texts.Key("'{0}' names places of {1} oblasts"),
        Texts.Key("'{0}' names no sum"),
        Texts.Key("'{0}' read as the spreadsheet's day number of {1}"),
        Texts.Key("'{0}' read as the year {1}, may be an age ({2})"),
        Texts.Key("'{0}' read as all that was claimed"),
        Texts.Key("'{0}' read as {1}, the rest is kept as text"),
        Texts.Key("'{0}' read as {1}, too vague to be certain"),
        Texts.Key("'{0}' read as {1}, may be {2}"),
        Texts.Key("'{0}' read with the month first, unlike the rest of the register"),
        .. OfCountries(),
        Texts.Key("'{0}' read as {1}: {2}"),
        Texts.Key("'{0}' read as {1}"),
        Texts.Key("'{0}' speaks for {1}"),
        Texts.Key("'{0}' may concern her safety: read it before any contact"),
        Texts.Key("'{0}' may be the year {1} or an age"),
        Texts.Key("'{0}' carries a question mark; {1}"),
        Texts.Key("'{0}' carries a question mark"),
        Texts.Key("'{0}' has no month {1}; read with the month first"),
        Texts.Key("'{0}' has no number"),
        Texts.Key("'{0}' has no year, taken as {1} like the register"),
        Texts.Key("'{0}' is a city, {1} is taken"),
        Texts.Key("'{0}' is a span of days, its first is taken"),
        Texts.Key("'{0}' is a span, its lower end is taken"),
        Texts.Key("'{0}' is approximate, read as {1}"),
        Texts.Key("'{0}' is approximate"),
        Texts.Key("'{0}' is no day of the calendar"),
        Texts.Key("'{0}' beside the number: whose it is was not understood, so it is not taken for hers"),
        Texts.Key("'{0}': the words beside the sum were not understood"),
        Texts.Key("'{0}' means an age of {1}"),
        Texts.Key("'{0}' was not understood as a sex"),
        Texts.Key("'{0}' was not understood as a country"),
        Texts.Key("'{0}' was not understood as a day"),
        Texts.Key("'{0}' was not understood as a phone"),
        Texts.Key("'{0}' was not understood as a sum"),
        Texts.Key("'{0}' was not understood as a year of birth"),
        Texts.Key("'{0}' was not understood as a topic"),
        Texts.Key("'{0}' was not understood"),
        Texts.Key("the column says {0}, the form of the name says {1}"),
        Texts.Key("the country is {0}, but '{1}' lies in {2}"),
        Texts.Key("{0} is more than the {1} claimed"),
        Texts.Key("{0} claimed, {1} recovered"),
        Texts.Key("{0} is very long ago"),
        Texts.Key("{0} lies in the future"),
        Texts.Key("{0}: the year is not the register's ({1})"),
        Texts.Key("{0} cells under {1} headings"),
        Texts.Key("columns '{0}' ({1}) and '{2}' ({3}) both look like {4}: the first is used, the second kept as text"),
        .. OfFiles(),
    ];

    // The reasons of the list of countries that a spelling does not name for certain.
    private static string[] OfCountries() =>
    [
        Texts.Key("РК stands for Kazakhstan (Республика Казахстан), rarely for Korea"),
        Texts.Key("РБ stands for Belarus, and for Bashkortostan in Russia"),
        Texts.Key("КР stands for Kyrgyzstan, and for the Republic of Korea"),
        Texts.Key("shortened"),
        Texts.Key("the list of countries takes no side"),
        Texts.Key("has no code of its own"),
    ];

    private static string[] OfFiles() =>
    [
        Texts.Key("the file is empty"),
        Texts.Key("a PDF document"),
        Texts.Key("an RTF document"),
        Texts.Key("a PNG picture"),
        Texts.Key("a JPEG picture"),
        Texts.Key("a GIF picture"),
        Texts.Key("an archive"),
        Texts.Key("a compressed file"),
        Texts.Key("an empty or damaged archive"),
        Texts.Key("a web page or XML"),
        Texts.Key("the day of the consultation"),
        Texts.Key("the person or the question"),
        Texts.Key("the file has no rows"),
        Texts.Key("the register has headings but no rows"),
        Texts.Key("the file has more than {0} rows; split it by year or month"),
        Texts.Key("the file is larger than {0} MiB; split it by year or month"),
        Texts.Key("the workbook has too many parts to be a register"),
        Texts.Key("the workbook is damaged; open it in a spreadsheet program and save it again"),
        Texts.Key("the workbook is protected by a password; open it, remove the password and save it again"),
        Texts.Key("the workbook unpacks to far more than a register holds; it is refused as unsafe"),
        Texts.Key("cells of the workbook lie farther out than those of any register; delete what stands far to the right or far below, and save it again"),
        Texts.Key("row {0} has more than {1} cells; no register has so many columns"),
        Texts.Key("a cell of row {0} is longer than {1} characters"),
        Texts.Key("a cell is longer than {0} characters"),
        Texts.Key("this is a Word document; put the table into a spreadsheet and save it as XLSX"),
        Texts.Key("this is a binary workbook (XLSB); save it as XLSX"),
        Texts.Key("this is an OpenDocument file; save it as XLSX"),
        Texts.Key("this is an archive, not a workbook"),
        Texts.Key("this is {0}, not a table; save the register as XLSX or CSV"),
        Texts.Key("the file has no column for {0}; it was left out"),
        Texts.Key("the file has no row of headings that names a day, a person or a question; it was left out"),
        Texts.Key("the sheet '{0}' has no column for {1}; it was left out"),
        Texts.Key("the sheet '{0}' has no row of headings that names a day, a person or a question; it was left out"),
    ];
}
