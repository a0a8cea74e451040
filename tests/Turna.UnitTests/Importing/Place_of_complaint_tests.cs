using Turna.Cases.Contracts;

namespace Turna.UnitTests.Importing;

/// <summary>Whom she turned to is not what happened to her, and who loses a room is not sent out of the country.</summary>
public sealed class Place_of_complaint_tests
{
    private static (IReadOnlyList<string> Topics, bool Doubted) Read(string written)
    {
        var row = Readings.Row($"Вопрос={written}");
        return (row.Topics, row.Problems.Any(problem => problem.StartsWith("topics:", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("жалоба участковому, прораб не платит", "wages"), InlineData("обратилась в районное отделение милиции, муж избил", "gbv"), InlineData("агент обманул, заявл. в мил.", "recruitment")]
    [InlineData("милицияга кайрылды, айлыгын бербей жатат", "wages"), InlineData("күйөөсү сабайт, милицияга арыз берген", "gbv"), InlineData("militsiyaga shikoyat qildi, agent aldadi", "recruitment"), InlineData("агент алдади, милицияга шикоят қилди", "recruitment")]
    [InlineData("complained to the local police, employer keeps passport", "documents_withheld"), InlineData("wages not paid, police report filed", "wages"), InlineData("вызвали полицию, муж избил", "gbv"), InlineData("не платит прораб, подали в инспекцию", "wages")]
    public void The_police_she_turned_to_did_not_hold_her(string written, string topic) => Read(written).Topics.ShouldBe([topic]);

    [Theory]
    [InlineData("жалоба на участкового: вымогает деньги"), InlineData("вызвали в полицию на допрос"), InlineData("забрали в полицию, требуют взятку"), InlineData("обратилась в полицию, её задержали"), InlineData("полиция кармап кетти"), InlineData("taken to the police station, bribe")]
    public void The_police_that_holds_or_takes_money_is_a_topic(string written) => Read(written).Topics.ShouldContain("detention_police");

    [Fact]
    public void Where_nothing_else_is_told_it_stays_and_is_doubted() => Read("обратилась в милицию").ShouldSatisfyAllConditions(read => read.Topics.ShouldBe(["detention_police"]), read => read.Doubted.ShouldBeTrue());

    [Theory]
    [InlineData("жатакананын бөлмөсүнөн чыгарып жиберишти"), InlineData("hujradan chiqarib yuborishdi"), InlineData("uyidan chiqarib yuborishgan, turar joyi yo'q"), InlineData("expelled from the hostel"), InlineData("evicted from her flat")]
    [InlineData("хозяйка выкинула из комнаты"), InlineData("выселили из общаги"), InlineData("үйдөн кууп чыгышты"), InlineData("yashash joyi yo'q, chiqarib yuborishgan")]
    public void Who_is_put_out_of_a_room_is_not_deported(string written) => Read(written).Topics.ShouldBe(["housing"]);

    [Theory, InlineData("Rossiyadan chiqarib yuborishdi"), InlineData("expelled from Russia"), InlineData("өлкөдөн чыгарып жиберишти, үйү жок"), InlineData("депортировали, жилья нет")]
    public void Who_is_put_out_of_the_country_is(string written) => Read(written).Topics.ShouldContain("deportation");
}
