using Turna.Data;
using Turna.Kernel;
using Turna.Ledger;
using Turna.People.Registering;
using Turna.Vault;

namespace Turna.People.Asking;

/// <summary>
/// The officer's two ways: to answer, which needs the person's consent, or to set the question aside, of which who asked never hears.
/// </summary>
internal sealed class AnswerQuestion(TurnaDb db, KeyVault vault, AuditLedger ledger, QuestionShelf shelf, TimeProvider clock)
{
    internal sealed record Input(Guid Id, string? Answer, bool Consented);

    public async Task<Result<Done>> AnswerAsync(Input input, Actor actor, CancellationToken cancel)
    {
        if (await db.AnsweredAsync<Done>(cancel) is { } first) return first.Value;
        if (await WaitingAsync(input.Id, actor, cancel) is not { } open) return Error.NotFound;
        var errors = new FieldErrors();
        var answer = Writing.Lines(input.Answer, nameof(Input.Answer), errors);
        if (answer is null) errors.Add(nameof(Input.Answer), "Write the answer.");
        if (!input.Consented) errors.Add(nameof(Input.Consented), "Without her consent there is no answer. Set the question aside instead.");
        if (errors.Any) return errors.ToError();

        open.Row.Answer = vault.Seal(open.Key, open.Row.AnswerPlace, answer!);
        open.Row.AnsweredAt = clock.GetUtcNow().UtcDateTime;
        ledger.Record(actor, PeopleActs.QuestionAnswered, open.Row.Id);
        return await db.CommitAsync(Done.It, cancel);
    }

    public async Task<Result<Done>> SetAsideAsync(Guid id, Actor actor, CancellationToken cancel)
    {
        if (await db.AnsweredAsync<Done>(cancel) is { } first) return first.Value;
        if (await WaitingAsync(id, actor, cancel) is not { } open) return Error.NotFound;
        open.Row.SetAsideAt = clock.GetUtcNow().UtcDateTime;
        ledger.Record(actor, PeopleActs.QuestionSetAside, id);
        return await db.CommitAsync(Done.It, cancel);
    }

    private async Task<OpenQuestion?> WaitingAsync(Guid id, Actor actor, CancellationToken cancel) =>
        actor.May(PeoplePermissions.Answer) && await shelf.OpenAsync(id, actor, cancel) is { } open && open.Row.Officer == actor.Member && open.Row.AnsweredAt is null && open.Row.SetAsideAt is null ? open : null;
}
