using System.Text;
using Turna.Vault;

namespace Turna.UnitTests.Vault;

public sealed class One_time_code_tests
{
    // RFC 6238, appendix B, SHA-1, the last six of the eight digits printed there.
    [Theory]
    [InlineData(59L, "287082")]
    [InlineData(1111111109L, "081804")]
    [InlineData(1111111111L, "050471")]
    [InlineData(1234567890L, "005924")]
    [InlineData(2000000000L, "279037")]
    [InlineData(20000000000L, "353130")]
    public void Codes_equal_those_of_the_rfc(long second, string code) =>
        OneTimeCodes.Code(Encoding.ASCII.GetBytes("12345678901234567890"), second / 30).ShouldBe(code);

    // RFC 4648, section 10.
    [Theory]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Base32_equals_that_of_the_rfc(string text, string encoded)
    {
        OneTimeCodes.Base32(Encoding.ASCII.GetBytes(text)).ShouldBe(encoded);
        Encoding.ASCII.GetString(OneTimeCodes.FromBase32(encoded)).ShouldBe(text);
    }
}

public sealed class Recovery_share_tests
{
    private static readonly byte[] Secret = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(0, 2)]
    [InlineData(2, 0)]
    [InlineData(1, 2)]
    [InlineData(2, 1)]
    public void Any_two_shares_give_the_secret_back(int one, int two)
    {
        var shares = Recovery.Split(Secret);

        Recovery.Combine(shares[one], shares[two]).ShouldBe(Secret);
    }

    [Fact]
    public void One_share_twice_or_a_mistyped_one_gives_nothing()
    {
        var shares = Recovery.Split(Secret);
        var mistyped = (shares[0][0] == 'A' ? 'B' : 'A') + shares[0][1..];

        Recovery.Combine(shares[0], shares[0]).ShouldBeNull();
        Recovery.Combine(mistyped, shares[1]).ShouldBeNull();
        Recovery.Combine("nonsense", shares[1]).ShouldBeNull();
    }
}
