using Turna.Data;
using Turna.Kernel;
using Turna.Ledger;
using Turna.People.Keeping;
using Turna.People.Registering;
using Turna.Vault;

namespace Turna.People.Asking;

/// <summary>Sends a sealed question to a named officer of another organisation. Looks nobody up there, so that its answer tells nothing.</summary>
internal sealed class AskOfficer(TurnaDb db, KeyVault vault, AuditLedger ledger, Officers officers, TimeProvider clock)
{
    internal sealed record Input(Guid Id, Guid? Officer, string? Who, string? BirthYear, string? Why);

    public async Task<Result<Guid>> HandleAsync(Input input, Actor actor, CancellationToken cancel)
    {
        if (await db.AnsweredAsync<Guid>(cancel) is { } first) return first.Value;
        if (!actor.May(PeoplePermissions.Ask)) return Error.NotFound;
        var errors = new FieldErrors();
        var officer = input.Officer is { } member ? await officers.FindAsync(new MemberId(member), cancel) : null;
        if (officer is null || officer.Organisation == actor.Organisation) errors.Add(nameof(Input.Officer), "Choose whom you ask.");
        var who = Writing.OneLine(input.Who, nameof(Input.Who), errors, Writing.Wide);
        if (who is null) errors.Add(nameof(Input.Who), "Write whom you ask about.");
        var why = Writing.Lines(input.Why, nameof(Input.Why), errors);
        if (why is null) errors.Add(nameof(Input.Why), "Write why you ask.");
        var year = Writing.OneLine(input.BirthYear, nameof(Input.BirthYear), errors);
        if (errors.Any) return errors.ToError();

        var question = new Question
        {
            Id = input.Id, Organisation = actor.Organisation, AskedBy = actor.Member, Asked = officer!.Organisation, Officer = officer.Member,
            AskedAt = clock.GetUtcNow().UtcDateTime,
        };
        var key = await vault.CreateBetweenAsync(question.Subject, [(actor.Organisation, actor.Member), (officer.Organisation, officer.Member)], cancel);
        question.Text = vault.Seal(key, question.TextPlace, new QuestionText(who!, year, why!));
        db.Add(question);
        ledger.Record(actor, PeopleActs.QuestionSent, question.Id);
        return await db.CommitAsync(question.Id, cancel);
    }
}
