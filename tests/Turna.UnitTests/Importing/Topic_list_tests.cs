namespace Turna.UnitTests.Importing;

/// <summary>A cell that names several topics: none is lost, and a vague one never stands in the place of a plain one.</summary>
public sealed class Topic_list_tests
{
    [Theory]
    [InlineData("зарплата, депортация", "deportation wages"), InlineData("депортация, зарплата", "deportation wages"), InlineData("невыплата зарплаты, побои", "gbv wages")]
    [InlineData("зарплата, депортация, развод", "deportation family_conflict wages"), InlineData("зарплата; депортация", "deportation wages"), InlineData("зарплата и депортация", "deportation wages")]
    [InlineData("беременна, уволили", "dismissal reproductive_health"), InlineData("увезли обманом, держат взаперти", "movement_restricted trafficking"), InlineData("зп не дали, док-ты у прораба", "documents_withheld wages"), InlineData("удерживают из з/п за опоздания", "wages_deductions")]
    [InlineData("вычли за форму и жильё", "wages_deductions"), InlineData("посредник взял деньги и пропал", "recruitment"), InlineData("миг. учет/РКЛ", "migration_law reentry_ban"), InlineData("үй-бүлөдөгү зомбулук + айлык бербейт", "gbv wages")]
    public void Every_plain_topic_of_a_list_is_certain(string written, string topics)
    {
        var row = Readings.Row($"Вопрос={written}");
        string.Join(' ', row.Topics.Order(StringComparer.Ordinal)).ShouldBe(topics);
        row.Problems.ShouldNotContain(problem => problem.StartsWith("topics:", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("зарплата, документы", "civil_documents wages"), InlineData("документы, зарплата", "civil_documents wages"), InlineData("зарплата и документы", "civil_documents wages")]
    [InlineData("невыплата зарплаты, документы", "civil_documents wages"), InlineData("документы, невыплата зарплаты", "civil_documents wages"), InlineData("паспорт, зарплата", "civil_documents wages")]
    [InlineData("депортация, трудоустройство", "deportation job_search"), InlineData("зарплата, депортация, документы", "civil_documents deportation wages"), InlineData("зарплата, запрет", "reentry_ban wages")]
    [InlineData("зарплата. Документы", "civil_documents wages"), InlineData("зарплата / документы", "civil_documents wages"), InlineData("зарплата - документы", "civil_documents wages")]
    [InlineData("зарплата (документы)", "civil_documents wages"), InlineData("зарплата документы", "civil_documents wages"), InlineData("зарплата; документы", "civil_documents wages")]
    public void A_vague_topic_of_a_list_is_proposed_beside_the_plain_ones(string written, string topics)
    {
        var row = Readings.Row($"Вопрос={written}");
        string.Join(' ', row.Topics.Order(StringComparer.Ordinal)).ShouldBe(topics);
        row.Problems.ShouldContain(problem => problem.StartsWith("topics:", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("зарплата, абвгд, депортация", "абвгд"), InlineData("зарплата, абвгд", "абвгд"), InlineData("абвгд, документы, зарплата", "абвгд")]
    public void A_part_that_says_nothing_known_is_named(string written, string part)
    {
        var row = Readings.Row($"Вопрос={written}");
        row.Topics.ShouldContain("wages");
        row.Problems.ShouldContain(problem => problem.StartsWith("topics:", StringComparison.Ordinal) && problem.Contains(part, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("побои (муж)", "gbv"), InlineData("обманом вывезли, держат", "trafficking"), InlineData("зарплата, не заплатили", "wages"), InlineData("забрали паспорт и документы", "documents_withheld")]
    public void Words_that_explain_a_topic_are_no_second_one(string written, string topic) => Readings.Row($"Вопрос={written}").Topics.ShouldBe([topic]);
}
