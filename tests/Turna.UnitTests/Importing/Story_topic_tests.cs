using Turna.Cases.Contracts;

namespace Turna.UnitTests.Importing;

/// <summary>Stories that tell two topics, deny one, or tell one by what stands together in them.</summary>
public sealed class Story_topic_tests
{
    private static RegisterRow Row(string story) => Readings.Row($"Вопрос={story}");

    private static bool IsDoubted(RegisterRow row) => row.Problems.Any(problem => problem.StartsWith("topics:", StringComparison.Ordinal));

    [Theory, InlineData("пенсия отца, который умер", "pension", "death_repatriation"), InlineData("изъяли паспорт за долг, работал без оплаты", "documents_withheld", "wages")]
    public void Both_topics_are_entered(string story, string one, string other) => Row(story).Topics.ShouldBe([one, other], ignoreOrder: true);

    [Theory, InlineData("не платят, паспорт у него на руках", "wages"), InlineData("договоров нет ни у кого", "contract"), InlineData("договора не было", "contract"), InlineData("просят найти работу в Польше", "job_search"), InlineData("жумуш таап берүүнү сурайт", "job_search"), InlineData("надёжное ли агентство", "recruitment"), InlineData("фирма просит вперёд 2000 долларов", "recruitment"), InlineData("рассчитали не всех", "wages")]
    public void A_story_is_its_topic_and_no_other(string story, string topic) => Row(story).Topics.ShouldBe([topic]);

    [Fact]
    public void Papers_in_the_hands_of_another_are_withheld() => Row("паспорт у хозяина на руках, не отдаёт").Topics.ShouldContain("documents_withheld");

    [Theory, InlineData("ищет работу; по зарплате претензий нет", "job_search"), InlineData("развод, по жилью жалоб нет", "family_conflict")]
    public void What_is_denied_is_no_topic(string story, string topic)
    {
        var row = Row(story);
        row.Topics.ShouldBe([topic]);
        IsDoubted(row).ShouldBeTrue();
    }

    [Theory, InlineData("позвали нянечкой, а там отобрали паспорт и заперли"), InlineData("предлагали одно, на месте забрали документы")]
    public void Who_was_lured_and_then_held_was_deceived_on_departure(string story)
    {
        var row = Row(story);
        row.Topics.ShouldContain("trafficking");
        IsDoubted(row).ShouldBeTrue();
    }

    [Theory, InlineData("пригласили на работу, зарплату не платят"), InlineData("хозяин забрал паспорт")]
    public void One_of_both_alone_is_none(string story) => Row(story).Topics.ShouldNotContain("trafficking");
}
