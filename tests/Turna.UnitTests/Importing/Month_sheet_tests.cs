using Turna.Cases.Contracts;

namespace Turna.UnitTests.Importing;

/// <summary>Workbooks with a sheet for each month, where the day is a bare number and only the tab tells the rest.</summary>
public sealed class Month_sheet_tests
{
    private static RegisterRow Row(string tab, object day, string title = "Журнал", string file = "register.xlsx") => Readings.Read(
        new WorkbookMaker().Sheet(tab).Row(1, title).Row(2, "Дата", "ФИО", "Страна", "Вопрос").Row(3, day, "Асанова Айгүл", "Россия", "зарплата").Make(), file).Rows[^1];

    private static bool IsDoubted(RegisterRow row) => row.Problems.Any(problem => problem.StartsWith("date:", StringComparison.Ordinal));

    [Theory]
    [InlineData("03.2024"), InlineData("3.2024"), InlineData("2024-03"), InlineData("2024_03"), InlineData("Март 24"), InlineData("мар.24"), InlineData("Mar'24"), InlineData("Март 2024"), InlineData("март 2024-ж."), InlineData("Mart 24")]
    [InlineData("жалган куран 24"), InlineData("03.2024 (2)"), InlineData("март24")]
    public void The_tab_tells_month_and_year(string tab)
    {
        var row = Row(tab, 9);
        (row.Date?.ToString(), IsDoubted(row)).ShouldBe(("2024-03-09", false));
    }

    [Theory, InlineData("Март"), InlineData("март"), InlineData("Mart")]
    public void The_year_may_stand_in_the_title(string tab)
    {
        var row = Row(tab, 9, "Журнал за 2024 год");
        (row.Date?.ToString(), IsDoubted(row)).ShouldBe(("2024-03-09", false));
    }

    [Theory, InlineData("05.06"), InlineData("3"), InlineData("1-15"), InlineData("1-20"), InlineData("03-24"), InlineData("янв 15"), InlineData("Лист3"), InlineData("13.2024"), InlineData("Март 12"), InlineData("08.2024"), InlineData("Май 31")]
    public void A_tab_that_names_no_month_and_year_leaves_the_day_in_doubt(string tab) => IsDoubted(Row(tab, 9)).ShouldBeTrue();

    [Fact]
    public void A_title_of_another_year_casts_doubt() => IsDoubted(Row("03.2024", 9, "Журнал за 2023 год")).ShouldBeTrue();

    [Fact]
    public void A_day_the_month_does_not_have_is_not_understood() => (Row("02.2024", 30).Date, IsDoubted(Row("02.2024", 30))).ShouldBe((null, true));

    [Fact]
    public void Sheets_with_columns_in_another_order_are_read_each_by_its_own_headings()
    {
        var rows = Readings.Read(new WorkbookMaker()
            .Sheet("01.2024").Row(1, "Kun", "F.I.Sh.", "Davlat", "Muammo").Row(2, 9, "Rahimova Dilorom", "Rossiya", "oylik")
            .Sheet("02.2024").Row(1, "Муаммо", "Исми, фамилияси", "Кун", "Давлат").Row(2, "ойлик", "Собирова Мавлуда", 12, "РФ").Make()).Rows.Where(row => row.Status != RegisterRowStatus.Skipped);
        rows.Select(row => (row.Date?.ToString(), row.Country)).ShouldBe([("2024-01-09", "RU"), ("2024-02-12", "RU")]);
    }
}
