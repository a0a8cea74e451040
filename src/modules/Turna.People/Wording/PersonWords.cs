using Turna.Design;
using Turna.Design.Components;
using Turna.Design.Markup;
using Turna.Evidence.Contracts;
using Turna.Kernel.Codes;
using Turna.People.Contracts;
using Turna.People.Keeping;

namespace Turna.People.Wording;

/// <summary>The coded answers in the language of the screen.</summary>
internal static class PersonWords
{
    /// <summary>An answer whose text is shown as it is.</summary>
    public static Choice Choice(string value, string text) => new(value, Content.Text(text));

    /// <summary>All values of an answer as choices of a field.</summary>
    public static IReadOnlyList<Choice> Choices<T>(Func<T, string> word, params ReadOnlySpan<T> without)
        where T : struct, Enum
    {
        var left = without.ToArray();
        return [.. Enum.GetValues<T>().Where(v => !left.Contains(v)).Select(v => Choice(v.ToString(), word(v)))];
    }

    /// <summary>A reference list as choices of a field, in the order of the names.</summary>
    public static IReadOnlyList<Choice> Choices(IEnumerable<Code> codes, Texts t) =>
        [.. codes.OrderBy(c => c.Name(t.Language.Code), StringComparer.Ordinal).Select(c => Choice(c.Value, c.Name(t.Language.Code)))];

    public static IReadOnlyList<Choice> Oblasts(Texts t) =>
        [.. CodeLists.Shipped.Places.Codes.Where(p => p.Parent is null).Select(p => Choice(p.Value, p.Name(t.Language.Code)))];

    public static IReadOnlyList<Choice> Countries(Texts t) => Choices(CodeLists.Shipped.Countries.Codes, t);

    public static string Country(string? code, Texts t) =>
        CodeLists.Shipped.Countries.TryFind(code, out var country) ? country.Name(t.Language.Code) : code ?? string.Empty;

    public static string? Oblast(string? code, Texts t) => CodeLists.Shipped.Places.TryFind(code, out var place) ? place.Name(t.Language.Code) : null;

    public static string Word(Sex sex, Texts t) => sex switch
    {
        Sex.Female => t["Female"],
        Sex.Male => t["Male"],
        Sex.Other => t["Other"],
        _ => t["Not stated"],
    };

    public static string Word(ConsentPurpose purpose, Texts t) => purpose switch
    {
        ConsentPurpose.Service => t["To help her"],
        ConsentPurpose.Referral => t["To refer her to others"],
        ConsentPurpose.Statistics => t["To count her in statistics"],
        ConsentPurpose.Research => t["For research, without her name"],
        _ => t["To publish her story"],
    };

    /// <summary>The purpose in one word, as the key of a chip.</summary>
    public static string Key(ConsentPurpose purpose) => purpose switch
    {
        ConsentPurpose.Service => Texts.Key("Help"),
        ConsentPurpose.Referral => Texts.Key("Referral"),
        ConsentPurpose.Statistics => Texts.Key("Statistics"),
        ConsentPurpose.Research => Texts.Key("Research"),
        _ => Texts.Key("Publication"),
    };

    public static string Word(ConsentManner manner, Texts t) => manner switch
    {
        ConsentManner.Signature => t["signature"],
        ConsentManner.Voice => t["by voice"],
        ConsentManner.Thumb => t["thumbprint"],
        _ => t["by her guardian"],
    };

    public static string Word(DocumentKind kind, Texts t) => kind switch
    {
        DocumentKind.Passport => t["Passport"],
        DocumentKind.IdentityCard => t["Identity card"],
        DocumentKind.PersonalNumber => t["Personal number (PIN)"],
        DocumentKind.Snils => t["SNILS"],
        DocumentKind.Inn => t["INN"],
        DocumentKind.WorkPermit => t["Work permit"],
        DocumentKind.MigrationCard => t["Migration card"],
        DocumentKind.BirthCertificate => t["Birth certificate"],
        DocumentKind.DrivingLicence => t["Driving licence"],
        _ => t["Other document"],
    };

