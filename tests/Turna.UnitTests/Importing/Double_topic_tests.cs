using Turna.Cases.Contracts;

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

    [Theory, InlineData("посредник взял деньги за визу в Польшу и пропал"), InlineData("посредник пропал")]
    public void A_broker_who_vanished_is_no_missing_relative(string written) => Readings.Row($"Вопрос={written}").Topics.ShouldBe(["recruitment"]);

    [Theory, InlineData("вахта тугади, аванс ҳам беришмади"), InlineData("shartnoma muddati tugadi")]
    public void What_ended_is_no_birth(string written) => Readings.Row($"Вопрос={written}").Topics.ShouldNotContain("reproductive_health");

    [Theory, InlineData("18.10.2024;итого за день: 2;;;"), InlineData("18.10.2024;Всего: 12;;;")]
    public void A_total_beside_a_day_is_no_consultation(string row) =>
        Readings.Read($"Дата;ФИО;Пол;Страна;Вопрос\n17.10.2023;Асанова Айгуль;ж;Россия;зарплата\n{row}\n").Rows[2].Status.ShouldBe(RegisterRowStatus.Skipped);

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
