using System.Text.RegularExpressions;
using Turna.Cases.BringingIn;
using Turna.Design;
using Turna.Design.Wording;

namespace Turna.UnitTests.Importing;

/// <summary>What the reading says of a row stands on the page in the language of whoever reads it, whatever sentences and codes are in it.</summary>
public sealed partial class Doubt_words_tests
{
    private static readonly Texts Russian = Catalogue.BuiltIn().In(Language.Russian);
    private static readonly Texts English = Catalogue.BuiltIn().In(Language.English);

    [Theory]
    [InlineData("register-2023-a.xlsx"), InlineData("register-2023-b.csv"), InlineData("register-2023-c.xlsx")]
    public void Of_the_samples_nothing_is_left_in_English(string sample)
    {
        var register = Sample_register_tests.Read(sample);
        var said = register.Rows.SelectMany(row => row.Problems.Concat(row.Notes)).Concat(register.Notices).ToList();
        said.ShouldNotBeEmpty();
        foreach (var doubt in said) ShouldBeRussian(doubt);
    }

    [Theory]
    [InlineData("Страна=РК"), InlineData("Страна=РБ"), InlineData("Страна=КР"), InlineData("Страна=СШ"), InlineData("Страна=Крым"), InlineData("Страна=ТРСК"), InlineData("Страна=Россия/Турция"), InlineData("Страна=Р. Козокстн")]
    [InlineData("Страна=Киров"), InlineData("Страна=Мирный"), InlineData("Страна=Россия?"), InlineData("Страна=неизвестность"), InlineData("Область=Ош"), InlineData("Область=Ош, Чуй")]
    [InlineData("Год рожд.=1990/1991"), InlineData("Год рожд.=около 1990"), InlineData("Год рожд.=35"), InlineData("Год рожд.=3"), InlineData("Год рожд.=1890"), InlineData("Возраст=35"), InlineData("Возраст=88"), InlineData("Возраст=взрослая")]
    [InlineData("ФИО=Айг?л"), InlineData("ФИО=Эрлан и брат"), InlineData("ФИО=жена Осмоналиева Бакыта"), InlineData("Пол=а"), InlineData("Пол=ж?"), InlineData("Пол=м"), InlineData("Пол=ххх")]
    [InlineData("Телефон=+99655512"), InlineData("Телефон=0555 440011 (кто-то)"), InlineData("Телефон=нет связи"), InlineData("Примечание=дубль"), InlineData("Примечание=опасно, муж угрожает")]
    [InlineData("Сумма долга=90000 som"), InlineData("Сумма долга=много"), InlineData("Сумма долга=50-60 тыс"), InlineData("Сумма долга=около 50000 руб"), InlineData("Сумма долга=50000"), InlineData("Сумма долга=50000 руб + 20000 руб"), InlineData("Сумма долга=1 мин"), InlineData("Сумма долга=50000 руб, вернули 20000")]
    [InlineData("Дата=01.01.9999"), InlineData("Дата=01.01.1950"), InlineData("Дата=май 2023"), InlineData("Дата=31.02.2023"), InlineData("Дата=когда-то"), InlineData("Дата=05.15.2023"), InlineData("Дата=15.05"), InlineData("Дата=12-14.05.2023"), InlineData("Дата=15.05.2023?"), InlineData("Дата=45061"), InlineData("Дата=2023"), InlineData("Дата=")]
    [InlineData("Вопрос=зарплата выплачена"), InlineData("Вопрос=зарплата, но кажется абракадабра"), InlineData("Вопрос=насилия нет"), InlineData("Вопрос=насилие, развод"), InlineData("Вопрос=zarplata"), InlineData("Вопрос=зарпл."), InlineData("Вопрос=абракадабра"), InlineData("Вопрос=обратилась в полицию"), InlineData("Вопрос="), InlineData("Вопрос=долг не отдают, но вернули"), InlineData("Вопрос=св. о рожд."), InlineData("Вопрос=помощь")]
    public void Of_a_row_nothing_is_left_in_English(string cell)
    {
        foreach (var doubt in Readings.Row(cell).Problems) ShouldBeRussian(doubt);
    }

