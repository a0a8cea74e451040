using Turna.Cases.Contracts;

namespace Turna.UnitTests.Importing;

/// <summary>A cell that tells a story: nothing of it is lost, what endangers her is found at its end as well, and no value is guessed from its beginning without a word.</summary>
public sealed class Long_cell_tests
{
    private static readonly string Story = string.Concat(Enumerable.Repeat("работала на складе и ждала ответа от бригадира. ", 60));

    [Fact]
    public void A_story_where_a_sum_should_be_is_kept_whole_and_doubted()
    {
        var row = Readings.Row($"Сумма долга={Story}всего 45000");

        row.Claimed.ShouldBeNull();
        row.Text["Сумма долга"].ShouldBe($"{Story}всего 45000");
        row.Problems.ShouldContain("row: what stands under 'Сумма долга' is too long to be read to its end");
        row.Status.ShouldBe(RegisterRowStatus.Doubtful);
    }

    [Fact]
    public void A_question_is_read_from_its_beginning_and_said_to_be_so()
    {
        var row = Readings.Row($"Вопрос=не выплатили зарплату. {Story}");

        row.Topics.ShouldContain("wages");
        row.Text["Вопрос"].ShouldBe($"не выплатили зарплату. {Story}".Trim());
        row.Problems.ShouldContain("row: what stands under 'Вопрос' is too long to be read to its end");
    }

    [Theory, InlineData("муж избивает"), InlineData("продали в рабство")]
    public void Danger_at_the_end_of_a_story_restricts_the_row(string danger)
    {
        Readings.Row($"Вопрос={Story}{danger}").Restricted.ShouldBeTrue();
        Readings.Row($"Примечание={Story}{danger}").Restricted.ShouldBeTrue();
        Readings.Row($"Примечание={Story}").Restricted.ShouldBeFalse();
    }

    [Fact]
    public void How_she_may_be_reached_is_read_to_the_end_of_a_remark()
    {
        var row = Readings.Row($"Примечание={Story}звонить только после 18:00");

        row.SafeContact.ShouldContain(rule => rule.Wording.Contains("после 18:00", StringComparison.Ordinal));
        row.Text["Примечание"].ShouldBe($"{Story}звонить только после 18:00");
    }

    [Fact]
    public void A_telephone_of_somebody_else_is_not_hers_though_it_is_said_at_the_end() =>
        Readings.Row("Телефон=0700123456", $"Примечание={Story}тел. сестры").Phones.ShouldHaveSingleItem().Hers.ShouldBeFalse();
}
