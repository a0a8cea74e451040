using Turna.Data;
using Turna.Kernel;

namespace Turna.People.Reviewing;

/// <summary>Leaves a pair for later: nothing is decided, and it comes back after a week.</summary>
internal sealed class PutOffTwin(TurnaDb db, TwinQueue queue, TimeProvider clock)
{
    private static readonly TimeSpan Later = TimeSpan.FromDays(7);

    public async Task<Result<Done>> HandleAsync(Guid suggestion, Actor actor, CancellationToken cancel)
    {
        if (await db.AnsweredAsync<Done>(cancel) is { } first) return first.Value;
        if (await queue.FindAsync(suggestion, actor.Organisation, cancel) is not { } pair) return Error.NotFound;
        pair.NotBefore = clock.GetUtcNow().UtcDateTime + Later;
        return await db.CommitAsync(Done.It, cancel);
    }
}
