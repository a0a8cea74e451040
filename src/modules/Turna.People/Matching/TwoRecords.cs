using Turna.Design;
using Turna.Kernel;
using Turna.Names;
using Turna.People.Contacting;
using Turna.People.Contracts;
using Turna.People.Keeping;
using Turna.People.Searching;

namespace Turna.People.Matching;

/// <summary>
/// Two records that may be one person's: what they agree in and what contradicts it. Neither decides. For who may not open both, days and months of
/// birth are as if unknown, in what is said and in what follows from it: otherwise one guess after another would tell the day.
/// </summary>
internal sealed class TwoRecords(Identity one, Identity other, bool mayOpen)
{
    private static readonly NameReason[] AgreeingFather =
        [NameReason.SameFather, NameReason.FatherSlip, NameReason.FatherTradition, NameReason.FatherNear, NameReason.FatherPart, NameReason.FatherInitial];

    private readonly Lazy<IReadOnlyList<NameReason>> reasons = new(() => ReasonsOf(one, other));

    /// <summary>Whether something known of both cannot be true of one person. Another family name is what a woman may have taken with a husband.</summary>
    public bool IsContradicted => DatesDiffer || Differing.Any(r => r != NameReason.FamilyDiffers || BothMen);

    private bool BothMen => one.Sex == Evidence.Contracts.Sex.Male && other.Sex == Evidence.Contracts.Sex.Male;

    private PartialDate? Born => Known(one.BirthDate);

    private PartialDate? OtherBorn => Known(other.BirthDate);

    private bool DatesDiffer => Born is { } a && OtherBorn is { } b && Differ(a, b);

    private IEnumerable<NameReason> Differing => reasons.Value.Where(IsDifference);

    /// <summary>What agrees, in words.</summary>
    public IReadOnlyList<string> Agreeing(Texts texts)
    {
        var alike = new Likeness(one);
        var agreeing = new List<string>();
        if (alike.SharesDocument(other)) agreeing.Add(texts["same document"]);
        if (alike.SharesPhone(other)) agreeing.Add(texts["Telephone: {0}", PhoneOwners.Word(PhoneOwner.Herself, texts)]);
        agreeing.AddRange(reasons.Value.Where(r => !IsDifference(r) && !IsOfYear(r) && r != NameReason.TooLittle).Select(r => MatchWords.Reason(r, texts)));
        if (!DatesDiffer && Born is { IsExact: true } born && born == OtherBorn) agreeing.Add(texts["same day of birth"]);
        else if (!DatesDiffer) agreeing.AddRange(reasons.Value.Where(IsOfYear).Select(r => MatchWords.Reason(r, texts)));
        return agreeing;
    }

    /// <summary>What contradicts, in words; the dates of birth only for who may open both records, and not where the words are kept.</summary>
    public IReadOnlyList<string> Contradicting(Texts texts, bool withDates = true)
    {
        var contradicting = Differing.Select(r => MatchWords.Reason(r, texts)).ToList();
        if (DatesDiffer) contradicting.Add(mayOpen && withDates ? texts["dates of birth differ: {0} and {1}", Born!.Value, OtherBorn!.Value] : texts["dates of birth differ"]);
        return contradicting;
    }

    private PartialDate? Known(PartialDate? born) => mayOpen || born is not { } date ? born : PartialDate.Of(date.Year);

    // An age that was told makes a year that may be one beside the true one.
    private static bool Differ(PartialDate a, PartialDate b) => a.Year != b.Year
        ? Math.Abs(a.Year - b.Year) > 1 || (a.Month is not null && b.Month is not null)
        : (a.Month is { } month && b.Month is { } otherMonth && month != otherMonth) || (a.Day is { } day && b.Day is { } otherDay && day != otherDay);

    private static bool IsDifference(NameReason reason) =>
        reason is NameReason.GivenDiffers or NameReason.GivenOtherName or NameReason.FamilyDiffers or NameReason.FatherDiffers or NameReason.SexDiffers;

    private static bool IsOfYear(NameReason reason) => reason is NameReason.SameYear or NameReason.YearNear or NameReason.YearDiffers;

    // The forms of a name that fit best speak for the two. A father's name may stand in another form of it than they.
    private static IReadOnlyList<NameReason> ReasonsOf(Identity one, Identity other)
    {
        var matches = SearchKeys.Records(one).SelectMany(_ => SearchKeys.Records(other), NameComparison.Compare)
            .OrderByDescending(m => m.Verdict).ThenByDescending(m => m.Evidence).Select(m => m.Reasons).ToList();
        if (matches.Count == 0) return [];
        var fathersDiffer = matches.Any(m => m.Contains(NameReason.FatherDiffers)) && !matches.Any(m => m.Any(AgreeingFather.Contains));
        return [.. matches[0].Where(r => r != NameReason.FatherDiffers), .. fathersDiffer ? [NameReason.FatherDiffers] : Array.Empty<NameReason>()];
    }
}
