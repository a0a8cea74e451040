using Turna.Cases.Contracts;

namespace Turna.UnitTests.Importing;

/// <summary>Words that only tell how it came to the topic beside them, and the same words where they are a topic of their own.</summary>
public sealed class Implied_topic_tests
{
    [Theory]
    [InlineData("обманули на деньги, бригадир пропал", "wages"), InlineData("зарплату не выдали, прораб скрылся", "wages"), InlineData("долг по з/п, хозяин исчез", "wages"), InlineData("айлык бербеди, кожоюн качып кетти", "wages")]
    [InlineData("заказчик не оплатил отделку и пропал", "wages"), InlineData("фирма взяла 1500$ за визу и исчезла", "recruitment"), InlineData("агентство взяло предоплату и пропало", "recruitment"), InlineData("риелтор взял залог за комнату и пропал", "housing")]
    public void Who_owes_and_vanished_is_nobodys_missing_relative(string written, string topic) => Topics(written).ShouldBe([topic]);

    [Theory, InlineData("зарплату не дали, брат пропал"), InlineData("кинули на деньги; иниси дайынсыз")]
    public void A_relative_who_vanished_is(string written) => Topics(written).ShouldContain("missing_person");

    [Theory, InlineData("забрали в полицию, второй день не отпускают"), InlineData("увезли в отдел полиции, третьи сутки не выпускают")]
    public void Whom_the_police_do_not_let_out_is_detained_and_that_is_doubted(string written)
    {
        Topics(written).ShouldBe(["detention_police"]);
        Doubted(written).ShouldBeTrue();
    }

    [Fact]
    public void Whom_the_foreman_does_not_let_out_either_is_held() => Topics("полиция задержала на сутки, хозяин из общежития не отпускает").ShouldContain("movement_restricted");

    [Theory, InlineData("закрыли въезд, семья в Москве"), InlineData("насилие, псих.")]
    public void A_word_that_may_name_a_matter_or_tell_of_the_other_is_doubted(string written) => Doubted(written).ShouldBeTrue();

    [Theory, InlineData("знакомый занял деньги и пропал"), InlineData("акчаны алып кеткен, дайыны жок")]
    public void Who_vanished_with_the_money_unnamed_is_doubted(string written) => Doubted(written).ShouldBeTrue();

    [Theory, InlineData("агентство взяло деньги за вакансию, работы нет"), InlineData("ортомчу акча алып, жумуш жок"), InlineData("посредник взял 20000, на работу не взяли"), InlineData("агенттик акча алган, иш бербеди")]
    public void No_work_is_part_of_what_the_agency_did(string written) => Topics(written).ShouldBe(["recruitment"]);

    [Theory, InlineData("агентство обмануло; ищет работу"), InlineData("ортомчу алдап кетти, жумуш издейт")]
    public void Who_looks_for_work_looks_for_work(string written) => Topics(written).ShouldBe(["recruitment", "job_search"]);

    [Theory, InlineData("СНИЛС, стаж"), InlineData("пенсия; СНИЛС"), InlineData("СНИЛС + трудовой стаж"), InlineData("снилс жана стаж"), InlineData("стаж / СНИЛС")]
    public void The_number_of_pension_insurance_is_of_the_pension(string written) => Topics(written).ShouldBe(["pension"]);

    [Theory, InlineData("получить СНИЛС"), InlineData("СНИЛС и ИНН оформить")]
    public void Who_wants_the_paper_itself_wants_a_paper(string written) => Topics(written).ShouldBe(["civil_documents"]);

    [Theory, InlineData("РВП: какие бумаги собирать", "migration_law"), InlineData("патент, какие бумаги нужны", "migration_law"), InlineData("гражданство РФ: какие бумаги", "citizenship")]
    public void Papers_asked_about_are_of_what_is_asked(string written, string topic) => Topics(written).ShouldBe([topic]);

    [Fact]
    public void That_number_alone_is_doubted() => Doubted("СНИЛС").ShouldBeTrue();

