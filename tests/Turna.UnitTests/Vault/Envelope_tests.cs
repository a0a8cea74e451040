using System.Security.Cryptography;
using System.Text;
using Turna.Data;
using Turna.Kernel;
using Turna.Vault;

namespace Turna.UnitTests.Vault;

public sealed class Envelope_tests
{
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);
    private static readonly Place Here = new(OrganisationId.New(), "people_person", "identity", Guid.CreateVersion7(), new SubjectId(Guid.CreateVersion7()), 3);

    public static TheoryData<string> Elsewhere => ["tenant", "table", "column", "row", "subject", "revision"];

    [Fact]
    public void What_was_sealed_opens_in_its_place()
    {
        var text = Encoding.UTF8.GetBytes("Айгүл Асан кызы");

        Envelope.Open(Key, Here, Envelope.Seal(Key, Here, text)).ShouldBe(text);
    }

    [Theory]
    [MemberData(nameof(Elsewhere))]
    public void A_value_moved_elsewhere_does_not_open(string part)
    {
        var moved = part switch
        {
            "tenant" => Here with { Tenant = OrganisationId.New() },
            "table" => Here with { Table = "cases_case" },
            "column" => Here with { Column = "notes" },
            "row" => Here with { Row = Guid.CreateVersion7() },
            "subject" => Here with { Subject = new SubjectId(Guid.CreateVersion7()) },
            _ => Here with { Revision = 4 },
        };
        var made = Envelope.Seal(Key, Here, "secret"u8);

        Should.Throw<SealBrokenException>(() => Envelope.Open(Key, moved, made));
    }

    [Fact]
    public void Each_flipped_bit_is_refused()
    {
        var made = Envelope.Seal(Key, Here, "secret"u8).Envelope.ToArray();

        for (var bit = 0; bit < made.Length * 8; bit++)
        {
            var altered = (byte[])made.Clone();
            altered[bit / 8] ^= (byte)(1 << (bit % 8));
            Should.Throw<SealBrokenException>(() => Envelope.Open(Key, Here, new Sealed(altered)), $"bit {bit}");
        }
    }

    [Fact]
    public void Each_cut_is_refused()
    {
        var made = Envelope.Seal(Key, Here, "secret"u8).Envelope;

        for (var length = 0; length < made.Length; length++)
            Should.Throw<SealBrokenException>(() => Envelope.Open(Key, Here, new Sealed(made[..length])));
    }

    [Fact]
    public void Names_of_any_usual_length_are_equally_long()
    {
        var lengths = new[] { "А", "Айгүл", "Абдыкадырова Зууракан" }.Select(n => Envelope.Seal(Key, Here, Encoding.UTF8.GetBytes(n)).Envelope.Length);

        lengths.Distinct().Count().ShouldBe(1);
    }

    // Nikitin et al. 2019, section 4: the overhead of Padmé is at most 11.11…% and falls with the length.
    [Fact]
    public void Padding_adds_at_most_an_eighth()
    {
        for (var length = 65; length < 200_000; length += 17)
        {
            var padded = Envelope.PaddedLength(length);
            padded.ShouldBeGreaterThanOrEqualTo(length);
            (padded - length).ShouldBeLessThanOrEqualTo((int)Math.Ceiling(length * 0.12));
        }
    }
}
