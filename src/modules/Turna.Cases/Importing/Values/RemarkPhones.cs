using Turna.Cases.Importing.Reading;
using Turna.Kernel.Codes;

namespace Turna.Cases.Importing.Values;

/// <summary>Numbers that remarks give beside a relative: "звонить сестре 0778 114590".</summary>
internal static class RemarkPhones
{
    private const int FewestDigits = 9;

    public static IReadOnlyList<string> In(string remarks) => remarks.Count(char.IsAsciiDigit) < FewestDigits ? []
        : [.. Clauses.Of(remarks).Where(NamesRelative).SelectMany(clause => PhoneReader.Read(SourceCell.Of(clause)).Value ?? [])
            .Select(phone => phone.Number).Where(number => number.Count(char.IsAsciiDigit) >= FewestDigits).Distinct(StringComparer.Ordinal)];

    private static bool NamesRelative(string clause) => Spelling.Fold(clause) is var folded && PhoneOwnerWords.NamesAnother(folded) && !Words.Shipped.Mentions("debtor", folded);
}