    public static string Word(NameUse use, Texts t) => use switch
    {
        NameUse.Own => t["As she writes it herself"],
        NameUse.Passport => t["In the passport, Latin letters"],
        NameUse.Former => t["Earlier name"],
        _ => t["Another spelling"],
    };

    public static string Word(AddressKind kind, Texts t) => kind switch
    {
        AddressKind.Home => t["At home"],
        AddressKind.Abroad => t["Abroad"],
        _ => t["Shelter"],
    };

    public static string Word(Education level, Texts t) => level switch
    {
        Education.None => t["None"],
        Education.Primary => t["Primary"],
        Education.LowerSecondary => t["Nine classes"],
        Education.UpperSecondary => t["Eleven classes"],
        Education.PostSecondary => t["Vocational school"],
        Education.ShortTertiary => t["College"],
        Education.Bachelor => t["Bachelor or specialist"],
        Education.Master => t["Master"],
        Education.Doctoral => t["Doctoral degree"],
        _ => t["Not stated"],
    };

    public static string Word(MaritalStatus status, Texts t) => status switch
    {
        MaritalStatus.Single => t["Single"],
        MaritalStatus.Married => t["Married"],
        MaritalStatus.ReligiousMarriage => t["Married by nikah only"],
        MaritalStatus.Partnered => t["Lives with a partner"],
        MaritalStatus.Separated => t["Separated"],
        MaritalStatus.Divorced => t["Divorced"],
        MaritalStatus.Widowed => t["Widowed"],
        _ => t["Not stated"],
    };

    public static string Word(Difficulty difficulty, Texts t) => difficulty switch
    {
        Difficulty.None => t["No difficulty"],
        Difficulty.Some => t["Some difficulty"],
        Difficulty.ALot => t["A lot of difficulty"],
        Difficulty.CannotAtAll => t["Cannot do it at all"],
        _ => t["Not asked"],
    };

    public static string Word(JobFoundBy way, Texts t) => way switch
    {
        JobFoundBy.Relatives => t["Relatives or friends"],
        JobFoundBy.StateCentre => t["State employment centre"],
        JobFoundBy.LicensedAgency => t["Licensed agency"],
        JobFoundBy.UnlicensedBroker => t["Broker without a licence"],
        JobFoundBy.Employer => t["The employer directly"],
        JobFoundBy.Online => t["On line"],
        JobFoundBy.Other => t["Another way"],
        _ => t["Not stated"],
    };

    public static string Word(ContractStatus contract, Texts t) => contract switch
    {
        ContractStatus.Written => t["Written contract"],
        ContractStatus.Verbal => t["By word of mouth"],
        ContractStatus.None => t["No contract"],
        _ => t["Not stated"],
    };

    public static string Word(StayStatus stay, Texts t) => stay switch
    {
        StayStatus.Citizen => t["Citizen there"],
        StayStatus.Residence => t["Residence permit"],
        StayStatus.WorkPermit => t["Work permit"],
        StayStatus.EaeuContract => t["Contract under the EAEU treaty"],
        StayStatus.Registered => t["Registered stay"],
        StayStatus.Visitor => t["Visitor"],
        StayStatus.Overstayed => t["Stay has run out"],
        StayStatus.BannedFromEntry => t["Banned from entry"],
        _ => t["Not stated"],
    };

    public static string Word(RelationKind kind, Texts t) => kind switch
    {
        RelationKind.Child => t["Child"],
        RelationKind.Husband => t["Husband"],
        RelationKind.Wife => t["Wife"],
        RelationKind.Partner => t["Partner"],
        RelationKind.Mother => t["Mother"],
        RelationKind.Father => t["Father"],
        RelationKind.Sister => t["Sister"],
        RelationKind.Brother => t["Brother"],
        RelationKind.MotherInLaw => t["Mother-in-law"],
        RelationKind.Guardian => t["Guardian"],
        RelationKind.OtherRelative => t["Another relative"],
        _ => t["Somebody else"],
    };
}
