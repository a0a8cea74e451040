namespace Turna.UnitTests.Importing;

/// <summary>Words of one topic that only tell how it came to another, and topics that lie near each other.</summary>
public sealed class Neighbouring_topic_tests
{
    [Theory]
    [InlineData("задолженность по микрозайму, звонят коллекторы", "debt_money"), InlineData("долг по ипотеке, просит рассрочку в банке", "debt_money")]
    [InlineData("сняла комнату, залог не вернули", "housing"), InlineData("предоплату за квартиру не вернули, выгнали", "housing")]
    [InlineData("перелом ноги, больничный не оплатили", "health"), InlineData("шеф лапает, угрожает увольнением", "harassment_work"), InlineData("жумушта начальниги кол салып, асылат", "harassment_work")]
    [InlineData("жумуш издейт, каттоого турду", "job_search"), InlineData("сам уволился, не хотят отдавать долг по зарплате", "wages"), InlineData("тянут с выплатой зарплаты", "wages"), InlineData("полиция отжала деньги", "detention_police")]
    public void The_other_topic_is_left_out(string written, string topic) => Readings.Row($"Вопрос={written}").Topics.ShouldBe([topic]);

    [Theory]
    [InlineData("каттоого туруу, жумуш издейт, патент", "migration_law"), InlineData("начальник избил, пристает", "gbv"), InlineData("начальник приставал, потом уволил", "dismissal"), InlineData("уволили, зарплату не отдают", "dismissal")]
    [InlineData("кредит в банке, хозяин не платит зарплату", "wages"), InlineData("травма, переработки, больничный не дали", "overtime"), InlineData("снимает комнату, зарплату не платят", "wages")]
    public void What_stands_by_itself_stays(string written, string topic) => Readings.Row($"Вопрос={written}").Topics.ShouldContain(topic);

    [Fact]
    public void What_was_left_out_is_doubted() =>
        Readings.Row("Вопрос=жумуш издейт, каттоого турду").Problems.ShouldContain(problem => problem.StartsWith("topics:", StringComparison.Ordinal));
}
