using Turna.Cases.Contracts;

namespace Turna.UnitTests.Importing;

/// <summary>Cells of names that hold more than a name: birth, sex and telephone beside it, a relative instead of it, a mark for the row above.</summary>
public sealed class Name_cell_tests
{
    [Theory]
    [InlineData("ФИО, год рождения", "Абдиев Расул, 1991 г.р.", 1991), InlineData("Аты-жөнү (туулган жылы)", "Абдиев Расул (1991)", 1991)]
    [InlineData("ФИО/возраст", "Абдиев Расул / 28 лет", 1995), InlineData("ФИО, г.р.", "Абдиев Расул Маратович 91", 1991)]
    [InlineData("Аты-жөнү", "Абдиев Расул, 1991-жылы туулган", 1991), InlineData("Аты-жөнү (туулган жылы)", "Абдиев Расул, 1991-жылы туулган", 1991)]
    [InlineData("ФИО, год рождения", "Абдиев Расул, 90-го года", 1990), InlineData("Name (DOB)", "Abdiev Rasul (12.05.1990)", 1990)]
    public void A_birth_beside_the_name_does_not_cost_the_name(string heading, string written, int year)
    {
        var row = Readings.Read($"Дата;{heading.Replace(';', ' ')};Вопрос\n15.05.2023;\"{written}\";зарплата\n").Rows[1];
        row.Name.ShouldNotBeNull().Split(' ').Length.ShouldBeGreaterThan(1);
        row.Name.Any(char.IsDigit).ShouldBeFalse();
        row.BirthYear.ShouldBe(year);
    }

    [Fact]
    public void A_name_alone_under_such_a_heading_is_a_name()
    {
        var row = Readings.Read("Дата;ФИО, год рождения;Пол;Страна;Вопрос\n15.05.2023;Маматалиева Г.;ж;Россия;зарплата\n").Rows[1];
        (row.Name, row.BirthYear, row.Status).ShouldBe(("Маматалиева Г.", (int?)null, RegisterRowStatus.Ok));
    }

    [Theory, InlineData("Исаков Тынчтык (1987, м)", 'M', 1987), InlineData("Жусупова Айнагүл (1993 г.р., ж)", 'F', 1993), InlineData("Сагынбаева Роза, ж, 12.01.1968", 'F', 1968)]
    public void Sex_and_birth_beside_the_name_are_read(string written, char sex, int year)
    {
        var row = Readings.Read($"Дата;Имя (год рождения, пол);Страна;Вопрос\n15.05.2023;\"{written}\";Россия;зарплата\n").Rows[1];
        (row.Sex, row.BirthYear, row.Status).ShouldBe(((char?)sex, (int?)year, RegisterRowStatus.Ok));
        row.Name!.Split(' ').Length.ShouldBe(2);
    }

    [Theory, InlineData("Иванов, М."), InlineData("Жумабаева, Ж.")]
    public void An_initial_behind_a_comma_tells_no_sex(string written) => Readings.Row($"ФИО={written}").Name.ShouldBe(written);

    [Fact]
    public void A_sex_beside_no_name_is_read()
    {
        var row = Readings.Read("Дата;Имя (год рождения, пол);Страна;Вопрос\n15.05.2023;без имени (ж);Россия;зарплата\n").Rows[1];
        (row.Name, row.Sex).ShouldBe((null, (char?)'F'));
    }

    [Theory, InlineData("Абдиев Расул 0555 12-34-56"), InlineData("Абдиев Расул, тел. 0555123456")]
    public void A_telephone_beside_the_name_is_hers(string written)
    {
        var row = Readings.Read($"Дата;ФИО, телефон;Страна;Вопрос\n15.05.2023;\"{written}\";Россия;зарплата\n").Rows[1];
        row.Name.ShouldBe("Абдиев Расул");
        row.Phones.ShouldHaveSingleItem().Number.ShouldBe("+996555123456");
    }

