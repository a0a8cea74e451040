using System.Globalization;
using Turna.Kernel;

namespace Turna.UnitTests.Codes;

public sealed class Written_number_tests
{
    [Theory]
    [InlineData("71500", "71500", false)]
    [InlineData("71500,00", "71500", false)]
    [InlineData("71500.5", "71500.5", false)]
    [InlineData("71 500,00", "71500", false)]
    [InlineData("71\u00a0500", "71500", false)]
    [InlineData("71.500,25", "71500.25", false)]
    [InlineData("71,500.25", "71500.25", false)]
    [InlineData("1 234 567,8", "1234567.8", false)]
    [InlineData("71’500", "71500", false)]
    [InlineData("1.500", "1500", true)]
    [InlineData("1,500", "1500", true)]
    [InlineData("0,5", "0.5", false)]
    public void Figures_are_read_as_they_are_written(string written, string value, bool doubtful) =>
        WrittenNumber.Read(written).ShouldBe(new WrittenNumber(decimal.Parse(value, CultureInfo.InvariantCulture), doubtful));

    [Theory]
    [InlineData("")]
    [InlineData("-5")]
    [InlineData("12,3456")]
    [InlineData("1 23")]
    [InlineData("45 тыс")]
    [InlineData("1e5")]
    [InlineData("1111111111111111111111111111111")]
    public void What_is_no_plain_number_is_not_read(string written) => WrittenNumber.Read(written).ShouldBeNull();
}
