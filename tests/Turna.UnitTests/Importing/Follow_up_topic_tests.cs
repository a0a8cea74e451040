using Turna.Cases.Contracts;

namespace Turna.UnitTests.Importing;

/// <summary>Topics in words of a second visit, of Uzbek and English registers, and under a column for all that has no column of its own.</summary>
public sealed class Follow_up_topic_tests
{
    private static RegisterRow Row(string topic, string recovered = "") => Readings.Read($"Дата;ФИО;Пол;Страна;Вопрос;Сумма долга;Возвращено\n15.05.2023;Асанова Айгүл;ж;Россия;\"{topic}\";45000 руб;{recovered}\n").Rows[1];

    private static bool IsDoubted(RegisterRow row) => row.Problems.Any(problem => problem.StartsWith("topics:", StringComparison.Ordinal));

    [Theory]
    [InlineData("контракт не соблюдают", "contract"), InlineData("нарушают условия договора", "contract"), InlineData("агентство взяло деньги и не трудоустроило", "recruitment"), InlineData("фирма акча алып, жөнөткөн жок", "recruitment"), InlineData("агентство не возвращает депозит", "recruitment"), InlineData("фирма-посредник требует доплату", "recruitment")]
    [InlineData("возврат от агентства, остаток", "recruitment"), InlineData("recruiter fee not refunded", "recruitment"), InlineData("сожитель отобрал паспорт", "documents_withheld"), InlineData("муж забрал документы", "documents_withheld")]
    [InlineData("residence permit refused", "migration_law"), InlineData("residence permit granted", "migration_law"), InlineData("overstay fine", "migration_law"), InlineData("пропустила срок миграционного учёта", "migration_law"), InlineData("нужен ли патент гражданам КР", "migration_law"), InlineData("visa refused, appeal", "migration_law")]
    [InlineData("injured finger at work", "health"), InlineData("accident insurance claim", "health"), InlineData("травма: собрали выписки", "health"), InlineData("ish joyida jarohat oldi", "health"), InlineData("по травме — собрали справки", "health"), InlineData("jarohat uchun kompensatsiya", "health"), InlineData("broke his arm on site", "health")]
    [InlineData("holiday pay not paid", "wages"), InlineData("wages below what was promised", "wages"), InlineData("зарплата при увольнении, пришёл ответ", "wages"), InlineData("айлык боюнча жооп келди", "wages"), InlineData("oyligini 3 oydan beri bermayapti", "wages"), InlineData("зарплата, написали претензию хозяевам", "wages"), InlineData("underpaid, less than minimum wage", "wages")]
    [InlineData("deductions for caravan", "wages_deductions"), InlineData("удерживают из выручки штраф за аренду машины", "wages_deductions"), InlineData("deducted rent and food from pay", "wages_deductions")]
    [InlineData("психолог менен сүйлөшүү", "psychological"), InlineData("банктан насыя алган, төлөй албай жатат", "debt_money"), InlineData("Koreyaga ketish uchun o'qish", "training"), InlineData("o'qish tugadi, sertifikat", "training"), InlineData("o'g'lidan xabar yo'q", "missing_person"), InlineData("erining jasadini olib kelish", "death_repatriation")]
    [InlineData("bolani bog'chaga olishmayapti", "child_school"), InlineData("bola puli (nafaqa) berishmayapti", "social_benefits"), InlineData("задержали при проверке, отвезли в отдел", "detention_police"), InlineData("пенсия — считается ли стаж в РФ", "pension"), InlineData("беременность, в роддоме не принимают", "reproductive_health")]
    [InlineData("уволили по болезни", "dismissal"), InlineData("восстановили на работе", "dismissal"), InlineData("администратор пристаёт, не даёт прохода", "harassment_work"), InlineData("муж не даёт прохода", "gbv"), InlineData("сбежала после насильственного замужества", "gbv"), InlineData("ала качып кетишкен", "gbv"), InlineData("муж бьёт, прячется у подруги", "gbv"), InlineData("eri uradi, qochib ketmoqchi", "gbv")]
    [InlineData("хозяйка квартиры не отдаёт задаток", "housing"), InlineData("ishga majburlashgan", "forced_labour"), InlineData("дарыгерге кантип барат", "health"), InlineData("birth certificate for the baby", "civil_documents")]
    public void A_topic_is_certain_in_these_words(string written, string topic)
    {
        var row = Row(written);
        row.Topics.ShouldBe([topic]);
        IsDoubted(row).ShouldBeFalse();
    }

