using Turna.Cases.BringingIn;

namespace Turna.UnitTests.Importing;

/// <summary>What the page of columns is told of a file.</summary>
public sealed class Table_layout_tests
{
    [Fact]
    public void The_columns_of_a_lower_table_are_shown_with_what_stands_in_them()
    {
        var file = System.Text.Encoding.UTF8.GetBytes("Дата;ФИО;Страна;Вопрос\n12.01.2023;Асанова Айгүл;Россия;зарплата\n13.01.2023;Бекова Жылдыз;Россия;зарплата\nИсполнитель;Вопрос;Дата;Страна;ФИО\nМамытова;депортация;14.07.2023;Казахстан;Турдалиева Нура\n");
        var register = RegisterFile.ReadColumns(file, "register.csv", new DateOnly(2024, 6, 1), CancellationToken.None).Value;
        var layout = RegisterFile.LayoutOf(register, file, remembered: null);
        layout.Columns.Select(column => column.Heading).ShouldBe(["Дата", "ФИО", "Страна", "Вопрос", "Исполнитель"]);
        layout.Columns[^1].Samples.ShouldBe(["Мамытова"]);
        layout.Columns[0].Samples.ShouldBe(["12.01.2023", "13.01.2023"]);
    }
}
