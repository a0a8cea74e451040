using Turna.Cases.Contracts;

namespace Turna.UnitTests.Importing;

/// <summary>Orders and dangers in words that name no verb of telling, or nobody by kinship; and remarks that only sound like them.</summary>
public sealed class Other_orders_tests
{
    private static RegisterRow Row(string remark) => Readings.Row("Телефон=0555123456", $"Примечание={remark}");

    [Theory]
    [InlineData("новый номер никому не передавать"), InlineData("при маме об этом не заговаривать"), InlineData("qaynonasi eshitmasin"), InlineData("қайнонаси эшитмасин"), InlineData("кайненеси укпасын"), InlineData("күйөөсү сезбесин")]
    [InlineData("тётя при разговоре присутствовать не должна"), InlineData("do not mention her name to the foreman"), InlineData("свекрови справку не показывать"), InlineData("the landlord must not hear about it"), InlineData("eriga koʻrsatmang")]
    public void Who_must_not_learn_of_it_is_kept_from_it(string remark) => Row(remark).SafeContact.ShouldContain(rule => rule.Kind == SafeContactKind.KeepFrom);

    [Theory]
    [InlineData("чтобы в салоне не прознали о консультации"), InlineData("на складе не знают, что она обратилась, и не должны"), InlineData("в цеху не знают о жалобе"), InlineData("просит, чтоб на работе не увидели"), InlineData("жумушундагылар билишпейт, билбесин")]
    [InlineData("аты-жөнү эч жерде чыкпасын"), InlineData("имя нигде не указывать"), InlineData("scared of him"), InlineData("if a man answers say wrong number"), InlineData("gapni eshitib turishadi"), InlineData("do not use her name")]
    [InlineData("owner says he will report him to immigration"), InlineData("бригадир грозит сдать её миграционке"), InlineData("он сказал: пойдёшь к юристам — закопаю"), InlineData("намекает, что знает, в какой школе её дети"), InlineData("сказал, что хуже будет"), InlineData("знает, где живут её родители")]
    public void What_endangers_her_is_read_first_or_kept(string remark) => Row(remark).SafeContact.ShouldContain(rule => rule.Kind == SafeContactKind.ReadFirst || rule.Kind == SafeContactKind.KeepFrom);

    [Theory, InlineData("leave no voicemail"), InlineData("на автоответчик не наговаривать"), InlineData("голосовые не слать"), InlineData("ovozli xabar qoldirmang"), InlineData("no voice messages")]
    public void Messages_that_others_may_hear_are_not_left(string remark) => Row(remark).SafeContact.ShouldContain(rule => rule.Kind == SafeContactKind.NoMessages || rule.Kind == SafeContactKind.ReadFirst);

    [Theory, InlineData("ishxonasiga telefon qilinmasin"), InlineData("ишхонасига телефон қилинмасин"), InlineData("telefon qilinmasin")]
    public void An_order_in_the_passive_forbids_as_well(string remark) => Row(remark).SafeContact.ShouldContain(rule => rule.Kind == SafeContactKind.NoCalls);

    [Theory, InlineData("түшкө чейин гана чалуу керек"), InlineData("намаздан кийин гана чалгыла"), InlineData("пешиндан кейин қўнғироқ қилинг"), InlineData("выходной только в вс — тогда и звонить"), InlineData("звонить по сб и вс")]
    public void Only_at_a_time_is_not_only_by_voice(string remark)
    {
        var kinds = Row(remark).SafeContact.Select(rule => rule.Kind).ToArray();
        kinds.ShouldContain(SafeContactKind.ReadFirst);
        kinds.ShouldNotContain(SafeContactKind.NoMessages);
    }

    [Theory]
    [InlineData("tekshirildi"), InlineData("документы переданы юристу"), InlineData("передать справку в суд"), InlineData("в посольстве не знают срока"), InlineData("показать паспорт"), InlineData("sent to wrong address"), InlineData("ariza tekshirildi, javob kutamiz")]
    public void What_only_sounds_like_it_makes_no_rule(string remark) => Row(remark).SafeContact.ShouldBeEmpty();

    [Theory, InlineData("сын Нурилы"), InlineData("Гүлбарчындын сиңдиси"), InlineData("дочь Салимы"), InlineData("Салтанаттын эжеси")]
    public void Whose_relative_she_is_gives_her_number_to_nobody(string remark) => Row(remark).Phones.ShouldHaveSingleItem().Hers.ShouldBeTrue();

    [Theory, InlineData("муж Нурилы", "Асанова Нурила"), InlineData("сын Айгули", "Айгуль Касымова"), InlineData("Гүлбарчындын күйөөсү", "Токтогулова Гүлбарчын"), InlineData("Salimaning eri", "Salima Yusupova")]
    public void Whoever_is_hers_holds_the_number_of_her_own_row(string remark, string name) =>
        Readings.Row($"ФИО={name}", "Телефон=0555123456", $"Примечание={remark}").Phones.ShouldHaveSingleItem().Hers.ShouldBeFalse();

    [Theory]
    [InlineData("муж Нурали"), InlineData("брат Али"), InlineData("муж Шерали"), InlineData("Erining raqami"), InlineData("Erining telefoni"), InlineData("Akasining nomeri"), InlineData("Qaynonasining telefoni")]
    [InlineData("Күйөөсүнүн агасы"), InlineData("Кожоюндун аялы")]
    public void Whoever_is_named_himself_holds_the_number(string remark) => Row(remark).Phones.ShouldHaveSingleItem().Hers.ShouldBeFalse();

    [Theory, InlineData("telefonimni tekshirayapti"), InlineData("xabarlarini tekshirib yuradi"), InlineData("eri telefonni tekshirgan"), InlineData("sms tekshirilyapti"), InlineData("yozishmalarini tekshirmoqda")]
    public void Who_looks_into_her_telephone_is_read_first(string remark) => Row(remark).SafeContact.ShouldContain(rule => rule.Kind == SafeContactKind.ReadFirst);

    [Fact]
    public void What_one_cell_says_hides_nothing_of_another()
    {
        var row = Readings.Row("Телефон=0555123456", "Что сделано=сказать, что из банка", "Примечание=Муж, пожалуйста, не должен знать");
        row.SafeContact.ShouldContain(rule => rule.Kind == SafeContactKind.KeepFrom);
        Readings.Row("Телефон=0555123456", "Что сделано=боится летать", "Примечание=боится, что муж придёт").SafeContact.ShouldNotBeEmpty();
    }

    [Theory, InlineData("брат Нурлан"), InlineData("эжеси Айгүл"), InlineData("сестра Салима")]
    public void A_relative_named_still_holds_it(string remark) => Row(remark).Phones.ShouldHaveSingleItem().Hers.ShouldBeFalse();
}
