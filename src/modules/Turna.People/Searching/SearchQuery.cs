using System.Globalization;
using System.Text.RegularExpressions;
using Turna.Names;
using Turna.People.Keeping;

namespace Turna.People.Searching;

/// <summary>What somebody typed into the search box, read: a telephone, a document, names with or without a year.</summary>
internal sealed partial class SearchQuery : IAsk
{
    private const int LongestQuery = 200;
    private const int FewestPhoneDigits = 6;

    // Two slips in one name: worth showing last, below whatever fits.
    private const double FaintestShown = -4;

    private readonly NameQuery names;
    private readonly string phone;
    private readonly string document;

    private SearchQuery(NameQuery names, string phone, string document) => (this.names, this.phone, this.document) = (names, phone, document);

    /// <summary>True when it says too little: one name alone, or nothing.</summary>
    public bool SaysTooLittle => names.TooLittle && phone.Length == 0 && document.Length == 0;

    /// <summary>True when nothing but a number was written; one that is too short is the end of a telephone, or a year.</summary>
    public bool IsNumber { get; private init; }

    public IEnumerable<SearchKey> Keys
    {
        get
        {
            if (phone.Length > 0) yield return SearchKey.Phone(phone);
            if (document.Length > 0) yield return SearchKey.Document(document);
            foreach (var key in names.Keys) yield return SearchKey.Of(key);
        }
    }

    public IEnumerable<SearchKey> SlipKeys => names.TooLittle ? [] : NameKeys.ForSlips(names).Select(SearchKey.Of);

    public static SearchQuery Read(string? text)
    {
        var typed = (text ?? string.Empty).Trim();
        if (typed.Length > LongestQuery) typed = typed[..LongestQuery];
        var digits = typed.Count(char.IsDigit);
        var year = Year().Match(typed);
        var isNumber = digits > 0 && !typed.Any(char.IsLetter);
        var isName = digits == 0 || (year.Success && digits == year.Length);
        if (isName)
        {
            var birthYear = year.Success ? int.Parse(year.Value, CultureInfo.InvariantCulture) : (int?)null;
            return new SearchQuery(NameKeys.ForQuery(year.Success ? typed.Remove(year.Index, year.Length) : typed, birthYear), string.Empty, string.Empty) { IsNumber = isNumber };
        }

        var number = SearchKeys.DocumentKey(typed);
        return new SearchQuery(
            NameKeys.ForQuery(string.Empty),
            digits >= FewestPhoneDigits && isNumber ? SearchKeys.PhoneKey(typed) : string.Empty,
            number.Length >= SearchKeys.ShortestDocument ? number : string.Empty) { IsNumber = isNumber };
    }

    /// <summary>How well this identity answers; null when it does not.</summary>
    public SearchMatch? Match(Identity identity)
    {
        if (phone.Length > 0 && identity.Phones.FirstOrDefault(p => SearchKeys.PhoneKey(p.Number) == phone) is { } number)
            return SearchMatch.ByPhone(number.Owner);
        if (document.Length > 0 && identity.Documents.Any(d => SearchKeys.DocumentKey(d.Number) == document)) return SearchMatch.ByDocument;
        if (names.TooLittle) return null;
        return SearchKeys.Records(identity).Select(MatchName).Where(m => m is not null).MaxBy(m => m!.Score);
    }

    private SearchMatch? MatchName(NameRecord candidate)
    {
        var match = NameComparison.Compare(names.Name, candidate);
        var isWhole = match.Verdict != Verdict.Different;
        // Of a name that is still being typed it must not be said that it differs.
        var differing = match.Reasons.Count(r => r is NameReason.FamilyDiffers or NameReason.GivenDiffers or NameReason.FatherDiffers);
        if (isWhole && differing == 0) return Placed(SearchMatch.ByName(match), candidate.Name);
        if (BeginsLike(candidate.Name) && match.Year != YearAgreement.Different) return Placed(SearchMatch.ByBeginning(match), candidate.Name);
        if (isWhole) return SearchMatch.ByPart(match);
        return differing < 2 && match.Evidence > FaintestShown ? SearchMatch.ByLikeness(match) : null;
    }

    private SearchMatch Placed(SearchMatch found, PersonName candidate) =>
        found.Name is { Year: YearAgreement.Missing or YearAgreement.Same or YearAgreement.OneApart } match && NamesHerLine(match, candidate) ? found.NamingHerLine() : found;

    /// <summary>
    /// Whether one of the typed names is the one that stands beside her given name: her family name, or in "Сыдык уулу Данияр" the
    /// father's. For Молдобеков Данияр Сыдыкович, "Сыдык" is not.
    /// </summary>
    private bool NamesHerLine(NameMatch match, PersonName candidate)
    {
        var own = candidate.Family ?? (candidate.FatherForm == FatherForm.Particle ? candidate.Father : null);
        if (own is null) return false;
        if (match.Reasons.Any(candidate.Family is null ? IsOfFather : IsOfFamily)) return true;
        var typed = names.Name.Name;
        return Begins(own, typed.Family) || Begins(own, typed.Father) || Begins(own, typed.Given) || (candidate.OtherFamily is { } other && Begins(other, typed.Family));
    }

    private static bool IsOfFamily(NameReason reason) =>
        reason is NameReason.SameFamily or NameReason.FamilySlip or NameReason.FamilyPart or NameReason.FamilyTradition or NameReason.FamilyNear or NameReason.FamilyInitial;

    private static bool IsOfFather(NameReason reason) =>
        reason is NameReason.SameFather or NameReason.FatherSlip or NameReason.FatherPart or NameReason.FatherTradition or NameReason.FatherNear or NameReason.FatherInitial or NameReason.FamilyFromFather;

    private static bool Begins(NameWord known, NameWord? typed) => typed is not null && known.Sound.StartsWith(typed.Sound, StringComparison.Ordinal);

    // While she is still typing the second name, its beginning is all there is to compare.
    private bool BeginsLike(PersonName candidate)
    {
        NameWord?[] typed = [names.Name.Name.Given, names.Name.Name.Family, names.Name.Name.Father];
        NameWord?[] known = [candidate.Given, candidate.Family, candidate.Father, candidate.OtherFamily];
        return typed.All(t => t is null || Array.Exists(known, k => k is not null && Begins(k, t)));
    }

    [GeneratedRegex(@"(?<!\d)(?:19|20)\d\d(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Year();
}
