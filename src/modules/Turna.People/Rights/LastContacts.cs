using Turna.Kernel;
using Turna.People.Contracts;
using Turna.People.Keeping;

namespace Turna.People.Rights;

/// <summary>
/// How long records are kept by what the rooms know of the work with them. Logging a contact does not touch her record; whether its time has run out is
/// asked when it would be acted upon.
/// </summary>
internal sealed class LastContacts(IEnumerable<IKeepsAboutPeople> rooms)
{
    /// <summary>Of these records, those with which somebody worked later than their time was counted from, with that day.</summary>
    public async Task<IReadOnlyDictionary<PersonId, DateOnly>> LaterAsync(IReadOnlyCollection<Person> rows, DateOnly today, CancellationToken cancel)
    {
        var later = new Dictionary<PersonId, DateOnly>();
        if (rows.Count == 0) return later;
        var until = rows.ToDictionary(r => r.Id, r => r.KeepUntil);
        foreach (var room in rooms)
        {
            foreach (var (person, day) in await room.LastContactsAsync(until.Keys, today, cancel))
            {
                if (RetentionRule.IsLater(day, until[person]) && (!later.TryGetValue(person, out var known) || day > known)) later[person] = day;
            }
        }

        return later;
    }
}
