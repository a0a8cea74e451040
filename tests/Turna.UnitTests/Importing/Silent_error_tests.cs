using System.Globalization;
using Turna.Cases.Contracts;
using Turna.Cases.Importing.Reading;
using Turna.Cases.Importing.Values;

namespace Turna.UnitTests.Importing;

/// <summary>Values that were read wrongly and called certain.</summary>
public sealed class Silent_error_tests
{
    [Theory, InlineData("0777/121212", "+996777121212"), InlineData("0777/12-12-12", "+996777121212"), InlineData("0777 / 121212", "+996777121212"), InlineData("+996/777/121212", "+996777121212"), InlineData("8/916/1234567", "+79161234567")]
    public void A_stroke_inside_a_number_is_no_end_of_it(string written, string number)
    {
        var row = Readings.Row($"Телефон={written}");
        row.Phones.ShouldHaveSingleItem().Number.ShouldBe(number);
        row.Phones[0].Written.ShouldBe(written);
    }

    [Theory, InlineData("0555123456/0777654321"), InlineData("0555 12-34-56 / 0777 65-43-21"), InlineData("0555 123 456/0777 654 321")]
    public void A_stroke_between_numbers_parts_them(string written) => Readings.Row($"Телефон={written}").Phones.Select(phone => phone.Number).ShouldBe(["+996555123456", "+996777654321"]);

    [Theory, InlineData("+99655512", false), InlineData("0555 12345", false), InlineData("123456", false), InlineData("+998 90 123 45", false), InlineData("+7 916 123", false), InlineData("+90 532 123", false)]
    [InlineData("+996 555 123456", true), InlineData("0555 12-34-56", true), InlineData("8 (916) 123-45-67", true), InlineData("+90 532 123 45 67", true), InlineData("+82 10 1234 5678", true), InlineData("+7 701 222 33 44", true), InlineData("+998 90 123 45 67", true)]
    public void A_number_of_the_wrong_length_is_doubtful(string written, bool certain) =>
        Readings.Row($"Телефон={written}").Problems.Any(problem => problem.StartsWith("phone:", StringComparison.Ordinal)).ShouldBe(!certain);

    [Theory]
    [InlineData("+996 555 12345", "+99655512345", "few"), InlineData("+996 555 1234567", "+9965551234567", "many"), InlineData("0555 12345", "055512345", "few"), InlineData("0555 1234567", "05551234567", "many")]
    [InlineData("+7 916 123 45 6", "+7916123456", "few"), InlineData("8 916 123 45 6", "8916123456", "few"), InlineData("+7 916 123 45 678", "+791612345678", "many"), InlineData("+90 532 123 45 6", "+90532123456", "few")]
    [InlineData("+82 10 1234 56789", "+8210123456789", "many"), InlineData("+998 90 123 45 6", "+99890123456", "few"), InlineData("+992 90 123 45 678", "+9929012345678", "many"), InlineData("+48 512 345 67", "+4851234567", "few")]
    [InlineData("996 555 12345", "99655512345", "few"), InlineData("55512345", "55512345", "few")]
    public void A_number_of_an_impossible_length_stays_as_written_and_is_doubted(string written, string number, string how)
    {
        var row = Readings.Row($"Телефон={written}");
        row.Phones.ShouldHaveSingleItem().Number.ShouldBe(number);
        row.Problems.ShouldContain($"phone: '{written}' has too {how} digits");
    }

    [Fact]
    public void Where_a_digit_too_many_is_how_a_register_writes_numbers_only_half_ones_are_doubted()
    {
        var rows = Enumerable.Range(0, 40).Select(i => $"15.05.2023;Ким;{(i == 39 ? "0555 12" : i % 4 == 0 ? $"0555 1234{i:000}" : $"0555 123{i:000}")};зарплата");
        var register = Readings.Read($"Дата;ФИО;Телефон;Вопрос\n{string.Join('\n', rows)}\n");

        register.Rows.Where(row => row.Problems.Any(problem => problem.StartsWith("phone:", StringComparison.Ordinal))).ShouldHaveSingleItem().Phones.ShouldHaveSingleItem().Number.ShouldBe("055512");
        register.Rows.Count(row => row.Notes.Any(note => note.StartsWith("phone:", StringComparison.Ordinal))).ShouldBe(10);
        register.Rows[1].Phones.ShouldHaveSingleItem().Number.ShouldBe("+9965551234000");
    }

