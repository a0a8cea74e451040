using System.Text;
using Turna.Names;
using Turna.Names.Documents;

namespace Turna.UnitTests.Names;

/// <summary>Specimens of ICAO Doc 9303 parts 4 to 7 and of published specimens of issuing states.</summary>
public sealed class Documents_tests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    private const string Passport = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10";

    public static TheoryData<string, MrzFormat, string, string> Specimens => new()
    {
        { Passport, MrzFormat.TD3, "ERIKSSON", "ANNA MARIA" },
        { "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6", MrzFormat.TD2, "ERIKSSON", "ANNA MARIA" },
        { "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<", MrzFormat.TD1, "ERIKSSON", "ANNA MARIA" },
        { "P<UKRTKACHENKO<<MARIANA<<<<<<<<<<<<<<<<<<<<<\nXX000000<0UKR9108242F23092571234567890<<<<70", MrzFormat.TD3, "TKACHENKO", "MARIANA" },
        { "IDESPBAA000589599999999R<<<<<<\n8001014F2501017ESP<<<<<<<<<<<7\nESPANOLA<ESPANOLA<<CARMEN<<<<<", MrzFormat.TD1, "ESPANOLA ESPANOLA", "CARMEN" },
        { "IDLIEID98754015<<<<<<<<<<<<<<<\n8205122M1906224LIE<<<<<<<<<<<6\nOSPELT<BECK<<MARISA<<<<<<<<<<<", MrzFormat.TD1, "OSPELT BECK", "MARISA" },
        { "VNUSATRAVELER<<HAPPY<<<<<<<<<<<<<<<<<<<<<<<<\n1234567897CAN6612120M1407282B3XLC000FD142955", MrzFormat.MrvA, "TRAVELER", "HAPPY" },
        { "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nL8988901C4XXX4009078F9612109<<<<<<<<", MrzFormat.MrvB, "ERIKSSON", "ANNA MARIA" },
    };

    [Theory]
    [MemberData(nameof(Specimens))]
    public void Reads_the_published_specimens(string zone, MrzFormat format, string family, string given)
    {
        var reading = MachineReadableZone.Read(zone, Today).ShouldNotBeNull();
        reading.Format.ShouldBe(format);
        reading.Family.ShouldBe(family);
        reading.Given.ShouldBe(given);
        reading.Problems.ShouldBeEmpty();
        reading.Checks.ShouldAllBe(c => c.Holds);
    }

    [Fact]
    public void Reads_every_field_of_a_passport()
    {
        var reading = MachineReadableZone.Read(Passport, Today)!;
        reading.DocumentNumber.ShouldBe("L898902C3");
        reading.Nationality.ShouldBe("UTO");
        reading.BirthDate.ShouldBe(new DateOnly(1974, 8, 12));
        reading.ExpiryDate.ShouldBe(new DateOnly(2012, 4, 15));
        reading.Sex.ShouldBe(Turna.Names.Sex.Female);
        reading.PersonalNumber.ShouldBe("ZE184226B");
    }

    [Fact]
    public void Mends_the_usual_errors_of_optical_reading_and_says_so()
    {
        var misread = Passport.Replace("7408122F", "74O8I22F", StringComparison.Ordinal).Replace("ERIKSSON", "ER1K5SON", StringComparison.Ordinal);
        var reading = MachineReadableZone.Read(misread, Today)!;
        reading.IsValid.ShouldBeTrue();
        reading.Family.ShouldBe("ERIKSSON");
        reading.Corrections.Count.ShouldBe(4);
    }

    [Theory]
    [InlineData("KGZ", "ID1234567", "1D1234567")]
    [InlineData("KGZ", "ID1234567", "ID12E4567", false)]
    [InlineData("KGZ", "AC0204510", "ACO2O45I0")]
    [InlineData("KGZ", "AC0204510", "A002O4510", false)]
    [InlineData("UZB", "AB1205678", "A81Z0S678")]
    [InlineData("TJK", "401205678", "4O1205678")]
    [InlineData("UTO", "L898902C3", "L898902C3")]
    [InlineData("UTO", "K1204567A", "K12O4567A")]
    public void A_slip_in_the_number_is_mended_where_the_place_allows_no_other_reading(string issuer, string number, string read, bool mends = true)
    {
        var reading = MachineReadableZone.Read(Zone(issuer, read, CheckOf(number)), Today)!;
        reading.DocumentNumber.ShouldBe(mends ? number : read);
        reading.Checks[0].Holds.ShouldBe(mends);
    }

    [Theory]
    [InlineData("KGZ", "ID1234567")]
    [InlineData("KGZ", "AC0123456")]
    [InlineData("UTO", "AB0158268")]
    [InlineData("TJK", "401580126")]
    public void A_number_that_may_stand_as_it_is_stays_whatever_its_check_digit_says(string issuer, string number)
    {
        for (var digit = '0'; digit <= '9'; digit++)
        {
            var reading = MachineReadableZone.Read(Zone(issuer, number, digit), Today)!;
            reading.DocumentNumber.ShouldBe(number);
            reading.Corrections.ShouldBeEmpty();
            reading.Checks[0].Holds.ShouldBe(digit == CheckOf(number));
        }
    }

    [Fact]
    public void A_letter_in_a_date_is_mended_only_when_the_check_digit_agrees()
    {
        MachineReadableZone.Read(Passport.Replace("7408122F", "74O8122F", StringComparison.Ordinal), Today)!.BirthDate.ShouldBe(new DateOnly(1974, 8, 12));

        var doubtful = MachineReadableZone.Read(Passport.Replace("7408122F", "74O8132F", StringComparison.Ordinal), Today)!;
        doubtful.BirthDate.ShouldBeNull();
        doubtful.Corrections.ShouldBeEmpty();
        doubtful.IsValid.ShouldBeFalse();
    }

    private static string Zone(string issuer, string number, char digit) =>
        $"P<{issuer}ASANOVA<<AIGUL<<<<<<<<<<<<<<<<<<<<<<<<<<<<\n{number}{digit}{issuer}9001011F3001011<<<<<<<<<<<<<<<0";

    private static char CheckOf(string number)
    {
        var sum = 0;
        for (var i = 0; i < number.Length; i++) sum += (char.IsAsciiDigit(number[i]) ? number[i] - '0' : number[i] - 'A' + 10) * (i % 3 == 0 ? 7 : i % 3 == 1 ? 3 : 1);
        return (char)('0' + (sum % 10));
    }

    [Fact]
    public void A_wrong_digit_fails_its_check()
    {
        var reading = MachineReadableZone.Read(Passport.Replace("7408122F", "7408132F", StringComparison.Ordinal), Today)!;
        reading.IsValid.ShouldBeFalse();
        reading.Checks.ShouldContain(c => c.Field == "birth date" && !c.Holds);
    }

    [Fact]
    public void Names_that_fill_the_field_are_marked_as_perhaps_cut_off() =>
        MachineReadableZone.Read("P<KGZABDYKADYROVABDRAKHMANOVA<<AIGULSAADATKA\nAC12345670KGZ9001011F3001011<<<<<<<<<<<<<<00", Today)!.NamesTruncated.ShouldBeTrue();

    [Fact]
    public void No_text_breaks_the_reader()
    {
        var random = new Random(17);
        for (var i = 0; i < 20_000; i++)
        {
            var zone = new StringBuilder(Specimens.ElementAt(i % Specimens.Count).Data.Item1);
            for (var changes = random.Next(12); changes > 0; changes--) zone[random.Next(zone.Length)] = random.Next(4) == 0 ? (char)random.Next(0x10000) : "ABCXYZ0123456789<\n "[random.Next(19)];
            if (MachineReadableZone.Read(zone.ToString(), Today) is { } reading) WhatIsMended(reading);
        }
    }

    // Whatever was mended is a usual slip, and a mended field with a check digit holds.
    private static void WhatIsMended(MrzReading reading)
    {
        reading.Corrections.ShouldAllBe(c => "O0 0O I1 1I Z2 2Z S5 5S B8 8B G6 6G Q0 D0 L1 A4 4A".Contains($"{c.Read}{c.As}", StringComparison.Ordinal));
        reading.Checks.Count.ShouldBeInRange(3, 5);
    }
}
