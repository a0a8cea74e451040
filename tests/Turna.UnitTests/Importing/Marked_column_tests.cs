using Turna.Cases.Contracts;

namespace Turna.UnitTests.Importing;

/// <summary>Tables of marks: the sex under one of two columns, topics under many, and what such a mark leaves open.</summary>
public sealed class Marked_column_tests
{
    private static RegisterRow[] Rows(string headings, params string[] rows) =>
        [.. Readings.Read($"Дата;ФИО;Страна;{headings}\n{string.Join('\n', rows.Select((row, i) => $"{i + 1:00}.05.2023;Ким С.;Россия;{row}"))}\n").Rows.Skip(1)];

    private static bool IsDoubted(RegisterRow row, string name) => row.Problems.Any(problem => problem.StartsWith(name + ":", StringComparison.Ordinal));

    [Theory]
    [InlineData("м;ж;Вопрос", "+;;зарплата", ";+;зарплата"), InlineData("Муж.;Жен.;Вопрос", "1;0;зарплата", "0;1;зарплата"), InlineData("Эркек;Аял;Вопрос", "x;;зарплата", ";х;зарплата")]
    [InlineData("M;F;Issue", "V;-;зарплата", "-;V;зарплата"), InlineData("Пол м;Пол ж;Вопрос", "да;нет;зарплата", "нет;да;зарплата"), InlineData("Erkak;Ayol;Вопрос", "+;;зарплата", ";+;зарплата"), InlineData("м;ж;Вопрос", "м;;зарплата", ";ж;зарплата")]
    public void A_mark_under_one_of_two_columns_tells_the_sex(string headings, string man, string woman)
    {
        var rows = Rows(headings, man, woman);
        rows.Select(row => row.Sex).ShouldBe(['M', 'F']);
        rows.ShouldAllBe(row => !IsDoubted(row, "sex"));
    }

    [Theory, InlineData("+;+;зарплата"), InlineData("?;;зарплата")]
    public void Two_marks_or_no_plain_one_tell_no_sex(string odd)
    {
        var row = Rows("м;ж;Вопрос", "+;;зарплата", ";+;зарплата", "+;;зарплата", ";+;зарплата", ";+;зарплата", ";+;зарплата", ";+;зарплата", ";+;зарплата", ";+;зарплата", ";+;зарплата", odd)[^1];
        (row.Sex, IsDoubted(row, "sex")).ShouldBe(((char?)null, true));
    }

    [Fact]
    public void Numbers_of_men_and_women_are_no_marks() => Rows("м;ж;Вопрос", "3;2;зарплата", "4;1;зарплата").ShouldAllBe(row => row.Sex == null);

    [Fact]
    public void A_heading_of_two_words_for_one_kind_is_plain()
    {
        var rows = Rows("зарплата;дети/школа;полиция", "+;;", ";+;", ";;+");
        (rows[1].Topics.Single(), IsDoubted(rows[1], "topics")).ShouldBe(("child_school", false));
    }

    [Theory, InlineData("зарплата;полиция;паспорт/здоровье"), InlineData("зарплата;полиция;абракадабра")]
    public void A_mark_whose_heading_names_no_single_topic_is_said(string headings) =>
        IsDoubted(Rows(headings, "+;;", ";+;", "+;;+")[2], "topics").ShouldBeTrue();

    [Theory, InlineData("", "other", false), InlineData("пенсия", "pension", true)]
    public void A_mark_under_the_rest_is_another_matter_unless_the_remark_tells_it(string remark, string topic, bool doubted)
    {
        var row = Rows("зарплата;полиция;прочее;примечание", "+;;;", ";+;;", $";;+;{remark}")[2];
        (row.Topics.Single(), IsDoubted(row, "topics")).ShouldBe((topic, doubted));
    }

    [Fact]
    public void Both_columns_stay_one_sex_when_somebody_confirms_them()
    {
        var mapping = new Dictionary<string, RegisterField>(StringComparer.Ordinal) { ["м"] = RegisterField.Sex, ["ж"] = RegisterField.Sex };
        var register = Readings.Read("Дата;ФИО;Страна;м;ж;Вопрос\n12.05.2023;Ким С.;Россия;+;;зарплата\n13.05.2023;Ким С.;Россия;;+;зарплата\n"u8.ToArray(), options: Readings.Options with { Mapping = mapping });
        register.Rows.Skip(1).Select(row => row.Sex).ShouldBe(['M', 'F']);
        register.Notices.ShouldBeEmpty();
    }
}
