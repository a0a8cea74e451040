using Turna.Cases.Contracts;
using Turna.Cases.Importing.Layout;
using Turna.Cases.Importing.Reading;
using Turna.Cases.Importing.Values;

namespace Turna.UnitTests.Importing;

/// <summary>Words that an office breaks off at a point or draws together at a hyphen, of which nobody has a list.</summary>
public sealed class Shortened_word_tests
{
    [Theory]
    [InlineData("Вопр.", nameof(RegisterField.Topic))]
    [InlineData("жын.", nameof(RegisterField.Sex))]
    [InlineData("Факт возвр.", nameof(RegisterField.Recovered))]
    [InlineData("возр.", nameof(RegisterField.Age))]
    [InlineData("Обл-ть", nameof(RegisterField.Place))]
    [InlineData("Задолж-ть", nameof(RegisterField.Claimed))]
    public void A_heading_is_read_by_the_words_it_may_be_short_for(string heading, string field) => HeadingRow.Meaning(heading)!.Meaning.ShouldBe(field);

    // "Воз." may be the age or what came back; two letters may be anything.
    [Theory]
    [InlineData("Воз.")]
    [InlineData("Тр.")]
    [InlineData("Вопр")]
    public void One_that_may_be_short_for_two_things_is_not(string heading) => HeadingRow.Meaning(heading).ShouldBeNull();

    [Theory]
    [InlineData("запр. въезд", "reentry_ban")]
    [InlineData("св. о рожд.", "civil_documents")]
    [InlineData("незак. увольн.", "dismissal")]
    public void A_topic_told_by_shortened_words_is_proposed(string written, string code)
    {
        var read = TopicReader.Read(SourceCell.Of(written));
        read.Codes.ShouldBe([code]);
        read.Doubts.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("Кырг-н", "KG")]
    [InlineData("Азерб-н", "AZ")]
    [InlineData("Герман.", "DE")]
    public void A_shortened_country_is_proposed(string written, string code)
    {
        var read = PlaceReader.Country(SourceCell.Of(written));
        read.Value.Country.ShouldBe(code);
        read.IsCertain.ShouldBeFalse();
    }

    [Theory]
    [InlineData("Ав-я")]
    [InlineData("Г-н")]
    [InlineData("Мал.")]
    public void One_that_fits_two_countries_or_is_hardly_written_is_not(string written) => PlaceReader.Country(SourceCell.Of(written)).Value.Country.ShouldBeNull();
}
