using Turna.Design;
using Turna.Names;

namespace Turna.People.Searching;

/// <summary>The reasons of the names engine in the language of the screen.</summary>
internal static class MatchWords
{
    public static string Reason(NameReason reason, Texts t) => reason switch
    {
        NameReason.SameGiven => t["same given name"],
        NameReason.GivenForm => t["given names are forms of one name"],
        NameReason.GivenShort => t["one given name is a short form of the other"],
        NameReason.GivenSlip => t["given names one slip apart"],
        NameReason.GivenPart => t["one given name is part of the other"],
        NameReason.GivenInitial => t["initial fits the given name"],
        NameReason.GivenOtherName => t["given names look alike but are different names"],
        NameReason.GivenDiffers => t["given names differ"],
        NameReason.SameFamily => t["same family name"],
        NameReason.FamilySlip => t["family names one slip apart"],
        NameReason.FamilyPart => t["one family name is part of the other"],
        NameReason.FamilyInitial => t["initial fits the family name"],
        NameReason.FamilyDiffers => t["family names differ"],
        NameReason.SameFather => t["patronymic matches the father’s name"],
        NameReason.FatherSlip => t["fathers’ names one slip apart"],
        NameReason.FatherInitial => t["initial fits the father’s name"],
        NameReason.FatherDiffers => t["fathers’ names differ"],
        NameReason.FamilyFromFather => t["family name made from the father’s name"],
        NameReason.GivenTradition => t["given name written in another tradition"],
        NameReason.GivenNear => t["given names nearly alike"],
        NameReason.FamilyTradition => t["family name written in another tradition"],
        NameReason.FamilyNear => t["family names nearly alike"],
        NameReason.FatherTradition => t["father’s name written in another tradition"],
        NameReason.FatherNear => t["fathers’ names nearly alike"],
        NameReason.FatherPart => t["one father’s name is part of the other"],
        NameReason.Swapped => t["family and given name exchanged"],
        NameReason.SameYear => t["same year of birth"],
        NameReason.YearNear => t["years of birth nearly agree"],
        NameReason.YearDiffers => t["years of birth differ"],
        NameReason.SexDiffers => t["sexes differ"],
        _ => t["too little to compare"],
    };
}
