using Turna.Kernel.Codes;

namespace Turna.UnitTests.Codes;

public sealed class Code_list_tests
{
    private static CodeLists Lists => CodeLists.Shipped;

    [Theory]
    [InlineData("РФ", "RU"), InlineData("россия", "RU"), InlineData("Орусия", "RU"), InlineData("Pоссия", "RU")]
    [InlineData("Казакстан", "KZ"), InlineData("Түркия", "TR"), InlineData("Turkiye", "TR"), InlineData("Турция ", "TR")]
    [InlineData("Корея", "KR"), InlineData("Түштүк Корея", "KR"), InlineData("USA", "US"), InlineData("АКШ", "US")]
    [InlineData("ОАЭ", "AE"), InlineData("О.А.Э.", "AE"), InlineData("KGZ", "KG"), InlineData("de", "DE")]
    public void A_country_is_known_by_the_ways_people_write_it(string written, string code) =>
        (Lists.Countries.Recognise(written)?.Value).ShouldBe(code);

    [Theory]
    [InlineData("г. Ош", "KG-GO"), InlineData("Ош обл", "KG-O"), InlineData("Кара-Суйский р-н", null), InlineData("Бишкек ш.", "KG-GB")]
    public void A_place_of_Kyrgyzstan_is_known_with_its_kind(string written, string? oblast) =>
        (Lists.Places.Recognise(written)?.Column("iso3166_2") ?? "").ShouldBe(oblast ?? "");

    [Fact]
    public void A_district_knows_its_oblast() =>
        Lists.OblastOf(Lists.Places.Recognise("Узген")!).Name("en").ShouldBe("Osh oblast");

    [Theory]
    [InlineData("что-то"), InlineData(""), InlineData("  "), InlineData("Корея Турция")]
    public void What_a_list_does_not_know_is_not_guessed(string written) => Lists.Countries.Recognise(written).ShouldBeNull();

    [Fact]
    public void Every_list_names_every_code_in_four_languages()
    {
        CodeList[] lists = [Lists.Countries, Lists.Currencies, Lists.Topics, Lists.Places, Lists.Channels];
        foreach (var code in lists.SelectMany(list => list.Codes))
            foreach (var language in Code.Languages)
                code.Column(language).ShouldNotBeEmpty($"{code.Value} in {language}");
    }

    [Fact]
    public void ISO_3166_is_complete()
    {
        Lists.Countries.Codes.Count.ShouldBe(249);
        Lists.Countries.Codes.ShouldAllBe(code => code.Value.Length == 2 && code.Column("alpha3").Length == 3);
        Lists.Countries.Codes.Select(code => code.Column("alpha3")).ShouldBeUnique();
    }

    [Fact]
    public void Parents_exist_in_their_list()
    {
        foreach (var list in new[] { Lists.Topics, Lists.Places })
            list.Codes.Where(code => code.Parent is not null && !list.TryFind(code.Parent, out _)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("countries"), InlineData("currencies"), InlineData("places"), InlineData("channels")]
    public void One_spelling_never_stands_under_two_codes(string name)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in CodeTable.Shipped($"{name}.spellings").Rows)
            foreach (var spelling in row["spellings"].Split('|').Select(Spelling.Fold).Distinct(StringComparer.Ordinal))
                if (!seen.TryAdd(spelling, row["code"])) throw new InvalidOperationException($"{spelling}: {seen[spelling]} and {row["code"]}");
    }

    [Fact]
    public void A_row_with_too_many_cells_is_refused_by_its_number() =>
        Should.Throw<FormatException>(() => CodeTable.Read(new StringReader("code,en\na,b\nc,d,e\n"), "list")).Message.ShouldContain("row 3");

    [Theory]
    [InlineData("  Ысык-Көл,   Түп ", "ысык кол туп"), InlineData("Невыплата З/П", "невыплата з/п"), InlineData("Oʻzbekiston", "ozbekiston")]
    [InlineData("Türkiye", "turkiye"), InlineData("й", "й"), InlineData("С.Ш.А.", "сша"), InlineData("г.Ош", "г ош"), InlineData("з.п. за май", "зп за май")]
    [InlineData("Мос\uFFFEква\uFDD0", "мос ква")]
    public void Folding_keeps_what_tells_words_apart(string written, string folded) => Spelling.Fold(written).ShouldBe(folded);
}
