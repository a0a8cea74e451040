using Turna.Cases.Contracts;

namespace Turna.UnitTests.Importing;

/// <summary>Common words beside a topic leave nothing open; words that may turn it round still do.</summary>
public sealed class Beside_topic_tests
{
    private static RegisterRow Row(string written) => Readings.Row("Пол=ж", "Страна=Россия", $"Вопрос={written}");

    [Theory]
    [InlineData("на въезд закрыли до 2027 г.", "reentry_ban"), InlineData("просрочила регистрацию, боится штрафа", "migration_law"), InlineData("взяла микрозайм, коллекторы угрожают", "debt_money")]
    [InlineData("мент остановил, вымогал 5 тыс", "detention_police"), InlineData("уволили из-за больничного", "dismissal"), InlineData("без выходных, по 14 часов", "overtime"), InlineData("тяжёлая травма спины на буровой", "health")]
    [InlineData("айлык бербей атат", "wages"), InlineData("ойликдан 15 минг жаримага ушлаб қолишди", "wages_deductions"), InlineData("landlord evicts the family", "housing"), InlineData("last two weeks unpaid, farm closed", "wages")]
    [InlineData("пачпортимни бригадир олиб қўйди", "documents_withheld"), InlineData("помогите выйти из реестра", "reentry_ban"), InlineData("хотим с мужем вернуться насовсем", "return"), InlineData("not allowed to enter Russia until 2028", "reentry_ban")]
    public void Common_words_leave_nothing_open(string written, string topic)
    {
        var row = Row(written);
        row.Topics.ShouldBe([topic]);
        row.Problems.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("зарплату задержали, но уже выплатили"), InlineData("уволили, но восстановили"), InlineData("отпустили из полиции"), InlineData("договор подписали вчера"), InlineData("долг по зарплате погашен")]
    [InlineData("жалоб на зарплату нет"), InlineData("нет проблем с регистрацией"), InlineData("штраф за просроченный патент на машину"), InlineData("шеф рассчитался"), InlineData("wages: no complaints")]
    public void What_may_turn_it_round_still_casts_doubt(string written) => Row(written).Problems.ShouldContain(problem => problem.StartsWith("topics:", StringComparison.Ordinal));

    [Theory, InlineData("хозяин прислал деньги", "wages"), InlineData("employer paid a part", "wages"), InlineData("суд вынес решение, остаток выплачен", "wages")]
    public void What_came_back_from_an_employer_is_of_the_wages(string written, string topic) => Row(written).Topics.ShouldBe([topic]);

    [Theory, InlineData("как получить паспорт РФ", "citizenship"), InlineData("сколько часов имеют право заставлять работать", "overtime"), InlineData("ждёт ребёнка, где наблюдаться без полиса", "reproductive_health"), InlineData("просят найти комнату на двоих", "housing")]
    [InlineData("отчим приставал к дочери", "gbv"), InlineData("архивная справка из колхоза для пенсии", "pension"), InlineData("ребёнок родился в РФ, гражданство", "citizenship"), InlineData("задержали в отделе полиции 3 часа, угрожали", "detention_police")]
    public void The_more_exact_wording_tells(string written, string topic) => Row(written).Topics.ShouldBe([topic]);
}
