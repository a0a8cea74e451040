using System.Globalization;
using System.Text.RegularExpressions;
using Turna.Design;

namespace Turna.Cases.BringingIn;

/// <summary>
/// The sentences with which the reading says what is doubtful of a value, or wrong with a file: English, with <c>{0}</c>, <c>{1}</c>… for what
/// it fills in. Each is a key of the translations.
/// </summary>
internal sealed partial class DoubtSentence
{
    private const int MostHoles = 5;

    // Around a sentence stand those that hold another one; of the rest the one that says most comes first, since a shorter one may fit its beginning.
    private static readonly DoubtSentence[] All =
    [
        .. Around().Select(key => new DoubtSentence(key)),
        .. OfValues().Concat(OfPlaces()).Concat(OfFiles()).Select(key => new DoubtSentence(key)).OrderByDescending(s => s.literal),
    ];

    private readonly string[] pieces;
    private readonly Regex shape;
    private readonly int literal;

    private DoubtSentence(string key)
    {
        Key = key;
        pieces = Hole().Split(key);
        literal = pieces.Sum(piece => piece.Length);
        shape = new Regex($"^{string.Join("(.+?)", pieces.Select(Regex.Escape))}$", RegexOptions.CultureInvariant | RegexOptions.Singleline, TimeSpan.FromMilliseconds(100));
        // What stands in quotation marks or brackets is copied from the file, or a place in it.
        Copied = [.. Enumerable.Range(0, pieces.Length - 1).Select(i => (pieces[i].EndsWith('\'') && pieces[i + 1].StartsWith('\'')) || IsInBrackets(i))];
    }

    public string Key { get; }

    /// <summary>By position: whether the value is shown as it stands in the file.</summary>
    public IReadOnlyList<bool> Copied { get; }

    /// <summary>The sentence that was said, and its values; null where it is none of these.</summary>
    public static (DoubtSentence Sentence, string[] Values)? Find(string said)
    {
        foreach (var sentence in All)
            if (sentence.MayBe(said) && sentence.shape.Match(said) is { Success: true } match) return (sentence, [.. match.Groups.Values.Skip(1).Select(g => g.Value)]);
        return null;
    }

    /// <summary>A sentence whose values were not kept.</summary>
    public static object[] NoValues { get; } = [.. Enumerable.Repeat("…", MostHoles)];

    // Patterns are slow, and most sentences are plainly another.
    private bool MayBe(string said) => said.Length >= literal && said.StartsWith(pieces[0], StringComparison.Ordinal) && said.EndsWith(pieces[^1], StringComparison.Ordinal);

    private bool IsInBrackets(int hole)
    {
        var before = string.Concat(pieces[..(hole + 1)]);
        return before.LastIndexOf('(') > before.LastIndexOf(')');
    }

    private static string[] Around() =>
    [
        Texts.Key("'{0}' carries a question mark or a word of doubt; {1}"),
        Texts.Key("'{0}' carries a question mark; {1}"),
        Texts.Key("not written, {0} by the form of the name"),
        Texts.Key("not written, {0} by the given name"),
        Texts.Key("{0}, {1} by the form of the name"),
        Texts.Key("{0}, {1} by the given name"),
    ];

