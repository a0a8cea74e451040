namespace Turna.Evidence.Reporting;

/// <summary>What the numbers of one reader are called among those of all.</summary>
/// <param name="own">The texts of the reader.</param>
/// <param name="whole">The texts of all readers.</param>
internal sealed class FactCodes(FactTexts own, FactTexts whole)
{
    private readonly int[] topics = whole.Topics.NumbersOf(own.Topics);
    private readonly int[] ages = whole.AgeBand.NumbersOf(own.AgeBand);
    private readonly int[] oblasts = whole.Oblast.NumbersOf(own.Oblast);
    private readonly int[] destinations = whole.Destination.NumbersOf(own.Destination);
    private readonly int[] subtypes = whole.Subtype.NumbersOf(own.Subtype);
    private readonly int[] teams = whole.Team.NumbersOf(own.Team);
    private readonly int[] months = whole.Month.NumbersOf(own.Month);

    /// <summary>A fact as it is coded among all.</summary>
    public CodedFact Of(in CodedFact fact, int person) => fact with
    {
        Person = person,
        Topics = topics[fact.Topics],
        Age = (ushort)ages[fact.Age],
        Oblast = (ushort)oblasts[fact.Oblast],
        Destination = (ushort)destinations[fact.Destination],
        Subtype = (ushort)subtypes[fact.Subtype],
        Team = (ushort)teams[fact.Team],
        Month = (ushort)months[fact.Month],
    };
}
