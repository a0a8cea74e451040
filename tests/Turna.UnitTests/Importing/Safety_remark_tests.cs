using System.Globalization;
using Turna.Cases.Contracts;

namespace Turna.UnitTests.Importing;

/// <summary>A "не" that is lost turns a rule that protects her into one that endangers her.</summary>
public sealed class Safety_remark_tests
{
    [Theory]
    [InlineData("не звонить после 20.00", null, "20:00"), InlineData("после 20:00 не звонить", null, "20:00"), InlineData("после 18 нельзя", null, "18:00"), InlineData("нельзя звонить после 18-30", null, "18:30")]
    [InlineData("не звонить до 10", "10:00", null), InlineData("до 18:00 не звонить", "18:00", null), InlineData("не беспокоить до 9", "09:00", null), InlineData("не звонить раньше 10", "10:00", null)]
    [InlineData("не звонить позже 21:00", null, "21:00"), InlineData("не звонить позднее 21", null, "21:00"), InlineData("звонить не раньше 10", "10:00", null), InlineData("звонить не позже 20", null, "20:00")]
    [InlineData("звонить не после 19", null, "19:00"), InlineData("не звонить до 9 и после 20", "09:00", "20:00"), InlineData("звонить после 9 и до 20", "09:00", "20:00")]
    [InlineData("не звонить с 9 до 18", "18:00", "09:00"), InlineData("ни в коем случае не звонить после 20", null, "20:00"), InlineData("просила не звонить после 20 часов", null, "20:00")]
    [InlineData("18ден кийин чалбагыла", null, "18:00"), InlineData("саат 20:00дөн кийин чалбаңыз", null, "20:00"), InlineData("10го чейин чалбаңыз", "10:00", null), InlineData("18ден кийин чалууга болбойт", null, "18:00")]
    [InlineData("soat 20 dan keyin qoʻngʻiroq qilmang", null, "20:00"), InlineData("do not call after 20:00", null, "20:00"), InlineData("не писать после 22", null, "22:00")]
    public void Hours_that_are_forbidden_leave_the_other_hours(string remark, string? from, string? until)
    {
        var rule = Readings.Row($"Примечание={remark}").SafeContact.ShouldHaveSingleItem();
        rule.Kind.ShouldBe(SafeContactKind.Hours, remark);
        (rule.From?.ToString("HH:mm", CultureInfo.InvariantCulture)).ShouldBe(from, remark);
        (rule.Until?.ToString("HH:mm", CultureInfo.InvariantCulture)).ShouldBe(until, remark);
    }

