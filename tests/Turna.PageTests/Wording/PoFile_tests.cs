using Turna.Design;
using Turna.Design.Wording;

namespace Turna.PageTests.Wording;

public sealed class PoFile_tests
{
    [Fact]
    public void Reads_contexts_plurals_flags_comments_and_folded_strings()
    {
        const string Text = """
            msgid ""
            msgstr ""
            "Language: ru\n"

            # for the lawyer
            #: src/x.cshtml
            #, fuzzy, c-format
            msgctxt "Cases/Opening/Details"
            msgid "Open"
            msgstr "Открытое"

            msgid "one case"
            msgid_plural "{0} cases"
            msgstr[0] "одно дело"
            msgstr[1] "{0} дела"
            msgstr[2] "{0} дел"

            msgid "He said "
            "\"no\"\n"
            msgstr "Он сказал "
            "«нет»\n"
            """;

        var entries = PoFile.Parse(Text, "cases.ru.po", Language.Russian).Entries;

        entries.Count.ShouldBe(3);
        (entries[0].Context, entries[0].Id, entries[0].IsFuzzy, entries[0].Translations[0]).ShouldBe(("Cases/Opening/Details", "Open", true, "Открытое"));
        entries[0].Comments.ShouldBe(["# for the lawyer", "#: src/x.cshtml"]);
        entries[1].IsFuzzy.ShouldBeFalse();
        entries[1].Translations.ShouldBe(["одно дело", "{0} дела", "{0} дел"]);
        (entries[2].Id, entries[2].Translations[0]).ShouldBe(("He said \"no\"\n", "Он сказал «нет»\n"));
    }

    [Fact]
    public void Writes_what_it_reads()
    {
        PoEntry[] entries =
        [
            new("Page", "A \"quoted\"\ttext\\", null, ["Текст\nв две строки"]) { Comments = ["#: a.cs"], IsFuzzy = true },
            new(null, "one", "{0} many", ["один", "{0} два", "{0} пять"]),
            new(null, "untranslated", null, [""]),
        ];

        var read = PoFile.Parse(PoFile.Write(entries, Language.Russian), "x.ru.po", Language.Russian).Entries;

        read.Select(entry => (entry.Context, entry.Id, entry.PluralId, entry.IsFuzzy, string.Join('|', entry.Translations)))
            .ShouldBe(entries.Select(entry => (entry.Context, entry.Id, entry.PluralId, entry.IsFuzzy, string.Join('|', entry.Translations))));
        read[0].Comments.ShouldBe(["#: a.cs"]);
    }

    [Theory]
    [InlineData("msgid \"a\"\nmsgstr \"b", "x.ru.po:2: a string must stand between quotation marks")]
    [InlineData("msgid \"a\"\nmsgstr \"b\"c\"", "x.ru.po:2: a quotation mark inside a string needs a backslash")]
    [InlineData("msgid \"a\"\nmsgstr \"\\q\"", "x.ru.po:2: '\\q' is not an escape")]
    [InlineData("msgid \"a\"\nmsgid \"b\"\nmsgstr \"c\"", "x.ru.po:2: no msgstr for \"a\"")]
    [InlineData("msgstr \"a\"", "x.ru.po:1: msgstr without msgid")]
    [InlineData("\"a\"", "x.ru.po:1: a string without a keyword")]
    [InlineData("msgfoo \"a\"", "x.ru.po:1: 'msgfoo' is not a keyword")]
    [InlineData("rubbish", "x.ru.po:1: 'rubbish' is neither a keyword nor a string")]
    [InlineData("msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[0] \"c\"", "x.ru.po:1: \"a\" has 1 forms, ru needs 3")]
    [InlineData("msgid \"a\"\nmsgstr[1] \"c\"", "x.ru.po:2: msgstr[n] without msgid_plural")]
    [InlineData("msgid \"a\"\nmsgstr \"b\"\nmsgstr \"c\"", "x.ru.po:3: the same msgstr twice")]
    [InlineData("msgid \"a\"\nmsgstr \"b\"\n\nmsgid \"a\"\nmsgstr \"c\"", "x.ru.po:4: \"a\" stands here twice")]
    [InlineData("msgctxt \"a\"", "x.ru.po:1: msgctxt without msgid")]
    public void A_broken_file_is_refused_with_its_line(string text, string message) =>
        Should.Throw<PoFormatException>(() => PoFile.Parse(text, "x.ru.po", Language.Russian)).Message.ShouldBe(message);

    [Fact]
    public void A_file_of_an_unknown_language_is_refused() =>
        Should.Throw<PoFormatException>(() => Catalogue.Read([("cases.fr.po", "")]));
}
