using Turna.Data;
using Turna.Kernel;
using Turna.People.Contracts;

namespace Turna.People.Rights;

/// <summary>Erases a person whose time is over: only when her team was told of it long enough ago.</summary>
internal sealed class EraseWhenOver(TurnaDb db, WarnOfDeletion warn, ErasePerson erase)
{
    public async Task<Result<Done>> HandleAsync(PersonId person, bool sure, Actor actor, CancellationToken cancel)
    {
        // Once she is erased nobody is left of whom it could be asked whether she may go.
        if (await db.AnsweredAsync<Done>(cancel) is { } first) return first.Value;
        if (await warn.MayGoAsync(person, actor, cancel) is null) return Error.NotFound;
        return await erase.HandleAsync(person, ErasureReason.TimeIsOver, sure, actor, cancel);
    }
}
