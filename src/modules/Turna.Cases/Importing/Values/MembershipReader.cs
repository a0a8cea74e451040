using System.Globalization;
using Turna.Cases.Importing.Reading;
using Turna.Kernel.Codes;

namespace Turna.Cases.Importing.Values;

/// <summary>Reads the number under which somebody is a member of the organisation that keeps the register.</summary>
internal static class MembershipReader
{
    private const int FewestDigits = 2;
    private const int Longest = 16;
    private const double InOrder = 0.85;

    /// <summary>The number without what stands beside it ("№ 877", "ч/б 0877"); null where none is written.</summary>
    public static string? Read(SourceCell cell)
    {
        var digits = string.Concat(cell.Written.Where(char.IsAsciiDigit)).TrimStart('0');
        if (digits.Length < FewestDigits || cell.Written.Length > Longest) return null;
        var series = string.Concat(Spelling.Fold(cell.Written).Split(' ').Where(word => word.All(char.IsLetter) && !Words.Shipped.Says("numberSign", word)));
        return series + digits;
    }

    /// <summary>True where the numbers of a column go up by one from row to row: they number the rows.</summary>
    public static bool IsCounting(IEnumerable<string> column)
    {
        var numbers = column.Where(text => text.Length is > 0 and < 9 && text.All(char.IsAsciiDigit)).Select(text => int.Parse(text, CultureInfo.InvariantCulture)).ToArray();
        return numbers.Length > 2 && numbers.Skip(1).Zip(numbers, (next, number) => next - number).Count(step => step == 1) >= InOrder * (numbers.Length - 1);
    }
}