    /// <summary>Sentences that the reading makes of rows in tables of a shape of their own.</summary>
    [Theory]
    [InlineData("topics: 'долг за товар' read as debt_money, but may be settled"), InlineData("topics: 'долг' read as debt_money, may be wages as well"), InlineData("topics: 'долг' read as debt_money, but 'товар' was not understood")]
    [InlineData("topics: 'долг' read as debt_money, but may be denied"), InlineData("topics: 'долг' may say that it is settled"), InlineData("topics: 'долг' read without what it denies or says to be settled"), InlineData("topics: 'долг' read without wages, may mean it as well")]
    [InlineData("topics: by the words 'долг'"), InlineData("topics: marked as something else, wages, debt_money by the words 'долг'"), InlineData("topics: a mark under 'разное', which names no single topic"), InlineData("topics: gbv by 'насилие' alone"), InlineData("topics: wages by the mark under 'оплата'")]
    [InlineData("topics: W1: 'долг' read as debt_money, too vague to be certain"), InlineData("topics: 'W1' stands for 'прочее', which is no known topic"), InlineData("topics: 'уволили' read as dismissal+wages, too vague to be certain"), InlineData("topics: not written, wages like the row above")]
    [InlineData("currency: RUB by the heading, KGS in the row"), InlineData("currency: KGS by the remark"), InlineData("currency: not written, RUB by the country"), InlineData("currency: 'сом' may be of Kyrgyzstan or of Uzbekistan"), InlineData("claimed: '100 сом': of Kyrgyzstan or of Uzbekistan, read as KGS")]
    [InlineData("claimed: 'вернули' tells what came back, not what is owed"), InlineData("claimed: '50' read as 50, of which something came back"), InlineData("recovered: what came back in 'часть' was not understood"), InlineData("claimed: '5+5' added up to 10")]
    [InlineData("row: it stands over the headings"), InlineData("row: belongs to no entry above it"), InlineData("row: stands in a table without a column for the day of the consultation"), InlineData("name: not written, taken for the person above")]
    [InlineData("row: '0555' stands in a lower row of the entry, under no heading of its own: it may be somebody else's telephone"), InlineData("row: 'Роза' stands in a lower row of the entry, under 'ФИО': it may be somebody else's")]
    [InlineData("sex: not written, F like the row above"), InlineData("sex: 'ххх' was not understood as a sex, M by the form of the name"), InlineData("sex: 'ххх' was not understood as a sex, F by the given name"), InlineData("sex: not written, F by 'дочь'")]
    [InlineData("country: 'Киров' is a city, RU is taken: it is a word besides"), InlineData("country: 'Сочи' names RU and TR, the first is taken"), InlineData("country: 'юг' was not understood as a country, RU by the city 'Сочи'")]
    [InlineData("date: 'пн 15.05' carries a question mark or a word of doubt; '15.05' has no year, taken as 2023 like the register")]
    [InlineData("the sheet 'Лист' has a table from row 5 on without a column for the person or the question; its rows were rejected"), InlineData("the file has a table beside the entries (columns KG to KZ); it was not read")]
    [InlineData("columns 'Дата' (F) and 'День' (KG) both look like Date: the first is used, the second kept as text"), InlineData("the sheet 'Коды' explains the codes of topics")]
    public void Of_what_the_reading_may_say_nothing_is_left_in_English(string doubt) => ShouldBeRussian(doubt);

    [Fact]
    public void Codes_are_named_and_what_was_copied_stays_as_it_was_written()
    {
        DoubtWords.Of(English, "topics: 'wages' read as wages, may be debt_money as well").ShouldStartWith("Question: 'wages' read as ", Case.Sensitive);
        DoubtWords.Of(Russian, "country: 'KG' read as RU").ShouldBe("Страна: «KG» понято как Россия");
        DoubtWords.Of(Russian, "columns 'Дата' (F) and 'День' (M) both look like Date: the first is used, the second kept as text").ShouldContain("(F)");
    }

    [Theory, InlineData("a PNG picture"), InlineData("a PDF document"), InlineData("an archive"), InlineData("РК stands for Kazakhstan (Республика Казахстан), rarely for Korea"), InlineData("the day of the consultation"), InlineData("column 'Год' was taken for this by its values alone"), InlineData("a second column says 'ж'"), InlineData("what stands under 'Вопрос' is too long to be read to its end")]
    public void What_a_file_is_and_why_has_a_key(string said) => DoubtWords.KeyOf(said).ShouldNotBeNull();

    private static void ShouldBeRussian(string doubt)
    {
        var said = DoubtWords.Of(Russian, doubt);
        var own = said;
        while (Quoted().IsMatch(own)) own = Quoted().Replace(own, string.Empty);
        Latin().IsMatch(Place().Replace(own, string.Empty)).ShouldBeFalse($"{doubt} → {said}");
    }

    [GeneratedRegex("«[^«»]*»")]
    private static partial Regex Quoted();

    // A code of the office's own, and the letters of columns.
    [GeneratedRegex(@"\bW1: |\([A-Z]{1,2}\)|\b[A-Z]{1,2} (?=до)|(?<=до )[A-Z]{1,2}\b|(столбцы|по) [A-Z]{1,2}\b")]
    private static partial Regex Place();

    [GeneratedRegex("[A-Za-z]{2,}|[FM]")]
    private static partial Regex Latin();
}
