using System.Text;
using Turna.Names;

namespace Turna.UnitTests.Names;

public sealed class Phone_tests
{
    [Theory]
    [InlineData("0555 12-34-56", "+996555123456")]
    [InlineData("555123456", "+996555123456")]
    [InlineData("+996 555 123 456", "+996555123456")]
    [InlineData("996555123456", "+996555123456")]
    [InlineData("00996555123456", "+996555123456")]
    [InlineData("+996 (0555) 12 34 56", "+996555123456")]
    [InlineData("тел. +996555123456 (брат)", "+996555123456")]
    [InlineData("8 916 123-45-67", "+79161234567")]
    [InlineData("+7 (916) 123-45-67", "+79161234567")]
    [InlineData("79161234567", "+79161234567")]
    [InlineData("8-10-996-555-12-34-56", "+996555123456")]
    [InlineData("+7 701 234 56 78", "+77012345678")]
    [InlineData("+998 90 123 45 67", "+998901234567")]
    [InlineData("+90 532 123 45 67", "+905321234567")]
    [InlineData("+82 10-1234-5678", "+821012345678")]
    [InlineData("+82 010-1234-5678", "+821012345678")]
    [InlineData("+1 (312) 555-0142", "+13125550142")]
    [InlineData("٠٥٥٥١٢٣٤٥٦", "+996555123456")]
    [InlineData("8 (916) 123-45-67", "+79161234567")]
    [InlineData("+8 916 123 45 67", "+79161234567")]
    [InlineData("+7 8 916 123 45 67", "+79161234567")]
    [InlineData("0(555) 12.34.56", "+996555123456")]
    [InlineData("+0555 123 456", "+996555123456")]
    [InlineData("00996 (555) 12 34 56", "+996555123456")]
    [InlineData("0996 555 12 34 56", "+996555123456")]
    [InlineData("8 996 555 12 34 56", "+996555123456")]
    [InlineData("996555123456.0", "+996555123456")]
    [InlineData("(03222) 5-55-55", "+996322255555")]
    [InlineData("0312 66-12-12 #105", "+996312661212")]
    [InlineData("0312 66-12-12 доб. 12345", "+996312661212")]
    [InlineData("+998 (90) 123-45-67", "+998901234567")]
    [InlineData("+992 92 777 12 34", "+992927771234")]
    [InlineData("8-10-992-92-777-12-34", "+992927771234")]
    [InlineData("8 701 234 56 78", "+77012345678")]
    [InlineData("0532 123 45 67", "+905321234567")]
    [InlineData("+90 (0)532 123 45 67", "+905321234567")]
    [InlineData("010-1234-5678", "+821012345678")]
    [InlineData("8 (0555) 77-88-99", "+996555778899")]
    [InlineData("8-0312-66-12-12", "+996312661212")]
    [InlineData("80555778899", "+996555778899")]
    [InlineData("8 (03222) 5-55-55", "+996322255555")]
    [InlineData("8 555 102033", "+996555102033")]
    [InlineData("8(777)10-20-33", "+996777102033")]
    [InlineData("8 999 10 20 33", "+996999102033")]
    [InlineData("8 312 661212", "+996312661212")]
    [InlineData("тел. 8 0555 77 88 99 (брат)", "+996555778899")]
    public void Reads_a_number_as_people_write_it(string text, string expected)
    {
        PhoneNumber.TryParse(text, "KG", out var number).ShouldBeTrue();
        number.E164.ShouldBe(expected);
    }

    [Theory]
    [InlineData("0555 123 456 0777 654 321")]
    [InlineData("0555123456-0777654321")]
    [InlineData("0555123456 / 0777-65-43-21")]
    [InlineData("+996555123456 0777654321")]
    [InlineData("0555123456(муж 0777654321)")]
    public void Two_numbers_of_one_cell_are_two(string cell) =>
        PhoneNumber.ReadAll(cell, "KG").Select(p => p.E164).ShouldBe(["+996555123456", "+996777654321"]);

    [Theory]
    [InlineData("8 916 123 45 67", "RU", "+79161234567")]
    [InlineData("9161234567", "RU", "+79161234567")]
    [InlineData("0532 123 45 67", "TR", "+905321234567")]
    [InlineData("010-1234-5678", "KR", "+821012345678")]
    public void A_number_without_country_is_read_in_the_offices_own(string text, string country, string expected)
    {
        PhoneNumber.TryParse(text, country, out var number).ShouldBeTrue();
        number.E164.ShouldBe(expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData("нет")]
    [InlineData("123")]
    [InlineData("+7200979970")]
    [InlineData("+9969065152344")]
    [InlineData("8 916 123 45 6")]
    [InlineData("8 0916 123")]
    [InlineData("99999999999999999999")]
    public void What_fits_no_plan_is_no_number(string text) => PhoneNumber.TryParse(text, "KG", out _).ShouldBeFalse();

    [Theory]
    [InlineData("8 (0555) 77-88-99")]
    [InlineData("8 555 77 88 99")]
    [InlineData("+996 555 778899")]
    public void With_or_without_the_long_distance_eight_it_is_one_number(string written) =>
        PhoneNumber.MatchKey(written, "KG").ShouldBe(PhoneNumber.MatchKey("0555778899", "KG"));

    [Fact]
    public void Two_numbers_with_the_long_distance_eight_are_two() =>
        PhoneNumber.ReadAll("8 0555 123456, 8 777 654321", "KG").Select(p => p.E164).ShouldBe(["+996555123456", "+996777654321"]);

    [Fact]
    public void Knows_Kazakhstan_from_Russia_and_keeps_the_note()
    {
        PhoneNumber.TryParse("+77012345678 сестра", "KG", out var number).ShouldBeTrue();
        number.Country.ShouldBe("KZ");
        number.Note.ShouldBe("сестра");
    }

    [Fact]
    public void Gives_every_number_of_a_cell() =>
        PhoneNumber.ReadAll("0555123456, 0700 11 22 33 / +79161234567", "KG").Select(n => n.E164).ShouldBe(["+996555123456", "+996700112233", "+79161234567"]);

    [Theory]
    [InlineData("+7200979970 (брат)", "8 200979970")]
    [InlineData("+7200979970", "0200979970")]
    public void Two_writings_of_a_number_that_fits_no_plan_still_meet(string a, string b) =>
        PhoneNumber.MatchKey(a, "XX").ShouldBe(PhoneNumber.MatchKey(b, "XX"));

    [Fact]
    public void No_text_breaks_the_reader()
    {
        var random = new Random(9);
        for (var i = 0; i < 20_000; i++)
        {
            var text = new StringBuilder();
            for (var length = random.Next(30); length > 0; length--) text.Append(random.Next(3) == 0 ? (char)random.Next(0x10000) : "+0123456789 ()-,;"[random.Next(17)]);
            foreach (var number in PhoneNumber.ReadAll(text.ToString(), "KG")) PhoneNumber.MatchKey(number.E164, "KG").ShouldBe(number.E164);
        }
    }
}