    [Fact]
    public void Another_paper_beside_the_pension_stays() => Topics("пенсия; справка о несудимости, СНИЛС").ShouldBe(["pension", "civil_documents"], ignoreOrder: true);

    [Theory, InlineData("свидетельство о браке, перевод", "civil_documents"), InlineData("беременна, как рожать без полиса", "reproductive_health"), InlineData("жаракат алган, дарылоо акчасын төлөбөйт", "health")]
    public void What_the_topic_brings_with_it_is_no_second_one(string written, string topic) => Topics(written).ShouldBe([topic]);

    [Theory, InlineData("беременна, перелом ноги", "health"), InlineData("травма руки, айлык бербейт", "wages"), InlineData("свидетельство о рождении, перевод денег не дошел", "debt_money")]
    public void What_it_does_not_bring_with_it_is(string written, string topic) => Topics(written).ShouldContain(topic);

    [Theory, InlineData("вахта, без выходных 60 дней, зарплаты нет"), InlineData("не платят, третий месяц без выходных")]
    public void Days_without_rest_are_overtime_and_no_stay(string written) => Topics(written).ShouldBe(["overtime", "wages"], ignoreOrder: true);

    [Theory, InlineData("по удержаниям, нет ответа", "wages_deductions"), InlineData("спросила про растаможку машины", "other"), InlineData("иштен чыгарып жиберишти", "dismissal"), InlineData("загранпаспорттун мөөнөтү бүттү", "civil_documents")]
    [InlineData("ищет мужа, работал на стройке", "missing_person"), InlineData("депорт был, когда можно въехать", "reentry_ban"), InlineData("увезли омоновцы", "detention_police"), InlineData("деньги за визу не возвращают", "recruitment")]
    public void Other_wordings_of_offices(string written, string topic) => Topics(written).ShouldBe([topic]);

    [Theory]
    [InlineData("свидетельство о рождении, ребенок родился в Казани", "civil_documents"), InlineData("сын погиб на стройке, отправить на родину", "death_repatriation"), InlineData("загранпаспорт утерян, свидетельство на возвращение", "civil_documents")]
    [InlineData("фирма обанкротилась, долг по зарплате", "wages"), InlineData("полиция забрала паспорт, требует деньги", "detention_police"), InlineData("дала в долг соседке, не возвращает", "debt_money"), InlineData("Польшага жөнөтөбүз деп акча алып кеткен", "recruitment")]
    [InlineData("бывший муж не отдает ребенка", "family_conflict"), InlineData("ошибка в свидетельстве", "civil_documents"), InlineData("чек арадан кайтарып жиберишти", "reentry_ban"), InlineData("ампутация кисти", "health")]
    public void Further_wordings_of_offices(string written, string topic) => Topics(written).ShouldBe([topic]);

    [Fact]
    public void One_dismissed_for_her_pregnancy_tells_two() => Topics("уволили из-за беременности").ShouldBe(["dismissal", "reproductive_health"], ignoreOrder: true);

    [Theory, InlineData("prorab propal", "wages"), InlineData("aylyk berbey jatat", "wages"), InlineData("zarplata ne platyat", "wages"), InlineData("propal brat", "missing_person")]
    public void Latin_letters_are_read_and_doubted(string written, string topic)
    {
        Topics(written).ShouldBe([topic]);
        Doubted(written).ShouldBeTrue();
    }

    [Theory, InlineData("Не выдали з/п\nза март и апрель"), InlineData("зарплата; ответа нет")]
    public void A_piece_that_says_nothing_casts_no_doubt(string written) => Doubted(written).ShouldBeFalse();

    private static IReadOnlyList<string> Topics(string written) => Row(written).Topics;

    private static bool Doubted(string written) => Row(written).Problems.Any(problem => problem.StartsWith("topics:", StringComparison.Ordinal));

    private static RegisterRow Row(string written) => Readings.Row($"Вопрос={written}");
}
