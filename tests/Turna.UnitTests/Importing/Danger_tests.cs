namespace Turna.UnitTests.Importing;

/// <summary>A row on violence, trafficking or forced labour that is not recognised lies open to everybody.</summary>
public sealed class Danger_tests
{
    [Theory]
    [InlineData("муж угрожает убить", "gbv"), InlineData("муж угрожает", "gbv"), InlineData("угрозы убить", "gbv"), InlineData("сожитель угрожает расправой", "gbv"), InlineData("похищение невесты", "gbv"), InlineData("похитили невесту", "gbv")]
    [InlineData("насильно выдали замуж", "gbv"), InlineData("принуждение к браку", "gbv"), InlineData("кызын уурдап кетти", "gbv"), InlineData("кыз уурдоо", "gbv"), InlineData("зордоп күйөөгө берген", "gbv"), InlineData("өлтүрөм деп коркутат", "gbv")]
    [InlineData("majburan turmushga berishgan", "gbv"), InlineData("eri tahdid qilmoqda", "gbv"), InlineData("forced marriage", "gbv"), InlineData("bride kidnapping", "gbv")]
    [InlineData("продали в бордель", "trafficking"), InlineData("продали в рабство", "trafficking"), InlineData("продали", "trafficking"), InlineData("её продали", "trafficking"), InlineData("продали другому хозяину", "trafficking"), InlineData("заставляют заниматься проституцией", "trafficking")]
    [InlineData("сатып жиберишти", "trafficking"), InlineData("сексуальное рабство", "trafficking"), InlineData("sotib yuborishgan", "trafficking"), InlineData("sold into slavery", "trafficking"), InlineData("похитили ребёнка", "trafficking"), InlineData("баласын уурдап кетишти", "trafficking")]
    [InlineData("работает бесплатно за еду", "forced_labour"), InlineData("бесплатно работала", "forced_labour"), InlineData("эмгекке мажбурлоо", "forced_labour"), InlineData("иштөөгө мажбурлайт", "forced_labour"), InlineData("заставляют работать без оплаты", "forced_labour")]
    [InlineData("долговая кабала", "forced_labour"), InlineData("бекер иштетишет", "forced_labour"), InlineData("ovqatga ishlaydi", "forced_labour"), InlineData("ishlashga majbur qilishadi", "forced_labour"), InlineData("forced to work", "forced_labour")]
    [InlineData("живёт у работодателя взаперти", "movement_restricted"), InlineData("закрывают на ключ", "movement_restricted"), InlineData("үйдөн чыгарбайт", "movement_restricted"), InlineData("qamab qoʻyishgan", "movement_restricted")]
    public void Danger_is_recognised_as_a_topic_and_in_a_remark(string written, string code)
    {
        var asTopic = Readings.Row($"Вопрос={written}");
        asTopic.Topics.ShouldBe([code], written);
        asTopic.Restricted.ShouldBeTrue(written);
        Readings.Row("Вопрос=зарплата", $"Примечание={written}").Restricted.ShouldBeTrue(written);
    }

    [Theory, InlineData("угрожают"), InlineData("хозяин угрожает"), InlineData("забрали паспорт и избили"), InlineData("похитили"), InlineData("паспорт у хозяина, работает за еду")]
    public void Danger_beside_something_else_restricts_the_row(string written)
    {
        Readings.Row($"Вопрос={written}").Restricted.ShouldBeTrue();
        Readings.Row("Вопрос=зарплата", $"Примечание={written}").Restricted.ShouldBeTrue();
    }

    [Theory, InlineData("угрожают депортацией"), InlineData("продали квартиру"), InlineData("похищены документы"), InlineData("бесплатная консультация"), InlineData("угроза увольнения")]
    public void What_only_sounds_like_it_restricts_nothing(string written) => Readings.Row("Вопрос=зарплата", $"Примечание={written}").Restricted.ShouldBeFalse();
}