    [Theory]
    [InlineData("после 18 муж дома"), InlineData("до 18 на работе, телефон в шкафу после 18 муж дома"), InlineData("если не ответит звонить после 18"), InlineData("нельзя не звонить после 18"), InlineData("звонить до 18 пока муж на работе")]
    [InlineData("нельзя не звонить"), InlineData("не только писать"), InlineData("сама не перезвонит"), InlineData("не звонить и писать в ватсап"), InlineData("можно звонить мужу"), InlineData("связь через подругу"), InlineData("не может говорить по телефону")]
    [InlineData("не писать в телеграм, писать в ватсап"), InlineData("не звонить вечером"), InlineData("звонить только в обед"), InlineData("звонить после 6"), InlineData("не звонить после 9"), InlineData("do not call after 8"), InlineData("звонить до 7")]
    public void What_may_be_turned_round_is_read_by_a_person(string remark)
    {
        var row = Readings.Row($"Примечание={remark}");
        row.SafeContact.ShouldContain(rule => rule.Kind == SafeContactKind.ReadFirst, string.Join("; ", row.SafeContact));
        row.SafeContact.ShouldNotContain(rule => rule.Kind == SafeContactKind.Hours || rule.Kind == SafeContactKind.OnlyMessages || rule.Kind == SafeContactKind.NoContact, string.Join("; ", row.SafeContact));
        row.Problems.ShouldContain(problem => problem.StartsWith("remark:", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("не писать в телеграм, только звонить", "NoMessages"), InlineData("не писать в ватсап", "NoMessages"), InlineData("ватсап не использовать", "NoMessages"), InlineData("в ватсап не писать", "NoMessages")]
    [InlineData("whatsapp не пользоваться", "NoMessages"), InlineData("писать в ватсап нельзя", "NoMessages"), InlineData("нельзя писать в телеграм", "NoMessages"), InlineData("телеграм запрещён", "NoMessages"), InlineData("не надо писать в вотсап", "NoMessages")]
    [InlineData("только звонить", "NoMessages"), InlineData("только не писать", "NoMessages"), InlineData("звонить, но не писать в ватсап", "NoMessages"), InlineData("писать нельзя, только звонить", "NoMessages"), InlineData("только звонить не писать", "NoMessages")]
    [InlineData("только не в ватсап", "NoMessages"), InlineData("не отправлять сообщения в ватсап", "NoMessages"), InlineData("смс не слать", "NoMessages"), InlineData("не присылать смс", "NoMessages")]
    [InlineData("ватсапка жазбаңыз", "NoMessages"), InlineData("ватсапка жазбагыла, чалгыла", "NoMessages"), InlineData("телеграмга жазууга болбойт", "NoMessages"), InlineData("жазбай чалгыла", "NoMessages"), InlineData("ватсап колдонбогула", "NoMessages"), InlineData("чалуу гана", "NoMessages")]
    [InlineData("telegramga yozmang", "NoMessages"), InlineData("faqat qoʻngʻiroq", "NoMessages"), InlineData("whatsappga yozish mumkin emas", "NoMessages"), InlineData("do not text", "NoMessages"), InlineData("no whatsapp", "NoMessages")]
    [InlineData("не звонить, писать в ватсап", "NoCalls OnlyMessages"), InlineData("не звонить а писать в ватсап", "NoCalls OnlyMessages"), InlineData("звонить нельзя только писать", "NoCalls OnlyMessages"), InlineData("только не звонить", "NoCalls")]
    [InlineData("чалбай жазгыла", "NoCalls OnlyMessages"), InlineData("чалбаңыз", "NoCalls"), InlineData("qoʻngʻiroq qilmang, yozing", "NoCalls"), InlineData("звонить ей нельзя", "NoCalls"), InlineData("не надо ей звонить", "NoCalls")]
    [InlineData("не звонить и не писать", "NoCalls NoMessages"), InlineData("не звонить или писать", "NoCalls NoMessages"), InlineData("нельзя звонить и писать", "NoCalls NoMessages"), InlineData("не связываться", "NoContact"), InlineData("байланышпагыла", "NoContact")]
    [InlineData("писать в ватсап", "OnlyMessages"), InlineData("только смс", "OnlyMessages"), InlineData("жазуу гана", "OnlyMessages"), InlineData("faqat yozing", "OnlyMessages")]
    [InlineData("не звонить, не хочет, чтобы муж знал", "NoCalls KeepFrom"), InlineData("не звонить муж не знает", "NoCalls KeepFrom"), InlineData("муж не знает и не должен знать", "KeepFrom")]
    public void Each_means_is_forbidden_by_its_own_negation(string remark, string kinds)
    {
        var rules = Readings.Row($"Примечание={remark}").SafeContact;
        string.Join(' ', rules.Select(rule => rule.Kind).Distinct()).ShouldBe(kinds, remark);
        rules.ShouldAllBe(rule => rule.Wording.Length > 0);
    }

    [Theory, InlineData("не отвечает на звонки"), InlineData("ватсапа нет"), InlineData("не хочет писать заявление"), InlineData("жалобу писать не надо"), InlineData("можно звонить в любое время"), InlineData("работает с 9 до 18"), InlineData("перезвонить после 15 мая"), InlineData("не звонила работодателю")]
    public void A_no_about_something_else_forbids_nothing(string remark) =>
        Readings.Row($"Примечание={remark}").SafeContact.ShouldNotContain(rule => rule.Kind != SafeContactKind.ReadFirst);

    [Theory]
    [InlineData("тел. брата"), InlineData("номер брата"), InlineData("тел мужа"), InlineData("тел.мужа"), InlineData("телефон сестры"), InlineData("звонить сестре"), InlineData("звонить маме"), InlineData("звонить отцу"), InlineData("номер тёти"), InlineData("это номер мамы"), InlineData("связь через подругу"), InlineData("говорить с сестрой")]
    [InlineData("иниси"), InlineData("агасы"), InlineData("эжеси"), InlineData("күйөөсү"), InlineData("күйөөсүнүкү"), InlineData("телефон күйөөсүнүкү"), InlineData("номер агасыныкы"), InlineData("эжесинин номери"), InlineData("эжесине чалгыла"), InlineData("агасы аркылуу")]
    [InlineData("akasining raqami"), InlineData("erining telefoni"), InlineData("telefon akasiniki"), InlineData("трубку берёт свекровь"), InlineData("отвечает муж"), InlineData("телефон не её"), InlineData("номер не её"), InlineData("чужой телефон"), InlineData("телефон чужой")]
    [InlineData("телефон у мужа"), InlineData("номер принадлежит мужу"), InlineData("тел. хозяйки"), InlineData("повторно; тел. брата"), InlineData("башка кишинин номери"), InlineData("телефон өзүнүкү эмес"), InlineData("someone else's phone"), InlineData("brother's number"), InlineData("номер мужа, не звонить днём")]
    public void A_phone_that_the_remark_gives_away_is_not_hers(string remark)
    {
        var phone = Readings.Row("Телефон=0555123456", $"Примечание={remark}").Phones.ShouldHaveSingleItem();
        phone.Hers.ShouldBeFalse(remark);
        phone.Owner.ShouldNotBeNullOrEmpty();
    }

    [Theory, InlineData("повторно"), InlineData("муж знает"), InlineData("звонила работодателю"), InlineData("муж читает телефон"), InlineData("мужу не говорить"), InlineData("не хочет, чтобы муж знал"), InlineData("звонок работодателю 15.05"), InlineData("телефон личный"), InlineData("звонить только после 18:00")]
    [InlineData("телефону өзүнүкү"), InlineData("не звонить"), InlineData("Асанова направлена к юристу")]
    public void A_phone_that_the_remark_does_not_give_away_stays_hers(string remark) =>
        Readings.Row("Телефон=0555123456", $"Примечание={remark}").Phones.ShouldHaveSingleItem().Hers.ShouldBeTrue(remark);
}
