namespace Turna.Names;

/// <summary>Why two records were brought together or kept apart.</summary>
public enum NameReason
{
    /// <summary>Given names agree.</summary>
    SameGiven,

    /// <summary>Forms of one given name.</summary>
    GivenForm,

    /// <summary>A short form of the given name.</summary>
    GivenShort,

    /// <summary>The given names differ as one slip would make them differ.</summary>
    GivenSlip,

    /// <summary>One given name is part of the other.</summary>
    GivenPart,

    /// <summary>The initial fits the given name.</summary>
    GivenInitial,

    /// <summary>The given names look alike but are two names.</summary>
    GivenOtherName,

    /// <summary>The given names differ.</summary>
    GivenDiffers,

    /// <summary>Family names agree.</summary>
    SameFamily,

    /// <summary>The family names differ as one slip would make them differ.</summary>
    FamilySlip,

    /// <summary>One family name is part of the other.</summary>
    FamilyPart,

    /// <summary>The initial fits the family name.</summary>
    FamilyInitial,

    /// <summary>The family names differ.</summary>
    FamilyDiffers,

    /// <summary>Fathers' names agree.</summary>
    SameFather,

    /// <summary>The fathers' names differ as one slip would make them differ.</summary>
    FatherSlip,

    /// <summary>The initial fits the father's name.</summary>
    FatherInitial,

    /// <summary>The fathers' names differ.</summary>
    FatherDiffers,

    /// <summary>One's family name is made from the other's father's name.</summary>
    FamilyFromFather,

    /// <summary>Family and given name are exchanged.</summary>
    Swapped,

    /// <summary>Born in the same year.</summary>
    SameYear,

    /// <summary>Years of birth one apart or a digit's slip apart.</summary>
    YearNear,

    /// <summary>Born in different years.</summary>
    YearDiffers,

    /// <summary>The sexes differ.</summary>
    SexDiffers,

    /// <summary>The given name as another tradition writes it.</summary>
    GivenTradition,

    /// <summary>The given names are a letter or two apart, as two names may be.</summary>
    GivenNear,

    /// <summary>The family name as another tradition writes it, or another form of it.</summary>
    FamilyTradition,

    /// <summary>The family names are a letter or two apart, as two names may be.</summary>
    FamilyNear,

    /// <summary>The father's name as another tradition writes it, or another form of it.</summary>
    FatherTradition,

    /// <summary>The fathers' names are a letter or two apart, as two names may be.</summary>
    FatherNear,

    /// <summary>One father's name is part of the other.</summary>
    FatherPart,

    /// <summary>Too little to compare.</summary>
    TooLittle,
}

/// <summary>Puts reasons into order and into English words; the screens translate the codes.</summary>
public static class NameReasons
{
    /// <summary>The reason in plain English.</summary>
    public static string InWords(this NameReason reason) => reason switch
    {
        NameReason.SameGiven => "same given name",
        NameReason.GivenForm => "given names are forms of one name",
        NameReason.GivenShort => "one given name is a short form of the other",
        NameReason.GivenSlip => "given names one slip apart",
        NameReason.GivenPart => "one given name is part of the other",
        NameReason.GivenInitial => "initial fits the given name",
        NameReason.GivenOtherName => "given names look alike but are different names",
        NameReason.GivenDiffers => "given names differ",
        NameReason.SameFamily => "same family name",
        NameReason.FamilySlip => "family names one slip apart",
        NameReason.FamilyPart => "one family name is part of the other",
        NameReason.FamilyInitial => "initial fits the family name",
        NameReason.FamilyDiffers => "family names differ",
        NameReason.SameFather => "patronymic matches the father's name",
        NameReason.FatherSlip => "fathers' names one slip apart",
        NameReason.FatherInitial => "initial fits the father's name",
        NameReason.FatherDiffers => "fathers' names differ",
        NameReason.FamilyFromFather => "family name Russified from the father's name",
        NameReason.GivenTradition => "given name written in another tradition",
        NameReason.GivenNear => "given names nearly alike",
        NameReason.FamilyTradition => "family name written in another tradition",
        NameReason.FamilyNear => "family names nearly alike",
        NameReason.FatherTradition => "father's name written in another tradition",
        NameReason.FatherNear => "fathers' names nearly alike",
        NameReason.FatherPart => "one father's name is part of the other",
        NameReason.Swapped => "family and given name exchanged",
        NameReason.SameYear => "same year of birth",
        NameReason.YearNear => "years of birth nearly agree",
        NameReason.YearDiffers => "years of birth differ",
        NameReason.SexDiffers => "sexes differ",
        _ => "too little to compare",
    };

    /// <summary>All reasons of a match in plain English, separated by commas.</summary>
    public static string InWords(this NameMatch match) => string.Join(", ", match.Reasons.Select(r => r.InWords()));

    internal static IReadOnlyList<NameReason> For(in Observation seen)
    {
        var reasons = new List<NameReason>(6);
        Add(reasons, Given(seen.Given));
        Add(reasons, Father(seen.Father));
        if (seen.Cross.Supports()) reasons.Add(NameReason.FamilyFromFather);
        else Add(reasons, Family(seen.Family));
        if (seen.Swapped) reasons.Add(NameReason.Swapped);
        Add(reasons, Year(seen.Year));
        if (seen.SexesDiffer) reasons.Add(NameReason.SexDiffers);
        if (reasons.Count == 0) reasons.Add(NameReason.TooLittle);
        return reasons;
    }

    private static void Add(List<NameReason> reasons, NameReason? reason)
    {
        if (reason is { } one) reasons.Add(one);
    }

    private static NameReason? Given(Agreement level) => level switch
    {
        Agreement.Missing => null,
        Agreement.Same => NameReason.SameGiven,
        Agreement.Close => NameReason.GivenTradition,
        Agreement.Form => NameReason.GivenForm,
        Agreement.Short => NameReason.GivenShort,
        Agreement.SlipOfKnown or Agreement.Slip => NameReason.GivenSlip,
        Agreement.OddSlip => NameReason.GivenNear,
        Agreement.Part => NameReason.GivenPart,
        Agreement.Initial => NameReason.GivenInitial,
        Agreement.OtherName => NameReason.GivenOtherName,
        _ => NameReason.GivenDiffers,
    };

    private static NameReason? Family(Agreement level) => level switch
    {
        Agreement.Missing => null,
        Agreement.Same => NameReason.SameFamily,
        Agreement.Form or Agreement.Close => NameReason.FamilyTradition,
        Agreement.SlipOfKnown or Agreement.Slip => NameReason.FamilySlip,
        Agreement.OddSlip => NameReason.FamilyNear,
        Agreement.Part or Agreement.Short => NameReason.FamilyPart,
        Agreement.Initial => NameReason.FamilyInitial,
        _ => NameReason.FamilyDiffers,
    };

    private static NameReason? Father(Agreement level) => level switch
    {
        Agreement.Missing => null,
        Agreement.Same => NameReason.SameFather,
        Agreement.Form or Agreement.Close => NameReason.FatherTradition,
        Agreement.SlipOfKnown or Agreement.Slip => NameReason.FatherSlip,
        Agreement.OddSlip => NameReason.FatherNear,
        Agreement.Part or Agreement.Short => NameReason.FatherPart,
        Agreement.Initial => NameReason.FatherInitial,
        _ => NameReason.FatherDiffers,
    };

    private static NameReason? Year(YearAgreement level) => level switch
    {
        YearAgreement.Missing => null,
        YearAgreement.Same => NameReason.SameYear,
        YearAgreement.Different => NameReason.YearDiffers,
        _ => NameReason.YearNear,
    };
}