    [Theory, InlineData("+996 (0555) 12-34-56", "+996555123456"), InlineData("+90 0532 123 45 67", "+905321234567"), InlineData("+82 010 1234 5678", "+821012345678"), InlineData("+49 151 23456789", "+4915123456789"), InlineData("+82 2 123 4567", "+8221234567")]
    public void A_number_of_a_possible_length_is_certain(string written, string number)
    {
        var row = Readings.Row($"Телефон={written}");
        row.Phones.ShouldHaveSingleItem().Number.ShouldBe(number);
        row.Problems.ShouldNotContain(problem => problem.StartsWith("phone:", StringComparison.Ordinal));
    }

    [Theory, InlineData("Асанова Айг?л"), InlineData("?санова Айгүл"), InlineData("Асанова Айг\uFFFDл"), InlineData("Исакова Г??зат"), InlineData("Асанова?"), InlineData("<script>alert</script>")]
    public void A_name_with_a_lost_letter_is_doubtful(string written)
    {
        var row = Readings.Row($"ФИО={written}");
        row.Problems.ShouldContain(problem => problem.StartsWith("name:", StringComparison.Ordinal));
        row.Text["ФИО"].ShouldBe(written);
    }

    [Theory]
    [InlineData("Кенжебаева Асель (со слов сестры)", "Кенжебаева Асель"), InlineData("Кенжебаева Асель (повторно)", "Кенжебаева Асель"), InlineData("Кенжебаева Асель, со слов сестры", "Кенжебаева Асель"), InlineData("Кенжебаева Асель (тел. мамы", "Кенжебаева Асель")]
    [InlineData("Бекова Нургуль (Бекмуратова)", "Бекова Нургуль (Бекмуратова)"), InlineData("Асанова Айгуль", "Асанова Айгуль"), InlineData("Асан кызы Айгуль", "Асан кызы Айгуль")]
    public void A_remark_behind_a_name_is_no_part_of_it(string written, string name)
    {
        var row = Readings.Row($"ФИО={written}");
        row.Name.ShouldBe(name);
        if (name != written) row.Text["ФИО"].ShouldBe(written);
    }

    [Fact]
    public void Who_speaks_for_her_owns_the_phone() =>
        Readings.Row("ФИО=Кенжебаева Асель (со слов сестры)", "Телефон=0555123456").Phones.ShouldHaveSingleItem().Hers.ShouldBeFalse();

    [Theory, InlineData("Омурбеков Эрлан и брат"), InlineData("Айгуль с мужем"), InlineData("Асанова Айгуль и дети"), InlineData("Асанова Айгуль и её сестра"), InlineData("Эрлан жана иниси"), InlineData("Асанова Айгүл балдары менен"), InlineData("Асанова Айгуль + муж"), InlineData("Aygul va eri")]
    public void A_name_with_a_relative_is_more_than_one_person(string written)
    {
        var row = Readings.Row($"ФИО={written}");
        row.Name.ShouldBeNull();
        row.Problems.ShouldContain(problem => problem.Contains("more than one person", StringComparison.Ordinal));
        row.Text["ФИО"].ShouldBe(written);
    }

    [Theory, InlineData("Ош"), InlineData("Osh"), InlineData("ОШ"), InlineData("Oʻsh")]
    public void Osh_alone_is_a_place_of_which_it_is_doubtful_which(string written)
    {
        var row = Readings.Row($"Область={written}");
        row.Place.ShouldBe("41706000000000");
        row.Problems.ShouldContain(problem => problem.StartsWith("place:", StringComparison.Ordinal));
        row.Text["Область"].ShouldBe(written);
    }

    [Theory, InlineData("г. Ош", "41721000000000"), InlineData("Ошская", "41706000000000"), InlineData("Ош обл", "41706000000000")]
    public void Osh_with_its_kind_is_certain(string written, string code)
    {
        var row = Readings.Row($"Область={written}");
        row.Place.ShouldBe(code);
        row.Problems.ShouldNotContain(problem => problem.StartsWith("place:", StringComparison.Ordinal));
    }

    [Theory, InlineData("9999"), InlineData("3500"), InlineData("2999"), InlineData("1001")]
    public void A_number_that_is_no_year_of_birth_is_not_understood(string written)
    {
        var row = Readings.Row($"Год рожд.={written}");
        row.BirthYear.ShouldBeNull();
        row.Problems.ShouldContain(problem => problem.StartsWith("birthYear:", StringComparison.Ordinal));
        var number = SourceCell.Of(double.Parse(written, CultureInfo.InvariantCulture));
        var read = BirthReader.Read(number, RegisterField.BirthYear, 2024, Habits.None(Readings.Options.Today));
        read.IsCertain.ShouldBeFalse();
        read.Value.ShouldBeNull();
    }
}
