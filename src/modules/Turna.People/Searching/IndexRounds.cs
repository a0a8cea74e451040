using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Kernel;
using Turna.Names;
using Turna.People.Keeping;
using Turna.Vault.Index;

namespace Turna.People.Searching;

/// <summary>The makings of each organisation's name index: which to search, which to write to, and when another is due.</summary>
internal sealed class IndexRounds(TurnaDb db, TurnaDbFactory units, TimeProvider clock)
{
    /// <summary>Entries of an ordinary person: a name of three parts, a year of birth.</summary>
    public const int EntriesOfOne = 9;

    private const int FirstExpected = 5_000;
    private const int DroppedAtOnce = 5_000;

    // Half or double the people shift the width by one bit; an index is made anew when it is off by more.
    private const int Tolerance = 1;

    private readonly Dictionary<OrganisationId, List<IndexRound>> known = [];

    /// <summary>All that hold entries, the newest last; empty before the first person.</summary>
    public async Task<IReadOnlyList<IndexRound>> OfAsync(OrganisationId organisation, CancellationToken cancel)
    {
        if (known.TryGetValue(organisation, out var rounds)) return rounds;
        rounds = await db.Set<IndexRound>().AsNoTracking().Where(r => r.Organisation == organisation).OrderBy(r => r.Number).ToListAsync(cancel);
        if (rounds.Count > 0) known.Add(organisation, rounds);
        return rounds;
    }

    /// <summary>The one of this number; null when it is gone.</summary>
    public async Task<IndexRound?> FindAsync(int number, CancellationToken cancel) =>
        number == 0 ? null : known.Values.SelectMany(r => r).FirstOrDefault(r => r.Number == number)
            ?? await db.Set<IndexRound>().AsNoTracking().SingleOrDefaultAsync(r => r.Number == number, cancel);

    /// <summary>The one that is written to; made when there is none.</summary>
    public async Task<IndexRound> NewestAsync(OrganisationId organisation, CancellationToken cancel) =>
        await LastAsync(organisation, cancel) ?? await BeginAsync(organisation, FirstExpected, cancel);

    private async Task<IndexRound?> LastAsync(OrganisationId organisation, CancellationToken cancel) =>
        await OfAsync(organisation, cancel) is [.., var last] ? last : null;

    /// <summary>Begins another, in a unit of work of its own. When a colleague was quicker, hers is taken.</summary>
    public async Task<IndexRound> BeginAsync(OrganisationId organisation, long people, CancellationToken cancel)
    {
        await using var unit = units.Create();
        var last = await unit.Set<IndexRound>().OrderByDescending(r => r.Number).Select(r => r.Number).FirstOrDefaultAsync(cancel);
        var begun = new IndexRound
        {
            Number = last + 1, Organisation = organisation, Rules = NameKeys.Version,
            Width = IndexSeal.WidthFor(Math.Max(people, FirstExpected) * EntriesOfOne), BegunAt = clock.GetUtcNow().UtcDateTime,
        };
        unit.Add(begun);
        try
        {
            await unit.CommitAsync(Done.It, cancel);
        }
        catch (DbUpdateException)
        {
            // Two began at once and took the same number. There is one now, theirs or another organisation's.
            known.Remove(organisation);
            return await LastAsync(organisation, cancel) ?? await BeginAsync(organisation, people, cancel);
        }

        known.Remove(organisation);
        return begun;
    }

    /// <summary>Whether the newest follows other rules than the engine's, or is too narrow or too wide for so many people.</summary>
    public static bool IsOutgrown(IndexRound newest, long people) =>
        newest.Rules != NameKeys.Version || Math.Abs(newest.Width - IndexSeal.WidthFor(Math.Max(people, FirstExpected) * EntriesOfOne)) > Tolerance;

    /// <summary>Drops some entries of rounds before the newest, in which nobody stands any more; false when there are none left. Part of the unit of work.</summary>
    public async Task<bool> DropSomeOldAsync(OrganisationId organisation, CancellationToken cancel)
    {
        var newest = (await NewestAsync(organisation, cancel)).Number;
        if (await db.Set<IndexRound>().Where(r => r.Organisation == organisation && r.Number < newest).OrderBy(r => r.Number).FirstOrDefaultAsync(cancel) is not { } old) return false;
        var entries = await db.Set<NameEntry>().Where(e => e.Round == old.Number).Take(DroppedAtOnce).ToListAsync(cancel);
        db.RemoveRange(entries);
        if (entries.Count < DroppedAtOnce) db.Remove(old);
        known.Remove(organisation);
        return true;
    }
}