    private static string[] OfValues() =>
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
        Texts.Key("not written, {0} by how the story speaks of her"),
        Texts.Key("not written, {0} by '{1}'"),
        Texts.Key("{0}, {1} by the city '{2}'"),
        Texts.Key("neither day, nor topic, nor name: it can't be entered"),
        Texts.Key("a single cell is filled; it may belong to the row above"),
        Texts.Key("it could not be entered as a person and is kept as text"),
        Texts.Key("'{0}' is the last result of a formula"),
        Texts.Key("'{0}' names only the year"),
        Texts.Key("'{0}' names only the month"),
        Texts.Key("'{0}' names places of {1} oblasts"),
        ReportOnRegister.Closed,
        Texts.Key("the document '{0}' stands beside another name as well"),
        Texts.Key("'{0}' names no sum"),
        Texts.Key("'{0}' read as the spreadsheet's day number of {1}"),
        Texts.Key("'{0}' read as the year {1}, may be an age"),
        Texts.Key("'{0}' read as all that was claimed"),
        Texts.Key("'{0}' read as {1}, the rest is kept as text"),
        Texts.Key("'{0}' read as {1}, too vague to be certain"),
        Texts.Key("'{0}' read as {1}, may be {2}"),
        Texts.Key("'{0}' read with the month first, unlike the rest of the register"),
        Texts.Key("'{0}' read as {1}: {2}"),
        Texts.Key("'{0}' read as {1}"),
        Texts.Key("'{0}' speaks for {1}"),
        Texts.Key("'{0}' may concern her safety: read it before any contact"),
        Texts.Key("'{0}' may be the year {1} or an age"),
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
        Texts.Key("'{0}' read as {1}, but may be denied"),
        Texts.Key("'{0}' read as {1}, but may be settled"),
        Texts.Key("'{0}' read as {1}, as '{2}'"),
        Texts.Key("'{0}' may say that it is settled"),
        Texts.Key("'{0}' read without what it denies or says to be settled"),
        Texts.Key("'{0}' read without {1}, may mean it as well"),
        Texts.Key("'{0}' stands for '{1}', which is no known topic"),
        Texts.Key("by the words '{0}'"),
        Texts.Key("marked as something else, {0} by the words '{1}'"),
        Texts.Key("a mark under '{0}', which names no single topic"),
        Texts.Key("{0} by '{1}' alone"),
        Texts.Key("{0} by the heading, {1} in the row"),
        Texts.Key("{0} by the remark"),
        Texts.Key("'{0}' may be of Kyrgyzstan or of Uzbekistan"),
        Texts.Key("'{0}' tells what came back, not what is owed"),
        Texts.Key("'{0}' read as {1}, of which something came back"),
        Texts.Key("what came back in '{0}' was not understood"),
        Texts.Key("'{0}' added up to {1}"),
        Texts.Key("it stands over the headings"),
        Texts.Key("not written, taken for the person above"),
        Texts.Key("not written, {0} like the row above"),
        Texts.Key("belongs to no entry above it"),
        Texts.Key("stands in a table without a column for {0}"),
        Texts.Key("'{0}' stands in a lower row of the entry, under no heading of its own: it may be somebody else's telephone"),
        Texts.Key("'{0}' stands in a lower row of the entry, under '{1}': it may be somebody else's"),
        Texts.Key("'{0}' is a city, {1} is taken: {2}"),
    ];

    // The reasons of the lists of countries and cities that a spelling does not name for certain.
    private static string[] OfPlaces() =>
    [
        Texts.Key("РК stands for Kazakhstan (Республика Казахстан), rarely for Korea"),
        Texts.Key("РБ stands for Belarus, and for Bashkortostan in Russia"),
        Texts.Key("КР stands for Kyrgyzstan, and for the Republic of Korea"),
        Texts.Key("shortened"),
        Texts.Key("the list of countries takes no side"),
        Texts.Key("has no code of its own"),
        Texts.Key("a place of this name lies in another country as well"),
        Texts.Key("it is a word besides"),
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
        Texts.Key("the file has a table from row {0} on without a column for {1}; its rows were rejected"),
        Texts.Key("the sheet '{0}' has a table from row {1} on without a column for {2}; its rows were rejected"),
        Texts.Key("the file has a table beside the entries (columns {0} to {1}); it was not read"),
        Texts.Key("the sheet '{0}' has a table beside the entries (columns {1} to {2}); it was not read"),
        Texts.Key("the sheet '{0}' explains the codes of topics"),
        Texts.Key("the file explains the codes of topics"),
        Texts.Key("this is neither a workbook nor text; save the register as XLSX or CSV"),
    ];

    [GeneratedRegex(@"\{[0-9]\}")]
    private static partial Regex Hole();
}
