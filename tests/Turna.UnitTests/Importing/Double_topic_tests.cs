namespace Turna.UnitTests.Importing;

/// <summary>Short wordings that tell two topics, and words that only say that something is done.</summary>
public sealed class Double_topic_tests
{
    [Theory, InlineData("уволили беременную"), InlineData("уволена по беременности"), InlineData("кош бойлуу жумуштан чыгарышты"), InlineData("homilador, ishdan bo'shatishgan"), InlineData("fired pregnant")]
    public void A_pregnant_woman_dismissed_has_two_topics(string written) =>
        Readings.Row($"Вопрос={written}").Topics.ShouldBe(["dismissal", "reproductive_health"], ignoreOrder: true);

    [Theory, InlineData("производств. травма + задолженность"), InlineData("травма, зарплату не выплатили")]
    public void An_injury_and_arrears_are_two(string written) => Readings.Row($"Вопрос={written}").Topics.ShouldBe(["health", "wages"], ignoreOrder: true);

    [Theory, InlineData("вернулась, помощь, депрессия"), InlineData("qaytib keldi, depressiya")]
    public void What_brings_her_back_does_not_hide_what_she_needs(string written) => Readings.Row($"Вопрос={written}").Topics.ShouldBe(["return", "psychological"], ignoreOrder: true);

    [Theory, InlineData("колун сындырып алды", "health"), InlineData("паспортини тортиб олишган", "documents_withheld")]
    public void A_verb_that_only_ends_another_leaves_nothing_open(string written, string topic)
    {
        var row = Readings.Row("Пол=ж", "Страна=Россия", $"Вопрос={written}");
        row.Topics.ShouldBe([topic]);
        row.Problems.ShouldBeEmpty();
    }

    [Theory, InlineData("айлыгын алды"), InlineData("ойлигини олди")]
    public void Alone_it_says_that_something_was_received(string written) => Readings.Row($"Вопрос={written}").Problems.ShouldContain(problem => problem.StartsWith("topics:", StringComparison.Ordinal));
}
