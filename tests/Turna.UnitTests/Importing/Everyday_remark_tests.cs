using Turna.Cases.Contracts;

namespace Turna.UnitTests.Importing;

/// <summary>Remarks as people write them, without the words of a form: who must not learn of it, who answers, when, and what endangers her.</summary>
public sealed class Everyday_remark_tests
{
    [Theory]
    [InlineData("супругу ничего не сообщать об обращении"), InlineData("бригадир не должен узнать, что она жаловалась"), InlineData("не сообщать родным"), InlineData("родным не рассказывать"), InlineData("при муже не обсуждать")]
    [InlineData("мужу знать не надо"), InlineData("мужу ни слова"), InlineData("при нём про беременность ни слова"), InlineData("хозяйке не проговориться"), InlineData("дети не знают, что она обратилась"), InlineData("новый адрес никому не называть")]
    [InlineData("свекровь не должна ни о чём догадаться"), InlineData("начальнику знать не нужно"), InlineData("нельзя говорить сестре"), InlineData("чужим ничего не рассказывать"), InlineData("коллегам по цеху не болтать, брату тоже не говорить"), InlineData("родственникам мужа — ни звука")]
    [InlineData("инилери билбеши керек"), InlineData("кожоюнга билдирбөө керек"), InlineData("кайрылганын кожоюнга билдирбөө керек"), InlineData("жолдошу эч нерсе билбесин"), InlineData("жашаган жерин эч кимге айтпагыла")]
    [InlineData("эри билмаслиги керак"), InlineData("ота-онасига айтилмасин"), InlineData("қайнонаси билмасин"), InlineData("манзилини ҳеч кимга айтманг"), InlineData("eri bilmasligi kerak"), InlineData("xoʻjayin bilib qolmasin"), InlineData("эрине эч нерсе дебегиле"), InlineData("адресин сыр кармоо"), InlineData("дарегин күйөөсүнө бербегиле")]
    [InlineData("husband must not find out"), InlineData("keep it from her family"), InlineData("nobody at work should know"), InlineData("address must stay secret"), InlineData("do not mention it to her mother"), InlineData("her in-laws don't know about it"), InlineData("please keep this confidential")]
    public void Who_must_not_learn_of_it_is_kept_from_it(string remark) => Kinds(remark).ShouldContain(SafeContactKind.KeepFrom, remark);

    [Theory, InlineData("держать в тайне"), InlineData("тайно от всех")]
    public void A_secret_is_nobody_it_is_kept_from(string remark) => Readings.Row($"Примечание={remark}").SafeContact.ShouldHaveSingleItem().Who.ShouldBeNull(remark);

    [Theory]
    [InlineData("трубку берет соседка, просить передать"), InlineData("трубку снимает сноха"), InlineData("к телефону подходит муж"), InlineData("может ответить сын"), InlineData("отвечает свекровь"), InlineData("просить позвать Гулю")]
    [InlineData("номер соседки по комнате, просить позвать Майрам"), InlineData("телефону күйөөсүндө"), InlineData("телефон кайненесинде турат"), InlineData("телефонни эри кўтаради"), InlineData("телефонига эри жавоб беради"), InlineData("her husband answers the phone")]
    [InlineData("Contact through shelter coordinator only"), InlineData("связь только через куратора приюта"), InlineData("байланыш шелтер аркылуу гана"), InlineData("фақат опаси орқали боғланинг")]
    public void Who_answers_instead_of_her_is_read_before_any_contact(string remark)
    {
        Kinds(remark).ShouldContain(SafeContactKind.ReadFirst, remark);
        Kinds(remark).ShouldNotContain(SafeContactKind.OnlyMessages, remark);
    }

    [Fact]
    public void A_condition_and_what_stands_in_brackets_stay_with_their_rule()
    {
        var rules = Readings.Row("Примечание=звонить, только когда муж на смене (пн, ср, пт), в приюте; адрес не давать никому").SafeContact;
        rules.Select(rule => rule.Wording).ShouldBe(["звонить, только когда муж на смене (пн, ср, пт)", "адрес не давать никому"]);
    }

    [Theory, InlineData("перед звонком прислать \"+\" в ватсап"), InlineData("сначала написать в телеграм, потом звонить"), InlineData("чалардан мурун смс жаз"), InlineData("avval yozing")]
    [InlineData("text first, then call"), InlineData("писать на почту")]
    public void What_comes_before_a_call_is_read_before_any_contact(string remark) => Kinds(remark).ShouldContain(SafeContactKind.ReadFirst, remark);

    [Theory]
    [InlineData("дозваниваться после семи вечера"), InlineData("набирать после девяти"), InlineData("звонить между двенадцатью и часом"), InlineData("лучше вечером"), InlineData("кечки 6дан кийин"), InlineData("саат тогуздан кийин чалгыла")]
    [InlineData("ишемби күнү чалгыла"), InlineData("соат олтидан кейин қўнғироқ қилинг"), InlineData("кечқурун қўнғироқ қилиш мумкин"), InlineData("call only after six"), InlineData("reach her after work"), InlineData("связываться по средам"), InlineData("yakshanba kuni qoʻngʻiroq qiling")]
    public void Hours_that_a_person_has_to_see_are_read_before_any_contact(string remark) => Kinds(remark).ShouldContain(SafeContactKind.ReadFirst, remark);

