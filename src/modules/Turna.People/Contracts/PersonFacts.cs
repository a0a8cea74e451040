using Turna.Evidence.Contracts;
using Turna.Kernel;
using Turna.People.Keeping;
using Turna.People.Matching;

namespace Turna.People.Contracts;

/// <summary>Codes people for facts: attributes that do not point at her, and the id under which she is counted once.</summary>
public sealed class PersonFacts
{
    private readonly PersonShelf shelf;
    private readonly Twins twins;

    internal PersonFacts(PersonShelf shelf, Twins twins) => (this.shelf, this.twins) = (shelf, twins);

    /// <summary>
    /// The codes of a person on a day, for a fact of this unit of work; that she was opened for it is put on record with it. Null when she is missing or
    /// not to be known.
    /// </summary>
    public async Task<FactPerson?> OfAsync(PersonId person, DateOnly day, Actor actor, CancellationToken cancel)
    {
        var countedAs = await CountedAsAsync(person, cancel);
        return await shelf.CodeAsync(person, Purposes.Facts, her => new FactPerson(countedAs, her.Sex, AgeOn(her.BirthDate, day), her.HomeOblast), actor, cancel);
    }

    /// <summary>The codes of a person whose card is open already.</summary>
    public async Task<FactPerson> OfAsync(PersonCard card, DateOnly day, CancellationToken cancel) =>
        new(await CountedAsAsync(card.Id, cancel), card.Sex, AgeOn(card.Born, day), card.HomeOblast);

    /// <summary>The codes of a person who is being registered in this very unit of work: nothing is opened.</summary>
    public static FactPerson Of(NewPerson person, DateOnly day) => new(person.Id.Value, person.Sex, AgeOn(person.Born, day), person.HomeOblast);

    /// <summary>
    /// Whole years on a day, for an age band. A birth known to the year or month only counts as the middle of what it may be: 1 July
    /// of the year, the 16th of the month. Null when the birth is unknown or lies after the day.
    /// </summary>
    public static int? AgeOn(PartialDate? born, DateOnly day)
    {
        if (born is not { } birth) return null;
        var middle = birth.Month is null ? PartialDate.Of(birth.Year, 7, 1) : PartialDate.Of(birth.Year, birth.Month, birth.Day ?? 16);
        return middle!.Value.AgeOn(day).Least is var age and >= 0 ? age : null;
    }

    /// <summary>The earliest of the records that were linked as one person with this one; itself when none was.</summary>
    public async Task<Guid> CountedAsAsync(PersonId person, CancellationToken cancel) => (await twins.GroupAsync(person, cancel))[0].Value;
}
