using Turna.Cases.Contracts;

namespace Turna.UnitTests.Importing;

/// <summary>Days without a year in registers whose title, tab or line over the rows writes the year, and in registers where nothing does.</summary>
public sealed class Stated_period_tests
{
    private static RegisterRow[] Rows(string title, params string[] days) =>
        [.. Readings.Read($"{title}\nДата;ФИО;Страна;Вопрос\n{string.Join('\n', days.Select(day => $"{day};Асанова Айгүл;Россия;зарплата"))}\n").Rows.Where(row => row.Status != RegisterRowStatus.Skipped)];

    private static bool IsDoubted(RegisterRow row) => row.Problems.Any(problem => problem.StartsWith("date:", StringComparison.Ordinal));

    [Theory]
    [InlineData("Журнал за 2023 год"), InlineData("Murojaatlar jurnali, 2023 yil, Qorasuv"), InlineData("2023-жыл, II чейрек"), InlineData("Книга учёта, II квартал 2023 г."), InlineData("Register of cases Apr-Jun 2023")]
    [InlineData("Кайрылуулар, 2023-жылдын апрель-июнь айлары"), InlineData("Учёт обращений, 1-е полугодие 2023 г."), InlineData("Отчёт за апрель 2023 года"), InlineData("2-chorak, 2023-yil"), InlineData("Q2 2023, consultations"), InlineData("2023-жылдын 2-чейреги"), InlineData("Журнал проекта «Үмүт» за 2023 год"), InlineData("Проект «Үмүт», 2-квартал 2023 г.")]
    public void A_year_that_the_title_writes_is_no_guess(string title)
    {
        var row = Rows(title, "12.04", "13.04")[0];
        (row.Date?.ToString(), IsDoubted(row)).ShouldBe(("2023-04-12", false));
    }

    [Theory]
    [InlineData("Журнал за январь 2023 г.", "28.12"), InlineData("Книга учёта, II квартал 2023 г.", "12.07"), InlineData("Register Jan-Mar 2023", "5 April"), InlineData("Учёт, 1-е полугодие 2023", "2 июля")]
    public void A_day_out_of_the_stated_period_stays_doubtful(string title, string day) => IsDoubted(Rows(title, "12.01", day)[1]).ShouldBeTrue();

    [Theory]
    [InlineData("Журнал"), InlineData("Журнал 2022-2023"), InlineData("Форма утверждена приказом 2023 года"), InlineData("Ведётся с 2023 года"), InlineData("Журнал начат 12 января 2023 года"), InlineData("Приказ от 05.02.2023"), InlineData("Проект «Безопасная миграция 2023»"), InlineData("Журнал программы Миграция-2023"), InlineData("EU project 2023"), InlineData("Договор № 15-2023"), InlineData("Исх. № 45/2023"), InlineData("Папка 12/2023")]
    [InlineData("Журнал обращений (продолжение; начало — в журнале 2023 года)"), InlineData("ОФ «Эне», свидетельство от 2023 г."), InlineData("Лицензия 2023 г."), InlineData("Меморандум 2023 г.")]
    public void Where_nothing_writes_the_year_of_the_register_the_doubt_stays(string title)
    {
        var row = Rows(title, "12.04", "13.04.2023", "14.04.2023")[0];
        (row.Date?.ToString(), IsDoubted(row)).ShouldBe(("2023-04-12", true));
    }

    [Theory, InlineData("с 5 по 7"), InlineData("с 10 до 12")]
    public void Two_numbers_without_a_month_are_no_day_of_one(string written) =>
        Rows("Журнал за 2023 год", written, "13.04")[0].Problems.ShouldContain(problem => problem.StartsWith("date:", StringComparison.Ordinal));

    [Fact]
    public void Days_of_another_year_among_the_rows_leave_it_open() => IsDoubted(Rows("Журнал за 2023 год", "28.12.2022", "29.12.2022", "30.12.2022", "12.04", "13.04.2023")[3]).ShouldBeTrue();

    [Fact]
    public void December_before_January_may_be_of_the_year_before() => IsDoubted(Rows("Журнал за 2023 год", "28 декабря", "3 января", "5 января")[0]).ShouldBeTrue();

    [Fact]
    public void A_day_under_the_line_of_another_month_is_doubted()
    {
        var rows = Rows("Журнал за 2023 год", "02.04", "АПРЕЛЬ;;;\n03.04", "04.05");
        rows.Select(IsDoubted).ShouldBe([false, false, true]);
    }

    [Fact]
    public void A_year_mistyped_once_does_not_speak_for_the_register()
    {
        var rows = Rows("II квартал 2023 г.", "01.04", "02.04", "03.04", "04.04.2003", "05.04", "06.04", "07.04", "08.04", "09.04");
        rows[0].Date?.ToString().ShouldBe("2023-04-01");
        IsDoubted(rows[3]).ShouldBeTrue();
    }

    [Theory]
    [InlineData("08-10.04", "2023-04-08"), InlineData("8–10.04.", "2023-04-08"), InlineData("28.04-02.05", "2023-04-28"), InlineData("15-16 марта", "2023-03-15"), InlineData("с 3 по 5 мая", "2023-05-03"), InlineData("10 - 12-май", "2023-05-10")]
    public void Several_days_in_one_cell_are_a_span(string written, string first)
    {
        var row = Rows("Журнал за 2023 год", "12.04", written)[1];
        (row.Date?.ToString(), IsDoubted(row)).ShouldBe((first, true));
    }

    [Fact]
    public void Figures_that_go_down_are_a_day_of_a_year() => Rows("Журнал", "12-05.11")[0].Date?.ToString().ShouldBe("2011-05-12");

    [Fact]
    public void Two_figures_behind_a_month_are_its_year() => Rows("Журнал за 2023 год", "12.04", "15 марта 23", "15 марта 22")[1].Date?.ToString().ShouldBe("2023-03-15");

    [Theory]
    [InlineData("12-бугу", "2023-05-12"), InlineData("3-кулжа", "2023-06-03"), InlineData("4-теке", "2023-07-04"), InlineData("5 жалган куран", "2023-03-05"), InlineData("6-чынкуран", "2023-04-06"), InlineData("7-баш оона", "2023-08-07")]
    [InlineData("8-аякоона", "2023-09-08"), InlineData("9-тогуздун айы", "2023-10-09"), InlineData("10-жетинин айы", "2023-11-10"), InlineData("11-бештин айы", "2023-12-11"), InlineData("12-үчтүн айы", "2023-01-12"), InlineData("13-бирдин айы", "2023-02-13"), InlineData("бугунун 14ү", "2023-05-14")]
    [InlineData("3-iyun", "2023-06-03"), InlineData("4 sentyabr", "2023-09-04"), InlineData("5-oktyabr", "2023-10-05"), InlineData("6-сентабр", "2023-09-06"), InlineData("7 dekabrda", "2023-12-07"), InlineData("8-yanvar", "2023-01-08")]
    public void Months_are_known_by_all_their_names(string written, string day)
    {
        var row = Rows("2023-жыл", written)[0];
        (row.Date?.ToString(), IsDoubted(row)).ShouldBe((day, false));
    }
}
