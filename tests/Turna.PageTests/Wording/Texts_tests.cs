using Turna.Design;
using Turna.Design.Wording;
using Turna.Kernel;

namespace Turna.PageTests.Wording;

public sealed class Texts_tests
{
    private static readonly Catalogue Catalogue = Catalogue.Read(
    [
        ("cases.ru.po", """
            msgid "Open"
            msgstr "Открыть"

            msgctxt "Cases/Opening/Details"
            msgid "Open"
            msgstr "Открытое"

            msgid "{0} owes {1}"
            msgstr "{1} должен {0}"

            msgid "one case of {1}"
            msgid_plural "{0} cases of {1}"
            msgstr[0] "{0} дело: {1}"
            msgstr[1] "{0} дела: {1}"
            msgstr[2] "{0} дел: {1}"

            msgid "Not ready"
            msgstr ""
            """),
    ]);

    private readonly Texts russian = Catalogue.In(Language.Russian);

    [Fact]
    public void A_page_may_word_a_text_in_its_own_way()
    {
        russian["Open"].ShouldBe("Открыть");
        russian.At("Cases/Opening/Details")["Open"].ShouldBe("Открытое");
        russian.At("Cases/Closing/Close")["Open"].ShouldBe("Открыть");
    }

    [Fact]
    public void A_text_without_translation_appears_in_English()
    {
        russian["Not ready"].ShouldBe("Not ready");
        russian["Unknown to us"].ShouldBe("Unknown to us");
        Catalogue.In(Language.Kyrgyz)["Open"].ShouldBe("Open");
    }

    [Fact]
    public void Placeholders_are_filled_in_the_order_of_the_language_and_only_once()
    {
        russian["{0} owes {1}", new Money(71_500, "RUB"), "{0}"].ShouldBe("{0} должен 71\u00a0500\u00a0₽");
        russian["{0} owes {1}", "a"].ShouldBe("{1} должен a");
        russian["100 % {sure}", 5].ShouldBe("100 % {sure}");
    }

    [Fact]
    public void Arguments_are_written_as_the_language_does()
    {
        russian["{0}, {1}, {2}", 12_345, new DateOnly(2026, 11, 24), new DateTime(2026, 11, 24, 9, 5, 0)]
            .ShouldBe("12\u00a0345, 24 ноября 2026, 24 ноября 2026, 09:05");
    }

    [Theory]
    [InlineData(1, "1 дело: право")]
    [InlineData(3, "3 дела: право")]
    [InlineData(1_005, "1\u00a0005 дел: право")]
    public void A_count_chooses_the_plural(long count, string text) =>
        russian.Plural(count, "one case of {1}", "{0} cases of {1}", "право").ShouldBe(text);

    [Fact]
    public void Without_translation_the_English_plural_is_used()
    {
        var kyrgyz = Catalogue.In(Language.Kyrgyz);

        kyrgyz.Plural(1, "one case of {1}", "{0} cases of {1}", "law").ShouldBe("one case of law");
        kyrgyz.Plural(2, "one case of {1}", "{0} cases of {1}", "law").ShouldBe("2 cases of law");
    }

    [Fact]
    public void A_refusal_is_said_in_the_language_of_the_reader()
    {
        russian.Why(Error.Refuse("{0} owes {1}", "a", "b")).ShouldBe("b должен a");
        Catalogue.BuiltIn().In(Language.Russian).Why(Error.NotFound).ShouldBe("Этого не нашлось или у вас нет права это открыть.");
    }
}
