using Turna.Data;
using Turna.Design;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Members.Contracts;
using Turna.People.Contracts;
using Turna.People.Keeping;
using Turna.People.Registering;
using Turna.People.Rights;
using Turna.Vault;

namespace Turna.People.Consenting;

/// <summary>
/// Writes down what she agreed to: for what, to whom, which facts, until when, how given. While she wants to be helped the time of her record counts
/// from that day, also after she had taken an earlier consent back.
/// </summary>
internal sealed class GiveConsent(TurnaDb db, AuditLedger ledger, PersonShelf shelf, ConsentBook consents, KeyVault vault, StaffDirectory staff)
{
    internal sealed record Input
    {
        public Guid Id { get; set; } = Guid.CreateVersion7();

        public ConsentPurpose? Purpose { get; set; }

        public string? Recipient { get; set; }

        public string? What { get; set; }

        public DateOnly? GivenOn { get; set; }

        [AsksFor(AskedDay.Ahead)]
        public DateOnly? Until { get; set; }

        public ConsentManner? Manner { get; set; }

        public string? Note { get; set; }
    }

    public async Task<Result<Guid>> HandleAsync(PersonId person, Input input, Actor actor, CancellationToken cancel)
    {
        if (await db.AnsweredAsync<Guid>(cancel) is { } first) return first.Value;
        if (!vault.CanFind || await shelf.OpenForChangeAsync(person, actor, cancel) is not { } open) return Error.NotFound;

        var today = await staff.TodayAsync(actor.Organisation, cancel);
        var errors = new FieldErrors();
        var detail = new ConsentDetail
        {
            Recipient = Writing.OneLine(input.Recipient, nameof(Input.Recipient), errors, Writing.Wide),
            What = Writing.OneLine(input.What, nameof(Input.What), errors, Writing.Wide),
            Manner = input.Manner ?? default,
            Note = Writing.Lines(input.Note, nameof(Input.Note), errors),
        };
        Check(input, detail, open.Identity, today, errors);
        if (errors.Any) return errors.ToError();

        var given = consents.Add(open.Row, open.Key, input.Purpose!.Value, input.GivenOn ?? today, input.Until, detail, input.Id);
        if (given.Purpose == ConsentPurpose.Service && given.HoldsOn(today)) RetentionRule.Count(open.Row, given.GivenOn, today);
        ledger.Record(actor, PeopleActs.ConsentGiven, person.Value, input.Id);
        return await db.CommitAsync(input.Id, cancel);
    }

    private static void Check(Input input, ConsentDetail detail, Identity her, DateOnly today, FieldErrors errors)
    {
        var given = input.GivenOn ?? today;
        // Nothing is chosen beforehand: a form that is only sent off must not say that she agreed.
        if (input.Purpose is not { } purpose || !Enum.IsDefined(purpose)) errors.Add(nameof(Input.Purpose), "Choose what it is for.");
        if (input.Manner is not { } manner || !Enum.IsDefined(manner)) errors.Add(nameof(Input.Manner), "Choose how it was given.");
        if (given > today) errors.Add(nameof(Input.GivenOn), "This day has not come yet.");
        if (her.BirthDate is { } born && given < born.Earliest) errors.Add(nameof(Input.GivenOn), "This day lies before her birth.");
        if (input.Until is { } until && until < given) errors.Add(nameof(Input.Until), "The last day lies before the day it was given.");
        if (input.Purpose == ConsentPurpose.Referral && detail.Recipient is null) errors.Add(nameof(Input.Recipient), "Write to whom she may be referred.");
        if (her.MayBeUnder18On(given) && input.Manner is not (null or ConsentManner.Guardian) && her.Guardian is not { Agrees: true })
            errors.Add(nameof(Input.Manner), "She is under 18: her guardian must agree too.");
    }
}