    [Theory, InlineData("соат 14 дан 16 гача боғланиш мумкин", 14, 16), InlineData("саат 10 менен 11дин ортосунда гана чалуу", 10, 11), InlineData("soat 10 bilan 12 orasida qoʻngʻiroq qiling", 10, 12), InlineData("дозваниваться с 10 до 12", 10, 12)]
    public void Hours_between_two_are_read(string remark, int from, int until)
    {
        var rule = Readings.Row($"Примечание={remark}").SafeContact.ShouldHaveSingleItem();
        rule.Kind.ShouldBe(SafeContactKind.Hours, remark);
        rule.From.ShouldBe(new TimeOnly(from, 0));
        rule.Until.ShouldBe(new TimeOnly(until, 0));
    }

    [Theory, InlineData("связь только через вайбер"), InlineData("связь только через имо"), InlineData("связь только через вк"), InlineData("связь только через email"), InlineData("связь только через приёмную"), InlineData("связь только через сайт")]
    public void The_only_way_to_reach_her_is_kept(string remark) => Kinds(remark).ShouldNotBeEmpty(remark);

    [Theory]
    [InlineData("удалять смс после прочтения"), InlineData("после прочтения удалить"), InlineData("переписку стирать"), InlineData("писать нейтрально"), InlineData("экран видят родственники мужа"), InlineData("говорить только с ней"), InlineData("звонить со скрытого номера")]
    [InlineData("окуп чыккандан кийин өчүргүлө"), InlineData("хабарларни ўчириб ташланг"), InlineData("delete messages after reading"), InlineData("pretend to be from the clinic"), InlineData("do not say who is calling"), InlineData("телефонун кожоюну алып коёт"), InlineData("эридан қўрқади"), InlineData("не упоминать профсоюз"), InlineData("слово «фонд» не произносить"), InlineData("у хозяина доступ к её телефону"), InlineData("пишите так, будто вы одноклассница"), InlineData("опасается за жизнь")]
    public void What_else_endangers_her_is_read_before_any_contact(string remark) => Kinds(remark).ShouldContain(SafeContactKind.ReadFirst, remark);

    [Theory]
    [InlineData("жигити коркутуп, бычак көтөрүп жатат"), InlineData("живет с агрессором"), InlineData("муж ходит с ножом"), InlineData("сожитель бросается с ножом"), InlineData("бывший муж караулит у работы"), InlineData("бывший подкарауливает у дома"), InlineData("эри пичоқ кўтарган"), InlineData("husband has a knife"), InlineData("отец обещал застрелить"), InlineData("сожитель поджёг дверь")]
    public void Danger_from_those_near_to_her_restricts_the_row(string remark)
    {
        Readings.Row($"Примечание={remark}").Restricted.ShouldBeTrue(remark);
        Kinds(remark).ShouldContain(SafeContactKind.ReadFirst, remark);
    }

    [Theory]
    [InlineData("боится летать, поедет поездом"), InlineData("боится опоздать на рейс"), InlineData("боится операции"), InlineData("учакка түшүүдөн коркот"), InlineData("afraid of flying"), InlineData("муж тоже обращался в августе"), InlineData("звонила вечером"), InlineData("придёт в среду")]
    [InlineData("хозяин не сказал сумму"), InlineData("работодатель не сообщил о смене адреса"), InlineData("не рассказала подробности"), InlineData("сообщила о смерти брата"), InlineData("порезала руку ножом на кухне"), InlineData("удалить дубль"), InlineData("передано через консульство")]
    [InlineData("обещал позвонить в понедельник"), InlineData("телефон өчүк экен, эртең кайра чалабыз"), InlineData("will call back on Monday"), InlineData("через неделю прийти"), InlineData("номер брата"), InlineData("письмо в департамент образования"), InlineData("не сказала, где паспорт"), InlineData("никто не помог"), InlineData("топором повредил ногу"), InlineData("начальник не называет сумму"), InlineData("через агентство приехала"), InlineData("she did not know her rights"), InlineData("Она не знала своих прав"), InlineData("Хозяин не знал про патент"), InlineData("работает с восьми до пяти"), InlineData("муж ответил на запрос"), InlineData("күйөөсү дагы кайрылган")]
    public void What_only_uses_the_same_words_is_no_rule(string remark)
    {
        var row = Readings.Row($"Примечание={remark}");
        row.SafeContact.ShouldBeEmpty(remark);
        row.Restricted.ShouldBeFalse(remark);
    }

    [Theory, InlineData("боится"), InlineData("боится, что он её найдёт"), InlineData("боится возвращаться домой"), InlineData("боится что он придет в больницу"), InlineData("afraid he will come home late"), InlineData("боится темноты угрожают убить")]
    [InlineData("коркуп жүрөт жардам сурайт"), InlineData("боится тестя")]
    public void A_fear_that_may_be_of_people_is_kept(string remark) => Kinds(remark).ShouldContain(SafeContactKind.ReadFirst, remark);

    [Theory, InlineData("күйөөсү билбесин ватсапка жазгыла"), InlineData("eri bilmasin telegramga yozing")]
    public void That_others_must_not_know_forbids_no_message(string remark) => Kinds(remark).ShouldNotContain(SafeContactKind.NoMessages, remark);

    private static SafeContactKind[] Kinds(string remark) => [.. Readings.Row("Телефон=0555123456", $"Примечание={remark}").SafeContact.Select(rule => rule.Kind)];
}
