using Turna.Cases.Contracts;

namespace Turna.UnitTests.Importing;

/// <summary>Registers in which an entry takes two rows or three, and registers that only look like it.</summary>
public sealed class Entry_line_tests
{
    private const string Upper = "№;Дата;ФИО;Г.р.;Телефон;Страна;Вопрос;Сумма";
    private const string Lower = ";;откуда;пол;;город;;возврат";

    private static readonly string[] Entries =
    [
        "1;12.01.2023;Асанова Айгүл;1990;0555 11 22 33;Россия;работодатель не;45000 руб\n;;Узген;ж;;Казань;платит зарплату;15000 руб",
        "2;13.01.2023;Бекова Жылдыз;1985;0555 11 22 44;Казахстан;запрет въезда;\n;;Баткен;ж;муж 0777 11 22 33;Алматы;до 2027 года;",
        "3;14.01.2023;Ким Сергей;1979;0555 11 22 55;Россия;зарплата;30000 руб\n;;Нарын;м;;Тула;;",
        "4;15.01.2023;Турдалиева Нура;1992;0555 11 22 66;Россия;паспорт забрали;\n;;Талас;ж;;Омск;зарплата;",
        "5;16.01.2023;Осмонов Бакыт;2000;0555 11 22 77;Россия;депортация;\n;;Чуй;м;;Самара;;",
    ];

    private static Register Read(string headings, IEnumerable<string> rows) => Readings.Read($"{headings}\n{string.Join('\n', rows)}\n");

    private static RegisterRow[] Kept(Register register) => [.. register.Rows.Where(row => row.Status != RegisterRowStatus.Skipped)];

    [Fact]
    public void What_stands_in_the_lower_row_is_of_the_entry_above()
    {
        var rows = Kept(Read($"{Upper}\n{Lower}", Entries));
        rows.Select(row => row.Number).ShouldBe([3, 5, 7, 9, 11]);
        var first = rows[0];
        (first.Name, first.Sex, first.BirthYear, first.City, first.Topics.Single(), first.Claimed, first.Recovered).ShouldBe(("Асанова Айгүл", 'F', 1990, "Казань", "wages", 45000m, 15000m));
        first.Status.ShouldBe(RegisterRowStatus.Ok, string.Join("; ", first.Problems));
        rows[1].Phones.Select(phone => phone.Hers).ShouldBe([true, false], ignoreOrder: true);
        rows[3].Topics.ShouldBe(["documents_withheld", "wages"], ignoreOrder: true);
    }

    [Fact]
    public void Every_row_of_the_source_stays_in_the_report_and_in_order()
    {
        var register = Read($"{Upper}\n{Lower}", Entries);
        register.Rows.Select(row => row.Number).ShouldBe(Enumerable.Range(1, 12));
        register.Rows[3].Text.Values.ShouldContain("Казань");
    }

    [Fact]
    public void A_page_may_end_within_an_entry()
    {
        var broken = Entries[2].Replace("\n", $"\nитого на странице: 3;;;;;;;\nстр. 2;;;;;;;\n{Upper}\n{Lower}\n", StringComparison.Ordinal);
        var rows = Kept(Read($"{Upper}\n{Lower}", [Entries[0], Entries[1], broken, Entries[3], Entries[4]]));
        rows.Length.ShouldBe(5);
        (rows[2].Sex, rows[2].City).ShouldBe(('M', "Тула"));
    }

    [Fact]
    public void A_row_that_goes_on_with_nothing_is_rejected()
    {
        var rows = Read($"{Upper}\n{Lower}", [.. Entries, ";;Иссык-Куль;ж;;Пермь;;"]).Rows;
        rows[^1].Status.ShouldBe(RegisterRowStatus.Rejected);
    }

    [Fact]
    public void Without_headings_of_their_own_the_lower_rows_go_on_with_the_question()
    {
        var rows = Kept(Read("№;Дата;ФИО;Страна;Вопрос", Enumerable.Range(1, 6).Select(i => $"{i};{i + 10}.01.2023;Асанова Айгүл;Россия;работодатель не\n;;;;платит зарплату")));
        rows.Length.ShouldBe(6);
        rows.ShouldAllBe(row => row.Topics.Single() == "wages");
    }

    [Fact]
    public void An_entry_of_three_rows_is_read_as_one()
    {
        var rows = Kept(Read("№;Дата;ФИО;Страна;Вопрос\n;;телефон;город;Долг\n;;г.р.;;Возвращено", Enumerable.Range(1, 5).Select(i => $"{i};{i + 10}.01.2023;Асанова Айгүл;Россия;зарплата\n;;0555 11 22 3{i};Казань;45000 руб\n;;1990;;15000 руб")));
        rows.Length.ShouldBe(5);
        rows.ShouldAllBe(row => row.BirthYear == 1990 && row.Claimed == 45000m && row.Recovered == 15000m && row.Phones.Count == 1 && row.City == "Казань");
    }

    [Fact]
    public void People_without_a_number_and_a_day_of_their_own_are_not_the_lower_row_of_another()
    {
        var rows = Kept(Read("№;Дата;ФИО;Страна;Вопрос", Enumerable.Range(1, 6).Select(i => $"{i};{i + 10}.01.2023;Асанова Айгүл;Россия;зарплата\n;;Бекова Жылдыз;Казахстан;запрет въезда")));
        rows.Length.ShouldBe(12);
    }

    [Fact]
    public void Telephones_under_no_heading_are_known_for_what_they_are()
    {
        var rows = Kept(Read("Дата;ФИО;;Страна;Вопрос", Enumerable.Range(10, 10).Select(i => $"{i}.01.2023;Асанова Айгүл;0555 11 22 {i};Россия;зарплата")));
        rows.ShouldAllBe(row => row.Phones.Count == 1 && row.Problems.All(problem => !problem.StartsWith("phone:")));
    }
}
