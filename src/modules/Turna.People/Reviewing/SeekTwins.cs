using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Kernel;
using Turna.Names;
using Turna.People.Contracts;
using Turna.People.Keeping;
using Turna.People.Matching;
using Turna.People.Searching;

namespace Turna.People.Reviewing;

/// <summary>
/// Looks through the whole register for records that may be one person and puts each pair once into the queue. Decides nothing; pairs that
/// were decided are left alone. Sharing a name is not enough: the engine must call them the same, or a telephone, a document or a year of
/// birth must speak for it.
/// </summary>
internal sealed class SeekTwins(TurnaDb db, PersonShelf shelf, Candidates candidates, Twins twins, TwinQueue queue) : IRegisterWork
{
    private const int Batch = 20;
    private const int MostForOne = 10;

    public string Kind => RegisterWorkKinds.Twins;

    public async Task<WorkStep> StepAsync(int done, Actor actor, CancellationToken cancel)
    {
        var people = db.Set<Person>().AsNoTracking().Where(p => p.Organisation == actor.Organisation);
        var total = await people.CountAsync(cancel);
        var rows = await people.OrderBy(p => p.Id).Skip(done).Take(Batch).ToListAsync(cancel);
        if (rows.Count == 0) return new WorkStep(total, total, Finished: true);

        List<Person> mine = [.. rows.Where(p => PersonAccess.MayOpen(actor, p))];
        foreach (var one in await shelf.UnsealAsync(mine, PeopleActs.TwinsSought, Purposes.LikelySame, actor, cancel)) await SeekAsync(one, actor, cancel);
        await db.CommitAsync(Done.It, cancel);
        return new WorkStep(done + rows.Count, total, Finished: false);
    }

    private async Task SeekAsync(OpenPerson one, Actor actor, CancellationToken cancel)
    {
        // The later of two finds the earlier, so that no pair is met twice.
        var alike = await candidates.AlikeAsync(new Likeness(one.Identity), id => id.Value.CompareTo(one.Id.Value) >= 0, MostForOne, actor, cancel);
        foreach (var (other, match) in alike)
        {
            if (StrengthOf(match) is { } strength && !await twins.IsDecidedAsync(one.Id, other, cancel))
                await queue.AddAsync(other, one.Id, strength, actor.Organisation, cancel);
        }
    }

    private static int? StrengthOf(SearchMatch match) => match.Name switch
    {
        null or { Verdict: Verdict.Same } => match.IsContradicted ? TwinSuggestion.Contradicted : TwinSuggestion.Strong,
        { Verdict: Verdict.Possible, Year: YearAgreement.Same, Seen.Given: not Agreement.Initial } => match.IsContradicted ? TwinSuggestion.Contradicted : TwinSuggestion.WorthALook,
        _ => null,
    };
}
