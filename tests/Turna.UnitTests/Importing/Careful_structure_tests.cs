using Turna.Cases.Contracts;
using Turna.Cases.Importing.Reading;
using Turna.Cases.Importing.Values;

namespace Turna.UnitTests.Importing;

/// <summary>Shapes that look like what an office often does and are something else: nothing is read from them for certain, and nothing lost.</summary>
public sealed class Careful_structure_tests
{
    private static RegisterRow[] Rows(string headings, params string[] rows) =>
        [.. Readings.Read($"{headings}\n{string.Join('\n', rows.Select((row, i) => $"{i + 10:00}.05.2023;{row}"))}\n").Rows.Where(row => row.Status != RegisterRowStatus.Skipped)];

    [Fact]
    public void A_tick_under_a_topic_counts_where_the_column_was_kept_as_text()
    {
        var mapping = new Dictionary<string, RegisterField>(StringComparer.Ordinal) { ["Зарплата"] = RegisterField.Remark, ["Насилие"] = RegisterField.Remark, ["Документы"] = RegisterField.Remark };
        var rows = Readings.Read("Дата;ФИО;Пол;Страна;Зарплата;Насилие;Документы\n12.05.2023;Асанова Айгуль;ж;Россия;;V;\n13.05.2023;Ким Сергей;м;Россия;V;;\n"u8.ToArray(), options: Readings.Options with { Mapping = mapping }).Rows;

        (rows[1].Topics.Single(), rows[1].Restricted).ShouldBe(("gbv", true));
        (rows[2].Topics.Single(), rows[2].Restricted).ShouldBe(("wages", false));
    }

    [Fact]
    public void Remarks_behind_an_empty_column_are_no_table_beside_the_entries()
    {
        var rows = Rows("Дата;ФИО;Страна;Вопрос;;Примечание;Минуты", "Асанова Айгуль;Россия;зарплата;;не звонить, муж читает телефон;15", "Асанова Айгуль;Россия;зарплата;;звонить после 18;20",
            "Асанова Айгуль;Россия;зарплата;;только ватсап;10", "Асанова Айгуль;Россия;зарплата;;;", "Асанова Айгуль;Россия;зарплата;;;");
        rows.Count(row => row.SafeContact.Count > 0).ShouldBe(3);
    }

    [Fact]
    public void Towns_and_debts_behind_an_empty_column_are_the_entries_own()
    {
        var rows = Rows("Дата;ФИО;Страна;Вопрос;;Город;Долг", "Асанова Айгуль;Россия;зарплата;;Казань;45000", "Ким Сергей;Россия;зарплата;;Уфа;12000", "Ли Нина;Россия;зарплата;;Тверь;30000", "Пак Рита;Россия;зарплата;;;", "Цой Ян;Россия;зарплата;;;");
        rows.Select(row => row.Claimed).Take(3).ShouldBe([45000m, 12000m, 30000m]);
    }

    [Theory, InlineData("Родственник"), InlineData("Муж / родственник"), InlineData("Работодатель")]
    public void A_column_without_a_heading_beside_somebody_else_is_not_hers_for_certain(string beside)
    {
        var rows = Rows($"Дата;ФИО;Пол;Страна;Вопрос;{beside};", [.. Enumerable.Range(10, 9).Select(i => $"Асанова Айгуль;ж;Россия;зарплата;Асанов Бек;0555 11 22 {i}")]);
        rows.ShouldAllBe(row => row.Phones.All(phone => !phone.Hers) || row.Status == RegisterRowStatus.Doubtful);
    }

    [Fact]
    public void The_sex_of_a_child_is_not_hers() =>
        Rows("Дата;ФИО;Страна;Вопрос;мальчик;девочка", "Ким С.;Россия;школа;;+", "Ли Н.;Россия;школа;+;").ShouldAllBe(row => row.Sex == null);

    [Theory]
    [InlineData("Дата;ФИО;Пол;Страна;Вопрос;Долг, мин. сумма, руб.", 750)]
    [InlineData("Суммы указаны в тысячах рублей\nДата;ФИО;Пол;Страна;Вопрос;Долг, сом", 750)]
    [InlineData("Дата;ФИО;Пол;Страна;Вопрос;Долг, мин сом", 750000)]
    public void Thousands_are_counted_only_where_they_are_said_of_that_sum(string headings, int claimed) =>
        Rows(headings, "Асанова Айгуль;ж;Россия;зарплата;750", "Ким Сергей;м;Россия;зарплата;800")[0].Claimed.ShouldBe(claimed);

    [Fact]
    public void A_shortened_heading_over_sums_is_doubted() =>
        Rows("Дата;ФИО;Пол;Страна;Вопрос;Опл.", "Асанова Айгуль;ж;Россия;зарплата;7500", "Ким Сергей;м;Россия;зарплата;8000").ShouldAllBe(row => row.Recovered == null || row.Status == RegisterRowStatus.Doubtful);

    [Fact]
    public void The_numbered_lines_of_a_summary_are_no_codes()
    {
        static SourceRow Row(params string[] cells) => new(1, [.. cells.Select(cell => SourceCell.Of(cell))]);
        TopicLegend.OfRows([Row("1", "Зарплата", "45"), Row("2", "Здоровье", "30"), Row("3", "Депортация", "12")]).ShouldBeNull();
        TopicLegend.OfRows([Row("1", "Зарплата"), Row("2", "Здоровье"), Row("3", "Депортация")]).ShouldNotBeNull();
    }
}
