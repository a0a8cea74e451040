using Turna.Cases.BringingIn;

namespace Turna.UnitTests.Importing;

/// <summary>A sentence of the reading that is no key stays English on every page.</summary>
public sealed class Doubt_words_tests
{
    [Theory]
    [InlineData("Страна=РК"), InlineData("Страна=РБ"), InlineData("Страна=КР"), InlineData("Страна=СШ"), InlineData("Страна=Крым"), InlineData("Страна=ТРСК"), InlineData("Страна=Россия/Турция")]
    [InlineData("Год рожд.=1990/1991"), InlineData("ФИО=Айг?л"), InlineData("Область=Ош"), InlineData("Телефон=+99655512"), InlineData("ФИО=Эрлан и брат"), InlineData("ФИО=жена Осмоналиева Бакыта"), InlineData("Примечание=дубль"), InlineData("Сумма долга=90000 som"), InlineData("Дата=01.01.9999")]
    public void Every_doubt_and_every_reason_in_it_has_a_key(string cell)
    {
        foreach (var problem in Readings.Row(cell).Problems)
        {
            var said = problem[(problem.IndexOf(": ", StringComparison.Ordinal) + 2)..];
            var (key, values) = DoubtWords.Split(said);
            values.ShouldNotBeEmpty(said);
            key.ShouldContain("{0}");
            foreach (var value in values.Cast<string>().Where(value => value.Contains("stands for", StringComparison.Ordinal) || value.Contains(": ", StringComparison.Ordinal) || value is "shortened"))
                DoubtWords.KeyOf(value).ShouldNotBeNull(value);
        }
    }

    [Theory, InlineData("a PNG picture"), InlineData("a PDF document"), InlineData("an archive"), InlineData("РК stands for Kazakhstan (Республика Казахстан), rarely for Korea"), InlineData("the day of the consultation"), InlineData("column 'Год' was taken for this by its values alone"), InlineData("a second column says 'ж'"), InlineData("what stands under 'Вопрос' is too long to be read to its end")]
    public void What_a_file_is_and_why_has_a_key(string said) => DoubtWords.KeyOf(said).ShouldNotBeNull();
}
