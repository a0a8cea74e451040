using Turna.Cases.Contracts;

namespace Turna.UnitTests.Importing;

/// <summary>A column of kinds beside one that tells the matter, and questions asked of the topic beside them: neither adds a topic.</summary>
public sealed class Kind_of_matter_tests
{
    private static RegisterRow Row(string kind, string matter) => Readings.Row("Пол=ж", "Страна=Россия", $"Категория={kind}", $"Вопрос={matter}");

    private static bool IsDoubted(RegisterRow row) => row.Problems.Any(problem => problem.StartsWith("topics:", StringComparison.Ordinal));

    [Theory]
    [InlineData("Прочее", "нет связи с братом", "missing_person"), InlineData("Документы", "удерживают паспорт, не отдают", "documents_withheld"), InlineData("Миграция", "закрыли въезд на 5 лет", "reentry_ban")]
    [InlineData("Трудовые права", "не платят зарплату", "wages"), InlineData("Башка", "депрессия", "psychological"), InlineData("Labour rights", "unpaid wages", "wages"), InlineData("OSH", "work accident", "health")]
    public void The_kind_adds_nothing_to_a_matter_that_was_understood(string kind, string matter, string topic)
    {
        var row = Row(kind, matter);
        row.Topics.ShouldBe([topic]);
        IsDoubted(row).ShouldBeFalse();
        row.Text.Keys.ShouldContain("Категория");
    }

    [Fact]
    public void A_kind_that_names_one_topic_stands_beside_another() => Row("Невыплата зарплаты", "забрали паспорт").Topics.ShouldBe(["wages", "documents_withheld"], ignoreOrder: true);

    [Theory, InlineData("Документы"), InlineData("Миграция")]
    public void Where_the_matter_says_nothing_the_kind_is_taken_and_doubted(string kind)
    {
        var row = Row(kind, "перезвонит завтра в обед, уточнит");
        row.Topics.ShouldNotBeEmpty();
        IsDoubted(row).ShouldBeTrue();
    }

    [Fact]
    public void Violence_is_never_left_out()
    {
        var row = Row("Насилие", "нужен билет домой");
        row.Topics.ShouldBe(["gbv", "return"], ignoreOrder: true);
        IsDoubted(row).ShouldBeTrue();
    }

    [Fact]
    public void A_part_of_the_kind_is_enough() => Row("GBV", "сексуальные домогательства на работе").Topics.ShouldBe(["harassment_work"]);

    [Theory, InlineData("хочет оформить российский паспорт, какие документы", "citizenship"), InlineData("орус жарандыгын алат, кандай документ керек", "citizenship"), InlineData("пенсия, куда обратиться", "pension"), InlineData("зарплата; готовим иск", "wages")]
    public void What_is_asked_of_a_topic_is_none(string written, string topic)
    {
        var row = Readings.Row($"Вопрос={written}");
        row.Topics.ShouldBe([topic]);
        IsDoubted(row).ShouldBeFalse();
    }

    [Fact]
    public void Alone_the_question_is_read() => Readings.Row("Вопрос=какие документы нужны").Topics.ShouldBe(["civil_documents"]);
}
