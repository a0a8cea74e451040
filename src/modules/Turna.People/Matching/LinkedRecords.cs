using Turna.Kernel;
using Turna.People.Contacting;
using Turna.People.Contracts;
using Turna.People.Keeping;

namespace Turna.People.Matching;

/// <summary>Another record of the same person.</summary>
internal sealed record LinkedRecord(PersonId Id, string Name, SafeContact SafeContact);

/// <summary>Opens the records that are linked with one as one person.</summary>
internal sealed class LinkedRecords(Twins twins, PersonShelf shelf)
{
    /// <summary>Those that the reader may open, on record: a link to one that she may not open would tell that there is one.</summary>
    public async Task<IReadOnlyList<LinkedRecord>> OfAsync(PersonId person, string purpose, Actor actor, CancellationToken cancel)
    {
        List<PersonId> others = [.. (await twins.GroupAsync(person, cancel)).Where(p => p != person)];
        return others.Count == 0 ? [] : [.. (await shelf.OpenAsync(others, PeopleActs.Opened, purpose, actor, cancel)).Select(p => new LinkedRecord(p.Id, p.Identity.DisplayName, p.Identity.SafeContact))];
    }

    /// <summary>How somebody may be reached without danger, by her own record and those linked with it together.</summary>
    public static SafeContact Together(SafeContact own, IReadOnlyList<LinkedRecord> linked) => linked.Aggregate(own, (known, other) => TightenContact.Together(known, other.SafeContact));
}