    [Theory, InlineData("зарплата получена"), InlineData("айлыгы толук алынды"), InlineData("oyligini oldi"), InlineData("часть зарплаты отдали"), InlineData("зарплату отдали частично"), InlineData("ойлиги тўлиқ олинди")]
    public void Pay_that_came_is_about_pay_where_the_row_tells_how_much(string written)
    {
        Row(written, "20000 руб").Topics.ShouldBe(["wages"]);
        IsDoubted(Row(written, "20000 руб")).ShouldBeFalse();
        IsDoubted(Row(written)).ShouldBeTrue();
    }

    [Theory, InlineData("зарплату выплатили, паспорт не отдают"), InlineData("уволили, зарплату выплатили")]
    public void What_came_beside_another_matter_stays_doubted(string written) => IsDoubted(Row(written, "20000 руб")).ShouldBeTrue();

    [Theory, InlineData("passport returned"), InlineData("pasport qaytarildi"), InlineData("паспорт вернули через полицию")]
    public void Papers_that_came_back_are_about_papers(string written)
    {
        Row(written).Topics.ShouldBe(["documents_withheld"]);
        IsDoubted(Row(written)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("мать в России, живёт у тёти, не ходит в школу"), InlineData("живёт с бабушкой, родители на заработках, в школу не ходит"), InlineData("апасы Россияда, таенеси менен жашайт"), InlineData("отец в Турции, ребёнок у соседей")]
    public void A_child_whose_parents_are_away_is_left_behind(string written) => Row(written).Topics.ShouldContain("child_left");

    [Theory, InlineData("соседи не дают прохода"), InlineData("запрет на работу до 18 лет")]
    public void An_idiom_alone_is_doubted(string written) => IsDoubted(Row(written)).ShouldBeTrue();

    [Theory, InlineData("отец в Турции, не платит алименты", "family_conflict"), InlineData("мать в Москве, потеряла паспорт", "civil_documents")]
    public void Parents_abroad_with_a_matter_of_their_own_left_nobody_behind(string written, string topic) => Row(written).Topics.ShouldBe([topic]);

    [Fact]
    public void Neither_of_two_dismissals_and_papers_is_lost() => Row("хозяин кафе уволил, паспорт оставил у себя").Topics.Order().ShouldBe(["dismissal", "documents_withheld"]);

    private static RegisterRow Marked(string under) => Readings.Read($"Дата;ФИО;Пол;Страна;Зарплата;Полиция;Дети (школа, сад);Прочее (указать)\n15.05.2023;Асанова Айгүл;ж;Казахстан;;;;\n16.05.2023;Бекова Жылдыз;ж;Казахстан;{under}\n17.05.2023;Эсенова Гүлнара;ж;Казахстан;+;;;\n").Rows[2];

    [Theory, InlineData(";;;вид на жительство", "migration_law"), InlineData(";;;пенсия из КР, как переводить", "pension"), InlineData(";;+;", "child_school"), InlineData(";;;сына не может найти", "missing_person")]
    public void What_is_written_under_other_in_a_table_of_marks_is_the_topic(string under, string topic)
    {
        var row = Marked(under);
        row.Topics.ShouldBe([topic]);
        row.Status.ShouldBe(RegisterRowStatus.Ok);
    }

    [Fact]
    public void What_is_written_there_and_not_understood_is_doubted() => Marked(";;;по личному делу").Status.ShouldBe(RegisterRowStatus.Doubtful);
}