    [Theory, InlineData("ФИО", "Асанова Айгуль (дочь 2010 г.р.)"), InlineData("ФИО", "Асанова Айгуль, муж 1985"), InlineData("ФИО, год рождения", "Асанова Айгуль, сыну 12 лет"), InlineData("ФИО", "Асанова Айгуль, баласы 2012")]
    public void The_birth_of_a_relative_is_not_hers(string heading, string written)
    {
        var row = Readings.Read($"Дата;{heading};Пол;Страна;Вопрос\n15.05.2023;\"{written}\";ж;Россия;зарплата\n").Rows[1];
        (row.Name, row.BirthYear).ShouldBe(("Асанова Айгуль", (int?)null));
        row.Text[heading].ShouldBe(written);
    }

    [Fact]
    public void Two_years_behind_a_name_are_doubted() =>
        Readings.Row("Пол=ж", "Страна=Россия", "ФИО=Асанова А. 1990/1991").Problems.ShouldContain(problem => problem.StartsWith("birthYear:", StringComparison.Ordinal));

    [Fact]
    public void A_husband_behind_a_number_is_its_owner_and_not_her_sex()
    {
        var row = Readings.Read("Дата;ФИО, пол, тел.;Страна;Вопрос\n15.05.2023;Ким Ирина, 0555123456 (муж);Россия;зарплата\n").Rows[1];
        row.Sex.ShouldBe('F');
        row.Problems.ShouldContain("sex: not written, F by the given name");
        row.Phones.ShouldNotContain(phone => phone.Hers);
    }

    [Theory, InlineData("жена Осмоналиева Бакыта"), InlineData("Мама Полотова Нурсултана"), InlineData("Нурсултандын апасы"), InlineData("sister of Aigul Asanova"), InlineData("Nodiraning onasi")]
    public void The_relative_of_somebody_is_not_he(string written)
    {
        var row = Readings.Row($"ФИО={written}");
        row.Name.ShouldBeNull();
        row.Problems.ShouldContain(problem => problem.StartsWith("name:", StringComparison.Ordinal));
        row.Text["ФИО"].ShouldBe(written);
    }

    [Theory, InlineData("Бекзат Нурдин уулу"), InlineData("Алтын Апасова"), InlineData("Айгүл Алтын кызы"), InlineData("Мурадин Атаев")]
    public void A_name_that_sounds_like_a_relative_is_a_name(string written) => Readings.Row($"ФИО={written}").Name.ShouldBe(written);

    [Fact]
    public void The_same_again_under_the_name_is_the_woman_above()
    {
        var read = Readings.Read("Дата;ФИО;Пол;Год рожд.;Телефон;Страна;Вопрос\n15.05.2023;Асанова Айгуль;ж;1990;0555123456;Россия;зарплата\n16.05.2023;то же;;;;Россия;травма\n");
        (read.Rows[2].Sex, read.Rows[2].BirthYear).ShouldBe(('F', 1990));
        read.Rows[2].Phones.ShouldHaveSingleItem();
        RegisterGrouping.Of(read, TestContext.Current.CancellationToken).People[2].ShouldBe(RegisterGrouping.Of(read, TestContext.Current.CancellationToken).People[1]);
    }

    [Theory, InlineData("дубль, см. выше"), InlineData("внесено по ошибке"), InlineData("эки жолу жазылган"), InlineData("duplicate")]
    public void A_row_said_to_stand_twice_is_doubted(string remark) =>
        Readings.Row("Страна=Россия", "Пол=ж", $"Примечание={remark}").Problems.ShouldContain(problem => problem.StartsWith("row:", StringComparison.Ordinal));

    [Fact]
    public void A_second_visit_is_no_second_entry() => Readings.Row("Страна=Россия", "Пол=ж", "Примечание=повторно").Status.ShouldBe(RegisterRowStatus.Ok);

    [Fact]
    public void A_row_struck_through_is_doubted()
    {
        static object Through(string text) => new WorkbookMaker.Struck(text);
        var file = new WorkbookMaker().Sheet("2023").Row(1, "Дата", "ФИО", "Пол", "Страна", "Вопрос").Row(2, "15.05.2023", "Ким", "м", "Россия", "зарплата")
            .Row(3, Through("15.05.2023"), Through("Ким"), Through("м"), "Россия", Through("зарплата")).Make();
        var rows = Readings.Read(file, "register.xlsx").Rows;
        rows[1].Status.ShouldBe(RegisterRowStatus.Ok);
        rows[2].Problems.ShouldContain("row: it is struck through");
    }
}
