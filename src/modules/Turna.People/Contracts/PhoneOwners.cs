using Turna.Design;
using Turna.Design.Components;
using Turna.People.Wording;

namespace Turna.People.Contracts;

/// <summary>Whose a telephone may be, in words.</summary>
public static class PhoneOwners
{
    /// <summary>All of them, hers first, as choices of a field. Nothing is chosen beforehand: a husband's number taken for hers can endanger her.</summary>
    public static IReadOnlyList<Choice> Choices(Texts t) => PersonWords.Choices<PhoneOwner>(o => Word(o, t));

    public static string Word(PhoneOwner owner, Texts t) => owner switch
    {
        PhoneOwner.Herself => t["her own"],
        PhoneOwner.Husband => t["her husband’s"],
        PhoneOwner.Relative => t["a relative’s"],
        PhoneOwner.Employer => t["the employer’s"],
        PhoneOwner.Neighbour => t["a neighbour’s"],
        PhoneOwner.Shared => t["shared with others"],
        _ => t["somebody else’s"],
    };
}
