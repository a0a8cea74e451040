using Turna.Cases.Contracts;

namespace Turna.UnitTests.Importing;

/// <summary>What a cell denies or says to be settled is no topic beside one that stands; alone it is what she came about.</summary>
public sealed class Settled_matter_tests
{
    [Theory]
    [InlineData("патент просрочен, пока не депортировали", "migration_law"), InlineData("штраф за регистрацию; выдворения не было", "migration_law"), InlineData("просрочка регистрации, депортация болгон эмес", "migration_law")]
    [InlineData("просрочила регистрацию, депорт кылышкан жок", "migration_law"), InlineData("развод, насилия нет", "family_conflict"), InlineData("развод (побоев не было)", "family_conflict"), InlineData("ажырашуу, зомбулук жок", "family_conflict")]
    [InlineData("паспорт вернули, зарплату не платят", "wages"), InlineData("айлык төлөнбөйт, паспортун кайтарып беришти", "wages"), InlineData("не выдали зарплату, документы на руках", "wages"), InlineData("зарплату не платят. Паспорт уже отдали", "wages")]
    [InlineData("уволили без причины, зарплату выплатили", "dismissal"), InlineData("айлыгын толук алды, бирок жумуштан бошотушту", "dismissal"), InlineData("уволили, расчёт получила", "dismissal"), InlineData("травма руки, зарплату платят вовремя", "health")]
    [InlineData("переработки, платят вовремя", "overtime"), InlineData("зарплаты нет, договор есть", "wages"), InlineData("oylik bermayapti, pasportini qaytarishdi", "wages")]
    public void What_is_settled_gives_way_and_is_doubted(string written, string topic)
    {
        var row = Readings.Row($"Вопрос={written}");
        row.Topics.ShouldBe([topic]);
        row.Problems.ShouldContain(problem => problem.StartsWith("topics:", StringComparison.Ordinal));
    }

    [Theory, InlineData("зарплату получила", "wages"), InlineData("остаток зарплаты получила", "wages"), InlineData("не депортировали", "deportation")]
    public void Alone_it_stays(string written, string topic) => Readings.Row($"Вопрос={written}").Topics.ShouldContain(topic);

    [Theory]
    [InlineData("зарплату не вернули, травма", "wages"), InlineData("травма, зарплату отдали частично", "wages"), InlineData("травма, айлыгын алган жок", "wages"), InlineData("травма, обещали вернуть паспорт", "documents_withheld"), InlineData("травма, паспорт на руках у хозяина", "documents_withheld")]
    [InlineData("травма, платят не вовремя", "wages"), InlineData("развод, муж бьёт", "gbv"), InlineData("зарплата, боится депортации", "deportation"), InlineData("не заплатили зарплату, паспорт не вернули", "documents_withheld")]
    public void What_is_not_settled_stays_a_topic(string written, string topic) => Readings.Row($"Вопрос={written}").Topics.ShouldContain(topic);

    [Fact]
    public void Violence_that_is_denied_keeps_the_row_restricted() => Readings.Row("Вопрос=развод, насилия нет").Restricted.ShouldBeTrue();
}
