using Turna.Cases.BringingIn;
using Turna.Cases.Contracts;
using Turna.Design;
using Turna.Design.Wording;
using Turna.Kernel.Codes;

namespace Turna.UnitTests.Importing;

/// <summary>Whom a register names as those who must not learn of it is said in the language of the screen, whatever language it was written in.</summary>
public sealed class Safety_words_tests
{
    // What the list of others holds beside people: whose it is not; and a stem that many words have.
    private static readonly string[] NoRelatives = ["чужой", "чужая", "не её", "не ее", "чоочун*", "тай*"];

    [Theory]
    [InlineData("не говорить мужу", "the husband", "муж", "күйөөсү", "eri")]
    [InlineData("күйөөсүнө айтпагыла", "the husband", "муж", "күйөөсү", "eri")]
    [InlineData("супруг не должен знать", "the husband or wife", "супруг или супруга", "жубайы", "turmush oʻrtogʻi")]
    [InlineData("свекровь не должна знать", "the mother-in-law", "свекровь или тёща", "кайненеси", "qaynonasi")]
    [InlineData("кайненеси билбесин", "the mother-in-law", "свекровь или тёща", "кайненеси", "qaynonasi")]
    [InlineData("чтобы брат не знал", "the brother", "брат", "бир тууганы (ага же ини)", "aka-ukasi")]
    [InlineData("сестра не должна знать", "the sister", "сестра", "эже-сиңдиси", "opa-singlisi")]
    [InlineData("не говорить родителям", "the parents", "родители", "ата-энеси", "ota-onasi")]
    [InlineData("ата-энеси билбесин", "the parents", "родители", "ата-энеси", "ota-onasi")]
    [InlineData("мать не должна знать", "the mother", "мать", "апасы", "onasi")]
    [InlineData("отец не должен знать", "the father", "отец", "атасы", "otasi")]
    [InlineData("родственники не знают", "the relatives", "родственники", "туугандары", "qarindoshlari")]
    [InlineData("семья не знает", "the family", "семья", "үй-бүлөсү", "oilasi")]
    [InlineData("не говорить мужу, сестре можно", "the husband", "муж", "күйөөсү", "eri")]
    [InlineData("тайно от мужа", "the husband", "муж", "күйөөсү", "eri")]
    public void Who_must_not_learn_of_it_is_said_in_four_languages(string remark, params string[] said)
    {
        var rule = Readings.Row($"Примечание={remark}").SafeContact.Single(r => r.Kind == SafeContactKind.KeepFrom);

        foreach (var (language, who) in Language.All.Zip(said)) SafetyWords.Of(Texts(language), rule).ShouldEndWith($": {who}", customMessage: $"{rule.Who} in {language}");
    }

    [Fact]
    public void Everybody_the_reading_takes_for_somebody_else_has_a_name()
    {
        var others = CodeTable.Shipped("register.words").Rows.Single(row => row["kind"] == "other")["patterns"].Split('|').Except(NoRelatives);

        others.Where(word => Said(Spelling.Fold(word.TrimEnd('*'))) is var said && said == Spelling.Fold(word.TrimEnd('*'))).ShouldBeEmpty();
    }

    private static string Said(string who) =>
        SafetyWords.Of(Texts(Language.English), new SafeContactRule(SafeContactKind.KeepFrom, who, Who: who)).Split(": ")[1];

    private static Texts Texts(Language language) => Catalogue.BuiltIn().In(language);
}
